// Messages about characters, words and statements: B001 to B099. See registry.h for how to add one.
#pragma once

#include <array>

#include "diagnostics/diagnostic.h"

namespace beding::diagnostics {

// --- Characters and words ------------------------------------------------------------------------------------------
inline constexpr DiagnosticKind invalidUtf8{
    "B001", "geen-utf8", Severity::error, "deze bytes zijn geen UTF-8",
    "bewaar het bestand als UTF-8 (in Word: Opslaan als, platte tekst, Unicode UTF-8)"};
inline constexpr DiagnosticKind fileTooLong{"B002", "bestand-te-groot", Severity::error,
                                            "dit bestand telt {0} tekens; ten hoogste {1} worden gelezen",
                                            "verdeel het document over een bestand per artikel"};
inline constexpr DiagnosticKind strangeCharacter{"B003", "vreemd-teken", Severity::error,
                                                 "het teken {0} heeft hier geen betekenis",
                                                 "verwijder het, of zet de woorden eromheen tussen aanhalingstekens"};
inline constexpr DiagnosticKind curlyQuotes{
    "B004", "gekrulde-aanhalingstekens", Severity::error,
    "tekst staat tussen rechte aanhalingstekens, niet tussen gekrulde of enkele", "schrijf {0}"};
inline constexpr DiagnosticKind dash{"B005", "gedachtestreepje", Severity::error,
                                     "een gedachtestreepje heeft in een zin geen betekenis",
                                     "schrijf een komma, of binnen een woord een koppelteken (-)"};
inline constexpr DiagnosticKind unclosedQuote{
    "B006", "aanhalingsteken-ontbreekt", Severity::error, "deze tekst wordt op deze regel niet gesloten",
    "zet een aanhalingsteken (\") achter de tekst; een tekst staat op één regel"};
inline constexpr DiagnosticKind noSpaceAfterStop{
    "B007", "punt-zonder-spatie", Severity::error, "achter een punt hoort een spatie",
    "zet een spatie achter de punt; schrijf een afkorting met punten voluit of tussen aanhalingstekens"};
inline constexpr DiagnosticKind gluedUnit{"B008", "getal-aan-woord", Severity::error,
                                          "tussen het getal en \"{0}\" hoort een spatie", "schrijf {1}"};

// --- Marks and the shape of a statement ----------------------------------------------------------------------------
inline constexpr DiagnosticKind missingFullStop{"B010", "punt-ontbreekt", Severity::error,
                                                "aan het einde van deze zin ontbreekt een punt",
                                                "zet een punt achter {0}"};
inline constexpr DiagnosticKind missingColon{"B011", "dubbele-punt-ontbreekt", Severity::error,
                                             "hier hoort een dubbele punt", "{0}"};
inline constexpr DiagnosticKind unexpected{"B012", "onverwacht", Severity::error, "{0} kan hier niet staan",
                                           "verwacht: {1}"};
inline constexpr DiagnosticKind unclosedParen{"B013", "haakje-ontbreekt", Severity::error,
                                              "dit haakje wordt niet gesloten",
                                              "zet een haakje sluiten achter de woorden die bij elkaar horen"};
inline constexpr DiagnosticKind unopenedParen{
    "B014", "haakje-te-veel", Severity::error, "dit haakje sluit niets",
    "verwijder het, of zet een haakje openen vóór de woorden die bij elkaar horen"};
inline constexpr DiagnosticKind brokenFence{
    "B015", "frase-tekens", Severity::error,
    "« en » horen een paar te zijn, met woorden ertussen en zonder een tweede paar erbinnen",
    "schrijf bijvoorbeeld «bezwaar tegen de factuur»"};
inline constexpr DiagnosticKind nestedTooDeep{
    "B016", "te-diep", Severity::error, "haakjes staan hier meer dan {0} diep in elkaar",
    "splits de voorwaarde; geef een deel een naam met een eigen zin (een toestand)"};
inline constexpr DiagnosticKind sentenceTooLong{"B017", "zin-te-lang", Severity::error,
                                                "deze zin telt {0} woorden en tekens; ten hoogste {1} worden gelezen",
                                                "splits de zin; ontbreekt er misschien een punt?"};
inline constexpr DiagnosticKind labelTooLong{"B018", "label-te-lang", Severity::error,
                                             "een label heeft ten hoogste drie woorden; \"{0}\" heeft er meer",
                                             "kies een korter label"};
inline constexpr DiagnosticKind emptyClause{"B019", "leeg-zinsdeel", Severity::error, "achter \"{0}\" staat niets",
                                            "schrijf de voorwaarde achter \"{0}\", of verwijder het woord"};
inline constexpr DiagnosticKind conjunctionInParens{
    "B020", "voegwoord-tussen-haakjes", Severity::error,
    "\"{0}\" staat tussen haakjes, maar hoort altijd bij de hoofdzin",
    "schrijf er een eigen zin van, of verbind de voorwaarden met \"en\" en \"of\""};
inline constexpr DiagnosticKind missingSemicolon{"B021", "puntkomma-ontbreekt", Severity::error,
                                                 "het onderdeel vóór {0} wordt niet afgesloten",
                                                 "zet een puntkomma aan het einde van het vorige onderdeel"};
inline constexpr DiagnosticKind missingQuotes{"B022", "tekst-ontbreekt", Severity::error,
                                              "hier hoort een tekst tussen aanhalingstekens", "schrijf {0}"};

inline constexpr DiagnosticKind missingMainClause{"B023", "hoofdzin-ontbreekt", Severity::error,
                                                  "deze zin begint met \"{0}\" en heeft geen hoofdzin",
                                                  "zet een komma vóór het werkwoord waarmee de hoofdzin begint: Zodra "
                                                  "de melding ontvangen is, moet Opdrachtnemer ..."};

// --- Headings, readings, scenarios ---------------------------------------------------------------------------------
inline constexpr DiagnosticKind missingNumber{"B030", "nummer-ontbreekt", Severity::error,
                                              "achter \"{0}\" hoort een nummer",
                                              "schrijf bijvoorbeeld {0} 5 \"Titel\""};
inline constexpr DiagnosticKind lidOutsideArticle{"B031", "lid-buiten-artikel", Severity::error,
                                                  "dit lid staat niet onder een artikel",
                                                  "zet er een regel boven, bijvoorbeeld: artikel 6 \"Titel\""};
inline constexpr DiagnosticKind headerNotFirst{"B032", "kop-niet-bovenaan", Severity::error,
                                               "{0} staat alleen bovenaan het bestand, en eenmaal",
                                               "verplaats de kop naar de eerste regel, of verwijder hem"};
inline constexpr DiagnosticKind headerName{"B033", "kop-zonder-naam", Severity::error, "deze kop noemt geen naam",
                                           "schrijf bijvoorbeeld: voorwaarden vandeez \"Algemene voorwaarden\"."};
inline constexpr DiagnosticKind missingStandard{"B034", "standaard-ontbreekt", Severity::error,
                                                "de kwestie \"{0}\" zegt niet welke lezing de standaard is",
                                                "sluit de kwestie af met bijvoorbeeld: standaard {1}."};
inline constexpr DiagnosticKind missingReading{
    "B035", "lezing-ontbreekt", Severity::error, "de kwestie \"{0}\" heeft geen lezing",
    "schrijf onder de kwestie bijvoorbeeld: lezing ruim: De termijn is 30 dagen."};
inline constexpr DiagnosticKind outsideIssue{
    "B036", "buiten-kwestie", Severity::error, "{0} hoort in een kwestie",
    "begin met een regel \"kwestie NAAM\" en zet daaronder de lezingen en de standaard"};
inline constexpr DiagnosticKind outsideScenario{"B037", "buiten-scenario", Severity::error, "{0} hoort in een scenario",
                                                "zet er een regel boven, bijvoorbeeld: scenario \"te laat betaald\":"};
inline constexpr DiagnosticKind nameTooLong{
    "B038", "naam-te-lang", Severity::error, "een naam van een kwestie of lezing heeft ten hoogste vier woorden",
    "kies een kortere naam; achter de naam van een lezing hoort een dubbele punt"};
inline constexpr DiagnosticKind attributeWithoutType{"B039", "attribuut-zonder-type", Severity::error,
                                                     "het attribuut \"{0}\" heeft geen type",
                                                     "schrijf het type tussen haakjes: {0} ({1})"};

inline constexpr DiagnosticKind contractWithoutTerms{
    "B040", "overeenkomst-zonder-voorwaarden", Severity::error, "deze overeenkomst noemt geen voorwaarden",
    "schrijf achter de partijen onder welk document zij gesloten is, bijvoorbeeld: onder vandeez"};

inline constexpr DiagnosticKind missingConnective{
    "B041", "opsomming-zonder-voegwoord", Severity::error,
    "deze opsomming van voorwaarden zegt niet of er één genoeg is of dat alle moeten gelden",
    "zet achter het voorlaatste onderdeel «of» of «en»"};

// --- Dates, numbers, terms, amounts --------------------------------------------------------------------------------
inline constexpr DiagnosticKind noSuchDate{"B050", "datum-bestaat-niet", Severity::error, "de datum {0} bestaat niet",
                                           "{1}"};
inline constexpr DiagnosticKind noSuchTime{"B051", "tijd-bestaat-niet", Severity::error,
                                           "het tijdstip {0} bestaat niet{1}", "kies een ander tijdstip"};
inline constexpr DiagnosticKind ambiguousTime{
    "B052", "tijd-tweemaal", Severity::error,
    "het tijdstip {0} komt die nacht tweemaal voor, omdat de wintertijd ingaat",
    "schrijf het verschil met UTC erachter: +02:00 voor de eerste keer, +01:00 voor de tweede"};
inline constexpr DiagnosticKind momentExpected{"B053", "datum-verwacht", Severity::error,
                                               "hier hoort een datum met jaar, niet \"{0}\"",
                                               "schrijf bijvoorbeeld 1 maart 2025, 2025-03-01 of 1 maart 2025 14:30"};
inline constexpr DiagnosticKind unknownUnit{"B054", "onbekende-eenheid", Severity::error,
                                            "\"{0}\" is geen eenheid van tijd",
                                            "een termijn staat in uur, dagen, werkdagen, weken, maanden of jaar"};
inline constexpr DiagnosticKind wordAndFigures{"B055", "getalwoord-en-cijfers", Severity::error,
                                               "\"{0}\" en ({1}) zijn niet hetzelfde getal",
                                               "maak woord en cijfers gelijk"};
inline constexpr DiagnosticKind brokenTerm{"B056", "termijn-niet-heel", Severity::error,
                                           "een termijn is een geheel aantal; \"{0}\" is dat niet",
                                           "kies een kleinere eenheid, bijvoorbeeld 18 maanden in plaats van 1,5 jaar"};
inline constexpr DiagnosticKind brokenNumber{
    "B057", "getal-onleesbaar", Severity::error, "\"{0}\" is geen getal zoals het Nederlands het schrijft",
    "zet punten tussen groepen van drie cijfers en een komma vóór de decimalen: 1.234,56"};
inline constexpr DiagnosticKind euroMissing{"B058", "bedrag-zonder-euro", Severity::error,
                                            "het bedrag {0} noemt geen munt", "schrijf € {0}"};

// --- The parser itself ---------------------------------------------------------------------------------------------
/// Never meant to be seen, so no golden file shows it.
inline constexpr DiagnosticKind internalParseError{"B099", "interne-fout", Severity::error,
                                                   "dit bestand kon niet gelezen worden door een fout in Beding ({0})",
                                                   "meld dit met het bestand erbij"};

inline constexpr std::array parseKinds = {&invalidUtf8,
                                          &fileTooLong,
                                          &strangeCharacter,
                                          &curlyQuotes,
                                          &dash,
                                          &unclosedQuote,
                                          &noSpaceAfterStop,
                                          &gluedUnit,
                                          &missingFullStop,
                                          &missingColon,
                                          &unexpected,
                                          &unclosedParen,
                                          &unopenedParen,
                                          &brokenFence,
                                          &nestedTooDeep,
                                          &sentenceTooLong,
                                          &labelTooLong,
                                          &emptyClause,
                                          &conjunctionInParens,
                                          &missingSemicolon,
                                          &missingQuotes,
                                          &missingMainClause,
                                          &missingNumber,
                                          &lidOutsideArticle,
                                          &headerNotFirst,
                                          &headerName,
                                          &missingStandard,
                                          &missingReading,
                                          &outsideIssue,
                                          &outsideScenario,
                                          &nameTooLong,
                                          &attributeWithoutType,
                                          &contractWithoutTerms,
                                          &missingConnective,
                                          &noSuchDate,
                                          &noSuchTime,
                                          &ambiguousTime,
                                          &momentExpected,
                                          &unknownUnit,
                                          &wordAndFigures,
                                          &brokenTerm,
                                          &brokenNumber,
                                          &euroMissing,
                                          &internalParseError};

}  // namespace beding::diagnostics

// Messages about names, phrases and types: B100 to B199. See registry.h for how to add one.
#pragma once

#include <array>

#include "diagnostics/diagnostic.h"

namespace beding::diagnostics {

inline constexpr DiagnosticKind unknownPhrase{
    "B101", "onbekende-frase", Severity::error, "deze woorden vormen geen bekende frase: «{0}»",
    "schrijf een gedeclareerde frase, of declareer haar met handeling, toestand of ter beoordeling"};
inline constexpr DiagnosticKind ambiguousPhrase{
    "B102", "dubbelzinnige-frase", Severity::error,
    "deze woorden zijn op meer manieren te lezen: als «{0}» of als «{1}»",
    "zet tussen « en » wat bij elkaar hoort, of geef een van de frasen in haar declaratie andere woorden"};
inline constexpr DiagnosticKind whichInstance{"B103", "welk-exemplaar", Severity::error,
                                              "welke {0}? er staat hier geen {0} open",
                                              "open er een met «voor elke {0}», of schrijf «een {0}» of «alle {1}»"};
inline constexpr DiagnosticKind declaredTwice{"B104", "dubbele-declaratie", Severity::error, "«{0}» is al gedeclareerd",
                                              "houd een van de twee, of geef een andere naam"};
inline constexpr DiagnosticKind wrongType{"B105", "verkeerd-type", Severity::error, "hier hoort {0}, maar dit is {1}",
                                          "schrijf {0}, of een naam die daarvoor staat"};
inline constexpr DiagnosticKind unknownEvent{"B106", "onbekende-gebeurtenis", Severity::error,
                                             "onbekende gebeurtenis: «{0}»",
                                             "schrijf de naam van een gedeclareerde gebeurtenis"};
inline constexpr DiagnosticKind unknownAttribute{"B107", "onbekend-attribuut", Severity::error,
                                                 "«{1}» heeft geen attribuut «{0}»",
                                                 "gebruik een attribuut dat bij de gebeurtenis is gedeclareerd"};
inline constexpr DiagnosticKind unknownValue{
    "B108", "onbekende-waarde", Severity::error, "dit is geen bekende waarde: «{0}»",
    "schrijf een bedrag, een duur of een dag, of de naam van een parameter, grootheid of attribuut"};
inline constexpr DiagnosticKind unknownReference{"B109", "onbekende-verwijzing", Severity::error,
                                                 "er is geen uitkomst «{0}»",
                                                 "verwijs naar een lid en zo nodig een label dat bestaat"};
inline constexpr DiagnosticKind circularDefinition{
    "B110", "kringdefinitie", Severity::error, "«{0}» hangt van zichzelf af: {1}",
    "verbreek de kring: geef een van de namen een waarde die niet van de andere afhangt"};
inline constexpr DiagnosticKind unknownType{
    "B111", "onbekend-type", Severity::error, "onbekend attribuuttype: «{0}»",
    "kies uit kenmerk, verwijzing, datum, tijdstip, duur, geld, getal, percentage, tekst, vorm, rol, partij, ja/nee, "
    "lijst, periode, keuze uit \"a\", \"b\""};
inline constexpr DiagnosticKind unknownEntity{"B112", "onbekende-zaak", Severity::error, "onbekende zaak: «{0}»",
                                              "declareer haar met «zaak {0} ontstaat bij ...»"};
inline constexpr DiagnosticKind unknownNative{
    "B113", "onbekend-ingebouwd", Severity::error, "«{0}» is niet ingebouwd",
    "alleen stdlib/ bindt ingebouwde woorden; declareer hier een parameter, grootheid of toestand"};
inline constexpr DiagnosticKind unknownLibrary{"B114", "onbekende-bibliotheek", Severity::error,
                                               "onbekende bibliotheek: «{0}»",
                                               "schrijf achter «gebruikt» de naam van een map of bestand in stdlib"};
inline constexpr DiagnosticKind otherSlots{"B115", "andere-plaatsen", Severity::error,
                                           "«{0}» noemt andere zaken dan «{1}»",
                                           "noem in elke vorm van een handeling dezelfde zaken in dezelfde volgorde"};
inline constexpr DiagnosticKind durationAlone{"B116", "duur-zonder-begin", Severity::error, "{0} waarna?",
                                              "zeg vanaf wanneer de duur telt: «{0} na ...»"};
inline constexpr DiagnosticKind severalInstances{
    "B117", "meervoud", Severity::error, "«{0}» noemt er meer dan een, en hier hoort één {1}",
    "schrijf «alle {2}», «geen {1}» of «een {1}» in een voorwaarde, en «de {1}» na «voor elke {1}»"};
inline constexpr DiagnosticKind unknownAdjective{
    "B118", "onbekend-kenmerk", Severity::error, "«{0}» is geen bekend kenmerk van een {1}",
    "declareer het, bijvoorbeeld met «toestand een {1} is ... zodra ...» of ter beoordeling"};
inline constexpr DiagnosticKind notOnePhrase{"B119", "niet-een-frase", Severity::error,
                                             "tussen de haken staat niet precies één frase: «{0}»",
                                             "zet « en » om alle woorden van één gedeclareerde frase, of laat ze weg"};

// --- A contract and the documents it joins
inline constexpr DiagnosticKind unrankedDocuments{"B120", "documenten-zonder-rangorde", Severity::error,
                                                  "«{0}» en «{1}» zeggen elk wat «{2}» is, en niets zegt wie voorgaat",
                                                  "zet in de overeenkomst bijvoorbeeld: Bij strijd gaat {1} voor {0}."};
inline constexpr DiagnosticKind unknownAgreement{
    "B121", "afspraak-over-niets", Severity::error, "geen document onder deze overeenkomst kent een waarde «{0}»",
    "noem een waarde van een van de documenten, of zet een nieuwe waarde in een eigen lid van de overeenkomst"};
inline constexpr DiagnosticKind unknownTerms{
    "B122", "onbekende-voorwaarden", Severity::error, "er zijn geen voorwaarden «{0}»",
    "schrijf achter «onder» een meegeleverd document, of een bestand of map naast de overeenkomst"};
inline constexpr DiagnosticKind rankedUnknown{
    "B123", "rangorde-zonder-documenten", Severity::error,
    "deze rangorde noemt achter «gaat» geen twee documenten van de overeenkomst",
    "schrijf: Bij strijd gaat A voor B; de documenten zijn: {0}"};
inline constexpr DiagnosticKind agreementWithoutEffect{"B124", "afspraak-zonder-gevolg", Severity::error,
                                                       "«{0}» gaat voor «{1}»: deze waarde van «{2}» heeft geen gevolg",
                                                       "laat haar weg, of verander de rangorde"};
inline constexpr DiagnosticKind unknownRole{"B125", "onbekende-rol", Severity::error, "«{0}» is geen rol",
                                            "schrijf Opdrachtnemer of Opdrachtgever, met de naam erachter"};

inline constexpr std::array namesKinds{
    &unknownPhrase,    &ambiguousPhrase,  &whichInstance,    &declaredTwice,          &wrongType,
    &unknownEvent,     &unknownAttribute, &unknownValue,     &unknownReference,       &circularDefinition,
    &unknownType,      &unknownEntity,    &unknownNative,    &unknownLibrary,         &otherSlots,
    &durationAlone,    &severalInstances, &unknownAdjective, &notOnePhrase,           &unrankedDocuments,
    &unknownAgreement, &unknownTerms,     &rankedUnknown,    &agreementWithoutEffect, &unknownRole};

}  // namespace beding::diagnostics

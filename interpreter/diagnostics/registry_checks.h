// Messages about a document as a whole: B500 to B599. See registry.h for how to add one.
#pragma once

#include <array>

#include "diagnostics/diagnostic.h"

namespace beding::diagnostics {

// --- Rules that contradict each other ------------------------------------------------------------------------------
inline constexpr DiagnosticKind opposedRules{
    "B501", "tegenstrijdige-regels", Severity::error, "{0} {1}, en niets zegt welke zin voorgaat; kleinste geval: {2}",
    "zet «In afwijking van {4}» vooraan de zin die voorgaat, of schrijf «{3} gaat voor {4}.»; anders: beperk een van "
    "beide met «tenzij», of bewaar beide als lezingen van een kwestie"};
inline constexpr DiagnosticKind impossibleRequirement{
    "B502", "onmogelijke-eis", Severity::error,
    "{0} kan nooit voldoen aan de eis van {1}, en niets zegt welke zin voorgaat; kleinste geval: {2}",
    "zet «In afwijking van {4}» vooraan de bevoegdheid, of schrijf «{3} gaat voor {4}.» of «{4} gaat voor {3}.»; "
    "bewaar "
    "een echte tegenspraak als lezingen van een kwestie"};
inline constexpr DiagnosticKind unorderedValues{
    "B503", "waarde-zonder-rangorde", Severity::error,
    "twee afwijkingen geven «{0}» een andere waarde, en niets zegt welke voorgaat; kleinste geval: {1}",
    "laat de ene afwijken van het lid van de andere, of sluit met «indien» uit dat beide gelden"};
inline constexpr DiagnosticKind differentLimits{
    "B504", "verschillende-grenzen", Severity::warning,
    "{0} en {1} geven hetzelfde verschillende {2}; kleinste geval: {3}",
    "beide gelden naast elkaar; is dat zo bedoeld, zet dan «Onverminderd {4}» vooraan, en gaat een van beide voor «In "
    "afwijking van {4}»"};
inline constexpr DiagnosticKind unreadJudgement{
    "B505", "ongelezen-oordeel", Severity::warning, "geen zin leest het oordeel «{0}»: het antwoord verandert niets",
    "gebruik de woorden ervan in een voorwaarde of termijn, of laat het oordeel weg"};
inline constexpr DiagnosticKind belowMinimum{
    "B506", "onder-het-minimum", Severity::warning, "«{0}» is hier {1}, en mag niet minder zijn dan {2}",
    "noem ten minste {2}; is minder bedoeld, schrijf dan ook een ondergrens: … is ten minste {1}"};

// --- What changed since the document was locked ---------------------------------------------------------------------
inline constexpr DiagnosticKind rereadSentence{
    "B511", "zin-anders-gelezen", Severity::warning,
    "{0} {1} «{2}» heeft dezelfde woorden en leest nu iets anders dan vastgelegd: {3}",
    "klopt de nieuwe lezing, leg haar vast met «beding controleer --vastleggen»; geef anders de nieuwe declaratie "
    "andere woorden"};
inline constexpr DiagnosticKind renamedOutcome{"B512", "uitkomst-hernoemd", Severity::warning,
                                               "{0} {1} «{2}» heet nu {3} «{4}»",
                                               "wie uitkomsten bij naam noemt, vindt deze niet meer: herstel de naam, "
                                               "of leg de nieuwe vast met «beding controleer "
                                               "--vastleggen»"};
inline constexpr DiagnosticKind goneOutcome{
    "B513", "uitkomst-verdwenen", Severity::warning, "{0} heeft geen {1} «{2}» meer",
    "wie uitkomsten bij naam noemt, vindt deze niet meer: herstel haar, of leg het document opnieuw vast met «beding "
    "controleer --vastleggen»"};

inline constexpr std::array checksKinds{&opposedRules,    &impossibleRequirement, &unorderedValues,
                                        &differentLimits, &unreadJudgement,       &belowMinimum,
                                        &rereadSentence,  &renamedOutcome,        &goneOutcome};

}  // namespace beding::diagnostics

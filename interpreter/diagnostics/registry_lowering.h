// Messages about norms and the rule graph: B200 to B299. See registry.h for how to add one.
#pragma once

#include <array>

#include "diagnostics/diagnostic.h"

namespace beding::diagnostics {

inline constexpr DiagnosticKind unknownForm{
    "B201", "onbekende-zinsvorm", Severity::error, "deze zin heeft geen vorm die Beding kent",
    "zie docs/taal.md voor de zinsvormen; een norm heeft «moet», «mag» of «kan»"};
inline constexpr DiagnosticKind whichParty{
    "B202", "geen-partij", Severity::error, "de zin noemt geen partij als onderwerp",
    "schrijf wie moet, mag of kan: Opdrachtgever, Opdrachtnemer of iedere Partij"};
inline constexpr DiagnosticKind sameName{"B203", "dubbele-naam", Severity::error,
                                         "in lid {0} heten twee uitkomsten van dezelfde soort «{1}»",
                                         "geef elk van deze zinnen een eigen label"};
inline constexpr DiagnosticKind unknownReading{"B204", "onbekende-lezing", Severity::error,
                                               "kwestie «{0}» heeft geen lezing «{1}»",
                                               "kies bij «standaard» een van de lezingen"};
inline constexpr DiagnosticKind wordsLeft{"B205", "woorden-over", Severity::error,
                                          "deze woorden zijn niet te plaatsen: «{0}»",
                                          "laat ze weg, of schrijf ze als term, vorm of voorwaarde"};
inline constexpr DiagnosticKind nothingGivesWay{
    "B208", "niets-wijkt", Severity::error, "voor deze zin kan niets van «{0}» wijken",
    "verwijs met «in afwijking van» naar een zin van dezelfde soort, of zeg met «indien» of «tenzij» wanneer deze "
    "geldt"};
/// What the check of the rule graph finds.
inline constexpr DiagnosticKind graphFault{"B207", "graaf-klopt-niet", Severity::error, "de regelgraaf klopt niet: {0}",
                                           ""};
inline constexpr DiagnosticKind negativeDuty{"B210", "plicht-met-niet", Severity::error,
                                             "een plicht om iets niet te doen is een verbod",
                                             "schrijf «mag ... niet» in plaats van «moet ... niet»"};
inline constexpr DiagnosticKind clauseLeft{"B211", "zinsdeel-over", Severity::error,
                                           "in deze zinsvorm heeft «{0} ...» geen betekenis",
                                           "laat dit zinsdeel weg, of maak er een eigen zin van"};

inline constexpr DiagnosticKind notInReading{"B212", "niet-in-lezing", Severity::error,
                                             "deze zin kan geen deel van een lezing zijn",
                                             "zet haar buiten de kwestie, of schrijf de voorwaarde in de zinnen zelf"};

inline constexpr std::array loweringKinds{&unknownForm,     &whichParty, &sameName,     &unknownReading, &wordsLeft,
                                          &nothingGivesWay, &graphFault, &negativeDuty, &clauseLeft,     &notInReading};

}  // namespace beding::diagnostics

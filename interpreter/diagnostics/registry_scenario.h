// Messages about scenarios: B400 to B499. See registry.h for how to add one.
#pragma once

#include <array>

#include "diagnostics/diagnostic.h"

namespace beding::diagnostics {

inline constexpr DiagnosticKind unknownDocument{"B401", "onbekend-document", Severity::error,
                                                "er is geen document «{0}»",
                                                "schrijf achter «met» een meegeleverd document, of laat «met» weg"};
inline constexpr DiagnosticKind brokenDocument{"B402", "document-met-fouten", Severity::error,
                                               "het document «{0}» heeft zelf fouten",
                                               "bekijk ze met «beding controleer» en verbeter die eerst"};
inline constexpr DiagnosticKind badEvent{"B403", "verkeerde-gebeurtenis", Severity::error, "{0}", ""};
inline constexpr DiagnosticKind expectedLid{
    "B404", "verwachting-zonder-lid", Severity::error, "een verwachting begint met een lid",
    "schrijf bijvoorbeeld: verwacht op 16 maart 2025: 6.5 betaling is geschonden."};
inline constexpr DiagnosticKind expectedStatus{"B405", "verwachting-zonder-status", Severity::error,
                                               "deze verwachting zegt niet wat de uitkomst is",
                                               "schrijf «is» met een status, of «is er niet»"};
inline constexpr DiagnosticKind unknownField{
    "B406", "onbekend-veld", Severity::error, "een uitkomst heeft geen veld «{0}»",
    "kies uit vanaf, uiterlijk, uiterlijk laatst, tot, sinds, bedrag, open, in rekening, waarde, reden, soort, jegens"};
inline constexpr DiagnosticKind unknownChoice{"B407", "onbekende-keuze", Severity::error, "{0}",
                                              "schrijf: scenario \"…\" met lezing NAAM van LID KWESTIE:"};

/// The event is right as it is, and changes nothing.
inline constexpr DiagnosticKind unknownName{"B408", "onbekende-naam", Severity::warning, "{0}", ""};
inline constexpr DiagnosticKind unknownOutcome{"B409", "onbekende-uitkomst", Severity::error,
                                               "«{0}» kan geen uitkomst van {1} zijn: zo heet er geen",
                                               "noem een lid en zo nodig een label dat er is"};

inline constexpr std::array scenarioKinds{&unknownDocument, &brokenDocument, &badEvent,
                                          &expectedLid,     &expectedStatus, &unknownField,
                                          &unknownChoice,   &unknownName,    &unknownOutcome};

}  // namespace beding::diagnostics

// Every kind of message there is. A range per pass, each in its own header, so that a pass names its kinds directly:
//
//   B001-B099  registry_parse.h      characters, words and statements
//   B100-B199  registry_names.h      names, phrases and types
//   B200-B299  registry_lowering.h   norms and the rule graph
//   B300-B399  registry_timeline.h   timelines
//   B400-B499  registry_scenario.h   scenarios
//   B500-B599  registry_checks.h     a document as a whole: rules that contradict each other, what changed
//
// To add a kind: define it in the header of its range, put its address in the array at the end of that header, and show
// it in a golden file under tests/golden/*/bad; say it in English in english.cpp. A test fails until you do. A code is
// never given to another kind.
#pragma once

#include <vector>

#include "diagnostics/diagnostic.h"

namespace beding {

/// All kinds, in the order of their codes.
std::vector<const DiagnosticKind*> allKinds();

/// The kind with that code ("B012") or name ("punt-ontbreekt"), or nothing.
const DiagnosticKind* findKind(std::string_view codeOrName);

}  // namespace beding

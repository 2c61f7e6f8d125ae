// The ranges put together.
#include "diagnostics/registry.h"

#include <algorithm>

#include "diagnostics/registry_checks.h"
#include "diagnostics/registry_lowering.h"
#include "diagnostics/registry_names.h"
#include "diagnostics/registry_parse.h"
#include "diagnostics/registry_scenario.h"
#include "diagnostics/registry_timeline.h"

namespace beding {

std::vector<const DiagnosticKind*> allKinds() {
  std::vector<const DiagnosticKind*> all;
  const auto append = [&all](const auto& range) {
    for (const DiagnosticKind* kind : range) all.push_back(kind);
  };
  append(diagnostics::parseKinds);
  append(diagnostics::namesKinds);
  append(diagnostics::loweringKinds);
  append(diagnostics::timelineKinds);
  append(diagnostics::scenarioKinds);
  append(diagnostics::checksKinds);
  std::sort(all.begin(), all.end(), [](auto* a, auto* b) { return a->code < b->code; });
  return all;
}

const DiagnosticKind* findKind(std::string_view codeOrName) {
  for (const DiagnosticKind* kind : allKinds()) {
    if (kind->code == codeOrName || kind->name == codeOrName) return kind;
  }
  return nullptr;
}

}  // namespace beding

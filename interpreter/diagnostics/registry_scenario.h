// Messages about scenarios: B400 to B499. See registry.h for how to add one.
#pragma once

#include <array>

#include "diagnostics/diagnostic.h"

namespace beding::diagnostics {

inline constexpr std::array<const DiagnosticKind*, 0> scenarioKinds{};

}  // namespace beding::diagnostics

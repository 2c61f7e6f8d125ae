// Messages about norms and the rule graph: B200 to B299. See registry.h for how to add one.
#pragma once

#include <array>

#include "diagnostics/diagnostic.h"

namespace beding::diagnostics {

inline constexpr std::array<const DiagnosticKind*, 0> loweringKinds{};

}  // namespace beding::diagnostics

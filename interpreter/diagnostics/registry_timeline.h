// Messages about timelines: B300 to B399. See registry.h for how to add one.
#pragma once

#include <array>

#include "diagnostics/diagnostic.h"

namespace beding::diagnostics {

inline constexpr std::array<const DiagnosticKind*, 0> timelineKinds{};

}  // namespace beding::diagnostics

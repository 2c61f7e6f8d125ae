// Messages about names, phrases and types: B100 to B199. See registry.h for how to add one.
#pragma once

#include <array>

#include "diagnostics/diagnostic.h"

namespace beding::diagnostics {

inline constexpr std::array<const DiagnosticKind*, 0> namesKinds{};

}  // namespace beding::diagnostics

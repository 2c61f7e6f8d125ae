// The ways that take a timeline line by line: after every line the outcomes are those of one evaluation of all lines
// so far.
#pragma once

#include "oracle/compare.h"

namespace beding::oracle {

/// The first step after which some way differs from the engine in one go, if any does. `steps`: how the lines come in.
std::optional<Difference> toldDifference(const Rules& rules, const Question& question, const std::vector<Step>& steps);

}  // namespace beding::oracle

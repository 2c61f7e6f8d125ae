// Outcomes: what every sentence reports on the day asked for, in the order of the leden.
#pragma once

#include "generate/claims.h"

namespace beding::generate {

/// What is always so of the outcomes of each sentence.
std::string headingsOf(const Model& model);
/// The body of the function that fills `uit_`.
std::string reportOf(const Model& model, Expressions& expressions, const std::vector<LimitCall>& limits);

}  // namespace beding::generate

// Finding the outcomes that a person means.
#pragma once

#include <string_view>
#include <vector>

#include "engine/outcome.h"

namespace beding {

/// The outcomes with that lid (or a part of it: "6" covers 6.5), name, or lid and name, the document's name before the
/// lid or not: "6.5", "vandeez:6.5", "betaling", "6.5 betaling". With a key, only those. In the order of the outcomes.
std::vector<const Outcome*> selectOutcomes(const Evaluation& evaluation, std::string_view what,
                                           std::string_view key = {});

/// Those that do not sleep; when all of them sleep, all.
std::vector<const Outcome*> awakeFirst(std::vector<const Outcome*> found);

/// When nothing is called `what`: the outcomes that were perhaps meant. Of the same lid or name with another key, of
/// the same article, of a lid or name spelled nearly so.
std::vector<const Outcome*> meantOutcomes(const Evaluation& evaluation, std::string_view what);

/// Whether `lid` is `wanted` or lies in it.
bool lidCovers(std::string_view wanted, std::string_view lid);

}  // namespace beding

// The words of the interface for what the engine computes.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/plain_outcome.h"

namespace beding {

/// `soort` as the interface writes it, in the order of OutcomeKind.
inline constexpr std::array<std::string_view, 11> outcomeKindNames = {
    "plicht", "verbod",     "bevoegdheid", "uitoefening", "bedrag",    "toestand",
    "recht",  "vrijwaring", "beperking",   "vermoeden",   "eigenschap"};

constexpr std::string_view kindName(OutcomeKind kind) { return outcomeKindNames[static_cast<std::size_t>(kind)]; }

/// A rate per year as a percentage with a point and at least two decimals: `10.15`.
std::string percentageText(const Number& fraction);
/// All rates of its tables like that.
std::vector<std::vector<std::string>> percentageTexts(const PlainDocument& document);

}  // namespace beding

// A list whose items are conditions, as one condition.
#pragma once

#include <vector>

#include "parser/items.h"

namespace beding::parser {

/// Whether the items of the list behind these words are conditions.
bool announcesConditions(TokenRange words);

/// The words up to the list, and its items as one: `indien: a. V; of b. W` is `indien (V) of (W)`. Items that nothing
/// connects are reported at `place`, unless the words say that one of them is enough.
std::vector<Token> joinedConditions(TokenRange words, std::vector<TokenRange> items, Span place, ItemContext& context);

}  // namespace beding::parser

// Literals and references: dates, amounts, terms, percentages, numbers, places in a document or a statute.
#pragma once

#include <optional>

#include "parser/items.h"

namespace beding::parser {

/// An item read from the first `tokens` tokens of a range.
struct Read {
  syntax::Item item;
  std::size_t tokens = 0;
};

/// The literal or reference with which the range begins, or nothing. A literal that is wrong in itself (31 april) is
/// reported and comes back as a word.
std::optional<Read> readLiteral(TokenRange tokens, ItemContext& context);

/// A moment that must cover the whole range; reports and returns nothing otherwise.
std::optional<Moment> readMoment(TokenRange tokens, ItemContext& context);

}  // namespace beding::parser

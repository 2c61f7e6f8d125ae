// A sentence to clauses: where conjunctions and the comma of a fronted clause divide it.
#pragma once

#include "parser/items.h"

namespace beding::parser {

/// The largest number of parentheses inside each other.
inline constexpr std::size_t maxNesting = 20;

/// Divides at every conjunction. A sentence that begins with one has its main clause behind the first comma that a
/// finite or modal verb follows. Commas at either end of a clause are dropped.
std::vector<syntax::Clause> clausesOf(TokenRange tokens, ItemContext& context);

/// The ranges between commas, parentheses kept together; empty ones are left out.
std::vector<TokenRange> splitAtCommas(TokenRange tokens);

/// Number of tokens of an inline list, up to a comma that a conjunction follows.
std::size_t lengthOfInlineList(TokenRange tokens);

}  // namespace beding::parser

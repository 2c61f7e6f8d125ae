// Words and literals of scenarios as text: as written, as matched, and as a timeline writes them.
#pragma once

#include <string>
#include <vector>

#include "syntax/tree.h"

namespace beding {

using SyntaxItems = std::vector<syntax::Item>;

/// Whether the item is a value by itself: a literal or a reference to a lid.
bool isValue(const syntax::Item& item);
/// Items [begin, end) as written, with single spaces.
std::string textOf(const SyntaxItems& items, std::size_t begin, std::size_t end);
/// Their keys, with single spaces.
std::string keysOf(const SyntaxItems& items, std::size_t begin, std::size_t end);
/// The item as a timeline writes it: `1000.00`, `2025-03-01`, `14 dagen`, `ja`; text without quotes.
std::string timelineText(const syntax::Item& item);

}  // namespace beding

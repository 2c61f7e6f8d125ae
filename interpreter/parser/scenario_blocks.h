// Where scenarios stand in a file, found by their layout alone: whoever only wants to know what the clauses say can
// pass over them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace beding::parser {

/// Whole lines of a text, in bytes.
struct Block {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// The scenarios that stand as the layout has them: a head that ends its line with a colon, below it and further in
/// lines that begin with «op» or «verwacht» and end with a full stop, and nothing on them but that. About any other
/// scenario there may be something to say; it is not among these.
std::vector<Block> plainScenarios(std::string_view text);

}  // namespace beding::parser

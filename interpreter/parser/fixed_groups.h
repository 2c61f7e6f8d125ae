// Groups of words that are read as one item before anything else, wherever they stand. grammar/README.md lists them.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace beding::parser {

struct FixedGroup {
  std::string_view key;   ///< with single spaces: "in afwijking van"
  bool skeleton = false;  ///< a word of time or priority; otherwise an ordinary word that may stand in a phrase
  std::size_t words = 0;
};

/// All groups, longest first.
std::span<const FixedGroup> fixedGroups();

/// The longest group with which `words` (folded, joined by single spaces) begins at a word border, or nothing.
const FixedGroup* fixedGroupAt(std::string_view words);
/// Whether a group may begin with this word, folded.
bool beginsFixedGroup(std::string_view word);

}  // namespace beding::parser

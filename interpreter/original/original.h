// The published text taken apart into its leden, so that a changed, new or missing one can be told. Numbers are as the
// clauses write them: "6.5", "7.2.a", "2.7.(1)", "18.6.a.•1"; what stands before the first article is "aanhef", what
// stands before the first lid of article 1 is "1.aanhef", and an article without leden is "1".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace beding {

/// One lid, or a part of one. A part's words are not repeated in the lid it belongs to.
struct OriginalLid {
  std::string id;
  std::string text;        ///< on one line, single spaces; a word broken at a line's end keeps its hyphen and a space
  std::size_t line = 0;    ///< of its first word, from 1
  std::size_t column = 0;  ///< how far its number stands from the margin
  int numbered = 1;        ///< how often its number was used
};

struct OriginalArticle {
  std::string number;
  std::string title;
};

struct Original {
  std::vector<OriginalArticle> articles;
  std::vector<OriginalLid> leden;  ///< in the order of the text
};

/// Takes a text apart. Never fails: words without a number belong to the lid before them.
Original splitOriginal(std::string_view text);

/// The lid of that number, or nothing.
const OriginalLid* findLid(const Original& original, std::string_view id);

}  // namespace beding

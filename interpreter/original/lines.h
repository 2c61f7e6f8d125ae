// The lines of a published text without what belongs to the page: page numbers, repeated headers and footers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace beding::original {

struct Line {
  std::string text;        ///< without the white space around it; runs of white space inside are one space
  std::size_t column = 0;  ///< where it starts
  std::size_t number = 0;  ///< from 1
};

/// The lines that carry words, in order.
std::vector<Line> linesOf(std::string_view text);

}  // namespace beding::original

// The lexer as a table, so that reading a text needs nothing of ANTLR: make_lexer.cpp asks ANTLR for every step during
// the build.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace beding_grammar {

/// Characters that the grammar nowhere tells apart are of one class.
struct ClassRange {
  char32_t from;  ///< until the next range begins
  std::uint8_t charClass;
};

struct LexerTable {
  std::array<std::uint8_t, 128> ascii;     ///< class by character
  std::span<const ClassRange> ranges;      ///< of all characters, the first from 0
  std::size_t classes;                     ///< how many there are
  std::span<const std::uint16_t> steps;    ///< state * classes + class: the next state
  std::span<const std::uint16_t> accepts;  ///< by state: the type of the token that may end here, or 0

  static constexpr std::uint16_t noState = 0;
  static constexpr std::uint16_t start = 1;
};

const LexerTable& lexerTable();

}  // namespace beding_grammar

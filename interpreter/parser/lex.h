// Characters to words, by the table that grammar/make_lexer.cpp makes of the grammar.
#pragma once

#include <string_view>
#include <vector>

#include "parser/token.h"

namespace beding::parser {

/// One token as the grammar has it, in characters of the text it was given.
struct RawToken {
  TokenKind kind;
  std::size_t begin;
  std::size_t end;  ///< past the last character
};

/// The longest token at every place; white space and commentary are left out. Ends with a token of kind `end`.
std::vector<RawToken> lex(std::u32string_view text);

}  // namespace beding::parser

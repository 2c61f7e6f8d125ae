// The border to ANTLR: characters to tokens, tokens to a parse tree. antlr.cpp is the only file that includes it.
#pragma once

#include <string_view>

#include "parser/concrete.h"
#include "parser/token.h"

namespace beding::parser {

/// One token as ANTLR saw it, in characters of the text it was given.
struct RawToken {
  TokenKind kind;
  std::size_t begin;
  std::size_t end;  ///< past the last character
};

/// Ends with a token of kind `end`. Throws std::runtime_error, and nothing else, on an inner error.
std::vector<RawToken> lex(std::u32string_view text);

/// Reads tokens that end with one of kind `end`. Throws std::runtime_error, and nothing else, on an inner error.
Concrete readStatements(const Tokens& tokens);

}  // namespace beding::parser

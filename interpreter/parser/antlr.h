// The border to ANTLR: tokens to a parse tree. antlr.cpp is the only file of the interpreter that includes it.
#pragma once

#include "parser/concrete.h"
#include "parser/token.h"

namespace beding::parser {

/// Reads tokens that end with one of kind `end`. Throws std::runtime_error, and nothing else, on an inner error.
Concrete readStatements(const Tokens& tokens);

}  // namespace beding::parser

// A file to tokens: characters, ANTLR's lexer, and messages about what analysts paste from a word processor.
#pragma once

#include "diagnostics/diagnostic.h"
#include "parser/token.h"

namespace beding::parser {

/// Ends with a token of kind `end`. What was reported is left as a token of kind `damaged`.
Tokens readTokens(const SourceSet& sources, FileIndex file, Diagnostics& diagnostics);

}  // namespace beding::parser

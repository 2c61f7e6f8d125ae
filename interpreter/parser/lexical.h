// A file to tokens: characters, ANTLR's lexer, and messages about what analysts paste from a word processor.
#pragma once

#include "diagnostics/diagnostic.h"
#include "parser/scenario_blocks.h"
#include "parser/token.h"

namespace beding::parser {

/// Ends with a token of kind `end`. What was reported is left as a token of kind `damaged`. Blocks that it is to do
/// `without` are in order, and not read.
Tokens readTokens(const SourceSet& sources, FileIndex file, Diagnostics& diagnostics,
                  const std::vector<Block>& without = {});

}  // namespace beding::parser

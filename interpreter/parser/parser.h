// Characters to syntax tree. The only folder that knows ANTLR; no exception and no ANTLR type leaves it.
#pragma once

#include "diagnostics/diagnostic.h"
#include "source/source.h"
#include "syntax/tree.h"

namespace beding {

/// What one file may hold at most; more is reported and not read.
struct ParseLimits {
  std::size_t characters = 4'000'000;
  std::size_t tokensPerSentence = 2'000;
};

/// Whether scenarios are part of what is asked for. Those that are passed over are neither read nor checked, as far as
/// they are plainly nothing else (parser/scenario_blocks.h).
enum class Scenarios : std::uint8_t { read, passedOver };

/// Parses one file of `sources`. Always returns a tree; every independent mistake is reported and the statement it
/// stands in is left out, so that later passes never see half a statement.
syntax::File parse(const SourceSet& sources, FileIndex file, Diagnostics& diagnostics, const ParseLimits& limits = {},
                   Scenarios scenarios = Scenarios::read);

/// The words and marks of one file, one per line with place and kind, for `beding dump --stap woorden`.
std::string dumpTokens(const SourceSet& sources, FileIndex file, Diagnostics& diagnostics);

}  // namespace beding

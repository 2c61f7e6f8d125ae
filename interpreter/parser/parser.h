// Characters to syntax tree. The only folder that knows ANTLR; no exception and no ANTLR type leaves it.
#pragma once

#include "diagnostics/diagnostic.h"
#include "source/source.h"
#include "syntax/tree.h"

namespace beding {

/// Parses one file of `sources`. Always returns a tree; every independent mistake is reported and the statement it
/// stands in is left out, so that later passes never see half a statement.
syntax::File parse(const SourceSet& sources, FileIndex file, Diagnostics& diagnostics);

}  // namespace beding

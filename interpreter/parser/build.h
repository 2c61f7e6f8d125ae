// Parse tree to syntax tree.
#pragma once

#include "diagnostics/diagnostic.h"
#include "parser/concrete.h"
#include "syntax/tree.h"

namespace beding::parser {

/// Leaves out every statement in which something is or was reported.
syntax::File build(const Concrete& concrete, const Tokens& tokens, const SourceSet& sources, FileIndex index,
                   Diagnostics& diagnostics);

}  // namespace beding::parser

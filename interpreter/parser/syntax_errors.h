// What the grammar refused, in words an analyst knows.
#pragma once

#include "diagnostics/diagnostic.h"
#include "parser/concrete.h"

namespace beding::parser {

/// Reports each error, except in statements where something was reported already.
void reportSyntaxErrors(const Concrete& concrete, const Tokens& tokens, Diagnostics& diagnostics);

}  // namespace beding::parser

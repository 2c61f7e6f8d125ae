// Where statements start. Statement words ("zaak", "lezing", "op" ...) are reserved only there; elsewhere this pass
// turns them back into ordinary words. It also marks labels and list items, and notices a sentence without a full stop
// by what the next line begins with, so that one forgotten full stop is one message.
#pragma once

#include "diagnostics/diagnostic.h"
#include "parser/token.h"

namespace beding::parser {

/// `tokens` ends with a token of kind `end`, and so does the result. A statement of more than `limit` tokens is
/// reported and left as one damaged token.
Tokens markStatements(const Tokens& tokens, Diagnostics& diagnostics, std::size_t limit);

}  // namespace beding::parser

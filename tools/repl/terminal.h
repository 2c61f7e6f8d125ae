// The REPL on a terminal, or fed by a pipe: then without prompts.
#pragma once

#include <string>
#include <vector>

#include "diagnostics/text.h"

namespace beding::repl {

/// Loads the documents and reads entries until `einde` or the end of the input. Whether all of a piped input was right;
/// always true on a terminal.
bool run(const std::vector<std::string>& documents, Style style);

}  // namespace beding::repl

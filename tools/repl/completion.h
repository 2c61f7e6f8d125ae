// What the end of a line can become.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "repl/entry.h"
#include "workspace/workspace.h"

namespace beding::repl {

/// The last `length` bytes of the line can be replaced by any of the texts.
struct Completion {
  std::size_t length = 0;
  std::vector<std::string> texts;  ///< in alphabetical order
};

/// The known texts that begin with the longest possible end of the line, counted in whole words: for `moet de fac` that
/// is `de factuur betalen` before `factuur`. Letter case does not count. An empty last word completes to nothing but
/// what the words before it begin.
Completion completionOf(std::string_view line, const std::vector<std::string>& known);

/// Adds what a line of that kind may name: leden and outcomes, events with their attributes, or phrases.
void addWords(const Compiled& document, EntryKind kind, std::vector<std::string>& known);

/// What all of them begin with.
std::string commonStart(const std::vector<std::string>& texts);

}  // namespace beding::repl

// What is typed, before anything is understood of it: which lines belong together, and what kind of thing they are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace beding::repl {

enum class EntryKind : std::uint8_t {
  nothing,      ///< white space or a comment
  command,      ///< toon, waarom ...; always one line
  event,        ///< op 1 maart 2025: ...
  expectation,  ///< verwacht op 16 maart 2025: ...
  clause,       ///< a heading, a declaration or a sentence
  slip,         ///< one line that looks like a mistyped command
};

EntryKind kindOf(std::string_view entry);

/// Whether the lines so far are a whole entry: a command, a heading, or anything up to its full stop. An empty line
/// ends whatever was begun.
bool isComplete(std::string_view entry);

/// Whether the entry is one line with `artikel` or `lid`: it ends without a full stop.
bool isHeading(std::string_view entry);

/// The command's name and the words behind it: "waarom" and `6.5 voor "F1"`.
struct CommandWords {
  std::string name;
  std::string rest;
};

CommandWords commandWords(std::string_view entry);

/// Every command, in the order in which `help` tells of them.
const std::vector<std::string>& commandNames();

std::string trimmed(std::string_view text);

}  // namespace beding::repl

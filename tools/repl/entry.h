// What is typed, before anything is understood of it: which lines belong together, and what kind of thing they are.
#pragma once

#include <optional>
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

/// Lines made into entries. A line that plainly is a command gives up what was begun and not finished.
class Collector {
 public:
  struct Found {
    std::optional<std::string> entry;    ///< a whole entry
    std::optional<std::string> givenUp;  ///< what was begun before it
  };

  Found add(const std::string& line);
  /// What stands there at the end of the input.
  std::optional<std::string> rest();
  void clear() { lines_.reset(); }
  [[nodiscard]] bool isBegun() const { return lines_.has_value(); }

 private:
  std::optional<std::string> lines_;
};

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

#include "repl/entry.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace beding::repl {
namespace {

/// Words that begin a statement or heading, and so are no slip of a command.
constexpr std::array statementWords = {"voorwaarden", "bibliotheek", "overeenkomst", "gebruikt", "partijen",
                                       "artikel",     "lid",         "gebeurtenis",  "zaak",     "handeling",
                                       "toestand",    "vorm",        "ter",          "kwestie",  "scenario",
                                       "eigenschap",  "let",         "niet"};

bool isOneOf(std::string_view word, const auto& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string firstWord(std::string_view text) { return commandWords(text).name; }

/// The text without a comment at its end; a comment inside quotes is text.
std::string_view withoutComment(std::string_view line) {
  bool quoted = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '"') quoted = !quoted;
    if (!quoted && line.substr(at).starts_with("//")) return line.substr(0, at);
  }
  return line;
}

std::string_view lastLine(std::string_view text) {
  const std::size_t end = text.rfind('\n');
  return end == std::string_view::npos ? text : text.substr(end + 1);
}

bool endsWithFullStop(std::string_view entry) { return trimmed(withoutComment(lastLine(entry))).ends_with('.'); }

bool isSlip(std::string_view entry, const std::string& word) {
  const bool plain = entry.find_first_of(".:\n") == std::string_view::npos && !startsUpper(entry);
  return plain && !isOneOf(word, statementWords) && !nearest(word, commandNames()).empty();
}

}  // namespace

Collector::Found Collector::add(const std::string& line) {
  Found found;
  const bool isCommand = !line.starts_with(' ') && !line.starts_with('\t') && kindOf(line) == EntryKind::command;
  if (isCommand) found.givenUp = std::exchange(lines_, std::nullopt);
  lines_ = lines_ ? *lines_ + "\n" + line : line;
  if (isComplete(*lines_)) found.entry = std::exchange(lines_, std::nullopt);
  return found;
}

std::optional<std::string> Collector::rest() { return std::exchange(lines_, std::nullopt); }

bool isHeading(std::string_view entry) {
  const std::string word = firstWord(entry);
  return (word == "artikel" || word == "lid") && trimmed(entry).find('\n') == std::string::npos;
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(blank);
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(blank) - begin + 1));
}

const std::vector<std::string>& commandNames() {
  static const std::vector<std::string> names = {"laad", "toon",      "waarom", "vragen", "peildatum", "stel", "terug",
                                                 "undo", "vergelijk", "bewaar", "open",   "help",      "einde"};
  return names;
}

CommandWords commandWords(std::string_view entry) {
  const std::string text = trimmed(entry);
  const std::size_t end = std::min(text.find_first_of(" \t\n"), text.size());
  return {text.substr(0, end), trimmed(text.substr(end))};
}

EntryKind kindOf(std::string_view entry) {
  const std::string text = trimmed(entry);
  if (trimmed(withoutComment(lastLine(text))).empty() && text.find('\n') == std::string::npos)
    return EntryKind::nothing;
  const std::string word = firstWord(text);
  if (isOneOf(word, commandNames())) return EntryKind::command;
  if (word == "op") return EntryKind::event;
  if (word == "verwacht") return EntryKind::expectation;
  return isSlip(text, word) ? EntryKind::slip : EntryKind::clause;
}

bool isComplete(std::string_view entry) {
  const EntryKind kind = kindOf(entry);
  if (kind == EntryKind::nothing || kind == EntryKind::command || kind == EntryKind::slip) return true;
  if (trimmed(lastLine(entry)).empty()) return true;
  const std::string word = firstWord(entry);
  if (isHeading(entry)) return true;
  if (word == "scenario") return false;
  if (word == "kwestie" && firstWord(lastLine(entry)) != "standaard") return false;
  return endsWithFullStop(entry);
}

}  // namespace beding::repl

#include "parser/scenario_blocks.h"

#include <algorithm>
#include <optional>

namespace beding::parser {
namespace {

/// A line without its end, its indentation and white space behind it.
struct Line {
  std::string_view words;
  std::size_t indentation = 0;
  std::uint32_t begin = 0;
  std::uint32_t next = 0;  ///< where the line after it begins

  [[nodiscard]] bool isEmpty() const { return words.empty(); }
  [[nodiscard]] bool isRemark() const { return words.starts_with("//"); }
};

Line lineAt(std::string_view text, std::uint32_t begin) {
  const std::size_t feed = std::min(text.find('\n', begin), text.size());
  std::string_view words = text.substr(begin, feed - begin);
  const std::size_t indentation = std::min(words.find_first_not_of(' '), words.size());
  words.remove_prefix(indentation);
  while (words.ends_with(' ') || words.ends_with('\r')) words.remove_suffix(1);
  return {words, indentation, begin, static_cast<std::uint32_t>(std::min(feed + 1, text.size()))};
}

/// How often marks stand before a space or the end of the line, outside its texts.
struct Marks {
  std::size_t colons = 0, stops = 0;
  bool isPlain = true;  ///< its texts are closed, and there is no tab and no remark

  explicit Marks(std::string_view words) {
    bool inText = false;
    for (std::size_t at = 0; at < words.size(); ++at) {
      const char next = at + 1 < words.size() ? words[at + 1] : ' ';
      if (words[at] == '"') inText = !inText;
      if (inText) continue;
      if (next == ' ') colons += words[at] == ':' ? 1 : 0, stops += words[at] == '.' ? 1 : 0;
      if (words[at] == '\t' || (words[at] == '/' && next == '/')) isPlain = false;
    }
    isPlain = isPlain && !inText;
  }
};

/// One scenario, line by line.
class Reading {
 public:
  explicit Reading(std::size_t indentation) : head_(indentation) {}

  [[nodiscard]] bool isWithin(const Line& line) const { return line.indentation > head_; }

  /// False when the line is not as the layout has it.
  bool take(const Line& line) {
    if (line.isRemark()) return true;
    if (!sentence_) sentence_ = line.indentation;
    const bool begins = line.indentation == *sentence_;
    if (line.indentation < *sentence_ || begins != ended_) return false;
    if (begins && !line.words.starts_with("op ") && !line.words.starts_with("verwacht ")) return false;
    ended_ = line.words.ends_with('.');
    const Marks marks(line.words);
    return marks.isPlain && marks.colons == (begins ? 1 : 0) && marks.stops == (ended_ ? 1 : 0);
  }
  [[nodiscard]] bool isWhole() const { return sentence_ && ended_; }

 private:
  std::size_t head_;
  std::optional<std::size_t> sentence_;  ///< how far in its sentences begin
  bool ended_ = true;                    ///< the last one has
};

/// Where the lines of a scenario end; nothing when it is not a plain one.
std::optional<std::uint32_t> endOf(std::string_view text, const Line& head) {
  const Marks marks(head.words);
  if (!marks.isPlain || !head.words.ends_with(':') || marks.colons != 1 || marks.stops != 0) return std::nullopt;
  Reading reading(head.indentation);
  std::uint32_t end = head.next;
  for (std::uint32_t at = end; at < text.size();) {
    const Line line = lineAt(text, at);
    if (!line.isEmpty() && !reading.isWithin(line)) break;
    if (!line.isEmpty() && !reading.take(line)) return std::nullopt;
    at = line.next;
    if (!line.isEmpty()) end = at;
  }
  return reading.isWhole() ? std::optional(end) : std::nullopt;
}

}  // namespace

std::vector<Block> plainScenarios(std::string_view text) {
  std::vector<Block> found;
  for (std::uint32_t at = 0; at < text.size();) {
    const Line line = lineAt(text, at);
    at = line.next;
    if (!line.words.starts_with("scenario \"")) continue;
    const auto end = endOf(text, line);
    if (end) found.push_back({line.begin, at = *end});
  }
  return found;
}

}  // namespace beding::parser

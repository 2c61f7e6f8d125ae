#include "original/items.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/text.h"

namespace beding::original {
namespace {

/// A way to count, and how its number is written in the sentence.
struct Style {
  std::string_view open;
  std::string_view (*name)(std::size_t);
  bool afterMark = false;  ///< only behind a comma, colon and the like: "een (1) jaar" is no part
};

std::string_view letter(std::size_t at) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
  return at < letters.size() ? letters.substr(at, 1) : std::string_view();
}

std::string_view roman(std::size_t at) {
  constexpr std::array<std::string_view, 10> numbers = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"};
  return at < numbers.size() ? numbers[at] : std::string_view();
}

std::string_view digit(std::size_t at) {
  constexpr std::string_view digits = "123456789";
  return at < digits.size() ? digits.substr(at, 1) : std::string_view();
}

constexpr std::array styles = {Style{"(", digit, true}, Style{"(", letter, false}, Style{"(", roman, false},
                               Style{"", digit, false}};

/// One part: where its number begins and where its words do.
struct Found {
  std::size_t begin = 0;
  std::size_t words = 0;
};

bool followsMark(std::string_view before) {
  for (const std::string_view word : {" en", " of"}) {
    if (before.ends_with(word)) before.remove_suffix(word.size());
  }
  return before.empty() || std::string_view(":;,.").find(before.back()) != std::string_view::npos;
}

/// The next `(b)` behind `from`.
std::optional<Found> next(std::string_view text, std::size_t from, const Style& style, std::size_t count) {
  const std::string_view name = style.name(count);
  if (name.empty()) return std::nullopt;
  const std::string mark = std::string(style.open) + std::string(name) + ") ";
  for (std::size_t at = text.find(mark, from); at != std::string_view::npos; at = text.find(mark, at + 1)) {
    const bool wordStart = at == 0 || text[at - 1] == ' ';
    if (!wordStart) continue;
    if (style.afterMark && !followsMark(text.substr(0, at == 0 ? 0 : at - 1))) continue;
    return Found{at, at + mark.size()};
  }
  return std::nullopt;
}

std::vector<Found> all(std::string_view text, const Style& style) {
  std::vector<Found> found;
  for (auto item = next(text, 0, style, 0); item; item = next(text, found.back().words, style, found.size())) {
    found.push_back(*item);
  }
  return found;
}

/// The last part ends with its sentence; what follows belongs to the lid again.
std::size_t sentenceEnd(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find(". ", from); at != std::string_view::npos; at = text.find(". ", at + 1)) {
    if (startsUpper(text.substr(at + 2))) return at + 1;
  }
  return text.size();
}

std::string trimmedEnd(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  return std::string(text);
}

std::vector<OriginalLid> divided(const OriginalLid& lid, const std::vector<Found>& found, const Style& style) {
  const std::string_view text = lid.text;
  const std::size_t end = sentenceEnd(text, found.back().words);
  std::vector<OriginalLid> parts = {lid};
  parts.front().text = trimmedEnd(text.substr(0, found.front().begin)) + std::string(text.substr(end));
  for (std::size_t at = 0; at < found.size(); ++at) {
    const std::size_t until = at + 1 < found.size() ? found[at + 1].begin : end;
    OriginalLid part = lid;
    part.id += ".(" + std::string(style.name(at)) + ")";
    part.text = trimmedEnd(text.substr(found[at].words, until - found[at].words));
    part.numbered = 1;
    parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace

std::vector<OriginalLid> withItems(const OriginalLid& lid) {
  for (const Style& style : styles) {
    const std::vector<Found> found = all(lid.text, style);
    if (found.size() > 1) return divided(lid, found, style);
  }
  return {lid};
}

}  // namespace beding::original

#include "original/marks.h"

#include <array>

#include "base/text.h"

namespace beding::original {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// A number of at most three digits taken from the front; 0 when there is none.
int takeNumber(std::string_view& text) {
  int number = 0;
  std::size_t digits = 0;
  for (; digits < text.size() && digits < 3 && isDigit(text[digits]); ++digits)
    number = number * 10 + text[digits] - '0';
  text.remove_prefix(digits);
  return number;
}

bool take(std::string_view& text, std::string_view start) {
  if (!text.starts_with(start)) return false;
  text.remove_prefix(start.size());
  return true;
}

/// The mark ends here: at the end of the line or at a space, which is taken.
bool endsMark(std::string_view& text) { return text.empty() || take(text, " "); }

}  // namespace

std::optional<Mark> decimalMark(std::string_view line) {
  Mark mark;
  mark.article = takeNumber(line);
  if (mark.article == 0 || !take(line, ".")) return std::nullopt;
  mark.number = takeNumber(line);
  take(line, ".");
  if (mark.number == 0 || !endsMark(line)) return std::nullopt;
  mark.rest = line;
  return mark;
}

std::optional<Mark> plainMark(std::string_view line) {
  Mark mark;
  mark.number = takeNumber(line);
  if (mark.number == 0 || !take(line, ".") || !endsMark(line)) return std::nullopt;
  mark.rest = line;
  return mark;
}

std::optional<Mark> articleMark(std::string_view line) {
  if (!take(line, "Artikel ") && !take(line, "ARTIKEL ")) return std::nullopt;
  Mark mark;
  mark.number = takeNumber(line);
  if (mark.number == 0) return std::nullopt;
  for (const std::string_view between : {".", ":", " ", "-", "–", " "}) take(line, between);
  if (!line.empty() && !startsUpper(line)) return std::nullopt;
  mark.rest = line;
  return mark;
}

std::optional<Mark> bareArticleMark(std::string_view line) {
  Mark mark;
  mark.number = takeNumber(line);
  take(line, ".");
  if (mark.number == 0 || !take(line, " ") || !startsUpper(line)) return std::nullopt;
  mark.rest = line;
  return mark;
}

std::optional<Mark> letterMark(std::string_view line) {
  if (line.size() < 2 || line[0] < 'a' || line[0] > 'z' || (line[1] != '.' && line[1] != ')')) return std::nullopt;
  Mark mark{0, line[0] - 'a' + 1, {}};
  line.remove_prefix(2);
  if (!endsMark(line)) return std::nullopt;
  mark.rest = line;
  return mark;
}

std::optional<Mark> bulletMark(std::string_view line) {
  constexpr std::array<std::string_view, 4> bullets = {"•", "·", "▪", "◦"};
  for (const std::string_view bullet : bullets) {
    if (!take(line, bullet)) continue;
    take(line, " ");
    return Mark{0, 1, line};
  }
  return std::nullopt;
}

}  // namespace beding::original

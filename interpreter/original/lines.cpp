#include "original/lines.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"

namespace beding::original {
namespace {

constexpr std::size_t tabWidth = 4;
/// A line that stands by itself this often is a header or footer.
constexpr int repeats = 3;

struct RawLine : Line {
  bool alone = false;  ///< set apart from the lines above and below it, more than lines of this text usually are
};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Where the words begin; tabs count to the next stop.
std::size_t columnOf(std::string_view line) {
  std::size_t column = 0;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = decode(line, at);
    if (!isSpace(c.value)) break;
    column = c.value == U'\t' ? (column / tabWidth + 1) * tabWidth : column + 1;
    at += c.size;
  }
  return column;
}

std::string singleSpaced(std::string_view line) {
  std::string text;
  bool gap = false;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = decode(line, at);
    if (isSpace(c.value)) {
      gap = !text.empty();
    } else {
      if (gap) text += ' ';
      text += line.substr(at, c.size);
      gap = false;
    }
    at += c.size;
  }
  return text;
}

/// How many empty lines stand between the lines of a sentence: most gaps are within sentences, so the first quarter is.
std::size_t usualGap(std::vector<std::size_t> gaps) {
  std::sort(gaps.begin(), gaps.end());
  return gaps[gaps.size() / 4];
}

void markAlone(std::vector<RawLine>& lines) {
  std::vector<RawLine*> filled;
  std::vector<std::size_t> gaps;  // before each filled line, and after the last one
  std::size_t gap = lines.size();
  for (RawLine& line : lines) {
    if (line.text.empty()) {
      ++gap;
      continue;
    }
    filled.push_back(&line);
    gaps.push_back(gap);
    gap = 0;
  }
  gaps.push_back(lines.size());
  const std::size_t usual = usualGap(gaps);
  for (std::size_t at = 0; at < filled.size(); ++at) {
    const auto [least, most] = std::minmax(gaps[at], gaps[at + 1]);
    filled[at]->alone = least > 0 && most > usual;
  }
}

/// A form feed ends a line and leaves an empty one, so that what stands at the edge of a page stands alone.
std::vector<RawLine> rawLines(std::string_view text) {
  std::vector<RawLine> lines;
  std::size_t number = 1;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\f\r", begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    lines.push_back({{singleSpaced(line), columnOf(line), number}, false});
    const bool feed = end < text.size() && text[end] == '\f';
    const bool both = end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n';
    if (feed) lines.push_back({{{}, 0, number}, false});
    number += feed ? 0 : 1;
    begin = end + (both ? 2 : 1);
  }
  markAlone(lines);
  return lines;
}

/// `3`, `- 3 -`, `Pagina 3 van 12`, `3/12`: nothing but a number of pages.
bool isPageNumber(std::string_view line) {
  constexpr std::array<std::string_view, 9> words = {"pagina", "blz.", "blz", "bladzijde", "page",
                                                     "van",    "of",   "/",   "-"};
  std::string rest;
  for (const char c : fold(line)) {
    const bool mark = c == '/' || c == '-';
    rest += mark ? std::string(" ") + c + " " : std::string(1, c);
  }
  bool digits = false;
  for (std::size_t begin = 0; begin < rest.size();) {
    const std::size_t end = std::min(rest.find(' ', begin), rest.size());
    const std::string_view word = std::string_view(rest).substr(begin, end - begin);
    const bool number = !word.empty() && word.size() < 4 && std::all_of(word.begin(), word.end(), isDigit);
    if (!word.empty() && !number && std::find(words.begin(), words.end(), word) == words.end()) return false;
    digits = digits || number;
    begin = end + 1;
  }
  return digits;
}

/// The line with every number the same, as headers with a page number repeat.
std::string pattern(std::string_view line) {
  std::string text;
  for (const char c : line) {
    if (!isDigit(c)) {
      text += c;
    } else if (!text.ends_with('#')) {
      text += '#';
    }
  }
  return text;
}

}  // namespace

std::vector<Line> linesOf(std::string_view text) {
  const std::vector<RawLine> raw = rawLines(text);
  std::map<std::string, int> seen;
  for (const RawLine& line : raw) seen[pattern(line.text)] += line.alone ? 1 : 0;
  std::vector<Line> lines;
  for (const RawLine& line : raw) {
    const bool furniture = line.alone && (isPageNumber(line.text) || seen[pattern(line.text)] >= repeats);
    if (!line.text.empty() && !furniture) lines.push_back(line);
  }
  return lines;
}

}  // namespace beding::original

#include "generate/lines.h"

#include <algorithm>
#include <vector>

namespace beding::generate {

namespace {

using Text = std::string_view;

struct Line {
  std::size_t indent = 0;
  std::string text;
  [[nodiscard]] bool hasRoomFor(std::size_t more) const { return indent + text.size() + more <= lineWidth; }
};
using Lines = std::vector<Line>;

/// Behind the text that begins with this quote.
std::size_t behindText(Text code, std::size_t at) {
  for (++at; at < code.size() && code[at] != '"'; ++at)
    if (code[at] == '\\') ++at;
  return std::min(code.size(), at + 1);
}

/// Visits every place outside texts.
template <class Visit>
void eachPlace(Text code, Visit visit) {
  for (std::size_t at = 0; at < code.size();) {
    if (code[at] == '"') {
      at = behindText(code, at);
    } else {
      visit(at++);
    }
  }
}

/// 1 where a bracket opens, -1 where one closes. Comparisons and arrows stand apart from names.
int bracket(Text code, std::size_t at) {
  const char sign = code[at], before = at > 0 ? code[at - 1] : ' ';
  if (sign == '(' || sign == '{' || (sign == '<' && before != ' ' && before != '<')) return 1;
  return sign == ')' || sign == '}' || (sign == '>' && before != ' ' && before != '-') ? -1 : 0;
}

Text trimmed(Text code) {
  const std::size_t first = code.find_first_not_of(' ');
  return first == Text::npos ? Text() : code.substr(first, code.find_last_not_of(' ') - first + 1);
}

/// The parts that end with `mark`, or with the end, outside brackets.
std::vector<Text> divided(Text code, char mark) {
  std::vector<Text> parts;
  std::size_t begin = 0;
  int depth = 0;
  eachPlace(code, [&](std::size_t at) {
    depth += bracket(code, at);
    if (code[at] != mark || depth != 0) return;
    parts.push_back(trimmed(code.substr(begin, at + 1 - begin)));
    begin = at + 1;
  });
  if (const Text last = trimmed(code.substr(begin)); !last.empty()) parts.push_back(last);
  return parts;
}

/// Code around the longest pair of brackets that holds more than one thing; all of it is `before` when there is none.
struct Around {
  Text before, inside, after;
  [[nodiscard]] bool isBlock() const { return before.ends_with('{') && inside.starts_with(' '); }
};

Around aroundLongest(Text code) {
  std::vector<std::size_t> open;
  std::size_t from = code.size(), to = code.size();
  eachPlace(code, [&](std::size_t at) {
    const int sign = bracket(code, at);
    if (sign > 0) open.push_back(at);
    if (sign >= 0 || open.empty()) return;
    const std::size_t begin = open.back();
    open.pop_back();
    const bool hasMore = code.substr(begin, at - begin).find_first_of(",;") != Text::npos;
    if (hasMore && at - begin > to - from) from = begin, to = at;
  });
  if (from == to) return {code, {}, {}};
  return {code.substr(0, from + 1), code.substr(from + 1, to - from - 1), code.substr(to)};
}

Lines folded(Text code, std::size_t indent);

void append(Lines& lines, Lines more) { std::move(more.begin(), more.end(), std::back_inserter(lines)); }

/// Each statement by itself.
Lines foldedBlock(const Around& block, std::size_t indent) {
  Lines lines = folded(block.before, indent);
  for (const Text statement : divided(block.inside, ';')) append(lines, folded(statement, indent + 2));
  append(lines, folded(block.after, indent));
  return lines;
}

/// `apart`: each on a line of its own, else as many as there is room for.
void addParts(Lines& lines, Text parts, std::size_t indent, bool apart) {
  for (const Text part : divided(parts, ',')) {
    const bool isFirst = bracket(lines.back().text, lines.back().text.size() - 1) > 0;
    if (!apart && lines.back().hasRoomFor(part.size() + 1))
      lines.back().text += (isFirst ? "" : " ") + std::string(part);
    else
      append(lines, folded(part, indent + 4));
  }
}

Lines foldedList(const Around& list, std::size_t indent) {
  const Lines before = folded(list.before, indent);
  Lines lines = before;
  addParts(lines, list.inside, indent, false);
  const bool hasBroken = lines.size() > before.size();
  if (!hasBroken) addParts(lines = before, list.inside, indent, true);  // only what stands behind has no room
  const Line last = std::move(lines.back());
  lines.pop_back();
  append(lines, folded(last.text + std::string(list.after), last.indent));
  return lines;
}

Lines folded(Text code, std::size_t indent) {
  const Around around = aroundLongest(code);
  if (indent + code.size() <= lineWidth || around.inside.empty()) return {{indent, std::string(code)}};
  return around.isBlock() ? foldedBlock(around, indent) : foldedList(around, indent);
}

/// Words behind the same sign on every line.
Lines foldedComment(Text comment, std::size_t indent) {
  const std::string sign(comment.substr(0, comment.find_first_not_of('/')));
  Lines lines{{indent, sign}};
  Text words = comment.substr(sign.size());
  while (!(words = trimmed(words)).empty()) {
    const Text word = words.substr(0, words.find(' '));
    if (!lines.back().hasRoomFor(word.size() + 1)) lines.push_back({indent, sign});
    lines.back().text += " " + std::string(word);
    words.remove_prefix(word.size());
  }
  return lines;
}

/// Where a comment begins; none: at the end.
std::size_t commentIn(Text code) {
  std::size_t found = code.size();
  eachPlace(code, [&](std::size_t at) {
    if (found == code.size() && code.substr(at, 2) == "//") found = at;
  });
  return found;
}

Lines foldedLine(Text line) {
  const std::size_t indent = std::min(line.size(), line.find_first_not_of(' '));
  const Text code = line.substr(indent);
  if (line.size() <= lineWidth) return {{indent, std::string(code)}};
  const std::size_t comment = commentIn(code);
  Lines lines = comment < code.size() ? foldedComment(code.substr(comment), indent) : Lines{};
  if (comment > 0) append(lines, folded(trimmed(code.substr(0, comment)), indent));
  return lines;
}

}  // namespace

std::string foldedLines(std::string_view code) {
  std::string text;
  while (!code.empty()) {
    const std::size_t end = std::min(code.size(), code.find('\n'));
    for (const Line& line : foldedLine(code.substr(0, end)))
      text += std::string(line.text.empty() ? 0 : line.indent, ' ') + line.text + "\n";
    code.remove_prefix(std::min(code.size(), end + 1));
  }
  return text;
}

}  // namespace beding::generate

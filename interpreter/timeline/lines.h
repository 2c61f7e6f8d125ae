// A text as lines.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace beding {

inline bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

/// Calls `visit` with every line as it stands, without its line feed, and its place from 0.
template <class Visit>
void eachRawLine(std::string_view text, Visit visit) {
  for (std::size_t place = 0; !text.empty(); ++place) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    visit(line, place);
  }
}

/// The same with every line that has something on it, without the white space around it.
template <class Visit>
void eachLine(std::string_view text, Visit visit) {
  eachRawLine(text, [&](std::string_view line, std::size_t place) {
    while (!line.empty() && isBlank(line.back())) line.remove_suffix(1);
    while (!line.empty() && isBlank(line.front())) line.remove_prefix(1);
    if (!line.empty()) visit(line, place);
  });
}

}  // namespace beding

// Bytes as string literals of C++.
#pragma once

#include <cstdio>
#include <ostream>
#include <string>
#include <string_view>

namespace beding::embed {

/// One byte as it stands in a string literal. Octal escapes end after three digits, whatever follows.
inline std::string escaped(char c) {
  if (c == '"' || c == '\\') {
    return {'\\', c};
  }
  if (c >= ' ' && c <= '~' && c != '?') {  // "??" would begin a trigraph
    return {c};
  }
  std::string text(5, '\0');
  const int length =
      std::snprintf(text.data(), text.size(), "\\%03o", static_cast<unsigned>(static_cast<unsigned char>(c)));
  text.resize(static_cast<std::size_t>(length));
  return text;
}

/// The text as string literals, one per line of it.
inline void writeLiteral(std::ostream& out, std::string_view text) {
  out << '"';
  for (std::size_t at = 0; at < text.size(); ++at) {
    out << escaped(text[at]);
    if (text[at] == '\n' && at + 1 < text.size()) {
      out << "\"\n    \"";
    }
  }
  out << '"';
}

}  // namespace beding::embed

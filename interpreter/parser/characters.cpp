#include "parser/characters.h"

#include "base/text.h"
#include "diagnostics/registry_parse.h"

namespace beding::parser {
namespace {

constexpr char32_t byteOrderMark = 0xFEFF;

/// End of the run of invalid bytes that starts at `at`.
std::size_t endOfInvalid(std::string_view text, std::size_t at) {
  while (at < text.size() && !decode(text, at).valid) ++at;
  return at;
}

/// An ASCII character with no accent behind it.
bool isPlain(std::string_view text, std::size_t at) {
  return isAscii(text[at]) && (at + 1 == text.size() || isAscii(text[at + 1]));
}

void append(Characters& result, char32_t value, std::size_t offset) {
  result.text.push_back(value);
  result.offsets.push_back(static_cast<std::uint32_t>(offset));
}

/// Reads the character at `at`, with the accent behind it when the two are one letter; returns where the next begins.
std::size_t readCharacter(std::string_view text, std::size_t at, Characters& result) {
  const CodePoint c = decode(text, at);
  const std::size_t next = at + c.size;
  const CodePoint accent = next < text.size() ? decode(text, next) : CodePoint{};
  const char32_t both = accent.value >= 0x300 ? composed(c.value, accent.value) : 0;
  append(result, both == 0 ? c.value : both, at);
  return both == 0 ? next : next + accent.size;
}

}  // namespace

Characters charactersOf(const SourceFile& file, FileIndex index, Diagnostics& diagnostics) {
  const std::string_view text = file.text();
  Characters result;
  result.text.reserve(text.size());
  result.offsets.reserve(text.size() + 1);
  std::size_t at = !text.empty() && decode(text, 0).value == byteOrderMark ? 3 : 0;
  while (at < text.size()) {
    if (isPlain(text, at)) {
      append(result, static_cast<unsigned char>(text[at]), at);
      ++at;
      continue;
    }
    const std::size_t end = endOfInvalid(text, at);
    if (end > at) {
      diagnostics.report(diagnostics::invalidUtf8,
                         {index, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
      append(result, 0xFFFD, at);
      at = end;
    } else {
      at = readCharacter(text, at, result);
    }
  }
  result.offsets.push_back(static_cast<std::uint32_t>(text.size()));
  return result;
}

}  // namespace beding::parser

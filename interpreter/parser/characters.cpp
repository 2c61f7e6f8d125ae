#include "parser/characters.h"

#include <numeric>
#include <utility>

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

/// As many plain characters as there are from `at` up to `stop`; returns where they end.
std::size_t readPlain(std::string_view text, std::size_t at, std::size_t stop, Characters& result) {
  std::size_t end = at;
  while (end < stop && isPlain(text, end)) ++end;
  const std::size_t before = result.offsets.size();
  result.text.append(text.begin() + at, text.begin() + end);
  result.offsets.resize(before + end - at);
  std::iota(result.offsets.begin() + static_cast<std::ptrdiff_t>(before), result.offsets.end(),
            static_cast<std::uint32_t>(at));
  return end;
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

class Reader {
 public:
  Reader(const SourceFile& file, FileIndex index, Diagnostics& diagnostics)
      : text_(file.text()), index_(index), diagnostics_(diagnostics) {
    result_.text.reserve(text_.size());
    result_.offsets.reserve(text_.size() + 1);
  }

  Characters read(const std::vector<Block>& without) {
    std::size_t at = !text_.empty() && decode(text_, 0).value == byteOrderMark ? 3 : 0;
    for (const Block& block : without) {
      readPart(at, block.begin);
      at = block.end;
    }
    readPart(at, text_.size());
    result_.offsets.push_back(static_cast<std::uint32_t>(text_.size()));
    return std::move(result_);
  }

 private:
  void readPart(std::size_t at, std::size_t stop) {
    while ((at = readPlain(text_, at, stop, result_)) < stop) {
      const std::size_t end = endOfInvalid(text_, at);
      at = end > at ? reportInvalid(at, end) : readCharacter(text_, at, result_);
    }
  }
  std::size_t reportInvalid(std::size_t at, std::size_t end) {
    diagnostics_.report(diagnostics::invalidUtf8,
                        {index_, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    append(result_, 0xFFFD, at);
    return end;
  }

  std::string_view text_;
  FileIndex index_;
  Diagnostics& diagnostics_;
  Characters result_;
};

}  // namespace

Characters charactersOf(const SourceFile& file, FileIndex index, Diagnostics& diagnostics,
                        const std::vector<Block>& without) {
  return Reader(file, index, diagnostics).read(without);
}

}  // namespace beding::parser

// Decoding follows RFC 3629: overlong forms, surrogates and values past U+10FFFF are invalid.
#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace beding {
namespace {

constexpr char32_t replacement = 0xFFFD;

std::uint32_t lengthOf(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

bool isContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

bool isAllowed(char32_t value, std::uint32_t size) {
  if (value >= 0xD800 && value <= 0xDFFF) return false;
  return (size != 3 || value >= 0x800) && (size != 4 || (value >= 0x10000 && value <= 0x10FFFF));
}

/// Lower case for Latin-1 and Latin Extended-A, which is every letter Dutch names and loan words use.
char32_t lower(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c + 32;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
  if (c == 0x178) return 0xFF;
  const bool evenIsUpper = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177);
  const bool oddIsUpper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  if ((evenIsUpper && c % 2 == 0) || (oddIsUpper && c % 2 == 1)) return c + 1;
  return c;
}

char32_t upper(char32_t c) {
  if (c >= U'a' && c <= U'z') return c - 32;
  if (c >= 0xE0 && c <= 0xFE && c != 0xF7) return c - 32;
  return c;
}

bool isIgnored(char32_t c) { return c == 0xAD || c == 0x200B || c == 0xFEFF; }

char32_t plain(char32_t c) {
  if (c == 0x2018 || c == 0x2019 || c == 0x201A) return U'\'';
  if (c == 0x201C || c == 0x201D || c == 0x201E) return U'"';
  if (c == 0x2010 || c == 0x2011) return U'-';
  return c;
}

/// The character at `offset`, one with the accent behind it when there is such a letter.
CodePoint decodeComposed(std::string_view text, std::size_t offset) {
  const CodePoint c = decode(text, offset);
  const bool alone = offset + c.size >= text.size() || isAscii(text[offset + c.size]);
  if (alone) return c;
  const CodePoint accent = decode(text, offset + c.size);
  const char32_t both = accent.value >= 0x300 ? composed(c.value, accent.value) : 0;
  return both == 0 ? c : CodePoint{both, c.size + accent.size, true};
}

/// What a byte is to `fold`, by its value.
enum class FoldsTo : std::uint8_t { itself, space, other };
constexpr std::array<FoldsTo, 256> foldsTo = [] {
  std::array<FoldsTo, 256> all{};
  for (std::size_t byte = 0; byte < all.size(); ++byte) {
    const bool itself = byte > ' ' && byte < 0x7F && (byte < 'A' || byte > 'Z');
    all[byte] = itself ? FoldsTo::itself : byte == ' ' ? FoldsTo::space : FoldsTo::other;
  }
  return all;
}();

/// Lower-case ASCII with single spaces between words folds to itself; most words are such.
bool isFolded(std::string_view text) {
  bool gap = true;  // no space may come now
  for (const char byte : text) {
    const FoldsTo to = foldsTo[static_cast<unsigned char>(byte)];
    if (to == FoldsTo::other || (gap && to == FoldsTo::space)) return false;
    gap = to == FoldsTo::space;
  }
  return text.empty() || !gap;
}

/// How many bytes at the start are ASCII, eight at a time: at most seven more are.
std::size_t asciiEights(std::string_view text) {
  std::size_t count = 0;
  for (std::uint64_t eight = 0; count + 8 <= text.size(); count += 8) {
    std::memcpy(&eight, text.data() + count, sizeof eight);
    if ((eight & 0x8080808080808080) != 0) break;
  }
  return count;
}

std::u32string codePoints(std::string_view text) {
  std::u32string result;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    result.push_back(c.value);
    at += c.size;
  }
  return result;
}

/// One row of the distance table from the two before it.
void nextRow(const std::u32string& a, const std::u32string& b, std::size_t i,
             std::array<std::vector<std::size_t>, 3>& rows) {
  auto& [before, last, row] = rows;
  row[0] = i;
  for (std::size_t j = 1; j <= b.size(); ++j) {
    row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
    const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
    if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
  }
}

bool isDigit(char letter) { return letter >= '0' && letter <= '9'; }

/// Leading digits as a number; the rest stays in `text`.
std::uint64_t takeNumber(std::string_view& text) {
  std::uint64_t number = 0;
  while (!text.empty() && isDigit(text.front())) {
    number = number * 10 + static_cast<std::uint64_t>(text.front() - '0');
    text.remove_prefix(1);
  }
  return number;
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t offset) {
  const auto lead = static_cast<unsigned char>(text[offset]);
  const std::uint32_t size = lengthOf(lead);
  if (size == 1) return {lead, 1, true};
  if (size == 0 || offset + size > text.size()) return {replacement, 1, false};
  char32_t value = lead & (0xFFu >> (size + 1));
  for (std::uint32_t i = 1; i < size; ++i) {
    if (!isContinuation(text[offset + i])) return {replacement, 1, false};
    value = (value << 6) | (static_cast<unsigned char>(text[offset + i]) & 0x3F);
  }
  return isAllowed(value, size) ? CodePoint{value, size, true} : CodePoint{replacement, 1, false};
}

void appendUtf8(std::string& out, char32_t value) {
  const auto byte = [&out](char32_t bits) { out.push_back(static_cast<char>(bits)); };
  if (value < 0x80) return byte(value);
  if (value < 0x800) {
    byte(0xC0 | (value >> 6));
  } else if (value < 0x10000) {
    byte(0xE0 | (value >> 12));
    byte(0x80 | ((value >> 6) & 0x3F));
  } else {
    byte(0xF0 | (value >> 18));
    byte(0x80 | ((value >> 12) & 0x3F));
    byte(0x80 | ((value >> 6) & 0x3F));
  }
  byte(0x80 | (value & 0x3F));
}

std::size_t characters(std::string_view text) {
  std::size_t count = asciiEights(text);
  for (std::size_t at = count; at < text.size(); ++count) at += isAscii(text[at]) ? 1 : decode(text, at).size;
  return count;
}

bool isUtf8(std::string_view text) {
  for (std::size_t at = 0;;) {
    at += asciiEights(text.substr(at));
    while (at < text.size() && isAscii(text[at])) ++at;
    if (at == text.size()) return true;
    const CodePoint c = decode(text, at);
    if (!c.valid) return false;
    at += c.size;
  }
}

std::string validUtf8(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    appendUtf8(result, c.value);
    at += c.size;
  }
  return result;
}

char32_t composed(char32_t letter, char32_t accent) {
  using namespace std::string_view_literals;
  constexpr std::u32string_view letters = U"aeiouyncAEIOUYNC";
  constexpr std::array<std::u32string_view, 6> rows = {U"àèìòù\0\0\0ÀÈÌÒÙ\0\0\0"sv, U"áéíóúýńćÁÉÍÓÚÝŃĆ"sv,
                                                       U"âêîôûŷ\0ĉÂÊÎÔÛŶ\0Ĉ"sv,     U"ã\0ĩõũ\0ñ\0Ã\0ĨÕŨ\0Ñ\0"sv,
                                                       U"äëïöüÿ\0\0ÄËÏÖÜŸ\0\0"sv,   U"\0ȩ\0\0\0\0ņç\0Ȩ\0\0\0\0ŅÇ"sv};
  constexpr std::u32string_view accents = U"\u0300\u0301\u0302\u0303\u0308\u0327";
  const std::size_t column = letters.find(letter);
  const std::size_t row = accents.find(accent);
  if (column == letters.npos || row == accents.npos) return 0;
  return rows[row].size() > column ? rows[row][column] : 0;
}

std::string fold(std::string_view text) {
  if (isFolded(text)) return std::string(text);
  std::string result;
  result.reserve(text.size());
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decodeComposed(text, at);
    at += c.size;
    if (isIgnored(c.value)) continue;
    if (isSpace(c.value)) {
      gap = !result.empty();
      continue;
    }
    if (gap) result.push_back(' ');
    gap = false;
    appendUtf8(result, plain(lower(c.value)));
  }
  return result;
}

std::string capitalised(std::string_view text) {
  if (text.empty()) return {};
  const CodePoint first = decode(text, 0);
  std::string result;
  appendUtf8(result, upper(first.value));
  result += text.substr(first.size);
  return result;
}

bool startsUpper(std::string_view text) {
  if (text.empty()) return false;
  const char32_t first = decode(text, 0).value;
  return lower(first) != first;
}

bool isSpace(char32_t c) {
  return c == U' ' || (c >= U'\t' && c <= U'\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x202F || c == 0xFEFF;
}

std::string withSingleSpaces(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && isAscii(text[end]) && text[end] > ' ') ++end;
    result += text.substr(at, end - at);
    if ((at = end) == text.size()) break;
    const CodePoint c = decode(text, at);
    if (!isSpace(c.value))
      result += text.substr(at, c.size);
    else if (!result.empty() && result.back() != ' ')
      result += ' ';
    at += c.size;
  }
  return result;
}

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t length = characters(text);
  return std::string(text) + std::string(width > length ? width - length : 0, ' ');
}

std::string shortened(std::string_view text) {
  constexpr std::size_t most = 80;
  std::size_t end = 0;
  for (std::size_t count = 0; count < most && end < text.size(); ++count) end += decode(text, end).size;
  return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

std::string inQuotes(std::string_view text) {
  std::string result(1, '"');
  result += text;
  result += '"';
  return result;
}

void addWord(std::string& words, std::string_view word) {
  if (!words.empty()) words += ' ';
  words += word;
}

std::size_t editDistance(std::string_view left, std::string_view right) {
  const std::u32string a = codePoints(left);
  const std::u32string b = codePoints(right);
  std::array<std::vector<std::size_t>, 3> rows;
  rows.fill(std::vector<std::size_t>(b.size() + 1));
  for (std::size_t j = 0; j <= b.size(); ++j) rows[1][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    nextRow(a, b, i, rows);
    std::rotate(rows.begin(), rows.begin() + 1, rows.end());
  }
  return rows[1][b.size()];
}

namespace {

/// Compounds that differ in the middle only: betaaltermijn, betalingstermijn.
bool sameCompound(std::string_view a, std::string_view b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t front = 0, back = 0;
  while (front < shorter && a[front] == b[front]) ++front;
  while (back < shorter - front && a[a.size() - 1 - back] == b[b.size() - 1 - back]) ++back;
  return front >= 3 && back >= 3 && 4 * (front + back) >= 3 * shorter;
}

}  // namespace

std::vector<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
  const std::string wanted = fold(word);
  const std::size_t length = characters(wanted);
  const std::size_t allowed = std::max<std::size_t>(1, length / 3);
  std::vector<std::pair<std::size_t, std::string>> close;
  for (const std::string& candidate : candidates) {
    const std::string known = fold(candidate);
    const std::size_t other = characters(known);
    const bool isCompound = sameCompound(wanted, known);
    if (!isCompound && std::max(length, other) - std::min(length, other) > allowed)
      continue;  // far, whatever the letters
    const std::size_t distance = editDistance(wanted, known);
    if (distance <= allowed || isCompound) close.emplace_back(distance, candidate);
  }
  std::sort(close.begin(), close.end());
  close.erase(std::unique(close.begin(), close.end()), close.end());
  std::vector<std::string> result;
  for (std::size_t i = 0; i < close.size() && i < 3; ++i) result.push_back(close[i].second);
  return result;
}

int compareNumbered(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    if (isDigit(a.front()) && isDigit(b.front())) {
      const auto x = takeNumber(a), y = takeNumber(b);
      if (x != y) return x < y ? -1 : 1;
      continue;
    }
    if (a.front() != b.front())
      return static_cast<unsigned char>(a.front()) < static_cast<unsigned char>(b.front()) ? -1 : 1;
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  return a.empty() ? (b.empty() ? 0 : -1) : 1;
}

}  // namespace beding

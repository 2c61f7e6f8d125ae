// Text helpers that know UTF-8 and Dutch spelling, and nothing of the language.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace beding {

/// One character of a UTF-8 text. An invalid byte counts as one character with `valid` false and value U+FFFD.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 1;  ///< bytes it takes in the text
  bool valid = true;
};

/// Whether a byte is a character by itself.
constexpr bool isAscii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

/// The character at byte `offset`, which must lie inside the text.
CodePoint decode(std::string_view text, std::size_t offset);
void appendUtf8(std::string& out, char32_t value);

/// Number of characters (code points), not bytes.
std::size_t characters(std::string_view text);
/// Whether every byte belongs to a character.
bool isUtf8(std::string_view text);
/// The same text with every invalid byte replaced by U+FFFD; a valid text comes back as it is.
std::string validUtf8(std::string_view text);

/// A letter and the accent that follows it as one character (o and U+0301 is ó), or 0 when there is no such letter.
char32_t composed(char32_t letter, char32_t accent);

/// How words are compared: lower case (also É, Ï), curly apostrophes and special hyphens made plain, soft hyphens and
/// zero-width spaces dropped, accents kept and made one with their letter, runs of white space one space.
std::string fold(std::string_view text);
/// Upper case for the first letter, also when it has an accent.
std::string capitalised(std::string_view text);
/// Whether the first character is an upper-case letter.
bool startsUpper(std::string_view text);
/// White space as analysts paste it: also no-break and thin spaces, and the byte order mark.
bool isSpace(char32_t value);
/// Runs of white space made one space, and none at the beginning: a sentence on one line.
std::string withSingleSpaces(std::string_view text);

/// The text with spaces behind it, up to `width` characters.
std::string padded(std::string_view text, std::size_t width);
/// The text as far as a message shows it: of a long one the first 80 characters, and "…".
std::string shortened(std::string_view text);
/// "text"
std::string inQuotes(std::string_view text);
/// Adds a word, with a space before it unless it is the first.
void addWord(std::string& words, std::string_view word);

/// Below, at or above zero. As numbered: runs of digits compare as numbers, so 6.2 comes before 6.10.
int compareNumbered(std::string_view a, std::string_view b);

/// Damerau-Levenshtein distance in characters: a swapped pair of neighbours counts as one change.
std::size_t editDistance(std::string_view a, std::string_view b);
/// At most three candidates close enough to `word` to be what was meant, nearest first, ties in alphabetical order.
std::vector<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

}  // namespace beding

// What kinds of bytes a text holds, eight at a time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace beding {

struct BytesSeen {
  bool special = false;      ///< a control character, or one of the bytes asked for
  bool beyondAscii = false;  ///< a byte of a character that is more than one byte
};

namespace bytes {

constexpr std::uint64_t each(char byte) { return std::uint64_t{0x0101010101010101} * static_cast<unsigned char>(byte); }

/// Has the highest bit of some byte set when one of the eight is below `byte`; no other highest bit matters.
constexpr std::uint64_t below(std::uint64_t eight, char byte) { return (eight - each(byte)) & ~eight; }

template <char... Special>
constexpr std::uint64_t special(std::uint64_t eight) {
  return (below(eight, ' ') | ... | below(eight ^ each(Special), 1)) & each('\x80');
}

}  // namespace bytes

/// Looks for control characters (below the space) and the bytes named.
template <char... Special>
BytesSeen lookThrough(std::string_view text) {
  std::uint64_t special = 0, all = 0;
  const auto look = [&](const char* from, std::size_t count) {
    std::uint64_t eight = bytes::each(' ');
    std::memcpy(&eight, from, count);
    special |= bytes::special<Special...>(eight);
    all |= eight;
  };
  const char *at = text.data(), *const end = at + text.size();
  for (; end - at >= 8; at += 8) look(at, 8);
  if (at != end && text.size() >= 8) look(end - 8, 8);  // some bytes twice: sooner than a part of eight
  if (text.size() < 8) look(at, text.size());
  return {special != 0, (all & bytes::each('\x80')) != 0};
}

/// The same text: names and keys are short, and are compared where they stand.
inline bool same(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  const std::size_t size = a.size();
  const auto ends = [&](auto word) {  // both ends overlap
    auto other = word;
    const auto isSame = [&](std::size_t from) {
      std::memcpy(&word, a.data() + from, sizeof word);
      std::memcpy(&other, b.data() + from, sizeof word);
      return word == other;
    };
    return isSame(0) && isSame(size - sizeof word);
  };
  if (size > 16) return std::memcmp(a.data(), b.data(), size) == 0;
  if (size >= 8) return ends(std::uint64_t{});
  if (size >= 4) return ends(std::uint32_t{});
  if (size >= 2) return ends(std::uint16_t{});
  return size == 0 || a.front() == b.front();
}

/// Of names that are mostly told apart by their length and both ends: sooner than a look at every byte.
struct HashOfEnds {
  std::size_t operator()(std::string_view name) const noexcept {
    if (name.empty()) return 0;
    const auto letter = [&](std::size_t place) -> std::size_t { return static_cast<unsigned char>(name[place]); };
    return name.size() + 3 * letter(0) + 5 * letter(name.size() - 1);
  }
};

/// How many bytes are looked at together: a bit of a word each, the first is the lowest.
inline constexpr std::size_t bytesTogether = 64;

/// Where the byte wanted stands among those that begin there; adds what else is among them.
inline std::uint64_t bitsOf(const char* text, char wanted, char special, BytesSeen& seen) {
  std::uint64_t bits = 0;
#if defined(__SSE2__)
  __m128i found = _mm_setzero_si128(), all = found;
  for (unsigned at = 0; at < bytesTogether; at += 16) {
    const __m128i part = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + at));
    const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(part, _mm_set1_epi8(' ' - 1)), part);
    found = _mm_or_si128(found, _mm_or_si128(control, _mm_cmpeq_epi8(part, _mm_set1_epi8(special))));
    all = _mm_or_si128(all, part);
    const int here = _mm_movemask_epi8(_mm_cmpeq_epi8(part, _mm_set1_epi8(wanted)));
    bits |= static_cast<std::uint64_t>(here) << at;
  }
  seen.special |= _mm_movemask_epi8(found) != 0;
  seen.beyondAscii |= _mm_movemask_epi8(all) != 0;
#else
  for (unsigned at = 0; at < bytesTogether; ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    bits |= std::uint64_t{text[at] == wanted} << at;
    seen.special |= byte < ' ' || text[at] == special;
    seen.beyondAscii |= byte >= 0x80;
  }
#endif
  return bits;
}

/// Calls `visit` with where the byte wanted stands in a text, 64 bytes at a time, and where those begin. Tells what
/// else is in it: a control character or `special`, and characters that are more than one byte.
template <class Visit>
BytesSeen eachBits(std::string_view text, char wanted, char special, Visit visit) {
  BytesSeen seen;
  std::size_t at = 0;
  for (; text.size() - at >= bytesTogether; at += bytesTogether)
    visit(bitsOf(text.data() + at, wanted, special, seen), at);
  if (at == text.size()) return seen;
  if (at != 0) {  // some bytes twice: sooner than a part of them
    const std::size_t twice = at + bytesTogether - text.size();
    visit(bitsOf(text.data() + at - twice, wanted, special, seen) >> twice, at);
    return seen;
  }
  std::array<char, bytesTogether> few;
  few.fill(' ');
  std::memcpy(few.data(), text.data(), text.size());
  const std::uint64_t within = (std::uint64_t{1} << text.size()) - 1;
  visit(bitsOf(few.data(), wanted, special, seen) & within, at);
  return seen;
}

}  // namespace beding

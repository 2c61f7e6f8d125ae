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

constexpr std::uint64_t each(char byte) { return 0x0101010101010101 * static_cast<unsigned char>(byte); }

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

/// Which of so many bytes are what: a bit each, the first is the lowest.
struct ByteBits {
  static constexpr std::size_t bytes = 64;

  std::uint64_t wanted = 0;
  std::uint64_t special = 0;      ///< control characters, and the one asked for
  std::uint64_t beyondAscii = 0;  ///< bytes of characters that are more than one byte
};

/// Of 64 bytes.
inline ByteBits bitsOf(const char* text, char wanted, char special) {
  ByteBits bits;
#if defined(__SSE2__)
  const auto mask = [](__m128i found) {
    return static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(found)));
  };
  for (unsigned at = 0; at < ByteBits::bytes; at += 16) {
    const __m128i part = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + at));
    const std::uint64_t beyond = mask(part);
    const std::uint64_t low = mask(_mm_cmplt_epi8(part, _mm_set1_epi8(' '))) & ~beyond;
    bits.wanted |= mask(_mm_cmpeq_epi8(part, _mm_set1_epi8(wanted))) << at;
    bits.special |= (low | mask(_mm_cmpeq_epi8(part, _mm_set1_epi8(special)))) << at;
    bits.beyondAscii |= beyond << at;
  }
#else
  for (unsigned at = 0; at < ByteBits::bytes; ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    bits.wanted |= std::uint64_t{text[at] == wanted} << at;
    bits.special |= std::uint64_t{byte < ' ' || text[at] == special} << at;
    bits.beyondAscii |= std::uint64_t{byte >= 0x80} << at;
  }
#endif
  return bits;
}

/// Calls `visit` with the bits of a text, 64 bytes at a time, and where those begin; behind the end are spaces.
template <class Visit>
void eachBits(std::string_view text, char wanted, char special, Visit visit) {
  for (std::size_t at = 0; at < text.size(); at += ByteBits::bytes) {
    std::array<char, ByteBits::bytes> last;
    const char* bytes = text.data() + at;
    if (text.size() - at < last.size()) {
      last.fill(' ');
      bytes = static_cast<const char*>(std::memcpy(last.data(), bytes, text.size() - at));
    }
    visit(bitsOf(bytes, wanted, special), at);
  }
}

}  // namespace beding

// What kinds of bytes a text holds, eight at a time.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

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

}  // namespace beding

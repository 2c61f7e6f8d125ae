// A sentence that is too long for one line, broken where it breathes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace beding::layout {

/// As wide as a line may be, in characters.
inline constexpr std::size_t lineWidth = 120;

/// How good it is to begin a line with a word, best first.
enum class Break : std::uint8_t {
  clause,  ///< behind a comma, before indien, waarvan and the like
  joint,   ///< before en, of
  term,    ///< before binnen, na, moet and the like
  word,    ///< before any other word
  never,
};

/// Text without a place to break it.
struct Atom {
  std::string text;
  Break before = Break::word;
  bool breakBefore = false;  ///< a line was begun here
};

/// The atoms with single spaces between them. Lines end where they did; one that is too long is broken further. They
/// begin with `indent` spaces, the second and further ones with `hang`. Ends without a line feed.
std::string filled(const std::vector<Atom>& atoms, std::size_t indent, std::size_t hang);

}  // namespace beding::layout

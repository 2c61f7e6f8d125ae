// What the program says to people, in each of its languages. Whoever says something makes it in all of them; whoever
// prints it picks one. Clauses, and reasons that quote them, are Dutch and have no other wording.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace beding {

enum class Language : std::uint8_t { dutch, english };

/// The holes {0} to {9} of a pattern, as bits.
constexpr std::uint32_t holesIn(std::string_view pattern) {
  std::uint32_t holes = 0;
  for (std::size_t at = 0; at + 2 < pattern.size(); ++at) {
    const char digit = pattern[at + 1];
    if (pattern[at] == '{' && digit >= '0' && digit <= '9' && pattern[at + 2] == '}') holes |= 1U << (digit - '0');
  }
  return holes;
}

/// A text that is fixed but for its holes. Does not compile when the holes differ between the languages.
struct Phrasing {
  std::string_view dutch;
  std::string_view english;

  consteval Phrasing(std::string_view inDutch, std::string_view inEnglish) : dutch(inDutch), english(inEnglish) {
    if (holesIn(dutch) != holesIn(english)) throw "the languages have different holes";
  }
  [[nodiscard]] constexpr std::string_view in(Language language) const {
    return language == Language::english ? english : dutch;
  }
};

/// A text without holes. A name, a number or a quotation is the same in every language.
struct Wording {
  std::string dutch;
  std::string english;

  Wording() = default;
  Wording(std::string same) : dutch(std::move(same)), english(dutch) {}           // NOLINT(google-explicit-constructor)
  Wording(const char* same) : Wording(std::string(same)) {}                       // NOLINT(google-explicit-constructor)
  Wording(const Phrasing& fixed) : dutch(fixed.dutch), english(fixed.english) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] const std::string& in(Language language) const {
    return language == Language::english ? english : dutch;
  }
  [[nodiscard]] bool empty() const { return dutch.empty(); }
  friend auto operator<=>(const Wording&, const Wording&) = default;
};

Wording operator+(Wording first, const Wording& second);
/// Fills the holes.
Wording worded(const Phrasing& phrasing, const std::vector<Wording>& arguments);
/// All of them, with `separator` between them.
Wording joined(const std::vector<Wording>& parts, const Wording& separator);

/// Replaces {0}, {1} ... in a pattern by the arguments; an argument that is not there stays as written.
std::string filled(std::string_view pattern, const std::vector<std::string>& arguments);
/// The arguments in one language.
std::vector<std::string> in(Language language, const std::vector<Wording>& arguments);

}  // namespace beding

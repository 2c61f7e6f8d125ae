// How many enumerators an enumeration has, and what they are called, from the compiler: so that a new one is known
// here without being listed. They count from 0 without gaps.
#pragma once

#include <cstdint>
#include <string_view>

namespace beding::bgraf {

/// `constant` for Op::constant; a value without an enumerator is spelled as a number.
template <auto Value>
constexpr std::string_view spelling() {
  std::string_view text = __PRETTY_FUNCTION__;  // "... [with auto Value = beding::graph::Op::constant; ...]"
  text.remove_prefix(text.find("Value = ") + 8);
  text = text.substr(0, text.find_first_of(";]"));
  return text.substr(text.rfind(':') + 1);
}

/// The number of enumerators of `Enum`.
template <class Enum, std::uint64_t from = 0>
constexpr std::uint64_t enumerators() {
  constexpr std::string_view name = spelling<static_cast<Enum>(from)>();
  constexpr bool named = name.find(')') == std::string_view::npos;  // "(beding::graph::Op)99" has none
  if constexpr (named)
    return enumerators<Enum, from + 1>();
  else
    return from;
}

}  // namespace beding::bgraf

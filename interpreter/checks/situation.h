// Propositions and the smallest situation in which one is true.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace beding::checks {

using Atom = std::uint32_t;

struct Formula {
  enum class Kind : std::uint8_t { yes, no, atom, negation, conjunction, disjunction };
  Kind kind = Kind::yes;
  Atom atom = 0;
  std::vector<Formula> parts;
};

Formula atomic(Atom atom);
Formula both(Formula a, Formula b);
Formula either(Formula a, Formula b);
Formula negated(Formula a);

/// An atom that is so, or is not so.
struct Literal {
  Atom atom = 0;
  bool holds = true;
  friend bool operator==(const Literal&, const Literal&) = default;
};
using Situation = std::vector<Literal>;

/// So many different atoms are looked at; a formula with more is left alone.
inline constexpr std::size_t mostAtoms = 10;

/// The fewest literals that make the formula true whatever the other atoms are; of equally small ones that with most
/// that is so. Nothing when the formula is never true, or has more than `mostAtoms` atoms.
std::optional<Situation> smallestSituation(const Formula& formula);

}  // namespace beding::checks

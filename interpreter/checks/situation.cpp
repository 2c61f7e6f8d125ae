// Situations are tried from the smallest on: none, each atom alone, each pair ... At most 3^mostAtoms.
#include "checks/situation.h"

#include <algorithm>
#include <set>

#include "values/value.h"

namespace beding::checks {
namespace {

Truth truthOf(const Formula& formula, const Situation& situation) {
  switch (formula.kind) {
    case Formula::Kind::yes:
      return Truth::yes;
    case Formula::Kind::no:
      return Truth::no;
    case Formula::Kind::atom:
      for (const Literal& literal : situation) {
        if (literal.atom == formula.atom) return literal.holds ? Truth::yes : Truth::no;
      }
      return Truth::unknown;
    case Formula::Kind::negation:
      return !truthOf(formula.parts.front(), situation);
    case Formula::Kind::conjunction:
      return truthOf(formula.parts[0], situation) && truthOf(formula.parts[1], situation);
    case Formula::Kind::disjunction:
      return truthOf(formula.parts[0], situation) || truthOf(formula.parts[1], situation);
  }
  return Truth::unknown;
}

void addAtoms(const Formula& formula, std::set<Atom>& atoms) {
  if (formula.kind == Formula::Kind::atom) atoms.insert(formula.atom);
  for (const Formula& part : formula.parts) addAtoms(part, atoms);
}

/// Completes `situation` with `more` literals over the atoms from `next` on, until the formula is true.
bool complete(const Formula& formula, const std::vector<Atom>& atoms, std::size_t next, std::size_t more,
              Situation& situation) {
  if (more == 0) return truthOf(formula, situation) == Truth::yes;
  for (std::size_t i = next; i + more <= atoms.size(); ++i) {
    for (const bool holds : {true, false}) {
      situation.push_back({atoms[i], holds});
      if (complete(formula, atoms, i + 1, more - 1, situation)) return true;
      situation.pop_back();
    }
  }
  return false;
}

Formula joined(Formula::Kind kind, Formula a, Formula b) {
  Formula result{kind, 0, {}};
  result.parts.push_back(std::move(a));
  result.parts.push_back(std::move(b));
  return result;
}

}  // namespace

Formula atomic(Atom atom) { return {Formula::Kind::atom, atom, {}}; }

Formula both(Formula a, Formula b) {
  if (a.kind == Formula::Kind::yes) return b;
  if (b.kind == Formula::Kind::yes) return a;
  return joined(Formula::Kind::conjunction, std::move(a), std::move(b));
}

Formula either(Formula a, Formula b) {
  if (a.kind == Formula::Kind::no) return b;
  if (b.kind == Formula::Kind::no) return a;
  return joined(Formula::Kind::disjunction, std::move(a), std::move(b));
}

Formula negated(Formula a) {
  Formula result{Formula::Kind::negation, 0, {}};
  result.parts.push_back(std::move(a));
  return result;
}

std::optional<Situation> smallestSituation(const Formula& formula) {
  std::set<Atom> found;
  addAtoms(formula, found);
  if (found.size() > mostAtoms) return std::nullopt;
  const std::vector<Atom> atoms(found.begin(), found.end());
  for (std::size_t size = 0; size <= atoms.size(); ++size) {
    Situation situation;
    if (complete(formula, atoms, 0, size, situation)) return situation;
  }
  return std::nullopt;
}

}  // namespace beding::checks

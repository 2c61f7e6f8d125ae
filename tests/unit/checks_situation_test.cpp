// The smallest situation in which a proposition is true.
#include <doctest/doctest.h>

#include "checks/situation.h"

namespace beding::checks {

namespace {

const Formula late = atomic(0), settled = atomic(1), urgent = atomic(2);

}  // namespace

TEST_CASE("what is always true needs nothing, what is never true has no situation") {
  CHECK(smallestSituation(Formula{}) == Situation{});
  CHECK_FALSE(smallestSituation(both(late, negated(late))));
  CHECK(smallestSituation(either(late, negated(late)))->size() == 1);  // only one atom looked at tells
}

TEST_CASE("as few literals as possible, and what is so before what is not") {
  CHECK(smallestSituation(both(late, negated(settled))) == Situation{{0, true}, {1, false}});
  CHECK(smallestSituation(either(both(late, settled), urgent)) == Situation{{2, true}});
  CHECK(smallestSituation(either(negated(late), settled)) == Situation{{0, false}});
  CHECK(smallestSituation(negated(both(late, settled))) == Situation{{0, false}});
}

TEST_CASE("tenzij of the one that is the condition of the other leaves no situation") {
  const Formula power = both(urgent, late), denial = negated(late);
  CHECK_FALSE(smallestSituation(both(power, denial)));
}

TEST_CASE("a formula with too many atoms is left alone") {
  Formula many = late;
  for (Atom atom = 1; atom < mostAtoms; ++atom) many = both(many, atomic(atom));
  CHECK(smallestSituation(many)->size() == mostAtoms);
  CHECK_FALSE(smallestSituation(both(many, atomic(mostAtoms))));
}

}  // namespace beding::checks

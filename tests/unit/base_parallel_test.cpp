// Work for many things on all cores.
#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

#include "base/parallel.h"

namespace beding {
namespace {

TEST_CASE("every index comes once, none for nothing") {
  std::vector<std::atomic<int>> seen(1000);
  inParallel(seen.size(), [&](std::size_t index) { ++seen[index]; });
  for (const auto& times : seen) CHECK(times == 1);
  inParallel(0, [](std::size_t) { FAIL("nothing to do"); });
}

TEST_CASE("what one throws comes out when the others are done") {
  std::atomic<int> done = 0;
  const auto work = [&](std::size_t index) {
    if (index == 3) throw std::runtime_error("three");
    ++done;
  };
  CHECK_THROWS_WITH_AS(inParallel(10, work), "three", std::runtime_error);
  CHECK(done <= 9);
}

}  // namespace
}  // namespace beding

#include "base/few.h"

#include <doctest/doctest.h>

#include <numeric>
#include <vector>

using namespace beding;
using Row = Few<int, 3>;

namespace {

Row rowOf(std::size_t size) {
  std::vector<int> values(size);
  std::iota(values.begin(), values.end(), 1);
  return values;
}

}  // namespace

TEST_CASE("a row holds what was put in it, inside or outside") {
  CHECK(Row().empty());
  for (std::size_t size = 0; size <= 8; ++size) {
    const Row row = rowOf(size);
    REQUIRE(row.size() == size);
    CHECK(std::accumulate(row.begin(), row.end(), 0) == static_cast<int>(size * (size + 1) / 2));
    if (size > 0) CHECK(row.front() == 1);
    if (size > 0) CHECK(row.back() == static_cast<int>(size));
    CHECK_THROWS_AS((void)row.at(size), std::out_of_range);
  }
}

TEST_CASE("a copy stands by itself, and what was moved from is empty") {
  for (const std::size_t size : {2, 5}) {
    Row row = rowOf(size);
    Row copy = row;
    CHECK(copy == row);
    copy[0] = 9;
    CHECK(row[0] == 1);
    Row moved = std::move(copy);
    CHECK(moved[0] == 9);
    CHECK(copy.empty());  // NOLINT: that is what is asked
    row = moved;
    CHECK(row == moved);
    row = *&row;
    CHECK(row == moved);
    row = {};
    CHECK(row.empty());
  }
}

TEST_CASE("from more than it has room for to few, and back") {
  Row row = rowOf(6);
  row.reset(2);
  CHECK(row == Row{0, 0});
  row.reset(4);
  CHECK(row == Row{0, 0, 0, 0});
  row.clear();
  CHECK(row == Row());
  CHECK_FALSE(rowOf(2) == rowOf(3));
}

TEST_CASE("a row grows by one, also past what stands in it") {
  Few<int, 2> row;
  for (int i = 1; i <= 4; ++i) row.push_back(i);
  CHECK(row == Few<int, 2>{1, 2, 3, 4});
}

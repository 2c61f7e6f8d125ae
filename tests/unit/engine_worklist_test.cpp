// What an instant looks at, and in which of its rounds.
#include <doctest/doctest.h>

#include "engine/worklist.h"

namespace beding::engine {

namespace {

graph::Graph twoStates() {
  graph::Graph graph;
  graph.states.resize(2);
  return graph;
}

struct Work {
  graph::Graph graph = twoStates();
  Plan plan = Plan(graph);
  Worklist list = Worklist(plan, false);

  /// Looks at a record of the first rule, as a pass over its rule does.
  void look(Row row) {
    list.enter(0, row);
    list.take(0, row);
    list.leave();
  }
  /// Two records that have been looked at, in an instant that has come to rest.
  Work() {
    list.begin(startOfDay({0}));
    list.nextRound();
    look(0);
    look(1);
    list.clear();
  }
};

Tick day(std::int32_t number) { return startOfDay({number}); }

}  // namespace

TEST_CASE("what is marked before its turn is looked at once") {
  Work work;
  work.list.begin(day(1));
  work.list.markRow(0, 1);
  work.list.nextRound();
  CHECK(work.list.isDue(0));
  CHECK(work.list.nextDue(0, 0, 2) == 1);
  work.list.take(0);
  work.look(1);
  CHECK(!work.list.needsRound());
  work.list.nextRound();
  CHECK(work.list.nextDue(0, 0, 2) == 2);
}

TEST_CASE("what is marked after its turn is looked at again in the next round, and then no more") {
  Work work;
  work.list.begin(day(1));
  work.list.nextRound();
  work.list.take(0);
  work.look(1);
  work.list.markRow(0, 1);
  REQUIRE(work.list.needsRound());
  work.list.nextRound();
  REQUIRE(work.list.nextDue(0, 1, 2) == 1);
  work.list.take(0);
  work.look(1);
  work.list.nextRound();
  CHECK(work.list.nextDue(0, 0, 2) == 2);
}

TEST_CASE("what is marked between instants is due in the first round of the next one") {
  Work work;
  work.list.markRow(0, 0);
  work.list.begin(day(1));
  work.list.nextRound();
  CHECK(work.list.nextDue(0, 0, 2) == 0);
  CHECK(work.list.nextDue(0, 1, 2) == 2);
}

TEST_CASE("what was put off is gone on with once, in whichever round, and keeps its hour") {
  Work work;
  work.list.begin(day(1));
  work.list.nextRound();
  work.list.enter(0, 1);
  work.list.wake(day(9));
  work.list.putOff(0, 1);
  work.list.leave();
  work.list.nextRound();
  REQUIRE(work.list.needsRound());
  std::vector<Row> visited;
  const auto visit = [&](std::uint32_t, Row row) { visited.push_back(row); };
  work.list.eachPutOff(
      UnitKind::state, [](std::uint32_t) { return false; }, visit);
  CHECK(visited.empty());
  work.list.eachPutOff(
      UnitKind::state, [](std::uint32_t) { return true; }, visit);
  work.list.eachPutOff(
      UnitKind::state, [](std::uint32_t) { return true; }, visit);
  CHECK(visited == std::vector<Row>{1});
  CHECK(!work.list.needsRound());
  CHECK(work.list.next() == day(9));
}

TEST_CASE("the next hour is the first of all, also after it was put later") {
  Work work;
  CHECK(work.list.next() == never);
  work.list.begin(day(1));
  work.list.nextRound();
  work.list.enter(0, 0);
  work.list.wake(day(5));
  work.list.enter(0, 1);
  work.list.wake(day(3));
  work.list.leave();
  CHECK(work.list.next() == day(3));
  work.list.clear();
  work.list.begin(day(3));
  work.list.nextRound();
  CHECK(work.list.nextDue(0, 0, 2) == 1);
  work.look(1);
  CHECK(work.list.next() == day(5));
}

TEST_CASE("the records of an instance are found in the order in which they were made") {
  Rows rows;
  Row row = 0;
  for (const std::uint32_t place : {2U, 0U, 2U, 2U}) rows.add(row++, place);
  CHECK(rows.firstOf(0) == 1);
  CHECK(rows.after(1) == noRow);
  CHECK(rows.firstOf(2) == 0);
  CHECK(rows.after(0) == 2);
  CHECK(rows.after(2) == 3);
  CHECK(rows.after(3) == noRow);
  CHECK(rows.firstOf(1) == noRow);
  CHECK(rows.firstOf(7) == noRow);
}

}  // namespace beding::engine

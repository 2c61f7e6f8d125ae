#include "graph/share.h"

#include <doctest/doctest.h>

#include "graph/print.h"
#include "graph_sample.h"

using namespace beding;
using namespace beding::graph;
using sample::expression;

namespace {

/// Two limits, each of which says for itself: its own factor, times what attribute 1 of $0 is.
Graph twoLimits() {
  Graph graph;
  for (std::uint32_t i = 0; i < 2; ++i) {
    Limit limit;
    const ExpressionId attribute = expression(graph, Op::attribute, 1, {sample::slot(graph, 0)});
    limit.amount = expression(graph, Op::multiply, 0, {sample::constant(graph, Number(2 + i)), attribute});
    graph.limits.push_back(limit);
  }
  return graph;
}

}  // namespace

TEST_CASE("equal expressions become one; what differs stays apart") {
  Graph graph = twoLimits();
  const std::string before = dumpText(graph);
  REQUIRE(graph.expressions.size() == 8);
  shareEqual(graph);
  CHECK(graph.expressions.size() == 6);  // $0, its attribute; twice a factor and a product
  CHECK(dumpText(graph) == before);
  const Expression& first = at(graph.expressions, graph.limits[0].amount);
  const Expression& second = at(graph.expressions, graph.limits[1].amount);
  CHECK(first.operands[0] != second.operands[0]);
  CHECK(first.operands[1] == second.operands[1]);
}

TEST_CASE("expressions with other words, or from another place, are not the same") {
  Graph graph = twoLimits();
  graph.expressions[0].words = "de factuur";
  graph.expressions[5].span = {0, 10, 20};  // the attribute of the second limit
  shareEqual(graph);
  CHECK(graph.expressions.size() == 8);
}

TEST_CASE("what nothing names is left out, also when it names what stays") {
  Graph graph = twoLimits();
  expression(graph, Op::logicalNot, 0, {ExpressionId{3}});
  graph.limits.pop_back();
  shareEqual(graph);
  CHECK(graph.expressions.size() == 4);
}

TEST_CASE("an operand may stand behind what it is an operand of, be left out, or be the whole itself") {
  Graph graph;
  graph.limits.resize(1);
  graph.limits[0].amount = expression(graph, Op::add, 0, {ExpressionId{2}, {}, ExpressionId{0}});
  sample::constant(graph, Number(1));  // named by nothing, and equal to the next
  sample::constant(graph, Number(1));
  shareEqual(graph);
  REQUIRE(graph.expressions.size() == 2);
  const Expression& sum = at(graph.expressions, graph.limits[0].amount);
  CHECK(sum.op == Op::add);
  CHECK(at(graph.expressions, sum.operands[0]).value == Value(Number(1)));
  CHECK(!sum.operands[1]);
  CHECK(sum.operands[2] == graph.limits[0].amount);
}

TEST_CASE("equal patterns become one, and then what speaks of them") {
  Graph graph;
  graph.limits.resize(3);
  for (std::uint32_t i = 0; i < 3; ++i) {
    Pattern pattern;
    pattern.alternatives.push_back({EventTypeId{0}, expression(graph, Op::hasAttribute, i / 2)});
    graph.patterns.push_back(pattern);
    graph.limits[i].condition = expression(graph, Op::happened, i);
  }
  shareEqual(graph);
  CHECK(graph.patterns.size() == 2);
  CHECK(graph.expressions.size() == 4);
  CHECK(graph.limits[0].condition == graph.limits[1].condition);
  const Expression& other = at(graph.expressions, graph.limits[2].condition);
  CHECK(at(graph.expressions, graph.patterns[other.index].alternatives[0].where).index == 1);
}

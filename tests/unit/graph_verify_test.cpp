#include <doctest/doctest.h>

#include "graph/verify.h"
#include "graph_sample.h"

using namespace beding;
using namespace beding::graph;
using sample::expression;
using sample::invoiceGraph;

namespace {

std::string faults(const Graph& graph) {
  std::string result;
  for (const Fault& fault : verify(graph)) result += fault.message + "\n";
  return result;
}

/// Two states without instances that read each other through the expressions that `make` builds.
template <class Make>
Graph twoStates(Make make) {
  Graph graph;
  graph.document = "proef";
  graph.states.resize(2);
  graph.states[0].name = "aan";
  graph.states[0].where = sample::lid("1.1", 3);
  graph.states[1].name = "uit";
  graph.states[1].where = sample::lid("1.2", 4);
  make(graph);
  return graph;
}

ExpressionId state(Graph& graph, std::uint32_t index) { return expression(graph, Op::state, index); }

}  // namespace

TEST_CASE("a sound graph has no faults, an empty one neither") {
  CHECK(faults(invoiceGraph()) == "");
  CHECK(faults(Graph{}) == "");
}

TEST_CASE("ids that name nothing are told, with the node") {
  Graph graph = invoiceGraph();
  graph.norms[0].term.last = ExpressionId{999};
  const std::vector<Fault> found = verify(graph);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "6.5 plicht «betaling» verwijst naar uitdrukking 999, en die is er niet");
  CHECK(found[0].where.line == 12);

  graph = invoiceGraph();
  graph.norms[0].binders = {{EntityId{7}, {}}};
  CHECK(faults(graph) == "6.5 plicht «betaling» verwijst naar zaak 7, en die is er niet\n");
  graph = invoiceGraph();
  graph.norms[0].act = ActId{9};
  CHECK(faults(graph) == "6.5 plicht «betaling» verwijst naar handeling 9, en die is er niet\n");
  graph = invoiceGraph();
  graph.norms[0].defeats = {NormId{5}};
  CHECK(faults(graph) == "6.5 plicht «betaling» verwijst naar norm 5, en die is er niet\n");
  graph = invoiceGraph();
  graph.norms[0].form = FormId{0};
  CHECK(faults(graph) == "6.5 plicht «betaling» verwijst naar vorm 0, en die is er niet\n");
  graph = invoiceGraph();
  graph.inForce = StateId{4};
  CHECK(faults(graph) == "«overeenkomst van kracht» verwijst naar toestand 4, en die is er niet\n");
}

TEST_CASE("expressions and patterns are checked too") {
  Graph graph = invoiceGraph();
  expression(graph, Op::state, 44);
  CHECK(faults(graph).find("verwijst naar toestand 44, en die is er niet") != std::string::npos);
  graph = invoiceGraph();
  expression(graph, Op::happened, 44);
  CHECK(faults(graph).find("verwijst naar patroon 44, en die is er niet") != std::string::npos);
  graph = invoiceGraph();
  expression(graph, Op::logicalNot);
  CHECK(faults(graph).find("mist een operand") != std::string::npos);
  graph = invoiceGraph();
  graph.patterns[0].alternatives = {{EventTypeId{8}, {}}};
  CHECK(faults(graph) == "patroon 0 verwijst naar gebeurtenis 8, en die is er niet\n");
}

TEST_CASE("a reading exists") {
  Graph graph = invoiceGraph();
  graph.issues = {{{}, "jaar", {"kalenderjaar", "contractjaar"}, 0}};
  graph.norms[0].guard = {IssueId{0}, 1};
  CHECK(faults(graph) == "");
  graph.norms[0].guard = {IssueId{0}, 2};
  CHECK(faults(graph) == "6.5 plicht «betaling» hoort bij lezing 2 van kwestie «jaar», en die is er niet\n");
}

TEST_CASE("slots are opened by the sentence") {
  Graph graph = invoiceGraph();
  graph.states[0].during = expression(graph, Op::settled, 0, {sample::slot(graph, 5)});
  CHECK(faults(graph) ==
        "6.8 toestand «een factuur is te laat» noemt een exemplaar dat de zin niet opent (plaats 5)\n");
  Expression& some = at(graph.expressions, graph.states[0].during);
  some.op = Op::exists;
  some.index = 1;
  some.slot = 5;
  CHECK(faults(graph) == "");
}

TEST_CASE("an expression that contains itself is refused") {
  Graph graph = invoiceGraph();
  const ExpressionId id = expression(graph, Op::logicalAnd, 0, {ExpressionId{0}});
  at(graph.expressions, id).operands = {id};
  CHECK(faults(graph).find("of bevat zichzelf") != std::string::npos);
}

TEST_CASE("an expression that is nested too deeply is refused") {
  Graph graph;
  ExpressionId id = sample::constant(graph, Truth::yes);
  for (std::uint32_t i = 0; i < deepestExpression - 1; ++i) id = expression(graph, Op::logicalNot, 0, {id});
  CHECK(faults(graph) == "");
  expression(graph, Op::logicalNot, 0, {id});
  CHECK(faults(graph).find("dieper genest") != std::string::npos);
}

TEST_CASE("an operator has its operands, and only those that may be left out are") {
  const auto told = [](Op op, std::uint32_t index, std::vector<ExpressionId> operands) {
    Graph graph = invoiceGraph();
    expression(graph, op, index, std::move(operands));
    const std::string found = faults(graph);
    return found.substr(0, found.find('\n'));
  };
  const ExpressionId a{0}, absent;
  CHECK(told(Op::logicalAnd, 0, {a, absent}).ends_with("mist een operand"));  // what decideLogic died of
  CHECK(told(Op::passed, 0, {absent}).ends_with("mist een operand"));         // what isInHours died of
  CHECK(told(Op::exists, 1, {}).ends_with("mist een operand"));
  CHECK(told(Op::add, 0, {a, a, a}).ends_with("heeft een operand te veel"));
  CHECK(told(Op::state, 0, {}).ends_with("mist een operand"));
  CHECK(told(Op::state, 0, {a, a}).ends_with("heeft een operand te veel"));
  CHECK(told(Op::underLid, 0, {a}).ends_with("noemt geen lid"));
  CHECK(told(Op::happened, 0, {absent, a}) == "");
  CHECK(told(Op::sumOver, 1, {absent, a}) == "");
  CHECK(told(Op::sumOver, 1, {a, absent}).ends_with("mist een operand"));
}

TEST_CASE("an index names something, unless the operator says that it may be nothing") {
  constexpr std::uint32_t nothing = ActId::nothing;
  Graph graph = invoiceGraph();
  expression(graph, Op::happened, nothing);  // what verify itself died of
  CHECK(faults(graph).find("verwijst naar patroon 4294967295") != std::string::npos);
  graph = invoiceGraph();
  expression(graph, Op::parameter, nothing);
  CHECK(faults(graph).find("verwijst naar parameter 4294967295") != std::string::npos);
  graph = invoiceGraph();
  expression(graph, Op::satisfiesForm, nothing, {ExpressionId{0}});
  CHECK(faults(graph).find("verwijst naar vorm 4294967295") != std::string::npos);
  graph = invoiceGraph();
  expression(graph, Op::valid, nothing, {ExpressionId{0}});
  CHECK(faults(graph) == "");
}

TEST_CASE("quantities, parameters, forms and terms come to an end") {
  const auto endless = [](auto change) {
    Graph graph = invoiceGraph();
    graph.quantities.resize(2);
    graph.parameters.resize(1);
    graph.forms.resize(2);
    change(graph);
    return faults(graph).find("of bevat zichzelf") != std::string::npos;
  };
  CHECK_FALSE(endless([](Graph& graph) { graph.quantities[0].otherwise = QuantityId{1}; }));
  CHECK(endless([](Graph& graph) {  // what generate::Search died of
    graph.quantities[0].otherwise = QuantityId{1};
    graph.quantities[1].otherwise = QuantityId{0};
  }));
  CHECK(endless([](Graph& graph) { graph.quantities[0].value = expression(graph, Op::quantity, 0); }));
  CHECK(endless([](Graph& graph) { graph.parameters[0].value = expression(graph, Op::parameter, 0); }));
  CHECK(endless([](Graph& graph) {
    graph.forms[0].covers = {FormId{1}};
    graph.forms[1].covers = {FormId{0}};
  }));
  CHECK(endless([](Graph& graph) { graph.term.start = expression(graph, Op::contractStart); }));
  CHECK(endless([](Graph& graph) {
    graph.agreementRules = {{{}, {}, EntityId{1}, expression(graph, Op::agreementCounts, 0, {sample::slot(graph, 0)})}};
  }));
}

TEST_CASE("what is worked out for a sentence is no more than can be worked out") {
  const auto doubling = [](std::size_t count) {
    Graph graph;
    graph.quantities.resize(count);
    graph.quantities[0].value = sample::constant(graph, Number(1));
    for (std::uint32_t i = 1; i < count; ++i) {
      const ExpressionId before = expression(graph, Op::quantity, i - 1);
      graph.quantities[i].value = expression(graph, Op::add, 0, {before, before});
      graph.quantities[i].name = "waarde " + std::to_string(i);
      graph.quantities[i].where = sample::lid("1.1", i);
    }
    return verify(graph);
  };
  CHECK(doubling(15).empty());
  const std::vector<Fault> found = doubling(32);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message.starts_with("1.1 grootheid «waarde 19» vraagt te veel rekenwerk"));
  CHECK(found[0].where.line == 19);
}

TEST_CASE("what is nested in instances of instances counts as often") {
  const auto nested = [](Slot depth) {
    Graph graph = invoiceGraph();
    ExpressionId id = sample::constant(graph, Truth::yes);
    for (Slot i = 0; i < depth; ++i) {
      id = expression(graph, Op::exists, 1, {id});
      at(graph.expressions, id).slot = 10 + i;
    }
    graph.states[0].during = id;
    return faults(graph);
  };
  CHECK(nested(5) == "");
  CHECK(nested(20).find("te veel rekenwerk") != std::string::npos);
}

TEST_CASE("a node has what it cannot do without") {
  const auto told = [](auto change) {
    Graph graph = invoiceGraph();
    change(graph);
    return faults(graph);
  };
  CHECK(told([](Graph& graph) { graph.norms[0].act = {}; }) == "6.5 plicht «betaling» mist een handeling\n");
  CHECK(told([](Graph& graph) { graph.norms[0].arguments.clear(); }) ==
        "6.5 plicht «betaling» mist waar haar handeling over gaat\n");
  CHECK(told([](Graph& graph) { graph.acts[0].fulfilledWhen = {}; }) ==
        "handeling «de factuur betalen» mist een gebeurtenis waardoor zij gebeurt\n");
  CHECK(told([](Graph& graph) { graph.entities[1].created = {}; }) ==
        "zaak «factuur» mist een gebeurtenis die haar doet ontstaan\n");
  CHECK(told([](Graph& graph) { graph.states[0].begins = {{}}; }) ==
        "6.8 toestand «een factuur is te laat» mist wat haar doet beginnen of eindigen\n");
  CHECK(told([](Graph& graph) { graph.amounts[0].rate = {}; }) == "6.8 bedrag «rente» mist een rentevoet\n");
  CHECK(told([](Graph& graph) { graph.amounts[0].debtor.slot = 64; }) ==
        "6.8 bedrag «rente» mist de plaats van een partij\n");
  CHECK(told([](Graph& graph) { graph.ledger.paymentAmount = 1; }) ==
        "grootboek «grootboek» mist het bedrag van een betaling\n");
  CHECK(told([](Graph& graph) {
          graph.norms[1].binders.resize(9, {EntityId{0}, {}});
        }).find("opent meer dan 8 exemplaren") != std::string::npos);
  CHECK(told([](Graph& graph) { graph.agreementRules.resize(65); }) == "er zijn meer dan 64 eisen aan afspraken\n");
}

TEST_CASE("a positive cycle is allowed") {
  CHECK(faults(twoStates([](Graph& graph) {
          graph.states[0].during = state(graph, 1);
          graph.states[1].during = state(graph, 0);
        })) == "");
}

TEST_CASE("a cycle through a negation is shown") {
  const std::vector<Fault> found = verify(twoStates([](Graph& graph) {
    graph.states[0].during = expression(graph, Op::logicalNot, 0, {state(graph, 1)});
    graph.states[1].during = state(graph, 0);
  }));
  REQUIRE(found.size() == 1);
  CHECK(found[0].message ==
        "kring door een ontkenning: 1.2 toestand «uit» → 1.1 toestand «aan» → 1.2 toestand «uit»; laat een van deze "
        "zinnen "
        "niet van de andere afhangen, of zet er een termijn tussen");
  CHECK(found[0].where.line == 4);
  CHECK(found[0].cycle == std::vector<NodeRef>{{NodeKind::state, 1}, {NodeKind::state, 0}});
}

TEST_CASE("tenzij, totdat, a difference, a minimum and a defeat are negations") {
  const auto cyclic = [](auto make) { return faults(twoStates(make)).starts_with("kring door een ontkenning"); };
  const auto back = [](Graph& graph) { graph.states[1].during = state(graph, 0); };
  CHECK(cyclic([&](Graph& graph) {
    back(graph);
    graph.states[0].unless = state(graph, 1);
  }));
  CHECK(cyclic([&](Graph& graph) {
    back(graph);
    graph.states[0].ends = {{{}, state(graph, 1)}};
  }));
  CHECK(cyclic([&](Graph& graph) {
    back(graph);
    graph.states[0].defeatedBy = {StateId{1}};
  }));
  CHECK(cyclic([&](Graph& graph) {
    back(graph);
    graph.states[0].during = expression(graph, Op::subtract, 0, {sample::constant(graph, Number(1)), state(graph, 1)});
  }));
  CHECK(cyclic([&](Graph& graph) {
    back(graph);
    graph.states[0].during = expression(graph, Op::minimum, 0, {state(graph, 1)});
  }));
  CHECK_FALSE(cyclic([&](Graph& graph) {
    back(graph);
    graph.states[0].during = expression(graph, Op::subtract, 0, {state(graph, 1), sample::constant(graph, Number(1))});
  }));
}

TEST_CASE("a state that negates itself is a cycle of one") {
  CHECK(faults(twoStates([](Graph& graph) {
          graph.states[0].unless = state(graph, 0);
        })).starts_with("kring door een ontkenning: 1.1 toestand «aan» → 1.1 toestand «aan»;"));
}

TEST_CASE("twice negated is not negated") {
  CHECK(faults(twoStates([](Graph& graph) {
          const ExpressionId not1 = expression(graph, Op::logicalNot, 0, {state(graph, 1)});
          graph.states[0].during = expression(graph, Op::logicalNot, 0, {not1});
          graph.states[1].during = state(graph, 0);
        })) == "");
}

TEST_CASE("a timer breaks a cycle") {
  CHECK(faults(twoStates([](Graph& graph) {
          const ExpressionId since = expression(graph, Op::stateSince, 1);
          const ExpressionId days = sample::constant(graph, Duration{3, TimeUnit::day});
          const ExpressionId longer = expression(graph, Op::longerThan, 0, {since, days});
          graph.states[0].during = expression(graph, Op::logicalNot, 0, {longer});
          graph.states[1].during = state(graph, 0);
        })) == "");
}

TEST_CASE("breach, default, all claims due, a new term: allowed, because terms and the ledger are delayed") {
  Graph graph = invoiceGraph();
  Effect accelerate;
  accelerate.where = sample::lid("10.5", 30);
  accelerate.kind = EffectKind::accelerate;
  accelerate.trigger = Trigger{{}, expression(graph, Op::normStatus, 0, {sample::slot(graph, 0)})};
  graph.effects = {accelerate};
  graph.norms[0].unless = expression(graph, Op::settled, 0, {sample::slot(graph, 0)});
  CHECK(faults(graph) == "");
}

TEST_CASE("two norms that defeat each other are a cycle") {
  Graph graph = invoiceGraph();
  graph.norms[0].defeats = {NormId{1}};
  graph.norms[1].defeats = {NormId{0}};
  CHECK(faults(graph).starts_with("kring door een ontkenning: 6."));
}

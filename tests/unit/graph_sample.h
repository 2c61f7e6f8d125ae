// A graph of a few sentences, built by hand: an invoice, its payment, interest, a power to suspend.
#pragma once

#include "graph/graph.h"

namespace beding::sample {

using namespace beding::graph;

inline ExpressionId expression(Graph& graph, Op op, std::uint32_t index = 0, std::vector<ExpressionId> operands = {}) {
  Expression result;
  result.op = op;
  result.index = index;
  result.operands = std::move(operands);
  return append<Expression>(graph.expressions, std::move(result));
}

inline ExpressionId constant(Graph& graph, Value value) {
  const ExpressionId id = expression(graph, Op::constant);
  at(graph.expressions, id).value = std::move(value);
  return id;
}

inline ExpressionId slot(Graph& graph, Slot number) {
  const ExpressionId id = expression(graph, Op::variable);
  at(graph.expressions, id).slot = number;
  return id;
}

inline Provenance lid(std::string number, std::uint32_t line) {
  Provenance where;
  where.document = "proef";
  where.lid = std::move(number);
  where.line = line;
  where.file = "proef.beding";
  return where;
}

inline PatternId pattern(Graph& graph, std::uint32_t type, Slot occurrence) {
  Pattern result;
  result.alternatives = {{EventTypeId{type}, {}}};
  result.occurrence = occurrence;
  return append<Pattern>(graph.patterns, std::move(result));
}

/// 6.5 betaling: elke factuur, binnen 14 dagen na de factuurdatum. 6.8 toestand "te laat", rente en opschorten.
inline Graph invoiceGraph() {
  Graph graph;
  graph.document = "proef";
  graph.title = "Proefvoorwaarden";
  graph.events = {
      {"factuur verzonden", {}, false}, {"betaling ontvangen", {}, false}, {"dienst opgeschort", {}, false}};
  graph.events[1].attributes.emplace_back().name = "bedrag";
  graph.events[1].attributes.back().type = Type::money;
  Entity party;
  party.name = "partij";
  Entity invoice;
  invoice.name = "factuur";
  invoice.created = pattern(graph, 0, 0);
  graph.entities = {party, invoice};
  const EntityId factuur{1};

  Act pay;
  pay.where = lid("", 0);
  pay.where.document = "algemeen";
  pay.name = "de factuur betalen";
  pay.parameters = {factuur};
  pay.fulfilledWhen = expression(graph, Op::settled, 0, {slot(graph, 0)});
  Act suspend;
  suspend.name = "de Diensten opschorten";
  suspend.doneBy = pattern(graph, 2, 1);
  graph.acts = {pay, suspend};

  Norm payment;
  payment.where = lid("6.5", 12);
  payment.name = "betaling";
  payment.binders = {{factuur, {}}};
  payment.act = ActId{0};
  payment.arguments = {slot(graph, 0)};
  payment.term.last = expression(
      graph, Op::termEnd, 0,
      {expression(graph, Op::occurredAt, 0, {slot(graph, 0)}), constant(graph, Duration{14, TimeUnit::day})});
  State late;
  late.where = lid("6.8", 20);
  late.name = "een factuur is te laat";
  late.binders = {{factuur, {}}};
  late.begins = {{{}, expression(graph, Op::passed, 0, {expression(graph, Op::deadlineOf, 0, {slot(graph, 0)})})}};
  late.ends = {{{}, expression(graph, Op::settled, 0, {slot(graph, 0)})}};
  graph.states = {late};

  Norm suspending;
  suspending.where = lid("6.8", 21);
  suspending.name = "opschorten";
  suspending.kind = NormKind::power;
  suspending.act = ActId{1};
  const ExpressionId some = expression(graph, Op::exists, 1, {expression(graph, Op::state, 0, {slot(graph, 0)})});
  suspending.during = some;
  graph.norms = {payment, suspending};

  Amount interest;
  interest.where = lid("6.8", 22);
  interest.name = "rente";
  interest.kind = AmountKind::interest;
  interest.post = PostKind::interest;
  interest.binders = {{factuur, {}}};
  interest.during = expression(graph, Op::state, 0, {slot(graph, 0)});
  interest.rate = constant(graph, Number::ratio(8, 100));
  graph.amounts = {interest};

  graph.ledger.invoice = factuur;
  graph.ledger.amount = constant(graph, Money{Number(100)});
  graph.ledger.payment = NormId{0};
  graph.ledger.paymentReceived = EventTypeId{1};
  graph.ledger.paymentAmount = 0;
  return graph;
}

}  // namespace beding::sample

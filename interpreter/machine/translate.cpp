#include "machine/translate.h"

#include <algorithm>

#include "generate/generate.h"
#include "machine/limits.h"
#include "machine/translator.h"

namespace beding::machine {

using generate::Read;
using graph::NodeKind;

Program Translator::program() {
  begin();
  for (const generate::Sentence& sentence : model_.sentences) fill(sentence);
  for (std::size_t i = 0; i < model_.entities.size(); ++i) fillEntity(model_.entities[i], program_.entities[i]);
  program_.memories = static_cast<std::uint32_t>(steps_.memories.size());
  program_.lasts = static_cast<std::uint32_t>(steps_.lasts.size());
  for (std::uint32_t type = 0; type < graph_.events.size(); ++type) fillEvent(EventTypeId{type});
  refuseIf(program_.memories != steps_.memories.size() || program_.lasts != steps_.lasts.size());
  fillMarks();
  fillReports();
  return std::move(program_);
}

void Translator::begin() {
  program_.outcomes.name = graph_.document;
  program_.contractor = graph_.contractorName;
  program_.client = graph_.clientName;
  for (const graph::Agent& agent : graph_.agents) program_.agents.emplace_back(agent.name, partyOf(agent.party));
  program_.events.resize(graph_.events.size());
  program_.hasPlan.resize(graph_.events.size());
  program_.entities.resize(model_.entities.size());
  for (const generate::Sentence& sentence : model_.sentences) program_.sentences.push_back(outline(sentence));
  fillTables();
  fillOrder();
  for (const graph::Norm& norm : graph_.norms)
    if (!norm.where.lid.empty()) program_.lids.push_back(generate::lidOf(graph_, norm.where));
}

void Translator::fillTables() {
  for (const RateTable& table : graph_.rateTables) {
    constexpr std::int64_t parts = 1'000'000;
    Rates rates;
    std::vector<Number>& fractions = program_.outcomes.rates.emplace_back();
    for (const RateChange& change : table.changes) {
      if (!fractions.empty() && fractions.back() == change.rate) continue;
      const auto numerator = (change.rate * Number(parts)).whole();
      refuseIf(!numerator || Number::ratio(*numerator, parts) != change.rate);
      rates.rows.push_back({change.from.days, *numerator});
      fractions.push_back(change.rate);
    }
    rates.table.noemer = parts;
    rates.table.bevestigd = table.confirmedUntil.days;
    program_.tables.push_back(std::move(rates));
  }
}

void Translator::fillOrder() {
  using graph::PostKind;
  static constexpr std::array kinds{PostKind::principal, PostKind::interest, PostKind::costs, PostKind::penalty,
                                    PostKind::damages};
  const auto& order = graph_.ledger.order;
  if (!graph_.ledger.orderFromClause) return;
  for (std::size_t kind = 0; kind < kinds.size(); ++kind)
    program_.ranks[kind] =
        static_cast<std::uint8_t>(std::find(order.begin(), order.end(), kinds[kind]) - order.begin());
}

void Translator::fillEntity(const generate::EntityUse& use, Entity& entity) {
  const graph::Entity& node = at(graph_.entities, use.id);
  if (node.keyAttribute < at(graph_.events, use.event).attributes.size())
    entity.keyCell = steps_.cellOf(use.event, node.keyAttribute);
  for (const std::uint32_t number : entity.sentences)
    if (generate::startsByItself(model_, model_.sentences[number])) entity.marks.push_back({number, true});
  for (const Mark& mark : marksOf(Read::What::instances, use.id.index)) entity.marks.push_back(mark);
  const graph::LedgerRules& rules = graph_.ledger;
  entity.isInvoice = model_.has(NodeKind::ledger, 0) && rules.invoice == use.id;
  refuseIf(model_.has(NodeKind::ledger, 0) && rules.advance == use.id);
  if (!entity.isInvoice) return;
  const Scope scope = Scope{}.with(0, {Bound::What::instance, use.id, use.event, graph::Party::none, ownPlace});
  entity.amount = steps_.value(rules.amount, scope);
  entity.date = valueIfAny(rules.invoiceDate, scope);
  if (rules.payment) entity.due = valueIfAny(at(graph_.norms, rules.payment).term.last, scope);
}

void Translator::fillMarks() {
  for (const Sentence& sentence : program_.sentences) {
    if (sentence.entity == none) program_.fixed.push_back({sentence.number, false});
    if (sentence.standing) program_.ofAgreement.push_back({sentence.number, false});
    if (!sentence.suspenders.empty()) program_.suspendable.push_back({sentence.number, false});
  }
  if (model_.has(NodeKind::ledger, 0)) program_.ofPayment = marksOf(Read::What::settled, 0);
}

Marks Translator::marksOf(Read::What what, std::uint32_t index) const {
  Marks marks;
  for (const generate::Reader& reader : generate::readersOf(model_, what, index))
    marks.push_back({reader.sentence->number, reader.same});
  return marks;
}

Scope Translator::scopeOf(const generate::Sentence& from) const {
  Scope scope;
  if (!from.over) return scope;
  const generate::EntityUse& entity = model_.entities[entityIndex(model_, *from.over)];
  return scope.with(0, {Bound::What::instance, *from.over, entity.event, graph::Party::none, ownPlace});
}

Scope Translator::argumentsOf(const graph::Norm& norm, const Scope& scope) const {
  Scope inner;
  inner.free = scope.free;
  for (graph::Slot slot = 0; slot < norm.arguments.size(); ++slot) {
    const graph::Expression& argument = at(graph_.expressions, norm.arguments[slot]);
    if (argument.op == graph::Op::variable) inner = inner.with(slot, scope.at(argument.slot));
  }
  return inner;
}

std::optional<Program> programOf(const graph::Graph& graph, const std::vector<std::string>& lids) {
  try {
    generate::Reached reached = generate::reachOf(graph, lids);
    limitKinds(graph, reached);  // sooner than a model is made
    const generate::Model model(graph, std::move(reached), {});
    if (!model.obstacles.empty()) return std::nullopt;
    limitGraph(graph, model);
    Program program = Translator(graph, model).program();
    // What no C++ can be made of the machine does not run either: the same fixed part carries both.
    if (!generate::obstaclesOf(graph, {lids, false}).empty()) return std::nullopt;
    return program;
  } catch (const NotForTheMachine&) {
    return std::nullopt;
  }
}

}  // namespace beding::machine

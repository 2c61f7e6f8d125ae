// What needs all statements: references between norms, the ledger, the term of the agreement, coverage.
#include <algorithm>
#include <set>

#include "lowering/definition.h"
#include "lowering/forms/forms.h"

namespace beding::lowering {

namespace {

std::optional<std::uint32_t> entityNamed(const graph::Graph& graph, std::string_view name) {
  for (std::uint32_t e = 1; e < graph.entities.size(); ++e) {
    if (graph.entities[e].name == name && graph.entities[e].created) return e;
  }
  return std::nullopt;
}

/// The obligations that pay an invoice: their act is fulfilled when the invoice is settled. One about every invoice
/// goes before one about some.
std::vector<graph::NormId> paymentNorms(const graph::Graph& graph) {
  std::vector<graph::NormId> every, some;
  for (std::uint32_t n = 0; n < graph.norms.size(); ++n) {
    const graph::Norm& norm = graph.norms[n];
    if (norm.kind != graph::NormKind::obligation || !norm.act || !norm.term.last) continue;
    const ExpressionId fulfilled = at(graph.acts, norm.act).fulfilledWhen;
    const bool givesWay = std::any_of(graph.norms.begin(), graph.norms.end(), [&](const graph::Norm& other) {
      return !other.condition &&
             std::find(other.defeats.begin(), other.defeats.end(), graph::NormId{n}) != other.defeats.end();
    });
    if (givesWay) continue;
    if (!fulfilled || at(graph.expressions, fulfilled).op != Op::settled) continue;
    const bool about = norm.binders.size() == 1 && !norm.binders[0].where && !norm.condition;
    (about ? every : some).push_back({n});
  }
  every.insert(every.end(), some.begin(), some.end());
  return every;
}

/// What is asked for in advance: the amount and the day that the request states.
void finishAdvances(graph::Graph& graph, Lowering& lowering) {
  const auto advance = entityNamed(graph, "voorschot");
  if (!advance) return;
  graph::LedgerRules& ledger = graph.ledger;
  const EventType& asked =
      at(graph.events, at(graph.patterns, graph.entities[*advance].created).alternatives.front().type);
  const auto amount = attributeIndex(asked, "bedrag"), due = attributeIndex(asked, "termijn");
  if (!amount) return;
  Scope scope;
  ledger.advance = graph::EntityId{*advance};
  const ExpressionId one = lowering.openNew(scope, ledger.advance).value;
  ledger.advanceAmount = lowering.attribute(one, ledger.advance, *amount);
  if (due) ledger.advanceDue = lowering.attribute(one, ledger.advance, *due);
}

void finishLedger(graph::Graph& graph, Lowering& lowering) {
  graph::LedgerRules& ledger = graph.ledger;
  const auto invoice = entityNamed(graph, "factuur");
  if (!invoice) return;
  ledger.invoice = graph::EntityId{*invoice};
  const EventType& sent =
      at(graph.events, at(graph.patterns, graph.entities[*invoice].created).alternatives.front().type);
  Scope scope;
  const ExpressionId one = lowering.openNew(scope, ledger.invoice).value;
  if (const auto amount = attributeIndex(sent, "bedrag"))
    ledger.amount = lowering.attribute(one, ledger.invoice, *amount);
  if (const auto date = attributeIndex(sent, "factuurdatum"))
    ledger.invoiceDate = lowering.attribute(one, ledger.invoice, *date);
  const auto payments = paymentNorms(graph);
  if (!payments.empty()) ledger.payment = payments.front();
  for (const graph::NormId other : payments) {
    if (other != ledger.payment && at(graph.norms, other).guard.issue) ledger.otherPayments.push_back(other);
  }
  finishAdvances(graph, lowering);
  if (const auto received = eventNamed(graph, "betaling ontvangen")) {
    ledger.paymentReceived = *received;
    ledger.paymentAmount = attributeIndex(at(graph.events, *received), "bedrag").value_or(ledger.paymentAmount);
    ledger.paymentCurrency = attributeIndex(at(graph.events, *received), "valuta").value_or(ledger.paymentCurrency);
    ledger.paymentFor = attributeIndex(at(graph.events, *received), "factuur").value_or(ledger.paymentFor);
  }
  if (const auto charged = eventNamed(graph, "rente in rekening gebracht")) ledger.interestCharged = *charged;
}

/// "de uiterste betaaldag" is the last day of the norm that pays the invoice.
void bindDueDays(graph::Graph& graph) {
  for (graph::Expression& expression : graph.expressions) {
    if (expression.op != Op::deadlineOf || expression.index != graph::NormId::nothing) continue;
    expression.index = graph.ledger.payment.index;
    if (graph.ledger.payment) continue;
    expression.op = Op::constant;  // no norm pays invoices here: nobody knows the day
    expression.operands.clear();
  }
}

void finishEffects(graph::Graph& graph) {
  std::set<std::uint32_t> ending;
  for (const graph::Effect& effect : graph.effects) {
    if (effect.kind == graph::EffectKind::endAgreement && effect.act) ending.insert(effect.act.index);
  }
  for (graph::Norm& norm : graph.norms) norm.repeatable = norm.act && !ending.contains(norm.act.index);
}

std::optional<std::uint32_t> parameterNamed(const graph::Graph& graph, std::string_view name) {
  for (std::uint32_t p = 0; p < graph.parameters.size(); ++p) {
    if (graph.parameters[p].name == name && !graph.parameters[p].beside) return p;
  }
  return std::nullopt;
}

/// What goes before a norm goes before its copy too.
void defeatAlso(graph::Graph& graph, graph::NormId norm, graph::NormId copy) {
  for (graph::Norm& other : graph.norms) {
    if (std::find(other.defeats.begin(), other.defeats.end(), norm) != other.defeats.end())
      other.defeats.push_back(copy);
  }
}

/// Under that reading a notice too late for the running period has no effect: the norm stands twice, once per reading.
void splitLateNotice(graph::Graph& graph, const std::string& place, const graph::ReadingGuard& guard) {
  const std::size_t count = graph.norms.size();
  for (std::size_t n = 0; n < count; ++n) {
    const graph::Provenance& where = graph.norms[n].where;
    if (where.document + ":" + where.lid != place || graph.norms[n].effectTime != graph::EffectTime::againstDay ||
        graph.norms[n].guard.issue)
      continue;
    graph::Norm strict = graph.norms[n];
    strict.guard = guard;
    strict.lateWithoutEffect = true;
    graph.norms[n].guard = {guard.issue, guard.reading == 0 ? 1u : 0u};
    graph.norms.push_back(std::move(strict));
    defeatAlso(graph, {static_cast<std::uint32_t>(n)}, {static_cast<std::uint32_t>(graph.norms.size() - 1)});
  }
}

/// The stated duration of the agreement, else the parameter `looptijd`.
void finishTerm(graph::Graph& graph, Lowering& lowering) {
  const auto event = eventNamed(graph, "overeenkomst gesloten");
  const auto length = parameterNamed(graph, "looptijd");
  if (!event || !length) return;
  lowering.ensureDefined(*length, true);
  const EventType& concluded = at(graph.events, *event);
  const auto start = attributeIndex(concluded, "start");
  if (!start) return;
  graph::Pattern pattern{{{*event, lowering.ownContract(*event)}}, 0, false, concluded.name};
  const auto conclusion = append<graph::Pattern>(graph.patterns, std::move(pattern));
  const ExpressionId one = lowering.occurrence(0);
  graph::ContractTerm& term = graph.term;
  term.declared = true;
  term.start = lowering.operation(Op::lastOf, Type::date,
                                  {lowering.operation(Op::attribute, Type::date, {one}, *start)}, conclusion.index);
  term.duration = lowering.operation(Op::parameter, Type::duration, {}, *length);
  graph::State running;
  running.where = graph.parameters[*length].where;
  running.name = "lopende periode";
  running.report = graph::StateReport::state;
  term.reports.push_back(append<graph::State>(graph.states, std::move(running)));
  if (lowering.renewalReport) term.reports.push_back(lowering.renewalReport);
}

/// The end of the agreement as a stated fact.
void finishStatedEnd(graph::Graph& graph) {
  const auto ended = eventNamed(graph, "overeenkomst geeindigd");
  if (!ended) return;
  graph::Pattern pattern{{{*ended, {}}}, 0, false, "overeenkomst geeindigd"};
  graph::Effect effect;
  effect.kind = graph::EffectKind::endAgreement;
  effect.trigger = graph::Trigger{append<graph::Pattern>(graph.patterns, std::move(pattern)), {}};
  graph.effects.push_back(std::move(effect));
}

/// In force from any formation, or as a stated fact; not assumed once the timeline speaks of formation.
void finishFormation(graph::Graph& graph, Lowering& lowering) {
  graph::State inForce;
  inForce.name = "overeenkomst van kracht";
  for (const graph::StateId formed : lowering.formations)
    inForce.begins.push_back({{}, lowering.operation(Op::state, Type::truth, {}, formed.index)});
  graph::Pattern formation;
  formation.words = "totstandkoming";
  for (const std::string_view name :
       {"overeenkomst gesloten", "overeenkomst ondertekend", "aanbod uitgebracht", "aanbod aanvaard"}) {
    const auto event = eventNamed(graph, name);
    if (!event) continue;
    formation.alternatives.push_back({*event, lowering.ownContract(*event)});
    if (name != "overeenkomst gesloten") continue;
    graph::Pattern stated{{{*event, lowering.ownContract(*event)}}, 0, false, std::string(name)};
    inForce.begins.push_back({append<graph::Pattern>(graph.patterns, std::move(stated)), {}});
  }
  graph.formation = append<graph::Pattern>(graph.patterns, std::move(formation));
  graph.inForce = append<graph::State>(graph.states, std::move(inForce));
  if (const auto closing = eventNamed(graph, "sluitingsdag aangekondigd")) graph.closingDay = *closing;
}

bool attributeWrites(const Attribute& attribute, const std::string& way) {
  return std::find(attribute.choices.begin(), attribute.choices.end(), way) != attribute.choices.end() ||
         std::find(attribute.aliases.begin(), attribute.aliases.end(), way) != attribute.aliases.end();
}

/// A timeline can write a form only as it was declared: by a spelling, else by its name.
void finishForms(graph::Graph& graph) {
  for (EventType& event : graph.events) {
    for (Attribute& attribute : event.attributes) {
      if (!attribute.isForm) continue;
      for (const graph::Form& form : graph.forms) {
        std::vector<std::string> ways = form.spellings;
        ways.push_back(form.name);
        for (const std::string& way : ways) {
          const bool first = way == ways.front();
          std::vector<std::string>& known = first ? attribute.choices : attribute.aliases;
          if (!attributeWrites(attribute, way)) known.push_back(way);
        }
      }
    }
  }
}

void bindInForce(graph::Graph& graph) {
  for (graph::Expression& expression : graph.expressions) {
    if (expression.op == Op::state && expression.index == graph::StateId::nothing)
      expression.index = graph.inForce.index;
  }
}

}  // namespace

void Lowering::finish() {
  graph.equatedDays = gelijkgesteldeDagen();
  for (const NamedDuty& kept : protectedNorms) {
    const auto nodes = labelled(kept.lid, kept.label);
    if (nodes.empty()) unknownReference(kept.span, kept.lid, kept.label);
    for (const Labelled& node : nodes) {
      if (node.kind == Labelled::Kind::norm) graph.norms[node.index].neverSuspended = true;
    }
  }
  for (const BreachBegin& begin : breachBegins) {
    const auto nodes = labelled(begin.lid, begin.label);
    const auto norm =
        std::find_if(nodes.begin(), nodes.end(), [](const Labelled& n) { return n.kind == Labelled::Kind::norm; });
    if (norm == nodes.end()) {
      unknownReference(begin.span, begin.lid, begin.label);
      continue;
    }
    const ExpressionId breached = operation(Op::normStatus, Type::truth, begin.instances, norm->index);
    at(graph.expressions, breached).value = std::string("geschonden");
    graph.states[begin.state].begins.push_back({{}, breached});
  }
  finishReach(*this);
  finishBreaches(*this);
  finishPriorities();
  finishDocuments();
  finishLedger(graph, *this);
  bindDueDays(graph);
  for (const auto& [place, guard] : lateWithoutEffect) splitLateNotice(graph, place, guard);
  finishEffects(graph);
  finishTerm(graph, *this);
  finishFormation(graph, *this);
  finishStatedEnd(graph);
  bindInForce(graph);
  finishForms(graph);
}

}  // namespace beding::lowering

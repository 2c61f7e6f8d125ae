// Builds rule graphs by hand, with a small vocabulary of events, and runs timelines over them.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"
#include "graph/graph.h"
#include "timeline/timeline.h"

namespace beding::built {

using namespace beding::graph;

inline Attribute attr(std::string name, Type type) {
  Attribute result;
  result.name = std::move(name);
  result.type = type;
  return result;
}
inline Attribute keyAttr(std::string name) {
  Attribute result = attr(std::move(name), Type::reference);
  result.isKey = true;
  return result;
}
inline Attribute opAttr(std::string name) {
  Attribute result = attr(std::move(name), Type::instant);
  result.standsForOp = true;
  return result;
}
inline Attribute actorAttr(std::string name) {
  Attribute result = attr(std::move(name), Type::party);
  result.isActor = true;
  return result;
}
inline Attribute formAttr() {
  Attribute result = attr("vorm", Type::form);
  result.isForm = true;
  return result;
}

inline std::vector<EventType> vocabulary() {
  const auto statement = [](std::string name) {
    return EventType{
        std::move(name),
        {actorAttr("partij"), formAttr(), opAttr("ontvangen"), attr("tegen", Type::date), attr("grond", Type::text)},
        false};
  };
  return {
      {"factuur verzonden", {keyAttr("factuur"), attr("bedrag", Type::money), opAttr("factuurdatum")}, false},
      {"betaling ontvangen", {attr("bedrag", Type::money), attr("factuur", Type::reference)}, false},
      {"rente in rekening gebracht", {attr("over", Type::reference), attr("bedrag", Type::money)}, false},
      {"dienst buiten gebruik gesteld", {attr("grond", Type::text)}, false},
      statement("opzegging gedaan"),
      statement("ontbinding ingeroepen"),
      {"overeenkomst gesloten", {attr("start", Type::date), attr("duur", Type::duration)}, false},
      {"prijswijziging aangekondigd",
       {attr("oud", Type::money), attr("nieuw", Type::money), attr("ingang", Type::date), formAttr()},
       false},
      {"overtreding begonnen", {keyAttr("overtreding")}, false},
      {"overtreding geeindigd", {attr("overtreding", Type::reference)}, false},
      {"bezwaar gemaakt", {attr("tegen", Type::reference), formAttr(), attr("gemotiveerd", Type::truth)}, false},
      {"kennisgeving verzonden", {formAttr()}, false},
      {"reactie ontvangen", {formAttr()}, false},
      {"overeenkomst geeindigd", {attr("wijze", Type::text)}, false},
      {"medewerker in dienst genomen", {actorAttr("door"), attr("medewerker", Type::reference)}, false},
      {"schade ontstaan", {keyAttr("schade"), attr("bedrag", Type::money), attr("reeks", Type::text)}, false},
      {"overmacht ingetreden", {}, false},
      {"overmacht geeindigd", {}, false},
      {"afspraak vastgelegd",
       {attr("over", Type::text), attr("waarde", Type::text), attr("ingang", Type::date), formAttr()},
       false},
      {"insolventie gebeurtenis", {actorAttr("partij"), attr("soort", Type::text)}, false},
      {"melding gedaan", {}, false},
  };
}

/// A graph under construction. Expressions are made by shorthands; nodes are appended to the public graph.
class Builder {
 public:
  Graph graph;
  Builder() {
    graph.document = "proef";
    graph.equatedDays = gelijkgesteldeDagen();
    graph.contractorName = "Vandeez Hosting B.V.";
    graph.clientName = "Klant B.V.";
    graph.events = vocabulary();
    Entity party;
    party.name = "partij";
    graph.entities.push_back(party);
  }

  EventTypeId event(std::string_view name) const { return *eventTypeNamed(graph.events, name); }
  std::uint32_t field(std::string_view type, std::string_view name) const {
    return *attributeIndex(graph.events[event(type).index], name);
  }

  // --- expressions ---
  ExpressionId make(Op op, std::vector<ExpressionId> operands = {}, std::uint32_t index = 0, Type type = Type::truth) {
    Expression made;
    made.op = op;
    made.operands = std::move(operands);
    made.index = index;
    made.type = type;
    return append<Expression>(graph.expressions, std::move(made));
  }
  ExpressionId value(Value constant, Type type = Type::text) {
    const ExpressionId id = make(Op::constant, {}, 0, type);
    at(graph.expressions, id).value = std::move(constant);
    return id;
  }
  ExpressionId money(std::string_view text) { return value(*parseMoney(text), Type::money); }
  ExpressionId duration(std::string_view text) { return value(*parseDuration(text), Type::duration); }
  ExpressionId party(Party party) {
    return value(std::string(party == Party::client ? "Opdrachtgever" : "Opdrachtnemer"), Type::party);
  }
  ExpressionId var(Slot slot) {
    const ExpressionId id = make(Op::variable, {}, 0, Type::reference);
    at(graph.expressions, id).slot = slot;
    return id;
  }
  ExpressionId get(ExpressionId subject, std::string_view type, std::string_view name) {
    const std::uint32_t index = field(type, name);
    return make(Op::attribute, {subject}, index, graph.events[event(type).index].attributes[index].type);
  }
  ExpressionId term(ExpressionId anchor, std::string_view length, Direction direction = Direction::forward) {
    const ExpressionId id = make(Op::termEnd, {anchor, duration(length)}, 0, Type::date);
    at(graph.expressions, id).rule.direction = direction;
    return id;
  }
  ExpressionId negate(ExpressionId a) { return make(Op::logicalNot, {a}); }
  ExpressionId all(std::vector<ExpressionId> parts) { return make(Op::logicalAnd, std::move(parts)); }
  ExpressionId stateOf(StateId state, std::vector<ExpressionId> arguments = {}) {
    return make(Op::state, std::move(arguments), state.index);
  }
  ExpressionId existsOne(EntityId entity, Slot slot, ExpressionId condition) {
    const ExpressionId id = make(Op::exists, {condition}, entity.index);
    at(graph.expressions, id).slot = slot;
    return id;
  }
  ExpressionId words(ExpressionId id, std::string text) {
    at(graph.expressions, id).words = std::move(text);
    return id;
  }

  // --- nodes ---
  PatternId pattern(std::string_view type, Slot occurrence = 0, ExpressionId where = {}, bool atReceipt = false) {
    Pattern made;
    made.alternatives = {{event(type), where}};
    made.occurrence = occurrence;
    made.atReceipt = atReceipt;
    return append<Pattern>(graph.patterns, std::move(made));
  }
  EntityId entity(std::string name, std::string_view createdBy, std::string_view key = "") {
    Entity made;
    made.name = std::move(name);
    made.created = pattern(createdBy);
    if (!key.empty()) made.keyAttribute = field(createdBy, key);
    return append<Entity>(graph.entities, std::move(made));
  }
  FormId form(std::string name, std::vector<std::string> spellings = {}, std::vector<FormId> covers = {}) {
    Form made;
    made.name = std::move(name);
    made.spellings = std::move(spellings);
    made.covers = std::move(covers);
    return append<Form>(graph.forms, std::move(made));
  }
  JudgementId judgement(std::string lid, std::string words, bool assumedYes = false) {
    Judgement made;
    made.where = where(std::move(lid));
    made.words = std::move(words);
    made.question = "is het " + made.words + "?";
    if (assumedYes) made.assumed = Truth::yes;
    return append<Judgement>(graph.judgements, std::move(made));
  }
  /// An act done by an event; the actor stands in the slot after the arguments and is compared when `actor` names an
  /// attribute; the first argument is joined when `refers` does.
  ActId act(std::string name, std::string_view type, std::string_view actor = "", bool atReceipt = false,
            std::vector<EntityId> parameters = {}, std::string_view refers = "") {
    Act made;
    made.name = std::move(name);
    made.parameters = std::move(parameters);
    const Slot actorSlot = static_cast<Slot>(made.parameters.size()), occurrence = actorSlot + 1;
    std::vector<ExpressionId> filter;
    if (!actor.empty()) filter.push_back(make(Op::actorIs, {var(occurrence), var(actorSlot)}));
    if (!refers.empty()) filter.push_back(make(Op::refersTo, {var(occurrence), var(0)}, field(type, refers)));
    made.doneBy = pattern(type, occurrence, filter.empty() ? ExpressionId{} : all(filter), atReceipt);
    made.atReceipt = atReceipt;
    return append<Act>(graph.acts, std::move(made));
  }
  static Provenance where(std::string lid) {
    Provenance made;
    made.document = "proef";
    made.lid = std::move(lid);
    return made;
  }
  Norm norm(NormKind kind, std::string lid, std::string name, Party bearer, ActId act) {
    Norm made;
    made.kind = kind;
    made.where = where(std::move(lid));
    made.name = std::move(name);
    made.bearer.fixed = bearer;
    made.act = act;
    return made;
  }
  NormId add(Norm made) { return append<Norm>(graph.norms, std::move(made)); }
  StateId add(State made) { return append<State>(graph.states, std::move(made)); }
  AmountId add(Amount made) { return append<Amount>(graph.amounts, std::move(made)); }
  RightId add(Right made) { return append<Right>(graph.rights, std::move(made)); }
  LimitId add(Limit made) { return append<Limit>(graph.limits, std::move(made)); }
  void add(Effect made) { graph.effects.push_back(std::move(made)); }

  // --- the invoice that most documents share ---
  EntityId invoice;
  NormId payment;
  StateId late;

  /// 1.1 betaling: elke factuur binnen 14 dagen na factuurdatum; toestand "te laat" vanaf de dag erna totdat voldaan.
  void invoices(std::string lid = "1.1") {
    invoice = entity("factuur", "factuur verzonden", "factuur");
    Act pay;
    pay.name = "de factuur betalen";
    pay.parameters = {invoice};
    pay.fulfilledWhen = make(Op::settled, {var(0)});
    graph.acts.push_back(pay);
    Norm duty = norm(NormKind::obligation, lid, "betaling", Party::client,
                     ActId{static_cast<std::uint32_t>(graph.acts.size() - 1)});
    duty.binders = {{invoice, {}}};
    duty.arguments = {var(0)};
    duty.term.last = term(get(var(0), "factuur verzonden", "factuurdatum"), "14 dagen");
    payment = add(duty);
    LedgerRules& rules = graph.ledger;
    rules.invoice = invoice;
    rules.amount = get(var(0), "factuur verzonden", "bedrag");
    rules.invoiceDate = get(var(0), "factuur verzonden", "factuurdatum");
    rules.payment = payment;
    rules.paymentReceived = event("betaling ontvangen");
    rules.paymentAmount = field("betaling ontvangen", "bedrag");
    rules.paymentFor = field("betaling ontvangen", "factuur");
    rules.interestCharged = event("rente in rekening gebracht");
    State made;
    made.where = where(lid);
    made.name = "te laat";
    made.binders = {{invoice, {}}};
    made.begins = {{{},
                    make(Op::reached, {make(Op::dayAfter, {make(Op::deadlineOf, {var(0)}, payment.index, Type::date)},
                                            0, Type::date)})}};
    made.ends = {{{}, make(Op::settled, {var(0)})}};
    made.report = StateReport::state;
    late = add(made);
  }
  /// Handelsrente over het openstaande bedrag zolang de factuur te laat is.
  AmountId interest(std::string lid, bool owed) {
    Amount made;
    made.where = where(std::move(lid));
    made.name = "rente";
    made.kind = AmountKind::interest;
    made.post = PostKind::interest;
    made.binders = {{invoice, {}}};
    made.debtor.fixed = Party::client;
    made.creditor.fixed = Party::contractor;
    made.owed = owed;
    made.during = stateOf(late, {var(0)});
    made.table = append<RateTable>(graph.rateTables, wettelijkeHandelsrente());
    return add(made);
  }

  // --- running ---
  Evaluation run(std::string_view lines, std::string_view asOf, EvaluationOptions options = {}) const {
    const TimelineResult read = readTimeline(lines, "proef.jsonl", graph.events, {});
    for (const InputProblem& problem : read.problems) FAIL_CHECK(problem.message);
    options.asOf = parseMoment(asOf)->day;
    return evaluate(graph, read.timeline, options);
  }
};

/// The outcome with that lid (and kind, key, bearer where given), or nothing.
inline const Outcome* find(const Evaluation& evaluation, std::string_view lid, OutcomeKind kind,
                           std::string_view key = "*", std::string_view bearer = "*") {
  for (const Outcome& outcome : evaluation.outcomes) {
    const bool fits = outcome.lid == "proef:" + std::string(lid) && outcome.kind == kind &&
                      (key == "*" || outcome.key == key) && (bearer == "*" || outcome.bearer == bearer);
    if (fits) return &outcome;
  }
  return nullptr;
}

/// Its fields in one line, to compare with: "geschonden uiterlijk 2026-06-15 sinds 2026-06-16".
inline std::string told(const Outcome* outcome) {
  if (outcome == nullptr) return "afwezig";
  std::string text = outcome->status;
  const auto day = [&](const char* name, const std::optional<Moment>& moment) {
    if (moment) text += std::string(" ") + name + " " + isoText(*moment);
  };
  const auto sum = [&](const char* name, const std::optional<Money>& money) {
    if (money) text += std::string(" ") + name + " " + decimalText(*money);
  };
  day("vanaf", outcome->from);
  day("uiterlijk", outcome->deadline);
  day("uiterlijk_laatst", outcome->latestDeadline);
  day("tot", outcome->to);
  day("sinds", outcome->since);
  sum("bedrag", outcome->amount);
  sum("open", outcome->open);
  return text;
}

}  // namespace beding::built

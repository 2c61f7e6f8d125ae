// What expressions read of other nodes: quantities, states, open norms, norms, exercises, the ledger.
#include <algorithm>

#include "oracle/reference_view.h"

namespace beding::oracle {

using graph::Expression;
using graph::Op;

namespace {

Place argumentsOf(const View& view, const Expression& expression, const Place& place) {
  Place arguments;
  arguments.arose = place.arose;
  for (std::size_t index = 0; index < expression.operands.size(); ++index)
    arguments.slots.push_back(operand(view, expression, index, place).thing);
  return arguments;
}

// ------------------------------------------------------------------------------------------------------- quantities

Answer ownValue(const View& view, const graph::Quantity& quantity, const Place& place) {
  return quantity.value ? valueOf(view, quantity.value, place) : ask(view, {}, quantity.name);
}

/// The first of the chain whose reading is chosen and whose condition is true. Where that is not known, both values are
/// possible.
Answer quantity(const View& view, graph::QuantityId id, const Place& place) {
  if (!id) return {};
  const graph::Quantity& node = at(view.graph().quantities, id);
  const Answer counts = view.active(node.guard) ? met(view, node.condition, place) : no();
  Answer whole;
  if (isYes(counts)) whole = ownValue(view, node, place);
  if (isNo(counts)) whole = quantity(view, node.otherwise, place);
  if (isOpen(counts)) {
    whole = ownValue(view, node, place);
    const Answer otherwise = quantity(view, node.otherwise, place);
    const bool same = isKnownAnswer(whole) && whole.value == otherwise.value;
    if (!same) whole.value = std::holds_alternative<Truth>(whole.value) ? Value(Truth::unknown) : Value();
    for (const Answer* part : {&otherwise, &counts}) add(whole.asks, part->asks), add(whole.assumed, part->assumed);
    if (same) whole.asks.clear();
  }
  add(whole.assumed, counts.assumed);
  return whole;
}

// ----------------------------------------------------------------------------------------------------------- states

Answer stateSince(const View& view, const Expression& expression, const Place& place) {
  const auto slots = argumentsOf(view, expression, place).slots;
  for (const StateFact& fact : view.facts.states[expression.index]) {
    if (!fits(fact.place, slots)) continue;
    if (fact.holds == Truth::yes && fact.since) return answer(Value(*fact.since));
    Answer whole;
    if (fact.holds == Truth::unknown) whole.asks = fact.asks;
    return whole;
  }
  return {};
}

// ------------------------------------------------------------------------------------------------------------ norms

const std::vector<NormFact>& factsOf(const View& view, std::uint32_t norm) {
  const bool pays = graph::NormId{norm} == view.graph().ledger.payment;
  return view.facts.norms[pays ? paymentNorm(view).index : norm];
}

Answer normMoment(const View& view, const Expression& expression, const Place& place) {
  const auto slots = argumentsOf(view, expression, place).slots;
  for (const NormFact& fact : factsOf(view, expression.index)) {
    if (!fits(fact.place, slots)) continue;
    const auto& moment = expression.op == Op::breachedAt ? fact.breached : fact.deadline;
    if (!moment) return {};
    Answer whole = answer(Value(*moment));
    if (expression.op == Op::deadlineOf) whole.latest = fact.latestDeadline;
    return whole;
  }
  return {};
}

bool has(const NormFact& fact, const std::string& status) {
  const bool late = fact.status == "te-laat-nagekomen";
  if (status == "geschonden") return fact.breached || !fact.against.empty();
  if (status == "niet nagekomen") return fact.breached && !late;
  return fact.status == status || (status == "nagekomen" && late);
}

Answer normStatus(const View& view, const Expression& expression, const Place& place) {
  const auto slots = argumentsOf(view, expression, place).slots;
  const auto* status = std::get_if<std::string>(&expression.value);
  Answer whole = no();
  for (const NormFact& fact : view.facts.norms[expression.index]) {
    if (!fits(fact.place, slots)) continue;
    Answer part = has(fact, status != nullptr ? *status : "") ? yes() : no();
    if (isNo(part) && fact.status == "onbekend") {
      part.value = Truth::unknown;
      part.asks = fact.asks;
    }
    whole = either(whole, part);
  }
  return whole;
}

// -------------------------------------------------------------------------------------------------------- exercises

Answer validity(const Attempt& attempt) {
  Answer whole = answer(attempt.valid);
  whole.asks = attempt.asks;
  whole.assumed = attempt.assumed;
  return whole;
}

bool hasArguments(const View& view, const Attempt& attempt, const std::vector<Thing>& wanted) {
  const auto& arguments = at(view.graph().norms, attempt.norm).arguments;
  for (std::size_t slot = 0; slot < wanted.size() && slot < arguments.size(); ++slot) {
    const Thing used = valueOf(view, arguments[slot], attempt.place).thing;
    if (wanted[slot] && used && wanted[slot] != used) return false;
  }
  return true;
}

Answer exercised(const View& view, const Expression& expression, const Place& place) {
  const auto slots = argumentsOf(view, expression, place).slots;
  Answer whole = no();
  for (const Attempt& attempt : view.facts.attempts) {
    if (attempt.act.index != expression.index || !hasArguments(view, attempt, slots)) continue;
    if (expression.op == Op::exercisedAt && attempt.valid == Truth::yes) return answer(Value(attempt.at));
    whole = either(whole, validity(attempt));
    whole.assumed.clear();
  }
  if (expression.op == Op::exercisedAt) whole.value = {};
  return whole;
}

/// What no power was about, is no valid exercise.
Answer wasValid(const View& view, const Expression& expression, const Place& place) {
  const auto event = eventOf(view, operand(view, expression, 0, place).thing);
  const graph::ActId act{expression.index};
  const auto* lid = std::get_if<std::string>(&expression.value);
  Answer whole = no();
  for (const Attempt& attempt : view.facts.attempts) {
    if (!event || attempt.event != *event || (act && attempt.act != act)) continue;
    const std::string own = lidOf(view, at(view.graph().norms, attempt.norm).where);
    if (lid == nullptr || own == *lid || own.starts_with(*lid + ".")) whole = either(whole, validity(attempt));
  }
  return whole;
}

// ---------------------------------------------------------------------------------------------------------- ledger

Answer ledgerFact(const View& view, const Expression& expression, const Place& place) {
  const Books& books = view.facts.books;
  const std::string named = expression.operands.empty() ? "" : keyOf(view, operand(view, expression, 0, place).thing);
  const std::string* key = expression.operands.empty() ? nullptr : &named;
  if (expression.op == Op::outstanding)
    return answer(Value(expression.index == 0 ? openPrincipal(books, key) : openEverything(view, key)));
  if (expression.op == Op::settled) {
    const auto claim = key != nullptr ? claimOf(books, *key) : std::nullopt;
    return claim && books.posts[*claim].open() <= Money{} ? yes() : no();
  }
  Money sum;
  for (const Post& post : books.posts)
    if (key == nullptr || post.key == *key) sum = sum + post.amount;
  return answer(Value(sum));
}

// -------------------------------------------------------------------------------------------------------- agreement

Answer period(const View& view, const Expression& expression) {
  const RunningPeriod running = runningPeriod(view);
  if (!running.period) return running.basis;
  Answer whole =
      answer(Value(momentOf(expression.op == Op::periodStart ? running.period->first : running.period->last)));
  whole.assumed = running.basis.assumed;
  return whole;
}

/// Its stated start, else the day on which it was formed.
Answer contractStart(const View& view) {
  const Answer start = valueOf(view, view.graph().term.start, {});
  if (momentIn(start) != nullptr || isUnknown(start) || !view.graph().inForce || view.in.assumedInForce) return start;
  for (const StateFact& fact : view.facts.states[view.graph().inForce.index])
    if (fact.since) return answer(Value(momentOf(fact.since->day)));
  return start;
}

Answer contractEnd(const View& view) {
  const auto& last = view.facts.course.lastDay;
  return last ? answer(Value(momentOf(*last))) : Answer{};
}

Answer agreed(const View& view, const Expression& expression, const Place& place) {
  const Answer since = operand(view, expression, 0, place);
  Tick on = place.arose ? beginOf(*place.arose) : view.now;
  if (momentIn(since) != nullptr) on = beginOf(*momentIn(since));
  return agreedValue(view, graph::ParameterId{expression.index}, operand(view, expression, 1, place), on);
}

}  // namespace

Answer stateHolds(const View& view, graph::StateId state, const std::vector<Thing>& slots) {
  Answer whole = no();
  for (const StateFact& fact : view.facts.states[state.index]) {
    if (!fits(fact.place, slots)) continue;
    Answer part = answer(fact.holds);
    if (fact.holds == Truth::unknown) part.asks = fact.asks;
    part.assumed = fact.assumed;
    whole = either(whole, part);
  }
  return whole;
}

graph::NormId paymentNorm(const View& view) {
  const graph::LedgerRules& rules = view.graph().ledger;
  if (!rules.payment || view.active(at(view.graph().norms, rules.payment).guard)) return rules.payment;
  for (const graph::NormId another : rules.otherPayments)
    if (view.active(at(view.graph().norms, another).guard)) return another;
  return rules.payment;
}

Answer ofNodes(const View& view, const Expression& expression, const Place& place) {
  switch (expression.op) {
    case Op::parameter:
      return parameterValue(view, graph::ParameterId{expression.index}, place, expression.followed);
    case Op::agreed:
      return agreed(view, expression, place);
    case Op::arisenAt:
      return place.arose ? answer(Value(*place.arose)) : Answer{};
    case Op::quantity:
      return quantity(view, graph::QuantityId{expression.index}, argumentsOf(view, expression, place));
    case Op::state:
      return stateHolds(view, graph::StateId{expression.index}, argumentsOf(view, expression, place).slots);
    case Op::stateSince:
      return stateSince(view, expression, place);
    case Op::judgement:
      return judged(view, graph::JudgementId{expression.index}, operand(view, expression, 0, place).thing);
    case Op::outstanding:
    case Op::posted:
    case Op::settled:
      return ledgerFact(view, expression, place);
    case Op::normStatus:
      return normStatus(view, expression, place);
    case Op::breachedAt:
    case Op::deadlineOf:
      return normMoment(view, expression, place);
    case Op::runningPeriodEnd:
    case Op::periodStart:
      return period(view, expression);
    case Op::contractStart:
      return contractStart(view);
    case Op::contractEnd:
      return contractEnd(view);
    case Op::consentFor:
      return consentFor(view, expression, operand(view, expression, 0, place).thing,
                        operand(view, expression, 1, place).thing);
    case Op::agreementCounts:
      return agreementCounts(view, operand(view, expression, 0, place).thing.index);
    case Op::valid:
      return wasValid(view, expression, place);
    case Op::exercised:
    case Op::exercisedAt:
      return exercised(view, expression, place);
    default:
      return {};
  }
}

}  // namespace beding::oracle

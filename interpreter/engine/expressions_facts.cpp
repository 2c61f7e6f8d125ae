// What the graph's nodes say now: parameters, quantities, states, judgements, norms, the ledger, the agreement.
#include <algorithm>

#include "engine/expressions.h"
#include "engine/lookup.h"

namespace beding::engine {

namespace {

using graph::Expression;
using graph::Op;

Answer valueOf(World& world, const graph::Quantity& node, const Environment& arguments) {
  if (node.value) return evaluate(world, node.value, arguments);
  return askFact(world, {}, node.name, "Wat is " + node.name + "? (in de bron niet ingevuld)");
}

/// The first of the chain whose reading is chosen and whose condition is true. Where a condition is not known, both
/// values are possible.
Answer quantity(World& world, graph::QuantityId id, const Environment& arguments) {
  if (!id || world.depth > 300) return {};
  const graph::Quantity& node = at(world.graph.quantities, id);
  const Verdict counts = world.active(node.guard) ? holds(world, node.condition, arguments) : truth(false);
  ++world.depth;
  Answer answer;
  if (counts.truth() == Truth::yes) answer = valueOf(world, node, arguments);
  if (counts.truth() == Truth::no) answer = quantity(world, node.otherwise, arguments);
  if (counts.truth() == Truth::unknown)
    answer = eitherWay(counts, valueOf(world, node, arguments), quantity(world, node.otherwise, arguments));
  --world.depth;
  answer.until = std::min(answer.until, counts.until);
  answer.assumed.add(counts.assumed);
  return answer;
}

Answer stateSince(World& world, const Expression& expression, const Environment& environment) {
  const auto& records = world.states[expression.index];
  const Unit unit = world.plan.unit(UnitKind::state, expression.index);
  const auto found = recordFor(world, unit, records, argumentsOf(world, expression, environment).slots);
  if (!found || records[*found].holds == Truth::no) return {};
  const StateRecord& record = records[*found];
  Answer answer;
  if (record.holds == Truth::yes && record.held.since) answer.value = *record.held.since;
  if (record.holds == Truth::unknown) answer.questions = record.questions;
  return answer;
}

Answer judgement(World& world, const Expression& expression, const Environment& environment) {
  const Binding subject = expression.operands.empty() ? Binding{} : boundBy(world, expression, 0, environment);
  return judge(world, graph::JudgementId{expression.index}, subject);
}

/// The key of the claim that operand a names; nothing when there is no operand.
std::optional<std::string> claimKey(World& world, const Expression& expression, const Environment& environment) {
  if (expression.operands.empty()) return std::nullopt;
  return world.keyOf(boundBy(world, expression, 0, environment));
}

/// Money that grows by the day is looked at again every day.
Answer growing(World& world, const std::string* key, Money amount) {
  Answer answer = known(amount);
  if (world.ledger.accrues(key)) answer.until = startOfDay(dayOf(world.now) + 1);
  return answer;
}

Answer ledgerFact(World& world, const Expression& expression, const Environment& environment) {
  const auto key = claimKey(world, expression, environment);
  const std::string* name = key ? &*key : nullptr;
  if (expression.op == Op::posted) return growing(world, name, world.ledger.posted(name));
  if (expression.op == Op::outstanding && expression.index == 0) return known(world.ledger.openPrincipal(name));
  return growing(world, name, world.ledger.openEverything(name, dayOf(world.now)));
}

Verdict isSettled(World& world, const Expression& expression, const Environment& environment) {
  const auto key = claimKey(world, expression, environment);
  const auto post = key ? world.ledger.claimOf(*key) : std::nullopt;
  return truth(post && world.ledger.posts[*post].open() <= Money{});
}

const NormRecord* normRecord(World& world, const Expression& expression, const Environment& environment) {
  const bool pays = graph::NormId{expression.index} == world.graph.ledger.payment;
  const std::uint32_t index = pays ? world.payment().index : expression.index;
  const auto& records = world.norms[index];
  const Unit unit = world.plan.unit(UnitKind::norm, index);
  const auto found = recordFor(world, unit, records, argumentsOf(world, expression, environment).slots);
  return found ? &records[*found] : nullptr;
}

Answer normMoment(World& world, const Expression& expression, const Environment& environment) {
  const NormRecord* record = normRecord(world, expression, environment);
  if (record == nullptr) return {};
  const auto& moment = expression.op == Op::breachedAt ? record->breachedAt : record->deadline;
  if (!moment) return {};
  Answer answer = known(*moment);
  if (expression.op == Op::deadlineOf) answer.latest = record->latestDeadline;
  return answer;
}

Answer periodFact(World& world, const Expression& expression) {
  const RunningPeriod running = runningPeriod(world);
  Answer answer = withoutValue(running.basis);
  if (running.period) {
    answer.value = beding::momentOf(expression.op == Op::periodStart ? running.period->first : running.period->last);
    answer.questions.clear();
  }
  return answer;
}

Answer contractEnd(const World& world) {
  return world.agreement.lastDay ? known(beding::momentOf(*world.agreement.lastDay)) : Answer{};
}

/// Its stated start, else the day it was formed.
Answer contractStart(World& world) {
  Answer start = evaluate(world, world.graph.term.start, {});
  if (start.moment() != nullptr || start.unknown() || !world.graph.inForce || world.agreement.assumed) return start;
  for (const StateRecord& record : world.states[world.graph.inForce.index]) {
    if (record.held.ever && record.held.since) return known(beding::momentOf(record.held.since->day));
  }
  return start;
}

bool sameArguments(World& world, const Exercise& exercise, const Environment& wanted) {
  const auto& arguments = at(world.graph.norms, exercise.norm).arguments;
  for (std::size_t slot = 0; slot < wanted.slots.size() && slot < arguments.size(); ++slot) {
    const Binding used = boundBy(world, arguments[slot], exercise.environment);
    if (wanted.slots[slot] && used && wanted.slots[slot] != used) return false;
  }
  return true;
}

/// The exercises of an act with these arguments, one after another.
template <class Visit>
void eachExercise(World& world, const Expression& expression, const Environment& environment, Visit visit) {
  const Environment wanted = argumentsOf(world, expression, environment);
  for (const Exercise& exercise : world.exercises) {
    if (exercise.act.index == expression.index && sameArguments(world, exercise, wanted)) visit(exercise);
  }
}

Verdict validityOf(const Exercise& exercise) {
  Verdict valid = truth(exercise.valid);
  valid.questions = exercise.questions;
  return valid;
}

Verdict wasExercised(World& world, const Expression& expression, const Environment& environment) {
  Verdict whole = truth(false);
  eachExercise(world, expression, environment, [&](const Exercise& one) { disjoin(whole, validityOf(one)); });
  return whole;
}

/// Of the first that was valid; while that is not known, what it waits for.
Answer exercisedAt(World& world, const Expression& expression, const Environment& environment) {
  const Exercise* first = nullptr;
  Verdict whole = truth(false);
  eachExercise(world, expression, environment, [&](const Exercise& one) {
    disjoin(whole, validityOf(one));
    if (first == nullptr && one.valid == Truth::yes) first = &one;
  });
  return first != nullptr ? known(first->at) : withoutValue(whole);
}

bool isUnder(const World& world, const graph::Norm& norm, const std::string& lid) {
  const std::string own = lidOf(world, norm.where);
  return own == lid || own.starts_with(lid + ".");
}

/// Whether an event was a valid exercise. What no power was about, is none.
Verdict wasValid(World& world, const Expression& expression, const Environment& environment) {
  const Binding subject = boundBy(world, expression, 0, environment);
  if (!subject || world.partyOf(subject) != graph::Party::none) return truth(false);
  const std::uint32_t occurrence = world.occurrenceIn(subject);
  const graph::ActId act{expression.index};
  const auto* lid = std::get_if<std::string>(&expression.value);
  Verdict whole = truth(false);
  for (const Exercise& exercise : world.exercises) {
    if (exercise.occurrence != occurrence || (act && exercise.act != act)) continue;
    if (lid != nullptr && !isUnder(world, at(world.graph.norms, exercise.norm), *lid)) continue;
    Verdict valid = validityOf(exercise);
    valid.assumed = exercise.assumed;
    disjoin(whole, valid);
  }
  return whole;
}

/// A quantity with what was agreed in its place when its instances arose.
Answer agreed(World& world, const Expression& expression, const Environment& environment) {
  const Answer since = operand(world, expression, 0, environment);
  Tick moment = environment.frozen ? startTick(*environment.frozen) : world.now;
  if (since.moment() != nullptr) moment = startTick(*since.moment());
  return agreedValue(world, graph::ParameterId{expression.index}, operand(world, expression, 1, environment), moment);
}

}  // namespace

Verdict decideFacts(World& world, const Expression& expression, const Environment& environment) {
  switch (expression.op) {
    case Op::state:
      return stateHolds(world, graph::StateId{expression.index}, argumentsOf(world, expression, environment).slots);
    case Op::settled:
      return isSettled(world, expression, environment);
    case Op::normStatus: {
      const auto* status = std::get_if<std::string>(&expression.value);
      return normHasStatus(world, graph::NormId{expression.index}, argumentsOf(world, expression, environment).slots,
                           status != nullptr ? *status : "");
    }
    case Op::consentFor:
      return consentFor(world, expression, boundBy(world, expression, 0, environment),
                        boundBy(world, expression, 1, environment));
    case Op::agreementCounts:
      return agreementCounts(world, boundBy(world, expression, 0, environment).index).met;
    case Op::valid:
      return wasValid(world, expression, environment);
    default:
      return wasExercised(world, expression, environment);
  }
}

Answer evaluateFacts(World& world, const Expression& expression, const Environment& environment) {
  switch (expression.op) {
    case Op::parameter:
      return parameterValue(world, graph::ParameterId{expression.index}, environment, expression.followed);
    case Op::arisenAt:
      return environment.frozen ? known(*environment.frozen) : Answer{};
    case Op::agreed:
      return agreed(world, expression, environment);
    case Op::quantity:
      return quantity(world, graph::QuantityId{expression.index}, argumentsOf(world, expression, environment));
    case Op::stateSince:
      return stateSince(world, expression, environment);
    case Op::judgement:
      return judgement(world, expression, environment);
    case Op::outstanding:
    case Op::posted:
      return ledgerFact(world, expression, environment);
    case Op::breachedAt:
    case Op::deadlineOf:
      return normMoment(world, expression, environment);
    case Op::runningPeriodEnd:
    case Op::periodStart:
      return periodFact(world, expression);
    case Op::contractStart:
      return contractStart(world);
    case Op::contractEnd:
      return contractEnd(world);
    case Op::exercisedAt:
      return exercisedAt(world, expression, environment);
    default:
      return {};
  }
}

namespace {

/// Every argument is said: at most one combination is these.
bool namesOne(const Bindings& arguments) {
  return std::all_of(arguments.begin(), arguments.end(), [](const Binding& binding) { return bool{binding}; });
}

}  // namespace

bool fits(const Environment& environment, const Bindings& arguments) {
  const Bindings& slots = environment.slots;
  if (slots.isFull() && arguments.isFull())
    return std::equal(slots.begin(), slots.begin() + std::min(slots.count(), arguments.count()), arguments.begin());
  for (graph::Slot slot = 0; slot < arguments.size(); ++slot) {
    const Binding bound = environment.at(slot);
    if (arguments[slot] && bound && bound != arguments[slot]) return false;
  }
  return true;
}

Verdict stateHolds(World& world, graph::StateId state, const Bindings& arguments) {
  Verdict whole = truth(false);
  const auto& records = world.states[state.index];
  const bool isOne = namesOne(arguments);
  eachFitting(world, world.plan.unit(UnitKind::state, state.index), records, arguments, [&](Row row) {
    const StateRecord& record = records[row];
    Verdict part = truth(record.holds);
    if (record.holds == Truth::unknown) part.questions = record.questions;
    part.assumed = record.assumed;
    disjoin(whole, part);
    return !isOne || arguments.size() != record.environment.slots.size();
  });
  return whole;
}

namespace {

/// Whether a record has a status, in the words of the interface or in those of a sentence.
Verdict hasStatus(const NormRecord& record, const std::string& status) {
  const bool breached = record.breachedAt.has_value();
  const bool late = record.status == "te-laat-nagekomen";
  bool has = record.status == status;
  if (status == "geschonden") has = breached || !record.violations.empty();
  if (status == "niet nagekomen") has = breached && !late;
  if (status == "nagekomen") has = has || late;
  Verdict part = truth(has);
  if (!has && record.status == "onbekend") {
    part.value = Truth::unknown;
    part.questions = record.questions;
  }
  return part;
}

}  // namespace

Verdict normHasStatus(World& world, graph::NormId norm, const Bindings& arguments, const std::string& status) {
  Verdict whole = truth(false);
  const auto& records = world.norms[norm.index];
  eachFitting(world, world.plan.unit(UnitKind::norm, norm.index), records, arguments, [&](Row row) {
    disjoin(whole, hasStatus(records[row], status));
    return true;
  });
  return whole;
}

}  // namespace beding::engine

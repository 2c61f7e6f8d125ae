#include "engine/why.h"

#include <algorithm>

#include "engine/amounts.h"
#include "engine/documents.h"
#include "engine/expressions.h"
#include "engine/instances.h"
#include "engine/lookup.h"
#include "engine/norms.h"
#include "engine/powers.h"
#include "engine/report.h"
#include "engine/suspensions.h"
#include "engine/words.h"
#include "values/deadline.h"

namespace beding::engine {

namespace {

using graph::Expression;
using graph::ExpressionId;
using graph::Op;

/// More than a reader looks at one by one.
constexpr std::size_t mostInstances = 8;

/// Deeper than a reader follows.
constexpr int deepest = 6;

std::string place(const graph::Provenance& where) {
  return where.file.empty() ? "" : where.file + ":" + std::to_string(where.line);
}

std::string dutchValue(const Value& value) {
  if (const auto* money = std::get_if<Money>(&value)) return dutchText(*money);
  if (const auto* moment = std::get_if<Moment>(&value)) return dutchText(*moment);
  if (const auto* number = std::get_if<Number>(&value)) return dutchText(*number);
  return textOf(value);
}

std::string outcomeText(const Answer& answer) {
  if (answer.unknown()) return "niet bekend";
  if (!isKnown(answer.value)) return "(nog) niet";
  if (const auto* truth = std::get_if<Truth>(&answer.value))
    return *truth == Truth::yes ? "waar" : *truth == Truth::no ? "niet waar" : "niet bekend";
  return dutchValue(answer.value);
}

bool isStep(const Expression& expression) { return expression.op != Op::constant && expression.op != Op::variable; }

graph::Provenance whereOf(const World& world, const Expression& expression) {
  switch (expression.op) {
    case Op::state:
    case Op::stateSince:
      return world.graph.states[expression.index].where;
    case Op::judgement:
      return world.graph.judgements[expression.index].where;
    case Op::parameter:
      return world.graph.parameters[expression.index].where;
    case Op::quantity:
      return world.graph.quantities[expression.index].where;
    case Op::normStatus:
    case Op::breachedAt:
    case Op::deadlineOf:
      return world.graph.norms[expression.index].where;
    default:
      return {};
  }
}

/// A requirement as it reads when it is met or not.
std::string requirementText(const Requirement& requirement) {
  constexpr std::string_view failing = "voorwaarde niet vervuld: ";
  const bool isCondition = requirement.reason.starts_with(failing);
  const std::string subject =
      isCondition ? "voorwaarde «" + requirement.reason.substr(failing.size()) + "»" : requirement.reason;
  const Truth met = requirement.met.truth();
  return subject + (met == Truth::yes ? ": in orde" : met == Truth::no ? ": niet in orde" : ": niet bekend");
}

std::string span(Date from, Date to) {
  const std::string first = dutchText(beding::momentOf(from));
  return from == to ? first : first + " tot en met " + dutchText(beding::momentOf(to));
}

/// Where an event comes from that is not on the timeline.
std::string derivedText(const World& world, const Occurrence& occurrence, const DerivedBy& cause) {
  if (!cause.norm) return "afgeleid uit de looptijd";
  const graph::Norm& norm = at(world.graph.norms, cause.norm);
  return "afgeleid: " + lidOf(world, norm.where) + " " + norm.name + " is niet op tijd nagekomen" +
         (occurrence.event.key.starts_with(lidOf(world, norm.where)) ? "" : " voor " + occurrence.event.key);
}

}  // namespace

Reason Explainer::event(std::uint32_t index) const {
  const Occurrence& occurrence = world_.occurrences[index];
  const EventType& type = world_.typeOf(occurrence);
  Reason reason;
  reason.text = dutchText(occurrence.event.at) + ": " + type.name;
  for (std::size_t a = 0; a < type.attributes.size() && a < occurrence.event.attributes.size(); ++a) {
    const Value& value = occurrence.event.attributes[a];
    if (isKnown(value)) reason.text += ", " + type.attributes[a].name + " " + dutchValue(value);
  }
  reason.source = occurrence.derivedFrom ? derivedText(world_, occurrence, *occurrence.derivedFrom)
                                         : "regel " + std::to_string(occurrence.event.position);
  return reason;
}

Reason Explainer::sentence(const graph::Provenance& where, const std::string& otherwise) const {
  Reason reason;
  reason.text = where.text.empty() ? otherwise : where.text;
  reason.lid = lidOf(world_, where);
  reason.source = place(where);
  return reason;
}

void Explainer::condition(Reason& whole, const char* word, ExpressionId id, const Environment& environment, int depth) {
  if (!id) return;
  Reason reason = expression(id, environment, depth);
  reason.text = std::string(word) + " " + reason.text;
  whole.because.push_back(std::move(reason));
}

/// Only worth saying when it is so.
void Explainer::isVoid(Reason& whole, ExpressionId id, const Environment& environment) {
  if (id && decide(world_, id, environment).truth() == Truth::yes)
    whole.because.push_back(expression(id, environment, 1));
}

void Explainer::trigger(Reason& whole, const std::optional<Firing>& firing) const {
  if (firing && firing->occurrence) whole.because.push_back(event(firing->occurrence.index));
}

Reason Explainer::term(const Expression& node, const Environment& environment, int depth) {
  Reason reason;
  const Answer anchor = operand(world_, node, 0, environment), length = operand(world_, node, 1, environment);
  const auto* duration = std::get_if<Duration>(&length.value);
  if (length.moment() != nullptr) {
    reason.text = dutchText(*length.moment()) + ": de genoemde dag";
    if (length.binding.kind == Binding::Kind::occurrence) reason.because.push_back(event(length.binding.index));
    return reason;
  }
  if (anchor.moment() == nullptr || duration == nullptr || duration->unit == TimeUnit::indefinite) {
    reason.text = wordsOf(world_.graph, node) + ": niet bekend";
    return reason;
  }
  const TermEnd end = endOfTerm(*anchor.moment(), *duration, node.rule, world_.calendar);
  const char* side = node.rule.direction == Direction::forward ? " na " : " voor ";
  reason.text = dutchText(end.last) + ": " + dutchText(*duration) + side + dutchText(*anchor.moment());
  for (const CountNote& note : end.notes) {
    reason.because.push_back({dutchText(beding::momentOf(note.day)) + " telt niet: " + note.reason, "", "", {}});
  }
  for (const ExpressionId part : node.operands) {
    if (isStep(at(world_.graph.expressions, part))) reason.because.push_back(expression(part, environment, depth + 1));
  }
  if (anchor.binding.kind == Binding::Kind::occurrence) reason.because.push_back(event(anchor.binding.index));
  return reason;
}

void Explainer::occurrences(Reason& whole, graph::PatternId id, const Environment& environment) const {
  const graph::Pattern& pattern = at(world_.graph.patterns, id);
  bool any = false;
  world_.occurrences.each([&](std::uint32_t index) {
    if (!isVisible(world_, pattern, index)) return;
    if (matches(world_, id, index, environment).truth() == Truth::no) return;
    whole.because.push_back(event(index));
    any = true;
  });
  if (any || pattern.alternatives.empty()) return;
  const std::string name = at(world_.graph.events, pattern.alternatives.front().type).name;
  whole.because.push_back({"geen zodanige «" + name + "» op de tijdlijn", "", "", {}});
}

void Explainer::parts(Reason& whole, const Expression& node, const Environment& environment, int depth) {
  if (depth >= deepest) return;
  const bool hasPattern = node.op == Op::happened || node.op == Op::happenedWithin || node.op == Op::missedWithin ||
                          node.op == Op::momentOf || node.op == Op::lastMomentOf || node.op == Op::countOf ||
                          node.op == Op::sumOf;
  if (hasPattern) occurrences(whole, graph::PatternId{node.index}, environment);
  const bool sums = node.op == Op::sumOver || node.op == Op::earliestOver || node.op == Op::countOver;
  if (node.op == Op::exists || node.op == Op::forAll) return instances(whole, node, environment, depth);
  if (sums) return summands(whole, node, environment);
  if (node.op == Op::sumOf || node.op == Op::lastOf) return;
  behind(whole, node, environment, depth);
  for (const ExpressionId part : node.operands) {
    if (part && isStep(at(world_.graph.expressions, part)))
      whole.because.push_back(expression(part, environment, depth + 1));
  }
}

void Explainer::behind(Reason& whole, const Expression& node, const Environment& environment, int depth) {
  if (node.op == Op::quantity) {
    Reason formula = quantity(graph::QuantityId{node.index}, argumentsOf(world_, node, environment), depth + 1);
    whole.because.insert(whole.because.end(), formula.because.begin(), formula.because.end());
  }
  const auto slots = argumentsOf(world_, node, environment).slots;
  if (node.op == Op::state) {
    const auto& records = world_.states[node.index];
    const auto found = recordFor(world_, world_.plan.unit(UnitKind::state, node.index), records, slots);
    if (found) stateParts(whole, node.index, records[*found], depth + 1);
  }
  if (node.op != Op::normStatus) return;
  const auto& records = world_.norms[node.index];
  const auto found = recordFor(world_, world_.plan.unit(UnitKind::norm, node.index), records, slots);
  if (!found || !records[*found].breachedAt) return;
  const std::string last = records[*found].deadline ? ", uiterste dag " + dutchText(*records[*found].deadline) : "";
  whole.because.push_back(
      {"geschonden op " + dutchText(beding::momentOf(records[*found].breachedAt->day)) + last, "", "", {}});
}

/// Each instance with its truth, and below it what makes it so: those that decide, or all when none is enough.
void Explainer::instances(Reason& whole, const Expression& node, const Environment& environment, int depth) {
  const bool some = node.op == Op::exists;
  std::vector<Reason> deciding, others;
  Environment inner = environment;
  for (std::uint32_t index = 0; index < world_.instances.size(); ++index) {
    if (world_.instances[index].entity.index != node.index) continue;
    inner.bind(node.slot, {Binding::Kind::instance, index});
    const Verdict part = operandHolds(world_, node, 0, inner);
    Reason reason = expression(node.operands.front(), inner, depth + 1);
    reason.text = world_.keyOf(inner.at(node.slot)) + ": " + outcomeText(part);
    if (world_.occurrenceOf(inner.at(node.slot)) != nullptr)
      reason.because.insert(reason.because.begin(), event(world_.instances[index].createdBy));
    const bool decides = some ? part.truth() != Truth::no : part.truth() != Truth::yes;
    (decides ? deciding : others).push_back(std::move(reason));
  }
  auto& shown = deciding.empty() && some ? others : deciding;
  const std::size_t more = shown.size() - std::min(shown.size(), mostInstances);
  shown.resize(shown.size() - more);
  whole.because.insert(whole.because.end(), shown.begin(), shown.end());
  if (more > 0) whole.because.push_back({"en nog " + std::to_string(more), "", "", {}});
  if (deciding.empty() && others.empty())
    whole.because.push_back({"er is geen " + world_.graph.entities[node.index].name, "", "", {}});
}

void Explainer::summands(Reason& whole, const Expression& node, const Environment& environment) {
  Environment inner = environment;
  bool any = false;
  for (std::uint32_t index = 0; index < world_.instances.size(); ++index) {
    if (world_.instances[index].entity.index != node.index) continue;
    inner.bind(node.slot, {Binding::Kind::instance, index});
    const bool filtered = !node.operands.empty() && node.operands.front();
    if (filtered && operandHolds(world_, node, 0, inner).truth() == Truth::no) continue;
    any = true;
    if (world_.occurrenceOf(inner.at(node.slot)) != nullptr)
      whole.because.push_back(event(world_.instances[index].createdBy));
  }
  if (!any) whole.because.push_back({"er is geen " + world_.graph.entities[node.index].name, "", "", {}});
}

void Explainer::questions(Reason& whole, const QuestionSet& set) const {
  for (const std::uint32_t index : set) {
    const AskedQuestion& asked = world_.questions[index];
    const std::string subject = asked.subject.empty() ? "" : ", over " + asked.subject;
    whole.because.push_back({"onbeantwoord: " + asked.text + " (" + asked.id + subject + ")", "", "", {}});
  }
}

/// How long beforehand, and from when it works. The day of a running period is told by the state it changes.
void Explainer::notice(Reason& whole, const graph::Norm& norm, const Exercise& exercise) {
  condition(whole, "met inachtneming van", norm.noticePeriod, exercise.environment);
  if (norm.effectTime != graph::EffectTime::afterNotice || exercise.valid != Truth::yes) return;
  const EndDay end = endDayFor(world_, norm, exercise.environment, exercise.at);
  if (const Moment* last = end.day.moment())
    whole.because.push_back(
        {"ontvangen " + dutchText(exercise.at) + ", werkt aan het einde van " + dutchText(*last), "", "", {}});
}

/// `€ 100.000,00 + 3 dagen × € 10.000,00 = € 130.000,00`
void Explainer::perDay(Reason& whole, const graph::Amount& amount, const AmountRecord& record) {
  const Answer first = evaluate(world_, amount.value, record.environment);
  const Answer daily = evaluate(world_, amount.daily, record.environment);
  if (first.money() == nullptr || daily.money() == nullptr) return;
  const std::int64_t days = dailyCount(world_, amount, record);
  const Money total = *first.money() + *daily.money() * Number(days);
  whole.because.push_back({dutchText(*first.money()) + " + " + std::to_string(days) +
                               (days == 1 ? " dag × " : " dagen × ") + dutchText(*daily.money()) + " = " +
                               dutchText(total),
                           "",
                           "",
                           {}});
}

/// The contract gives the value: its sentence, and what it takes the place of.
void Explainer::agreed(Reason& whole, const graph::Parameter& parameter) {
  const std::string text = agreedText(world_, parameter);
  if (text.empty()) return;
  whole.because.push_back(sentence(parameter.agreedIn, parameter.name));
  whole.because.push_back(
      {text + ": " + rankText(world_, parameter.agreedIn.document, parameter.where.document), "", "", {}});
}

Reason Explainer::expression(ExpressionId id, const Environment& environment, int depth) {
  const Expression& node = at(world_.graph.expressions, id);
  if (node.op == Op::termEnd) return term(node, environment, depth);
  const Answer answer = evaluate(world_, id, environment);
  Reason reason;
  const std::string name = wordsOf(world_.graph, node);
  reason.text = (name.empty() ? "" : name + ": ") + outcomeText(answer);
  const graph::Provenance where = whereOf(world_, node);
  if (!where.lid.empty()) reason.lid = lidOf(world_, where);
  reason.source = place(where);
  if (node.op == Op::parameter) agreed(reason, world_.graph.parameters[node.index]);
  parts(reason, node, environment, depth);
  return reason;
}

Reason Explainer::norm(graph::NormId id, const NormRecord& record) {
  const graph::Norm& norm = at(world_.graph.norms, id);
  Reason whole = sentence(norm.where, norm.name);
  trigger(whole, record.arose);
  for (graph::Slot slot = 0; slot < norm.binders.size(); ++slot) {
    const Binding binding = record.environment.at(slot);
    if (world_.occurrenceOf(binding) != nullptr)
      whole.because.push_back(event(world_.instances[binding.index].createdBy));
  }
  condition(whole, "indien", norm.condition, record.environment);
  condition(whole, "zolang", norm.during, record.environment);
  condition(whole, "tenzij", norm.unless, record.environment);
  isVoid(whole, norm.voidWhen, record.environment);
  condition(whole, "termijn", norm.term.last, record.environment);
  courseOf(whole, id, record);
  if (record.performance) whole.because.push_back(performance(norm, record));
  for (const Violation& violation : record.violations) {
    whole.because.push_back(
        {"overtreding op " + dutchText(violation.from) + (violation.event.empty() ? "" : ": " + violation.event),
         "",
         "",
         {}});
  }
  return whole;
}

void Explainer::courseOf(Reason& whole, graph::NormId id, const NormRecord& record) {
  if (record.acceleratedTo)
    whole.because.push_back({"direct opeisbaar: " + dutchText(*record.acceleratedTo), "", "", {}});
  for (const Stretch& stretch : stretchesOf(world_, id, record)) {
    whole.because.push_back(
        {"opgeschort vanaf " + dutchText(stretch.from) + (stretch.to ? " tot " + dutchText(*stretch.to) : ""),
         "",
         "",
         {}});
  }
  if (!record.breachedAt) return;
  condition(whole, "geschonden door", at(world_.graph.norms, id).breachWhen, record.environment);
  whole.because.push_back({"geschonden op " + dutchText(beding::momentOf(record.breachedAt->day)), "", "", {}});
}

Reason Explainer::performance(const graph::Norm& norm, const NormRecord& record) const {
  Reason done{"nagekomen op " + dutchText(record.performance->at), "", "", {}};
  if (record.performance->occurrence) done.because.push_back(event(record.performance->occurrence.index));
  if (norm.act && at(world_.graph.acts, norm.act).fulfilledWhen) {
    const Environment slots = actEnvironment(world_, norm.act, norm, record.environment, record.bearer);
    allocations(done, world_.keyOf(slots.at(0)), graph::PostKind::principal);
  }
  return done;
}

Reason Explainer::exercise(const Exercise& exercise) {
  const graph::Norm& norm = at(world_.graph.norms, exercise.norm);
  Reason whole = sentence(norm.where, norm.name);
  whole.because.push_back(event(exercise.occurrence));
  for (const Requirement& requirement : exercise.requirements)
    whole.because.push_back({requirementText(requirement), requirement.lid, "", requirement.because});
  notice(whole, norm, exercise);
  if (exercise.valid == Truth::unknown) questions(whole, exercise.questions);
  return whole;
}

void Explainer::stateParts(Reason& whole, std::uint32_t index, const StateRecord& record, int depth) {
  if (depth >= deepest) return;
  const graph::State& state = world_.graph.states[index];
  for (const StateInterval& interval : record.open) {
    if (interval.condition.truth() == Truth::no) continue;  // it never began
    Reason begin{"begonnen op " + dutchText(interval.from), "", "", {}};
    for (const Binding binding : interval.environment.slots) {
      if (binding.kind == Binding::Kind::occurrence) begin.because.push_back(event(binding.index));
    }
    whole.because.push_back(std::move(begin));
  }
  for (const graph::Trigger& begin : state.begins)
    condition(whole, "zodra", begin.becomes, record.environment, depth + 1);
  condition(whole, "zolang", state.during, record.environment, depth + 1);
  condition(whole, "tenzij", state.unless, record.environment, depth + 1);
  isVoid(whole, state.voidWhen, record.environment);
  for (const graph::Trigger& end : state.ends) condition(whole, "totdat", end.becomes, record.environment, depth + 1);
}

Reason Explainer::state(std::uint32_t index, const StateRecord& record) {
  const graph::State& state = world_.graph.states[index];
  Reason whole = sentence(state.where, state.name);
  stateParts(whole, index, record, 0);
  return whole;
}

Reason Explainer::quantity(graph::QuantityId id, const Environment& environment, int depth) {
  const graph::Quantity& node = at(world_.graph.quantities, id);
  const bool counts = world_.active(node.guard) && holds(world_, node.condition, environment).truth() != Truth::no;
  if (!counts && node.otherwise) return quantity(node.otherwise, environment, depth);
  Reason whole = sentence(node.where, node.name);
  condition(whole, "indien", node.condition, environment, depth + 1);
  if (node.value && depth < deepest) whole.because.push_back(expression(node.value, environment, depth + 1));
  return whole;
}

Reason Explainer::right(const graph::Right& right, const RightRecord& record) {
  Reason whole = sentence(right.where, right.name);
  trigger(whole, record.arose);
  condition(whole, "indien", right.condition, record.environment);
  condition(whole, "termijn", right.last, record.environment);
  condition(whole, "gebruikt:", right.used, record.environment);
  condition(whole, "vervalt door:", right.lapsedBy, record.environment);
  return whole;
}

void Explainer::interest(Reason& whole, const InterestAccount& account) const {
  for (const InterestSegment& segment : account.through(world_.asOf).segments) {
    const int days = segment.to - segment.from + 1;
    whole.because.push_back({span(segment.from, segment.to) + ": " + dutchText(segment.base) + " × " +
                                 dutchPercentage(segment.rate) + " × " + std::to_string(days) + " / " +
                                 std::to_string(account.daysPerYear) + " = " + dutchText(segment.amount) +
                                 (segment.confirmed ? "" : " (rentevoet onbevestigd)"),
                             "",
                             account.table->source,
                             {}});
  }
  allocations(whole, world_.ledger.posts[account.principal].key, graph::PostKind::interest);
}

void Explainer::allocations(Reason& whole, const std::string& key, graph::PostKind kind) const {
  for (const Allocation& part : world_.ledger.allocations) {
    if (part.key != key || part.kind != kind) continue;
    whole.because.push_back(
        {dutchText(beding::momentOf(part.day)) + ": " + dutchText(part.amount) + " betaald (" + part.event + ")",
         "",
         "",
         {}});
  }
}

Reason Explainer::amount(const graph::Amount& amount, const AmountRecord& record) {
  Reason whole = sentence(amount.where, amount.name);
  trigger(whole, record.fired);
  condition(whole, "indien", amount.condition, record.environment);
  condition(whole, "zolang", amount.during, record.environment);
  condition(whole, "tenzij", amount.unless, record.environment);
  isVoid(whole, amount.voidWhen, record.environment);
  condition(whole, "bedrag", amount.value, record.environment);
  condition(whole, "per dag", amount.daily, record.environment);
  if (amount.kind == graph::AmountKind::perDay && !record.posts.empty()) perDay(whole, amount, record);
  for (const std::uint32_t account : record.accounts) interest(whole, world_.ledger.accounts[account]);
  for (const std::uint32_t post : record.posts) allocations(whole, world_.ledger.posts[post].key, amount.post);
  return whole;
}

Reason Explainer::limit(const graph::Limit& limit, const Environment& environment) {
  Reason whole = sentence(limit.where, limit.name);
  condition(whole, "indien", limit.condition, environment);
  condition(whole, "tenzij", limit.unless, environment);
  isVoid(whole, limit.voidWhen, environment);
  condition(whole, "per gebeurtenis", limit.amount, environment);
  condition(whole, "per jaar", limit.perYear, environment);
  return whole;
}

}  // namespace beding::engine

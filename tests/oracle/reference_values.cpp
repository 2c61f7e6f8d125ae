// Expressions: which operator, and those of logic, comparison and sums.
#include <algorithm>

#include "oracle/reference_view.h"
#include "values/deadline.h"

namespace beding::oracle {

using graph::Expression;
using graph::ExpressionId;
using graph::Op;

namespace {

Answer byOperator(const View& view, const Expression& expression, const Place& place) {
  switch (expression.op) {
    case Op::logicalAnd:
    case Op::logicalOr:
    case Op::logicalNot:
    case Op::equal:
    case Op::less:
    case Op::lessEqual:
    case Op::contains:
    case Op::underLid:
    case Op::choose:
    case Op::firstKnown:
      return ofLogic(view, expression, place);
    case Op::add:
    case Op::subtract:
    case Op::multiply:
    case Op::divide:
    case Op::minimum:
    case Op::maximum:
    case Op::sumOver:
    case Op::countOver:
    case Op::earliestOver:
      return ofSums(view, expression, place);
    case Op::termEnd:
    case Op::periodEnd:
    case Op::dayAfter:
    case Op::reached:
    case Op::passed:
    case Op::longerThan:
    case Op::atLeastLong:
      return ofTime(view, expression, place);
    case Op::happened:
    case Op::happenedWithin:
    case Op::missedWithin:
    case Op::momentOf:
    case Op::lastMomentOf:
    case Op::lastOf:
    case Op::countOf:
    case Op::sumOf:
      return ofEvents(view, expression, place);
    case Op::constant:
    case Op::variable:
    case Op::attribute:
    case Op::hasAttribute:
    case Op::occurredAt:
    case Op::exists:
    case Op::forAll:
    case Op::sameParty:
    case Op::otherParty:
    case Op::onlyInstance:
    case Op::satisfiesForm:
    case Op::actorIs:
    case Op::refersTo:
      return ofThings(view, expression, place);
    default:
      return ofNodes(view, expression, place);
  }
}

}  // namespace

Answer valueOf(const View& view, ExpressionId id, const Place& place) {
  if (!id) return {};
  Answer found = byOperator(view, at(view.graph().expressions, id), place);
  if (momentIn(found) != nullptr) lookAt(view, *momentIn(found));
  if (found.latest) lookAt(view, *found.latest);
  return found;
}

Answer met(const View& view, ExpressionId condition, const Place& place) {
  return condition ? valueOf(view, condition, place) : yes();
}

Answer defeats(const View& view, ExpressionId condition, const Place& place) {
  return condition ? valueOf(view, condition, place) : no();
}

Answer operand(const View& view, const Expression& expression, std::size_t index, const Place& place) {
  return index < expression.operands.size() ? valueOf(view, expression.operands[index], place) : Answer{};
}

namespace {

/// What a whole rests on, its parts rest on.
void restOn(Answer& whole, const Answer& part) {
  add(whole.asks, part.asks);
  add(whole.assumed, part.assumed);
}

// ------------------------------------------------------------------------------------------------------ comparison

/// Months compare with years, days with weeks; what is without end is longer than all.
std::optional<std::partial_ordering> orderOf(const Value& a, const Value& b) {
  if (const auto* x = std::get_if<Number>(&a), *y = std::get_if<Number>(&b); x && y) return *x <=> *y;
  if (const auto* x = std::get_if<Money>(&a), *y = std::get_if<Money>(&b); x && y) return x->euros <=> y->euros;
  const auto *x = std::get_if<Duration>(&a), *y = std::get_if<Duration>(&b);
  if (!x || !y) return std::nullopt;
  const auto simple = [](Duration length) {
    if (length.unit == TimeUnit::year) return Duration{length.count * 12, TimeUnit::month};
    return length.unit == TimeUnit::week ? Duration{length.count * 7, TimeUnit::day} : length;
  };
  const Duration m = simple(*x), n = simple(*y);
  const bool endless = m.unit == TimeUnit::indefinite, othersEndless = n.unit == TimeUnit::indefinite;
  if (endless || othersEndless) return endless <=> othersEndless;
  if (m.unit != n.unit) return std::nullopt;
  return m.count <=> n.count;
}

bool holdsBetween(Op op, const Value& a, const Value& b) {
  const auto order = orderOf(a, b);
  if (op == Op::equal) return a == b || order == std::partial_ordering::equivalent;
  return order == std::partial_ordering::less || (op == Op::lessEqual && order == std::partial_ordering::equivalent);
}

/// A duty names its shortcoming: "vandeez:6.5 betaling".
bool namesDutyOf(const View& view, const std::string& text, Thing instance) {
  if (instance.kind != Thing::Kind::instance) return false;
  const auto event = eventOf(view, instance);
  const graph::NormId duty = event ? view.in.happenings[*event].duty : graph::NormId{};
  if (!duty) return false;
  const graph::Norm& norm = at(view.graph().norms, duty);
  const std::string lid = lidOf(view, norm.where);
  return text == lid || text == lid + " " + norm.name || text == norm.where.lid ||
         text == norm.where.lid + " " + norm.name;
}

Answer compared(const View& view, const Expression& expression, const Place& place) {
  const Answer a = operand(view, expression, 0, place), b = operand(view, expression, 1, place);
  if (momentIn(a) != nullptr && momentIn(b) != nullptr) {
    if (expression.op == Op::less) return isBefore(view, a, b);
    if (expression.op == Op::lessEqual) return isAtOrBefore(view, a, b);
    return both(isAtOrBefore(view, a, b), isAtOrBefore(view, b, a));
  }
  if (expression.op == Op::equal && textIn(a) != nullptr && namesDutyOf(view, *textIn(a), b.thing)) return yes();
  Answer whole = no();
  whole.assumed = a.assumed;
  add(whole.assumed, b.assumed);
  if (isUnknown(a) || isUnknown(b)) {
    whole.value = Truth::unknown;
    restOn(whole, a);
    restOn(whole, b);
  } else if (isKnown(a.value) && isKnown(b.value) && holdsBetween(expression.op, a.value, b.value)) {
    whole.value = Truth::yes;
  }
  return whole;
}

// ------------------------------------------------------------------------------------------------------------ logic

Answer connected(const View& view, const Expression& expression, const Place& place) {
  const bool all = expression.op == Op::logicalAnd;
  Answer whole = all ? yes() : no();
  for (std::size_t index = 0; index < expression.operands.size(); ++index) {
    const Answer part = operand(view, expression, index, place);
    whole = all ? both(whole, part) : either(whole, part);
  }
  return whole;
}

/// The attribute that an operand reads, to know which words an open list can hold.
const Attribute* attributeRead(const View& view, ExpressionId id, const Answer& list) {
  const Expression& source = at(view.graph().expressions, id);
  const auto event = eventOf(view, list.thing);
  if (source.op != Op::attribute || !event) return nullptr;
  const EventType& type = at(view.graph().events, view.in.happenings[*event].event.type);
  const auto* name = std::get_if<std::string>(&source.value);
  for (std::uint32_t index = 0; index < type.attributes.size(); ++index)
    if (name != nullptr ? type.attributes[index].name == *name : source.index == index) return &type.attributes[index];
  return nullptr;
}

bool knows(const Attribute& attribute, const std::string& word) {
  const auto has = [&](const auto& words) { return std::find(words.begin(), words.end(), word) != words.end(); };
  return has(attribute.choices) || has(attribute.aliases);
}

/// A word that a closed choice does not have may mean what is looked for.
Answer listHas(const View& view, const Expression& expression, const Place& place) {
  const Answer list = operand(view, expression, 0, place), word = operand(view, expression, 1, place);
  if (!isKnown(list.value) || textIn(word) == nullptr) {
    Answer whole = isUnknown(list) || isUnknown(word) ? answer(Truth::unknown) : no();
    if (isOpen(whole)) restOn(whole, list), restOn(whole, word);
    return whole;
  }
  const std::vector<std::string> words = textsOf(list.value);
  if (std::find(words.begin(), words.end(), *textIn(word)) != words.end()) return yes();
  const Attribute* read = attributeRead(view, expression.operands[0], list);
  const bool strange = read != nullptr && !read->choices.empty() &&
                       std::any_of(words.begin(), words.end(), [&](const auto& each) { return !knows(*read, each); });
  return strange ? askTruth(view, list.thing, read->name) : no();
}

/// "vandeez:7.3" and "7.3 geheimhouding" are under "vandeez:7".
Answer isUnderLid(const View& view, const Expression& expression, const Place& place) {
  const Answer named = operand(view, expression, 0, place);
  const auto* lid = std::get_if<std::string>(&expression.value);
  if (textIn(named) == nullptr || lid == nullptr) {
    Answer whole = isUnknown(named) ? answer(Truth::unknown) : no();
    restOn(whole, named);
    return whole;
  }
  const std::string& text = *textIn(named);
  for (const std::string& wanted : {*lid, lid->substr(lid->find(':') + 1)})
    if (text == wanted || text.starts_with(wanted + ".") || text.starts_with(wanted + " ")) return yes();
  return no();
}

/// It is not known which of two: their value when they are equal, else not known.
Answer oneOf(const Answer& condition, const Answer& a, const Answer& b) {
  Answer whole = a;
  const bool same = isKnownAnswer(a) && a.value == b.value;
  if (!same) whole.value = std::holds_alternative<Truth>(a.value) ? Value(Truth::unknown) : Value();
  restOn(whole, b);
  restOn(whole, condition);
  if (same) whole.asks.clear();
  return whole;
}

Answer chosen(const View& view, const Expression& expression, const Place& place) {
  const Answer condition = operand(view, expression, 0, place);
  if (isOpen(condition))
    return oneOf(condition, operand(view, expression, 1, place), operand(view, expression, 2, place));
  Answer whole = operand(view, expression, isYes(condition) ? 1 : 2, place);
  add(whole.assumed, condition.assumed);
  return whole;
}

Answer firstKnown(const View& view, const Expression& expression, const Place& place) {
  Answer whole;
  for (std::size_t index = 0; index < expression.operands.size() && !isKnownAnswer(whole); ++index)
    whole = operand(view, expression, index, place);
  return whole;
}

}  // namespace

Answer ofLogic(const View& view, const Expression& expression, const Place& place) {
  switch (expression.op) {
    case Op::logicalAnd:
    case Op::logicalOr:
      return connected(view, expression, place);
    case Op::logicalNot:
      return isNot(operand(view, expression, 0, place));
    case Op::contains:
      return listHas(view, expression, place);
    case Op::underLid:
      return isUnderLid(view, expression, place);
    case Op::choose:
      return chosen(view, expression, place);
    case Op::firstKnown:
      return firstKnown(view, expression, place);
    default:
      return compared(view, expression, place);
  }
}

// ------------------------------------------------------------------------------------------------------------- sums

namespace {

Value sumOf(const View& view, Op op, const Value& a, const Value& b) {
  const bool plus = op == Op::add, minus = op == Op::subtract, times = op == Op::multiply, by = op == Op::divide;
  const auto *n = std::get_if<Number>(&a), *m = std::get_if<Number>(&b);
  const auto *x = std::get_if<Money>(&a), *y = std::get_if<Money>(&b);
  const auto *p = std::get_if<Moment>(&a), *q = std::get_if<Moment>(&b);
  const auto *d = std::get_if<Duration>(&a), *e = std::get_if<Duration>(&b);
  if (n && m && plus) return *n + *m;
  if (n && m && minus) return *n - *m;
  if (n && m && times) return *n * *m;
  if (n && m && by && !m->isZero()) return *n / *m;
  if (x && y && plus) return *x + *y;
  if (x && y && minus) return *x - *y;
  if (x && y && by && !y->euros.isZero()) return x->euros / y->euros;
  if (x && m && times) return *x * *m;
  if (x && m && by && !m->isZero()) return Money{x->euros / *m};
  if (n && y && times) return *y * *n;
  if (p && q && minus) return Number(p->day - q->day);
  if (p && e && (plus || minus) && e->unit != TimeUnit::indefinite) {
    TermRule rule;
    rule.direction = plus ? Direction::forward : Direction::backward;
    return endOfTerm(*p, *e, rule, calendarOf(view)).last;
  }
  if (d && e && d->unit == e->unit && d->unit != TimeUnit::indefinite && (plus || minus))
    return Duration{plus ? d->count + e->count : d->count - e->count, d->unit};
  return {};
}

Answer calculated(const View& view, const Expression& expression, const Place& place) {
  Answer whole = operand(view, expression, 0, place);
  for (std::size_t index = 1; index < expression.operands.size(); ++index) {
    const Answer part = operand(view, expression, index, place);
    const bool complete = isKnown(whole.value) && isKnown(part.value);
    whole.value = complete ? sumOf(view, expression.op, whole.value, part.value) : Value();
    restOn(whole, part);
  }
  const auto* number = std::get_if<Number>(&whole.value);
  if (expression.type == Type::money && number != nullptr) whole.value = Money{*number};
  return whole;
}

/// Whether a goes below b (or above, for the highest); an amount and a bare number compare ("en 0").
bool goesBeyond(const Value& a, const Value& b, bool lowest) {
  const auto beyond = [&](const auto& x, const auto& y) { return lowest ? x < y : y < x; };
  if (const auto* x = std::get_if<Number>(&a), *y = std::get_if<Number>(&b); x && y) return beyond(*x, *y);
  if (const auto* x = std::get_if<Money>(&a), *y = std::get_if<Money>(&b); x && y) return beyond(*x, *y);
  if (const auto* x = std::get_if<Moment>(&a), *y = std::get_if<Moment>(&b); x && y)
    return beyond(earliest(*x), earliest(*y));
  if (const auto* x = std::get_if<Duration>(&a), *y = std::get_if<Duration>(&b); x && y)
    return x->unit == y->unit && beyond(x->count, y->count);
  if (const auto* x = std::get_if<Money>(&a); x != nullptr && std::holds_alternative<Number>(b))
    return beyond(x->euros, std::get<Number>(b));
  return false;
}

/// The lowest or the highest. What is nothing takes no part. One that is not known leaves all unknown; but of days the
/// known ones decide, and the question stays (docs/taal.md 3.7).
Answer extreme(const View& view, const Expression& expression, const Place& place) {
  Answer whole;
  bool open = false;
  for (std::size_t index = 0; index < expression.operands.size(); ++index) {
    const Answer part = operand(view, expression, index, place);
    restOn(whole, part);
    open = open || isUnknown(part);
    if (!isKnown(part.value)) continue;
    if (isKnown(whole.value) && !goesBeyond(part.value, whole.value, expression.op == Op::minimum)) continue;
    whole.value = part.value;
    whole.thing = part.thing;
    whole.latest = part.latest;
  }
  if (!open) return whole;
  if (momentIn(whole) == nullptr) {
    whole.value = {};
    return whole;
  }
  add(whole.assumed, whole.asks);
  whole.asks.clear();
  return whole;
}

/// What an aggregate goes over: each instance with whether it counts and what it adds.
struct Part {
  Answer counts;
  Answer value;
};

std::vector<Part> partsOf(const View& view, const Expression& expression, const Place& place) {
  std::vector<Part> parts;
  for (std::uint32_t index = 0; index < view.facts.instances.size(); ++index) {
    if (view.facts.instances[index].entity.index != expression.index) continue;
    const Place inner = place.with(expression.slot, {Thing::Kind::instance, index});
    const bool filtered = !expression.operands.empty() && expression.operands[0];
    Part part{filtered ? operand(view, expression, 0, inner) : yes(), answer(Number(1))};
    if (!isNo(part.counts) && expression.op != Op::countOver) part.value = operand(view, expression, 1, inner);
    parts.push_back(std::move(part));
  }
  return parts;
}

Answer summed(const View& view, const Expression& expression, const Place& place) {
  const bool money = expression.op == Op::sumOver && expression.type == Type::money;
  Number sum;
  bool open = false;
  Answer whole;
  for (const Part& part : partsOf(view, expression, place)) {
    restOn(whole, part.counts);
    if (isNo(part.counts)) continue;
    restOn(whole, part.value);
    open = open || isOpen(part.counts) || isUnknown(part.value);
    if (money && moneyIn(part.value) != nullptr) sum = sum + moneyIn(part.value)->euros;
    const auto* number = std::get_if<Number>(&part.value.value);
    if (!money && number != nullptr) sum = sum + *number;
  }
  if (!open) whole.value = money ? Value(Money{sum}) : Value(sum);
  return whole;
}

Answer earliestOf(const View& view, const Expression& expression, const Place& place) {
  Answer whole;
  for (const Part& part : partsOf(view, expression, place)) {
    restOn(whole, part.counts);
    if (!isYes(part.counts)) continue;
    restOn(whole, part.value);
    if (momentIn(part.value) == nullptr) continue;
    if (momentIn(whole) == nullptr || earliest(*momentIn(part.value)) < earliest(*momentIn(whole)))
      whole.value = part.value.value;
  }
  if (isKnown(whole.value)) whole.asks.clear();
  return whole;
}

}  // namespace

Answer ofSums(const View& view, const Expression& expression, const Place& place) {
  switch (expression.op) {
    case Op::minimum:
    case Op::maximum:
      return extreme(view, expression, place);
    case Op::sumOver:
    case Op::countOver:
      return summed(view, expression, place);
    case Op::earliestOver:
      return earliestOf(view, expression, place);
    default:
      return calculated(view, expression, place);
  }
}

}  // namespace beding::oracle

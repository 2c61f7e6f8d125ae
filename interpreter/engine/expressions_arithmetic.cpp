// Sums, differences, products, quotients; the lowest and the highest of several values.
#include "engine/expressions.h"
#include "values/deadline.h"

namespace beding::engine {

namespace {

using graph::Expression;
using graph::Op;

std::optional<Value> combineNumbers(Op op, const Number& a, const Number& b) {
  switch (op) {
    case Op::add:
      return a + b;
    case Op::subtract:
      return a - b;
    case Op::multiply:
      return a * b;
    case Op::divide:
      return b.isZero() ? std::optional<Value>() : Value(a / b);
    default:
      return std::nullopt;
  }
}

std::optional<Value> combineMoney(Op op, const Money& a, const Money& b) {
  if (op == Op::add) return a + b;
  if (op == Op::subtract) return a - b;
  if (op == Op::divide && !b.euros.isZero()) return a.euros / b.euros;
  return std::nullopt;
}

std::optional<Value> scaleMoney(Op op, const Money& amount, const Number& factor) {
  if (op == Op::multiply) return amount * factor;
  if (op == Op::divide && !factor.isZero()) return Money{amount.euros / factor};
  return std::nullopt;
}

std::optional<Value> shiftMoment(const World& world, Op op, const Moment& moment, Duration length) {
  if (length.unit == TimeUnit::indefinite || (op != Op::add && op != Op::subtract)) return std::nullopt;
  TermRule rule;
  rule.direction = op == Op::add ? Direction::forward : Direction::backward;
  return endOfTerm(moment, length, rule, world.calendar).last;
}

std::optional<Value> combineDurations(Op op, Duration a, Duration b) {
  if (a.unit != b.unit || a.unit == TimeUnit::indefinite) return std::nullopt;
  if (op == Op::add) return Duration{a.count + b.count, a.unit};
  if (op == Op::subtract) return Duration{a.count - b.count, a.unit};
  return std::nullopt;
}

std::optional<Value> combine(const World& world, Op op, const Value& a, const Value& b) {
  const auto *n = std::get_if<Number>(&a), *m = std::get_if<Number>(&b);
  const auto *x = std::get_if<Money>(&a), *y = std::get_if<Money>(&b);
  const auto *p = std::get_if<Moment>(&a), *q = std::get_if<Moment>(&b);
  const auto *d = std::get_if<Duration>(&a), *e = std::get_if<Duration>(&b);
  if (n != nullptr && m != nullptr) return combineNumbers(op, *n, *m);
  if (x != nullptr && y != nullptr) return combineMoney(op, *x, *y);
  if (x != nullptr && m != nullptr) return scaleMoney(op, *x, *m);
  if (n != nullptr && y != nullptr && op == Op::multiply) return *y * *n;
  if (p != nullptr && e != nullptr) return shiftMoment(world, op, *p, *e);
  if (p != nullptr && q != nullptr && op == Op::subtract) return Number(p->day - q->day);
  if (d != nullptr && e != nullptr) return combineDurations(op, *d, *e);
  return std::nullopt;
}

/// -1, 0 or 1 for values of one type; nothing when they cannot be compared.
std::optional<int> ordering(const Value& a, const Value& b) {
  const auto sign = [](const auto& x, const auto& y) { return x < y ? -1 : (y < x ? 1 : 0); };
  if (const auto* x = std::get_if<Number>(&a), *y = std::get_if<Number>(&b); x != nullptr && y != nullptr)
    return sign(*x, *y);
  if (const auto* x = std::get_if<Money>(&a), *y = std::get_if<Money>(&b); x != nullptr && y != nullptr)
    return sign(*x, *y);
  if (const auto* x = std::get_if<Moment>(&a), *y = std::get_if<Moment>(&b); x != nullptr && y != nullptr) {
    return sign(earliest(*x), earliest(*y));
  }
  if (const auto* x = std::get_if<Duration>(&a), *y = std::get_if<Duration>(&b); x != nullptr && y != nullptr) {
    if (x->unit == y->unit) return sign(x->count, y->count);
  }
  // Zero stands beside money: "het hoogste van het tekort en 0".
  if (const auto* x = std::get_if<Money>(&a); x != nullptr) {
    if (const auto* y = std::get_if<Number>(&b)) return sign(x->euros, *y);
  }
  return std::nullopt;
}

/// Of several moments an open one only adds a question, as the soft half of a term does: the known ones decide.
void letKnownMomentsDecide(Answer& whole) {
  whole.assumed.add(whole.questions);
  whole.questions.clear();
}

/// Values that are nothing do not take part; one unknown value makes the outcome unknown.
Answer extreme(World& world, const Expression& expression, const Environment& environment) {
  const int wanted = expression.op == Op::minimum ? -1 : 1;
  Answer whole;
  bool unknownPart = false;
  for (std::size_t index = 0; index < expression.operands.size(); ++index) {
    const Answer part = operand(world, expression, index, environment);
    rest(whole, part);
    unknownPart = unknownPart || part.unknown();
    if (!isKnown(part.value)) continue;
    if (!isKnown(whole.value) || ordering(part.value, whole.value) == wanted) {
      whole.value = part.value;
      whole.binding = part.binding;
      whole.latest = part.latest;
    }
  }
  if (unknownPart && whole.moment() != nullptr)
    letKnownMomentsDecide(whole);
  else if (unknownPart)
    whole.value = {};
  return whole;
}

}  // namespace

Answer evaluateArithmetic(World& world, const Expression& expression, const Environment& environment) {
  if (expression.op == Op::minimum || expression.op == Op::maximum) return extreme(world, expression, environment);
  Answer whole = operand(world, expression, 0, environment);
  for (std::size_t index = 1; index < expression.operands.size(); ++index) {
    const Answer part = operand(world, expression, index, environment);
    const bool complete = isKnown(whole.value) && isKnown(part.value);
    rest(whole, part);
    whole.value = complete ? combine(world, expression.op, whole.value, part.value).value_or(Value{}) : Value{};
  }
  const auto* number = std::get_if<Number>(&whole.value);
  if (expression.type == Type::money && number != nullptr) whole.value = Money{*number};
  return whole;
}

}  // namespace beding::engine

// and, or, not, comparisons.
#include <algorithm>

#include "engine/expressions.h"

namespace beding::engine {

namespace {

using graph::Expression;
using graph::Op;

/// One part that decides: the whole stays so for as long as the part does, whatever the others are.
Verdict decided(const Verdict& part) {
  Verdict whole = truth(part.truth());
  whole.until = part.until;
  return whole;
}

/// Which part is looked at first changes nothing but the work.
Verdict foldTruth(World& world, const Expression& expression, const Environment& environment) {
  const bool isAnd = expression.op == Op::logicalAnd;
  const Truth decisive = isAnd ? Truth::no : Truth::yes;
  Verdict whole = truth(isAnd);
  for (const graph::ExpressionId operand : world.plan.cheapestFirst.partsOf(expression)) {
    const Verdict part = decide(world, operand, environment);
    if (part.value == decisive && part.assumed.empty()) return decided(part);
    isAnd ? conjoin(whole, part) : disjoin(whole, part);
  }
  return whole;
}

/// Money that grows by the day; it never shrinks without an event.
bool grows(const World& world, graph::ExpressionId id) {
  const Expression& expression = at(world.graph.expressions, id);
  return expression.op == Op::outstanding && expression.index != 0;
}

/// An operand of a comparison; when what grows has to be looked at again, the comparison tells.
Answer compareOperand(World& world, const Expression& expression, std::size_t index, const Environment& environment) {
  if (!grows(world, expression.operands[index])) return operand(world, expression, index, environment);
  return evaluateFacts(world, at(world.graph.expressions, expression.operands[index]), environment);
}

/// A comparison of two known values; unknown when one is unknown, not true when one is nothing.
template <class Compare>
Verdict compared(const Answer& a, const Answer& b, Compare compare) {
  Verdict answer = truth(Truth::no);
  rest(answer, a);
  rest(answer, b);
  if (a.unknown() || b.unknown()) {
    answer.value = Truth::unknown;
  } else {
    answer.questions.clear();
    if (isKnown(a.value) && isKnown(b.value)) answer.value = compare(a.value, b.value) ? Truth::yes : Truth::no;
  }
  return answer;
}

/// Months compare with years, days with weeks.
Duration comparable(const Duration& duration) {
  if (duration.unit == TimeUnit::year) return {duration.count * 12, TimeUnit::month};
  if (duration.unit == TimeUnit::week) return {duration.count * 7, TimeUnit::day};
  return duration;
}

/// Three-way for numbers, money and durations of one unit; unordered otherwise.
std::partial_ordering ordered(const Value& a, const Value& b) {
  if (const auto* x = std::get_if<Number>(&a), *y = std::get_if<Number>(&b); x != nullptr && y != nullptr)
    return *x <=> *y;
  if (const auto* x = std::get_if<Money>(&a), *y = std::get_if<Money>(&b); x != nullptr && y != nullptr) {
    return x->euros <=> y->euros;
  }
  if (const auto* x = std::get_if<Duration>(&a), *y = std::get_if<Duration>(&b); x != nullptr && y != nullptr) {
    if (x->unit == TimeUnit::indefinite || y->unit == TimeUnit::indefinite) {
      return (x->unit == TimeUnit::indefinite) <=> (y->unit == TimeUnit::indefinite);
    }
    const Duration p = comparable(*x), q = comparable(*y);
    return p.unit == q.unit ? std::partial_ordering(p.count <=> q.count) : std::partial_ordering::unordered;
  }
  return std::partial_ordering::unordered;
}

/// What grows and is larger already: growth alone does not change how the two compare.
bool staysByGrowth(const World& world, const Expression& expression, const Answer& a, const Answer& b) {
  const bool left = grows(world, expression.operands[0]), right = grows(world, expression.operands[1]);
  if (left == right || !a.known() || !b.known()) return false;
  return ordered(left ? b.value : a.value, left ? a.value : b.value) == std::partial_ordering::less;
}

Verdict compareMoments(World& world, const Expression& expression, const Answer& a, const Answer& b) {
  if (expression.op == Op::less) return isBefore(world, a, b);
  if (expression.op == Op::lessEqual) return isAtOrBefore(world, a, b);
  return both(isAtOrBefore(world, a, b), isAtOrBefore(world, b, a));
}

/// Nearly every comparison is of an attribute and a text that stands in the clause: neither needs to be copied.
std::optional<Truth> comparedTexts(World& world, const Expression& expression, const Environment& environment) {
  if (expression.op != Op::equal) return std::nullopt;
  const Expression& a = at(world.graph.expressions, expression.operands[0]);
  const Expression& b = at(world.graph.expressions, expression.operands[1]);
  const auto* expected = std::get_if<std::string>(&b.value);
  if (a.op != Op::attribute || b.op != Op::constant || b.type == Type::party || expected == nullptr)
    return std::nullopt;
  const std::string* text = textOf(world, a, environment);
  if (text == nullptr) return std::nullopt;
  return *text == *expected ? Truth::yes : Truth::no;
}

Verdict compareValues(World& world, const Expression& expression, const Environment& environment) {
  if (const auto quick = comparedTexts(world, expression, environment)) return truth(*quick);
  const Answer a = compareOperand(world, expression, 0, environment);
  const Answer b = compareOperand(world, expression, 1, environment);
  if (a.moment() != nullptr && b.moment() != nullptr) return compareMoments(world, expression, a, b);
  const bool named = expression.op == Op::equal && a.text() != nullptr && isNameOf(world, *a.text(), b.binding);
  if (named) return truth(true);
  Verdict answer = compared(a, b, [&](const Value& x, const Value& y) {
    const auto order = ordered(x, y);
    if (expression.op == Op::equal) return x == y || order == std::partial_ordering::equivalent;
    return order == std::partial_ordering::less ||
           (expression.op == Op::lessEqual && order == std::partial_ordering::equivalent);
  });
  if (staysByGrowth(world, expression, a, b)) answer.until = (grows(world, expression.operands[0]) ? b : a).until;
  return answer;
}

const Attribute* attributeRead(const World& world, graph::ExpressionId id, const Answer& list) {
  const Expression& source = at(world.graph.expressions, id);
  const Occurrence* occurrence = world.occurrenceOf(list.binding);
  if (source.op != Op::attribute || occurrence == nullptr) return nullptr;
  const auto& attributes = world.typeOf(*occurrence).attributes;
  const auto* name = std::get_if<std::string>(&source.value);
  for (std::size_t index = 0; index < attributes.size(); ++index) {
    if (name != nullptr ? attributes[index].name == *name : index == source.index) return &attributes[index];
  }
  return nullptr;
}

/// A word of an open list that the document does not know might mean what is looked for.
bool hasUnknownWord(const Attribute* attribute, const std::vector<std::string>& words) {
  if (attribute == nullptr || attribute->choices.empty()) return false;
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    const auto among = [&](const auto& known) { return std::find(known.begin(), known.end(), word) != known.end(); };
    return !among(attribute->choices) && !among(attribute->aliases);
  });
}

Verdict listContains(World& world, const Expression& expression, const Environment& environment) {
  const Answer list = operand(world, expression, 0, environment);
  const Answer word = operand(world, expression, 1, environment);
  if (!isKnown(list.value) || word.text() == nullptr)
    return compared(list, word, [](const auto&, const auto&) { return false; });
  std::vector<std::string> words;
  if (const auto* many = std::get_if<std::vector<std::string>>(&list.value)) words = *many;
  if (list.text() != nullptr) words = {*list.text()};
  const bool found = std::find(words.begin(), words.end(), *word.text()) != words.end();
  const Attribute* attribute = attributeRead(world, expression.operands[0], list);
  if (found || !hasUnknownWord(attribute, words)) return truth(found);
  return verdictOf(
      askFact(world, list.binding, attribute->name, "Valt " + words.front() + " onder " + *word.text() + "?"));
}

/// "wonderfull:7.3", "7.3.(a)" and "7.3 geheimhouding" are under "wonderfull:7".
Verdict underLid(World& world, const Expression& expression, const Environment& environment) {
  const Answer named = operand(world, expression, 0, environment);
  const auto* lid = std::get_if<std::string>(&expression.value);
  if (named.text() == nullptr || lid == nullptr) {
    Verdict answer = truth(named.unknown() ? Truth::unknown : Truth::no);
    rest(answer, named);
    return answer;
  }
  const std::string without = lid->substr(lid->find(':') + 1);
  const auto under = [&](const std::string& wanted) {
    return *named.text() == wanted || named.text()->starts_with(wanted + ".") ||
           named.text()->starts_with(wanted + " ");
  };
  return truth(under(*lid) || under(without));
}

Answer choose(World& world, const Expression& expression, const Environment& environment) {
  const Verdict condition = operandHolds(world, expression, 0, environment);
  if (condition.truth() != Truth::unknown) {
    Answer chosen = operand(world, expression, condition.truth() == Truth::yes ? 1 : 2, environment);
    chosen.until = std::min(chosen.until, condition.until);
    chosen.assumed.add(condition.assumed);
    return chosen;
  }
  return eitherWay(condition, operand(world, expression, 1, environment), operand(world, expression, 2, environment));
}

Answer firstKnown(World& world, const Expression& expression, const Environment& environment) {
  Answer whole;
  for (std::size_t index = 0; index < expression.operands.size(); ++index) {
    Answer part = operand(world, expression, index, environment);
    part.until = std::min(part.until, whole.until);
    whole = std::move(part);
    if (whole.known()) return whole;
  }
  return whole;
}

}  // namespace

Verdict decideLogic(World& world, const Expression& expression, const Environment& environment) {
  switch (expression.op) {
    case Op::logicalAnd:
    case Op::logicalOr:
      return foldTruth(world, expression, environment);
    case Op::logicalNot:
      return negated(operandHolds(world, expression, 0, environment));
    case Op::contains:
      return listContains(world, expression, environment);
    case Op::underLid:
      return underLid(world, expression, environment);
    default:
      return compareValues(world, expression, environment);
  }
}

Answer evaluateLogic(World& world, const Expression& expression, const Environment& environment) {
  return expression.op == Op::choose ? choose(world, expression, environment)
                                     : firstKnown(world, expression, environment);
}

}  // namespace beding::engine

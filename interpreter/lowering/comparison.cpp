// Comparisons in words: "hoger dan", "ten minste", "langer dan", and equality with the copula.
#include <algorithm>
#include <array>

#include "lowering/lowering.h"

namespace beding::lowering {

namespace {

struct Comparator {
  std::size_t at = 0;     ///< first word of the comparison itself
  std::size_t right = 0;  ///< first word of the right-hand side
  Op op = Op::less;
  bool swapped = false;  ///< right op left
  bool lasting = false;  ///< langer dan, ten minste: may be about how long something has lasted
};

std::optional<Comparator> comparatorNamed(std::string_view key) {
  static constexpr std::array<std::string_view, 6> more{"hoger", "meer", "groter", "later", "langer", "ouder"};
  static constexpr std::array<std::string_view, 5> less{"lager", "minder", "kleiner", "eerder", "korter"};
  if (std::find(more.begin(), more.end(), key) != more.end()) return Comparator{0, 0, Op::less, true, key == "langer"};
  if (std::find(less.begin(), less.end(), key) != less.end()) return Comparator{0, 0, Op::less, false, false};
  return std::nullopt;
}

/// "ten minste", "hoger dan", "hoger is dan".
std::optional<Comparator> comparatorAt(const Words& words, std::size_t i) {
  if (words[i].key == "ten minste") return Comparator{i, i + 1, Op::lessEqual, true, true};
  if (words[i].key == "ten hoogste") return Comparator{i, i + 1, Op::lessEqual, false, false};
  auto found = comparatorNamed(words[i].key);
  std::size_t than = i + 1;
  while (than < words.size() && words[than].kind == WordKind::auxiliary) ++than;
  if (!found || than >= words.size() || words[than].key != "dan") return std::nullopt;
  found->at = i;
  found->right = than + 1;
  return found;
}

std::optional<Comparator> findComparator(const Words& words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (const auto found = comparatorAt(words, i)) return found;
  }
  return std::nullopt;
}

/// A side of a comparison, without the verbs that carry no value.
Words side(const Words& words, std::size_t begin, std::size_t end) {
  Words left = part(words, begin, end);
  std::erase_if(left, [](const Word& w) {
    return w.kind == WordKind::auxiliary || w.kind == WordKind::comma || w.key == "bedraagt";
  });
  while (!left.empty() && (left.back().key == "geduurd" || left.back().key == "duurt" || left.back().key == "hoog"))
    left.pop_back();
  return left;
}

bool sameKind(Type a, Type b) {
  const auto numeric = [](Type t) { return t == Type::number || t == Type::percentage; };
  const auto moment = [](Type t) { return t == Type::date || t == Type::instant; };
  const auto textual = [](Type t) {
    return t == Type::text || t == Type::form || t == Type::reference || t == Type::party || t == Type::list;
  };
  return a == b || (numeric(a) && numeric(b)) || (moment(a) && moment(b)) || (textual(a) && textual(b));
}

}  // namespace

bool compares(const Words& words) { return findComparator(words).has_value(); }

/// "de wijze van de melding bekend is": whether the event says it.
ExpressionId Lowering::stated(const Words& words, Scope& scope) {
  Words left = side(words, 0, words.size());
  if (left.size() < 2 || left.back().key != "bekend") return {};
  left.pop_back();
  const ExpressionId value = wholeValue(left, 0, left.size(), scope);
  if (!value || at(graph.expressions, value).op != Op::attribute) return {};
  graph::Expression known = at(graph.expressions, value);
  known.op = Op::hasAttribute;
  known.type = Type::truth;
  return make(std::move(known));
}

ExpressionId Lowering::comparison(const Words& words, Scope& scope) {
  if (has(words, "bekend")) return stated(words, scope);
  const auto comparator = findComparator(words);
  if (!comparator) return equality(words, scope);
  const Words left = side(words, 0, comparator->at), right = side(words, comparator->right, words.size());
  Scope inner = scope;
  const auto opened = openCompared(left, scope, inner);
  const ExpressionId a = wholeValue(left, 0, left.size(), inner);
  const ExpressionId b = a ? wholeValue(right, 0, right.size(), inner) : a;
  if (!a || !b) return {};
  ExpressionId truth;
  if (typeOf(b) == Type::duration && typeOf(a) != Type::duration && comparator->lasting)
    truth = lasted(a, b, comparator->op == Op::less);
  else if (sameKind(typeOf(a), typeOf(b)))
    truth = operation(comparator->op, Type::truth, comparator->swapped ? std::vector{b, a} : std::vector{a, b});
  else
    report(kinds::wrongType, names::spanOf(right, 0, right.size()), {typePhrase(typeOf(a)), typePhrase(typeOf(b))});
  return truth && opened ? existing(*opened, truth) : truth;
}

/// "een overmacht langer dan ...": opens one, of the sentence where that may be, else any will do.
std::optional<Open> Lowering::openCompared(const Words& left, Scope& scope, Scope& inner) {
  const auto phrase = left.empty() ? std::nullopt : names::nounPhraseAt(left, Free(left.size(), true), 0, vocabulary);
  const bool opens =
      phrase && phrase->entity.index != 0 && phrase->determiner == Determiner::indefinite && phrase->end == left.size();
  if (!opens) return std::nullopt;
  if (!scope.binders) return openNew(inner, phrase->entity);
  const ExpressionId one = openNew(scope, phrase->entity).value;
  scope.binders->push_back({phrase->entity, adjective(left, phrase->adjectives, phrase->entity, one)});
  inner = scope;
  return std::nullopt;
}

/// There is an instance of which it is true.
ExpressionId Lowering::existing(const Open& opened, ExpressionId truth) {
  const ExpressionId exists = operation(Op::exists, Type::truth, {truth}, opened.entity.index);
  at(graph.expressions, exists).slot = at(graph.expressions, opened.value).slot;
  return exists;
}

/// "de grond "externe kosten" is", "de oorzaak van de schade is de brand".
ExpressionId Lowering::equality(const Words& words, Scope& scope) {
  const auto verb =
      std::find_if(words.begin(), words.end(), [](const Word& w) { return w.kind == WordKind::auxiliary; });
  const auto copula = static_cast<std::size_t>(verb - words.begin());
  if (copula == 0 || copula >= words.size()) return {};
  Words left = side(words, 0, copula), right = side(words, copula + 1, words.size());
  if (right.empty()) {  // "de soort "duur" is": both values stand before the copula
    const auto first = value(left, 0, scope);
    if (!first || first->end >= left.size()) return {};
    right = part(left, first->end, left.size());
    left = part(left, 0, first->end);
  }
  if (left.empty()) return {};
  const ExpressionId a = wholeValue(left, 0, left.size(), scope);
  if (a && right.size() > 1 && right[0].kind == WordKind::literal) return oneOf(a, right);
  const ExpressionId b = a ? wholeValue(right, 0, right.size(), scope) : a;
  if (!a || !b || !sameKind(typeOf(a), typeOf(b))) return {};
  return operation(typeOf(a) == Type::list ? Op::contains : Op::equal, Type::truth, {a, b});
}

/// "de oorzaak "brand", "storm" of "hagel" is".
ExpressionId Lowering::oneOf(ExpressionId value, const Words& choices) {
  ExpressionId any;
  for (const Word& choice : choices) {  // the commas are gone
    if (choice.key == "of" || choice.kind == WordKind::comma) continue;
    if (choice.kind != WordKind::literal) return {};
    const ExpressionId wanted = constant(choice.item->value, choice.item->type, choice.span, choice.item->text);
    any = either(any, operation(typeOf(value) == Type::list ? Op::contains : Op::equal, Type::truth, {value, wanted}));
  }
  return any;
}

/// An instance has lasted longer than a duration while its state "loopt" holds; anything else since its moment.
ExpressionId Lowering::lasted(ExpressionId since, ExpressionId length, bool longer) {
  const Op op = longer ? Op::longerThan : Op::atLeastLong;
  if (typeOf(since) != Type::reference) return operation(op, Type::truth, {since, length});
  for (const names::Phrase& phrase : vocabulary.phrases) {
    const bool runs =
        phrase.kind == names::PhraseKind::state && phrase.pattern.size() == 2 && phrase.pattern[0].isSlot() &&
        phrase.pattern[0].entity.index == at(graph.expressions, since).index && phrase.pattern[1].word == "loopt";
    if (!runs) continue;
    const ExpressionId holds = operation(Op::state, Type::truth, {since}, phrase.index);
    const ExpressionId begun = operation(Op::stateSince, Type::date, {since}, phrase.index);
    return both(holds, operation(op, Type::truth, {begun, length}));
  }
  return operation(op, Type::truth, {operation(Op::occurredAt, Type::date, {since}), length});
}

}  // namespace beding::lowering

#include "checks/propositions.h"

#include <algorithm>

#include "graph/links.h"
#include "graph/print.h"

namespace beding::checks {

using graph::Expression;
using graph::ExpressionId;
using graph::Op;
using graph::Party;

namespace {

std::string partyName(Party party) { return party == Party::client ? "Opdrachtgever" : "Opdrachtnemer"; }

std::string otherName(const std::string& party) {
  return party == partyName(Party::client) ? partyName(Party::contractor) : partyName(Party::client);
}

/// States are looked into so deep; they may rest on each other in a circle.
constexpr int deepestState = 6;

const std::string& firstOf(const std::string& a, const std::string& b) { return a.empty() ? b : a; }

}  // namespace

Formula Propositions::of(ExpressionId condition) { return of(condition, "", ""); }

Formula Propositions::of(graph::PatternId pattern) {
  return atom("gebeurd{" + key(pattern) + "}", at(graph_.patterns, pattern).words, "", "");
}

Formula Propositions::of(const std::optional<graph::Trigger>& trigger) {
  if (!trigger) return {};
  return trigger->pattern ? of(trigger->pattern) : of(trigger->becomes);
}

/// `said` and `denied` are the words of a sentence around this condition, where it has none of its own.
Formula Propositions::of(ExpressionId id, const std::string& said, const std::string& denied) {
  if (!id) return {};
  const Expression& expression = at(graph_.expressions, id);
  const std::string& own = firstOf(expression.words, said);
  switch (expression.op) {
    case Op::logicalNot:
      return negated(of(expression.operands[0], denied, own));
    case Op::logicalAnd:
    case Op::logicalOr:
      return joined(expression, own);
    case Op::exists:
    case Op::forAll:
      return of(expression.operands[0], own, denied);
    case Op::less:
    case Op::lessEqual:
      return compared(expression, own, denied);
    case Op::missedWithin:
      return missed(id, own);
    case Op::state:
      return state(id, own, denied);
    default:
      return atom(key(id), own, denied, nameOf(id));
  }
}

/// Words of the whole are also those of its last part, if that has none: "langer dan 90 dagen heeft geduurd".
Formula Propositions::joined(const Expression& expression, const std::string& said) {
  Formula first = of(expression.operands[0]);
  Formula second = of(expression.operands[1], said, "");
  return expression.op == Op::logicalAnd ? both(std::move(first), std::move(second))
                                         : either(std::move(first), std::move(second));
}

/// At most is not more than.
Formula Propositions::compared(const Expression& expression, const std::string& said, const std::string& denied) {
  const std::string first = key(expression.operands[0]), second = key(expression.operands[1]);
  if (expression.op == Op::less) return atom("minder(" + first + "," + second + ")", said, denied, "");
  return negated(atom("minder(" + second + "," + first + ")", denied, said, ""));
}

/// A state that is no more than its condition is that condition; another is an atom.
Formula Propositions::state(ExpressionId id, const std::string& said, const std::string& denied) {
  const graph::State& state = graph_.states[at(graph_.expressions, id).index];
  const bool ofParty = std::any_of(state.binders.begin(), state.binders.end(),
                                   [](const graph::Binder& binder) { return binder.entity.index == 0; });
  const bool isCondition = state.during && state.begins.empty() && state.ends.empty() && state.defeatedBy.empty() &&
                           !state.guard.issue && !ofParty;
  if (!isCondition || depth_ >= deepestState) return atom(key(id), said, denied, nameOf(id));
  ++depth_;
  Formula result = of(state.during, said, denied);
  if (state.unless) result = both(std::move(result), negated(of(state.unless)));
  --depth_;
  return result;
}

/// What did not happen in time did not happen in time.
Formula Propositions::missed(ExpressionId id, const std::string& said) {
  const Expression& expression = at(graph_.expressions, id);
  const std::string inTime = std::to_string(static_cast<int>(Op::happenedWithin)) + "{" +
                             key(graph::PatternId{expression.index}) + "}(" + key(expression.operands[0]) + ",)";
  Formula late = atom(key(id), said, "", nameOf(id));
  return both(std::move(late), negated(atom(inTime, "", said, nameOf(id))));
}

Formula Propositions::atom(const std::string& key, const std::string& said, const std::string& denied,
                           const std::string& named) {
  const auto [place, isNew] = atoms_.emplace(key, static_cast<Atom>(words_.size()));
  if (isNew) words_.push_back({said, denied, firstOf(named, key)});
  Words& words = words_[place->second];
  if (words.said.empty()) words.said = said;
  if (words.denied.empty()) words.denied = denied;
  return atomic(place->second);
}

std::string Propositions::partyKey(const Expression& expression) const {
  if (expression.op == Op::otherParty) return "\"" + otherName(partyName(holder_)) + "\"";
  return "\"" + partyName(holder_) + "\"";
}

/// Slots are left out: there is one instance of everything.
std::string Propositions::key(ExpressionId id) const {
  if (!id) return "-";
  const Expression& expression = at(graph_.expressions, id);
  const bool isParty = expression.op == Op::variable && expression.index == 0;
  const bool isOther = expression.op == Op::otherParty && expression.operands.size() == 1 &&
                       at(graph_.expressions, expression.operands[0]).op == Op::variable;
  if (isParty || isOther) return partyKey(expression);
  if (expression.op == Op::constant) return graph::text(expression.value);
  std::string result = std::to_string(static_cast<int>(expression.op));
  if (graph::indexMeaning(expression.op).names == graph::Names::pattern)
    result += "{" + key(graph::PatternId{expression.index}) + "}";
  else
    result += "#" + std::to_string(expression.index);
  if (!std::holds_alternative<std::monostate>(expression.value)) result += graph::text(expression.value);
  if (expression.rule.direction == Direction::backward) result += "<";
  result += "(";
  for (const ExpressionId operand : expression.operands) result += key(operand) + ",";
  return result + ")";
}

std::string Propositions::key(graph::PatternId id) const {
  std::string result;
  for (const graph::PatternAlternative& alternative : at(graph_.patterns, id).alternatives)
    result += std::to_string(alternative.type.index) + ":" + key(alternative.where) + ";";
  return result;
}

/// What to call a condition that no sentence has words for.
std::string Propositions::nameOf(ExpressionId id) const {
  const Expression& expression = at(graph_.expressions, id);
  const graph::IndexMeaning meaning = graph::indexMeaning(expression.op);
  const bool named = expression.op == Op::state || expression.op == Op::judgement;
  if (named) {
    const graph::NodeRef node{meaning.kind, expression.index};
    const std::string lid = graph::whereOf(graph_, node).lid;
    return graph::nameOf(graph_, node) + (lid.empty() ? "" : " (" + lid + ")");
  }
  if (meaning.names == graph::Names::pattern && !graph_.patterns[expression.index].words.empty())
    return graph_.patterns[expression.index].words;
  return graph::text(graph_, id);
}

std::string Propositions::text(Situation situation) const {
  std::string result;
  std::stable_sort(situation.begin(), situation.end(), [](Literal a, Literal b) { return a.holds && !b.holds; });
  for (const Literal& literal : situation) {
    const Words& words = words_[literal.atom];
    const bool asSaid = !(literal.holds ? words.said : words.denied).empty();
    result += result.empty() ? "" : " en ";
    if (asSaid)
      result += "«" + (literal.holds ? words.said : words.denied) + "»";
    else
      result += (literal.holds ? "«" : "niet «") + firstOf(literal.holds ? "" : words.said, words.named) + "»";
  }
  return result;
}

}  // namespace beding::checks

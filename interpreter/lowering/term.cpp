// Terms inside a clause: binnen, uiterlijk, vóór, vanaf, tot en met, gedurende ... Each takes its words out of the
// clause, so that what is left can be covered by a phrase.
#include "lowering/lowering.h"

namespace beding::lowering {

namespace {

void take(Free& free, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end && i < free.size(); ++i) free[i] = false;
}

}  // namespace

std::vector<FoundTerm> Lowering::terms(const Words& words, Free& free, Scope& scope) {
  std::vector<FoundTerm> found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!free[i]) continue;
    const Trial attempt(*this);
    const auto term = termAt(words, i, scope);
    if (!term) continue;
    take(free, term->begin, term->end);
    found.push_back(*term);
    i = term->end - 1;
  }
  return found;
}

/// The term that starts at this word, if any.
std::optional<FoundTerm> Lowering::termAt(const Words& words, std::size_t i, Scope& scope) {
  const std::string& key = words[i].key;
  FoundTerm term;
  term.begin = i;
  const auto moment = [&](std::size_t from) -> bool {
    const auto parsed = value(words, from, scope);
    if (!parsed) return false;
    term.moment = asMoment(parsed->value, names::spanOf(words, from, parsed->end));
    term.end = parsed->end;
    return static_cast<bool>(term.moment);
  };
  const auto length = [&](std::size_t from) -> bool {
    const auto parsed = value(words, from, scope);
    if (!parsed || typeOf(parsed->value) != Type::duration) return false;
    term.length = parsed->value;
    term.end = parsed->end;
    return true;
  };
  if (key == "binnen") {  // binnen D na M; binnen de gestelde termijn
    const auto parsed = value(words, i + 1, scope);
    if (!parsed) return std::nullopt;
    if (typeOf(parsed->value) == Type::duration) return std::nullopt;
    term.moment = asMoment(parsed->value, words[i].span);
    term.end = parsed->end;
    if (!term.moment) return std::nullopt;
    anchorOf(term);
    return term;
  }
  if (key == "uiterlijk") {
    std::size_t from = i + 1;
    if (from < words.size() && (words[from].key == "op" || words[from].key == "bij")) ++from;
    if (from < words.size() && words[from].key == "binnen") ++from;
    term.word = TermWord::atLatest;
    if (!moment(from)) return std::nullopt;
    anchorOf(term);
    return term;
  }
  if (key == "vóór") {
    term.word = TermWord::before;
    if (!moment(i + 1)) return std::nullopt;
    term.anchor = term.moment;
    term.moment = termEnd(term.moment, constant(Duration{1, TimeUnit::day}, Type::duration), Direction::backward);
    return term;
  }
  if (key == "vanaf" || key == "na") {
    term.word = TermWord::from;
    return moment(i + 1) ? std::optional(term) : std::nullopt;
  }
  if (key == "tot en met") {
    term.word = TermWord::through;
    return moment(i + 1) ? std::optional(term) : std::nullopt;
  }
  if (key == "tegen") {
    term.word = TermWord::against;  // a day; "tegen de factuur" is part of a phrase
    const auto day = value(words, i + 1, scope);
    if (!day || (typeOf(day->value) != Type::date && typeOf(day->value) != Type::instant)) return std::nullopt;
    term.moment = day->value;
    term.end = day->end;
    return term;
  }
  if (key == "gedurende") {
    term.word = TermWord::during;
    return length(i + 1) ? std::optional(term) : std::nullopt;
  }
  if (key == "met inachtneming van") {
    term.word = TermWord::notice;
    return length(i + 1) ? std::optional(term) : std::nullopt;
  }
  return std::nullopt;
}

/// What a term is counted from, when it is a duration after or before something.
void Lowering::anchorOf(FoundTerm& term) const {
  const graph::Expression& expression = at(graph.expressions, term.moment);
  if (expression.op == Op::termEnd) term.anchor = expression.operands[0];
}

}  // namespace beding::lowering

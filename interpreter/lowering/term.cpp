// Terms inside a clause: binnen, uiterlijk, vóór, vanaf, tot en met, gedurende ... Each takes its words out of the
// clause, so that what is left can be covered by a phrase.
#include "lowering/lowering.h"

namespace beding::lowering {

namespace {

void take(Free& free, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end && i < free.size(); ++i) free[i] = false;
}

/// Behind "uiterlijk [op | bij] [binnen]".
std::size_t afterLatest(const Words& words, std::size_t at) {
  std::size_t from = at + 1;
  if (from < words.size() && (words[from].key == "op" || words[from].key == "bij")) ++from;
  if (from < words.size() && words[from].key == "binnen") ++from;
  return from;
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
  if (key == "binnen") return momentTerm(TermWord::within, words, i, i + 1, scope);
  if (key == "uiterlijk") return momentTerm(TermWord::atLatest, words, i, afterLatest(words, i), scope);
  if (key == "vóór") return momentTerm(TermWord::before, words, i, i + 1, scope);
  if (key == "vanaf" || key == "na") return momentTerm(TermWord::from, words, i, i + 1, scope);
  if (key == "tot en met") return momentTerm(TermWord::through, words, i, i + 1, scope);
  if (key == "tegen") return dayTerm(words, i, scope);
  if (key == "gedurende") return lengthTerm(TermWord::during, words, i, scope);
  if (key == "met inachtneming van") return lengthTerm(TermWord::notice, words, i, scope);
  return std::nullopt;
}

/// A word and a moment: "binnen 14 dagen na de factuurdatum", "uiterlijk op 1 maart".
std::optional<FoundTerm> Lowering::momentTerm(TermWord word, const Words& words, std::size_t begin, std::size_t from,
                                              Scope& scope) {
  const auto parsed = termValue(words, from, scope);
  if (!parsed) return std::nullopt;
  const Span place = names::spanOf(words, from, parsed->end);
  if (typeOf(parsed->value) == Type::duration) {
    reportLoose(words, from, parsed->end);
    return std::nullopt;
  }
  FoundTerm term{word, asMoment(parsed->value, place), {}, {}, begin, parsed->end};
  if (!term.moment) return std::nullopt;
  if (word == TermWord::before) {
    term.anchor = term.moment;
    term.moment = termEnd(term.moment, constant(Duration{1, TimeUnit::day}, Type::duration), Direction::backward);
  } else if (at(graph.expressions, term.moment).op == Op::termEnd) {
    term.anchor = at(graph.expressions, term.moment).operands[0];
    term.end = extended(words, term.end, term.moment);
  }
  return term;
}

/// Behind a term: ", verlengd volgens de Algemene termijnenwet", ", verlengd tot de eerstvolgende werkdag". Behind it.
std::size_t Lowering::extended(const Words& words, std::size_t end, ExpressionId term) {
  std::size_t from = end;
  if (from < words.size() && words[from].kind == WordKind::comma) ++from;
  TermRule& rule = at(graph.expressions, term).rule;
  if (rule.direction == Direction::backward) return end;
  if (startsWith(words, from, {"verlengd", "volgens", "algemene", "termijnenwet"}))
    rule.extension = Extension::termijnenwet;
  else if (startsWith(words, from, {"verlengd", "tot", "eerstvolgende", "werkdag"}))
    rule.extension = Extension::nextWorkday;
  else
    return end;
  use(words, from, from + 4);
  return from + 4;
}

/// "tegen" and a day; "tegen de factuur" is part of a phrase.
std::optional<FoundTerm> Lowering::dayTerm(const Words& words, std::size_t begin, Scope& scope) {
  const auto day = value(words, begin + 1, scope);
  if (!day || (typeOf(day->value) != Type::date && typeOf(day->value) != Type::instant)) return std::nullopt;
  return FoundTerm{TermWord::against, day->value, {}, {}, begin, day->end};
}

/// A word and a duration: "met inachtneming van de opzegtermijn".
std::optional<FoundTerm> Lowering::lengthTerm(TermWord word, const Words& words, std::size_t begin, Scope& scope) {
  const auto parsed = termValue(words, begin + 1, scope);
  if (!parsed) return std::nullopt;
  if (typeOf(parsed->value) != Type::duration) {
    report(kinds::wrongType, names::spanOf(words, begin + 1, parsed->end),
           {Phrasing("een duur", "a duration"), typePhrase(typeOf(parsed->value))});
    return std::nullopt;
  }
  return FoundTerm{word, {}, parsed->value, {}, begin, parsed->end};
}

/// The value behind a term's word; what is wrong with it is reported at the value.
std::optional<ParsedValue> Lowering::termValue(const Words& words, std::size_t from, Scope& scope) {
  const std::size_t before = reported();
  auto parsed = value(words, from, scope);
  if (!parsed && reported() == before) unknownValueAt(words, from);
  return parsed;
}

/// "binnen 14 dagen": after what? Or the moment that follows is not known.
void Lowering::reportLoose(const Words& words, std::size_t begin, std::size_t end) {
  if (end < words.size() && (words[end].key == "na" || words[end].key == "vóór" || words[end].key == "voor"))
    return unknownValueAt(words, end + 1);
  report(kinds::durationAlone, names::spanOf(words, begin, end), {names::spelled(words, begin, end)});
}

}  // namespace beding::lowering

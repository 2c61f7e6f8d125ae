// Rights that lapse: verval- en klachttermijnen.
#include <algorithm>

#include "lowering/forms/forms.h"

namespace beding::lowering {

using syntax::Conjunction;

namespace {

/// Instances that the main clause names with `een X` are opened: the right exists for each of them.
void openNamed(Lowering& lowering, const Words& words, Frame& frame) {
  const Free free(words.size(), true);
  for (std::uint32_t e = 1; e < lowering.graph.entities.size(); ++e) {
    const graph::EntityId entity{e};
    for (const NounPhrase& phrase : names::nounPhrases(words, free, entity, lowering.vocabulary)) {
      const bool names = !phrase.pronoun && phrase.determiner != Determiner::none && !frame.scope.latest(entity);
      if (!names) continue;
      const ExpressionId value = lowering.openNew(frame.scope, entity).value;
      frame.binders.push_back({entity, lowering.adjective(words, phrase.adjectives, entity, value)});
    }
  }
}

std::optional<NounPhrase> partyIn(Lowering& lowering, const Words& words) {
  const auto all = names::nounPhrases(words, Free(words.size(), true), graph::EntityId{0}, lowering.vocabulary);
  for (const NounPhrase& phrase : all) {
    if (!phrase.pronoun) return phrase;
  }
  return std::nullopt;
}

/// "indien P niet binnen D na M ... heeft geklaagd": the window and what uses the right.
bool useWindow(Lowering& lowering, Words words, Frame& frame, graph::Right& right) {
  const bool denies = names::saysNone(words) || has(words, "niet");
  if (!denies) return false;  // lapses because something happened, not because it did not
  lowering.use(words, {"niet"});
  std::erase_if(words, [](const Word& w) { return w.kind == WordKind::negation; });
  Free free(words.size(), true);
  const auto terms = lowering.terms(words, free, frame.scope);
  if (terms.empty() || !terms.front().moment) return false;
  for (std::size_t t = 1; t < terms.size(); ++t) lowering.reportLeft(words, terms[t].begin, terms[t].end);
  right.last = terms.front().moment;
  const auto act = lowering.predicate(words, free, true, true);
  if (!act) {
    lowering.explainUncovered(words, free, true, true, frame.scope);
    return true;
  }
  ExpressionId filter;
  auto given = lowering.arguments(*act, words, frame.scope, filter);
  ExpressionId actor;
  if (act->actor) {
    right.holder = partyRef(lowering, *act->actor, words, frame);
    actor = lowering.instance(*act->actor, words, frame.scope);
  }
  const graph::PatternId use = lowering.patternOf(*act, words, given, actor, frame.scope);
  right.used = lowering.operation(Op::happenedWithin, Type::truth, {right.last}, use.index);
  lowering.useClause(words);
  lowering.describe(right.used, words, 0, words.size());
  return true;
}

void add(Lowering& lowering, const Site& site, const Sentence& sentence, Frame frame, graph::Right right,
         const std::string& name) {
  right.where = lowering.provenance(site);
  right.guard = site.guard;
  right.name = nameOf(site, name);
  right.binders = std::move(frame.binders);
  right.trigger = frame.trigger;
  const Labelled node{Labelled::Kind::right, static_cast<std::uint32_t>(lowering.graph.rights.size())};
  addDerogation(lowering, site, sentence, node);
  lowering.note(site, right.name, node);
  lowering.graph.rights.push_back(std::move(right));
}

/// "In afwijking van 1.5 vervalt het recht ...": the subject in front of the verb, as in any other sentence.
Sentence subjectFirst(Sentence sentence) {
  Words& words = sentence.main;
  const bool inverted = !words.empty() && (words[0].key == "vervalt" || words[0].key == "vervallen");
  if (!inverted) return sentence;
  const auto isLength = [](const Word& w) { return w.kind == WordKind::literal && w.item->type == Type::duration; };
  std::rotate(words.begin(), words.begin() + 1, std::find_if(words.begin(), words.end(), isLength));
  return sentence;
}

/// "... vervalt 6 maanden na ...": the last day of the right.
void fillLastDay(Lowering& lowering, const Words& after, Frame& frame, graph::Right& right) {
  if (after.empty()) return;
  if (const auto last = lowering.keptValue(after, 0, frame.scope))
    right.last = lowering.asMoment(last->value, names::spanOf(after, 0, last->end));
  else
    lowering.unknownValueAt(after, 0);
}

/// "voor zover niet erkend": what is recognised stays.
void fillKept(Lowering& lowering, Words kept, Frame& frame, graph::Right& right) {
  lowering.useClause(kept);
  std::erase_if(kept, [](const Word& w) { return w.kind == WordKind::negation; });
  right.used = lowering.either(right.used, lowering.condition(kept, frame.scope));
}

void fillLapse(Lowering& lowering, const Subclause& clause, Frame& frame, graph::Right& right) {
  if (clause.conjunction == Conjunction::indien && !right.last && useWindow(lowering, clause.words, frame, right))
    return;
  if (clause.conjunction == Conjunction::zodra || clause.conjunction == Conjunction::indien)
    right.lapsedBy = lowering.either(right.lapsedBy, lowering.condition(clause.words, frame.scope));
  if (clause.conjunction == Conjunction::tenzij)
    right.used = lowering.either(right.used, lowering.condition(clause.words, frame.scope));
}

}  // namespace

/// "... vervalt / vervallen indien ... niet binnen ...", "... vervalt 6 maanden na ...", "... vervallen zodra ...".
bool lowerLapse(Lowering& lowering, const Site& site, const Sentence& written) {
  const Sentence sentence = subjectFirst(written);
  const std::size_t verb = std::min(indexOf(sentence.main, "vervalt"), indexOf(sentence.main, "vervallen"));
  if (verb >= sentence.main.size() || modalIndex(sentence.main) < sentence.main.size()) return false;
  Frame frame = openFrame(lowering, site, sentence, noClauses);
  graph::Right right;
  openNamed(lowering, sentence.main, frame);
  lowering.use(sentence.main, 0, verb + 1);  // the right by its own words: its name
  if (const auto holder = partyIn(lowering, sentence.main))
    right.holder = partyRef(lowering, *holder, sentence.main, frame);
  const std::size_t split = indexOf(sentence.main, "voor zover");
  fillLastDay(lowering, part(sentence.main, verb + 1, split), frame, right);
  lowering.use(sentence.main, split, split + 1);
  if (split < sentence.main.size())
    fillKept(lowering, part(sentence.main, split + 1, sentence.main.size()), frame, right);
  for (const Subclause& clause : sentence.subclauses) fillLapse(lowering, clause, frame, right);
  add(lowering, site, sentence, std::move(frame), std::move(right), names::spelled(sentence.main, 0, verb));
  return true;
}

/// "Het recht ... bestaat tot en met M": a term without sanction.
bool lowerComplaintTerm(Lowering& lowering, const Site& site, const Sentence& sentence) {
  const std::size_t verb = indexOf(sentence.main, "bestaat");
  if (verb >= sentence.main.size() || !has(sentence.main, "recht")) return false;
  static constexpr std::array known{Conjunction::zodra};
  Frame frame = openFrame(lowering, site, sentence, known);
  openNamed(lowering, sentence.main, frame);
  lowering.use(sentence.main, 0, verb + 1);
  graph::Right right;
  right.noSanction = true;
  if (const auto holder = partyIn(lowering, sentence.main))
    right.holder = partyRef(lowering, *holder, sentence.main, frame);
  Free free(sentence.main.size(), true);
  for (const FoundTerm& term : lowering.terms(sentence.main, free, frame.scope)) {
    if (term.word == TermWord::from || right.last) continue;
    right.last = term.moment;
    lowering.use(sentence.main, term.begin, term.end);
  }
  add(lowering, site, sentence, std::move(frame), std::move(right), names::spelled(sentence.main, 0, verb));
  return true;
}

}  // namespace beding::lowering

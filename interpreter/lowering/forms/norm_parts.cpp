// Parts of norms that are more than a word: consent, choice, soft terms, efforts.
#include <algorithm>

#include "lowering/forms/forms.h"

namespace beding::lowering {

graph::ReadingGuard rollingYear(Lowering& lowering, const Site& site) {
  for (const auto& [place, guard] : lowering.rollingYears) {
    if (place == site.place() || place == site.document + ":") return guard;
  }
  return {};
}

ExpressionId consent(Lowering& lowering, const Words& words, Scope& scope, Slot occurrence) {
  const auto event = eventNamed(lowering.graph, "toestemming verleend");
  if (!event) return {};
  const Slot slot = occurrence + 1;
  graph::Pattern pattern;
  pattern.occurrence = slot;
  pattern.words = names::spelled(words, 0, words.size());
  const ExpressionId given = lowering.occurrence(slot);
  ExpressionId where;
  lowering.use(words, {"voorafgaande", "toestemming", "van"});
  for (const NounPhrase& party :
       names::nounPhrases(words, Free(words.size(), true), graph::EntityId{0}, lowering.vocabulary)) {
    const ExpressionId giver = lowering.field(*event, given, "door");
    lowering.use(words, party.begin, party.end);
    if (giver)
      where = lowering.both(
          where, lowering.operation(Op::sameParty, Type::truth, {giver, lowering.instance(party, words, scope)}));
    break;
  }
  for (const names::FormWord& form : lowering.vocabulary.forms) {
    const auto asked = std::find_if(words.begin(), words.end(), [&](const Word& w) {
      return form.words.size() == 1 && names::sameInflected(w.key, form.words[0]);
    });
    if (asked == words.end()) continue;
    lowering.use(words, {asked->key});
    where = lowering.both(where, lowering.operation(Op::satisfiesForm, Type::truth, {given}, form.form.index));
  }
  const auto what = attributeIndex(at(lowering.graph.events, *event), "voor");
  where = lowering.both(where, lowering.operation(Op::consentFor, Type::truth, {given, lowering.occurrence(occurrence)},
                                                  what.value_or(0xffffffff)));
  pattern.alternatives.push_back({*event, where});
  const auto id = append<graph::Pattern>(lowering.graph.patterns, std::move(pattern));
  const ExpressionId moment = lowering.operation(Op::occurredAt, Type::date, {lowering.occurrence(occurrence)});
  const ExpressionId truth = lowering.operation(Op::happened, Type::truth, {ExpressionId{}, moment}, id.index);
  lowering.describe(truth, words, 0, words.size());
  return truth;
}

/// Whether these words stand in the quotation, as words: "tijdig" in "tijdig en kosteloos".
static bool quotes(const std::string& quotation, const std::string& words) {
  return (" " + quotation + " ").find(" " + words + " ") != std::string::npos;
}

graph::JudgementId softJudgement(Lowering& lowering, const Site& site, const std::string& words) {
  graph::JudgementId quoted;
  for (std::uint32_t j = 0; j < lowering.graph.judgements.size(); ++j) {
    const graph::Judgement& judgement = lowering.graph.judgements[j];
    const bool read = !judgement.guard.issue ||
                      (judgement.guard.issue == site.guard.issue && judgement.guard.reading == site.guard.reading);
    const bool here = judgement.where.lid == site.lid && judgement.where.document == site.document &&
                      judgement.type == Type::truth && read;
    if (here && judgement.words == words) return {j};
    if (here && !quoted && quotes(judgement.words, words)) quoted = {j};
  }
  if (quoted) return quoted;
  graph::Judgement judgement;
  judgement.where = lowering.provenance(site);
  judgement.words = words;
  judgement.question = "is dit " + words + " gebeurd";
  return append<graph::Judgement>(lowering.graph.judgements, std::move(judgement));
}

ExpressionId occurrenceQuality(Lowering& lowering, const Predicate& act, const std::string& quality, Slot occurrence) {
  for (const EventTypeId event : lowering.acts[act.phrase->index].events) {
    if (const ExpressionId id = lowering.field(event, lowering.occurrence(occurrence), quality)) return id;
  }
  return {};
}

void arisesAtEnd(Lowering& lowering, graph::Norm& norm) {
  const auto isEnd = [&](ExpressionId id) { return id && at(lowering.graph.expressions, id).op == Op::contractEnd; };
  if (!isEnd(norm.term.anchor)) return;
  norm.survivesByNature = true;
  if (!norm.trigger)
    norm.trigger = graph::Trigger{{}, lowering.operation(Op::reached, Type::truth, {norm.term.anchor})};
}

void takeChoice(Lowering& lowering, const Words& words, Free& free, Frame& frame, graph::Norm& norm) {
  const std::size_t start = indexOf(words, "naar keuze van");
  if (start >= words.size()) return;
  std::size_t end = start + 1;
  while (end < words.size() && words[end].kind != WordKind::comma && words[end].key != "binnen" &&
         words[end].key != "uiterlijk")
    ++end;
  for (std::size_t i = start; i < end; ++i) free[i] = false;
  const auto chooser =
      names::nounPhraseAt(words, Free(words.size(), true), start + 1, graph::EntityId{0}, lowering.vocabulary);
  if (chooser) lowering.use(words, start, chooser->end);
  const auto event = eventNamed(lowering.graph, "keuze gemaakt");
  if (!event) return;
  const Slot slot = static_cast<Slot>(frame.scope.next + 4);
  graph::Pattern pattern{{{*event, {}}}, slot, false, names::spelled(words, start, end)};
  const auto id = append<graph::Pattern>(lowering.graph.patterns, std::move(pattern));
  const ExpressionId chosen = lowering.field(*event, lowering.occurrence(slot), "keuze");
  norm.choice = lowering.operation(Op::lastOf, Type::text, {chosen}, id.index);
}

}  // namespace beding::lowering

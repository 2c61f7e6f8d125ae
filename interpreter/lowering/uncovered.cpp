// A clause that no declared phrase covers: what is the matter with it, said at the words that it is about.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "lowering/lowering.h"

namespace beding::lowering {

namespace {

bool opensTerm(std::string_view key) {
  static constexpr std::array<std::string_view, 7> words{
      "binnen", "uiterlijk", "vóór", "vanaf", "tot en met", "gedurende", "met inachtneming van"};
  return std::find(words.begin(), words.end(), key) != words.end();
}

/// Fewer words left is nearer; then more words covered.
bool nearer(const Predicate& a, const Predicate& b) {
  return a.left.size() != b.left.size() ? a.left.size() < b.left.size() : a.covered > b.covered;
}

/// A reading that explains more of the clause than it leaves.
bool likely(const Predicate& reading) { return 2 * reading.left.size() <= reading.covered; }

bool isLeft(const Predicate& reading, std::size_t i) {
  return std::find(reading.left.begin(), reading.left.end(), i) != reading.left.end();
}

std::size_t firstFence(const Words& words) {
  std::size_t i = 0;
  while (i < words.size() && words[i].fence == 0) ++i;
  return i;
}

Words withoutFences(Words words) {
  for (Word& word : words) word.fence = 0;
  return words;
}

}  // namespace

void Lowering::explainUncovered(const Words& words, const Free& free, bool wantActs, bool wantOthers, Scope& scope) {
  if (words.empty() || openerUnknown || reportedIn(names::spanOf(words, 0, words.size()))) return;
  if (trial > 0) {  // nobody will read why: another reading is tried
    report(kinds::unknownPhrase, names::spanOf(words, 0, words.size()), {""});
    return;
  }
  if (explainedTerm(words, free, scope) || explainedEvent(words) || explainedFence(words, free, wantActs, wantOthers) ||
      explainedSlot(words, free, wantActs, wantOthers))
    return;
  const auto reading = nearestReading(words, free, wantActs, wantOthers);
  const NounPhrase* pronoun = reading && reading->left.empty() ? unopened(*reading, scope) : nullptr;
  if (pronoun) {
    whichInstance(*pronoun, words);
  } else if (reading && !reading->left.empty() && likely(*reading)) {
    const std::size_t begin = reading->left.front();
    const bool subject = !wantOthers && begin == 0 && !reading->actor;
    std::size_t end = begin + 1;
    while (end < words.size() && isLeft(*reading, end)) ++end;
    if (subject)
      report(kinds::whichParty, names::spanOf(words, begin, end));
    else
      reportLeft(words, begin, end);
  } else {
    unknownPhrase(freeWords(words, free), wantActs, wantOthers);
  }
}

/// A term that could not be read is the mistake; reading it once more says what is wrong with it.
bool Lowering::explainedTerm(const Words& words, const Free& free, Scope& scope) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!free[i] || !opensTerm(words[i].key)) continue;
    const std::size_t before = reported();
    (void)termAt(words, i, scope);
    if (reported() > before) return true;
  }
  return false;
}

/// Only an event has conditions after `waarvan`.
bool Lowering::explainedEvent(const Words& words) {
  if (!has(words, "waarvan") || eventAt(words, 0)) return false;
  unknownEvent(words, 0);
  return true;
}

/// Without its fences the clause could be read: they do not stand around exactly one phrase.
bool Lowering::explainedFence(const Words& words, const Free& free, bool wantActs, bool wantOthers) {
  const auto begin = firstFence(words);
  if (begin == words.size()) return false;
  {
    const Trial attempt(*this);
    if (!predicate(withoutFences(words), free, wantActs, wantOthers)) return false;
  }
  brokenFence(words, begin);
  return true;
}

void Lowering::brokenFence(const Words& words, std::size_t begin) {
  const std::size_t end = names::endOfFence(words, begin);
  report(kinds::notOnePhrase, names::spanOf(words, begin, end), {names::spelled(words, begin, end)});
}

/// All words of a phrase are there, but what it speaks of is not known: "de factuurr te laat is".
bool Lowering::explainedSlot(const Words& words, const Free& free, bool wantActs, bool wantOthers) {
  for (const names::Phrase& phrase : vocabulary.phrases) {
    const bool isAct = phrase.kind == names::PhraseKind::act;
    if ((isAct ? !wantActs : !wantOthers) || !names::matches(words, free, phrase, vocabulary).empty()) continue;
    const auto stray = names::strayWords(words, free, phrase);
    if (!stray) continue;
    if (nearest(names::spelledBare(words, stray->first, stray->second), nounNames()).empty()) continue;
    unknownEntity(words, stray->first, stray->second);
    return true;
  }
  return false;
}

void Lowering::unknownEntity(const Words& words, std::size_t begin, std::size_t end) {
  const std::string written = names::spelledBare(words, begin, end);
  report(kinds::unknownEntity, names::spanOf(words, begin, end), {written}).suggestions = nearest(written, nounNames());
}

std::optional<Predicate> Lowering::nearestReading(const Words& words, const Free& free, bool wantActs,
                                                  bool wantOthers) const {
  std::optional<Predicate> best;
  for (const names::Phrase& phrase : vocabulary.phrases) {
    const bool isAct = phrase.kind == names::PhraseKind::act;
    if (isAct ? !wantActs : !wantOthers) continue;
    for (const names::Match& match : names::matches(words, free, phrase, vocabulary)) {
      Predicate reading = explained(match, words);
      if (!best || nearer(reading, *best)) best = std::move(reading);
    }
  }
  return best;
}

std::vector<std::string> Lowering::nounNames() const {
  std::vector<std::string> all{"partij"};
  for (const names::Noun& noun : vocabulary.nouns) all.push_back(spelledList(noun.words));
  return all;
}

/// After "voor elke factuurr" nothing is open; that was said already.
void Lowering::whichInstance(const NounPhrase& phrase, const Words& words) {
  if (trial == 0 && openerUnknown) return;
  const std::string& entity = at(graph.entities, phrase.entity).name;
  report(kinds::whichInstance, names::spanOf(words, phrase.begin, phrase.end), {entity, pluralOf(phrase.entity)});
}

/// "de facturen" where one is meant.
void Lowering::severalInstances(const NounPhrase& phrase, const Words& words) {
  report(kinds::severalInstances, names::spanOf(words, phrase.begin, phrase.end),
         {names::spelled(words, phrase.begin, phrase.end), at(graph.entities, phrase.entity).name,
          pluralOf(phrase.entity)});
}

void Lowering::unknownPhrase(const Words& words, bool wantActs, bool wantOthers) {
  const Words bare = part(words, 0, words.size());
  Diagnostic& diagnostic =
      report(kinds::unknownPhrase, names::spanOf(bare, 0, bare.size()), {names::spelled(bare, 0, bare.size())});
  if (trial > 0) return;
  diagnostic.suggestions = names::nearestPhrases(
      bare, Free(bare.size(), true), vocabulary,
      [&](const names::Phrase& phrase) { return phrase.kind == names::PhraseKind::act ? wantActs : wantOthers; });
}

void Lowering::unknownAdjective(const Words& words, std::size_t i, graph::EntityId entity) {
  const std::string& noun = at(graph.entities, entity).name;
  Diagnostic& diagnostic = report(kinds::unknownAdjective, words[i].span, {words[i].item->text, noun});
  if (trial > 0) return;
  diagnostic.suggestions = nearest(words[i].key, adjectivesOf(entity));
}

/// What may be said of an instance before its noun.
std::vector<std::string> Lowering::adjectivesOf(graph::EntityId entity) const {
  std::vector<std::string> all;
  for (const names::Phrase& phrase : vocabulary.phrases) {
    const bool says = (phrase.kind == names::PhraseKind::state || phrase.kind == names::PhraseKind::judgement) &&
                      phrase.pattern.size() == 2 && phrase.pattern[0].isSlot() && phrase.pattern[0].entity == entity;
    if (says) all.push_back(phrase.pattern[1].word);
  }
  const EventType* type = eventOf(entity);
  for (std::size_t a = 0; type && a < type->attributes.size(); ++a) {
    if (type->attributes[a].type == Type::truth) all.push_back(type->attributes[a].name);
  }
  return all;
}

/// A value was expected here. An attribute of something that is not open has an instance missing; otherwise the name is
/// not known.
void Lowering::unknownValueAt(const Words& words, std::size_t begin) {
  if (begin >= words.size()) {
    report(kinds::unknownValue, names::spanOf(words, words.size() - 1, words.size()), {words.back().item->text});
    return;
  }
  const std::size_t fence = firstFence(words);
  if (fence < words.size() && fence >= begin && trial == 0) return brokenFence(words, fence);
  const auto owner = trial > 0 ? std::nullopt : ownerOfAttribute(words, begin);
  if (owner) return whichInstance(*owner, words);
  std::size_t end = begin + 1;
  while (end < words.size() && words[end].kind == WordKind::plain && words[end].determiner == Determiner::none &&
         !names::isPreposition(words[end].key))
    ++end;
  Diagnostic& diagnostic =
      report(kinds::unknownValue, names::spanOf(words, begin, end), {names::spelled(words, begin, end)});
  if (trial == 0) diagnostic.suggestions = nearest(names::spelledBare(words, begin, end), valueNames());
}

/// "de factuurdatum" with no invoice open: the words, as a noun phrase for the entity that has the attribute.
std::optional<NounPhrase> Lowering::ownerOfAttribute(const Words& words, std::size_t begin) const {
  for (std::uint32_t e = 1; e < graph.entities.size(); ++e) {
    const EventType* type = eventOf(graph::EntityId{e});
    if (!type) continue;
    const auto index = static_cast<std::size_t>(type - graph.events.data());
    for (const auto& attribute : eventWords[index].attributes) {
      if (const std::size_t length = names::wordsAt(words, begin, attribute))
        return NounPhrase{graph::EntityId{e}, begin, begin + length, words[begin].determiner};
    }
  }
  return std::nullopt;
}

/// Names of values: parameters, quantities, built-ins and the attributes of what exists.
std::vector<std::string> Lowering::valueNames() const {
  std::vector<std::string> all;
  for (const names::ValueNoun& noun : vocabulary.values) all.push_back(spelledList(noun.words));
  for (std::uint32_t e = 1; e < graph.entities.size(); ++e) {
    const EventType* type = eventOf(graph::EntityId{e});
    for (std::size_t a = 0; type && a < type->attributes.size(); ++a) all.push_back(type->attributes[a].name);
  }
  return all;
}

std::string Lowering::pluralOf(graph::EntityId entity) const {
  for (const names::Noun& noun : vocabulary.nouns) {
    if (noun.entity == entity && noun.plural) return spelledList(noun.words);
  }
  return "...";
}

}  // namespace beding::lowering

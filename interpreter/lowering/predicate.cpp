// Covering a clause: which declared phrase it is, and what every other word does in it. A clause has exactly one
// cover; two equally good ones are an error.
#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "lowering/lowering.h"

namespace beding::lowering {

namespace {

/// Words that may stand in any clause and add nothing that the rules ask for.
bool isFiller(std::string_view key) {
  static constexpr std::array<std::string_view, 13> fillers{"al",     "reeds",   "ook",   "dan", "zelf", "daar", "er",
                                                            "steeds", "telkens", "eerst", "nog", "door", "wel"};
  return std::find(fillers.begin(), fillers.end(), key) != fillers.end();
}

const Attribute* truthAttribute(const EventType& type, const Words& words, std::size_t begin, std::size_t& length) {
  for (const Attribute& attribute : type.attributes) {
    if (attribute.type != Type::truth) continue;
    length = names::wordsAt(words, begin, wordList(attribute.name));
    if (length) return &attribute;
    if (wordList(attribute.name).size() == 1 && names::sameInflected(words[begin].key, attribute.name))
      return length = 1, &attribute;
  }
  return nullptr;
}

/// A fixed group such as "bij aangetekende brief" or "per e-mail" is one word.
bool namesFormAsGroup(std::string_view key, const std::vector<std::string>& form) {
  if (!key.starts_with("bij ") && !key.starts_with("per ")) return false;
  return wordList(key.substr(4)) == form;
}

std::size_t formAt(const Words& words, std::size_t begin, const names::Vocabulary& vocabulary, graph::FormId& form) {
  std::size_t best = 0;
  for (const names::FormWord& candidate : vocabulary.forms) {
    std::size_t length = names::wordsAt(words, begin, candidate.words);
    if (!length && candidate.words.size() == 1 && names::sameInflected(words[begin].key, candidate.words[0]))
      length = 1;
    if (!length && namesFormAsGroup(words[begin].key, candidate.words)) length = 1;
    if (length > best) best = length, form = candidate.form;
  }
  return best;
}

/// A phrase can be in a clause only when all its words are.
bool mayOccur(const names::Phrase& phrase, const std::set<std::string_view>& there) {
  return std::all_of(phrase.pattern.begin(), phrase.pattern.end(),
                     [&](const names::PatternToken& token) { return token.isSlot() || there.contains(token.word); });
}

/// The subject stands before the object: of two readings of one phrase the one whose actor comes first is meant.
std::size_t actorPlace(const Predicate& predicate) {
  return predicate.actor ? predicate.actor->begin : static_cast<std::size_t>(-1);
}

bool better(const Predicate& a, const Predicate& b) {
  if (a.covered != b.covered) return a.covered > b.covered;
  const bool eventA = a.phrase->kind == names::PhraseKind::event, eventB = b.phrase->kind == names::PhraseKind::event;
  if (eventA != eventB) return eventB;  // what is declared goes before the bare name of an event
  const bool actA = a.phrase->kind == names::PhraseKind::act, actB = b.phrase->kind == names::PhraseKind::act;
  if (actA != actB) return actB;  // and what is so before what somebody did
  const bool same = a.phrase->kind == b.phrase->kind && a.phrase->index == b.phrase->index;
  return same && actorPlace(a) < actorPlace(b);
}

/// "zij" means an instance that is open; it cannot fill a slot of which none is.
bool namesUnopened(const Predicate& predicate, const Scope& scope) {
  return std::any_of(predicate.slots.begin(), predicate.slots.end(), [&](const NounPhrase& phrase) {
    return phrase.pronoun && !scope.latest(phrase.entity) && !(phrase.entity.index == 0 && scope.bearer);
  });
}

}  // namespace

std::optional<Predicate> Lowering::predicate(const Words& words, const Free& free, bool wantActs, bool wantOthers,
                                             const Scope* scope) {
  std::optional<Predicate> best, rival;
  std::set<std::string_view> there;
  for (const Word& word : words) there.insert(word.key);
  for (const names::Phrase& phrase : vocabulary.phrases) {
    const bool isAct = phrase.kind == names::PhraseKind::act;
    if ((isAct ? !wantActs : !wantOthers) || !mayOccur(phrase, there)) continue;
    for (const names::Match& match : names::matches(words, free, phrase, vocabulary)) {
      auto found = explained(match, words);
      if (!found || (scope && namesUnopened(*found, *scope))) continue;
      const bool same = best && best->phrase->kind == phrase.kind && best->phrase->index == phrase.index;
      if (!best || better(*found, *best)) {
        best = std::move(found);
        rival.reset();
      } else if (!same && !better(*best, *found) && !rival) {
        rival = std::move(found);
      }
    }
  }
  if (best && rival) {
    report(kinds::ambiguousPhrase, names::spanOf(words, 0, words.size()),
           {best->phrase->spelled, rival->phrase->spelled});
    return std::nullopt;
  }
  return best;
}

/// A reading of a phrase holds only when every other word of the clause has a part in it: the acting party, a form,
/// a quality of the occurrence.
std::optional<Predicate> Lowering::explained(const names::Match& match, const Words& words) {
  Predicate found;
  found.phrase = match.phrase;
  found.slots = match.slots;
  found.covered = 2 * match.phrase->pattern.size();
  for (const NounPhrase& slot : match.slots) found.covered -= slot.pronoun ? 1 : 0;
  const bool occurs = match.phrase->kind == names::PhraseKind::act || match.phrase->kind == names::PhraseKind::event;
  std::vector<EventTypeId> events;
  if (match.phrase->kind == names::PhraseKind::act) events = acts[match.phrase->index].events;
  if (match.phrase->kind == names::PhraseKind::event) events = {EventTypeId{match.phrase->index}};
  for (std::size_t i = 0; i < words.size();) {
    const bool ignorable =
        words[i].kind == WordKind::auxiliary || words[i].kind == WordKind::comma || isFiller(words[i].key);
    if (!match.rest[i] || ignorable) {
      ++i;
      continue;
    }
    graph::FormId form;
    if (const std::size_t length = occurs ? formAt(words, i, vocabulary, form) : 0) {
      found.forms.push_back(form);
      i += length;
      continue;
    }
    if (occurs && (words[i].key == "bij" || words[i].key == "per")) {  // "bij aangetekende brief", "per brief"
      const std::size_t length = i + 1 < words.size() ? formAt(words, i + 1, vocabulary, form) : 0;
      if (length) {
        found.forms.push_back(form);
        i += 1 + length;
        continue;
      }
    }
    if (occurs && words[i].key == "met" && i + 1 < words.size()) {  // "met redenen": a quality of the occurrence
      std::size_t named = 0;
      const Attribute* stated = nullptr;
      for (const EventTypeId event : events) {
        if (!stated) stated = truthAttribute(at(graph.events, event), words, i + 1, named);
      }
      if (stated) {
        found.truths.push_back(stated->name);
        i += 1 + named;
        continue;
      }
    }
    std::size_t length = 0;
    const Attribute* quality = nullptr;
    for (const EventTypeId event : events) {
      if (!quality) quality = truthAttribute(at(graph.events, event), words, i, length);
    }
    if (quality) {
      found.truths.push_back(quality->name);
      i += length;
      continue;
    }
    const bool borne = match.phrase->kind == names::PhraseKind::state &&
                       graph.states[match.phrase->index].bearer.fixed != graph::Party::none;
    if ((!occurs && !borne) || found.actor) return std::nullopt;
    Free rest = match.rest;
    const auto party = names::nounPhraseAt(words, rest, i, graph::EntityId{0}, vocabulary);
    if (!party) return std::nullopt;
    found.actor = party;
    i = party->end;
  }
  return found;
}

/// Adjectives of a noun, as a condition on the instance: states and open norms about it, qualities and forms of the
/// event that made it.
ExpressionId Lowering::adjective(const Words& words, const std::vector<std::size_t>& adjectives, graph::EntityId entity,
                                 ExpressionId value) {
  ExpressionId all;
  std::size_t taken = 0;
  for (const std::size_t i : adjectives) {
    if (taken > 0 && taken-- > 0) continue;
    ExpressionId one;
    for (const names::Phrase& phrase : vocabulary.phrases) {
      const bool fits = (phrase.kind == names::PhraseKind::state || phrase.kind == names::PhraseKind::judgement) &&
                        phrase.pattern.size() >= 2 && phrase.pattern[0].isSlot() && phrase.pattern[0].entity == entity;
      if (!fits || one) continue;
      std::size_t matched = 0;
      for (std::size_t k = 1; k < phrase.pattern.size() && i + k - 1 < words.size(); ++k) {
        matched += !phrase.pattern[k].isSlot() && names::sameInflected(words[i + k - 1].key, phrase.pattern[k].word);
      }
      if (matched != phrase.pattern.size() - 1) continue;
      const Op op = phrase.kind == names::PhraseKind::state ? Op::state : Op::judgement;
      one = operation(op, Type::truth, {value}, phrase.index);
      taken = matched - 1;
    }
    const EventType* type = eventOf(entity);
    for (std::uint32_t a = 0; !one && type && a < type->attributes.size(); ++a) {
      if (type->attributes[a].type == Type::truth && names::sameInflected(words[i].key, type->attributes[a].name))
        one = attribute(value, entity, a);
    }
    graph::FormId form;
    if (!one && formAt(words, i, vocabulary, form))
      one = operation(Op::satisfiesForm, Type::truth, {value}, form.index);
    if (!one) {
      report(kinds::unknownPhrase, words[i].span, {words[i].item->text});
      return all;
    }
    describe(one, words, i, i + 1);
    all = both(all, one);
  }
  return all;
}

void Lowering::unknownPhrase(const Words& words) {
  Diagnostic& diagnostic =
      report(kinds::unknownPhrase, names::spanOf(words, 0, words.size()), {names::spelled(words, 0, words.size())});
  if (trial == 0) diagnostic.suggestions = names::nearestPhrases(words, Free(words.size(), true), vocabulary);
}

}  // namespace beding::lowering

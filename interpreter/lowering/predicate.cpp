// Covering a clause: which declared phrase it is, and what every other word does in it. A clause has exactly one
// cover; two equally good ones are an error.
#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "lowering/lowering.h"

namespace beding::lowering {

namespace {

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

/// "schriftelijk", "bij aangetekende brief", "per brief".
std::size_t formPart(const Words& words, std::size_t begin, const names::Vocabulary& vocabulary, Predicate& found) {
  graph::FormId form;
  std::size_t length = formAt(words, begin, vocabulary, form);
  const bool led = !length && begin + 1 < words.size() && (words[begin].key == "bij" || words[begin].key == "per");
  if (led) length = formAt(words, begin + 1, vocabulary, form);
  if (!length) return 0;
  found.forms.push_back(form);
  return length + (led ? 1 : 0);
}

/// "gemotiveerd", "met redenen": a quality of the occurrence.
std::size_t qualityPart(const graph::Graph& graph, const Words& words, std::size_t begin,
                        const std::vector<EventTypeId>& events, Predicate& found) {
  const std::size_t led = words[begin].key == "met" && begin + 1 < words.size() ? 1 : 0;
  for (const EventTypeId event : events) {
    std::size_t length = 0;
    const Attribute* stated = truthAttribute(at(graph.events, event), words, begin + led, length);
    if (!stated) continue;
    found.truths.push_back(stated->name);
    return led + length;
  }
  return 0;
}

/// One of 64 bits, by length, first and last letter of a word.
std::uint64_t outside(std::string_view key) {
  const std::size_t sum = key.empty() ? 0
                                      : key.size() * 7 + static_cast<unsigned char>(key.front()) * std::size_t{5} +
                                            static_cast<unsigned char>(key.back());
  return std::uint64_t{1} << (sum % 64);
}

/// Of all its words.
std::uint64_t outsides(const names::Phrase& phrase) {
  std::uint64_t all = 0;
  for (const names::PatternToken& token : phrase.pattern) all |= token.isSlot() ? 0 : outside(token.word);
  return all;
}

/// The words of a clause.
class WordsThere {
 public:
  explicit WordsThere(const Words& words) {
    for (const Word& word : words) {
      keys_.insert(word.key);
      outsides_ |= outside(word.key);
    }
  }

  /// A phrase can be in a clause only when all its words are; most are not, which their outsides already show.
  [[nodiscard]] bool mayHave(std::uint64_t outsidesOfPhrase) const { return (outsidesOfPhrase & ~outsides_) == 0; }
  [[nodiscard]] bool has(const names::Phrase& phrase) const {
    return std::all_of(phrase.pattern.begin(), phrase.pattern.end(), [&](const names::PatternToken& token) {
      return token.isSlot() || keys_.contains(std::string_view(token.word));
    });
  }

 private:
  std::set<std::string_view> keys_;
  std::uint64_t outsides_ = 0;
};

/// "rechtsgeldig opgezegd": only what had a ground and met its requirements.
std::size_t validityPart(const Words& words, std::size_t begin, Predicate& found) {
  if (!names::sameInflected(words[begin].key, "rechtsgeldig")) return 0;
  found.valid = true;
  return 1;
}

/// "onder 8.7": by that provision.
std::size_t underPart(const Words& words, std::size_t begin, std::string& lid) {
  if (words[begin].key != "onder" || begin + 1 >= words.size()) return 0;
  if (words[begin + 1].kind != WordKind::reference) return 0;
  lid = words[begin + 1].item->text;
  return 2;
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

}  // namespace

/// "zij" means an instance that is open; it cannot fill a slot of which none is.
const NounPhrase* unopened(const Predicate& predicate, const Scope& scope) {
  const auto found = std::find_if(predicate.slots.begin(), predicate.slots.end(), [&](const NounPhrase& phrase) {
    return phrase.pronoun && !scope.latest(phrase.entity) && !(phrase.entity.index == 0 && scope.bearer);
  });
  return found == predicate.slots.end() ? nullptr : &*found;
}

std::optional<Predicate> Lowering::predicate(const Words& words, const Free& free, bool wantActs, bool wantOthers,
                                             const Scope* scope) {
  std::optional<Predicate> best, rival;
  const WordsThere there(words);
  for (std::size_t i = phraseOutsides.size(); i < vocabulary.phrases.size(); ++i)
    phraseOutsides.push_back(outsides(vocabulary.phrases[i]));
  for (std::size_t i = 0; i < vocabulary.phrases.size(); ++i) {
    if (!there.mayHave(phraseOutsides[i])) continue;
    const names::Phrase& phrase = vocabulary.phrases[i];
    const bool isAct = phrase.kind == names::PhraseKind::act;
    if ((isAct ? !wantActs : !wantOthers) || !there.has(phrase)) continue;
    for (const names::Match& match : names::matches(words, free, phrase, vocabulary)) {
      Predicate found = explained(match, words);
      if (!found.left.empty() || (scope && unopened(found, *scope))) continue;
      const bool same = best && best->phrase->kind == phrase.kind && best->phrase->index == phrase.index;
      if (!best || better(found, *best)) {
        best = std::move(found);
        rival.reset();
      } else if (!same && !better(*best, found) && !rival) {
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

/// A reading of a phrase: what every other word of the clause does in it (the acting party, a form, a quality of the
/// occurrence), and the words that do nothing. The reading holds when there are none.
Predicate Lowering::explained(const names::Match& match, const Words& words) const {
  Predicate found;
  found.phrase = match.phrase;
  found.slots = match.slots;
  found.covered = 2 * match.phrase->pattern.size();
  for (const NounPhrase& slot : match.slots) found.covered -= slot.pronoun ? 1 : 0;
  for (std::size_t i = 0; i < words.size();) {
    const bool ignorable =
        words[i].kind == WordKind::auxiliary || words[i].kind == WordKind::comma || names::isFiller(words[i].key);
    const std::size_t length = !match.rest[i] || ignorable ? 1 : partAt(match, words, i, found);
    if (!length) found.left.push_back(i);
    i += std::max<std::size_t>(length, 1);
  }
  return found;
}

/// How many words from here on have a part in the phrase, beside its own words.
std::size_t Lowering::partAt(const names::Match& match, const Words& words, std::size_t i, Predicate& found) const {
  const bool isAct = match.phrase->kind == names::PhraseKind::act;
  if (const std::size_t length = isAct ? validityPart(words, i, found) : 0) return length;
  if ((isAct && has(words, "rechtsgeldig")) || match.phrase->kind == names::PhraseKind::valid) {
    if (const std::size_t length = underPart(words, i, found.under)) return length;
  }
  if (isAct || match.phrase->kind == names::PhraseKind::event) {
    const auto events = isAct ? acts[match.phrase->index].events : std::vector{EventTypeId{match.phrase->index}};
    if (const std::size_t length = formPart(words, i, vocabulary, found)) return length;
    if (const std::size_t length = qualityPart(graph, words, i, events, found)) return length;
    return actorPart(match, words, i, graph::Party::none, found);
  }
  if (match.phrase->kind != names::PhraseKind::state) return 0;
  const graph::Party bearer = graph.states[match.phrase->index].bearer.fixed;
  return bearer == graph::Party::none ? 0 : actorPart(match, words, i, bearer, found);
}

/// The party that acts; of a state that a sentence gave to one party, only that party.
std::size_t Lowering::actorPart(const names::Match& match, const Words& words, std::size_t i, graph::Party bearer,
                                Predicate& found) const {
  if (found.actor) return 0;
  const auto party = names::nounPhraseAt(words, match.rest, i, graph::EntityId{0}, vocabulary);
  const bool other =
      party && bearer != graph::Party::none && party->party != graph::Party::none && party->party != bearer;
  if (!party || other) return 0;
  found.actor = party;
  return party->end - i;
}

/// A state or open norm about the instance that the words at `i` name; `length` says how many.
ExpressionId Lowering::judgedQuality(const Words& words, std::size_t i, graph::EntityId entity, ExpressionId value,
                                     std::size_t& length) {
  for (const names::Phrase& phrase : vocabulary.phrases) {
    const auto& pattern = phrase.pattern;
    const bool fits = (phrase.kind == names::PhraseKind::state || phrase.kind == names::PhraseKind::judgement ||
                       phrase.kind == names::PhraseKind::valid) &&
                      pattern.size() >= 2 && pattern.size() - 1 <= words.size() - i && pattern[0].isSlot() &&
                      pattern[0].entity == entity;
    if (!fits) continue;
    const auto same = [&](const names::PatternToken& token) {
      const auto k = static_cast<std::size_t>(&token - pattern.data()) - 1;
      return !token.isSlot() && names::sameInflected(words[i + k].key, token.word);
    };
    if (!std::all_of(pattern.begin() + 1, pattern.end(), same)) continue;
    length = pattern.size() - 1;
    const bool isState = phrase.kind == names::PhraseKind::state, isValid = phrase.kind == names::PhraseKind::valid;
    const ExpressionId so = isState   ? stateHolds(phrase.index, {value})
                            : isValid ? validity(value, {}, {})
                                      : operation(Op::judgement, Type::truth, {value}, phrase.index);
    return phrase.denies ? negate(so) : so;
  }
  return {};
}

/// What the event that made the instance says of it: "gemotiveerd", or its form.
ExpressionId Lowering::statedQuality(const Words& words, std::size_t i, graph::EntityId entity, ExpressionId value) {
  const EventType* type = eventOf(entity);
  for (std::uint32_t a = 0; type && a < type->attributes.size(); ++a) {
    if (type->attributes[a].type == Type::truth && names::sameInflected(words[i].key, type->attributes[a].name))
      return attribute(value, entity, a);
  }
  graph::FormId form;
  return formAt(words, i, vocabulary, form) ? operation(Op::satisfiesForm, Type::truth, {value}, form.index)
                                            : ExpressionId{};
}

/// Adjectives of a noun, as a condition on the instance.
ExpressionId Lowering::adjective(const Words& words, const std::vector<std::size_t>& adjectives, graph::EntityId entity,
                                 ExpressionId value) {
  ExpressionId all;
  for (std::size_t k = 0; k < adjectives.size();) {
    const std::size_t i = adjectives[k];
    std::size_t length = 1;
    ExpressionId one = judgedQuality(words, i, entity, value, length);
    if (!one) one = statedQuality(words, i, entity, value);
    if (!one) {
      unknownAdjective(words, i, entity);
      return all;
    }
    describe(one, words, i, i + length);
    all = both(all, one);
    k += length;
  }
  return all;
}

}  // namespace beding::lowering

// Reading declared phrases in a flat list of words: see vocabulary.h.
#include <algorithm>
#include <array>

#include "names/vocabulary.h"

namespace beding::names {
namespace {

constexpr std::size_t maxAdjectives = 3;

bool isPronoun(std::string_view key) {
  static constexpr std::array<std::string_view, 7> pronouns{"hij", "zij", "haar", "hem", "die", "deze", "ze"};
  return std::find(pronouns.begin(), pronouns.end(), key) != pronouns.end();
}

bool allFree(const Free& free, std::size_t begin, std::size_t end) {
  return std::all_of(free.begin() + static_cast<std::ptrdiff_t>(begin), free.begin() + static_cast<std::ptrdiff_t>(end),
                     [](bool f) { return f; });
}

graph::Party partyNamed(std::string_view key) {
  if (key == "opdrachtnemer") return graph::Party::contractor;
  if (key == "opdrachtgever") return graph::Party::client;
  return graph::Party::none;
}

bool mayBeAdjective(const Word& word) {
  return word.kind == WordKind::plain && !isPreposition(word.key) && partyNamed(word.key) == graph::Party::none &&
         !isPronoun(word.key);
}

bool startsNoun(const Words& words, std::size_t at, const Vocabulary& vocabulary) {
  const auto places = vocabulary.nouns.beginningAt(words[at].key);
  return std::any_of(places.begin(), places.end(),
                     [&](std::uint32_t place) { return wordsAt(words, at, vocabulary.nouns[place].words) > 0; });
}

/// A noun of the entity at `noun`, and the adjectives before it back to the word that carries the determiner.
std::optional<NounPhrase> around(const Words& words, const Free& free, std::size_t noun, std::size_t length,
                                 graph::EntityId entity, const Vocabulary& vocabulary) {
  if (!allFree(free, noun, noun + length)) return std::nullopt;
  NounPhrase phrase{entity, noun, noun + length, words[noun].determiner, {}, false, graph::Party::none, false};
  if (phrase.determiner != Determiner::none) return phrase;
  for (std::size_t back = 1; back <= maxAdjectives && back <= noun; ++back) {
    const std::size_t at = noun - back;
    if (!free[at] || !mayBeAdjective(words[at])) break;
    if (words[at].determiner == Determiner::none) continue;
    if (startsNoun(words, at, vocabulary)) break;  // "de ingebrekestelling termijn ...": two nouns
    phrase.begin = at;
    phrase.determiner = words[at].determiner;
    for (std::size_t i = at; i < noun; ++i) phrase.adjectives.push_back(i);
    return phrase;
  }
  return phrase;
}

std::optional<NounPhrase> pronounAt(const Words& words, std::size_t i, graph::EntityId entity) {
  if (words[i].kind != WordKind::plain || words[i].determiner != Determiner::none || !isPronoun(words[i].key))
    return std::nullopt;
  NounPhrase phrase{entity, i, i + 1, Determiner::definite, {}, true, graph::Party::none, false};
  return phrase;
}

std::optional<NounPhrase> partyAt(const Words& words, const Free& free, std::size_t i, const Vocabulary& vocabulary) {
  const graph::EntityId parties{0};
  if (const auto party = partyNamed(words[i].key); party != graph::Party::none) {
    return NounPhrase{parties, i, i + 1, Determiner::definite, {}, false, party, false};
  }
  if (words[i].key != "partij" && words[i].key != "wederpartij") return std::nullopt;
  auto phrase = around(words, free, i, 1, parties, vocabulary);
  if (phrase && words[i].key == "wederpartij") phrase->otherParty = true;
  if (phrase && phrase->adjectives.size() == 1 && words[phrase->adjectives[0]].key == "andere") {
    phrase->otherParty = true;
    phrase->adjectives.clear();
  }
  return phrase;
}

void addAt(const Words& words, const Free& free, std::size_t i, graph::EntityId entity, const Vocabulary& vocabulary,
           std::vector<NounPhrase>& found) {
  if (!free[i]) return;
  if (entity.index == 0) {
    if (auto phrase = partyAt(words, free, i, vocabulary)) found.push_back(*phrase);
  }
  for (const std::uint32_t place : vocabulary.nouns.beginningAt(words[i].key)) {
    const Noun& noun = vocabulary.nouns[place];
    if (noun.entity != entity) continue;
    const std::size_t length = wordsAt(words, i, noun.words);
    if (length == 0) continue;
    auto phrase = around(words, free, i, length, entity, vocabulary);
    if (!phrase) continue;
    phrase->plural = noun.plural;
    if (!cutsFence(words, phrase->begin, phrase->end)) found.push_back(*phrase);
  }
  if (auto phrase = pronounAt(words, i, entity)) found.push_back(*phrase);
}

void take(Free& free, const NounPhrase& phrase) {
  for (std::size_t i = phrase.begin; i < phrase.end; ++i) free[i] = false;
}

struct Search {
  const Words& words;
  const Phrase& phrase;
  const Vocabulary& vocabulary;
  std::vector<Match> found;

  void slot(std::size_t token, const Match& partial, std::optional<std::size_t> after) {
    const graph::EntityId entity = phrase.pattern[token].entity;
    for (const NounPhrase& candidate : nounPhrases(words, partial.rest, entity, vocabulary)) {
      if (after && candidate.begin != *after + 1) continue;
      Match next = partial;
      take(next.rest, candidate);
      next.slots.push_back(candidate);
      from(token + 1, std::move(next), std::nullopt);
    }
  }

  void word(std::size_t token, const Match& partial) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!partial.rest[i] || words[i].key != phrase.pattern[token].word) continue;
      if (words[i].kind != WordKind::plain && words[i].kind != WordKind::skeleton) continue;
      Match next = partial;
      next.rest[i] = false;
      from(token + 1, std::move(next), i);
    }
  }

  void from(std::size_t token, Match partial, std::optional<std::size_t> previous) {
    if (token == phrase.pattern.size()) {
      found.push_back(std::move(partial));
      return;
    }
    if (!phrase.pattern[token].isSlot()) return word(token, partial);
    const bool tied = token > 0 && !phrase.pattern[token - 1].isSlot() && isPreposition(phrase.pattern[token - 1].word);
    slot(token, partial, tied ? previous : std::nullopt);
  }
};

bool addsNothing(const Word& word) {
  return word.kind == WordKind::auxiliary || word.kind == WordKind::comma || word.kind == WordKind::negation ||
         isFiller(word.key);
}

/// A fence that the phrase takes words of is one of its instances, or is the phrase: no word of it is left, and the
/// phrase has none outside it.
bool keepsFences(const Words& words, const Free& free, const Match& match) {
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    const std::size_t end = endOfFence(words, begin);
    if (end == begin) continue;
    const bool slot = std::any_of(match.slots.begin(), match.slots.end(),
                                  [&](const NounPhrase& each) { return each.begin <= begin && end <= each.end; });
    std::size_t inside = 0, left = 0, outside = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const bool fenced = begin <= i && i < end, taken = free[i] && !match.rest[i];
      inside += fenced && taken ? 1 : 0;
      left += fenced && !taken && !addsNothing(words[i]) ? 1 : 0;
      outside += !fenced && taken ? 1 : 0;
    }
    if (!slot && inside > 0 && (left > 0 || outside > 0)) return false;
  }
  return true;
}

}  // namespace

namespace {

/// A fixed group ("per direct") is one key of several words.
std::string_view firstWord(std::string_view key) { return key.substr(0, key.find(' ')); }

}  // namespace

Nouns::Nouns(std::initializer_list<Noun> nouns) {
  for (const Noun& noun : nouns) push_back(noun);
}

void Nouns::push_back(Noun noun) {
  const auto place = static_cast<std::uint32_t>(all_.size());
  if (!noun.words.empty()) byFirstWord_[std::string(firstWord(noun.words.front()))].push_back(place);
  all_.push_back(std::move(noun));
}

std::span<const std::uint32_t> Nouns::beginningAt(std::string_view key) const {
  const auto found = byFirstWord_.find(firstWord(key));
  return found == byFirstWord_.end() ? std::span<const std::uint32_t>() : found->second;
}

bool isPluralOf(const std::vector<std::string>& form, const std::vector<std::string>& singular) {
  if (form.size() != singular.size() || form.empty()) return false;
  const std::string &many = form.back(), &one = singular.back();
  return many.size() > one.size() && many.substr(0, 2) == one.substr(0, 2) &&
         (many.ends_with("en") || many.ends_with("s"));
}

bool saysNone(const Words& words) {
  return std::any_of(words.begin(), words.end(), [](const Word& word) { return word.determiner == Determiner::no; });
}

std::size_t wordsBegunAt(const Words& words, std::size_t begin, const std::vector<std::string>& wanted) {
  std::size_t at = begin;
  for (std::size_t i = 0; i < wanted.size(); ++at) {
    if (at >= words.size()) return 0;
    std::string_view rest = words[at].key;  // a fixed group ("per direct") is one word here and several there
    while (i < wanted.size() && rest.starts_with(wanted[i]) &&
           (rest.size() == wanted[i].size() || rest[wanted[i].size()] == ' ')) {
      rest.remove_prefix(std::min(rest.size(), wanted[i++].size() + 1));
      if (rest.empty()) break;
    }
    if (!rest.empty()) return 0;
  }
  return cutsFence(words, begin, at) ? 0 : at - begin;
}

std::vector<NounPhrase> nounPhrases(const Words& words, const Free& free, graph::EntityId entity,
                                    const Vocabulary& vocabulary) {
  std::vector<NounPhrase> found;
  for (std::size_t i = 0; i < words.size(); ++i) addAt(words, free, i, entity, vocabulary, found);
  return found;
}

std::optional<NounPhrase> nounPhraseAt(const Words& words, const Free& free, std::size_t begin, graph::EntityId entity,
                                       const Vocabulary& vocabulary) {
  std::vector<NounPhrase> found;  // the noun itself stands behind its adjectives
  const std::size_t end = std::min(words.size(), begin + maxAdjectives + 1);
  for (std::size_t i = begin; i < end; ++i) addAt(words, free, i, entity, vocabulary, found);
  std::optional<NounPhrase> best;
  for (const NounPhrase& phrase : found) {
    if (phrase.begin == begin && (!best || phrase.end > best->end)) best = phrase;
  }
  return best;
}

std::optional<NounPhrase> nounPhraseAt(const Words& words, const Free& free, std::size_t begin,
                                       const Vocabulary& vocabulary) {
  std::optional<NounPhrase> best = nounPhraseAt(words, free, begin, graph::EntityId{0}, vocabulary);
  for (const Noun& noun : vocabulary.nouns) {
    const auto phrase = nounPhraseAt(words, free, begin, noun.entity, vocabulary);
    if (phrase && !phrase->pronoun && (!best || phrase->end > best->end)) best = phrase;
  }
  return best;
}

std::vector<Match> matches(const Words& words, const Free& free, const Phrase& phrase, const Vocabulary& vocabulary) {
  Search search{words, phrase, vocabulary, {}};
  search.from(0, Match{&phrase, {}, free}, std::nullopt);
  std::erase_if(search.found, [&](const Match& match) { return !keepsFences(words, free, match); });
  return std::move(search.found);
}

}  // namespace beding::names

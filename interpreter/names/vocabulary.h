// The declared vocabulary: every phrase that clauses may use, wherever and in whatever order it was declared.
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/graph.h"
#include "names/words.h"

namespace beding::names {

enum class PhraseKind : std::uint8_t { event, act, state, judgement, valid, settled, allSettled, inForce };

/// One element of a phrase: a word that must occur, or a slot that an instance fills. A slot that follows a
/// preposition is tied to it: the instance must follow that preposition in the clause.
struct PatternToken {
  std::string word;        ///< empty for a slot
  graph::EntityId entity;  ///< of a slot
  [[nodiscard]] bool isSlot() const { return word.empty(); }
  bool operator==(const PatternToken&) const = default;
};

/// A predicate phrase: a form of an act, a state, a judged predicate or the name of an event.
struct Phrase {
  PhraseKind kind = PhraseKind::act;
  std::uint32_t index = 0;  ///< of the act, state, judgement or event type in the graph
  std::vector<PatternToken> pattern;
  std::string spelled;  ///< as declared, for messages
  Span declared;
  bool denies = false;  ///< declared with `geen` ("verdraagt geen uitstel"): the same `geen` in a clause denies nothing
};

/// Whether `geen` stands on a word.
bool saysNone(const Words& words);

/// A way to name an instance of an entity: "factuur"; or several of them: "facturen".
struct Noun {
  graph::EntityId entity;
  std::vector<std::string> words;
  bool plural = false;
};

/// Whether a form between the parentheses of `zaak` is the plural of one before it: longer, the same beginning, and a
/// Dutch plural's ending (-en, -s). Otherwise it is a synonym.
bool isPluralOf(const std::vector<std::string>& form, const std::vector<std::string>& singular);

enum class ValueKind : std::uint8_t { quantity, parameter, judgement, native, act };

/// A noun that stands for a value: a parameter, a quantity, a built-in, the moment of an act ("opzegging van ...").
struct ValueNoun {
  ValueKind kind = ValueKind::quantity;
  std::uint32_t index = 0;          ///< in the graph; natives: of the table in lowering/native.h
  std::vector<std::string> words;   ///< "openstaande bedrag"
  std::vector<graph::EntityId> of;  ///< what it may be asked of ("van de factuur")
  Span declared;
};

/// Words that express a form of a statement: "schriftelijk", "bij aangetekende brief", "per e-mail".
struct FormWord {
  std::vector<std::string> words;
  graph::FormId form;
};

/// Nouns in the order of their declaration, also found by their first word.
class Nouns {
 public:
  Nouns() = default;
  Nouns(std::initializer_list<Noun> nouns);
  void push_back(Noun noun);
  /// Places of those that may begin at a word with this key.
  [[nodiscard]] std::span<const std::uint32_t> beginningAt(std::string_view key) const;
  [[nodiscard]] const Noun& operator[](std::uint32_t place) const { return all_[place]; }
  [[nodiscard]] auto begin() const { return all_.begin(); }
  [[nodiscard]] auto end() const { return all_.end(); }

 private:
  std::vector<Noun> all_;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
  };
  std::unordered_map<std::string, std::vector<std::uint32_t>, Hash, std::equal_to<>> byFirstWord_;
};

struct Vocabulary {
  std::vector<Phrase> phrases;
  Nouns nouns;
  std::vector<ValueNoun> values;
  std::vector<FormWord> forms;
};

/// An instance as a clause names it.
struct NounPhrase {
  graph::EntityId entity;
  std::size_t begin = 0;  ///< words [begin, end), the determiner's word included
  std::size_t end = 0;
  Determiner determiner = Determiner::none;
  std::vector<std::size_t> adjectives{};    ///< words before the noun: "geldig" in "een geldig aanbod"
  bool pronoun = false;                     ///< hij, zij, haar, hem, die
  graph::Party party = graph::Party::none;  ///< a party by name
  bool otherParty = false;                  ///< de andere Partij
  bool plural = false;                      ///< names several: never one instance
};

/// Which words are still to be covered.
using Free = std::vector<bool>;

/// The noun phrases for `entity` that can be read at words that are free, in order of place.
std::vector<NounPhrase> nounPhrases(const Words& words, const Free& free, graph::EntityId entity,
                                    const Vocabulary& vocabulary);
/// The noun phrase that begins exactly at `begin`, longest first.
std::optional<NounPhrase> nounPhraseAt(const Words& words, const Free& free, std::size_t begin, graph::EntityId entity,
                                       const Vocabulary& vocabulary);

/// The same for any entity.
std::optional<NounPhrase> nounPhraseAt(const Words& words, const Free& free, std::size_t begin,
                                       const Vocabulary& vocabulary);

/// One way to read a declared phrase in a clause.
struct Match {
  const Phrase* phrase = nullptr;
  std::vector<NounPhrase> slots;  ///< in the order of the pattern's slots
  Free rest;                      ///< what is still free
};

/// Every way in which `phrase` can be read in the free words.
std::vector<Match> matches(const Words& words, const Free& free, const Phrase& phrase, const Vocabulary& vocabulary);

/// Whether the words at `begin`, which do begin with the first letter of `wanted`, are exactly those.
std::size_t wordsBegunAt(const Words& words, std::size_t begin, const std::vector<std::string>& wanted);

/// Whether the words at `begin` are exactly `wanted`; the number of words taken, or 0. Asked of every name at every
/// word, and seldom so.
inline std::size_t wordsAt(const Words& words, std::size_t begin, const std::vector<std::string>& wanted) {
  const bool begun = begin < words.size() && !wanted.empty() && words[begin].key[0] == wanted.front()[0];
  return begun ? wordsBegunAt(words, begin, wanted) : 0;
}

/// The declared phrases nearest to the words among those that `fits`, at most three, best first.
std::vector<std::string> nearestPhrases(const Words& words, const Free& free, const Vocabulary& vocabulary,
                                        const std::function<bool(const Phrase&)>& fits);

/// When every word of the phrase stands among the free words: the stretch that is left in the place of its slot.
std::optional<std::pair<std::size_t, std::size_t>> strayWords(const Words& words, const Free& free,
                                                              const Phrase& phrase);

}  // namespace beding::names

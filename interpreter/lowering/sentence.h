// A sentence taken apart as far as its shape goes: fronted parts, main clause, subordinate clauses.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "names/words.h"
#include "syntax/tree.h"

namespace beding::lowering {

/// A reference in `In afwijking van 3.3 [label] en 4.1` or `Onverminderd 10.1`.
struct Priority {
  bool derogates = true;  ///< false: onverminderd
  std::string lid;        ///< as written
  std::string label;      ///< words after the reference
  names::Words words;
};

/// A subordinate clause without its conjunction.
struct Subclause {
  syntax::Conjunction conjunction = syntax::Conjunction::indien;
  names::Words words;
};

struct Sentence {
  std::vector<Priority> priorities;
  std::vector<names::Words> each;  ///< "Voor elke factuur": the words after `voor`
  names::Words openers;            ///< those `voor`
  names::Words main;               ///< main clause without what was fronted
  std::vector<Subclause> subclauses;

  [[nodiscard]] const Subclause* find(syntax::Conjunction conjunction) const;
};

/// A word of a label in a reference, with the determiner that stands before it: "geen ontbinding".
void addLabelWord(Priority& priority, const names::Word& word);

/// Takes the clauses of a statement apart.
Sentence sentenceOf(const std::vector<syntax::Clause>& clauses);

/// Index of the first word with that key at or after `from`, or the number of words.
std::size_t indexOf(const names::Words& words, std::string_view key, std::size_t from = 0);
inline bool has(const names::Words& words, std::string_view key) { return indexOf(words, key) < words.size(); }
/// Whether the words from `at` on start with these keys.
bool startsWith(const names::Words& words, std::size_t at, std::initializer_list<std::string_view> keys);
/// Index of a modal (moet, mag, kan ...), or the number of words.
std::size_t modalIndex(const names::Words& words);
/// Words [begin, end) without commas at either side.
names::Words part(const names::Words& words, std::size_t begin, std::size_t end);
/// Splits at top-level commas and the words given ("en", "of").
std::vector<names::Words> splitAt(const names::Words& words, std::initializer_list<std::string_view> keys);

}  // namespace beding::lowering

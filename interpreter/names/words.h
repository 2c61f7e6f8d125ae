// A clause as the resolver sees it: one flat list of words. Articles and other determiners do not count for matching;
// they stand on the word they precede, because they do count for binding.
#pragma once

#include <string>
#include <vector>

#include "syntax/tree.h"

namespace beding::names {

enum class Determiner : std::uint8_t {
  none,
  definite,    ///< de, het
  indefinite,  ///< een
  each,        ///< elke, iedere
  all,         ///< alle
  no,          ///< geen
  that,        ///< die, dat, deze, dit
};

enum class WordKind : std::uint8_t {
  plain,
  auxiliary,  ///< is, zijn, was, waren, heeft, hebben, wordt, worden, raakt: never matched, never missed
  negation,   ///< niet
  skeleton,   ///< a reserved word or fixed group
  literal,
  reference,
  comma,
  open,
  close,
};

struct Word {
  WordKind kind = WordKind::plain;
  Determiner determiner = Determiner::none;
  std::string key;  ///< folded text
  const syntax::Item* item = nullptr;
  Span span;
  std::string article;  ///< the determiner as written, for messages
  unsigned fence = 0;   ///< which «...» it stands in; 0: none
};

using Words = std::vector<Word>;

/// The words of a clause, determiners folded into the word that follows them.
Words wordsOf(const std::vector<syntax::Item>& items);

/// Whether words [begin, end) take part of a fence and leave part of it, other than by lying inside it.
bool cutsFence(const Words& words, std::size_t begin, std::size_t end);

/// Behind the last word of the fence that opens at `begin`; `begin` itself when none does.
std::size_t endOfFence(const Words& words, std::size_t begin);

/// The words as written, for messages and explanations.
std::string spelled(const Words& words, std::size_t begin, std::size_t end);

/// The same without determiners and marks: how a name is looked up.
std::string spelledBare(const Words& words, std::size_t begin, std::size_t end);

/// The place of words [begin, end); of the word before when the range is empty.
Span spanOf(const Words& words, std::size_t begin, std::size_t end);

/// Whether the word is a preposition that may stand inside a phrase and ties it to the instance that follows.
bool isPreposition(std::string_view key);

/// Whether the word may stand in any clause and adds nothing that the rules ask for.
bool isFiller(std::string_view key);

/// Whether an adjective or participle as written is the declared one, inflected or not: "schriftelijke" is
/// "schriftelijk", "gestelde" is "gesteld".
bool sameInflected(std::string_view written, std::string_view declared);

}  // namespace beding::names

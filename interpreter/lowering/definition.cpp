#include "lowering/definition.h"

#include <algorithm>
#include <array>

namespace beding::lowering {

using names::Determiner;
using names::WordKind;
using names::Words;

namespace {

bool isCopula(const names::Word& word) { return word.key == "is" || word.key == "zijn"; }

/// Words by which a sentence with "is" says something else than a value.
bool saysSomethingElse(const Words& words) {
  static constexpr std::array<std::string_view, 18> others{
      "geschonden", "nagekomen",  "verschuldigd", "aansprakelijk", "aansprakelijkheid", "beperkt",
      "opeisbaar",  "toepassing", "van kracht",   "geldig",        "eigendom",          "verzuim",
      "opgeschort", "ontvangen",  "fataal",       "verstaan",      "verboden",          "gerechtigd"};
  return std::any_of(words.begin(), words.end(), [](const names::Word& w) {
    return std::find(others.begin(), others.end(), w.key) != others.end();
  });
}

std::size_t nounEndAfterCopula(const Words& words) {
  std::size_t i = 2;
  while (i < words.size() && words[i].determiner == Determiner::none && words[i].kind != WordKind::literal &&
         words[i].kind != WordKind::reference && words[i].kind != WordKind::negation && words[i].key != "ten minste") {
    ++i;
  }
  return i;
}

std::optional<DefinitionShape> withRanges(const Words& words, std::size_t nounBegin, std::size_t nounEnd,
                                          std::size_t valueBegin) {
  if (nounEnd <= nounBegin || valueBegin >= words.size()) return std::nullopt;
  DefinitionShape shape;
  shape.nounBegin = nounBegin;
  shape.nounEnd = nounEnd;
  shape.valueBegin = valueBegin;
  for (std::size_t i = nounBegin; i < nounEnd; ++i) shape.noun.push_back(words[i].key);
  shape.notFilledIn = startsWith(words, valueBegin, {"niet", "ingevuld"});
  shape.lowerBound = words[valueBegin].key == "ten minste";
  if (shape.lowerBound) ++shape.valueBegin;
  return shape;
}

}  // namespace

std::optional<DefinitionShape> definitionShape(const Sentence& sentence) {
  const Words& words = sentence.main;
  if (words.size() < 3 || modalIndex(words) < words.size() || saysSomethingElse(words)) return std::nullopt;
  std::optional<DefinitionShape> shape;
  if (isCopula(words[0]) &&
      words[1].determiner == Determiner::definite) {  // "Voor elke week is het tekort de uren min ..."
    const std::size_t end = nounEndAfterCopula(words);
    shape = withRanges(words, 1, end, end);
  } else if (words[0].determiner == Determiner::definite) {  // "De betalingstermijn is 14 dagen"
    const auto copula = std::find_if(words.begin(), words.end(), isCopula);
    const auto end = static_cast<std::size_t>(copula - words.begin());
    if (end < words.size()) shape = withRanges(words, 0, end, end + 1);
  }
  if (shape)
    shape->derogates = std::any_of(sentence.priorities.begin(), sentence.priorities.end(),
                                   [](const Priority& p) { return p.derogates; });
  return shape;
}

}  // namespace beding::lowering

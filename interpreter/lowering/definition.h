// "De P is V": sentences that give a name a value.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lowering/sentence.h"

namespace beding::lowering {

/// The parts of a definition in the main words of a sentence.
struct DefinitionShape {
  std::vector<std::string> noun;  ///< "openstaande", "bedrag"
  std::size_t nounBegin = 0, nounEnd = 0;
  std::size_t valueBegin = 0;  ///< where the value starts; to the end of the main words
  bool notFilledIn = false;    ///< "is niet ingevuld"
  bool lowerBound = false;     ///< "is ten minste V"
  bool derogates = false;
};

/// Whether the value counts only sometimes: `indien`, `zolang`, an exception.
bool isConditional(const Sentence& sentence);
/// Whether the sentence defines a value, and how.
std::optional<DefinitionShape> definitionShape(const Sentence& sentence);

}  // namespace beding::lowering

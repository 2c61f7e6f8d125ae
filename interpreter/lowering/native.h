// The short list of what the engine itself knows and the library binds words to (`ingebouwd`).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "names/vocabulary.h"

namespace beding::lowering {

class Lowering;

enum class NativeValue : std::uint32_t {
  outstanding,       ///< het openstaande bedrag van een factuur
  outstandingTotal,  ///< de openstaande vorderingen
  dueDay,            ///< de uiterste betaaldag van een factuur
  contractStart,
  contractEnd,
  periodStart,
  periodEnd,
  tradeInterest,  ///< de wettelijke handelsrente (only in a claim of interest)
  legalInterest,
  collectionCosts,  ///< de incassokosten volgens het Besluit BIK over een bedrag
};

struct Native {
  std::string_view words;  ///< without articles and instances
  NativeValue kind = NativeValue::outstanding;
  std::optional<names::PhraseKind> predicate;  ///< a condition instead of a value
};

std::optional<Native> findNative(std::string_view words);
/// The words of all of them, for suggestions.
std::vector<std::string> nativeNames();
/// The expression that reads a built-in value.
graph::ExpressionId native(Lowering& lowering, std::uint32_t kind, const std::vector<graph::ExpressionId>& arguments);

}  // namespace beding::lowering

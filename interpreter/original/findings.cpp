#include "original/findings.h"

#include <algorithm>
#include <array>
#include <map>

namespace beding {

std::string_view nameOf(FindingKind kind) {
  constexpr std::array<std::string_view, 6> names = {"verwijzing", "niet ingevuld", "nummering",
                                                     "begrip",     "dubbel",        "verminkt"};
  return names[static_cast<std::size_t>(kind)];
}

std::vector<Finding> findingsOf(const Original& original) {
  std::vector<Finding> found;
  original::findReferences(original, found);
  original::findBlanks(original, found);
  original::findNumbering(original, found);
  original::findTerms(original, found);
  original::findDuplicates(original, found);
  original::findDamage(original, found);
  std::map<std::string, std::size_t> order;
  for (const OriginalLid& lid : original.leden) order.emplace(lid.id, order.size());
  std::stable_sort(found.begin(), found.end(),
                   [&](const Finding& a, const Finding& b) { return order[a.lid] < order[b.lid]; });
  return found;
}

}  // namespace beding

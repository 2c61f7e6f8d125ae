#include "explain/compare.h"

#include <algorithm>
#include <map>

#include "explain/json.h"

namespace beding {
namespace {

std::string identity(const Outcome& outcome) {
  return outcome.lid + "\n" + outcome.name + "\n" + outcome.key + "\n" + outcome.bearer;
}

bool isSame(const OutcomeRow& row) {
  if (row.outcomes.front() == nullptr) return false;
  const std::string first = outcomeJson(*row.outcomes.front());
  return std::all_of(row.outcomes.begin(), row.outcomes.end(),
                     [&](const Outcome* each) { return each != nullptr && outcomeJson(*each) == first; });
}

}  // namespace

const Outcome& OutcomeRow::any() const {
  return **std::find_if(outcomes.begin(), outcomes.end(), [](const Outcome* each) { return each != nullptr; });
}

std::vector<OutcomeRow> differences(const std::vector<const Evaluation*>& evaluations) {
  std::vector<OutcomeRow> rows;
  std::map<std::string, std::size_t> places;
  for (std::size_t at = 0; at < evaluations.size(); ++at) {
    for (const Outcome& outcome : evaluations[at]->outcomes) {
      if (outcome.dormant) continue;
      const auto [place, isNew] = places.try_emplace(identity(outcome), rows.size());
      if (isNew) rows.push_back({std::vector<const Outcome*>(evaluations.size(), nullptr)});
      rows[place->second].outcomes[at] = &outcome;
    }
  }
  std::erase_if(rows, isSame);
  return rows;
}

}  // namespace beding

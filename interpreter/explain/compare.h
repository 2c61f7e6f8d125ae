// Evaluations of the same events side by side: under two readings, or under several documents.
#pragma once

#include <string>
#include <vector>

#include "engine/outcome.h"

namespace beding {

/// One outcome as it stands in each evaluation; nothing where it is not there or asleep.
struct OutcomeRow {
  std::vector<const Outcome*> outcomes;  ///< in the order of the evaluations
  [[nodiscard]] const Outcome& any() const;
};

/// The outcomes that are not the same in all evaluations of one document, matched by lid, name, key and bearer.
std::vector<OutcomeRow> differences(const std::vector<const Evaluation*>& evaluations);

}  // namespace beding

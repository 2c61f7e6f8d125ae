// Finding the record of a node for given instances, and the facts that other nodes read from it.
#pragma once

#include "engine/world.h"

namespace beding::engine {

/// Whether the first slots are these arguments; a missing argument, or an empty slot, fits any.
bool fits(const Environment& environment, const Bindings& arguments);

/// Position of the first record for these arguments.
template <class Record>
std::optional<std::size_t> recordFor(const std::vector<Record>& records, const Bindings& arguments) {
  for (std::size_t index = 0; index < records.size(); ++index) {
    if (fits(records[index].environment, arguments)) return index;
  }
  return std::nullopt;
}

Verdict stateHolds(World& world, graph::StateId state, const Bindings& arguments);
Verdict normHasStatus(World& world, graph::NormId norm, const Bindings& arguments, const std::string& status);

/// A period of the agreement's duration.
struct Period {
  Date first;
  Date last;
  int number = 0;  ///< 0 is the first, 1 the first renewal
};

/// The period that is running now; nothing when it has not begun, is indefinite or not known.
struct RunningPeriod {
  std::optional<Period> period;
  Answer basis;                    ///< questions and horizon
  std::optional<Period> possible;  ///< the period that runs if the agreement is not over
};
RunningPeriod runningPeriod(World& world);
/// The period after `period` when the agreement is renewed, if it can be.
std::optional<Period> nextPeriod(World& world, const Period& period);

}  // namespace beding::engine

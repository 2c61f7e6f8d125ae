// Finding the record of a node for given instances, and the facts that other nodes read from it.
#pragma once

#include "engine/world.h"

namespace beding::engine {

/// Whether the first slots are these arguments; a missing argument, or an empty slot, fits any.
bool fits(const Environment& environment, const Bindings& arguments);

/// Calls `visit` with the positions of the records for these arguments, in order, until it returns false.
template <class Record, class Visit>
void eachFitting(const World& world, Unit unit, const std::vector<Record>& records, const Bindings& arguments,
                 Visit visit) {
  world.eachRow(unit, records.size(), arguments.empty() ? Binding{} : arguments.front(),
                [&](Row row) { return !fits(records[row].environment, arguments) || visit(row); });
}

/// Position of the first record for these arguments.
template <class Record>
std::optional<std::size_t> recordFor(const World& world, Unit unit, const std::vector<Record>& records,
                                     const Bindings& arguments) {
  std::optional<std::size_t> found;
  eachFitting(world, unit, records, arguments, [&](Row row) {
    found = row;
    return false;
  });
  return found;
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

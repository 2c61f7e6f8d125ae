// When a power is there, and until when.
#pragma once

#include "engine/world.h"

namespace beding::engine {

/// Whether the power is there now, its present condition included.
Verdict isAvailable(World& world, graph::NormId norm, const NormRecord& record);
/// The last day or instant on which it can be used, as far as that is known.
Answer lastUse(World& world, graph::NormId norm, const NormRecord& record);
/// The last day of the agreement that an exercise received on `day` brings about; nothing when it brings none.
struct EndDay {
  Answer day;           ///< the day against which it works
  Answer latestNotice;  ///< the last day on which notice for it is in time; nothing when no notice is needed
  bool late = false;    ///< too late for the running period
  bool immediately = false;
};
/// Whether the power works against one day (the ingang of a change) and is gone after it; a running period has a next.
bool isAgainstOneDay(const World& world, const graph::Norm& norm);
/// The day that the exercise in its slot names itself.
std::optional<Date> namedDay(World& world, const graph::Norm& norm, const Environment& environment);
EndDay endDayFor(World& world, const graph::Norm& norm, const Environment& environment, const Moment& received);

}  // namespace beding::engine

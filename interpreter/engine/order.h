// Date-only events of one day keep the order in which they stand. Where the other order would have changed an exercise
// or a breach, the answer says so.
#pragma once

#include "engine/world.h"

namespace beding::engine {

/// Warns about pairs of neighbouring date-only events whose order decided. Call it after the run.
void warnAboutOrder(World& world);

}  // namespace beding::engine

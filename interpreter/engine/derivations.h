// Events that follow from what happened: a breach is a shortcoming, its cure, a renewal.
#pragma once

#include <vector>

#include "engine/world.h"

namespace beding::engine {

/// Adds the occurrences that this instant gives rise to, and says when they come in: now, one after the other. What is
/// stated on the timeline under the same key is not derived.
std::vector<Arrival> derive(World& world);

}  // namespace beding::engine

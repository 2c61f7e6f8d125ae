// What exercises, events and states bring about: the end of the agreement, suspension, acceleration.
#pragma once

#include "engine/world.h"

namespace beding::engine {

/// Applies the effects of the exercises of this instant. Once per event, also when it is valid under several powers.
bool applyExercises(World& world, const std::vector<Exercise>& exercises);
/// Applies effects whose trigger fires in this instant.
bool updateEffects(World& world);
/// Delayed edges, when the instant is over: claims that fall due. True when some did; what comes of it (credit that
/// meets them) is an instant of its own.
bool settleDelayed(World& world);

}  // namespace beding::engine

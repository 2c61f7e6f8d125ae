// Fluents: followed conditions, and intervals opened and closed by triggers.
#pragma once

#include "engine/world.h"

namespace beding::engine {

/// Brings every state up to date with this instant; true when any changed.
bool updateStates(World& world);
/// Lets a state hold (or end) for these instances because an effect says so.
bool forceState(World& world, graph::StateId state, const Environment& environment, bool value);

}  // namespace beding::engine

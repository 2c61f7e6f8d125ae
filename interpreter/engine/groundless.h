// Legal acts for which no sentence gives ground.
#pragma once

#include <vector>

#include "engine/world.h"

namespace beding::engine {

/// Warns when the event of this instant is an act of a power, and nobody could have meant anything by it. `found`: an
/// exercise, also an invalid one, says by its own outcome what is the matter.
void warnWithoutGround(World& world, const std::vector<Exercise>& found);

}  // namespace beding::engine

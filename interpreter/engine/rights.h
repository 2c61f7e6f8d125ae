// Rights that lapse when they are not used in time.
#pragma once

#include "engine/world.h"

namespace beding::engine {

bool updateRights(World& world);

}  // namespace beding::engine

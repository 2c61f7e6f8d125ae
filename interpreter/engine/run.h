// The run over the timeline: from instant to instant, the next event or the earliest moment at which anything may
// change by itself, up to the end of the day asked for. One instant follows docs/architectuur.md.
#pragma once

#include "engine/world.h"

namespace beding::engine {

void run(World& world);

}  // namespace beding::engine

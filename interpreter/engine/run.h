// The run over the timeline: from instant to instant, the next event or the earliest moment at which anything may
// change by itself, up to the end of the day asked for. One instant follows docs/architectuur.md.
#pragma once

#include "engine/world.h"

namespace beding::engine {

/// From before the first instant to the end of the day asked for.
void run(World& world);

/// The same in parts: to the start of the first day, and from there through this tick, as often as wanted.
void start(World& world);
void runThrough(World& world, Tick end);
/// To the end of another day asked for.
void runThrough(World& world, Date day);
/// Takes in the next event of the timeline. False when it bears on what was before: all has to begin anew.
bool takeNext(World& world, const Event& event);

}  // namespace beding::engine

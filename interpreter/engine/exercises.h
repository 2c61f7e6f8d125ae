// Attempts to use a power: matched to every power whose act and holder fit, and tested against its requirements.
#pragma once

#include "engine/world.h"

namespace beding::engine {

/// Tests the event of this instant as an exercise, against the world just before it. Nothing takes effect yet.
std::vector<Exercise> testExercises(World& world);
/// The norms about acts that may be done by such an event.
const std::vector<graph::NormId>& concernedBy(const World& world, std::uint32_t occurrence);
/// Keeps the exercises; the valid ones use their powers.
void recordExercises(World& world, const std::vector<Exercise>& exercises);

}  // namespace beding::engine

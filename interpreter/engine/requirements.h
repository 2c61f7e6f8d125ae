// What is asked of an attempt to use a power, one requirement after another.
#pragma once

#include "engine/world.h"

namespace beding::engine {

/// What the power itself asks, as it stands in this record of it, and what requirement sentences ask of its act.
void addRequirements(World& world, graph::NormId power, const NormRecord& record, Exercise& exercise);
/// That a denial (kan niet) is not about it.
void addDenial(World& world, graph::NormId denial, const NormRecord& record, Exercise& exercise);

/// The higher is the better for who attempts: so, not known, not so.
inline int rank(Truth truth) { return truth == Truth::yes ? 2 : truth == Truth::unknown ? 1 : 0; }

}  // namespace beding::engine

// What a node cannot do without, beyond what its types say: who evaluates it does not ask again.
#pragma once

#include <vector>

#include "graph/verify.h"

namespace beding::graph {

/// Appends what is missing, or there twice. Precondition: all ids are in range.
void addMissing(const Graph& graph, std::vector<Fault>& faults);

}  // namespace beding::graph

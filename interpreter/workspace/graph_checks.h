// What can be said of a rule graph without a timeline, as messages: that it can be evaluated, and that its rules do not
// contradict each other.
#pragma once

#include "diagnostics/diagnostic.h"
#include "graph/graph.h"

namespace beding {

/// A graph that gets no error here can always be evaluated.
void checkGraph(const graph::Graph& graph, Diagnostics& diagnostics);

}  // namespace beding

// Values below what the document itself names as the least that may be agreed.
#pragma once

#include <vector>

#include "graph/graph.h"

namespace beding::checks {

struct BelowMinimum {
  graph::ParameterId parameter;
  graph::ExpressionId value;  ///< both constants
  graph::ExpressionId minimum;
};

/// Only fixed values; in the order of the graph.
std::vector<BelowMinimum> belowMinimum(const graph::Graph& graph);

}  // namespace beding::checks

// Who makes a graph says `the factuur` or `de factuurdatum` anew in every sentence, and of every norm that its
// provision may be declared void. Half of that is the same.
#pragma once

#include "graph/graph.h"

namespace beding::graph {

/// Makes equal expressions one, and equal patterns; leaves out those that no node names. The others keep their order.
void shareEqual(Graph& graph);

}  // namespace beding::graph

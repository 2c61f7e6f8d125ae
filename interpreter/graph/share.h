// Who makes a graph says `the factuur` or `de factuurdatum` anew in every sentence. Half of those expressions are the
// same.
#pragma once

#include "graph/graph.h"

namespace beding::graph {

/// Makes equal expressions one, and leaves out those that no node names. The others keep their order.
void shareExpressions(Graph& graph);

}  // namespace beding::graph

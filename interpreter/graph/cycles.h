// Cycles within one instant. Positive ones mean the least fixpoint; one through a negation has no meaning.
#pragma once

#include <vector>

#include "graph/links.h"

namespace beding::graph {

/// One cycle for every knot of nodes that holds a negated link, delayed links left out. A cycle starts with the node
/// that is read negatively; each node is read by the next, the last by the first.
std::vector<std::vector<NodeRef>> negatedCycles(const std::vector<Link>& links);

}  // namespace beding::graph

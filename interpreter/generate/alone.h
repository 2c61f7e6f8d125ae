// Some leden by themselves, as if the document had no others.
#pragma once

#include <string>
#include <vector>

#include "graph/graph.h"

namespace beding::generate {

/// The document in which only those leden oblige, empower, cost and end anything. What words mean is said by all of
/// it: states, quantities, parameters and open norms stay.
graph::Graph aloneOf(const graph::Graph& graph, const std::vector<std::string>& lids);

}  // namespace beding::generate

// Open norms that nothing reads: people would be asked in vain, and their answer changes nothing.
#pragma once

#include <vector>

#include "graph/graph.h"

namespace beding::checks {

/// Those of the document itself, in the order of the graph.
std::vector<graph::JudgementId> unreadJudgements(const graph::Graph& graph);

}  // namespace beding::checks

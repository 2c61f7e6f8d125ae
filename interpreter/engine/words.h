// Conditions in words, for reasons and explanations. Dutch.
#pragma once

#include <string>

#include "graph/graph.h"

namespace beding::engine {

/// Its own words, else those of its parts; empty when there are none.
std::string wordsOf(const graph::Graph& graph, const graph::Expression& expression);
std::string wordsOf(const graph::Graph& graph, graph::ExpressionId expression);

}  // namespace beding::engine

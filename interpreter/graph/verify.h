// Whether a graph can be evaluated: every id names something, every slot is bound, readings exist, expressions are
// finite, and no node depends on its own negation within one instant.
#pragma once

#include <string>
#include <vector>

#include "graph/links.h"

namespace beding::graph {

/// Deepest nesting that an evaluation follows, through patterns and what expressions name (`Unfolding`).
inline constexpr std::uint32_t deepestExpression = 300;

/// So many expressions are evaluated at most when each sentence is looked at once; documents have some thousands.
inline constexpr std::uint32_t mostSteps = 10'000'000;

/// So many instances can be open in one sentence.
inline constexpr std::size_t mostSlots = 64;

/// What is wrong with a graph. `message` is Dutch.
struct Fault {
  std::string message;
  Provenance where;
  std::vector<NodeRef> cycle;  ///< for a cycle: its nodes, each read by the next, the last by the first
};

/// Nothing when the graph can be evaluated. Faults in ids are told alone: the rest cannot be looked at then.
std::vector<Fault> verify(const Graph& graph);

/// `6.5 betaling → 6.8 rente → 6.5 betaling`: the cycle as its sentences are known.
std::string cycleText(const Graph& graph, const std::vector<NodeRef>& cycle);

}  // namespace beding::graph

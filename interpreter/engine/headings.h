// Under which lid and name a sentence has its outcomes, and where they stand among all outcomes. Read off the graph
// once.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/links.h"

namespace beding::engine {

struct Heading {
  graph::NodeRef node;
  std::string lid;  ///< with its document: "vandeez:6.5"
  std::string name;
  std::uint32_t place = 0;  ///< from 1; sentences that are called the same share one
};

/// The sentences that have outcomes, in the order of their outcomes.
std::vector<Heading> headingsOf(const graph::Graph& graph);

/// "vandeez:6.5"
std::string lidOf(const graph::Graph& graph, const graph::Provenance& where);

}  // namespace beding::engine

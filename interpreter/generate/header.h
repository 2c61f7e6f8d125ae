// What stands at the beginning of every header: how it was made, what it includes, the fixed part.
#pragma once

#include <set>
#include <string>

#include "graph/graph.h"

namespace beding::generate {

/// How it was made, and what it includes.
std::string openingText(const graph::Graph& graph, const std::string& command);

/// The fixed part (kern/*.h) as one text, which several headers may each bring along.
std::string kernelText();
/// What it calls things: names that nothing made of clauses can have.
std::set<std::string> kernelNames();

}  // namespace beding::generate

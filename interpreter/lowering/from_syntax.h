// Syntax trees to the rule graph: declares the vocabulary of all files, covers every clause with it, and builds the
// graph's nodes. Statements are independent of their order.
#pragma once

#include <optional>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "graph/graph.h"
#include "names/vocabulary.h"
#include "source/source.h"
#include "syntax/tree.h"

namespace beding {

struct Lowered {
  graph::Graph graph;            ///< whole only when no errors were reported
  names::Vocabulary vocabulary;  ///< for completion and suggestions
};

/// Lowers one document: its own files and the library files that it uses. Reports every mistake; a statement with a
/// mistake leaves no node.
Lowered lower(const std::vector<const syntax::File*>& files, const SourceSet& sources, Diagnostics& diagnostics);

}  // namespace beding

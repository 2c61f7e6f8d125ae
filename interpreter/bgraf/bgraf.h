// A compiled rule graph as one file: everything that evaluation and explanation need, so that neither clauses nor
// compiler are. docs/bgraf.md tells what stands where.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/wording.h"
#include "graph/graph.h"

namespace beding {

/// The layout of the file. It goes up when the header or the way in which values are written changes; a change of the
/// graph itself is seen by its shape.
inline constexpr std::uint32_t bgrafVersion = 1;

/// The graph as a file; the same bytes for the same graph.
std::string toBgraf(const graph::Graph& graph);

/// What a file came to.
struct FromBgraf {
  std::optional<graph::Graph> graph;  ///< absent when there is a problem
  Wording problem;                    ///< why it cannot be read, and what to do
};

/// Reads any bytes at all: what is damaged, truncated, newer or made to mislead is refused. A graph that comes back can
/// be evaluated.
FromBgraf fromBgraf(std::string_view file);

}  // namespace beding

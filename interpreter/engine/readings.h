// Choosing readings by hand: LID/KWESTIE=NAAM.
#pragma once

#include <map>
#include <string>

#include "base/wording.h"
#include "graph/graph.h"

namespace beding {

/// Adds the choice to `readings`, as the engine wants it ("6.6/jaar" -> "kalenderjaar"). The lid may carry the
/// document's name. Returns what is wrong with the choice, or nothing.
Wording chooseReading(const graph::Graph& graph, const std::string& choice,
                      std::map<std::string, std::string>& readings);

}  // namespace beding

// What a Graph holds. Never changed after it is made.
#pragma once

#include "beding/engine.h"
#include "engine/engine.h"
#include "library/shared_machine.h"
#include "timeline/reader.h"

namespace beding::v1 {

class Graph::Inside {
 public:
  Inside(graph::Graph graph, std::uint64_t theMark)
      : rules(std::move(graph)), evaluator(rules), machine(rules), reader(rules.events), mark(theMark) {}

  const graph::Graph rules;
  const Evaluator evaluator;
  const SharedMachine machine;
  const TimelineReader reader;
  const std::uint64_t mark;  ///< of its bytes: tells it from other graphs
};

/// The readings as the engine wants them, or which of them there is not.
Result<std::map<std::string, std::string>> readingsOf(const graph::Graph& graph,
                                                      const std::vector<std::string>& choices);

}  // namespace beding::v1

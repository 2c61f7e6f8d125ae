// What a Graph holds. What it says never changes after it is made.
#pragma once

#include <mutex>
#include <optional>

#include "beding/engine.h"
#include "engine/live.h"
#include "library/shared_machine.h"
#include "library/warm.h"
#include "timeline/reader.h"

namespace beding::v1 {

/// An evaluation as the engine goes on with it.
struct Going {
  Live live;
  std::string contract;  ///< `overeenkomst`, once a line has named it
};

/// So many evaluations of a graph keep what the engine worked out, unless it is told otherwise.
inline constexpr std::size_t mostGoing = 1024;

class Graph::Inside {
 public:
  Inside(graph::Graph graph, std::uint64_t theMark)
      : rules(std::move(graph)), evaluator(rules), machine(rules), mark(theMark) {}

  [[nodiscard]] const TimelineReader& reader() const;

  const graph::Graph rules;
  const Evaluator evaluator;
  const SharedMachine machine;
  const std::uint64_t mark;  ///< of its bytes: tells it from other graphs
  mutable Warm<Going> going{mostGoing};

 private:
  mutable std::once_flag readerMade_;
  mutable std::optional<const TimelineReader> reader_;  ///< when something is first read: loading does not wait for it
};

/// The readings as the engine wants them, or which of them there is not.
Result<std::map<std::string, std::string>> readingsOf(const graph::Graph& graph,
                                                      const std::vector<std::string>& choices);

}  // namespace beding::v1

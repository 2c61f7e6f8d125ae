// What a Graph holds. Never changed after it is made.
#pragma once

#include <mutex>
#include <optional>

#include "beding/engine.h"
#include "engine/engine.h"
#include "library/shared_machine.h"
#include "timeline/reader.h"

namespace beding::v1 {

class Graph::Inside {
 public:
  Inside(graph::Graph graph, std::uint64_t theMark)
      : rules(std::move(graph)), evaluator(rules), machine(rules), mark(theMark) {}

  [[nodiscard]] const TimelineReader& reader() const {
    std::call_once(readerMade_, [this] { reader_.emplace(rules.events); });
    return *reader_;
  }

  const graph::Graph rules;
  const Evaluator evaluator;
  const SharedMachine machine;
  const std::uint64_t mark;  ///< of its bytes: tells it from other graphs

 private:
  mutable std::once_flag readerMade_;
  mutable std::optional<const TimelineReader> reader_;  ///< when something is first read: loading does not wait for it
};

/// The readings as the engine wants them, or which of them there is not.
Result<std::map<std::string, std::string>> readingsOf(const graph::Graph& graph,
                                                      const std::vector<std::string>& choices);

}  // namespace beding::v1

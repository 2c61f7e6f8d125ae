// Which events may name what: so that a pattern that asks for those of one instance need not look at them all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/graph.h"

namespace beding::engine {

struct Environment;
struct Occurrence;
struct World;

/// Of the occurrences of one event type, by one of its attributes.
class References {
 public:
  /// Takes in those that came since.
  void read(const World& world, EventTypeId type, const graph::Expression& asked);
  /// Those that name one of these, and those of which it is not said what they name; in order.
  [[nodiscard]] std::vector<std::uint32_t> naming(const std::vector<std::string>& keys) const;

 private:
  void add(std::uint32_t occurrence, const Occurrence& event, const Value* named);

  std::uint32_t stated_ = 0, derived_ = 0;  ///< so many have been taken in
  std::unordered_map<std::string, std::vector<std::uint32_t>> named_;
  std::vector<std::uint32_t> others_;
};

/// Per pattern the condition that its occurrence refers to what stands in a slot; invalid where there is none, or where
/// it is not the only way to match.
std::vector<graph::ExpressionId> referencesAsked(const graph::Graph& graph);

/// The occurrences of a pattern that may refer to what it asks, in order; nothing when any of them may.
std::optional<std::vector<std::uint32_t>> thoseThatMayRefer(World& world, graph::PatternId pattern,
                                                            const Environment& environment);

}  // namespace beding::engine

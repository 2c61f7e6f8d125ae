// In what order the parts of «en» and «of» are looked at: what costs least goes first, as one part may decide. It
// changes nothing but the work.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/graph.h"

namespace beding::engine {

class CheapestFirst {
 public:
  explicit CheapestFirst(const graph::Graph& graph);

  /// The parts of an expression of the graph that is «en» or «of».
  [[nodiscard]] std::span<const graph::ExpressionId> partsOf(const graph::Expression& whole) const {
    const auto index = static_cast<std::size_t>(&whole - first_);
    return std::span(parts_).subspan(begins_[index], whole.operands.size());
  }

 private:
  const graph::Expression* first_;
  std::vector<std::uint32_t> begins_;  ///< per expression, in `parts_`
  std::vector<graph::ExpressionId> parts_;
};

}  // namespace beding::engine

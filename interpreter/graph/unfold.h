// How far expressions go when everything that is worked out on the way is followed: their operands and patterns, and
// the quantities, parameters, forms, terms and arguments that they name. States and norms have been worked out before;
// they are looked up.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/graph.h"

namespace beding::graph {

/// What one evaluation comes to. Both stop counting past their limits.
struct Extent {
  std::uint32_t height = 0;  ///< the longest way down
  std::uint32_t steps = 0;   ///< expressions that are evaluated
};

/// Works each out once.
class Unfolding {
 public:
  Unfolding(const Graph& graph, std::uint32_t highest, std::uint32_t mostSteps);

  Extent of(ExpressionId id) { return of(id, 0); }
  Extent of(PatternId id) { return of(id, 0); }
  Extent of(QuantityId id) { return of(id, 0); }
  Extent of(FormId id) { return of(id, 0); }

  /// Something met so far contains itself, or goes deeper than the limit.
  [[nodiscard]] bool isEndless() const { return endless_; }

 private:
  enum class Progress : std::uint8_t { unknown, active, known };
  struct Entry {
    Extent extent;
    Progress progress = Progress::unknown;
  };
  using Entries = std::vector<Entry>;
  struct Whole;

  template <class Follow>
  Extent once(Entry& entry, std::uint32_t level, Follow follow);
  Extent of(ExpressionId id, std::uint32_t level);
  Extent of(PatternId id, std::uint32_t level);
  Extent of(QuantityId id, std::uint32_t level);
  Extent of(ParameterId id, std::uint32_t level);
  Extent of(FormId id, std::uint32_t level);
  Extent ofRules(std::uint32_t level);
  Extent ofTerm(std::uint32_t level);
  Extent ofExercise(ActId id, std::uint32_t level);
  Extent ofNamed(const Expression& expression, std::uint32_t level);

  const Graph& graph_;
  const std::uint32_t highest_;
  const std::uint32_t mostSteps_;
  bool endless_ = false;
  Entries expressions_, quantities_, parameters_, forms_, acts_;
  Entry rules_, term_;
};

}  // namespace beding::graph

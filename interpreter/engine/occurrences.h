// The events of an evaluation: those of the timeline, in its order, and behind them those that followed from the rules.
#pragma once

#include <cstdint>
#include <deque>
#include <utility>

#include "engine/records.h"

namespace beding::engine {

/// Numbered so that what followed stands behind all that the timeline says, also when the timeline grows.
class Occurrences {
 public:
  static constexpr std::uint32_t firstDerived = 0x20000000;

  std::uint32_t add(Occurrence occurrence) {
    const bool derived = occurrence.derivedFrom.has_value();
    auto& all = derived ? derived_ : stated_;
    all.push_back(std::move(occurrence));
    return (derived ? firstDerived : 0) + static_cast<std::uint32_t>(all.size() - 1);
  }
  [[nodiscard]] const Occurrence& operator[](std::uint32_t index) const {
    return index < firstDerived ? stated_[index] : derived_[index - firstDerived];
  }
  [[nodiscard]] Occurrence& operator[](std::uint32_t index) {
    return index < firstDerived ? stated_[index] : derived_[index - firstDerived];
  }
  /// Those of the timeline.
  [[nodiscard]] const std::deque<Occurrence>& stated() const { return stated_; }
  /// The number that what follows next will have.
  [[nodiscard]] std::uint32_t end() const { return firstDerived + static_cast<std::uint32_t>(derived_.size()); }

  /// Calls `visit` with the number of each, in order; those that a visit adds are not visited.
  template <class Visit>
  void each(Visit visit) const {
    const auto stated = static_cast<std::uint32_t>(stated_.size()), last = end();
    for (std::uint32_t index = 0; index < stated; ++index) visit(index);
    for (std::uint32_t index = firstDerived; index < last; ++index) visit(index);
  }

 private:
  std::deque<Occurrence> stated_;
  std::deque<Occurrence> derived_;
};

}  // namespace beding::engine

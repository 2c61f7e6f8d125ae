// Date-only events of one day keep the order in which they stand. Where the other order would have changed an exercise
// or a breach, the answer says so.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "engine/world.h"

namespace beding::engine {

/// What would have come of an evaluation had two neighbouring date-only events of a day stood the other way round: for
/// each such pair a world of its own, which goes on as the evaluation does.
class OtherOrders {
 public:
  OtherOrders();
  ~OtherOrders();
  OtherOrders(OtherOrders&&) noexcept;
  OtherOrders& operator=(OtherOrders&&) noexcept;

  /// Warns about pairs whose order decided. Call it after the run, always with the same world, on whose timeline events
  /// came only behind those that were there.
  void warnAbout(World& world);

 private:
  struct Other;
  World& of(const World& world, std::uint32_t first);

  std::vector<std::unique_ptr<Other>> others_;  ///< at places of their own: each world holds on to its timeline
};

}  // namespace beding::engine

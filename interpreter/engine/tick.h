// The axis on which an evaluation moves. Within one second timers go first, then events, then what falls due just after
// that second (deadlines in hours).
#pragma once

#include <compare>
#include <limits>

#include "values/moment.h"

namespace beding::engine {

enum class Phase : std::uint8_t { timers, event, after };

/// As one number, as records are full of them.
class Tick {
 public:
  constexpr Tick() = default;
  constexpr Tick(Instant at, Phase phase) : number_(at.seconds * phases + static_cast<std::int64_t>(phase)) {}

  [[nodiscard]] constexpr Instant at() const { return {(number_ - (number_ & (phases - 1))) / phases}; }
  friend constexpr auto operator<=>(const Tick&, const Tick&) = default;

 private:
  static constexpr std::int64_t phases = 4;  ///< a power of two
  std::int64_t number_ = 0;
};

inline constexpr Tick never{Instant{std::numeric_limits<std::int64_t>::max() / 4}, Phase::after};

/// From here on the moment has been reached: 00:00 of a day.
Tick startTick(const Moment& moment);
/// From here on its last instant has gone by: 00:00 of the day after, or just after an instant.
Tick passedTick(const Moment& moment);
Tick startOfDay(Date day);
Date dayOf(const Tick& tick);
/// The last day on which something held that stopped at this tick: a stop at 00:00 leaves the day before.
Date lastDayBefore(const Tick& tick);
/// The moment of a timer: a day at 00:00, else an instant.
Moment momentOf(const Tick& tick);

}  // namespace beding::engine

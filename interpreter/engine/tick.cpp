#include "engine/tick.h"

namespace beding::engine {

Tick startTick(const Moment& moment) { return {earliest(moment), Phase::timers}; }

Tick passedTick(const Moment& moment) {
  return moment.instant ? Tick{*moment.instant, Phase::after} : startOfDay(moment.day + 1);
}

Tick startOfDay(Date day) { return {startOf(day), Phase::timers}; }

Date dayOf(const Tick& tick) { return beding::dayOf(tick.at()); }

Date lastDayBefore(const Tick& tick) {
  const Date day = dayOf(tick);
  return tick == startOfDay(day) ? day - 1 : day;
}

Moment momentOf(const Tick& tick) {
  const Date day = dayOf(tick);
  return tick.at() == startOf(day) ? beding::momentOf(day) : beding::momentOf(tick.at());
}

}  // namespace beding::engine

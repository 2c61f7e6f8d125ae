// Design language.md section 4 "Order": day; then time, where a date-only event takes the time of the event before it
// on that day (00:00 if none); then place in the input.
#include <algorithm>
#include <map>

#include "timeline/draft.h"

namespace beding {
namespace {

struct Sorted {
  Instant time;
  std::size_t index = 0;
};

/// In order as they stand: by place, by day, and within a day no hour before one that was named already.
bool isInOrder(const std::vector<Event>& events) {
  std::optional<Instant> last;  // hour named on this day
  for (std::size_t i = 0; i < events.size(); ++i) {
    const Moment& at = events[i].at;
    if (i > 0 && (events[i].position < events[i - 1].position || at.day < events[i - 1].at.day)) return false;
    if (i > 0 && at.day != events[i - 1].at.day) last.reset();
    if (at.instant && last && *at.instant < *last) return false;
    if (at.instant) last = at.instant;
  }
  return true;
}

}  // namespace

void sortByOrder(std::vector<Event>& events) {
  if (isInOrder(events)) return;
  std::stable_sort(events.begin(), events.end(),
                   [](const Event& a, const Event& b) { return a.position < b.position; });
  std::map<Date, Instant> last;  // time of the event before, per day
  std::vector<Sorted> order;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const Moment& at = events[i].at;
    Instant& time = last.try_emplace(at.day, startOf(at.day)).first->second;
    if (at.instant) time = *at.instant;
    order.push_back({time, i});
  }
  std::sort(order.begin(), order.end(), [&](const Sorted& a, const Sorted& b) {
    if (events[a.index].at.day != events[b.index].at.day) return events[a.index].at.day < events[b.index].at.day;
    return a.time != b.time ? a.time < b.time : a.index < b.index;
  });
  std::vector<Event> sorted;
  sorted.reserve(order.size());
  for (const Sorted& each : order) sorted.push_back(std::move(events[each.index]));
  events = std::move(sorted);
}

void sortByOrder(std::vector<JudgementAnswer>& judgements) {
  std::stable_sort(judgements.begin(), judgements.end(), [](const JudgementAnswer& a, const JudgementAnswer& b) {
    const Instant left = earliest(a.at);
    const Instant right = earliest(b.at);
    return left != right ? left < right : a.position < b.position;
  });
}

}  // namespace beding

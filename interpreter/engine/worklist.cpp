#include "engine/worklist.h"

#include <algorithm>

namespace beding::engine {

Worklist::Worklist(const Plan& plan, bool everything)
    : plan_(&plan),
      everything_(everything),
      due_(plan.count() / 64 + 1),
      next_(due_.size()),
      wakes_(plan.count(), never),
      entries_(plan.count(), std::vector<Entry>(1)) {}

void Worklist::begin(Tick tick) {
  ++round_;
  if (everything_) return markAll();
  for (Unit unit = 0; unit < wakes_.size(); ++unit) {
    if (wakes_[unit] > tick) continue;
    for (std::uint32_t entry = 0; entry < entries_[unit].size(); ++entry)
      if (entries_[unit][entry].wake <= tick) mark(unit, entry);
  }
}

void Worklist::nextRound() {
  ++round_;
  stirred_ = false;
  if (everything_) markAll();
  for (Unit unit = nextDue(0, plan_->count()); unit < plan_->count(); unit = nextDue(unit + 1, plan_->count()))
    for (Entry& entry : entries_[unit]) entry.flags = (entry.flags & awaits) | ((entry.flags & then) != 0 ? now : 0);
  due_.swap(next_);
  std::fill(next_.begin(), next_.end(), 0);
}

void Worklist::keep(UnitKind kind) {
  const Unit end = plan_->endOf(kind);
  for (Unit unit = nextDue(plan_->firstOf(kind), end); unit < end; unit = nextDue(unit + 1, end)) {
    markBits(unit);
    for (Entry& entry : entries_[unit])
      if ((entry.flags & now) != 0) entry.flags |= then;
  }
}

void Worklist::clear() {
  for (Unit unit = nextDue(0, plan_->count()); unit < plan_->count(); unit = nextDue(unit + 1, plan_->count()))
    for (Entry& entry : entries_[unit]) entry.flags &= awaits;
  std::fill(due_.begin(), due_.end(), 0);
  std::fill(next_.begin(), next_.end(), 0);
}

void Worklist::markAll() {
  for (Unit unit = 0; unit < wakes_.size(); ++unit) mark(unit);
}

void Worklist::markAwaiting(const Readers& readers) {
  for (const Unit unit : readers) {
    for (std::uint32_t entry = 0; entry < entries_[unit].size(); ++entry)
      if ((entries_[unit][entry].flags & awaits) != 0) mark(unit, entry);
  }
}

void Worklist::addEntries(std::vector<Entry>& entries, std::uint32_t last) {
  entries.resize(last + 1, {never, round_, now | then});
}

void Worklist::findFirstWake() {
  Tick first = never;
  for (const Entry& entry : entries_[current_]) first = std::min(first, entry.wake);
  wakes_[current_] = first;
  isStale_ = false;
}

Tick Worklist::next() const { return wakes_.empty() ? never : *std::min_element(wakes_.begin(), wakes_.end()); }

Unit Worklist::nextDue(Unit from, Unit end) const {
  while (from < end) {
    const std::uint64_t rest = due_[from / 64] >> (from % 64);
    if (rest != 0) return std::min(end, from + static_cast<Unit>(std::countr_zero(rest)));
    from = (from / 64 + 1) * 64;
  }
  return end;
}

}  // namespace beding::engine

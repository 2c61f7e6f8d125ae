#include "engine/worklist.h"

#include <algorithm>

namespace beding::engine {

Worklist::Worklist(const Plan& plan, bool everything)
    : plan_(&plan),
      everything_(everything),
      due_(plan.count() / 64 + 1),
      next_(due_.size()),
      wakes_(plan.count(), never),
      entered_(plan.count()) {}

void Worklist::begin(Tick now) {
  ++round_;
  if (everything_) return markAll();
  for (Unit unit = 0; unit < wakes_.size(); ++unit) {
    if (wakes_[unit] <= now) mark(unit);
  }
}

void Worklist::nextRound() {
  ++round_;
  stirred_ = false;
  if (everything_) markAll();
  due_.swap(next_);
  std::fill(next_.begin(), next_.end(), 0);
}

void Worklist::keep(UnitKind kind) {
  const Unit end = plan_->endOf(kind);
  for (Unit unit = nextDue(plan_->firstOf(kind), end); unit < end; unit = nextDue(unit + 1, end)) mark(unit);
}

void Worklist::clear() {
  std::fill(due_.begin(), due_.end(), 0);
  std::fill(next_.begin(), next_.end(), 0);
}

void Worklist::markAll() {
  for (Unit unit = 0; unit < wakes_.size(); ++unit) mark(unit);
}

void Worklist::enter(Unit unit) {
  current_ = unit;
  if (entered_[unit] == round_) return;
  entered_[unit] = round_;
  wakes_[unit] = never;
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

#include "engine/worklist.h"

#include <algorithm>
#include <bit>

namespace beding::engine {

Worklist::Worklist(const Plan& plan, bool everything)
    : plan_(&plan),
      everything_(everything),
      due_(plan.count() / 64 + 1),
      next_(due_.size()),
      putOff_(due_.size()),
      wakes_(plan.count(), never),
      wholes_(plan.count()),
      rows_(plan.count()) {}

void Worklist::begin(Tick tick) {
  ++round_;
  ++pass_;
  lasts_ = 1;
  if (everything_) return markAll();
  if (next() > tick) return;
  for (Unit unit = 0; unit < wakes_.size(); ++unit) {
    if (wakes_[unit] > tick) continue;
    if (wholes_[unit].wake <= tick) mark(unit);
    for (Row row = 0; row < rows_[unit].size(); ++row)
      if (rows_[unit][row].wake <= tick) markRow(unit, row);
  }
}

void Worklist::nextRound() {
  ++round_;
  ++pass_;
  stirred_ = false;
  if (everything_) markAll();
  due_.swap(next_);
  std::fill(next_.begin(), next_.end(), 0);
}

bool Worklist::needsRound() const {
  const auto any = [](const std::vector<std::uint64_t>& units) {
    return std::any_of(units.begin(), units.end(), [](std::uint64_t some) { return some != 0; });
  };
  return everything_ || any(next_) || any(putOff_);
}

void Worklist::clear() {
  ++round_;
  lasts_ = 2;
  std::fill(due_.begin(), due_.end(), 0);
  std::fill(next_.begin(), next_.end(), 0);
}

void Worklist::markAll() {
  for (Unit unit = 0; unit < wakes_.size(); ++unit) mark(unit);
}

void Worklist::markAwaiting(const Readers& readers) {
  for (const Unit unit : readers) {
    if (wholes_[unit].awaits != 0) mark(unit);
    for (Row row = 0; row < rows_[unit].size(); ++row)
      if (rows_[unit][row].awaits != 0) markRow(unit, row);
  }
}

void Worklist::addRows(std::vector<Entry>& rows, std::size_t count) {
  Entry added;
  added.until = round_ + lasts_;
  added.entered = round_ & mostRounds;
  if (rows.capacity() == 0) rows.reserve(4);  // few rules have more
  rows.resize(count, added);
}

void Worklist::findFirstWake() {
  Tick first = wholes_[current_].wake;
  for (const Entry& entry : rows_[current_]) first = std::min(first, entry.wake);
  isFirstKnown_ = isFirstKnown_ && wakes_[current_] > first_;
  wakes_[current_] = first;
  isStale_ = false;
}

Tick Worklist::next() {
  if (!std::exchange(isFirstKnown_, true))
    first_ = wakes_.empty() ? never : *std::min_element(wakes_.begin(), wakes_.end());
  return first_;
}

Unit Worklist::nextIn(const std::vector<std::uint64_t>& units, Unit from, Unit end) {
  while (from < end) {
    const std::uint64_t rest = units[from / 64] >> (from % 64);
    if (rest != 0) return std::min(end, from + static_cast<Unit>(std::countr_zero(rest)));
    from = (from / 64 + 1) * 64;
  }
  return end;
}

}  // namespace beding::engine

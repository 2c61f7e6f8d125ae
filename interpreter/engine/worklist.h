// What this instant has to look at: rules whose hour has come, and rules that read something that changed.
#pragma once

#include <bit>
#include <vector>

#include "engine/plan.h"
#include "engine/tick.h"

namespace beding::engine {

class Worklist {
 public:
  /// `everything`: every rule is looked at in every instant, whatever the plan says.
  Worklist(const Plan& plan, bool everything);

  /// A new instant: what waited for it is due.
  void begin(Tick now);
  /// Another round of the same instant, for what has been marked since the last one began.
  void nextRound();
  /// What is due of a kind stays so in the next round.
  void keep(UnitKind kind);
  /// The instant has come to rest.
  void clear();

  /// Due in this round, as far as it has not passed it, and in the next.
  void mark(Unit unit) {
    const std::uint64_t bit = std::uint64_t{1} << (unit % 64);
    due_[unit / 64] |= bit;
    next_[unit / 64] |= bit;
  }
  void mark(const Readers& readers) {
    for (const Unit unit : readers) mark(unit);
  }
  void markAll();
  /// Something changed that these read: they are due, and this instant takes another round.
  void touch(const Readers& readers) {
    mark(readers);
    stirred_ = stirred_ || !readers.empty();
  }
  [[nodiscard]] bool isStirred() const { return stirred_; }
  [[nodiscard]] bool isDue(Unit unit) const { return ((due_[unit / 64] >> (unit % 64)) & 1) != 0; }

  /// What is evaluated from here on belongs to this rule.
  void enter(Unit unit);
  void leave() { current_ = noUnit; }
  /// The present rule may change at this tick without any event.
  void wake(Tick tick) {
    if (current_ != noUnit && tick < wakes_[current_]) wakes_[current_] = tick;
  }
  void wake(Unit unit, Tick tick) {
    if (tick < wakes_[unit]) wakes_[unit] = tick;
  }
  /// The next tick at which something may change without any event.
  [[nodiscard]] Tick next() const;

  /// Visits the rules of a kind that are due, in order; also those that a visit marks further on.
  template <class Visit>
  void each(UnitKind kind, Visit visit) {
    const Unit first = plan_->firstOf(kind), end = plan_->endOf(kind);
    for (Unit unit = nextDue(first, end); unit < end; unit = nextDue(unit + 1, end)) {
      enter(unit);
      visit(unit - first);
    }
    leave();
  }

 private:
  [[nodiscard]] Unit nextDue(Unit from, Unit end) const;

  const Plan* plan_;
  bool everything_;
  std::vector<std::uint64_t> due_;
  std::vector<std::uint64_t> next_;  ///< in the next round
  std::vector<Tick> wakes_;
  std::vector<std::uint32_t> entered_;  ///< round in which its wake was last reset
  std::uint32_t round_ = 1;
  Unit current_ = noUnit;
  bool stirred_ = false;
};

}  // namespace beding::engine

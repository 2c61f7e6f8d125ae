// What this instant has to look at: rules, and of each the records, whose hour has come or that read something that
// changed.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/plan.h"
#include "engine/rows.h"
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
  /// Whether anything has been marked for one.
  [[nodiscard]] bool needsRound() const;
  /// The instant has come to rest.
  void clear();

  /// Due in this round, as far as it has not passed it, and in the next: a rule with all its records.
  void mark(Unit unit) { mark(unit, whole); }
  void mark(const Readers& readers) {
    for (const Unit unit : readers) mark(unit);
  }
  /// One record of it.
  void markRow(Unit unit, Row row) { mark(unit, row + 1); }
  /// The rule alone: it may have to make records; new ones are due anyhow.
  void markRule(Unit unit) { markBits(unit); }
  void markAll();
  /// This record is gone on with later in this instant, in whichever round that is.
  void putOff(Unit unit, Row row) {
    putOff_[unit / 64] |= bitOf(unit);
    rows_[unit][row].isPutOff = 1;
  }
  /// Something changed that these read: they are due, and this instant takes another round.
  void touch(const Readers& readers) {
    mark(readers);
    stirred_ = stirred_ || !readers.empty();
  }
  /// Another number whenever rules begin to be visited. What is marked stays so until then.
  [[nodiscard]] std::uint32_t pass() const { return pass_; }
  void stir() { stirred_ = true; }
  [[nodiscard]] bool isStirred() const { return stirred_; }
  [[nodiscard]] bool isDue(Unit unit) const { return (due_[unit / 64] & bitOf(unit)) != 0; }
  /// Of a rule that is due: the first of its records from this one on that is due too, of so many; past the last when
  /// there is none. A record that has not been looked at yet always is.
  [[nodiscard]] Row nextDue(Unit unit, Row row, std::size_t count) const {
    const auto& rows = rows_[unit];
    const std::size_t known = wholes_[unit].until >= round_ ? 0 : std::min(count, rows.size());
    while (row < known && rows[row].until < round_) ++row;
    return row;
  }
  /// It is looked at now, with all its records that are due: what it was marked for does not last into the next round.
  void take(Unit unit) {
    next_[unit / 64] &= ~bitOf(unit);
    takeEntry(unit, whole);
  }
  void take(Unit unit, Row row) { takeEntry(unit, row + 1); }

  /// What is evaluated from here on belongs to this rule, or to this record of it.
  void enter(Unit unit) { enterEntry(unit, whole); }
  void enter(Unit unit, Row row) { enterEntry(unit, row + 1); }
  void leave() {
    if (isStale_) findFirstWake();
    current_ = noUnit;
  }
  /// What is being looked at may change at this tick without any event.
  void wake(Tick tick) {
    if (current_ != noUnit) wakeEntry(current_, entry_, tick);
  }
  /// What is being looked at names an instance that has not come up yet.
  void await() {
    if (current_ == noUnit) return;
    if (Entry* entry = find(current_, entry_)) entry->awaits = 1;
  }
  /// An instance came up: those that await one are due.
  void markAwaiting(const Readers& readers);
  void wake(Unit unit, Row row, Tick tick) { wakeEntry(unit, row + 1, tick); }
  /// The next tick at which something may change without any event.
  [[nodiscard]] Tick next();

  /// Visits the rules of a kind that are due, in order; also those that a visit marks further on.
  template <class Visit>
  void each(UnitKind kind, Visit visit) {
    ++pass_;
    const Unit first = plan_->firstOf(kind), end = plan_->endOf(kind);
    for (Unit unit = nextIn(due_, first, end); unit < end; unit = nextIn(due_, unit + 1, end)) {
      enter(unit);
      visit(unit - first);
      leave();
    }
  }

  /// Goes on with what was put off, of the rules of a kind for which `isWanted`.
  template <class IsWanted, class Visit>
  void eachPutOff(UnitKind kind, IsWanted isWanted, Visit visit) {
    ++pass_;
    const Unit first = plan_->firstOf(kind), end = plan_->endOf(kind);
    for (Unit unit = nextIn(putOff_, first, end); unit < end; unit = nextIn(putOff_, unit + 1, end)) {
      if (!isWanted(unit - first)) continue;
      putOff_[unit / 64] &= ~bitOf(unit);
      for (Row row = 0; row < rows_[unit].size(); ++row) {
        if (rows_[unit][row].isPutOff == 0) continue;
        rows_[unit][row].isPutOff = 0;
        current_ = unit;
        entry_ = row + 1;
        visit(unit - first, row);
      }
      leave();
    }
  }

 private:
  /// A rule as a whole, or one of its records.
  struct Entry {
    Tick wake = never;
    std::uint32_t until = 0;         ///< the last round in which it is due
    std::uint32_t entered : 30 = 0;  ///< round in which its wake was last reset
    std::uint32_t awaits : 1 = 0;    ///< an instance
    std::uint32_t isPutOff : 1 = 0;
  };
  static constexpr std::uint32_t whole = 0;  ///< the entry of the rule; those of its records follow
  static constexpr std::uint32_t mostRounds = 0x3fffffff;

  /// Null for a record that has not been looked at yet.
  [[nodiscard]] Entry* find(Unit unit, std::uint32_t entry) {
    if (entry == whole) return &wholes_[unit];
    return entry <= rows_[unit].size() ? &rows_[unit][entry - 1] : nullptr;
  }

  [[nodiscard]] static std::uint64_t bitOf(Unit unit) { return std::uint64_t{1} << (unit % 64); }
  void markBits(Unit unit) {
    due_[unit / 64] |= bitOf(unit);
    next_[unit / 64] |= bitOf(unit);
  }
  void mark(Unit unit, std::uint32_t entry) {
    markBits(unit);
    if (Entry* marked = find(unit, entry)) marked->until = round_ + lasts_;
  }
  void takeEntry(Unit unit, std::uint32_t entry) {
    Entry* taken = find(unit, entry);
    if (taken != nullptr && taken->until > round_) taken->until = round_;
  }
  void enterEntry(Unit unit, std::uint32_t entry) {
    current_ = unit;
    entry_ = entry;
    Entry* entered = find(unit, entry);
    if (entered == nullptr) return addRows(rows_[unit], entry);
    if (entered->entered == (round_ & mostRounds)) return;
    entered->entered = round_ & mostRounds;
    entered->awaits = 0;
    isStale_ = isStale_ || entered->wake != never;
    entered->wake = never;
  }
  void addRows(std::vector<Entry>& rows, std::size_t count);
  void findFirstWake();
  void wakeEntry(Unit unit, std::uint32_t entry, Tick tick) {
    Entry* woken = find(unit, entry);
    if (woken == nullptr || tick >= woken->wake) return;
    woken->wake = tick;
    if (tick < wakes_[unit]) wakes_[unit] = tick;
    if (tick < first_) first_ = tick;
  }
  /// The first of these units from there on.
  [[nodiscard]] static Unit nextIn(const std::vector<std::uint64_t>& units, Unit from, Unit end);

  const Plan* plan_;
  bool everything_;
  std::vector<std::uint64_t> due_;
  std::vector<std::uint64_t> next_;  ///< in the next round
  std::vector<std::uint64_t> putOff_;
  std::vector<Tick> wakes_;  ///< the first of its entries
  Tick first_ = never;       ///< of them all, or earlier: then it is not known
  bool isFirstKnown_ = true;
  std::vector<Entry> wholes_;             ///< per rule
  std::vector<std::vector<Entry>> rows_;  ///< per rule: of its records
  std::uint32_t round_ = 1;
  std::uint32_t pass_ = 1;
  std::uint32_t lasts_ = 2;  ///< a mark holds through so many rounds more; between instants one is still to begin
  Unit current_ = noUnit;
  std::uint32_t entry_ = whole;
  bool isStale_ = false;  ///< the first wake of the present rule may be a later one
  bool stirred_ = false;
};

}  // namespace beding::engine

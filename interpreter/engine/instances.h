// Instances, the combinations of them that sentences open, and triggers.
#pragma once

#include <algorithm>
#include <utility>

#include "engine/expressions.h"

namespace beding::engine {

/// Creates the instances that this instant's event gives rise to.
void createInstances(World& world);

/// Goes on with `slots` from binder `from`; when none of the instances in them is new, one of the others has to be.
template <class Visit>
void combine(const World& world, const std::vector<graph::Binder>& binders, std::uint32_t seen, Environment& slots,
             graph::Slot from, bool isNew, const Visit& visit) {
  if (from == binders.size()) return visit(std::as_const(slots));
  const auto& all = world.ofEntity[binders[from].entity.index];
  const bool last = from + 1 == binders.size();
  const auto first = last && !isNew ? std::lower_bound(all.begin(), all.end(), seen) : all.begin();
  for (auto place = static_cast<std::size_t>(first - all.begin()); place < all.size(); ++place) {
    slots.bind(from, {Binding::Kind::instance, all[place]});
    combine(world, binders, seen, slots, from + 1, isNew || all[place] >= seen, visit);
  }
}
/// Visits the combinations of instances of the binders, in order, that came up since there were `seen` instances.
template <class Visit>
void eachNewCombination(const World& world, const std::vector<graph::Binder>& binders, std::uint32_t seen,
                        const Visit& visit) {
  Environment slots;
  if (!binders.empty() || seen == 0) combine(world, binders, seen, slots, 0, seen == 0, visit);
}
/// Visits every combination of instances of the binders, in order; the parties among them.
template <class Visit>
void eachCombination(const World& world, const std::vector<graph::Binder>& binders, const Visit& visit) {
  eachNewCombination(world, binders, 0, visit);
}
/// Whether the sentence is about this combination.
Verdict included(World& world, const std::vector<graph::Binder>& binders, const Environment& environment);

/// The same instances, as far as both sentences open the same entities.
bool concernSame(const std::vector<graph::Binder>& a, const Environment& x, const std::vector<graph::Binder>& b,
                 const Environment& y);

/// A record of the rule is about to be added: with these instances in its first slots.
inline void addRow(World& world, Unit unit, std::size_t row, const Environment& environment) {
  if (world.plan.opens[unit])
    world.rows[unit].add(static_cast<Row>(row), world.instances[environment.at(0).index].place);
}

/// Adds a record of the rule for every combination that has none; `prepare` fills it in. True when there were any.
template <class Record, class Prepare>
bool addRecords(World& world, Unit unit, const std::vector<graph::Binder>& binders, std::vector<Record>& records,
                Prepare prepare) {
  const auto now = static_cast<std::uint32_t>(world.instances.size());
  const std::uint32_t seen = std::exchange(world.combined[unit], now);
  if (seen == now) return false;
  const std::size_t before = records.size();
  eachNewCombination(world, binders, seen, [&](const Environment& environment) {
    world.work.enter(unit, static_cast<Row>(records.size()));
    Record record;
    record.environment = environment;
    record.included = included(world, binders, environment);
    prepare(record);
    addRow(world, unit, records.size(), environment);
    records.push_back(std::move(record));
  });
  return records.size() > before;
}

/// Visits the records of a rule that are due, also those that a visit adds. True when a visit says that it changed
/// something.
template <class Record, class Visit>
bool eachDue(World& world, Unit unit, const std::vector<Record>& records, Visit visit) {
  bool changed = false;
  const auto next = [&](Row row) { return world.work.nextDue(unit, row, records.size()); };
  for (Row row = next(0); row < records.size(); row = next(row + 1)) {
    world.work.enter(unit, row);
    changed = visit(row) || changed;
  }
  world.work.enter(unit);
  return changed;
}

/// The same, the first time in a round: what they were marked for is dealt with.
template <class Record, class Visit>
bool takeDue(World& world, Unit unit, const std::vector<Record>& records, Visit visit) {
  world.work.take(unit);
  return eachDue(world, unit, records, [&](Row row) {
    world.work.take(unit, row);
    return visit(row);
  });
}

/// Whether the trigger fires in this instant.
std::optional<Firing> fires(World& world, const graph::Trigger& trigger, const Environment& environment,
                            TriggerMemory& memory);
/// With the occurrence that fired it, if one did, in the slot of its pattern.
Environment with(const World& world, const graph::Trigger& trigger, Environment environment, const Firing& firing);

/// The keys of the instances, joined by "/". The party in `bearer` is told by `drager`, not here.
std::string keyOf(const World& world, const Environment& environment, std::size_t count,
                  std::optional<graph::Slot> bearer = std::nullopt);

}  // namespace beding::engine

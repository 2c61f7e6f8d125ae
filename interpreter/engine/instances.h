// Instances, the combinations of them that sentences open, and triggers.
#pragma once

#include <utility>

#include "engine/expressions.h"

namespace beding::engine {

/// Creates the instances that this instant's event gives rise to.
void createInstances(World& world);

/// How many instances there are of what the binders open, and one; it grows when new combinations come up.
std::uint32_t countOf(const World& world, const std::vector<graph::Binder>& binders);
/// Goes on with `slots` from binder `from`.
template <class Visit>
void combine(const World& world, const std::vector<graph::Binder>& binders, Environment& slots, graph::Slot from,
             const Visit& visit) {
  if (from == binders.size()) return visit(std::as_const(slots));
  const auto& all = world.ofEntity[binders[from].entity.index];
  for (std::size_t place = 0; place < all.size(); ++place) {
    slots.bind(from, {Binding::Kind::instance, all[place]});
    combine(world, binders, slots, from + 1, visit);
  }
}
/// Visits every combination of instances of the binders, in order; the parties among them.
template <class Visit>
void eachCombination(const World& world, const std::vector<graph::Binder>& binders, const Visit& visit) {
  Environment slots;
  combine(world, binders, slots, 0, visit);
}
/// Whether the sentence is about this combination.
Verdict included(World& world, const std::vector<graph::Binder>& binders, const Environment& environment);

/// The same instances, as far as both sentences open the same entities.
bool concernSame(const std::vector<graph::Binder>& a, const Environment& x, const std::vector<graph::Binder>& b,
                 const Environment& y);

/// Whether the first slots of `longer` are those of `shorter`.
bool startsWith(const Environment& longer, const Environment& shorter);

/// Adds a record of the rule for every combination that has none; `prepare` fills it in. True when there were any.
template <class Record, class Prepare>
bool addRecords(World& world, Unit unit, const std::vector<graph::Binder>& binders, std::vector<Record>& records,
                Prepare prepare) {
  const std::uint32_t known = countOf(world, binders);
  if (std::exchange(world.combined[unit], known) == known) return false;
  const std::size_t before = records.size();
  eachCombination(world, binders, [&](const Environment& environment) {
    for (const Record& record : records)
      if (startsWith(record.environment, environment)) return;
    world.work.enter(unit, static_cast<Row>(records.size()));
    Record record;
    record.environment = environment;
    record.included = included(world, binders, environment);
    prepare(record);
    records.push_back(std::move(record));
  });
  return records.size() > before;
}

/// Visits the records of a rule that are due, also those that a visit adds. True when a visit says that it changed
/// something.
template <class Record, class Visit>
bool eachDue(World& world, Unit unit, const std::vector<Record>& records, Visit visit) {
  bool changed = false;
  for (Row row = 0; row < records.size(); ++row) {
    if (!world.work.isDue(unit, row)) continue;
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

/// Whether the trigger fires in this instant. A pattern's occurrence is left in its slot of `environment`.
std::optional<Firing> fires(World& world, const graph::Trigger& trigger, Environment& environment,
                            TriggerMemory& memory);

/// The keys of the instances, joined by "/". The party in `bearer` is told by `drager`, not here.
std::string keyOf(const World& world, const Environment& environment, std::size_t count,
                  std::optional<graph::Slot> bearer = std::nullopt);

}  // namespace beding::engine

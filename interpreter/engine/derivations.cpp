#include "engine/derivations.h"

#include <algorithm>
#include <utility>

#include "engine/instances.h"
#include "engine/lookup.h"

namespace beding::engine {

namespace {

using graph::Derivation;
using graph::DerivedFrom;
using graph::Norm;
using graph::NormId;

/// A duty that a shortcoming itself gave rise to makes no new one: an entity does not create its own instances.
bool comesFrom(const World& world, const Norm& norm, EventTypeId type) {
  if (norm.trigger && speaksOf(world, norm.trigger->pattern, type)) return true;
  return std::any_of(norm.binders.begin(), norm.binders.end(), [&](const graph::Binder& binder) {
    return speaksOf(world, at(world.graph.entities, binder.entity).created, type);
  });
}

void set(Event& event, std::uint32_t attribute, Value value) {
  if (attribute < event.attributes.size()) event.attributes[attribute] = std::move(value);
}

const std::string* textOf(const Event& event, std::uint32_t attribute) {
  return attribute < event.attributes.size() ? std::get_if<std::string>(&event.attributes[attribute]) : nullptr;
}

/// Stated under this key, or (for a duty without key) as a shortcoming of this lid.
bool isStated(const World& world, const Derivation& derivation, const std::string& key, const std::string& lid) {
  return std::any_of(world.occurrences.stated().begin(), world.occurrences.stated().end(),
                     [&](const Occurrence& occurrence) {
                       const Event& event = occurrence.event;
                       if (event.type != derivation.type || occurrence.derivedFrom) return false;
                       const std::string* stated = textOf(event, derivation.key);
                       const std::string* duty = textOf(event, derivation.lid);
                       return (stated != nullptr && *stated == key) ||
                              (duty != nullptr && key.starts_with(lid) && key.starts_with(*duty));
                     });
}

Arrival enter(World& world, const Derivation& derivation, Event event, DerivedBy cause) {
  Occurrence occurrence;
  occurrence.received = event.at;
  occurrence.event = std::move(event);
  occurrence.event.type = derivation.type;
  occurrence.happens = occurrence.arrives = world.now;
  occurrence.derivedFrom = cause;
  return {world.now, world.add(std::move(occurrence)), true, true};
}

Event blank(const World& world, const Derivation& derivation, const Moment& moment, const std::string& key) {
  Event event;
  event.at = moment;
  event.key = key;
  event.attributes.resize(at(world.graph.events, derivation.type).attributes.size());
  return event;
}

void deriveFromNorm(World& world, const Derivation& derivation, NormId id, std::uint32_t position,
                    std::vector<Arrival>& arrivals) {
  const Norm& norm = at(world.graph.norms, id);
  NormRecord& record = world.norms[id.index][position];
  const bool late = derivation.from == DerivedFrom::latePerformance;
  bool& told = late ? record.cureTold : record.breachTold;
  const bool now = late ? record.breachTold && record.status == "te-laat-nagekomen"
                        : record.status == "geschonden" || record.status == "te-laat-nagekomen";
  if (told || !now) return;
  told = true;
  const std::string own = keyOf(world, record.environment, norm.binders.size(), norm.bearer.slot);
  const std::string lid = lidOf(world, norm.where);
  const std::string duty = lid + " " + norm.name;
  const std::string& key = own.empty() ? duty : own;
  if (comesFrom(world, norm, derivation.type) || isStated(world, derivation, key, lid)) return;
  Event event = blank(world, derivation, late ? *record.since : record.breachedAt.value_or(*record.since), key);
  set(event, derivation.key, key);
  set(event, derivation.party, std::string(partyName(record.bearer)));
  set(event, derivation.lid, duty);
  for (graph::Slot slot = 0; slot < norm.binders.size(); ++slot)
    event.about.push_back(world.keyOf(record.environment.at(slot)));
  arrivals.push_back(enter(world, derivation, std::move(event), {id, position}));
}

void deriveFromNorms(World& world, const Derivation& derivation, const std::vector<std::uint32_t>& moved,
                     std::vector<Arrival>& arrivals) {
  for (const std::uint32_t index : moved) {
    if (!isDuty(world.graph.norms[index].kind)) continue;
    for (std::uint32_t position = 0; position < world.norms[index].size(); ++position)
      deriveFromNorm(world, derivation, NormId{index}, position, arrivals);
  }
}

bool isStated(const World& world, const Derivation& derivation, Date first) {
  return std::any_of(world.occurrences.stated().begin(), world.occurrences.stated().end(),
                     [&](const Occurrence& occurrence) {
                       const Event& event = occurrence.event;
                       if (event.type != derivation.type || derivation.first >= event.attributes.size()) return false;
                       const auto* stated = std::get_if<Moment>(&event.attributes[derivation.first]);
                       return stated != nullptr && stated->day == first;
                     });
}

void deriveFromRenewal(World& world, const Derivation& derivation, std::vector<Arrival>& arrivals) {
  const auto period = runningPeriod(world).period;
  if (!period || period->number <= world.agreement.renewals) return;
  world.agreement.renewals = period->number;
  if (isStated(world, derivation, period->first)) return;
  const std::string key = "verlenging " + std::to_string(period->number);
  Event event = blank(world, derivation, momentOf(startOfDay(period->first)), key);
  set(event, derivation.first, beding::momentOf(period->first));
  set(event, derivation.last, beding::momentOf(period->last));
  arrivals.push_back(enter(world, derivation, std::move(event), {}));
}

}  // namespace

namespace {

/// Each once, in the order of the graph; then they have been looked at.
std::vector<std::uint32_t> movedNorms(World& world) {
  auto moved = std::exchange(world.movedNorms, {});
  std::sort(moved.begin(), moved.end());
  moved.erase(std::unique(moved.begin(), moved.end()), moved.end());
  return moved;
}

}  // namespace

std::vector<Arrival> derive(World& world) {
  std::vector<Arrival> arrivals;
  const auto moved = movedNorms(world);
  for (const Derivation& derivation : world.graph.derivations) {
    if (derivation.from != DerivedFrom::renewal)
      deriveFromNorms(world, derivation, moved, arrivals);
    else if (world.agreement.followed)
      deriveFromRenewal(world, derivation, arrivals);
  }
  world.agreement.followed = false;
  return arrivals;
}

}  // namespace beding::engine

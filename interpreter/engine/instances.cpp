#include "engine/instances.h"

#include <algorithm>

namespace beding::engine {

namespace {

using graph::Entity;

/// The keys that an occurrence gives: of its key attribute (a list names several), else its own.
std::vector<std::string> keysOf(const World& world, const Entity& entity, const graph::Pattern& pattern,
                                const Occurrence& occurrence) {
  const Value* value = nullptr;
  if (entity.keyAttribute != 0xffffffff && !pattern.alternatives.empty()) {
    const EventType& first = at(world.graph.events, pattern.alternatives.front().type);
    const bool known = entity.keyAttribute < first.attributes.size();
    value = attributeValue(world, occurrence, entity.keyAttribute,
                           known ? &first.attributes[entity.keyAttribute].name : nullptr);
  }
  if (value != nullptr) {
    if (const auto* text = std::get_if<std::string>(value)) return {*text};
    if (const auto* list = std::get_if<std::vector<std::string>>(value)) return *list;
  }
  return {occurrence.event.key};
}

bool exists(const World& world, graph::EntityId entity, const std::string& key) {
  const auto& all = world.ofEntity[entity.index];
  return std::any_of(all.begin(), all.end(), [&](std::uint32_t index) { return world.instances[index].key == key; });
}

/// Those who read it are due.
void add(World& world, Instance instance) {
  world.work.mark(world.plan.ofEntity[instance.entity.index]);
  for (const Unit unit : world.plan.overEntity[instance.entity.index]) world.work.markRule(unit);
  world.work.markAwaiting(world.plan.ofReferences);
  const graph::EntityId entity = instance.entity;
  const std::uint32_t index = world.add(std::move(instance));
  if (entity == world.graph.ledger.invoice || entity == world.graph.ledger.advance) world.unposted.push_back(index);
}

void createInstancesOf(World& world, graph::EntityId id) {
  const Entity& entity = at(world.graph.entities, id);
  const graph::Pattern& pattern = at(world.graph.patterns, entity.created);
  const std::uint32_t occurrence = world.arrival->occurrence;
  if (!isNew(world, pattern, occurrence)) return;
  if (matches(world, entity.created, occurrence, {}).truth() != Truth::yes) return;
  for (const std::string& key : keysOf(world, entity, pattern, world.occurrences[occurrence])) {
    if (!exists(world, id, key)) add(world, {id, key, graph::Party::none, occurrence});
  }
}

std::optional<Firing> firesByOccurrence(World& world, const graph::Trigger& trigger, const Environment& environment,
                                        TriggerMemory& memory) {
  if (world.arrival == nullptr || memory.lastFired == world.arrival->occurrence) return std::nullopt;
  const graph::Pattern& pattern = at(world.graph.patterns, trigger.pattern);
  const std::uint32_t occurrence = world.arrival->occurrence;
  if (!isNew(world, pattern, occurrence)) return std::nullopt;
  const Verdict match = matches(world, trigger.pattern, occurrence, environment);
  if (match.truth() == Truth::no) return std::nullopt;
  memory.lastFired = occurrence;
  return Firing{
      *momentOf(world, pattern, occurrence).moment(), world.now, {Binding::Kind::occurrence, occurrence}, match};
}

std::optional<Firing> firesByBecoming(World& world, const graph::Trigger& trigger, const Environment& environment,
                                      TriggerMemory& memory) {
  const Verdict now = decide(world, trigger.becomes, environment);
  const bool wasTrue = std::exchange(memory.wasTrue, now.truth() == Truth::yes);
  if (wasTrue || now.truth() != Truth::yes) return std::nullopt;
  return Firing{world.moment(), world.now, {}, now};
}

}  // namespace

void createInstances(World& world) {
  if (world.arrival == nullptr) return;
  const EventTypeId type = world.occurrences[world.arrival->occurrence].event.type;
  for (const graph::EntityId entity : world.plan.created[type.index]) createInstancesOf(world, entity);
}

Verdict included(World& world, const std::vector<graph::Binder>& binders, const Environment& environment) {
  Verdict whole = truth(true);
  for (const graph::Binder& binder : binders) conjoin(whole, holds(world, binder.where, environment));
  return whole;
}

bool concernSame(const std::vector<graph::Binder>& a, const Environment& x, const std::vector<graph::Binder>& b,
                 const Environment& y) {
  for (graph::Slot i = 0; i < a.size(); ++i) {
    for (graph::Slot j = 0; j < b.size(); ++j) {
      if (a[i].entity == b[j].entity && x.at(i) != y.at(j)) return false;
    }
  }
  return true;
}

std::optional<Firing> fires(World& world, const graph::Trigger& trigger, const Environment& environment,
                            TriggerMemory& memory) {
  if (trigger.pattern) {
    auto firing = firesByOccurrence(world, trigger, environment, memory);
    if (firing) return firing;
  }
  return trigger.becomes ? firesByBecoming(world, trigger, environment, memory) : std::nullopt;
}

Environment with(const World& world, const graph::Trigger& trigger, Environment environment, const Firing& firing) {
  if (firing.occurrence) environment.bind(at(world.graph.patterns, trigger.pattern).occurrence, firing.occurrence);
  return environment;
}

std::string keyOf(const World& world, const Environment& environment, std::size_t count,
                  std::optional<graph::Slot> bearer) {
  std::string key;
  for (graph::Slot slot = 0; slot < count; ++slot) {
    const Binding binding = environment.at(slot);
    if (!binding || bearer == slot) continue;
    key += (key.empty() ? "" : "/") + world.keyOf(binding);
  }
  return key;
}

}  // namespace beding::engine

#include "engine/order.h"

#include <algorithm>

#include "engine/agreement.h"
#include "engine/expressions.h"
#include "engine/run.h"

namespace beding::engine {

namespace {

/// What an order may decide: which exercises are valid, and which norms are breached when.
struct Decisions {
  std::vector<std::string> exercises;
  std::vector<std::string> breaches;
  friend bool operator==(const Decisions&, const Decisions&) = default;
};

std::string keyOf(const World& world, const Environment& environment) {
  std::string key;
  for (std::size_t slot = 0; slot < environment.slots.size(); ++slot) key += world.keyOf(environment.slots[slot]) + "/";
  return key;
}

Decisions decisionsOf(const World& world) {
  Decisions decisions;
  for (const Exercise& exercise : world.exercises) {
    decisions.exercises.push_back(world.occurrences[exercise.occurrence].event.key + " " +
                                  std::to_string(exercise.norm.index) + " " + std::string(partyName(exercise.bearer)) +
                                  " " + std::to_string(static_cast<int>(exercise.valid)));
  }
  for (std::uint32_t norm = 0; norm < world.norms.size(); ++norm) {
    for (const NormRecord& record : world.norms[norm]) {
      const bool breached = record.breachedAt || !record.violations.empty();
      if (breached)
        decisions.breaches.push_back(std::to_string(norm) + " " + keyOf(world, record.environment) +
                                     std::to_string(record.violations.size()));
    }
  }
  std::sort(decisions.exercises.begin(), decisions.exercises.end());
  std::sort(decisions.breaches.begin(), decisions.breaches.end());
  return decisions;
}

/// Whether anything in the document asks for such an event.
bool isRead(const World& world, EventTypeId type) {
  const graph::Graph& graph = world.graph;
  const Plan& plan = world.plan;
  return !plan.ofEvent[type.index].empty() || !plan.created[type.index].empty() ||
         !plan.exercised[type.index].empty() || type == graph.ledger.paymentReceived ||
         type == graph.ledger.interestCharged || speaksOf(world, graph.formation, type) ||
         isEndEvent(at(graph.events, type));
}

/// Only where one of the two is an exercise or could breach something can the order decide.
bool mayDecide(const World& world, std::uint32_t first) {
  const Event& a = world.occurrences[first].event;
  const Event& b = world.occurrences[first + 1].event;
  if (a.at.instant || b.at.instant || a.at.day != b.at.day) return false;
  if (!isRead(world, a.type) || !isRead(world, b.type)) return false;
  return std::any_of(world.exercises.begin(), world.exercises.end(), [&](const Exercise& exercise) {
    return exercise.occurrence == first || exercise.occurrence == first + 1;
  });
}

bool decides(const World& world, std::uint32_t first, const Decisions& decisions) {
  Timeline swapped = world.timeline;
  std::swap(swapped.events[first], swapped.events[first + 1]);
  EvaluationOptions options = world.options;
  options.asOf = world.asOf;
  options.explain = false;
  World other(world.plan, world.graph, swapped, options);
  run(other);
  return !(decisionsOf(other) == decisions);
}

std::string named(const World& world, std::uint32_t index) {
  const Occurrence& occurrence = world.occurrences[index];
  return world.typeOf(occurrence).name + " " + occurrence.event.key;
}

}  // namespace

void warnAboutOrder(World& world) {
  std::optional<Decisions> decisions;
  for (std::uint32_t first = 0; first + 1 < world.occurrences.stated().size(); ++first) {
    if (!mayDecide(world, first)) continue;
    if (!decisions) decisions = decisionsOf(world);
    if (!decides(world, first, *decisions)) continue;
    const Moment day = beding::momentOf(world.occurrences[first].event.at.day);
    world.warnings.insert(worded({"de volgorde op {0} maakt verschil: {1} staat voor {2}; geef het tijdstip",
                                  "the order on {0} makes a difference: {1} stands before {2}; give the time"},
                                 {wordingOf(day), named(world, first), named(world, first + 1)}));
  }
}

}  // namespace beding::engine

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

Timeline exchanged(Timeline timeline, std::uint32_t first) {
  std::swap(timeline.events[first], timeline.events[first + 1]);
  return timeline;
}

EvaluationOptions withoutReasons(EvaluationOptions options, Date asOf) {
  options.asOf = asOf;
  options.explain = false;
  return options;
}

std::string named(const World& world, std::uint32_t index) {
  const Occurrence& occurrence = world.occurrences[index];
  return world.typeOf(occurrence).name + " " + occurrence.event.key;
}

}  // namespace

/// A world in which two events stand the other way round.
struct OtherOrders::Other {
  Other(const World& like, std::uint32_t theFirst)
      : first(theFirst),
        timeline(exchanged(like.timeline, first)),
        options(withoutReasons(like.options, like.asOf)),
        world(like.plan, like.graph, timeline, options) {
    run(world);
  }
  /// Lets come in what came since. False when that has to begin anew.
  bool goesOn(const World& like) {
    const auto& events = like.timeline.events;
    for (std::size_t index = timeline.events.size(); index < events.size(); ++index) {
      timeline.events.push_back(events[index]);
      if (!takeNext(world, events[index])) return false;
    }
    options.asOf = like.asOf;
    runThrough(world, like.asOf);
    return true;
  }

  const std::uint32_t first;  ///< of the two, as they stand on the real timeline
  Timeline timeline;
  EvaluationOptions options;
  World world;
};

OtherOrders::OtherOrders() = default;
OtherOrders::~OtherOrders() = default;
OtherOrders::OtherOrders(OtherOrders&&) noexcept = default;
OtherOrders& OtherOrders::operator=(OtherOrders&&) noexcept = default;

World& OtherOrders::of(const World& world, std::uint32_t first) {
  const auto known =
      std::find_if(others_.begin(), others_.end(), [&](const auto& other) { return other->first == first; });
  if (known == others_.end()) return others_.emplace_back(std::make_unique<Other>(world, first))->world;
  if (!(*known)->goesOn(world)) *known = std::make_unique<Other>(world, first);
  return (*known)->world;
}

void OtherOrders::warnAbout(World& world) {
  std::optional<Decisions> decisions;
  for (std::uint32_t first = 0; first + 1 < world.occurrences.stated().size(); ++first) {
    if (!mayDecide(world, first)) continue;
    if (!decisions) decisions = decisionsOf(world);
    if (decisionsOf(of(world, first)) == *decisions) continue;
    const Moment day = beding::momentOf(world.occurrences[first].event.at.day);
    world.warnings.insert(worded({"de volgorde op {0} maakt verschil: {1} staat voor {2}; geef het tijdstip",
                                  "the order on {0} makes a difference: {1} stands before {2}; give the time"},
                                 {wordingOf(day), named(world, first), named(world, first + 1)}));
  }
}

}  // namespace beding::engine

// From a timeline to what the sentences see of it.
#include <algorithm>

#include "machine/contract.h"

namespace beding::machine {

/// False when it has something that the machine has no place for.
bool Contract::read(const PlainEvent& event, const Cell* cells) {
  Taken& taken = taken_.emplace_back();
  taken.thing.day = taken.received = event.at.days;
  taken.thing.key = event.key;
  taken.thing.order = static_cast<std::uint32_t>(taken_.size());
  taken.thing.cells = cells;
  if (!program_.hasPlan[event.type.index]) return true;
  const EventPlan& plan = program_.events[event.type.index];
  taken.plan = &plan;
  const bool hasPlace = std::none_of(plan.cells.begin(), plan.cells.end(),
                                     [&](std::uint32_t cell) { return cells[cell].kind == Cell::Kind::other; });
  if (plan.forTheEngine || !hasPlace || (plan.against != none && cells[plan.against].known())) return false;
  if (plan.received != none && cells[plan.received].kind == Cell::Kind::day)
    taken.received = static_cast<kern::Dag>(cells[plan.received].number);
  const bool foreign = plan.currency != none && cells[plan.currency].known() && cells[plan.currency].text() != "EUR";
  return !foreign && (plan.paid == none || cells[plan.paid].kind == Cell::Kind::cents);
}

bool Contract::read(const PlainTimeline& timeline, Date asOf) {
  taken_.clear();
  taken_.reserve(timeline.events.size());
  return std::all_of(timeline.events.begin(), timeline.events.end(),
                     [&](const PlainEvent& event) { return event.at > asOf || read(event, timeline.valuesOf(event)); });
}

}  // namespace beding::machine

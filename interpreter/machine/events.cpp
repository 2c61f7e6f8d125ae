// From the events of a timeline to cells.
#include <algorithm>

#include "machine/contract.h"
#include "machine/steps.h"

namespace beding::machine {

/// False when it has something that the machine has no place for.
bool Contract::read(const PlainEvent& event, const PlainValue* values) {
  Taken& taken = taken_.emplace_back();
  taken.thing.day = taken.received = event.at.days;
  taken.thing.key = event.key;
  taken.thing.order = static_cast<std::uint32_t>(taken_.size());
  if (!program_.hasPlan[event.type.index]) return true;
  const EventPlan& plan = program_.events[event.type.index];
  if (plan.forTheEngine) return false;
  taken.plan = &plan;
  taken.thing.cells = cells_.data() + cells_.size();
  for (const std::uint32_t attribute : plan.cells) {
    cells_.push_back(cellOf(values[attribute]));
    if (cells_.back().kind == Cell::Kind::unknown) return false;
  }
  const Cell* cells = taken.thing.cells;
  if (plan.received != none && cells[plan.received].kind == Cell::Kind::day)
    taken.received = static_cast<kern::Dag>(cells[plan.received].number);
  const bool foreign = plan.currency != none && cells[plan.currency].known() && cells[plan.currency].text != "EUR";
  return !foreign && (plan.paid == none || cells[plan.paid].kind == Cell::Kind::cents);
}

bool Contract::read(const PlainTimeline& timeline, Date asOf) {
  cells_.clear();
  taken_.clear();
  cells_.reserve(timeline.values.size());  // nothing moves while events point at their cells
  taken_.reserve(timeline.events.size());
  return std::all_of(timeline.events.begin(), timeline.events.end(),
                     [&](const PlainEvent& event) { return event.at > asOf || read(event, timeline.valuesOf(event)); });
}

}  // namespace beding::machine

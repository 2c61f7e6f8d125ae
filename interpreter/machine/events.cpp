// From the events of a timeline to cells.
#include <algorithm>

#include "machine/contract.h"
#include "machine/steps.h"

namespace beding::machine {

namespace {

Cell cellOf(const Value& value) {
  Cell cell;
  cell.kind = Cell::Kind::unknown;  // also what the machine has no place for
  if (!isKnown(value)) {
    cell.kind = Cell::Kind::nothing;
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    cell = {Cell::Kind::text, 0, {}, *text};
  } else if (const auto* money = std::get_if<Money>(&value)) {
    if (const auto cents = centsOf(*money)) cell = {Cell::Kind::cents, *cents, {}, {}};
  } else if (const auto* moment = std::get_if<Moment>(&value)) {
    if (!moment->instant) cell = {Cell::Kind::day, moment->day.days, {}, {}};
  } else if (const auto* truth = std::get_if<Truth>(&value)) {
    if (*truth != Truth::unknown)
      cell = {Cell::Kind::truth, static_cast<std::int64_t>(kern::waar(*truth == Truth::yes)), {}, {}};
  } else if (const auto* length = std::get_if<Duration>(&value)) {
    if (const auto term = termOf(*length)) cell = {Cell::Kind::term, 0, *term, {}};
  }
  return cell;
}

}  // namespace

/// False when it has something that the machine has no place for.
bool Contract::read(const Event& event, Taken& taken) {
  if (event.at.instant) return false;
  taken.thing.day = event.at.day.days;
  taken.thing.key = event.key;
  taken.thing.order = static_cast<std::uint32_t>(taken_.size());
  taken.received = taken.thing.day;
  if (!program_.hasPlan[event.type.index]) return true;
  const EventPlan& plan = program_.events[event.type.index];
  if (plan.forTheEngine) return false;
  taken.plan = &plan;
  taken.thing.cells = cells_.data() + cells_.size();
  for (const std::uint32_t attribute : plan.cells) {
    cells_.push_back(attribute < event.attributes.size() ? cellOf(event.attributes[attribute]) : Cell{});
    if (cells_.back().kind == Cell::Kind::unknown) return false;
  }
  const Cell* cells = taken.thing.cells;
  if (plan.received != none && cells[plan.received].kind == Cell::Kind::day)
    taken.received = static_cast<kern::Dag>(cells[plan.received].number);
  const bool foreign = plan.currency != none && cells[plan.currency].known() && cells[plan.currency].text != "EUR";
  return !foreign && (plan.paid == none || cells[plan.paid].kind == Cell::Kind::cents);
}

bool Contract::read(const Timeline& timeline, Date asOf) {
  if (!timeline.judgements.empty()) return false;
  cells_.clear();
  taken_.clear();
  std::size_t count = 0;
  for (const Event& event : timeline.events) count += program_.events[event.type.index].cells.size();
  cells_.reserve(count);  // nothing moves while events point at their cells
  taken_.reserve(timeline.events.size());
  for (const Event& event : timeline.events) {
    if (event.at.day > asOf) continue;
    Taken& taken = taken_.emplace_back();
    if (!read(event, taken)) return false;
  }
  return true;
}

}  // namespace beding::machine

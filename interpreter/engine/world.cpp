#include "engine/world.h"

#include <algorithm>
#include <utility>

namespace beding::engine {

namespace {

using graph::Graph;
using graph::Party;

/// The day asked for, else that of the last line of the timeline, judgements included.
Date lastDayOf(const Timeline& timeline, const EvaluationOptions& options) {
  if (options.asOf) return *options.asOf;
  Date last = timeline.events.empty() ? Date{} : timeline.events.back().at.day;
  for (const JudgementAnswer& answer : timeline.judgements) last = std::max(last, answer.at.day);
  return last;
}

/// Index of a reading: by the option "LID/KWESTIE" -> name, else the standard.
std::uint32_t chosenReading(const graph::Issue& issue, const EvaluationOptions& options) {
  const auto option = options.readings.find(issue.where.lid + "/" + issue.name);
  if (option == options.readings.end()) return issue.standard;
  const auto place = std::find(issue.readings.begin(), issue.readings.end(), option->second);
  return place == issue.readings.end() ? issue.standard : static_cast<std::uint32_t>(place - issue.readings.begin());
}

/// The day or hour at which a statement reached the other party, when the event says so.
Moment receiptOf(const Event& event, const EventType& type) {
  for (std::size_t index = 0; index < type.attributes.size() && index < event.attributes.size(); ++index) {
    const auto* moment = std::get_if<Moment>(&event.attributes[index]);
    if (moment != nullptr && type.attributes[index].name == "ontvangen") return *moment;
  }
  return event.at;
}

/// A date-only event takes the time of the event before it on that day.
Tick tickOf(const Event& event, const Tick* previous) {
  const Tick start{earliest(event.at), Phase::event};
  if (event.at.instant || previous == nullptr) return start;
  return std::max(start, Tick{previous->at(), Phase::event});
}

Calendar calendarOf(const Graph& graph, const Timeline& timeline, Date asOf) {
  Calendar calendar;
  calendar.equated = &graph.equatedDays;
  for (const Event& event : timeline.events) {
    if (!graph.closingDay || event.type != graph.closingDay || event.at.day > asOf) continue;
    for (const Value& value : event.attributes) {
      const auto* day = std::get_if<Moment>(&value);
      if (day != nullptr && day->day > event.at.day) calendar.closingDays.insert(day->day);
    }
  }
  return calendar;
}

}  // namespace

World::World(const Plan& thePlan, const Graph& theGraph, const Timeline& theTimeline,
             const EvaluationOptions& theOptions)
    : plan(thePlan), graph(theGraph), timeline(theTimeline), options(theOptions), work(thePlan, theOptions.thorough) {
  endOn(lastDayOf(timeline, options));
  calendar = calendarOf(graph, timeline, asOf);
  for (const graph::Issue& issue : graph.issues) readings.push_back(chosenReading(issue, options));
  for (const graph::IgnoredHoliday& holiday : graph.ignoredHolidays)
    if (active(holiday.guard)) calendar.notHolidays.insert(holiday.name);
  ofType.resize(graph.events.size());
  ofEntity.resize(std::max<std::size_t>(1, graph.entities.size()));
  combined.resize(plan.count());
  rows.resize(plan.count());
  told.resize(plan.count());
  for (const Event& event : timeline.events)
    if (event.at.day <= asOf) take(event);
  for (const Party party : {Party::contractor, Party::client}) {
    add({graph::EntityId{0}, std::string(partyName(party)), party, 0});
  }
  states.resize(graph.states.size());
  norms.resize(graph.norms.size());
  amounts.resize(graph.amounts.size());
  rights.resize(graph.rights.size());
  effects.resize(graph.effects.size());
}

bool World::active(const graph::ReadingGuard& guard) const {
  return !guard.issue || readings[guard.issue.index] == guard.reading;
}

graph::NormId World::payment() const {
  const graph::LedgerRules& rules = graph.ledger;
  if (!rules.payment || active(beding::at(graph.norms, rules.payment).guard)) return rules.payment;
  for (const graph::NormId other : rules.otherPayments) {
    if (active(beding::at(graph.norms, other).guard)) return other;
  }
  return rules.payment;
}

Moment World::moment() const {
  if (arrival == nullptr) return momentOf(now);
  const Occurrence& occurrence = occurrences[arrival->occurrence];
  return arrival->happens ? occurrence.event.at : occurrence.received;
}

const std::string& World::keyOf(Binding binding) const {
  static const std::string empty;
  if (binding.kind == Binding::Kind::instance) return instances[binding.index].key;
  if (binding.kind == Binding::Kind::occurrence) return occurrences[binding.index].event.key;
  return empty;
}

const Occurrence* World::occurrenceOf(Binding binding) const {
  if (binding.kind == Binding::Kind::occurrence) return &occurrences[binding.index];
  if (binding.kind == Binding::Kind::none || instances[binding.index].party != Party::none) return nullptr;
  return &occurrences[instances[binding.index].createdBy];
}

Party World::partyOf(Binding binding) const {
  return binding.kind == Binding::Kind::instance ? instances[binding.index].party : Party::none;
}

Party World::partyOf(const graph::PartyRef& party, const Environment& environment) const {
  const Party found = party.slot ? partyOf(environment.at(*party.slot)) : party.fixed;
  return party.other ? otherParty(found) : found;
}

Party World::partyNamed(const std::string& text) const {
  if (text == partyName(Party::contractor) || text == graph.contractorName) return Party::contractor;
  if (text == partyName(Party::client) || text == graph.clientName) return Party::client;
  const graph::Agent* agent = agentNamed(text);
  return agent != nullptr ? agent->party : Party::none;
}

const graph::Agent* World::agentNamed(const std::string& text) const {
  const auto agent = std::find_if(graph.agents.begin(), graph.agents.end(),
                                  [&](const graph::Agent& candidate) { return candidate.name == text; });
  return agent != graph.agents.end() ? &*agent : nullptr;
}

Binding World::bindingOf(Party party) const {
  if (party == Party::none) return {};
  return {Binding::Kind::instance, party == Party::contractor ? 0U : 1U};
}

const EventType& World::typeOf(const Occurrence& occurrence) const {
  return beding::at(graph.events, occurrence.event.type);
}

void World::endOn(Date day) {
  asOf = day;
  end = {Instant{startOf(day + 1).seconds - 1}, Phase::event};
}

void World::take(const Event& event) {
  const Occurrence* before = occurrences.stated().empty() ? nullptr : &occurrences.stated().back();
  const bool sameDay = before != nullptr && before->event.at.day == event.at.day;
  Occurrence occurrence;
  occurrence.event = event;
  occurrence.received = receiptOf(event, beding::at(graph.events, event.type));
  occurrence.happens = tickOf(event, sameDay ? &before->happens : nullptr);
  occurrence.arrives = std::max(occurrence.happens, Tick{earliest(occurrence.received), Phase::event});
  const Tick happens = occurrence.happens, arrives = occurrence.arrives;
  const std::uint32_t index = add(std::move(occurrence));
  expect({happens, index, true, arrives == happens});
  if (arrives != happens) expect({arrives, index, false, true});
}

void World::expect(const Arrival& coming) {
  const auto place = std::upper_bound(arrivals.begin() + static_cast<std::ptrdiff_t>(arrived), arrivals.end(), coming,
                                      [](const Arrival& a, const Arrival& b) { return a.tick < b.tick; });
  arrivals.insert(place, coming);
}

std::uint32_t World::add(Occurrence occurrence) {
  auto& alike = ofType[occurrence.event.type.index];
  const std::uint32_t index = occurrences.add(std::move(occurrence));
  alike.insert(std::upper_bound(alike.begin(), alike.end(), index), index);
  return index;
}

std::uint32_t World::add(Instance instance) {
  const auto index = static_cast<std::uint32_t>(instances.size());
  auto& alike = ofEntity[instance.entity.index];
  instance.place = static_cast<std::uint32_t>(alike.size());
  if (instance.party == Party::none)
    instance.bornBefore = std::exchange(occurrences[instance.createdBy].lastBorn, index);
  alike.push_back(index);
  instances.push_back(std::move(instance));
  return index;
}

std::optional<std::uint32_t> World::bornOf(std::uint32_t occurrence, graph::EntityId entity) const {
  std::optional<std::uint32_t> first;
  for (std::uint32_t index = occurrences[occurrence].lastBorn; index != 0; index = instances[index].bornBefore)
    if (instances[index].entity == entity) first = index;
  return first;
}

namespace {

bool sharesInstances(const std::vector<SameInstance>& same, const Environment& read, const Environment& reader) {
  return std::all_of(same.begin(), same.end(), [&](const SameInstance& slots) {
    const Binding a = read.at(slots.read), b = reader.at(slots.reader);
    return !a || !b || a == b;
  });
}

/// The instance that stands first in the records of the reader, when it is the same.
Binding sharedFirst(const std::vector<SameInstance>& same, const Environment& read) {
  const auto first =
      std::find_if(same.begin(), same.end(), [](const SameInstance& slots) { return slots.reader == 0; });
  return first != same.end() ? read.at(first->read) : Binding{};
}

}  // namespace

void World::tell(UnitKind kind, std::uint32_t index, const Environment& changed) {
  const Unit unit = plan.unit(kind, index);
  const UnitReaders& readers = plan.ofUnit[unit];
  if (std::exchange(told[unit], work.pass()) != work.pass()) work.touch(readers.ofAll);
  tellSome(readers.ofSome, changed);
}

void World::tellDeadline(graph::NormId norm, const Environment& changed) {
  const UnitReaders& readers = plan.ofDeadline[norm.index];
  work.touch(readers.ofAll);
  tellSome(readers.ofSome, changed);
}

void World::tellSome(const std::vector<RecordReader>& readers, const Environment& changed) {
  for (const RecordReader& reader : readers) {
    work.stir();
    work.markRule(reader.unit);
    withRecords(reader.unit, [&](const auto& records) {
      eachRow(reader.unit, records.size(), sharedFirst(reader.same, changed), [&](Row row) {
        if (sharesInstances(reader.same, changed, records[row].environment)) work.markRow(reader.unit, row);
        return true;
      });
    });
  }
}

std::string_view partyName(Party party) {
  switch (party) {
    case Party::contractor:
      return "Opdrachtnemer";
    case Party::client:
      return "Opdrachtgever";
    case Party::none:
      return "";
  }
  return "";
}

Party otherParty(Party party) {
  if (party == Party::contractor) return Party::client;
  return party == Party::client ? Party::contractor : Party::none;
}

std::string lidOf(const World& world, const graph::Provenance& where) { return lidOf(world.graph, where); }

}  // namespace beding::engine

// Time, three-valued logic, things and instances.
#include <algorithm>

#include "oracle/reference_view.h"

namespace beding::oracle {

using graph::Party;

// ------------------------------------------------------------------------------------------------------------- time

Tick midnight(Date day) { return {startOf(day), 0}; }
Tick beginOf(const Moment& moment) { return {earliest(moment), 0}; }
Tick endOf(const Moment& moment) { return moment.instant ? Tick{*moment.instant, 2} : midnight(moment.day + 1); }
Date dayOf(const Tick& tick) { return beding::dayOf(tick.at); }
Date lastDayBefore(const Tick& tick) { return tick == midnight(dayOf(tick)) ? dayOf(tick) - 1 : dayOf(tick); }

void lookAt(const View& view, const Moment& moment) {
  for (const Tick& tick : {beginOf(moment), endOf(moment)})
    if (tick > view.now) view.in.ticks.insert(tick);
}

void lookAt(const View& view, Instant instant) {
  for (const Tick& tick : {Tick{instant, 0}, Tick{instant, 2}})
    if (tick > view.now) view.in.ticks.insert(tick);
}

const Calendar& calendarOf(const View& view) { return view.calendar != nullptr ? *view.calendar : view.in.calendar; }

// ---------------------------------------------------------------------------------------------- three-valued logic

Answer answer(Value value) {
  Answer whole;
  whole.value = std::move(value);
  return whole;
}

Answer answer(Truth truth) { return answer(Value(truth)); }
Answer yes() { return answer(Truth::yes); }
Answer no() { return answer(Truth::no); }

bool isKnownAnswer(const Answer& answer) { return isKnown(answer.value) && answer.value != Value(Truth::unknown); }
bool isUnknown(const Answer& answer) { return !isKnownAnswer(answer) && !answer.asks.empty(); }
const Moment* momentIn(const Answer& answer) { return std::get_if<Moment>(&answer.value); }
const Money* moneyIn(const Answer& answer) { return std::get_if<Money>(&answer.value); }
const std::string* textIn(const Answer& answer) { return std::get_if<std::string>(&answer.value); }

/// Events are complete: nothing of the kind is not true. What is not known, is not known.
Truth truth(const Answer& answer) {
  if (const auto* found = std::get_if<Truth>(&answer.value)) return *found;
  return isKnown(answer.value) || !answer.asks.empty() ? Truth::unknown : Truth::no;
}

void add(Asks& to, const Asks& from) { to.insert(from.begin(), from.end()); }

namespace {

/// Questions count while the outcome is not known. An assumption counts unless a part without one decides by itself.
Answer joined(Truth outcome, const Answer& a, const Answer& b, Truth decisive) {
  Answer whole = answer(outcome);
  if (outcome == Truth::unknown) {
    add(whole.asks, a.asks);
    add(whole.asks, b.asks);
  }
  const auto decides = [&](const Answer& part) { return truth(part) == decisive && part.assumed.empty(); };
  if (outcome == decisive && (decides(a) || decides(b))) return whole;
  add(whole.assumed, a.assumed);
  add(whole.assumed, b.assumed);
  return whole;
}

}  // namespace

Answer both(const Answer& a, const Answer& b) { return joined(truth(a) && truth(b), a, b, Truth::no); }
Answer either(const Answer& a, const Answer& b) { return joined(truth(a) || truth(b), a, b, Truth::yes); }

Answer isNot(const Answer& a) {
  Answer whole = answer(!truth(a));
  if (isOpen(a)) whole.asks = a.asks;
  whole.assumed = a.assumed;
  return whole;
}

// ------------------------------------------------------------------------------------------------------------ things

Place Place::with(std::uint32_t slot, Thing thing) const {
  Place changed = *this;
  if (slot >= changed.slots.size()) changed.slots.resize(slot + 1);
  changed.slots[slot] = thing;
  return changed;
}

std::string nameOf(Party party) {
  return party == Party::contractor ? "Opdrachtnemer" : party == Party::client ? "Opdrachtgever" : "";
}

Party other(Party party) {
  return party == Party::contractor ? Party::client : party == Party::client ? Party::contractor : Party::none;
}

Thing thingOf(Party party) {
  if (party == Party::none) return {};
  return {Thing::Kind::instance, party == Party::contractor ? 0U : 1U};
}

const std::string& keyOf(const View& view, Thing thing) {
  static const std::string nothing;
  if (thing.kind == Thing::Kind::instance) return view.facts.instances[thing.index].key;
  return thing.kind == Thing::Kind::event ? view.in.happenings[thing.index].event.key : nothing;
}

std::optional<std::uint32_t> eventOf(const View& view, Thing thing) {
  if (thing.kind == Thing::Kind::event) return thing.index;
  if (!thing || partyOf(view, thing) != Party::none) return std::nullopt;
  return view.facts.instances[thing.index].bornOf;
}

Party partyOf(const View& view, Thing thing) {
  return thing.kind == Thing::Kind::instance ? view.facts.instances[thing.index].party : Party::none;
}

Party partyNamed(const View& view, const std::string& text) {
  for (const Party party : {Party::contractor, Party::client}) {
    const bool contractor = party == Party::contractor;
    if (text == nameOf(party) || text == (contractor ? view.graph().contractorName : view.graph().clientName))
      return party;
  }
  const graph::Agent* agent = agentNamed(view, text);
  return agent != nullptr ? agent->party : Party::none;
}

const graph::Agent* agentNamed(const View& view, const std::string& text) {
  for (const graph::Agent& agent : view.graph().agents)
    if (agent.name == text) return &agent;
  return nullptr;
}

Party partyIn(const View& view, const Answer& answer) {
  const Party party = partyOf(view, answer.thing);
  return party == Party::none && textIn(answer) != nullptr ? partyNamed(view, *textIn(answer)) : party;
}

Party partyOf(const View& view, const graph::PartyRef& party, const Place& place) {
  Party found = party.fixed;
  if (party.slot) found = partyOf(view, place.at(*party.slot));
  if (party.expression) found = partyIn(view, valueOf(view, party.expression, place));
  return party.other ? other(found) : found;
}

std::string lidOf(const View& view, const graph::Provenance& where) {
  return (where.document.empty() ? view.graph().document : where.document) + ":" + where.lid;
}

std::vector<Place> combinations(const View& view, const std::vector<graph::Binder>& binders) {
  std::vector<Place> found(1);
  for (graph::Slot slot = 0; slot < binders.size(); ++slot) {
    std::vector<Place> longer;
    for (const Place& place : found)
      for (std::uint32_t index = 0; index < view.facts.instances.size(); ++index)
        if (view.facts.instances[index].entity == binders[slot].entity)
          longer.push_back(place.with(slot, {Thing::Kind::instance, index}));
    found = std::move(longer);
  }
  return found;
}

Answer included(const View& view, const std::vector<graph::Binder>& binders, const Place& place) {
  Answer whole = yes();
  for (const graph::Binder& binder : binders) whole = both(whole, met(view, binder.where, place));
  return whole;
}

bool sameInstances(const std::vector<graph::Binder>& a, const Place& x, const std::vector<graph::Binder>& b,
                   const Place& y) {
  for (graph::Slot i = 0; i < a.size(); ++i)
    for (graph::Slot j = 0; j < b.size(); ++j)
      if (a[i].entity == b[j].entity && x.at(i) != y.at(j)) return false;
  return true;
}

bool fits(const Place& place, const std::vector<Thing>& slots) {
  for (graph::Slot slot = 0; slot < slots.size(); ++slot)
    if (slots[slot] && place.at(slot) && slots[slot] != place.at(slot)) return false;
  return true;
}

std::string keyOf(const View& view, const Place& place, std::size_t count, std::optional<graph::Slot> bearer) {
  std::string key;
  for (graph::Slot slot = 0; slot < count; ++slot) {
    if (!place.at(slot) || bearer == slot) continue;
    key += (key.empty() ? "" : "/") + keyOf(view, place.at(slot));
  }
  return key;
}

std::optional<Firing> fires(const View& view, const graph::Trigger& trigger, Place& place, bool& was) {
  if (trigger.pattern && view.event) {
    const graph::Pattern& pattern = at(view.graph().patterns, trigger.pattern);
    const std::uint32_t event = view.event->event;
    const Answer certain = isNew(view, pattern, event) ? matches(view, trigger.pattern, event, place) : no();
    if (!isNo(certain)) {
      place = place.with(pattern.occurrence, {Thing::Kind::event, event});
      return Firing{momentOf(view, pattern, event), view.now, {Thing::Kind::event, event}, certain};
    }
  }
  if (!trigger.becomes) return std::nullopt;
  const Answer now = valueOf(view, trigger.becomes, place);
  const bool before = std::exchange(was, isYes(now));
  if (before || !isYes(now)) return std::nullopt;
  return Firing{view.moment, view.now, {}, now};
}

}  // namespace beding::oracle

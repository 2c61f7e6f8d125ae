// One instant after the other, each worked out until it comes out the same twice.
#include "oracle/reference.h"

#include <algorithm>
#include <stdexcept>

#include "graph/opposition.h"
#include "oracle/reference_instant.h"

namespace beding::oracle {

namespace {

using graph::Graph;

// ----------------------------------------------------------------------------------------------------- what is given

Moment receivedAt(const Event& event, const EventType& type) {
  const auto index = attributeIndex(type, "ontvangen");
  const auto* moment = index ? std::get_if<Moment>(&event.attributes[*index]) : nullptr;
  return moment != nullptr ? *moment : event.at;
}

/// In the order of the timeline; a day without hour takes that of the event before it on that day. What reached the
/// other party cannot have done so before it was sent.
std::vector<Happening> happeningsOf(const Graph& graph, const Timeline& timeline, Date asOf) {
  std::vector<Happening> all;
  for (const Event& event : timeline.events) {
    if (event.at.day > asOf) continue;
    Happening happening;
    happening.event = event;
    happening.received = receivedAt(event, at(graph.events, event.type));
    happening.happens = {earliest(event.at), 1};
    const bool sameDay = !all.empty() && all.back().event.at.day == event.at.day;
    if (!event.at.instant && sameDay) happening.happens = std::max(happening.happens, all.back().happens);
    happening.arrives = std::max(happening.happens, Tick{earliest(happening.received), 1});
    all.push_back(std::move(happening));
  }
  return all;
}

std::uint32_t readingOf(const graph::Issue& issue, const std::map<std::string, std::string>& chosen) {
  const auto choice = chosen.find(issue.where.lid + "/" + issue.name);
  if (choice == chosen.end()) return issue.standard;
  const auto place = std::find(issue.readings.begin(), issue.readings.end(), choice->second);
  return place == issue.readings.end() ? issue.standard : static_cast<std::uint32_t>(place - issue.readings.begin());
}

/// Closing days that were announced before they came; holidays that a reading does not count.
Calendar calendarOf(const Case& in) {
  Calendar calendar;
  for (const Happening& happening : in.happenings)
    for (const Value& value : happening.event.attributes) {
      const auto* day = std::get_if<Moment>(&value);
      const bool closes = in.graph.closingDay && happening.event.type == in.graph.closingDay;
      if (closes && day != nullptr && day->day > happening.event.at.day) calendar.closingDays.insert(day->day);
    }
  for (const graph::IgnoredHoliday& holiday : in.graph.ignoredHolidays)
    if (!holiday.guard.issue || in.readings[holiday.guard.issue.index] == holiday.guard.reading)
      calendar.notHolidays.insert(holiday.name);
  return calendar;
}

bool counts(const Case& in, graph::NodeRef node) {
  using graph::NodeKind;
  const graph::ReadingGuard guard = graph::guardOf(in.graph, node);
  if (guard.issue && in.readings[guard.issue.index] != guard.reading) return false;
  if (node.kind == NodeKind::state)
    return in.graph.states[node.index].report != graph::StateReport::hidden || in.graph.inForce.index == node.index;
  if (node.kind == NodeKind::quantity) return in.graph.quantities[node.index].reported;
  return node.kind != NodeKind::event && node.kind != NodeKind::judgement && node.kind != NodeKind::act;
}

/// The states that something reads that counts.
std::vector<bool> statesNeeded(const Case& in, const std::vector<graph::Link>& links) {
  std::set<graph::NodeRef> reached;
  for (const graph::NodeRef node : graph::nodesOf(in.graph))
    if (counts(in, node)) reached.insert(node);
  for (std::size_t before = 0; before != reached.size();) {
    before = reached.size();
    for (const graph::Link& link : links)
      if (reached.contains(link.reader)) reached.insert(link.read);
  }
  std::vector<bool> needed(in.graph.states.size());
  for (std::uint32_t state = 0; state < needed.size(); ++state)
    needed[state] = reached.contains({graph::NodeKind::state, state});
  return needed;
}

Facts nothing(const Graph& graph) {
  Facts facts;
  for (const graph::Party party : {graph::Party::contractor, graph::Party::client})
    facts.instances.push_back({graph::EntityId{0}, nameOf(party), party, 0});
  facts.states.resize(graph.states.size());
  facts.norms.resize(graph.norms.size());
  facts.amounts.resize(graph.amounts.size());
  facts.rights.resize(graph.rights.size());
  facts.effects.resize(graph.effects.size());
  return facts;
}

// --------------------------------------------------------------------------------------------------------- one instant

/// When and by what.
struct Instantly {
  Tick now;
  Moment moment;
  std::optional<Arrival> event;
};

View viewOf(Case& in, const Facts& facts, const Instantly& when) {
  return {in, facts, when.now, when.moment, when.event, nullptr};
}

/// One time through all nodes. Each is worked out from what it was in the instant before; what others have come to it
/// reads as it stands.
Facts once(Case& in, const Facts& before, const Facts& draft, const Instantly& when, const Consequences& exercised) {
  Facts facts = draft;
  const View view = viewOf(in, facts, when);
  Consequences consequences = exercised;
  for (std::uint32_t index = 0; index < facts.effects.size(); ++index)
    facts.effects[index] = effectsAfter(view, index, before.effects[index], before.course, consequences);
  facts.accelerating = consequences.accelerating;
  for (std::uint32_t index = 0; index < facts.states.size(); ++index)
    if (in.needed[index]) facts.states[index] = statesAfter(view, index, before.states[index]);
  facts.course = courseAfter(view, before.course, consequences);
  facts.standstills = standstillsAfter(view, before.standstills, consequences);
  for (std::uint32_t index = 0; index < facts.norms.size(); ++index)
    facts.norms[index] = normsAfter(view, graph::NormId{index}, before.norms[index], consequences.attempts);
  Books books = booksAfter(view, before);
  for (std::uint32_t index = 0; index < facts.amounts.size(); ++index)
    facts.amounts[index] = amountsAfter(view, index, before.amounts[index], books);
  useCredit(view, books);
  facts.books = std::move(books);
  for (std::uint32_t index = 0; index < facts.rights.size(); ++index)
    facts.rights[index] = rightsAfter(view, in.graph.rights[index], before.rights[index]);
  return facts;
}

/// States hold because of something, never because of each other: none does before it is found out.
Facts withoutStates(Facts facts) {
  for (auto& all : facts.states)
    for (StateFact& fact : all) {
      fact.holds = Truth::no;
      fact.asks.clear();
      fact.assumed.clear();
    }
  return facts;
}

constexpr int mostTimes = 200;

Facts settled(Case& in, const Facts& before, const Instantly& when, const Consequences& exercised) {
  Facts draft = withoutStates(before);
  for (int time = 0; time < mostTimes; ++time) {
    Facts facts = once(in, before, draft, when, exercised);
    if (facts == draft) return facts;
    draft = std::move(facts);
  }
  throw std::runtime_error("komt niet tot rust op " + isoText(when.moment));
}

// ----------------------------------------------------------------------------------------- what comes when it is over

/// An invoice that is open falls due at the end of this day; a later acceleration does not make it later.
void accelerate(const View& view, const graph::Effect& effect, Facts& facts) {
  for (NormFact& duty : facts.norms[paymentNorm(view).index]) {
    const auto post = principalOf(facts.books, keyOf(view, duty.place.at(0)));
    if (!duty.arisen || !post || facts.books.posts[*post].open() <= Money{}) continue;
    if (effect.claims && !isYes(valueOf(view, effect.claims, duty.place))) continue;
    if (!duty.dueAtOnce) duty.dueAtOnce = momentOf(dayOf(view.now));
    const Answer last = deadlineOf(view, paymentNorm(view), duty, false).moment;
    if (!duty.breached && !duty.closed && momentIn(last) != nullptr) duty.deadline = *momentIn(last);
    if (!effect.shows) continue;
    for (StateFact& shown : facts.states[effect.shows.index])
      if (fits(shown.place, duty.place.slots)) shown.forced = true;
  }
}

/// What falls due has done so before credit meets it.
Facts withDelayed(Case& in, Facts facts, Instantly when) {
  if (facts.accelerating.empty()) return facts;
  const Facts before = facts;
  const View view = viewOf(in, before, when);
  if (paymentNorm(view))
    for (const std::uint32_t effect : before.accelerating) accelerate(view, in.graph.effects[effect], facts);
  when.event.reset();
  const Facts due = facts;
  const View fallen = viewOf(in, due, when);
  for (std::uint32_t index = 0; index < facts.states.size(); ++index)
    if (in.needed[index]) facts.states[index] = statesAfter(fallen, index, due.states[index]);
  return settled(in, facts, when, {});
}

// ----------------------------------------------------------------------------------------------- instances, exercises

std::vector<std::string> keysFor(const View& view, const graph::Entity& entity, std::uint32_t event) {
  const graph::Pattern& pattern = at(view.graph().patterns, entity.created);
  const EventType& first = at(view.graph().events, pattern.alternatives.front().type);
  const bool named = entity.keyAttribute < first.attributes.size();
  const Value* value = named ? attribute(view, event, first.attributes[entity.keyAttribute].name) : nullptr;
  const auto keys = value != nullptr ? textsOf(*value) : std::vector<std::string>{};
  return keys.empty() ? std::vector{view.in.happenings[event].event.key} : keys;
}

void create(const View& view, Facts& facts) {
  const std::uint32_t event = view.event->event;
  for (std::uint32_t index = 0; index < view.graph().entities.size(); ++index) {
    const graph::Entity& entity = view.graph().entities[index];
    if (!entity.created || !isNew(view, at(view.graph().patterns, entity.created), event)) continue;
    if (!isYes(matches(view, entity.created, event, {}))) continue;
    for (const std::string& key : keysFor(view, entity, event)) {
      const bool exists = std::any_of(facts.instances.begin(), facts.instances.end(), [&](const Instance& each) {
        return each.entity.index == index && each.key == key;
      });
      if (!exists) facts.instances.push_back({graph::EntityId{index}, key, graph::Party::none, event});
    }
  }
}

/// Whether some power, or its denial, is about an act that such an event may be.
bool mayBeExercise(const View& view) {
  const EventTypeId type = view.in.happenings[view.event->event].event.type;
  const auto& norms = view.graph().norms;
  return std::any_of(norms.begin(), norms.end(), [&](const graph::Norm& norm) {
    using graph::NormKind;
    const bool power = norm.kind == NormKind::power || norm.kind == NormKind::liberty || norm.kind == NormKind::noPower;
    const auto acts = graph::actsOf(norm);
    return power && view.active(norm.guard) && std::any_of(acts.begin(), acts.end(), [&](graph::ActId act) {
             const graph::PatternId done = at(view.graph().acts, act).doneBy;
             const auto& ways =
                 done ? at(view.graph().patterns, done).alternatives : std::vector<graph::PatternAlternative>{};
             return std::any_of(ways.begin(), ways.end(), [&](const auto& way) { return way.type == type; });
           });
  });
}

/// The world just before the event, in which what it brings about exists already: so it can be its exercise.
Consequences exercisedIn(Case& in, const Facts& before, const Instantly& when) {
  if (!mayBeExercise(viewOf(in, before, when))) return {};
  const Facts justBefore = settled(in, before, {when.now, when.moment, std::nullopt}, {});
  return exercisesOf(viewOf(in, justBefore, when));
}

Facts afterEvent(Case& in, Facts facts, const Arrival& arrival) {
  facts.happened.resize(in.happenings.size());
  facts.arrived.resize(in.happenings.size());
  const Happening& happening = in.happenings[arrival.event];
  const Instantly when{arrival.tick, arrival.happens ? happening.event.at : happening.received, arrival};
  create(viewOf(in, facts, when), facts);
  const Consequences exercised = exercisedIn(in, facts, when);
  if (arrival.happens) facts.happened[arrival.event] = true;
  if (arrival.arrives) facts.arrived[arrival.event] = true;
  facts.attempts.insert(facts.attempts.end(), exercised.attempts.begin(), exercised.attempts.end());
  return withDelayed(in, settled(in, facts, when, exercised), when);
}

Instantly clockAt(const Tick& tick) {
  const Date day = dayOf(tick);
  return {tick, tick.at == startOf(day) ? momentOf(day) : momentOf(tick.at), std::nullopt};
}

// ----------------------------------------------------------------------------------------------------- derived events

using graph::Derivation;
using graph::DerivedFrom;

void set(Event& event, std::uint32_t index, Value value) {
  if (index < event.attributes.size()) event.attributes[index] = std::move(value);
}

Happening derivedAt(const Case& in, const Derivation& derivation, const Tick& now, const Moment& moment,
                    const std::string& key) {
  Happening happening;
  happening.derived = true;
  happening.event.type = derivation.type;
  happening.event.at = happening.received = moment;
  happening.event.key = key;
  happening.event.attributes.resize(at(in.graph.events, derivation.type).attributes.size());
  happening.happens = happening.arrives = now;
  return happening;
}

const std::string* textAt(const Event& event, std::uint32_t index) {
  return index < event.attributes.size() ? std::get_if<std::string>(&event.attributes[index]) : nullptr;
}

/// A stated event under the same key goes first; of a duty without key, one about its lid.
bool isStated(const Case& in, const Derivation& derivation, const std::string& key, const std::string& lid) {
  return std::any_of(in.happenings.begin(), in.happenings.end(), [&](const Happening& each) {
    if (each.derived || each.event.type != derivation.type) return false;
    const std::string *own = textAt(each.event, derivation.key), *duty = textAt(each.event, derivation.lid);
    return (own != nullptr && *own == key) || (duty != nullptr && key.starts_with(lid) && key.starts_with(*duty));
  });
}

bool speaksOf(const Graph& graph, graph::PatternId pattern, EventTypeId type) {
  if (!pattern) return false;
  const auto& ways = at(graph.patterns, pattern).alternatives;
  return std::any_of(ways.begin(), ways.end(), [&](const auto& way) { return way.type == type; });
}

/// A duty that came of a shortcoming makes no new one.
bool comesOf(const Graph& graph, const graph::Norm& norm, EventTypeId type) {
  if (norm.trigger && speaksOf(graph, norm.trigger->pattern, type)) return true;
  return std::any_of(norm.binders.begin(), norm.binders.end(), [&](const graph::Binder& binder) {
    return speaksOf(graph, at(graph.entities, binder.entity).created, type);
  });
}

/// A breach, once, and its cure.
void deriveFrom(const View& view, const Derivation& derivation, graph::NormId id, NormFact& duty,
                std::vector<Happening>& found) {
  const graph::Norm& norm = at(view.graph().norms, id);
  const bool cure = derivation.from == DerivedFrom::latePerformance, late = duty.status == "te-laat-nagekomen";
  bool& told = cure ? duty.cureTold : duty.breachTold;
  if (told || !(cure ? duty.breachTold && late : duty.status == "geschonden" || late)) return;
  told = true;
  const std::string lid = lidOf(view, norm.where), name = lid + " " + norm.name;
  const std::string own = keyOf(view, duty.place, norm.binders.size(), norm.bearer.slot);
  const std::string key = own.empty() ? name : own;
  if (comesOf(view.graph(), norm, derivation.type) || isStated(view.in, derivation, key, lid)) return;
  const Moment moment = cure ? *duty.since : duty.breached.value_or(*duty.since);
  Happening happening = derivedAt(view.in, derivation, view.now, moment, key);
  happening.duty = id;
  set(happening.event, derivation.key, key);
  set(happening.event, derivation.party, nameOf(duty.bearer));
  set(happening.event, derivation.lid, name);
  for (graph::Slot slot = 0; slot < norm.binders.size(); ++slot)
    happening.event.about.push_back(keyOf(view, duty.place.at(slot)));
  found.push_back(std::move(happening));
}

void deriveRenewal(const View& view, const Derivation& derivation, Facts& facts, std::vector<Happening>& found) {
  const auto period = runningPeriod(view).period;
  if (!period || period->number <= facts.course.renewalsTold) return;
  facts.course.renewalsTold = period->number;
  for (const Happening& each : view.in.happenings) {
    const auto& values = each.event.attributes;
    const bool same = each.event.type == derivation.type && derivation.first < values.size();
    const auto* first = same ? std::get_if<Moment>(&values[derivation.first]) : nullptr;
    if (first != nullptr && first->day == period->first) return;
  }
  Happening happening =
      derivedAt(view.in, derivation, view.now, momentOf(period->first), "verlenging " + std::to_string(period->number));
  set(happening.event, derivation.first, momentOf(period->first));
  set(happening.event, derivation.last, momentOf(period->last));
  found.push_back(std::move(happening));
}

std::vector<Happening> derivedFrom(Case& in, Facts& facts, const Tick& now) {
  std::vector<Happening> found;
  const View view = viewOf(in, facts, clockAt(now));
  for (const Derivation& derivation : in.graph.derivations) {
    if (derivation.from == DerivedFrom::renewal) deriveRenewal(view, derivation, facts, found);
    for (std::uint32_t index = 0; index < facts.norms.size() && derivation.from != DerivedFrom::renewal; ++index) {
      using graph::NormKind;
      const NormKind kind = in.graph.norms[index].kind;
      if (kind != NormKind::obligation && kind != NormKind::effort && kind != NormKind::guarantee) continue;
      for (NormFact& duty : facts.norms[index]) deriveFrom(view, derivation, graph::NormId{index}, duty, found);
    }
  }
  return found;
}

/// What follows from an instant comes right after it, one after the other, each an instant of its own.
Facts withDerived(Case& in, Facts facts, const Tick& now) {
  for (int time = 0; time < mostTimes; ++time) {
    const auto derived = derivedFrom(in, facts, now);
    if (derived.empty()) return facts;
    const auto first = static_cast<std::uint32_t>(in.happenings.size());
    in.happenings.insert(in.happenings.end(), derived.begin(), derived.end());
    for (std::uint32_t index = first; index < first + derived.size(); ++index)
      facts = afterEvent(in, std::move(facts), {now, index, true, true});
  }
  throw std::runtime_error("wat uit een ogenblik volgt, houdt niet op");
}

// ---------------------------------------------------------------------------------------------------------- all of it

std::vector<Arrival> arrivalsOf(const Case& in) {
  std::vector<Arrival> arrivals;
  for (std::uint32_t index = 0; index < in.happenings.size(); ++index) {
    const Happening& each = in.happenings[index];
    const bool atOnce = each.arrives == each.happens;
    arrivals.push_back({each.happens, index, true, atOnce});
    if (!atOnce) arrivals.push_back({each.arrives, index, false, true});
  }
  std::stable_sort(arrivals.begin(), arrivals.end(),
                   [](const Arrival& a, const Arrival& b) { return a.tick < b.tick; });
  return arrivals;
}

/// Without an event that may have formed it, the agreement is there from before the first event.
void readFormation(Case& in, Facts& facts) {
  facts.happened.resize(in.happenings.size());
  facts.arrived.resize(in.happenings.size());
  const View view = viewOf(in, facts, clockAt({}));
  in.assumedInForce = true;
  for (std::uint32_t event = 0; event < in.happenings.size(); ++event) {
    const bool forms = in.graph.formation && !isNo(matches(view, in.graph.formation, event, {}));
    in.assumedInForce = in.assumedInForce && !forms;
    const std::string& name = at(in.graph.events, in.happenings[event].event.type).name;
    in.statedEnd = in.statedEnd || name == "overeenkomst geeindigd";
  }
  facts.course.begun = in.assumedInForce;
}

Facts afterClock(Case& in, const Facts& before, const Tick& tick) {
  const Instantly when = clockAt(tick);
  return withDerived(in, withDelayed(in, settled(in, before, when, {}), when), tick);
}

/// The facts at the last instant of the day asked for.
Facts historyOf(Case& in, const Tick& end) {
  Facts facts = nothing(in.graph);
  readFormation(in, facts);
  const auto arrivals = arrivalsOf(in);
  const Date first = arrivals.empty() ? in.asOf : std::min(dayOf(arrivals.front().tick), in.asOf);
  Tick clock = midnight(first);
  facts = afterClock(in, facts, clock);
  const auto advance = [&](const Tick& until) {
    for (auto next = in.ticks.upper_bound(clock); next != in.ticks.end() && *next < until;
         next = in.ticks.upper_bound(clock)) {
      clock = *next;
      facts = afterClock(in, facts, clock);
    }
  };
  for (const Arrival& arrival : arrivals) {
    if (arrival.tick > end) break;
    advance(arrival.tick);
    clock = std::max(clock, arrival.tick);
    facts = withDerived(in, afterEvent(in, std::move(facts), arrival), arrival.tick);
  }
  advance({end.at, 2});
  return facts;
}

}  // namespace

Reference::Reference(const Graph& graph) : graph_(graph), links_(graph::linksOf(graph)) {}

Evaluation Reference::evaluate(const Timeline& timeline, const ReferenceOptions& options) const {
  Case in{graph_, timeline, options.asOf, {}, {}, {}, happeningsOf(graph_, timeline, options.asOf), false, false, {}};
  for (const graph::Issue& issue : graph_.issues) in.readings.push_back(readingOf(issue, options.readings));
  in.needed = statesNeeded(in, links_);
  in.calendar = calendarOf(in);
  const Date first = in.happenings.empty() ? options.asOf : in.happenings.front().event.at.day;
  for (Date day = first; options.everyDay && day <= options.asOf; day = day + 1) in.ticks.insert(midnight(day));
  const Tick end{Instant{startOf(options.asOf + 1).seconds - 1}, 1};
  const Facts facts = historyOf(in, end);
  return report(viewOf(in, facts, {end, momentOf(options.asOf), std::nullopt}));
}

}  // namespace beding::oracle

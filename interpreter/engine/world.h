// The state of one evaluation. The graph and the timeline are only read.
#pragma once

#include <deque>
#include <set>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "engine/ledger.h"
#include "engine/occurrences.h"
#include "engine/questions.h"
#include "engine/records.h"
#include "engine/references.h"
#include "engine/stood.h"
#include "engine/worklist.h"
#include "values/calendar.h"

namespace beding::engine {

/// An end of which it is not known whether it came: the notice may have been valid.
struct PossibleEnd {
  Tick ends;
  Date lastDay;
  QuestionSet questions;
};

/// The duration of the agreement as it stands.
struct Agreement {
  bool assumed = false;  ///< no event about its formation: in force from before the first event
  bool begun = false;
  std::optional<Date> lastDay;           ///< of the agreement, once known
  Tick ends = never;                     ///< from here on it is over
  bool statedEnd = false;                ///< its end is on the timeline: nothing else ends it
  std::optional<Date> renewalPrevented;  ///< the period that ends on this day is the last
  std::string endedBy;                   ///< key of the event, for explanations
  std::vector<PossibleEnd> doubts;       ///< earlier ends that may have come
  int renewals = 0;                      ///< periods begun after the first
  bool followed = false;                 ///< in this instant
  bool toldOver = false;                 ///< those who read that it is over have been told
};

/// Everything that arrives at one tick: an occurrence that happens, that reaches the other party, or both.
struct Arrival {
  Tick tick;
  std::uint32_t occurrence = 0;
  bool happens = false;
  bool arrives = false;
};

struct World {
  World(const Plan& thePlan, const graph::Graph& theGraph, const Timeline& theTimeline,
        const EvaluationOptions& theOptions);

  const Plan& plan;
  const graph::Graph& graph;
  const Timeline& timeline;
  const EvaluationOptions& options;
  Date asOf;
  Tick end;  ///< last tick that counts: the end of `asOf`
  Calendar calendar;
  std::vector<std::uint32_t> readings;  ///< chosen, per issue
  Occurrences occurrences;
  std::vector<std::vector<std::uint32_t>> ofType;            ///< per event type, its occurrences
  std::unordered_map<std::uint32_t, References> references;  ///< per pattern with many occurrences that asks for some
  std::vector<Instance> instances;                           ///< 0 and 1 are the parties
  std::vector<std::vector<std::uint32_t>> ofEntity;          ///< per entity, its instances
  std::vector<std::uint32_t> combined;  ///< per rule: how many instances there were when it made records
  std::vector<Rows> rows;               ///< per rule that opens instances: its records by the first of them
  std::vector<std::uint32_t> told;      ///< per rule: the pass in which who reads all of it was told
  std::vector<std::uint32_t> unposted;  ///< invoices whose amount is not in the ledger yet
  QuestionTable questions;
  std::set<Wording> assumptions;
  std::set<Wording> warnings;

  std::vector<Arrival> arrivals;  ///< of the timeline, in order
  std::size_t arrived = 0;        ///< so many of them have been
  bool looksAhead = false;        ///< something rests on what the timeline does not say, now or later

  // the present instant
  Tick now;
  Worklist work;
  std::uint32_t instant = 0;        ///< how many there were, this one included: events of one day have each their own
  Stood<HoldingBefore> stateStood;  ///< when this instant began
  Stood<Standing> normStood;
  const Arrival* arrival = nullptr;  ///< the event of this instant, if it has one
  int depth = 0;                     ///< of nested evaluation

  Agreement agreement;
  Ledger ledger;
  std::uint64_t ledgerSeen = 0;                  ///< its version when its readers were last told
  std::vector<std::vector<StateRecord>> states;  ///< per state, per combination
  std::vector<std::vector<NormRecord>> norms;
  std::vector<std::vector<AmountRecord>> amounts;
  std::vector<std::vector<RightRecord>> rights;
  std::vector<std::vector<EffectRecord>> effects;  ///< per effect with a trigger, per combination
  std::vector<Exercise> exercises;
  std::vector<Suspension> suspensions;
  std::vector<std::uint32_t> movedNorms;     ///< in this instant, by status
  std::vector<std::uint32_t> accelerations;  ///< effects that take hold at the end of this instant

  [[nodiscard]] bool active(const graph::ReadingGuard& guard) const;
  /// The duty to pay invoices, of the readings chosen.
  [[nodiscard]] graph::NormId payment() const;
  [[nodiscard]] Moment moment() const;  ///< of the event of this instant, else of its timer
  [[nodiscard]] const std::string& keyOf(Binding binding) const;
  /// The occurrence itself, or the one that created the instance; none for parties.
  [[nodiscard]] const Occurrence* occurrenceOf(Binding binding) const;
  /// Its number. Precondition: it is an occurrence, or an instance that is no party.
  [[nodiscard]] std::uint32_t occurrenceIn(Binding binding) const {
    return binding.kind == Binding::Kind::occurrence ? binding.index : instances[binding.index].createdBy;
  }
  /// The first instance of that kind that the occurrence brought about.
  [[nodiscard]] std::optional<std::uint32_t> bornOf(std::uint32_t occurrence, graph::EntityId entity) const;
  [[nodiscard]] graph::Party partyOf(Binding binding) const;
  [[nodiscard]] graph::Party partyOf(const graph::PartyRef& party, const Environment& environment) const;
  [[nodiscard]] graph::Party partyNamed(const std::string& text) const;
  /// Whoever acts for a party under this name ("vertegenwoordiger"); null: nobody.
  [[nodiscard]] const graph::Agent* agentNamed(const std::string& text) const;
  [[nodiscard]] Binding bindingOf(graph::Party party) const;
  [[nodiscard]] const EventType& typeOf(const Occurrence& occurrence) const;
  [[nodiscard]] bool inForce() const { return agreement.begun && now < agreement.ends; }
  [[nodiscard]] bool over() const { return now >= agreement.ends; }
  /// The day asked for: what comes after it does not count.
  void endOn(Date day);
  /// The next event of the timeline: no earlier than those before it.
  void take(const Event& event);
  std::uint32_t add(Occurrence occurrence);
  std::uint32_t add(Instance instance);
  void expect(const Arrival& coming);
  /// A record of a rule changed: those who read it are due, and this instant takes another round.
  void tell(UnitKind kind, std::uint32_t index, const Environment& changed);
  /// The same for who reads the deadline of a norm.
  void tellDeadline(graph::NormId norm, const Environment& changed);
  void tellSome(const std::vector<RecordReader>& readers, const Environment& changed);
  /// Calls `visit` with the rows of a rule in which this instance may stand first, in order, until it returns false.
  template <class Visit>
  void eachRow(Unit unit, std::size_t count, Binding first, Visit visit) const {
    if (first.kind == Binding::Kind::instance && plan.opens[unit]) {
      Row row = rows[unit].firstOf(instances[first.index].place);
      while (row != noRow && visit(row)) row = rows[unit].after(row);
    } else {
      for (Row row = 0; row < count && visit(row);) ++row;
    }
  }
  /// Calls `visit` with the records of a state, a norm or an amount.
  template <class Visit>
  void withRecords(Unit unit, Visit visit) const {
    if (unit < plan.endOf(UnitKind::state)) return visit(states[unit - plan.firstOf(UnitKind::state)]);
    if (unit < plan.endOf(UnitKind::norm)) return visit(norms[unit - plan.firstOf(UnitKind::norm)]);
    visit(amounts[unit - plan.firstOf(UnitKind::amount)]);
  }
  /// Asks for another instant at this tick, for the rule that is being looked at.
  void wake(Tick tick) {
    if (tick > now && tick != never) work.wake(tick);
  }
};

std::string_view partyName(graph::Party party);
graph::Party otherParty(graph::Party party);
std::string lidOf(const World& world, const graph::Provenance& where);

}  // namespace beding::engine

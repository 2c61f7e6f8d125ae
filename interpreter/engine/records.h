// What an evaluation remembers: one record per node and combination of instances. Flat and without pointers, so that
// it can be copied, compared and (later) saved.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/few.h"
#include "engine/answer.h"
#include "engine/outcome.h"
#include "graph/graph.h"
#include "timeline/timeline.h"

namespace beding::engine {

/// The obligation whose breach or late performance an event follows from; none for a renewal.
struct DerivedBy {
  graph::NormId norm;
  std::uint32_t record = 0;
};

/// An event that the evaluation can see, or will see when its moment comes.
struct Occurrence {
  Event event;
  Moment received;  ///< when it reached the other party; equals `event.at` when nothing is said
  Tick happens;
  Tick arrives;  ///< of `received`, never before `happens`
  bool happened = false;
  bool arrived = false;
  std::optional<DerivedBy> derivedFrom;  ///< what follows from the rules, and does not stand on the timeline
  std::uint32_t lastBorn = 0;            ///< of the instances that it brought about; 0: none
};

struct Instance {
  graph::EntityId entity;
  std::string key;
  graph::Party party = graph::Party::none;
  std::uint32_t createdBy = 0;   ///< occurrence; unused for parties
  std::uint32_t place = 0;       ///< among the instances of its entity
  std::uint32_t bornBefore = 0;  ///< of the same occurrence; 0: none
};

/// The slots of a sentence. `frozen`: parameters are read as of this moment (a norm keeps the values it arose with).
struct Environment {
  Bindings slots;
  Maybe<Moment> frozen;

  [[nodiscard]] Binding at(graph::Slot slot) const { return slots[slot]; }
  void bind(graph::Slot slot, Binding binding) { slots.bind(slot, binding); }
};

/// Remembers a trigger between instants, so that a condition fires when it *becomes* true.
struct TriggerMemory {
  bool wasTrue = false;
  std::optional<std::uint32_t> lastFired;  ///< the occurrence that fired it
};

/// A firing: the moment, and the occurrence when there is one.
struct Firing {
  Moment at;
  Tick tick;
  Binding occurrence;
  Verdict certain;  ///< yes, or unknown when it only may have fired
};

/// One interval of a state: opened by one cause, closed by its own end.
struct StateInterval {
  Environment environment;  ///< with the cause in its slot
  Moment from;
  std::uint32_t opened = 0;      ///< in which instant
  Verdict certain;               ///< that its trigger fired
  Verdict condition;             ///< whether it really began: its trigger, and its condition at the end of that instant
  Verdict ended = truth(false);  ///< by an event of which it is not known whether it is the end; never yes
};

/// When a state held, as far as that lies before now or is so now.
struct Holding {
  bool ever = false;
  Maybe<Moment> since;  ///< begin of the present or last holding
  Maybe<Moment> until;  ///< last day of the last holding, when it is over
};

/// How a state was when an instant began.
struct HoldingBefore {
  Truth holds = Truth::no;
  Holding held;
};

struct StateRecord {
  Environment environment;
  Verdict included;  ///< whether the sentence is about these instances
  Few<TriggerMemory, 2> begins;
  std::vector<StateInterval> open;
  Truth holds = Truth::no;
  QuestionSet questions;
  QuestionSet assumed;
  Holding held;
  std::uint32_t stood = 0;  ///< where World::stateStood has it
  bool forced = false;      ///< set by an effect (accelerate), not by its own conditions
};

/// The performance of an obligation.
struct Performance {
  Moment at;
  Binding occurrence;
  Verdict inTime;
};

struct PowerUse {
  Maybe<Moment> availableFrom;
  Maybe<Moment> availableTo;
  Maybe<Moment> usedAt;
  Verdict used = {};  ///< unknown: it was tried, and whether that was valid is a question
  bool everAvailable = false;
};

/// How a prohibition stood when an instant began.
struct Standing {
  std::string_view status;
  Maybe<Moment> since;
  Maybe<Moment> appliedTo;
};

struct NormRecord {
  Environment environment;
  Verdict included;
  graph::Party bearer = graph::Party::none;
  graph::Party counterparty = graph::Party::none;
  TriggerMemory trigger;
  TriggerMemory until;
  std::uint32_t added = 0;  ///< in which instant
  bool isSource = false;    ///< of a norm per occurrence: only gives rise to records, is none itself
  bool arisen = false;
  bool early = false;        ///< perhaps arose, as it was before the event of this instant counted
  bool neverArises = false;  ///< its condition was read and is not met
  bool fromStart = false;    ///< arose with an agreement that was already in force
  std::optional<Firing> arose;
  Verdict condition;   ///< as read when it arose
  Verdict applies;     ///< the followed conditions, now
  bool ended = false;  ///< `totdat` has fired
  // obligations
  Maybe<Moment> deadline;
  Maybe<Instant> latestDeadline;
  Maybe<Moment> acceleratedTo;
  std::optional<Performance> performance;
  QuestionSet performanceQuestions;  ///< an occurrence may have been the performance
  Maybe<Moment> breachedAt;
  bool spoilt = false;      ///< what performs it came about in breach of it: it performs only when it comes about again
  bool slept = false;       ///< what it follows has not been true yet
  bool breachTold = false;  ///< the event that follows from the breach is in, or stated
  bool cureTold = false;
  // the present status
  std::string_view status;  ///< a word of the interface; empty: dormant
  Maybe<Moment> since;
  QuestionSet questions;
  QuestionSet assumed;
  bool closed = false;  ///< nothing moves it any more
  // prohibitions
  std::vector<Violation> violations;
  QuestionSet violationQuestions;
  Maybe<Moment> appliedTo;
  std::uint32_t stood = 0;  ///< where World::normStood has it
  PowerUse power;
};

/// One requirement on an exercise, tested.
struct Requirement {
  std::string reason;  ///< Dutch: what is wanting, when it is not met
  Verdict met;
  std::string lid;
  std::vector<Reason> because{};  ///< what it rested on just before the act; only when explanations are asked for
};

/// An attempt to use a power.
struct Exercise {
  graph::NormId norm;
  std::uint32_t record = 0;  ///< of the norm; meaningless when `unmatched`
  bool unmatched = false;    ///< no combination of instances fitted
  graph::ActId act;
  graph::Party bearer = graph::Party::none;
  graph::Party counterparty = graph::Party::none;
  std::uint32_t occurrence = 0;
  Environment environment;  ///< of the record, with the occurrence in its slot
  Moment at;                ///< when it reached the other party
  Truth valid = Truth::no;
  bool wasAvailable = false;
  std::vector<Requirement> requirements;
  QuestionSet questions;
  QuestionSet assumed;
};

/// A stretch in which terms stand still.
struct Suspension {
  Id<graph::Effect> effect;
  Environment environment;
  graph::Party party = graph::Party::none;
  graph::NormId power;  ///< exercised; invalid when it came about otherwise
  std::uint32_t powerRecord = 0;
  std::optional<std::uint32_t> exercisedBy;  ///< the occurrence by which the power was used
  Moment from;
  Maybe<Moment> to;
  Verdict certain = truth(true);  ///< not known while the validity of the exercise is not
};

/// An effect with a trigger, per combination.
struct EffectRecord {
  Environment environment;
  Verdict included;
  TriggerMemory trigger;
};

/// One occurrence that added to an amount, or may have.
struct OccurrenceAmount {
  std::uint32_t occurrence = 0;
  Verdict counts;
  Answer value;
  std::uint32_t post = 0xffffffff;
};

struct AmountRecord {
  Environment environment;
  Verdict included;
  graph::Party debtor = graph::Party::none;
  graph::Party creditor = graph::Party::none;
  TriggerMemory trigger;
  std::optional<Firing> fired;
  bool arisen = false;
  bool neverArises = false;
  bool running = false;
  Maybe<Moment> from;
  std::optional<Date> to;  ///< last day, once it has stopped
  std::int32_t pause = 0;  ///< days on which it stood still before it ran again
  Verdict condition;
  QuestionSet questions;
  QuestionSet assumed;
  std::vector<std::uint32_t> posts;           ///< in the ledger
  std::vector<std::uint32_t> accounts;        ///< interest accounts in the ledger
  std::vector<OccurrenceAmount> occurrences;  ///< of an amount per occurrence
};

struct RightRecord {
  Environment environment;
  Verdict included;
  graph::Party holder = graph::Party::none;
  TriggerMemory trigger;
  std::optional<Firing> arose;
  bool arisen = false;
  bool neverArises = false;
  Verdict condition;
  Maybe<Moment> deadline;
  Maybe<Instant> latestDeadline;
  std::string_view status;  ///< a word of the interface
  Maybe<Moment> since;
  Maybe<Moment> usedAt;
  QuestionSet questions;
  QuestionSet assumed;
  bool closed = false;
};

}  // namespace beding::engine

// What is so at one instant: plain facts, one list per kind of node of the graph. Facts of an instant are a function of
// the facts before it, so they are copied and never changed afterwards.
#pragma once

#include <compare>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/outcome.h"
#include "graph/graph.h"
#include "timeline/timeline.h"
#include "values/interest.h"

namespace beding::oracle {

// ------------------------------------------------------------------------------------------------------------- time

/// A point at which something can change. Of one second the clock goes first, then the events, then what is over when
/// that second is over (a deadline in hours).
struct Tick {
  Instant at;
  int part = 0;  ///< 0 clock, 1 event, 2 after
  friend auto operator<=>(const Tick&, const Tick&) = default;
};
inline constexpr Tick never{Instant{std::numeric_limits<std::int64_t>::max()}, 2};

Tick midnight(Date day);
Tick beginOf(const Moment& moment);  ///< from here on it has come
Tick endOf(const Moment& moment);    ///< from here on it has gone by
Date dayOf(const Tick& tick);
/// The last day of what stopped at this tick: at midnight it is the day before.
Date lastDayBefore(const Tick& tick);

// ---------------------------------------------------------------------------------------------------------- answers

/// What stands in a slot: an instance (the two parties are 0 and 1) or an event.
struct Thing {
  enum class Kind : std::uint8_t { nothing, instance, event };
  Kind kind = Kind::nothing;
  std::uint32_t index = 0;
  explicit operator bool() const { return kind != Kind::nothing; }
  friend bool operator==(const Thing&, const Thing&) = default;
};

/// A question by its id and the key of what it is about.
using Ask = std::pair<std::string, std::string>;
using Asks = std::set<Ask>;

/// A value; without one it is not known (there are questions) or there is nothing of the kind (there are none).
struct Answer {
  Value value;
  Thing thing;                    ///< what it names, or comes from
  std::optional<Instant> latest;  ///< of a moment of which only the bounds are known
  Asks asks;
  Asks assumed;
  friend bool operator==(const Answer&, const Answer&) = default;
};

/// The slots of a sentence; `arose`: the moment whose values it keeps.
struct Place {
  std::vector<Thing> slots;
  std::optional<Moment> arose;

  [[nodiscard]] Thing at(std::uint32_t slot) const { return slot < slots.size() ? slots[slot] : Thing{}; }
  [[nodiscard]] Place with(std::uint32_t slot, Thing thing) const;
  friend bool operator==(const Place&, const Place&) = default;
};

// ------------------------------------------------------------------------------------------------------------ facts

/// An event of the timeline, or one that follows from the rules.
struct Happening {
  Event event;
  Moment received;
  Tick happens;
  Tick arrives;
  bool derived = false;
  graph::NormId duty;  ///< the duty whose breach or late performance it is
};

struct Instance {
  graph::EntityId entity;
  std::string key;
  graph::Party party = graph::Party::none;
  std::uint32_t bornOf = 0;
  friend bool operator==(const Instance&, const Instance&) = default;
};

/// That a trigger fired.
struct Firing {
  Moment at;
  Tick tick;
  Thing event;
  Answer certain;
  friend bool operator==(const Firing&, const Firing&) = default;
};

/// One stretch of a state, from one cause.
struct Stretch {
  Place place;
  Moment from;
  Answer began;
  Answer ended;  ///< by an event that may have been the end; never yes
  friend bool operator==(const Stretch&, const Stretch&) = default;
};

struct StateFact {
  Place place;
  Answer included;
  std::vector<bool> wasTrue;  ///< per begin: its condition
  std::vector<Stretch> stretches;
  Truth holds = Truth::no;
  Asks asks;
  Asks assumed;
  std::optional<Moment> since;  ///< of the present or last holding
  std::optional<Moment> until;
  bool forced = false;  ///< an effect says so
  Answer formed;        ///< of the agreement being in force: whether it was formed, over or not
  friend bool operator==(const StateFact&, const StateFact&) = default;
};

struct Done {
  Moment at;
  Answer inTime;
  friend bool operator==(const Done&, const Done&) = default;
};

struct Against {
  Moment from;
  std::optional<Moment> to;
  std::string event;
  friend bool operator==(const Against&, const Against&) = default;
};

struct NormFact {
  Place place;
  Answer included;
  graph::Party bearer = graph::Party::none;
  graph::Party counterparty = graph::Party::none;
  bool source = false;  ///< of a norm per occurrence: each firing adds a fact of its own ...
  bool child = false;   ///< ... which is this one
  bool triggerWas = false;
  bool untilWas = false;
  bool arisen = false;
  bool neverArises = false;
  bool fromStart = false;
  std::optional<Firing> arose;
  Answer condition;  ///< as read when it arose
  Answer applies;
  bool ended = false;  ///< totdat
  std::string status;  ///< empty: it sleeps
  std::optional<Moment> since;
  Asks asks;
  Asks assumed;
  bool closed = false;
  std::optional<Moment> deadline;
  std::optional<Instant> latestDeadline;
  // duties
  std::optional<Moment> dueAtOnce;  ///< by acceleration
  std::optional<Done> done;
  Asks mayBeDone;
  std::optional<Moment> breached;
  bool spoilt = false;  ///< performed in breach of it: it counts when it comes about again
  bool slept = false;
  bool breachTold = false;
  bool cureTold = false;
  // prohibitions
  std::vector<Against> against;
  Asks mayBeAgainst;
  std::optional<Moment> appliedTo;
  // powers
  std::optional<Moment> availableFrom;
  std::optional<Moment> availableTo;
  std::optional<Moment> usedAt;
  Asks mayBeUsed;
  bool everAvailable = false;
  friend bool operator==(const NormFact&, const NormFact&) = default;
};

/// An attempt to use a power.
struct Attempt {
  graph::NormId norm;
  bool unmatched = false;
  Place record;                         ///< of the norm fact; meaningless when `unmatched`
  std::optional<std::uint32_t> firing;  ///< the event that the fact arose from, when it has one of its own
  graph::ActId act;
  graph::Party bearer = graph::Party::none;
  graph::Party counterparty = graph::Party::none;
  std::uint32_t event = 0;
  Place place;
  Moment at;
  bool wasAvailable = false;
  bool uses = false;  ///< when it is valid it takes the power with it
  std::vector<Answer> requirements;
  Truth valid = Truth::no;
  Asks asks;
  Asks assumed;
  friend bool operator==(const Attempt&, const Attempt&) = default;
};

/// A stretch in which terms stand still.
struct Standstill {
  std::uint32_t effect = 0;
  Place place;
  graph::Party party = graph::Party::none;
  std::optional<Attempt> by;
  Moment from;
  std::optional<Moment> to;
  Answer certain;
  friend bool operator==(const Standstill&, const Standstill&) = default;
};

struct EffectFact {
  Place place;
  Answer included;
  bool triggerWas = false;
  friend bool operator==(const EffectFact&, const EffectFact&) = default;
};

/// An end of the agreement, or (with questions) one that may have come.
struct Ending {
  Tick at;
  Date lastDay;
  Asks asks;
  bool stopsRenewal = false;
  friend bool operator==(const Ending&, const Ending&) = default;
};

struct Course {
  bool begun = false;
  Tick ends = never;
  std::optional<Date> lastDay;
  std::optional<Date> lastRenewed;  ///< the period that ends on this day is the last
  std::vector<Ending> doubts;
  int renewalsTold = 0;
  friend bool operator==(const Course&, const Course&) = default;
};

inline constexpr std::uint32_t noPost = 0xffffffff;

struct Post {
  graph::PostKind kind = graph::PostKind::principal;
  std::string key;
  graph::Party debtor = graph::Party::none;
  Money amount;
  Money paid;
  Date date;
  std::optional<Moment> due;
  std::uint32_t order = 0;
  std::uint32_t principal = noPost;  ///< that costs belong to
  bool payable = true;
  std::optional<Date> settledOn;
  [[nodiscard]] Money open() const { return amount - paid; }
  friend bool operator==(const Post&, const Post&) = default;
};

/// Interest over one principal post.
struct Account {
  std::uint32_t principal = noPost;
  std::uint32_t amount = 0;  ///< of the graph, which says by what table or rate
  Number rate;               ///< agreed, when there is no table
  Date firstDay;
  std::optional<Date> lastDay;
  Money base;
  std::vector<BasePayment> payments;
  bool owed = true;
  Money charged;
  Money paid;
  friend bool operator==(const Account& a, const Account& b) {
    return a.principal == b.principal && a.amount == b.amount && a.rate == b.rate && a.firstDay == b.firstDay &&
           a.lastDay == b.lastDay && a.base == b.base && a.payments.size() == b.payments.size() &&
           a.charged == b.charged && a.paid == b.paid;
  }
};

/// The ledger of one contract.
struct Books {
  std::vector<Post> posts;
  std::vector<Account> accounts;
  std::vector<std::uint32_t> booked;  ///< invoices and advances (instances) that are in it
  Money credit;
  friend bool operator==(const Books&, const Books&) = default;
};

struct OccurrenceAmount {
  std::uint32_t event = 0;
  Answer counts;
  Answer value;
  std::uint32_t post = noPost;
  friend bool operator==(const OccurrenceAmount&, const OccurrenceAmount&) = default;
};

struct AmountFact {
  Place place;
  Answer included;
  graph::Party debtor = graph::Party::none;
  graph::Party creditor = graph::Party::none;
  bool triggerWas = false;
  bool arisen = false;
  bool neverArises = false;
  std::optional<Firing> arose;
  Answer condition;
  bool running = false;
  std::optional<Moment> from;
  std::optional<Date> to;
  std::int32_t pause = 0;
  Asks asks;
  Asks assumed;
  std::vector<std::uint32_t> posts;
  std::vector<std::uint32_t> accounts;
  std::vector<OccurrenceAmount> occurrences;
  friend bool operator==(const AmountFact&, const AmountFact&) = default;
};

struct RightFact {
  Place place;
  Answer included;
  graph::Party holder = graph::Party::none;
  bool triggerWas = false;
  bool arisen = false;
  bool neverArises = false;
  std::optional<Firing> arose;
  Answer condition;
  std::optional<Moment> deadline;
  std::optional<Instant> latestDeadline;
  std::string status;
  std::optional<Moment> since;
  Asks asks;
  Asks assumed;
  bool closed = false;
  friend bool operator==(const RightFact&, const RightFact&) = default;
};

struct Facts {
  std::vector<bool> happened;  ///< per happening
  std::vector<bool> arrived;
  std::vector<Instance> instances;
  Course course;
  Books books;
  std::vector<std::vector<StateFact>> states;
  std::vector<std::vector<NormFact>> norms;
  std::vector<std::vector<AmountFact>> amounts;
  std::vector<std::vector<RightFact>> rights;
  std::vector<std::vector<EffectFact>> effects;
  std::vector<Attempt> attempts;
  std::vector<Standstill> standstills;
  std::vector<std::uint32_t> accelerating;  ///< effects that take hold when this instant is over
  friend bool operator==(const Facts&, const Facts&) = default;
};

}  // namespace beding::oracle

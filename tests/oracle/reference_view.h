// One look at the facts of an instant, and what expressions say there.
#pragma once

#include "oracle/reference_facts.h"
#include "values/calendar.h"

namespace beding::oracle {

/// The event of an instant: it happens, it reaches the other party, or both.
struct Arrival {
  Tick tick;
  std::uint32_t event = 0;
  bool happens = false;
  bool arrives = false;
};

/// What does not change between instants; but events that follow from the rules are added to the happenings, and every
/// moment that an expression comes upon to the ticks at which one has to look.
struct Case {
  const graph::Graph& graph;
  const Timeline& timeline;
  Date asOf;
  std::vector<std::uint32_t> readings;  ///< per issue
  std::vector<bool> needed;             ///< per state: something that counts reads it
  Calendar calendar;
  std::vector<Happening> happenings;
  bool assumedInForce = false;
  bool statedEnd = false;  ///< the end of the agreement stands on the timeline
  std::set<Tick> ticks;
};

struct View {
  Case& in;
  const Facts& facts;
  Tick now;
  Moment moment;                       ///< of the event, else of the clock
  std::optional<Arrival> event;        ///< that counts in this instant
  const Calendar* calendar = nullptr;  ///< another than that of the case, where suspended days do not count

  [[nodiscard]] const graph::Graph& graph() const { return in.graph; }
  [[nodiscard]] bool active(const graph::ReadingGuard& guard) const {
    return !guard.issue || in.readings[guard.issue.index] == guard.reading;
  }
};

// ------------------------------------------------------------------------------------------------- three-valued logic

Answer yes();
Answer no();
Answer answer(Truth truth);
Answer answer(Value value);
Truth truth(const Answer& answer);
inline bool isYes(const Answer& answer) { return truth(answer) == Truth::yes; }
inline bool isNo(const Answer& answer) { return truth(answer) == Truth::no; }
inline bool isOpen(const Answer& answer) { return truth(answer) == Truth::unknown; }
bool isKnownAnswer(const Answer& answer);  ///< it has a value, and that is not "unknown"
bool isUnknown(const Answer& answer);      ///< no value, but questions: not the same as nothing
const Moment* momentIn(const Answer& answer);
const Money* moneyIn(const Answer& answer);
const std::string* textIn(const Answer& answer);
Answer both(const Answer& a, const Answer& b);
Answer either(const Answer& a, const Answer& b);
Answer isNot(const Answer& a);
void add(Asks& to, const Asks& from);

// ------------------------------------------------------------------------------------------------------- expressions

Answer valueOf(const View& view, graph::ExpressionId id, const Place& place);
/// A condition that is not there: it is met, or it defeats nothing.
Answer met(const View& view, graph::ExpressionId condition, const Place& place);
Answer defeats(const View& view, graph::ExpressionId condition, const Place& place);

Answer isBefore(const View& view, const Answer& a, const Answer& b);
Answer isAtOrBefore(const View& view, const Answer& a, const Answer& b);
Answer hasPassed(const View& view, const Answer& moment);
/// Says that one has to look again when this moment comes, and when it has gone by.
void lookAt(const View& view, const Moment& moment);
void lookAt(const View& view, Instant instant);
const Calendar& calendarOf(const View& view);

Answer matches(const View& view, graph::PatternId pattern, std::uint32_t event, const Place& place);
bool isNew(const View& view, const graph::Pattern& pattern, std::uint32_t event);
Moment momentOf(const View& view, const graph::Pattern& pattern, std::uint32_t event);
/// The value of the attribute, if it is there.
const Value* attribute(const View& view, std::uint32_t event, const std::string& name);
const Value* attribute(const View& view, std::uint32_t event, std::uint32_t index);

Answer satisfiesForm(const View& view, graph::FormId form, std::uint32_t event, bool only);
Answer consentFor(const View& view, const graph::Expression& expression, Thing consent, Thing deed);
Answer judged(const View& view, graph::JudgementId judgement, Thing subject);
Answer ask(const View& view, Thing subject, const std::string& fact);
Answer askTruth(const View& view, Thing subject, const std::string& fact);

// ---------------------------------------------------------------------------------------------- things and instances

const std::string& keyOf(const View& view, Thing thing);
/// The event itself, or the one that the instance came of.
std::optional<std::uint32_t> eventOf(const View& view, Thing thing);
graph::Party partyOf(const View& view, Thing thing);
graph::Party partyNamed(const View& view, const std::string& text);
/// Who acts for a party under that name.
const graph::Agent* agentNamed(const View& view, const std::string& text);
graph::Party partyIn(const View& view, const Answer& answer);
graph::Party partyOf(const View& view, const graph::PartyRef& party, const Place& place);
graph::Party other(graph::Party party);
std::string nameOf(graph::Party party);
Thing thingOf(graph::Party party);
std::string lidOf(const View& view, const graph::Provenance& where);
std::vector<Place> combinations(const View& view, const std::vector<graph::Binder>& binders);
Answer included(const View& view, const std::vector<graph::Binder>& binders, const Place& place);
bool sameInstances(const std::vector<graph::Binder>& a, const Place& x, const std::vector<graph::Binder>& b,
                   const Place& y);
/// Where both say what stands in a slot, they say the same.
bool fits(const Place& place, const std::vector<Thing>& slots);
/// The keys of the first so many slots, without that of the bearer.
std::string keyOf(const View& view, const Place& place, std::size_t count, std::optional<graph::Slot> bearer);

/// Whether the trigger fires in this instant; `was`: its condition in the instant before, made what it is now. The
/// event is put in its slot.
std::optional<Firing> fires(const View& view, const graph::Trigger& trigger, Place& place, bool& was);

// ------------------------------------------------------------------------------------ operators, by what they speak of

/// Operand number `index`; nothing when there is none.
Answer operand(const View& view, const graph::Expression& expression, std::size_t index, const Place& place);
/// The thing that an operator speaks of: its operand, or the one in its slot.
Thing subjectOf(const View& view, const graph::Expression& expression, const Place& place);
Answer ofThings(const View& view, const graph::Expression& expression, const Place& place);
Answer ofLogic(const View& view, const graph::Expression& expression, const Place& place);
Answer ofSums(const View& view, const graph::Expression& expression, const Place& place);
Answer ofTime(const View& view, const graph::Expression& expression, const Place& place);
Answer ofEvents(const View& view, const graph::Expression& expression, const Place& place);
Answer ofNodes(const View& view, const graph::Expression& expression, const Place& place);

// ---------------------------------------------------------------------------------------- what the nodes have come to

Answer stateHolds(const View& view, graph::StateId state, const std::vector<Thing>& slots);
Answer parameterValue(const View& view, graph::ParameterId parameter, const Place& place, bool followed);
Answer agreedValue(const View& view, graph::ParameterId parameter, Answer otherwise, const Tick& on);
Answer agreementCounts(const View& view, std::uint32_t event);
/// An agreement about a parameter, and whether it counts.
struct Agreed {
  std::uint32_t event = 0;
  Value value;
  Moment from;
  Answer valid;
};
std::vector<Agreed> agreementsAbout(const View& view, graph::ParameterId parameter);
graph::NormId paymentNorm(const View& view);

struct Period {
  Date first;
  Date last;
  int number = 0;
};
struct RunningPeriod {
  std::optional<Period> period;
  std::optional<Period> possible;  ///< if the agreement is not over
  Answer basis;                    ///< why it is not known
};
RunningPeriod runningPeriod(const View& view);
std::optional<Period> periodAfter(const View& view, const Period& period);
Answer isOver(const View& view);
Answer hasBegun(const View& view);

Money openPrincipal(const Books& books, const std::string* key);
std::optional<std::uint32_t> principalOf(const Books& books, const std::string& key);
std::optional<std::uint32_t> claimOf(const Books& books, const std::string& key);
InterestResult interestThrough(const View& view, const Account& account, Date day);
Money openEverything(const View& view, const std::string* key);

}  // namespace beding::oracle

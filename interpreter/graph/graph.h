// The rule graph: everything that evaluation and explanation need, and nothing of syntax. Immutable once built; one
// graph serves any number of timelines and threads.
//
// Nodes live in one vector per kind and name each other by typed ids. Conditions, amounts and moments are expressions
// in one arena. An expression is evaluated in an environment of *slots*: slot k holds the k-th instance that the
// sentence opened ("elke factuur" opens one, "iedere Partij" opens one, an occurrence being tested stands in the last).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "source/source.h"
#include "timeline/schema.h"
#include "values/deadline.h"
#include "values/interest.h"
#include "values/value.h"

namespace beding::graph {

struct Entity;
struct Expression;
struct Pattern;
struct Parameter;
struct Quantity;
struct State;
struct Judgement;
struct Act;
struct Norm;
struct Form;
struct Issue;

using EntityId = Id<Entity>;
using ExpressionId = Id<Expression>;
using PatternId = Id<Pattern>;
using ParameterId = Id<Parameter>;
using QuantityId = Id<Quantity>;
using StateId = Id<State>;
using JudgementId = Id<Judgement>;
using ActId = Id<Act>;
using NormId = Id<Norm>;
using FormId = Id<Form>;
using IssueId = Id<Issue>;
using Slot = std::uint32_t;

/// Where a node comes from. `lid` is as the catalogue writes it, without the document: "6.5", "21.1.(a)".
struct Provenance {
  std::string document;
  std::string lid;
  Span span;
  std::uint32_t line = 0;  ///< for messages without the source
  std::string file;
  std::string text;  ///< the sentence as written, for explanations
};

/// A node that only counts under one reading of an issue (`kwestie`).
struct ReadingGuard {
  IssueId issue;
  std::uint32_t reading = 0;
};

struct Issue {
  Provenance where;
  std::string name;
  std::vector<std::string> readings;
  std::uint32_t standard = 0;
};

/// The two parties, and what a sentence can name. Bound to a slot for "iedere Partij", "de andere Partij".
enum class Party : std::uint8_t { none, contractor, client };  // Opdrachtnemer, Opdrachtgever

/// Who bears a norm or acts.
struct PartyRef {
  Party fixed = Party::none;
  std::optional<Slot> slot;  ///< a party in a slot
  bool other = false;        ///< the other party than the one in `slot`
  ExpressionId expression;   ///< a party that depends on the instances ("the other party than the one in breach")
};

// ---------------------------------------------------------------------------------------------------- expressions

enum class Op : std::uint8_t {
  constant,        ///< value
  variable,        ///< the instance in `slot`
  attribute,       ///< attribute `index` of instance a (of the event that created it, or of an occurrence);
                   ///< absent and not standing for `op`: unknown, with a question. A text in `value` names the
                   ///< attribute instead, for occurrences of several event types (also for hasAttribute, refersTo)
  hasAttribute,    ///< truth: the attribute is present
  occurredAt,      ///< moment at which occurrence/instance a happened; `received` events: their receipt
  parameter,       ///< current value of parameter `index` (as of the moment a norm instance arose, unless followed)
  quantity,        ///< quantity `index` with operands as arguments
  state,           ///< truth: state `index` holds for the operands
  stateSince,      ///< moment at which state `index` began to hold, unknown when it does not hold
  happened,        ///< truth: an occurrence matching pattern `index` exists. Operands: optional [from, until] limits
                   ///< (moments, `until` included; invalid ids for none)
  happenedWithin,  ///< operands: limit. True from the first match not after `limit`; else not true (no question)
  missedWithin,    ///< operands: limit. True once `limit` has passed without a match; else not true
  momentOf,        ///< moment of the first occurrence that matches pattern `index`; unknown when there is none
  lastMomentOf,    ///< of the last one
  lastOf,          ///< operand a evaluated with the last matching occurrence in its slot; unknown when there is none
  countOf,         ///< number of matching occurrences
  sumOf,           ///< sum of operand a over the matching occurrences (a is evaluated with the occurrence in its slot)
  judgement,       ///< answer to judgement `index` about operand a (or about the whole contract); truth or value
  logicalAnd,
  logicalOr,
  logicalNot,
  equal,
  less,
  lessEqual,  ///< on numbers, money, moments, durations of one unit, texts (equal only)
  contains,   ///< list a contains text b; an unknown word in an open list makes it unknown
  choose,     ///< b when a is true, c when it is not; unknown a: unknown unless b equals c
  add,
  subtract,
  multiply,
  divide,
  minimum,
  maximum,
  exists,   ///< an instance of entity `index` (bound in `slot`) for which a is true
  forAll,   ///< every instance; true if there is none
  sumOver,  ///< sum of b over the instances of entity `index` for which a is true (a may be invalid: all)
  countOver,
  earliestOver,   ///< earliest moment b over those instances; unknown when there is none
  termEnd,        ///< last moment of the term of duration b from moment a, by `rule`
  periodEnd,      ///< last day of the period of duration b that starts on day a
  dayAfter,       ///< day after moment a
  reached,        ///< truth: now is at or after the start of moment a
  passed,         ///< truth: the last instant of moment a has gone by
  longerThan,     ///< truth: state/moment a has lasted longer than duration b
  atLeastLong,    ///< truth: ... at least duration b
  satisfiesForm,  ///< truth: the form of occurrence a satisfies form `index` (equal or narrower yes, disjoint no,
                  ///< wider or absent unknown)
  actorIs,        ///< truth: occurrence a was done by party b (a constant text or a variable)
  sameParty,      ///< truth: party a equals party b
  otherParty,     ///< the other party than party a
  refersTo,       ///< truth: attribute `index` of occurrence a refers to instance b. Absent: `betreft` decides; absent
                  ///< too: true if b is the only instance of its entity, else unknown
  outstanding,    ///< money still open on instance a (principal posts of that key); without operand: on all claims.
                  ///< `index` selects: 0 principal, 1 everything (interest, costs, penalties too)
  posted,         ///< money ever posted on instance a
  settled,        ///< truth: instance a has been invoiced and nothing of its principal is open
  normStatus,     ///< truth: norm `index` with the operands as its instances has the status in `value`:
                  ///< "geschonden" (breached, ever), "niet nagekomen" (breached and still open), "nagekomen", "open"
  breachedAt,     ///< moment of the breach of norm `index`; unknown when there is none
  deadlineOf,     ///< last moment in time of norm `index`
  runningPeriodEnd,  ///< last day of the running period of the contract term; unknown when indefinite or not begun
  periodStart,       ///< first day of the running period
  contractStart,     ///< first day of the agreement (its stated start, else its formation); unknown while there is none
  contractEnd,       ///< last day of the agreement, once known; unknown while none is known
  onlyInstance,      ///< the only instance of entity `index`; unknown when there is none or more than one
  underLid,          ///< truth: text a names lid `value` or a part of it ("wonderfull:7.3" is under "wonderfull:7")
  exercised,         ///< truth: act `index` has been validly exercised (operands: its arguments)
  exercisedAt,       ///< moment at which it took effect
  firstKnown,        ///< the first operand that is known ("de afgesproken duur, anders 12 maanden")
  arisenAt,          ///< moment at which the norm that is read arose: its occasion
  agreed,            ///< what has been agreed over parameter `index` as of moment a (absent: as a parameter is read),
                     ///< otherwise b
};

/// One expression. Operands come first; `index` names a node of the kind the operator says.
struct Expression {
  Op op = Op::constant;
  Type type = Type::truth;
  Value value;
  std::uint32_t index = 0;
  Slot slot = 0;
  bool followed = false;  ///< parameter: `telkens geldende`, not as of the moment the norm arose
  TermRule rule;
  std::vector<ExpressionId> operands;
  Span span;          ///< the words it came from
  std::string words;  ///< those words, for explanations ("14 dagen na de factuurdatum")
};

// ------------------------------------------------------------------------------------------- events and instances

/// One way in which a pattern can match: an event type and a condition on the occurrence.
struct PatternAlternative {
  EventTypeId type;
  ExpressionId where;  ///< invalid: any. The occurrence stands in the pattern's `occurrence` slot
};

/// A set of occurrences. The filter may also use the slots of the sentence that uses the pattern (joins).
struct Pattern {
  std::vector<PatternAlternative> alternatives;
  Slot occurrence = 0;
  bool atReceipt = false;  ///< the match counts from its receipt (attribute `ontvangen`), not from `op`
  std::string words;
  ActId act = {};  ///< the act that the sentence names, of which this is the doing; no part of evaluation
};

/// A kind of instance. It comes into being at the first event that matches `created` with a new key.
/// The party entity (id 0) has two fixed instances, keyed "Opdrachtnemer" and "Opdrachtgever"; a party as a value is
/// that text.
struct Entity {
  Provenance where;
  std::string name;                         ///< "factuur"
  PatternId created;                        ///< invalid for the party entity
  std::uint32_t keyAttribute = 0xffffffff;  ///< attribute that holds the key; none: the key of the event itself
};

/// An instance that a sentence opens.
struct Binder {
  EntityId entity;
  ExpressionId where;  ///< only instances for which this holds when they come up (invalid: all)
};

/// An order of forms: a form satisfies what it is equal to or narrower than.
struct Form {
  std::string name;                    ///< "schriftelijk"
  std::vector<FormId> covers;          ///< forms directly narrower than this one
  std::vector<std::string> spellings;  ///< as timelines write it: "email", "aangetekend"
  ExpressionId reliable;  ///< optional condition (occurrence in slot 0) under which a narrower form counts:
                          ///< set on the *narrower* form by a document's definition of Schriftelijk
};

/// What starts or ends something: an occurrence, or the moment a condition becomes true.
struct Trigger {
  PatternId pattern;     ///< an occurrence ...
  ExpressionId becomes;  ///< ... or this becoming true (a reached moment is also a condition)
};

// --------------------------------------------------------------------------------------------------- facts in time

/// `de P is V, tenzij anders overeengekomen`: a value with a history; `afspraak vastgelegd` (over = name) changes it.
struct Parameter {
  Provenance where;
  ReadingGuard guard;
  std::string name;
  Type type = Type::text;
  ExpressionId value;     ///< invalid: not filled in in the source (a placeholder); reading it asks for it
  bool deviable = false;  ///< agreements may change it
  FormId deviationForm;   ///< form that the agreement needs, if any
  ExpressionId minimum;   ///< lower bound on later agreements
  bool reported = false;  ///< also an outcome (eigenschap)
  bool beside = false;    ///< only holds what is agreed in place of a quantity; has no value of its own
};

/// A value over time per combination of instances. When the guard's reading is not chosen, or the condition is not
/// true, `otherwise` counts instead (unknown condition: both are possible; equal values are that value, else unknown).
struct Quantity {
  Provenance where;
  ReadingGuard guard;
  std::string name;
  Type type = Type::number;
  std::vector<Binder> binders;
  ExpressionId value;
  ExpressionId condition;  ///< counts only while true
  QuantityId otherwise;    ///< what counts when it is not (the defeated one, the other reading)
  bool reported = false;   ///< an amount that is an outcome
  ParameterId parameter;   ///< it stands for this parameter (a parameter that a derogation or reading displaces)
  bool derogates = false;  ///< made by "in afwijking van" ...
  std::vector<std::string> derogatesFrom;  ///< ... these leden
};

enum class StateReport : std::uint8_t { hidden, state, presumption };

/// A fluent. Either followed (`during`) or made of intervals, one per begin, each with its own end.
struct State {
  Provenance where;
  ReadingGuard guard;
  std::string name;
  std::vector<Binder> binders;
  std::vector<Trigger> begins;
  ExpressionId beginCondition;  ///< read when a begin fires
  std::vector<Trigger> ends;
  ExpressionId during;   ///< followed; when begins exist too, both must hold
  ExpressionId unless;   ///< defeater, followed
  ExpressionId lastDay;  ///< moment through which it will hold, for `tot` while it still runs
  PartyRef bearer;
  StateReport report = StateReport::hidden;
  std::vector<StateId> defeatedBy;  ///< states about the same instances that take this one's place: while their own
                                    ///< condition is true, or without one while they hold
};

/// An open norm: only people can answer it. Id in outcomes: document:lid/words.
struct Judgement {
  Provenance where;
  ReadingGuard guard;
  std::string words;     ///< the source's words, lower case: "redelijke termijn"
  std::string question;  ///< the declared sentence, as a question
  EntityId subject;      ///< invalid: about the contract
  Type type = Type::truth;
  std::optional<Truth> assumed;  ///< verondersteld ja, verondersteld nee
  bool fromJudgement = false;    ///< vanaf het oordeel
};

// ----------------------------------------------------------------------------------------------------------- norms

enum class ActNature : std::uint8_t { factual, legal };

/// Something a party does. It is done by events, or is fulfilled when a condition becomes true.
struct Act {
  Provenance where;
  std::string name;                  ///< declared phrase: "de factuur betalen"
  std::vector<EntityId> parameters;  ///< its slots: arguments stand in slots 0..n-1, the actor in slot n
  PatternId doneBy;                  ///< invalid when `fulfilledWhen` is used. Joins are in its filter; the actor too
  ExpressionId fulfilledWhen;
  bool atReceipt = false;  ///< works when received
};

/// A term: the last moment in time. `soft` terms only add a question.
struct Term {
  ExpressionId last;    ///< moment; invalid: no hard term
  ExpressionId anchor;  ///< what it is counted from, for explanations
  JudgementId soft;     ///< zo spoedig mogelijk, onverwijld: `nee` turns the outcome
};

enum class NormKind : std::uint8_t {
  obligation,
  effort,
  guarantee,
  prohibition,
  liberty,
  power,
  noPower,
  requirement,  ///< kan ... alleen: every exercise of the act must meet it
};

/// When an exercised power works.
enum class EffectTime : std::uint8_t { immediately, afterNotice, againstDay };

/// A norm per combination of instances.
struct Norm {
  Provenance where;
  ReadingGuard guard;
  std::string name;  ///< label, else the act's phrase
  NormKind kind = NormKind::obligation;
  std::vector<Binder> binders;
  PartyRef bearer;
  PartyRef counterparty;
  ActId act;
  std::vector<ExpressionId> arguments;  ///< the act's arguments
  std::vector<ActId> alternatives;      ///< `A of B`: doing either (the chosen one) performs
  ExpressionId choice;                  ///< text: which alternative was chosen, when there is a choice
  std::optional<Trigger> trigger;       ///< absent: arises with its instances (or with the agreement)
  bool perOccurrence = false;           ///< one instance per triggering occurrence, keyed by it
  ExpressionId condition;               ///< indien: read once, when it arises or (powers) when exercised
  ExpressionId during;                  ///< zolang: followed
  std::optional<Trigger> until;         ///< totdat
  ExpressionId unless;                  ///< tenzij: followed
  Term term;
  // form and validity of an exercise (powers, requirements) or of performance (obligations)
  FormId form;
  bool formSatisfiedOnlyBy = false;  ///< uitsluitend: no narrower form counts
  ExpressionId exerciseCondition;    ///< further requirement on the occurrence (in the slot after the binders)
  std::string requirement;           ///< words of that requirement, for `reden`
  std::optional<Duration> oncePer;   ///< ten hoogste eenmaal per ...: at most one valid exercise
  bool oncePerCalendarYear = false;
  ReadingGuard rollingYearUnder;             ///< reading under which the year is 12 months since the previous exercise
  std::uint32_t dateAttribute = 0xffffffff;  ///< attribute of the exercise that dates it for `oncePer` (ingang)
  // effect of a valid exercise
  EffectTime effectTime = EffectTime::immediately;
  ExpressionId noticePeriod;  ///< duration
  ExpressionId againstDay;    ///< the day it works against (end of the running period, a stated day)
  bool repeatable = false;    ///< returns to available after use
  // prohibitions
  ExpressionId consent;  ///< truth: prior consent was given (occurrence in the slot after the binders)
  // priority
  std::vector<NormId> defeats;    ///< in afwijking van: while this one's own condition is true
  std::vector<NormId> lifts;      ///< requirements that this power lifts
  std::string without;            ///< what this power does not need: "ingebrekestelling"
  bool interim = false;           ///< tussentijds: not against the end of the running period
  bool surviving = false;         ///< ook na het einde van de Overeenkomst
  ExpressionId survivesUntil;     ///< last moment of survival; invalid with `surviving`: without end
  bool survivesByNature = false;  ///< triggered by the end itself
  bool neverSuspended = false;
  // set only where the sentence needs it
  std::optional<Slot>
      occurrenceSlot;              ///< where an exercise, performance or violation stands; absent: after the binders
  bool standing = false;           ///< obligation to go on (keep, maintain): open while kept, performed at its end
  ExpressionId breachWhen;         ///< obligations: breached when this becomes true (guarantee, standing duty,
                                   ///< duty without a term after an ingebrekestelling); unknown: onbekend
  ExpressionId namedDay;           ///< powers: the day that the exercise itself names (occurrence in its slot);
                                   ///< absent: its attribute "tegen", when that is a day
  bool lateWithoutEffect = false;  ///< againstDay: too late for the running period is invalid, not a period later
};

/// What kind of post an amount is, in the ledger.
enum class PostKind : std::uint8_t { principal, interest, costs, penalty, damages };

enum class AmountKind : std::uint8_t {
  posted,         ///< `value` becomes owed once when it arises
  followed,       ///< `value` is shown as it is at the date asked for (formula)
  interest,       ///< rate over the outstanding principal, while `during`
  perDay,         ///< `value` at the start, plus `daily` for every later calendar day while `during`
  perOccurrence,  ///< every occurrence of `occurrences` adds `value` (occurrence in the slot after the binders)
};

/// Money that a lid makes due: claims, interest, penalties, costs. Outcome kind `bedrag`.
struct Amount {
  Provenance where;
  ReadingGuard guard;
  std::string name;
  AmountKind kind = AmountKind::posted;
  PostKind post = PostKind::damages;
  std::vector<Binder> binders;
  PartyRef debtor;
  PartyRef creditor;
  bool owed = true;  ///< verschuldigd; false: a right to charge, shown but taking no payment until charged
  std::optional<Trigger> trigger;
  ExpressionId condition;  ///< read once
  ExpressionId during;     ///< followed
  ExpressionId unless;
  ExpressionId value;                ///< money
  ExpressionId daily;                ///< perDay
  bool firstDayCounts = false;       ///< perDay: the day of the breach carries the daily sum too
  ReadingGuard firstDayCountsUnder;  ///< reading under which it does
  PatternId occurrences;             ///< perOccurrence
  const RateTable* table = nullptr;  ///< interest: a statutory table ...
  ExpressionId rate;                 ///< ... or an agreed rate per year
  bool capitalises = true;           ///< interest: the year's interest is added to the base
  int daysPerYear = 365;             ///< interest: divisor of a segment
  ExpressionId due;                  ///< moment through which it can be paid in time; invalid: at once
  std::vector<Id<Amount>> defeats;   ///< in afwijking van: not owed while this one's own condition is true
};
using AmountId = Id<Amount>;

/// Verval- en klachttermijnen: a right that is kept by using it in time, else lapses. Outcome kind `recht`.
struct Right {
  Provenance where;
  ReadingGuard guard;
  std::string name;
  std::vector<Binder> binders;
  PartyRef holder;
  std::optional<Trigger> trigger;  ///< absent: exists with its instance
  ExpressionId used;               ///< truth: used (in time, in form); keeps the right
  ExpressionId last;               ///< last moment to use it; invalid: lapses only by `lapsedBy`
  ExpressionId lapsedBy;           ///< truth: lapses when this becomes true
  ExpressionId condition;          ///< exists only if (read when it arises; may be unknown)
  ExpressionId keptFor;            ///< voor zover: money that does not lapse
  bool noSanction = false;         ///< the text gives no lapse: the right stays, the term is only shown
};
using RightId = Id<Right>;

enum class LimitKind : std::uint8_t { exclusion, cap, indemnity };

/// Exclusions and caps of liability (beperking), indemnities (vrijwaring). One outcome per instance it is about,
/// or one without key.
struct Limit {
  Provenance where;
  ReadingGuard guard;
  std::string name;
  LimitKind kind = LimitKind::cap;
  std::vector<Binder> binders;  ///< usually one: elke schade, elke derdenaanspraak
  PartyRef bearer;
  PartyRef counterparty;
  ExpressionId condition;  ///< what it covers
  ExpressionId unless;
  ExpressionId amount;   ///< cap per event (or in total when `binders` is empty); exclusions: none (zero)
  ExpressionId perYear;  ///< cap per calendar year over all events; a placeholder makes it unknown
  ExpressionId damage;   ///< cap: the damage of one event (instance in slot 0); invalid: its attribute "bedrag"
  std::uint32_t groupAttribute = 0xffffffff;  ///< `reeks`: occurrences that count as one event
  std::vector<Id<Limit>> defeats;
};
using LimitId = Id<Limit>;

/// A declarative lid that can be queried (eigenschap).
struct Property {
  Provenance where;
  ReadingGuard guard;
  std::string name;
  std::string value;
};

// --------------------------------------------------------------------------------------------------------- effects

enum class EffectKind : std::uint8_t {
  endAgreement,    ///< by a valid exercise of `act`
  preventRenewal,  ///< the running period is the last one
  suspend,         ///< terms of `targets` stand still while it lasts
  accelerate,      ///< all claims existing then fall due at the end of that day
};

/// What an exercise, an event or a state brings about.
struct Effect {
  Provenance where;
  ReadingGuard guard;
  EffectKind kind = EffectKind::endAgreement;
  ActId act;                       ///< a valid exercise of this act, or ...
  std::optional<Trigger> trigger;  ///< ... an occurrence, or a condition becoming true
  ExpressionId during;             ///< suspend: while this holds
  std::vector<NormId> targets;     ///< suspend: these; empty with `allOf`: all obligations of that party but payment
  PartyRef allOf;
  StateId shows;                ///< accelerate: the state per invoice that reports it
  std::vector<Binder> binders;  ///< instances that trigger, during and allOf speak of ("de verhinderde Partij")
  ExpressionId condition;       ///< indien: read when the act is done or the trigger fires (occurrence in its slot)
};

/// The running contract term (duur en verlenging).
struct ContractTerm {
  bool declared = false;
  ExpressionId start;            ///< day
  ExpressionId duration;         ///< duration, possibly indefinite
  ExpressionId renewal;          ///< duration of each renewal; invalid: it just ends
  std::vector<StateId> reports;  ///< states that report the running period (first period, renewed period)
};

// ---------------------------------------------------------------------------------------------------------- ledger

/// Where principal posts and payments come from, and how payments are allocated.
struct LedgerRules {
  EntityId invoice;          ///< instances whose `amount` is a principal post
  ExpressionId amount;       ///< money (invoice in slot 0)
  ExpressionId invoiceDate;  ///< day (invoice in slot 0)
  NormId payment;            ///< the obligation whose term is the due date of an invoice
  EventTypeId paymentReceived;
  std::uint32_t paymentAmount = 0xffffffff;
  std::uint32_t paymentFor = 0xffffffff;     ///< attribute that designates invoices
  EventTypeId interestCharged;               ///< rente in rekening gebracht
  std::uint32_t chargedFor = 0xffffffff;     ///< its attribute that names the invoice; none: the first reference
  std::uint32_t chargedAmount = 0xffffffff;  ///< its amount; none: the first money; absent: all that has accrued
  bool ignoreDesignation = false;            ///< ongeacht hun aanduiding
  std::vector<PostKind> order;               ///< clause's order; empty: art. 6:43, 6:44 BW
  bool orderFromClause = false;
  Provenance where;
};

/// What makes the engine derive an event (`afgeleid uit ...`).
enum class DerivedFrom : std::uint8_t {
  breach,           ///< an obligation is breached: once, at the breach
  latePerformance,  ///< a breached obligation is performed after all
  renewal,          ///< a renewed period of the agreement begins
};

/// Events that the engine derives. They enter as instants of their own, right after what caused them, and carry the key
/// of the breached obligation (its lid and name when it has none). A stated event of the type with the same key takes
/// the place of the derived one over the whole timeline. Attributes are indices, `absent` where the type has none.
struct Derivation {
  static constexpr std::uint32_t absent = 0xffffffff;
  EventTypeId type;
  DerivedFrom from;
  std::uint32_t key = absent;    ///< the key of its cause
  std::uint32_t party = absent;  ///< who was to perform
  std::uint32_t lid = absent;    ///< the obligation by lid and name: "vandeez:6.5 betaling"
  std::uint32_t first = absent;  ///< first day of the renewed period
  std::uint32_t last = absent;   ///< last day of it
};

/// A holiday that is a werkdag all the same, under a reading.
struct IgnoredHoliday {
  std::string name;  ///< as `dutchHoliday` spells it
  ReadingGuard guard;
};

/// "4.6 gaat voor 11.1": where both apply the first one counts.
struct Ranking {
  Provenance where;
  ReadingGuard guard;
  NormId first;
  NormId second;
};

/// A warning or remark shown by `waarom`.
struct Note {
  Provenance where;
  std::string text;
};

/// What a lid or an article is about (`eigenschap thema: "betaling".`), to lay documents side by side.
struct Theme {
  Provenance where;  ///< its lid is the article's number when it stands before the first lid
  std::string name;
};

/// A lid that holds nothing executable, with the reason (for `dekking`).
struct CoverageEntry {
  std::string lid;
  std::string status;  ///< "uitvoerbaar", "declaratief", "niet uitvoerbaar"
  std::string reason;
};

struct Graph {
  std::string document;  ///< "vandeez"
  std::string title;
  std::string contractorName;
  std::string clientName;
  std::vector<EventType> events;
  std::vector<Entity> entities;  ///< 0 is the party entity
  std::vector<Expression> expressions;
  std::vector<Pattern> patterns;
  std::vector<Parameter> parameters;
  std::vector<Quantity> quantities;
  std::vector<State> states;  ///< in stratified order: a state reads only earlier ones, or itself delayed
  std::vector<Judgement> judgements;
  std::vector<Act> acts;
  std::vector<Form> forms;
  std::vector<Issue> issues;
  std::vector<Norm> norms;
  std::vector<Amount> amounts;
  std::vector<Right> rights;
  std::vector<Limit> limits;
  std::vector<Property> properties;
  std::vector<Effect> effects;
  std::vector<Ranking> rankings;
  std::vector<Note> notes;
  std::vector<Theme> themes;
  std::vector<CoverageEntry> coverage;
  ContractTerm term;
  LedgerRules ledger;
  StateId inForce;         ///< overeenkomst van kracht
  PatternId formation;     ///< events about formation: when present the agreement is not assumed in force
  EventTypeId closingDay;  ///< sluitingsdag aangekondigd
  std::vector<IgnoredHoliday> ignoredHolidays;
  std::vector<Derivation> derivations;
};

}  // namespace beding::graph

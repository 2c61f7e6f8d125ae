// The clauses of a document as the machine runs them: conditions as steps with fixed places, and per kind of event and
// per sentence what is to be done. Made once per graph, and only read after that.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "engine/plain_outcome.h"
#include "generate/kern/loop.h"
#include "graph/graph.h"
#include "timeline/plain_timeline.h"

namespace beding::machine {

/// A value: absent is nothing of the kind, and what is other is not known here.
using Cell = PlainValue;

/// Where something stands while a sentence is read: its own instance, the event of the instant, or what a word like
/// «een» goes along.
using Place = std::uint8_t;
inline constexpr Place ownPlace = 0, eventPlace = 1, firstFreePlace = 2, places = 8;

using StepId = std::uint32_t;
inline constexpr StepId noStep = std::numeric_limits<StepId>::max();

enum class Do : std::uint8_t {
  // a truth
  constant,
  all,
  any,
  negate,
  choose,
  equal,
  less,
  atMost,
  exists,  ///< an instance of entity `index`, at `place`
  each,    ///< every one of them
  reached,
  passed,
  state,     ///< column `index`, which has one row
  stateOf,   ///< column `index`, of the instance at `place`
  longer,    ///< since its first part: longer than its second ...
  asLong,    ///< ... or at least as long
  settled,   ///< of the invoice at `place`
  has,       ///< cell `index` of what stands at `place`
  happened,  ///< memory `index`
  ofLast,    ///< of the last event in memory `index`, at `place`
  over,      ///< the agreement is
  begun,     ///< the agreement has
  // a value
  cell,        ///< `index` of what stands at `place`, else what `absent` says
  since,       ///< the day from which the state in column `index`, which has one row, holds ...
  sinceOf,     ///< ... or that of the instance at `place`
  happenedOn,  ///< its receipt (cell `index`, if it has one), else its day
  key,
  dayAfter,
  termEnd,
  termBegin,
  deadline,   ///< of the duty in column `index` over the instance at `place`
  party,      ///< who is named by the value
  partyName,  ///< a party's name as its role
};

/// What the absence of an attribute means.
enum class Absent : std::uint8_t { question, day, key, standard };

/// One step; its parts are `count` steps named from `first` on in Program::parts.
struct Step {
  Do what = Do::constant;
  Place place = ownPlace;
  Absent absent = Absent::question;
  std::uint32_t index = 0;
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  Cell value{};  ///< of a constant, and of what stands for an absent attribute
};

/// A sentence that is up again; `same`: only for the same instance.
struct Mark {
  std::uint32_t sentence = 0;
  bool same = false;
};
using Marks = std::vector<Mark>;

inline constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// A standstill that stops a duty.
struct Suspender {
  std::uint32_t effect = 0;
  kern::Partij party = kern::geen_partij;  ///< only of this one; none: of anybody
};

/// Something that a use of a power needs, and what is said when it is not so.
struct Demand {
  StepId met = noStep;
  std::string otherwise;
};

enum class Kind : std::uint8_t { state, duty, power, posted, interest };

/// A state, norm or amount. Its records are column `column` of its kind, a row per instance of `entity`.
struct Sentence {
  Kind kind = Kind::state;
  std::uint32_t number = 0;
  std::uint32_t entity = none;
  std::uint32_t column = 0;
  bool reported = true;
  std::uint32_t heading = 0;   ///< of its outcomes ...
  std::uint32_t exercise = 0;  ///< ... and of uses of a power
  Marks readers;               ///< when it changes: of a state, or of the last day of a duty
  StepId condition = noStep;
  StepId applies = noStep;  ///< of a state or an amount: zolang
  StepId unless = noStep;   ///< of a duty: the exception alone
  // states
  bool hasBegin = false;
  bool isInForce = false;
  std::vector<StepId> begins;
  StepId ends = noStep;
  // norms
  StepId canArise = noStep;
  StepId fulfilled = noStep;
  StepId deadline = noStep;
  bool deadlineStays = false;  ///< it is the same day whenever it is looked at
  StepId breach = noStep;
  std::vector<Demand> demands;
  bool standing = false;  ///< it stands by itself, from the beginning of the agreement
  bool endsWithAgreement = false;
  bool continuing = false;  ///< kept as long as it is there
  bool repeatable = false;
  kern::Partij bearer = kern::geen_partij;
  std::vector<Suspender> suspenders;
  // amounts
  StepId value = noStep;
  kern::Soort post = kern::Soort::schade;
  std::uint32_t table = 0;
};

struct Entity {
  std::uint32_t keyCell = none;  ///< none: the key of its event
  bool isInvoice = false;
  StepId amount = noStep;
  StepId date = noStep;
  StepId due = noStep;
  std::vector<std::uint32_t> sentences;  ///< that have a record for each
  Marks marks;                           ///< when one comes up
};

/// Who tries to use a power.
struct Attempt {
  std::uint32_t sentence = 0;
  std::uint32_t act = 0;
  StepId fits = noStep;
  std::uint32_t ground = none;  ///< the cell that may name another lid
};

/// What comes of doings of an act that are valid.
struct Consequence {
  std::uint32_t act = 0;
  bool mayEnd = false;
  std::vector<StepId> ends;  ///< such doings end the agreement as a whole
  std::vector<Suspender> suspends;
};

/// Something that an event may be for the records of a sentence.
struct Fact {
  enum class What : std::uint8_t { begins, ends, performs };
  What what = What::begins;
  std::uint32_t sentence = 0;
  StepId matches = noStep;
};

/// Something that is remembered of events.
struct Memory {
  std::uint32_t index = 0;
  StepId matches = noStep;
  Marks readers;
};

/// What an event does when it happens, or when it is received.
struct Doings {
  std::vector<Attempt> attempts;
  std::vector<Consequence> consequences;
  std::vector<Fact> facts;
  std::vector<Memory> memories;  ///< whether it happened
  std::vector<Memory> lasts;     ///< which was the last

  [[nodiscard]] bool empty() const { return attempts.empty() && facts.empty() && memories.empty() && lasts.empty(); }
};

/// A kind of event.
struct EventPlan {
  std::vector<std::uint32_t> cells;                       ///< places of the attributes that something reads
  std::vector<std::pair<std::uint32_t, StepId>> creates;  ///< an instance of that entity, if it matches
  Doings onHappening;
  Doings onReceipt;
  std::uint32_t received = none;  ///< cell
  StepId formation = noStep;      ///< whether it is about the formation of the agreement
  bool endsAgreement = false;
  std::uint32_t paid = none;     ///< cell
  std::uint32_t against = none;  ///< cell: the day on which a use is to work
  std::uint32_t currency = none;
  bool isLegalAct = false;
  bool forTheEngine = false;  ///< agrees otherwise, or does something that the machine does not run
};

struct Rates {
  std::vector<kern::Tarief> rows;
  kern::Tarieven table{};
};

/// What is reported, in the order of outcomes: a sentence, or a property, which is all in its heading.
struct Report {
  std::uint32_t heading = 0;
  std::uint32_t sentence = none;
};

/// More sentences than this are for the engine.
inline constexpr std::size_t mostSentences = 256;

struct Program {
  std::string contractor;  ///< name of the party, beside its role
  std::string client;
  std::vector<std::pair<std::string, kern::Partij>> agents;  ///< who acts for whom
  std::vector<Step> steps;
  std::vector<StepId> parts;
  std::vector<Sentence> sentences;
  std::vector<Entity> entities;
  std::vector<EventPlan> events;           ///< per event type
  std::vector<bool> hasPlan;               ///< whether anything reads events of the type
  std::array<std::uint32_t, 5> columns{};  ///< how many there are, per kind
  std::uint32_t memories = 0;
  std::uint32_t lasts = 0;
  std::uint32_t formed = none;  ///< the sentence by which the agreement is in force
  Marks fixed;                  ///< at the beginning
  Marks ofAgreement;            ///< when it begins or ends
  Marks suspendable;            ///< when a standstill begins or ends
  Marks ofPayment;              ///< when an invoice is paid
  std::vector<Rates> tables;
  PlainDocument outcomes;
  std::array<std::uint8_t, 6> ranks{};  ///< per kind of post: its turn when a payment is received
  std::vector<std::string> lids;        ///< of norms: what a ground may name
  std::vector<Report> reports;
};

}  // namespace beding::machine

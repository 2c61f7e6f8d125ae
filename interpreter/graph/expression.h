// Conditions, amounts and moments, and the occurrences and instances that they speak of.
#pragma once

#include <string>
#include <vector>

#include "base/few.h"
#include "graph/ids.h"
#include "timeline/schema.h"
#include "values/deadline.h"
#include "values/value.h"

namespace beding::graph {

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
  valid,            ///< truth: occurrence (or instance) a was a valid exercise: of a power over act `index` unless that
                    ///< is `nothing`, under lid `value` if there is one
  consentFor,       ///< truth: consent a ("toestemming verleend") is for what occurrence b does: by its attribute at
                    ///< `index` or its `betreft`; unknown when they name something that is not known
  agreementCounts,  ///< truth: occurrence a, an agreement, is one that counts (Graph::agreementRules)
  arisenAt,         ///< moment at which the norm that is read arose: its occasion
  agreed,           ///< what has been agreed over parameter `index` as of moment a (absent: as a parameter is read),
                    ///< otherwise b
  firstKnown,       ///< the first operand that is known ("de afgesproken duur, anders 12 maanden")
};

/// None, one or two; three for a choice; more only where many things are weighed.
using Operands = Few<ExpressionId, 3>;

/// One expression. Operands come first; `index` names a node of the kind the operator says.
struct Expression {
  Op op = Op::constant;
  Type type = Type::truth;
  Value value;
  std::uint32_t index = 0;
  Slot slot = 0;
  bool followed = false;  ///< parameter: `telkens geldende`, not as of the moment the norm arose
  TermRule rule;
  Operands operands;
  Span span;          ///< the words it came from
  std::string words;  ///< those words, for explanations ("14 dagen na de factuurdatum")
  friend bool operator==(const Expression&, const Expression&) = default;
};

// ------------------------------------------------------------------------------------------- events and instances

/// One way in which a pattern can match: an event type and a condition on the occurrence.
struct PatternAlternative {
  EventTypeId type;
  ExpressionId where;  ///< invalid: any. The occurrence stands in the pattern's `occurrence` slot
  friend auto operator<=>(const PatternAlternative&, const PatternAlternative&) = default;
};

/// A set of occurrences. The filter may also use the slots of the sentence that uses the pattern (joins).
struct Pattern {
  std::vector<PatternAlternative> alternatives;
  Slot occurrence = 0;
  bool atReceipt = false;  ///< the match counts from its receipt (attribute `ontvangen`), not from `op`
  std::string words;
  ActId act = {};  ///< the act that the sentence names, of which this is the doing; no part of evaluation
  friend auto operator<=>(const Pattern&, const Pattern&) = default;
};

/// A kind of instance. It comes into being at the first event that matches `created` with a new key.
/// The party entity (id 0) has two fixed instances, keyed "Opdrachtnemer" and "Opdrachtgever"; a party as a value is
/// that text.
struct Entity {
  Provenance where;
  std::string name;                         ///< "factuur"
  PatternId created;                        ///< invalid for the party entity
  bool isClaim = false;                     ///< its event states an amount (`bedrag`): what follows from it goes on
                                            ///< after the end of the agreement
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

}  // namespace beding::graph

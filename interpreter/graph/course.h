// What goes on by itself: effects, the running term, the ledger, derived events.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/claims.h"
#include "graph/norm.h"

namespace beding::graph {

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
  PatternId which;                 ///< only such doings of the act ("waarvan omvang niet "deel" is")
  std::optional<Trigger> trigger;  ///< ... an occurrence, or a condition becoming true
  ExpressionId during;             ///< suspend: while this holds
  std::vector<NormId> targets;     ///< suspend: these; empty with `allOf`: all obligations of that party but payment
  PartyRef allOf;
  ExpressionId claims;          ///< accelerate: only claims of which this is true (invoice in slot 0); invalid: all
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

/// Where principal posts and payments come from, and how payments are allocated.
struct LedgerRules {
  EntityId invoice;                   ///< instances whose `amount` is a principal post
  ExpressionId amount;                ///< money (invoice in slot 0)
  ExpressionId invoiceDate;           ///< day (invoice in slot 0)
  NormId payment;                     ///< the obligation whose term is the due date of an invoice
  std::vector<NormId> otherPayments;  ///< those that take its place under another reading
  EntityId advance;                   ///< instances whose `advanceAmount` is asked for in advance
  ExpressionId advanceAmount;         ///< money (advance in slot 0)
  ExpressionId advanceDue;            ///< day (advance in slot 0)
  EventTypeId paymentReceived;
  std::uint32_t paymentAmount = 0xffffffff;
  std::uint32_t paymentCurrency = 0xffffffff;  ///< only euros count
  std::uint32_t paymentFor = 0xffffffff;       ///< attribute that designates invoices
  EventTypeId interestCharged;                 ///< rente in rekening gebracht
  std::uint32_t chargedFor = 0xffffffff;       ///< its attribute that names the invoice; none: the first reference
  std::uint32_t chargedAmount = 0xffffffff;    ///< its amount; none: the first money; absent: all that has accrued
  bool ignoreDesignation = false;              ///< ongeacht hun aanduiding
  std::vector<PostKind> order;                 ///< clause's order; empty: art. 6:43, 6:44 BW
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

}  // namespace beding::graph

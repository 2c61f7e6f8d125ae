// What norms come to for somebody: money, rights that lapse, limits of liability; and properties.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/expression.h"
#include "values/interest.h"

namespace beding::graph {

/// What kind of post an amount is, in the ledger.
/// An advance is asked for by itself and stands behind every invoice.
enum class PostKind : std::uint8_t { principal, interest, costs, penalty, damages, advance };

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
  ExpressionId voidWhen;             ///< as of a norm
  ExpressionId value;                ///< money
  ExpressionId daily;                ///< perDay
  bool firstDayCounts = false;       ///< perDay: the day of the breach carries the daily sum too
  ReadingGuard firstDayCountsUnder;  ///< reading under which it does
  PatternId occurrences;             ///< perOccurrence
  Id<RateTable> table;               ///< interest: a statutory table ...
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
  ExpressionId voidWhen;           ///< as of a norm: from then on nothing lapses by it
  ExpressionId keptFor;            ///< voor zover: money that does not lapse
  bool noSanction = false;         ///< the text gives no lapse: the right stays, the term is only shown
  std::vector<Id<Right>> defeats;  ///< in afwijking van: these are not there where this one is
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
  ExpressionId voidWhen;  ///< as of a norm
  ExpressionId amount;    ///< cap per event (or in total when `binders` is empty); exclusions: none (zero)
  ExpressionId perYear;   ///< cap per calendar year over all events; a placeholder makes it unknown
  ExpressionId damage;    ///< cap: the damage of one event (instance in slot 0); invalid: its attribute "bedrag"
  std::uint32_t groupAttribute = 0xffffffff;  ///< `reeks`: occurrences that count as one event
  ExpressionId together;  ///< an event of a group counts with it unless this is not true of it (instance in slot 0)
  std::vector<Id<Limit>> defeats;
  std::vector<Id<Limit>> beside;  ///< onverminderd: these count beside it
};
using LimitId = Id<Limit>;

/// A declarative lid that can be queried (eigenschap).
struct Property {
  Provenance where;
  ReadingGuard guard;
  std::string name;
  std::string value;
};

}  // namespace beding::graph

// Who must, may and can do what, and which norm goes before which.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/expression.h"
#include "values/duration.h"

namespace beding::graph {

enum class ActNature : std::uint8_t { factual, legal };

/// Something a party does. It is done by events, or is fulfilled when a condition becomes true.
struct Act {
  Provenance where;
  std::string name;                  ///< declared phrase: "de factuur betalen"
  std::vector<EntityId> parameters;  ///< its slots: arguments stand in slots 0..n-1, the actor in slot n
  PatternId doneBy;                  ///< invalid when `fulfilledWhen` is used. Joins are in its filter; the actor too
  ExpressionId fulfilledWhen;
  bool atReceipt = false;          ///< works when received
  std::vector<std::string> forms;  ///< its words as declared, the name first: "opzegging van de Overeenkomst"
};

/// A term: the last moment in time. `soft` terms only add a question.
struct Term {
  ExpressionId last;    ///< moment; invalid: no hard term
  ExpressionId anchor;  ///< what it is counted from, for explanations
  JudgementId soft;     ///< zo spoedig mogelijk, onverwijld: `nee` turns the outcome
  bool prompt = false;  ///< the soft word asks for haste, so that the same day is soon enough; `tijdig` does not
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

/// Asks for an act (moet): what can be performed, and suspended.
constexpr bool asksAct(NormKind kind) { return kind == NormKind::obligation || kind == NormKind::effort; }
/// A plicht in the wide sense: an act, or that something is so.
constexpr bool isDuty(NormKind kind) { return asksAct(kind) || kind == NormKind::guarantee; }
/// Kan, or mag.
constexpr bool isPower(NormKind kind) { return kind == NormKind::power || kind == NormKind::liberty; }

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
  ExpressionId voidWhen;                ///< its provision was declared void (another sentence says what that does)
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
  std::vector<NormId> beside;     ///< onverminderd: these count beside it
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

/// "4.6 gaat voor 11.1": where both apply the first one counts.
struct Ranking {
  Provenance where;
  ReadingGuard guard;
  NormId first;
  NormId second;
};

}  // namespace beding::graph

// The parts of one instant. Each makes the facts of its kind from those of the instant before and from what the others
// have come to so far in this one (`view.facts`).
#pragma once

#include "oracle/reference_view.h"

namespace beding::oracle {

/// What the exercises of this instant bring about, as it stands just before them.
struct Consequences {
  std::vector<Attempt> attempts;
  std::vector<Ending> ends;
  std::vector<Ending> doubts;  ///< that may have come: it is not known whether the exercise is valid
  std::vector<Standstill> standstills;
  std::vector<std::uint32_t> accelerating;
};

/// Who tries to use a power by the event of this instant, and with what result.
Consequences exercisesOf(const View& view);

std::vector<StateFact> statesAfter(const View& view, std::uint32_t state, const std::vector<StateFact>& before);
std::vector<NormFact> normsAfter(const View& view, graph::NormId norm, const std::vector<NormFact>& before,
                                 const std::vector<Attempt>& attempts);
std::vector<RightFact> rightsAfter(const View& view, const graph::Right& right, const std::vector<RightFact>& before);
/// The amounts of a lid; what they post goes into the books.
std::vector<AmountFact> amountsAfter(const View& view, std::uint32_t amount, const std::vector<AmountFact>& before,
                                     Books& books);
/// Effects that a trigger of this instant brings about are added to the consequences.
std::vector<EffectFact> effectsAfter(const View& view, std::uint32_t effect, const std::vector<EffectFact>& before,
                                     const Course& courseBefore, Consequences& consequences);
Course courseAfter(const View& view, const Course& before, const Consequences& consequences);
std::vector<Standstill> standstillsAfter(const View& view, const std::vector<Standstill>& before,
                                         const Consequences& consequences);
/// Invoices booked, payments allocated, interest charged, credit used: before the amounts of leden.
Books booksAfter(const View& view, const Facts& before);
/// Sums per day, up to this day.
void growDailySums(const View& view, Books& books);
/// What has been paid too much meets what has fallen due.
void useCredit(const View& view, Books& books);

// ------------------------------------------------------------------------------------------------- shared by the parts

/// Whether it is the fact of the same sentence about the same instances.
bool isSame(const NormFact& fact, const Place& place, std::optional<std::uint32_t> firing, std::size_t binders);
std::optional<std::uint32_t> ownFiring(const NormFact& fact);
bool isStanding(const graph::Norm& norm);
bool readsConditionOnce(graph::NormKind kind);
graph::Slot occurrenceSlot(const graph::Norm& norm);
bool isRankedBefore(const View& view, graph::NormId first, graph::NormId second);
/// A norm that goes before another, for the same instances, and whether it does.
struct Defeat {
  graph::NormId by;
  Place place;
  Answer applies;
};
std::vector<Defeat> defeatsOf(const View& view, graph::NormId norm, const NormFact& fact);
Answer outlives(const View& view, const graph::Norm& norm, const Place& place);
Answer appliesNow(const View& view, graph::NormId norm, const NormFact& fact);
/// Whether an event is the act, done by that party, for the norm's arguments.
Answer isAct(const View& view, graph::ActId act, const graph::Norm& norm, const Place& place, graph::Party actor,
             std::uint32_t event);
Place actPlace(const View& view, graph::ActId act, const graph::Norm& norm, const Place& place, graph::Party actor);
/// The event of this instant, when that is when it counts for the act.
std::optional<std::uint32_t> newDoing(const View& view, graph::ActId act);
Moment doneAt(const View& view, graph::ActId act, std::uint32_t event);

void moveDuty(const View& view, graph::NormId norm, NormFact& duty);
void moveProhibition(const View& view, graph::NormId norm, NormFact& prohibition);
void movePower(const View& view, graph::NormId norm, NormFact& power);

/// When a power works against: the day, and the last day on which it can be used for it.
struct WorksAgainst {
  Answer day;
  Answer latestNotice;
  bool late = false;
  bool immediately = false;
};
WorksAgainst worksAgainst(const View& view, const graph::Norm& norm, const Place& place, const Moment& received);
std::optional<Date> namedDay(const View& view, const graph::Norm& norm, const Place& place);
bool isAgainstOneDay(const View& view, const graph::Norm& norm);
Answer isAvailable(const View& view, graph::NormId norm, const NormFact& power);

/// The end of a duty's term, moved by what stood still.
struct Deadline {
  Answer moment;
  bool standsStill = false;
};
Deadline deadlineOf(const View& view, graph::NormId norm, const NormFact& duty, bool perhaps);
struct Pause {
  Moment from;
  std::optional<Moment> to;
};
std::vector<Pause> pausesOf(const View& view, graph::NormId norm, const NormFact& duty, bool perhaps);
Answer isSuspended(const View& view, graph::NormId norm, const NormFact& duty);
/// What is asked to know whether doubtful suspensions count.
Asks suspensionDoubts(const View& view);

/// How many days carry the daily sum.
std::int64_t dailyCount(const View& view, const graph::Amount& amount, const AmountFact& fact, Date today);

/// Outcomes and questions at the end of the day asked for.
Evaluation report(const View& view);

}  // namespace beding::oracle

// The agreement: whether it is in force, its running period, renewals and its end.
#pragma once

#include "engine/world.h"

namespace beding::engine {

/// Before the first event: is it assumed to be in force?
void beginAgreement(World& world);
/// Begins, expires and renews it as of this instant; true when anything changed.
bool updateAgreement(World& world);
/// Whether events of this type state the end of the agreement.
bool isEndEvent(const EventType& type);
/// Whether it has begun, and whether it is over: not known while that hangs on an unanswered question.
Verdict hasBegun(const World& world);
Verdict isOver(World& world);
/// It may end at that tick: the questions say on what it hangs.
bool mayEnd(World& world, Tick ends, Date lastDay, const QuestionSet& questions);
/// Ends it at once, or at the end of that day. An earlier end stays.
bool endAgreementNow(World& world, const std::string& event);
bool endAgreementAfter(World& world, Date lastDay, const std::string& event);
/// Makes the period that ends on `lastDay` the last.
bool preventRenewal(World& world, Date lastDay, const std::string& event);

}  // namespace beding::engine

// The agreement: whether it is in force, its running period, renewals and its end.
#pragma once

#include "engine/world.h"

namespace beding::engine {

/// Before the first event: is it assumed to be in force?
void beginAgreement(World& world);
/// Begins, expires and renews it as of this instant; true when anything changed.
bool updateAgreement(World& world);
/// Ends it at once, or at the end of that day. An earlier end stays.
bool endAgreementNow(World& world, const std::string& event);
bool endAgreementAfter(World& world, Date lastDay, const std::string& event);
/// Makes the period that ends on `lastDay` the last.
bool preventRenewal(World& world, Date lastDay, const std::string& event);

}  // namespace beding::engine

// Which norms can stand against each other, by what they say of an act and of who acts. Whether they apply at the same
// time is another question (checks/).
#pragma once

#include <algorithm>

#include "base/few.h"
#include "graph/graph.h"

namespace beding::graph {

/// The acts that a norm is about, each once: mostly one.
using Acts = Few<ActId, 4>;
Acts actsOf(const Norm& norm);
inline bool contains(const Acts& acts, ActId act) { return std::find(acts.begin(), acts.end(), act) != acts.end(); }

/// Whether a valid exercise of the act ends the agreement, or the part of it that is meant.
bool endsAgreement(const Graph& graph, ActId act);

/// A power to do nothing but end the agreement: when that is over, there is nothing to end.
bool onlyEndsAgreement(const Graph& graph, const Norm& norm);

/// Whether somebody can be the bearer of both.
bool mayShareBearer(const Norm& a, const Norm& b);

/// Moet, mag, kan.
bool gives(NormKind kind);
/// Mag niet, kan niet.
bool denies(NormKind kind);

/// One gives what the other denies: the same act, and perhaps the same bearer.
bool opposed(const Norm& a, const Norm& b);

/// One is a requirement on the exercise of the power that the other gives.
bool isRequirementOn(const Norm& requirement, const Norm& power);

/// What is given lies outside what is denied: another argument, another form, not in between.
bool differsInReach(const Graph& graph, const Norm& giving, const Norm& denying);

/// The form of the one is never the form of the other, or the power does without what the requirement asks for.
bool cannotMeet(const Graph& graph, const Norm& power, const Norm& requirement);

/// Two duties to do the same, perhaps for the same bearer.
bool areSameDuty(const Graph& graph, const Norm& a, const Norm& b);

/// Two caps on the liability of the same party for the same unit.
bool areSameCap(const Limit& a, const Limit& b);

}  // namespace beding::graph

// What has to be generated for some leden: their nodes, and all that those depend on.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "graph/links.h"

namespace beding::generate {

using Reached = std::set<graph::NodeRef>;

/// Whether the node counts in the standard readings, which are the ones that are generated.
bool isStandard(const graph::Graph& graph, graph::ReadingGuard guard);

/// Whether the node reads some such expression, in its patterns too.
bool readsSuch(const graph::Graph& graph, graph::NodeRef node,
               const std::function<bool(const graph::Expression&)>& isSuch);

/// Whether it is one of those leden, or a part of one; all of them when there are none.
bool isUnder(const std::string& lid, const std::vector<std::string>& lids);

/// The lids of the document that have an outcome, as numbered.
std::vector<std::string> lidsOf(const graph::Graph& graph);

/// The quantities that other sentences put in the place of a parameter.
std::vector<graph::QuantityId> inPlaceOf(const graph::Graph& graph, graph::ParameterId parameter);

/// The nodes of those leden (of all of them when there are none) and what they depend on, also through the end of the
/// agreement, suspension, and the payments that all debts share; with every kind of instance where one is meant that an
/// event names by its key, as it may be of any kind.
Reached reachOf(const graph::Graph& graph, const std::vector<std::string>& lids);

/// Whether suspension can stop the duty.
bool canBeSuspended(const graph::Graph& graph, graph::NormId norm);
/// Whether an effect suspends the duty, if somebody has the power for it.
bool suspends(const graph::Graph& graph, const graph::Effect& effect, graph::NormId norm);

}  // namespace beding::generate

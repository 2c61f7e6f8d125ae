// Rules of one document that can both apply, oppose each other and are ranked by nothing.
#pragma once

#include <string>
#include <vector>

#include "graph/links.h"

namespace beding::checks {

enum class ConflictKind : std::uint8_t {
  opposed,     ///< one gives what the other denies: a contradiction
  impossible,  ///< a power that can never meet a requirement on its exercise
  unordered,   ///< two derogations that give one name different values: which one counts is not said
  different,   ///< two caps or two terms for one thing: they stand side by side
};

struct Conflict {
  ConflictKind kind = ConflictKind::opposed;
  graph::NodeRef first;   ///< gives, derogates, or stands first
  graph::NodeRef second;  ///< denies, requires, or stands later
  std::string holder;     ///< "Opdrachtnemer", "iedere Partij"; empty when it is about no party
  std::string situation;  ///< the smallest one in which both apply; empty: always
  std::string readings;   ///< "lezing x van y", when it takes a reading
};

/// At most one per pair, in the order of the nodes. Precondition: `verify` found nothing.
std::vector<Conflict> conflicts(const graph::Graph& graph);

}  // namespace beding::checks

// A rule graph as readable C++17: one header that depends on nothing but the standard library.
#pragma once

#include <string>
#include <vector>

#include "base/wording.h"
#include "graph/links.h"

namespace beding::generate {

/// Something that cannot be generated (yet), and the sentence that has it.
struct Obstacle {
  std::string lid;  ///< "wonderfull:10.1"; of words of the library without a number
  std::string file;
  std::uint32_t line = 0;
  Wording what;
  friend auto operator<=>(const Obstacle&, const Obstacle&) = default;
};

/// An event type as a struct of the header: its name, and which attributes it has as which fields.
struct EventShape {
  EventTypeId type;
  std::string name;
  std::vector<std::pair<std::uint32_t, std::string>> fields;
  bool about = false;  ///< it has `betreft`
};

/// An open norm as a struct of the header, by which its answers are told.
struct JudgementShape {
  graph::JudgementId judgement;
  std::string name;
  bool about = false;  ///< it has `over`
};

struct Generated {
  std::string header;               ///< empty when there is any obstacle: never half of it
  std::string agreement;            ///< the last part of it, which is made of the clauses
  std::vector<Obstacle> obstacles;  ///< each once, by lid
  std::vector<EventShape> events;
  std::vector<JudgementShape> judgements;
  std::vector<graph::NodeRef> nodes;  ///< what has outcomes
  std::vector<std::string> persons;   ///< others than the parties that the clauses name, in the order of their numbers
};

/// Which leden: all of them when none are named. `alone`: as if the document had no others, else with all that they
/// depend on.
struct Choice {
  std::vector<std::string> lids;
  bool alone = false;
};

/// In the standard readings. `command` is told in the header: how to make it again.
Generated toCpp(const graph::Graph& graph, const Choice& choice, const std::string& command);

/// What stands in the way of that.
std::vector<Obstacle> obstaclesOf(const graph::Graph& graph, const Choice& choice);

/// The lids that have an outcome, and whether each can be generated; as numbered.
struct Possible {
  std::string lid;
  std::vector<Obstacle> obstacles;  ///< of it with what it depends on; none: it can
  std::vector<Obstacle> alone;      ///< of it alone
};
std::vector<Possible> possibleLids(const graph::Graph& graph);

}  // namespace beding::generate

// One timeline under one document, evaluated in every way there is: by the reference, by the engine in one go, by the
// engine that looks at every rule in every instant, and by the engine on the graph as a `.bgraf` file gives it back.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "oracle/reference.h"
#include "timeline/timeline.h"

namespace beding::oracle {

/// A document, as compiled and as its `.bgraf` gives it back, made ready for many timelines.
struct Rules {
  explicit Rules(graph::Graph compiled);
  Rules(const Rules&) = delete;
  Rules& operator=(const Rules&) = delete;

  const graph::Graph graph;
  const graph::Graph loaded;
  const Evaluator engine{graph};
  const Evaluator engineOnLoaded{loaded};
  const Reference reference{graph};
};

/// A timeline to evaluate, and how.
struct Question {
  Timeline timeline;
  Date asOf;
  std::map<std::string, std::string> readings;
  bool everyDay = false;  ///< the reference also looks at every midnight
};

/// What can be compared of an evaluation, one line per outcome and question, sorted. Reasons, warnings, assumptions and
/// the texts of questions are words about the outcome and not compared with the reference.
std::vector<std::string> factsOf(Evaluation evaluation);

/// Where two ways differ.
struct Difference {
  std::string ways;  ///< "naslag en motor"
  std::vector<std::string> onlyFirst;
  std::vector<std::string> onlySecond;
};

/// The first two ways that differ, if any do. What the reference says is left in `evaluation`.
std::optional<Difference> difference(const Rules& rules, const Question& question, Evaluation* evaluation = nullptr);

/// The smallest question that still differs: lines left out one by one, the day asked for moved back.
Question shrunk(const Rules& rules, Question question);

/// As JSON Lines, so that it can be evaluated again.
std::string textOf(const graph::Graph& graph, const Timeline& timeline);

}  // namespace beding::oracle

// One timeline under one document, evaluated in every way there is (docs/orakel.md): by the reference, by the engine in
// one go, by the engine that looks at every rule in every instant, on the graph as a `.bgraf` file gives it back, by
// the machine where that runs it, line by line, and saved and resumed after every line.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "machine/machine.h"
#include "oracle/lines.h"
#include "oracle/random_timeline.h"
#include "oracle/reference.h"
#include "oracle/saved.h"
#include "timeline/timeline.h"

namespace beding::oracle {

/// The leden that the machine can run, each by itself; none when it can run all of them.
std::vector<std::string> lidsForMachine(const graph::Graph& graph);

/// A document, as compiled and as its `.bgraf` gives it back, made ready for many timelines.
struct Rules {
  /// `lids` are those that the machine runs, where it does not run all of them.
  explicit Rules(graph::Graph compiled, std::vector<std::string> lids);
  Rules(const Rules&) = delete;
  Rules& operator=(const Rules&) = delete;

  const graph::Graph graph;
  const std::string bytes;  ///< as a `.bgraf`
  const graph::Graph loaded;
  const Evaluator engine{graph};
  const Evaluator engineOnLoaded{loaded};
  const std::vector<std::string> machineLids;
  const Machine machine{graph, 1, machineLids};  ///< of the leden that it can run
  mutable std::mutex asking;
  mutable std::size_t ofMachine = 0;  ///< how many questions it answered

  /// Of any thread.
  std::optional<Evaluation> byMachine(const Timeline& timeline, const EvaluationOptions& options) const;
  const Reference reference{graph};
  const SavedRules saved{bytes};
  const Material material{graph};
};

/// What is held against the engine in one go.
struct Ways {
  bool thorough = true;
  bool loaded = true;
  bool machine = true;
  bool reference = true;
  bool inOrder = true;     ///< line by line, each when it was
  bool muddled = true;     ///< line by line, late, wrong at first, withdrawn
  bool saved = true;       ///< where lines come one by one: also saved and resumed after each
  bool everyStep = false;  ///< the reference after each line, and not of some after one only
};

/// A timeline to evaluate, and how.
struct Question {
  Timeline timeline;
  Date asOf;
  std::map<std::string, std::string> readings;
  bool everyDay = false;   ///< the reference also looks at every midnight
  std::uint64_t seed = 0;  ///< of how lines come in
  Ways ways;
};

/// What can be compared of an evaluation, one line per outcome and question, sorted. Reasons, warnings, assumptions and
/// the texts of questions are words about the outcome and not compared with the reference.
std::vector<std::string> factsOf(Evaluation evaluation);

/// Where two ways differ.
struct Difference {
  std::string ways;  ///< "naslag en motor"
  std::vector<std::string> onlyFirst;
  std::vector<std::string> onlySecond;
  std::string told;  ///< of ways that take lines one by one: those until they differ
  std::optional<Date> asOf;
};

/// Every byte that the engine says.
std::string everythingOf(const Evaluation& evaluation);
/// Where two ways that should say the same to the byte do not.
std::optional<Difference> between(const std::string& ways, const std::string& a, const std::string& b);
/// Where the reference and the engine differ in what can be compared.
std::optional<Difference> between(const std::string& ways, Evaluation a, Evaluation b);
/// What the reference says; when it does not come to an end, something that differs from anything.
Evaluation byReference(const Rules& rules, const Question& question);

/// The first two ways that differ, if any do. What the engine says is left in `evaluation`.
std::optional<Difference> difference(const Rules& rules, const Question& question, Evaluation* evaluation = nullptr);

/// The smallest question that still differs: lines left out one by one, the day asked for moved back.
Question shrunk(const Rules& rules, Question question);

}  // namespace beding::oracle

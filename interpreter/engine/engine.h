// Evaluates a rule graph over a timeline. Knows neither parser nor syntax. A graph is only read; everything that
// changes lives in one evaluation, so one graph serves any number of threads.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "engine/outcome.h"
#include "graph/graph.h"
#include "timeline/timeline.h"

namespace beding {

struct EvaluationOptions {
  std::optional<Date> asOf;                     ///< peildatum; default: the day of the last event
  std::map<std::string, std::string> readings;  ///< "6.6/jaar" -> "kalenderjaar"; default: the standard readings
  bool explain = false;                         ///< fill Outcome::why
  bool sleeping = true;                         ///< tell what is dormant too
  bool thorough = false;  ///< look at every rule at every instant: slow, and the measure of the fast way
};

/// The outcomes at the end of the day asked for. Total: never throws on a graph that passed `verify`.
Evaluation evaluate(const graph::Graph& graph, const Timeline& timeline, const EvaluationOptions& options);

namespace engine {
struct Plan;
struct World;
class DocumentNames;
struct Checked;
}  // namespace engine

/// A graph made ready once, for many timelines. Only read after it is made: any number of threads may share it. The
/// graph must outlive it.
class Evaluator {
 public:
  explicit Evaluator(const graph::Graph& graph);
  ~Evaluator();
  Evaluator(Evaluator&&) noexcept;
  Evaluator& operator=(Evaluator&&) = delete;

  [[nodiscard]] Evaluation evaluate(const Timeline& timeline, const EvaluationOptions& options) const;

 private:
  friend class Live;
  /// What an evaluation that has been run comes to. `checked`: what was found when it had run less far.
  [[nodiscard]] Evaluation conclude(engine::World& world, engine::Checked& checked) const;

  const graph::Graph& graph_;
  std::unique_ptr<const engine::Plan> plan_;
  std::unique_ptr<const engine::DocumentNames> names_;
};

}  // namespace beding

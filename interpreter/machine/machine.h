// A second, narrower way to evaluate: for documents whose sentences need no more than days, cents and plain records,
// and timelines on which all is known. It says what the engine says, to the byte, or nothing at all.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "engine/plain_outcome.h"
#include "timeline/plain_timeline.h"

namespace beding {

class Machine {
 public:
  /// For so many threads. The graph must outlive it. With `lids` only those leden, with what they depend on.
  Machine(const graph::Graph& graph, std::size_t threads, const std::vector<std::string>& lids = {});
  ~Machine();
  Machine(Machine&&) noexcept;
  Machine& operator=(Machine&&) = delete;

  /// Whether it runs this document at all.
  [[nodiscard]] bool runs() const;
  /// What its evaluations have in common; empty when it does not run.
  [[nodiscard]] const PlainDocument& document() const;
  /// The evaluation without what sleeps, until the thread is used again; its texts are those of the timeline. Nothing
  /// where the engine has to be asked: what is unknown, after the hour or otherwise agreed. No two at a time with the
  /// same thread.
  [[nodiscard]] const PlainEvaluation* evaluate(const PlainTimeline& timeline, const EvaluationOptions& options,
                                                std::size_t thread) const;
  /// The same; the timeline is made plain first.
  [[nodiscard]] const PlainEvaluation* evaluate(const Timeline& timeline, const EvaluationOptions& options,
                                                std::size_t thread) const;

 private:
  const PlainEvaluation* run(const PlainTimeline& timeline, const EvaluationOptions& options, std::size_t thread) const;

  struct Made;
  std::unique_ptr<Made> made_;  ///< null: it does not run it
};

/// By the machine if it can, else by the engine; of what sleeps (`all`) only the engine tells.
Evaluation evaluate(const Machine& machine, const Evaluator& engine, const Timeline& timeline,
                    const EvaluationOptions& options, bool all, std::size_t thread);

}  // namespace beding

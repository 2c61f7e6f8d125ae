// One contract of a portfolio: from its lines to what is said of it, by the quickest way that says it.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "engine/engine.h"
#include "machine/machine.h"
#include "portfolio/feed.h"
#include "timeline/line_layouts.h"

namespace beding {

/// One document for many contracts, on so many threads. The graph must outlive it.
class ContractEvaluator {
 public:
  /// `all`: also what sleeps.
  ContractEvaluator(const graph::Graph& graph, EvaluationOptions evaluation, ReadOptions reading, bool all,
                    std::size_t threads)
      : evaluator_(graph),
        machine_(graph, threads),
        reader_(graph.events),
        evaluation_(std::move(evaluation)),
        reading_(std::move(reading)),
        all_(all),
        desks_(threads) {}

  /// What the evaluations that are plain have in common.
  [[nodiscard]] const PlainDocument& document() const { return machine_.document(); }

  /// What `use` returns of the evaluation, or of what is wrong with the lines, as with stray ones always is. It takes a
  /// PlainEvaluation (whose texts last as long as the call), an Evaluation or InputProblems. No two at a time on the
  /// same thread.
  template <class Use>
  auto evaluate(const Feed& feed, const ContractLines& contract, std::size_t thread, const Use& use) {
    if (contract.areStray) return use(feed.problems(contract));
    Desk& desk = desks_[thread];
    const bool isPlain = mayBePlain() && feed.timeline(contract, reader_, desk.layouts, desk.timeline);
    if (isPlain)
      if (const auto* quick = machine_.evaluate(desk.timeline, evaluation_, thread)) return use(*quick);
    TimelineResult read = feed.timeline(contract, reader_, reading_);
    if (!read.problems.empty()) return use(read.problems);
    if (!isPlain && !all_)
      if (const auto* quick = machine_.evaluate(read.timeline, evaluation_, thread)) return use(*quick);
    return use(evaluator_.evaluate(read.timeline, evaluation_));
  }

 private:
  /// What one thread has in hand.
  struct Desk {
    PlainTimeline timeline;
    LineLayouts layouts;  ///< of the lines of contracts before this one
  };

  /// Whether the machine could do with lines as they stand.
  [[nodiscard]] bool mayBePlain() const {
    return machine_.runs() && !all_ && !reading_.asKnownOn && reading_.contract.empty();
  }

  Evaluator evaluator_;
  Machine machine_;
  TimelineReader reader_;
  const EvaluationOptions evaluation_;
  const ReadOptions reading_;
  const bool all_;
  std::vector<Desk> desks_;
};

}  // namespace beding

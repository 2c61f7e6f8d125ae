// An evaluation that goes on: lines come in, days pass, and outcomes are read whenever they are wanted.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "timeline/timeline.h"

namespace beding {

/// At every moment the outcomes are those of one evaluation of all lines taken in so far, as one timeline in the order
/// in which they came, at the end of the present day. So an event may come late, and judgements, corrections and
/// withdrawals count back to where they belong. The graph and its evaluator must outlive it; one thread at a time.
///
/// What comes in at its place in the order is added to what was evaluated before; only what changes the past (a late
/// event, a correction, a judgement, an event that bears on all of it) makes everything evaluated anew.
class Live {
 public:
  Live(const graph::Graph& graph, const Evaluator& evaluator, std::map<std::string, std::string> readings = {});
  ~Live();
  Live(Live&&) noexcept;
  Live& operator=(Live&&) noexcept;

  /// Takes in all lines or, when anything is wrong with them or with what they say of earlier ones, none.
  std::vector<InputProblem> apply(const TypedLines& lines);
  /// Of all that it took in.
  [[nodiscard]] const Timeline& timeline() const;
  /// Lets days pass. False, and nothing changes, when that day is past already.
  bool advance(Date day);
  /// The latest of the days advanced to and the days of events; none before the first.
  [[nodiscard]] std::optional<Date> today() const { return today_; }
  /// Precondition: there is a present day. `explain` fills Outcome::why, `sleeping` tells what is dormant too.
  [[nodiscard]] Evaluation outcomes(bool explain = false, bool sleeping = true) const;

 private:
  struct Going;

  const graph::Graph* graph_;
  const Evaluator* evaluator_;
  std::unique_ptr<Going> going_;  ///< at a place of its own: the evaluation holds on to it
  std::optional<Date> today_;
};

}  // namespace beding

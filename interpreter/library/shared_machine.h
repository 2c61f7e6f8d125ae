// The machine of a graph, for evaluations on any number of threads.
#pragma once

#include <mutex>
#include <optional>
#include <vector>

#include "machine/machine.h"

namespace beding::v1 {

class SharedMachine {
 public:
  /// It is made when it is first asked for something. The graph must outlive it.
  explicit SharedMachine(const graph::Graph& graph) : graph_(graph) {}

  /// What Machine::evaluate says; nothing where the engine has to be asked, and when every place is taken.
  std::optional<beding::Evaluation> evaluate(const Timeline& timeline, const EvaluationOptions& options) const;

 private:
  class Place;

  void make() const;

  const graph::Graph& graph_;
  mutable std::once_flag made_;
  mutable std::optional<Machine> machine_;
  mutable std::mutex lending_;
  mutable std::vector<std::size_t> free_;  ///< places of the machine that nobody uses now
};

}  // namespace beding::v1

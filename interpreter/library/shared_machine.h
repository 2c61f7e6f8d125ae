// The machine of a graph, for evaluations on any number of threads.
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <vector>

#include "machine/machine.h"

namespace beding::v1 {

class SharedMachine {
 public:
  class Place;

  /// It is made when it is first asked for something. The graph must outlive it.
  explicit SharedMachine(const graph::Graph& graph) : graph_(graph) {}

  /// Whether it runs the document at all.
  [[nodiscard]] bool runs() const { return machine().runs(); }
  [[nodiscard]] const PlainDocument& document() const { return machine().document(); }
  /// Of the tables of the document, as percentages.
  [[nodiscard]] const std::vector<std::vector<std::string>>& rates() const { return rates_; }
  /// A place to work; waits while others have them all. No thread may ask for a second one.
  [[nodiscard]] Place place() const;

 private:
  const Machine& machine() const;

  const graph::Graph& graph_;
  mutable std::once_flag made_;
  mutable std::optional<Machine> machine_;
  mutable std::vector<std::vector<std::string>> rates_;
  mutable std::vector<PlainTimeline> timelines_;  ///< one per place
  mutable std::mutex lending_;
  mutable std::condition_variable givenBack_;
  mutable std::vector<std::size_t> free_;  ///< places of the machine that nobody uses now
};

/// One thread's, as long as this is there.
class SharedMachine::Place {
 public:
  Place(const SharedMachine& from, std::size_t index) : from_(from), index_(index) {}
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  ~Place();

  /// To read into.
  [[nodiscard]] PlainTimeline& timeline() const { return from_.timelines_[index_]; }
  /// What Machine::evaluate says of that timeline, or of another.
  [[nodiscard]] const PlainEvaluation* evaluate(const EvaluationOptions& options) const {
    return from_.machine_->evaluate(timeline(), options, index_);
  }
  [[nodiscard]] const PlainEvaluation* evaluate(const Timeline& other, const EvaluationOptions& options) const {
    return from_.machine_->evaluate(other, options, index_);
  }

 private:
  const SharedMachine& from_;
  const std::size_t index_;
};

}  // namespace beding::v1

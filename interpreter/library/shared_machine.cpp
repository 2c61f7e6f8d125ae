#include "library/shared_machine.h"

#include <algorithm>
#include <numeric>
#include <thread>

namespace beding::v1 {

/// A place of the machine, as long as this is there.
class SharedMachine::Place {
 public:
  explicit Place(const SharedMachine& from) : from_(from) {
    const std::lock_guard lock(from_.lending_);
    if (from_.free_.empty()) return;
    index_ = from_.free_.back();
    from_.free_.pop_back();
  }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  ~Place() {
    if (!index_) return;
    const std::lock_guard lock(from_.lending_);
    from_.free_.push_back(*index_);
  }
  [[nodiscard]] const std::optional<std::size_t>& index() const { return index_; }

 private:
  const SharedMachine& from_;
  std::optional<std::size_t> index_;
};

void SharedMachine::make() const {
  const std::size_t places = std::max(1U, std::thread::hardware_concurrency());
  machine_.emplace(graph_, places);
  if (!machine_->runs()) return;
  free_.resize(places);
  std::iota(free_.begin(), free_.end(), std::size_t{0});
}

std::optional<beding::Evaluation> SharedMachine::evaluate(const Timeline& timeline,
                                                          const EvaluationOptions& options) const {
  std::call_once(made_, [&] { make(); });
  if (!machine_->runs()) return std::nullopt;
  const Place place(*this);
  const PlainEvaluation* plain = place.index() ? machine_->evaluate(timeline, options, *place.index()) : nullptr;
  if (plain == nullptr) return std::nullopt;
  return evaluationOf(machine_->document(), *plain);
}

}  // namespace beding::v1

#include "library/shared_machine.h"

#include <numeric>

#include "base/parallel.h"
#include "explain/names.h"

namespace beding::v1 {

const Machine& SharedMachine::machine() const {
  std::call_once(made_, [this] {
    const std::size_t places = threadsFor(0);
    machine_.emplace(graph_, places);
    if (!machine_->runs()) return;
    rates_ = percentageTexts(machine_->document());
    timelines_.resize(places);
    free_.resize(places);
    std::iota(free_.begin(), free_.end(), std::size_t{0});
  });
  return *machine_;
}

SharedMachine::Place SharedMachine::place() const {
  std::unique_lock lock(lending_);
  givenBack_.wait(lock, [this] { return !free_.empty(); });
  const std::size_t index = free_.back();
  free_.pop_back();
  return {*this, index};
}

SharedMachine::Place::~Place() {
  {
    const std::lock_guard lock(from_.lending_);
    from_.free_.push_back(index_);
  }
  from_.givenBack_.notify_one();
}

}  // namespace beding::v1

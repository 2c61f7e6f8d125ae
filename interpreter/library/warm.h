// What was worked out for evaluations that may be asked again. Of those that were used last it is kept; the others have
// their lines alone, and it is worked out anew when they are used.
#pragma once

#include <iterator>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>

namespace beding::v1 {

/// By the address of its owner. Any number of threads may use it; an owner is of one at a time.
template <class Kept>
class Warm {
 public:
  explicit Warm(std::size_t most) : most_(most) {}

  /// What the owner gave last; null when it gave nothing, or others have needed the place since.
  std::unique_ptr<Kept> take(const void* owner) {
    const std::lock_guard lock(mutex_);
    const auto found = places_.find(owner);
    if (found == places_.end()) return nullptr;
    auto kept = std::move(found->second->second);
    order_.erase(found->second);
    places_.erase(found);
    return kept;
  }

  /// How many are kept from now on.
  void keep(std::size_t most) {
    Order leave;
    const std::lock_guard lock(mutex_);
    most_ = most;
    while (order_.size() > most_) dropLast(leave);
  }

  /// To be taken again. Precondition: the owner has taken what it gave before.
  void give(const void* owner, std::unique_ptr<Kept> kept) {
    Order leave;  // at the end, when others no longer wait
    const std::lock_guard lock(mutex_);
    order_.emplace_front(owner, std::move(kept));
    places_[owner] = order_.begin();
    if (order_.size() > most_) dropLast(leave);
  }

 private:
  using Order = std::list<std::pair<const void*, std::unique_ptr<Kept>>>;

  /// Precondition: there is one, and the mutex is held.
  void dropLast(Order& leave) {
    places_.erase(order_.back().first);
    leave.splice(leave.end(), order_, std::prev(order_.end()));
  }

  std::size_t most_;
  std::mutex mutex_;
  Order order_;  ///< used last first
  std::unordered_map<const void*, typename Order::iterator> places_;
};

}  // namespace beding::v1

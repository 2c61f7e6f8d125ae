#include "engine/bindings.h"

#include <algorithm>

namespace beding::engine {

Bindings& Bindings::operator=(const Bindings& other) {
  filled_ = other.filled_;
  few_ = other.few_;
  size_ = other.size_;
  count_ = other.count_;
  if (this != &other) more_ = other.more_ ? std::make_unique<std::array<Binding, most>>(*other.more_) : nullptr;
  return *this;
}

void Bindings::bindAnywhere(std::size_t slot, Binding binding) {
  if (slot >= most) return;  // no verified graph has it
  size_ = std::max(size_, static_cast<std::uint16_t>(slot + 1));
  const std::size_t place = countBefore(slot);
  const bool isFilled = (filled_ & bitOf(slot)) != 0;
  if (isFilled && binding) (more_ ? more_->data() : few_.data())[place] = binding;
  if (isFilled && !binding) erase(place);
  if (!isFilled && binding) insert(place, binding);
  filled_ = binding ? filled_ | bitOf(slot) : filled_ & ~bitOf(slot);
}

void Bindings::resize(std::size_t size) {
  size_ = static_cast<std::uint16_t>(std::min(size, most));
  if (size_ < most) filled_ &= bitOf(size_) - 1;
  count_ = static_cast<std::uint16_t>(std::popcount(filled_));
}

void Bindings::insert(std::size_t place, Binding binding) {
  const std::size_t count = count_++;
  if (count == few && !more_) {
    more_ = std::make_unique<std::array<Binding, most>>();
    std::copy(few_.begin(), few_.end(), more_->begin());
  }
  Binding* all = more_ ? more_->data() : few_.data();
  std::move_backward(all + place, all + count, all + count + 1);
  all[place] = binding;
}

void Bindings::erase(std::size_t place) {
  Binding* all = more_ ? more_->data() : few_.data();
  std::move(all + place + 1, all + count_, all + place);
  --count_;
}

bool operator==(const Bindings& a, const Bindings& b) {
  return a.size_ == b.size_ && a.filled_ == b.filled_ && std::equal(a.begin(), a.end(), b.begin());
}

}  // namespace beding::engine

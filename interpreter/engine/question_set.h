// Which questions something waits for. Nearly always none, so that none costs no more than a null pointer.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace beding::engine {

/// Indices into the question table, sorted and unique.
class QuestionSet {
 public:
  QuestionSet() = default;
  QuestionSet(const QuestionSet& other) : all_(other.all_ ? std::make_unique<Indices>(*other.all_) : nullptr) {}
  QuestionSet(QuestionSet&&) noexcept = default;
  QuestionSet& operator=(const QuestionSet& other) {
    if (this != &other && (all_ || other.all_)) *this = QuestionSet(other);
    return *this;
  }
  QuestionSet& operator=(QuestionSet&&) noexcept = default;
  ~QuestionSet() = default;

  [[nodiscard]] bool empty() const { return all_ == nullptr; }
  void clear() { all_.reset(); }
  void add(std::uint32_t question);
  void add(const QuestionSet& others) {
    if (others.all_) join(others);
  }
  [[nodiscard]] const std::uint32_t* begin() const { return all_ ? all_->data() : nullptr; }
  [[nodiscard]] const std::uint32_t* end() const { return all_ ? all_->data() + all_->size() : nullptr; }
  friend bool operator==(const QuestionSet& a, const QuestionSet& b) {
    return a.all_ && b.all_ ? *a.all_ == *b.all_ : a.all_ == b.all_;
  }

 private:
  using Indices = std::vector<std::uint32_t>;
  void join(const QuestionSet& others);

  std::unique_ptr<Indices> all_;  ///< null when there are none, and never empty
};

}  // namespace beding::engine

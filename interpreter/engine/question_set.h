// Which questions something waits for. Sets are made once per evaluation and shared: one is no more than a pointer, so
// that verdicts and records are copied as they stand.
#pragma once

#include <cstdint>
#include <set>
#include <vector>

namespace beding::engine {

class QuestionSets;

/// Numbers in the question table, sorted and unique. Sets of one evaluation only go with each other.
class QuestionSet {
 public:
  constexpr QuestionSet() = default;

  [[nodiscard]] bool empty() const { return made_ == nullptr; }
  void clear() { made_ = nullptr; }
  void add(QuestionSet others) {
    if (others.made_ != nullptr && others.made_ != made_) join(others);
  }
  [[nodiscard]] const std::uint32_t* begin() const { return made_ != nullptr ? made_->all.data() : nullptr; }
  [[nodiscard]] const std::uint32_t* end() const { return begin() + (made_ != nullptr ? made_->all.size() : 0); }
  /// Equal sets are the same one.
  friend bool operator==(QuestionSet, QuestionSet) = default;

 private:
  friend class QuestionSets;
  struct Made {
    std::vector<std::uint32_t> all;
    QuestionSets* owner;
    friend bool operator<(const Made& a, const Made& b) { return a.all < b.all; }
  };
  explicit QuestionSet(const Made* made) : made_(made) {}
  void join(QuestionSet others);

  const Made* made_ = nullptr;  ///< null when there are none
};

/// The sets of one evaluation. They stay as long as this does.
class QuestionSets {
 public:
  QuestionSets() = default;
  QuestionSets(const QuestionSets&) = delete;
  QuestionSets& operator=(const QuestionSets&) = delete;
  ~QuestionSets() = default;

  /// The set of that question alone.
  QuestionSet only(std::uint32_t question);

 private:
  friend class QuestionSet;
  QuestionSet of(std::vector<std::uint32_t> questions);

  std::set<QuestionSet::Made> made_;
  std::vector<QuestionSet> single_;  ///< per question
};

}  // namespace beding::engine

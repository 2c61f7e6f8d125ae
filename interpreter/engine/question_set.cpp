#include "engine/question_set.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace beding::engine {

void QuestionSet::join(QuestionSet others) {
  if (std::includes(begin(), end(), others.begin(), others.end())) return;
  if (std::includes(others.begin(), others.end(), begin(), end())) {
    made_ = others.made_;
    return;
  }
  std::vector<std::uint32_t> both;
  std::set_union(begin(), end(), others.begin(), others.end(), std::back_inserter(both));
  *this = made_->owner->of(std::move(both));
}

QuestionSet QuestionSets::of(std::vector<std::uint32_t> questions) {
  return QuestionSet(&*made_.insert({std::move(questions), this}).first);
}

QuestionSet QuestionSets::only(std::uint32_t question) {
  if (question >= single_.size()) single_.resize(question + 1);
  if (single_[question].empty()) single_[question] = of({question});
  return single_[question];
}

}  // namespace beding::engine

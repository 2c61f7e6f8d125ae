#include "engine/questions.h"

namespace beding::engine {

QuestionSet QuestionTable::ask(const AskedQuestion& question) {
  const auto next = static_cast<std::uint32_t>(all_.size());
  const auto [place, added] = index_.try_emplace({question.id, question.subject}, next);
  if (added) {
    all_.push_back(question);
  } else if (question.text < all_[place->second].text) {
    std::string& words = all_[place->second].text;
    if (kept_) kept_->words.emplace_back(place->second, words);
    words = question.text;
  }
  return sets_->only(place->second);
}

void QuestionTable::takeBack() {
  for (const Question& question : kept_->asked) asked_.erase(question);
  for (auto replaced = kept_->words.rbegin(); replaced != kept_->words.rend(); ++replaced)
    all_[replaced->first].text = std::move(replaced->second);
  for (; all_.size() > kept_->questions; all_.pop_back()) index_.erase({all_.back().id, all_.back().subject});
  kept_.reset();
}

}  // namespace beding::engine

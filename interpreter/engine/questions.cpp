#include "engine/questions.h"

namespace beding::engine {

std::uint32_t QuestionTable::ask(const AskedQuestion& question) {
  const auto next = static_cast<std::uint32_t>(all_.size());
  const auto [place, added] = index_.try_emplace({question.id, question.subject}, next);
  if (added) {
    all_.push_back(question);
  } else if (question.text < all_[place->second].text) {
    all_[place->second].text = question.text;
  }
  return place->second;
}

}  // namespace beding::engine

// The questions an evaluation came upon: judgements and missing facts. Each is asked once, whoever needs it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/wording.h"
#include "engine/bindings.h"
#include "engine/question_set.h"

namespace beding::engine {

/// One question about one subject.
struct AskedQuestion {
  std::string id;  ///< "vandeez:1.11/voldoende", "feit/F1/bedrag"
  std::string text;
  std::string subject;  ///< key of the instance, empty for none
  Wording assumption;   ///< what was assumed instead of an answer; empty when nothing was
};

class QuestionTable {
 public:
  /// Who asks the same in other words does not change the outcome: the words that sort first are kept, whoever came
  /// first.
  QuestionSet ask(const AskedQuestion& question);
  /// What one part of the graph, `asker`, always asks in the same words about a subject: only the first time they are
  /// asked for.
  template <class Words>
  QuestionSet ask(const void* asker, Binding subject, Words words) {
    const Question key{asker, Binding::Kind{subject.kind}, std::uint32_t{subject.index}};
    const auto known = asked_.find(key);
    if (known != asked_.end()) return known->second;
    if (kept_) kept_->asked.push_back(key);
    return asked_.emplace(key, ask(words())).first->second;
  }
  [[nodiscard]] const AskedQuestion& operator[](std::uint32_t index) const { return all_[index]; }

  /// What is asked from here on, until it is taken back, leaves no trace.
  void keep() { kept_ = Kept{all_.size(), {}, {}}; }
  void takeBack();

 private:
  using Question = std::tuple<const void*, Binding::Kind, std::uint32_t>;

  std::shared_ptr<QuestionSets> sets_ = std::make_shared<QuestionSets>();
  std::vector<AskedQuestion> all_;
  std::map<std::pair<std::string, std::string>, std::uint32_t> index_;
  std::map<Question, QuestionSet> asked_;
  struct Kept {
    std::size_t questions;
    std::vector<std::pair<std::uint32_t, std::string>> words;  ///< that were replaced
    std::vector<Question> asked;
  };
  std::optional<Kept> kept_;
};

}  // namespace beding::engine

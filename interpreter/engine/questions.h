// The questions an evaluation came upon: judgements and missing facts. Each is asked once, whoever needs it.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/wording.h"

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
  std::uint32_t ask(const AskedQuestion& question);
  [[nodiscard]] const AskedQuestion& operator[](std::uint32_t index) const { return all_[index]; }

 private:
  std::vector<AskedQuestion> all_;
  std::map<std::pair<std::string, std::string>, std::uint32_t> index_;
};

}  // namespace beding::engine

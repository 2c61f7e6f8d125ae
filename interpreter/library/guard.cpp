#include "library/guard.h"

namespace beding::v1 {

Error errorOf(const std::vector<InputProblem>& problems) {
  Error error{Code::invalidInput, {}};
  for (const InputProblem& problem : problems) {
    const std::string end = error.message.dutch.empty() ? "" : "\n";
    error.message.dutch += end + text(problem, Language::dutch);
    error.message.english += end + text(problem, Language::english);
  }
  return error;
}

}  // namespace beding::v1

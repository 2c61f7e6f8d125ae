#include "base/wording.h"

namespace beding {

Wording operator+(Wording first, const Wording& second) {
  first.dutch += second.dutch;
  first.english += second.english;
  return first;
}

Wording worded(const Phrasing& phrasing, const std::vector<Wording>& arguments) {
  Wording result;
  result.dutch = filled(phrasing.dutch, in(Language::dutch, arguments));
  result.english = filled(phrasing.english, in(Language::english, arguments));
  return result;
}

Wording joined(const std::vector<Wording>& parts, const Wording& separator) {
  Wording result;
  for (const Wording& part : parts) result = (result.empty() ? result : result + separator) + part;
  return result;
}

std::string filled(std::string_view pattern, const std::vector<std::string>& arguments) {
  std::string result;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const bool hole = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}';
    const auto index = hole ? static_cast<std::size_t>(pattern[at + 1] - '0') : arguments.size();
    if (index >= arguments.size()) {
      result.push_back(pattern[at]);
      continue;
    }
    result += arguments[index];
    at += 2;
  }
  return result;
}

std::vector<std::string> in(Language language, const std::vector<Wording>& arguments) {
  std::vector<std::string> texts;
  texts.reserve(arguments.size());
  for (const Wording& argument : arguments) texts.push_back(argument.in(language));
  return texts;
}

}  // namespace beding

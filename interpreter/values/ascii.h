// Letter case of plain ASCII; accented letters stay as they are.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace beding {

inline std::string asciiLowerCase(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return result;
}

}  // namespace beding

// The words of a kind of message in a language. The registry says them in Dutch; english.cpp, by code, in English.
#pragma once

#include <string_view>

#include "base/wording.h"
#include "diagnostics/diagnostic.h"

namespace beding {

/// Title and remedy with the same holes as in Dutch.
struct EnglishKind {
  std::string_view code;
  std::string_view title;
  std::string_view remedy;
};

/// Nothing when the kind has no English.
const EnglishKind* englishOf(std::string_view code);

/// In the language asked for; in Dutch when a kind has no English.
std::string_view titleOf(const DiagnosticKind& kind, Language language);
std::string_view remedyOf(const DiagnosticKind& kind, Language language);

}  // namespace beding

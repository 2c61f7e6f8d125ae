// The words of the interface as people read them, in each language. Data keeps the Dutch words of names.h.
#pragma once

#include <string>
#include <string_view>

#include "base/wording.h"

namespace beding {

/// A status, kind or theme, with spaces for its hyphens: `te laat nagekomen`, `performed late`. A word that is not of
/// the interface stays as it is.
std::string spoken(std::string_view word, Language language);

}  // namespace beding

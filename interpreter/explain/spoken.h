// The words of the interface as people read them, in each language. Data keeps the Dutch words of names.h.
#pragma once

#include <string>
#include <string_view>

#include "base/wording.h"
#include "engine/outcome.h"

namespace beding {

/// A status, kind or theme, with spaces for its hyphens: `te laat nagekomen`, `performed late`. A word that is not of
/// the interface stays as it is.
std::string spoken(std::string_view word, Language language);

/// `15 maart 2025`, `15 March 2025`. Amounts are written as in the clauses, whatever the language.
std::string spoken(const Moment& moment, Language language);

}  // namespace beding

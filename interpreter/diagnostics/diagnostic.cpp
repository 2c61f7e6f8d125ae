// The list of messages.
#include "diagnostics/diagnostic.h"

#include <algorithm>

namespace beding {

Diagnostic& Diagnostics::report(const DiagnosticKind& kind, Span span, std::vector<Wording> arguments) {
  all_.push_back({&kind, span, std::move(arguments), {}, {}});
  return all_.back();
}

bool Diagnostics::hasErrors() const {
  return std::any_of(all_.begin(), all_.end(), [](const Diagnostic& d) { return d.kind->severity == Severity::error; });
}

}  // namespace beding

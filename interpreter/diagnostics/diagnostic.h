// A diagnostic is a value with everything needed to help; it is turned into words in one place (text.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/wording.h"
#include "source/source.h"

namespace beding {

enum class Severity : std::uint8_t { note, warning, error };

/// A kind of message. The registry (registry.h) lists every kind with its severity, title and remedy, english.cpp says
/// the same in English; a test fails when one has no golden file or no English. Codes are written B001 ... and are
/// never reassigned.
struct DiagnosticKind {
  std::string_view code;  ///< "B012"
  std::string_view name;  ///< "onbekende-frase"
  Severity severity;
  std::string_view title;   ///< Dutch, one line, with {0}, {1} ... for the arguments
  std::string_view remedy;  ///< Dutch: what to do; may use the arguments; may be empty
};

/// A second place that belongs to the message ("hier ook gedeclareerd").
struct Label {
  Span span;
  Wording text;
};

struct Diagnostic {
  const DiagnosticKind* kind = nullptr;
  Span span;
  std::vector<Wording> arguments;
  std::vector<Label> others;
  std::vector<std::string> suggestions;  ///< nearest known names, best first, at most three
};

/// Messages in the order found. Passes add to it and go on; nobody throws.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic) { all_.push_back(std::move(diagnostic)); }
  Diagnostic& report(const DiagnosticKind& kind, Span span, std::vector<Wording> arguments = {});
  [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
  [[nodiscard]] bool hasErrors() const;

 private:
  std::vector<Diagnostic> all_;
};

}  // namespace beding

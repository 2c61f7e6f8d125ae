// Tokens to items: fixed groups, literals and references are read here, longest first.
#pragma once

#include <span>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "parser/token.h"
#include "syntax/tree.h"

namespace beding::parser {

using TokenRange = std::span<const Token>;

/// What reading items needs to know, and whether it found something wrong.
struct ItemContext {
  const SourceSet& sources;
  Diagnostics& diagnostics;
  bool unknownIsLiteral = false;  ///< `onbekend` is a truth value: in the events of a scenario
  bool failed = false;            ///< set when something was reported

  Diagnostic& report(const DiagnosticKind& kind, Span place, std::vector<Wording> arguments = {}) {
    failed = true;
    return diagnostics.report(kind, place, std::move(arguments));
  }
};

std::vector<syntax::Item> itemsOf(TokenRange tokens, ItemContext& context);

/// The words as written, with single spaces where there is white space.
std::string spelled(TokenRange tokens);
/// What stands between the quotation marks.
std::string unquoted(const Token& token);
/// From the first token to the last; the range is not empty.
Span spanOf(TokenRange tokens);

}  // namespace beding::parser

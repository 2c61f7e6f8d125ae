// Shared by the tests of the parser: parse a text, keep what was said about it.
#pragma once

#include <string>

#include "diagnostics/text.h"
#include "parser/parser.h"
#include "syntax/print.h"

namespace beding {

struct Parsed {
  SourceSet sources;
  Diagnostics diagnostics;
  syntax::File file;

  explicit Parsed(const std::string& text, const ParseLimits& limits = {}) {
    file = parse(sources, sources.add("proef.beding", text), diagnostics, limits);
  }

  /// The codes of the messages, with a space between them, in the order of their places.
  [[nodiscard]] std::string codes() const {
    std::string result;
    for (const Diagnostic* d : inOrder(diagnostics)) result += (result.empty() ? "" : " ") + std::string(d->kind->code);
    return result;
  }
};

/// The clause of the only statement of a text that holds one sentence.
inline std::string clauseOf(const std::string& sentence, std::size_t clause = 0) {
  const Parsed parsed(sentence);
  if (parsed.file.statements.size() != 1 || !parsed.diagnostics.all().empty()) return parsed.codes();
  return syntax::itemsText(parsed.file.statements[0].clauses.at(clause).items);
}

}  // namespace beding

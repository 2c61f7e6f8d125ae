// Evaluations of the same events side by side: under two readings, or under several documents.
#pragma once

#include <string>
#include <vector>

#include "base/wording.h"
#include "engine/outcome.h"

namespace beding {

/// One outcome as it stands in each evaluation; nothing where it is not there or asleep.
struct OutcomeRow {
  std::vector<const Outcome*> outcomes;  ///< in the order of the evaluations
  [[nodiscard]] const Outcome& any() const;
};

/// How a side without the outcome is shown.
inline constexpr Phrasing notThere{"is er niet", "is not there"};

/// The outcomes that are not the same in all evaluations of one document, matched by lid, name, key and bearer.
std::vector<OutcomeRow> differences(const std::vector<const Evaluation*>& evaluations);

/// A document with its evaluation.
struct Compared {
  const graph::Graph* graph = nullptr;
  const Evaluation* evaluation = nullptr;
};

/// Outcomes that answer the same question in each document: per document none, one or more.
struct ComparedRow {
  std::string what;  ///< "plicht betaling F1"
  std::vector<std::vector<const Outcome*>> outcomes;
  bool differs = false;
};

/// The rows of a theme; those that differ come first.
struct ThemeTable {
  std::string theme;
  std::vector<ComparedRow> rows;
};

/// The same events under several documents: outcomes matched by kind, name and key; exercises by key, for names of
/// powers are each document's own. Properties count only when more than one document has them. Themes stand in a fixed
/// order, then in that of the alphabet, and "overig" last.
std::vector<ThemeTable> compareByTheme(const std::vector<Compared>& documents);

/// As a table, with its headings in the language. The rows under "overig" only with `all`.
std::string comparisonText(const std::vector<Compared>& documents, bool all = false,
                           Language language = Language::dutch);
std::string comparisonJson(const std::vector<Compared>& documents);

}  // namespace beding

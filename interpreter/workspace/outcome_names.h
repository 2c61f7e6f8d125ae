// Which outcomes a document can give: who expects another one has written it wrong.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "workspace/expectation.h"
#include "workspace/workspace.h"

namespace beding {

class OutcomeNames {
 public:
  OutcomeNames(const Workspace& workspace, const Compiled& compiled);

  /// Whether the document has that lid (or a part of it) and there an outcome of that name; an empty name asks only for
  /// the lid. Lids are with the document, names are folded.
  [[nodiscard]] bool has(std::string_view lid, std::string_view name) const;
  /// What may have been meant: names of the same lid, else other leden.
  [[nodiscard]] std::vector<std::string> near(const std::string& lid, const std::string& name) const;

 private:
  std::map<std::string, std::set<std::string>> names_;  ///< of every lid, with its document
};

/// Reports an expectation of an outcome that the document cannot give.
void checkOutcome(const Expected& expected, const OutcomeNames& names, const std::string& document, Span place,
                  Diagnostics& diagnostics);

}  // namespace beding

// Which leden of a document are formalised, and how (`dekking`).
#pragma once

#include <string>
#include <vector>

#include "workspace/workspace.h"

namespace beding {

struct LidCoverage {
  std::string lid;     ///< "6.5"
  std::string title;   ///< of the lid, else of its article
  std::string status;  ///< "uitvoerbaar", "declaratief", "niet uitvoerbaar" or "ontbreekt"
  std::string reason;  ///< of a lid that is not executable
};

/// Every lid of the document, in order. A lid that nothing was made of is missing.
std::vector<LidCoverage> coverageOf(const Workspace& workspace, const Compiled& compiled);

}  // namespace beding

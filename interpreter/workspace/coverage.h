// Which leden of a document are formalised, and how (`dekking`).
#pragma once

#include <string>
#include <vector>

#include "workspace/workspace.h"

namespace beding {

struct LidCoverage {
  std::string lid;     ///< "6.5"
  std::string title;   ///< of the lid, else of its article
  std::string status;  ///< "uitvoerbaar", "declaratief", "niet uitvoerbaar", "ontbreekt" or "niet in de bron"
  std::string reason;  ///< of a lid that is not executable
};

/// Every lid of the published text, in its order, then those of the files that the text does not have. Without the
/// numbers of the text (`original` empty), every lid of the files. A lid that nothing was made of is missing. A part of
/// a lid ("8.7.(a)") is formalised with it, unless the lid has other parts and not this one.
std::vector<LidCoverage> coverageOf(const Workspace& workspace, const Compiled& compiled,
                                    const std::vector<std::string>& original = {});

}  // namespace beding

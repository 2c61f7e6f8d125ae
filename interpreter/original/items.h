// Parts of a lid that are numbered within its sentence: (a) ...; (b) ..., (1) ...; (2) ..., 1) ... of 2) ....
#pragma once

#include <vector>

#include "original/original.h"

namespace beding::original {

/// The lid without its parts, followed by them: "8.7", "8.7.(a)", "8.7.(b)". Without parts, the lid as it is.
std::vector<OriginalLid> withItems(const OriginalLid& lid);

}  // namespace beding::original

// What vocabulary statements have in common.
#pragma once

#include <string>
#include <vector>

#include "lowering/lowering.h"

namespace beding::lowering {

/// The words as they are looked up.
std::vector<std::string> keysOf(const Words& words);
/// Those of the main clause; none when there is not one.
Words mainWords(const syntax::Statement& statement);

}  // namespace beding::lowering

// What no code is made of, whatever its sentences look like.
#pragma once

#include "generate/model.h"

namespace beding::generate {

/// Tells the model of every node of a kind that is not generated.
void refuseNodes(Model& model);

}  // namespace beding::generate

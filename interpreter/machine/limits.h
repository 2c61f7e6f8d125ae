// What the machine does not run, as far as the graph tells before a program is made of it.
#pragma once

#include "generate/model.h"

namespace beding::machine {

/// Only the kinds that are listed are run; anything that is new in the language is the engine's until it is added.
/// Throws NotForTheMachine.
void limitKinds(const graph::Graph& graph, const generate::Reached& reached);
/// The same for what they say.
void limitGraph(const graph::Graph& graph, const generate::Model& model);

}  // namespace beding::machine

// What can be told of a condition whatever is made of it: text, or steps of the machine.
#pragma once

#include <vector>

#include "generate/model.h"

namespace beding::generate {

/// What its `and` or `or` joins; parts of parts with the same word between them are parts of the whole. What costs
/// least comes first: it may decide.
std::vector<graph::ExpressionId> partsOf(const Model& model, const graph::Expression& expression);

/// Whether it can be told once, when the event in that slot comes.
bool readsOnlyEvent(const graph::Graph& graph, graph::ExpressionId id, graph::Slot slot);

/// A constant that is the role of a party, or its name.
bool namesParty(const graph::Graph& graph, const graph::Expression& expression);

}  // namespace beding::generate

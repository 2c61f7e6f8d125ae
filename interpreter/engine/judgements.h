// Which open norm an `oordeel vastgelegd` answers, and with what.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "graph/graph.h"
#include "values/value.h"

namespace beding::engine {

/// "vandeez:1.11/voldoende"
std::string idOf(const graph::Graph& graph, const graph::Judgement& judgement);

/// A judgement names the open norm, or only the lid (then also its parts).
bool isNamed(const graph::Graph& graph, const graph::Judgement& judgement, std::string_view norm);

/// The outcome as a value of the judgement's type, if it can be one: who names only the lid answers its conditions,
/// not its amounts.
std::optional<Value> answerAs(const Value& outcome, Type type);

}  // namespace beding::engine

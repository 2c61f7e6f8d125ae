// The graph as text: `dump --stap graaf`. One node per paragraph, everything it holds, in the order of the ids.
#pragma once

#include <string>
#include <string_view>

#include "graph/links.h"

namespace beding::graph {

/// `toestand`, `norm`, `zaak` ...
std::string_view kindName(NodeKind kind);
/// The same, finer: a norm is a `plicht`, `verbod`, `bevoegdheid` ..., a limit an `uitsluiting`, `plafond`,
/// `vrijwaring`.
std::string_view kindName(const Graph& graph, NodeRef node);

/// `6.5 plicht «betaling»`: how messages speak of a node.
std::string title(const Graph& graph, NodeRef node);

/// `einde termijn`, `gebeurd`: what expressions print for it.
std::string_view operatorName(Op op);

/// `na(factuurdatum van $0, 14 dagen)`: operators by their Dutch names, `$k` the instance in slot k.
std::string text(const Graph& graph, ExpressionId id);
std::string text(const Graph& graph, PatternId id);
std::string text(const Value& value);

std::string dumpText(const Graph& graph);

}  // namespace beding::graph

#include "generate/alone.h"

#include <algorithm>

#include "generate/reach.h"

namespace beding::generate {

namespace {

using graph::Graph;

bool isOther(const Graph& graph, const graph::Provenance& where, const std::vector<std::string>& lids) {
  const bool own = where.document.empty() || where.document == graph.document;
  return own && !where.lid.empty() && !isUnder(where.lid, lids);
}

/// A reading that nobody chooses.
graph::ReadingGuard never(Graph& graph) {
  graph::Issue issue;
  issue.name = "buiten de keuze";
  issue.readings = {"telt niet", "telt"};
  graph.issues.push_back(issue);
  return {graph::IssueId{static_cast<std::uint32_t>(graph.issues.size() - 1)}, 1};
}

/// Whether the sentence that says how long the agreement lasts is among them.
bool saysTerm(const Graph& graph, const std::vector<std::string>& lids) {
  for (const graph::Link& link : graph::linksOf(graph))
    if (link.reader.kind == graph::NodeKind::term && link.read.kind == graph::NodeKind::parameter &&
        !isOther(graph, graph::whereOf(graph, link.read), lids))
      return true;
  return std::any_of(graph.term.reports.begin(), graph.term.reports.end(),
                     [&](graph::StateId state) { return !isOther(graph, at(graph.states, state).where, lids); });
}

}  // namespace

Graph aloneOf(const Graph& graph, const std::vector<std::string>& lids) {
  Graph alone = graph;
  const graph::ReadingGuard guard = never(alone);
  const auto keep = [&](auto& nodes) {
    for (auto& node : nodes)
      if (isOther(graph, node.where, lids)) node.guard = guard;
  };
  keep(alone.norms);
  keep(alone.amounts);
  keep(alone.rights);
  keep(alone.limits);
  keep(alone.effects);
  keep(alone.rankings);
  if (isOther(graph, graph.ledger.where, lids)) {
    alone.ledger.order.clear();
    alone.ledger.orderFromClause = alone.ledger.ignoreDesignation = false;
    alone.ledger.where = {};
  }
  if (!saysTerm(graph, lids)) alone.term = {};
  return alone;
}

}  // namespace beding::generate

#include "engine/headings.h"

#include <algorithm>

#include "base/text.h"

namespace beding::engine {

namespace {

using graph::NodeKind;

/// Where all else is the same, the outcomes of one kind stand before those of another.
constexpr NodeKind reported[] = {NodeKind::norm,  NodeKind::state,    NodeKind::right,     NodeKind::amount,
                                 NodeKind::limit, NodeKind::property, NodeKind::parameter, NodeKind::quantity};

int compared(const Heading& a, const Heading& b) {
  const int byLid = a.lid == b.lid ? 0 : compareNumbered(a.lid, b.lid);
  return byLid != 0 ? byLid : a.name.compare(b.name);
}

}  // namespace

std::vector<Heading> headingsOf(const graph::Graph& graph) {
  std::vector<Heading> headings;
  for (const NodeKind kind : reported) {
    for (std::uint32_t index = 0; index < graph::countOf(graph, kind); ++index) {
      const graph::NodeRef node{kind, index};
      headings.push_back({node, lidOf(graph, graph::whereOf(graph, node)), graph::nameOf(graph, node)});
    }
  }
  std::stable_sort(headings.begin(), headings.end(),
                   [](const Heading& a, const Heading& b) { return compared(a, b) < 0; });
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const bool isSame = i > 0 && compared(headings[i - 1], headings[i]) == 0;
    headings[i].place = isSame ? headings[i - 1].place : static_cast<std::uint32_t>(i + 1);
  }
  return headings;
}

std::string lidOf(const graph::Graph& graph, const graph::Provenance& where) {
  return (where.document.empty() ? graph.document : where.document) + ":" + where.lid;
}

}  // namespace beding::engine

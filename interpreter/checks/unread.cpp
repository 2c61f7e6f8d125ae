#include "checks/unread.h"

#include <set>

#include "graph/links.h"

namespace beding::checks {
namespace {

using graph::NodeKind;
using graph::NodeRef;

/// The open norms in an expression.
void addJudgements(const graph::Graph& graph, graph::ExpressionId id, std::set<NodeRef>& found) {
  if (!id) return;
  const graph::Expression& expression = at(graph.expressions, id);
  if (expression.op == graph::Op::judgement) found.insert({NodeKind::judgement, expression.index});
  for (const graph::ExpressionId operand : expression.operands) addJudgements(graph, operand, found);
}

}  // namespace

std::vector<graph::JudgementId> unreadJudgements(const graph::Graph& graph) {
  std::set<NodeRef> read;
  for (const graph::Link& link : graph::linksOf(graph)) read.insert(link.read);
  for (const graph::Form& form : graph.forms) addJudgements(graph, form.reliable, read);  // forms are no nodes
  std::vector<graph::JudgementId> unread;
  for (std::uint32_t index = 0; index < graph.judgements.size(); ++index) {
    const std::string& document = graph.judgements[index].where.document;
    const bool own = document.empty() || document == graph.document;
    if (own && !read.contains({NodeKind::judgement, index})) unread.push_back({index});
  }
  return unread;
}

}  // namespace beding::checks

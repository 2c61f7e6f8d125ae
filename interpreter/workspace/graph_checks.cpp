#include "workspace/graph_checks.h"

#include "checks/conflicts.h"
#include "checks/minimum.h"
#include "checks/unread.h"
#include "diagnostics/registry_checks.h"
#include "diagnostics/registry_lowering.h"
#include "graph/verify.h"

namespace beding {
namespace {

using checks::Conflict;
using checks::ConflictKind;
using graph::NodeKind;
using graph::NodeRef;
using graph::NormKind;

namespace kinds = beding::diagnostics;

/// `8.3 tussentijds`: how another sentence names it.
std::string reference(const graph::Graph& graph, NodeRef node) {
  return whereOf(graph, node).lid + " " + nameOf(graph, node);
}

std::string quoted(const graph::Graph& graph, NodeRef node) {
  return whereOf(graph, node).lid + " «" + nameOf(graph, node) + "»";
}

NormKind kindOf(const graph::Graph& graph, NodeRef node) { return graph.norms[node.index].kind; }

/// What the first does with the second: `verbiedt wat`.
Wording relation(const graph::Graph& graph, const Conflict& conflict) {
  const bool duty = kindOf(graph, conflict.first) == NormKind::obligation;
  const bool prohibited = kindOf(graph, conflict.second) == NormKind::prohibition;
  const Wording gives = duty ? Phrasing("gebiedt wat ", "requires what ") : Phrasing("staat toe wat ", "allows what ");
  const Wording denies = prohibited ? Phrasing(" verbiedt", " forbids") : Phrasing(" uitsluit", " excludes");
  return gives + quoted(graph, conflict.second) + denies;
}

/// The situation itself is told in words of clauses.
Wording situation(const Conflict& conflict) {
  std::string text = conflict.holder;
  if (!conflict.situation.empty()) text += (text.empty() ? "als " : ", als ") + conflict.situation;
  if (!conflict.readings.empty()) text += (text.empty() ? "in " : ", in ") + conflict.readings;
  return text.empty() ? Wording(Phrasing("altijd", "always")) : Wording(text);
}

Diagnostic& report(const graph::Graph& graph, const Conflict& conflict, Diagnostics& diagnostics) {
  const Span place = whereOf(graph, conflict.first).span;
  const std::string first = quoted(graph, conflict.first), second = quoted(graph, conflict.second);
  const std::string toFirst = reference(graph, conflict.first), toSecond = reference(graph, conflict.second);
  switch (conflict.kind) {
    case ConflictKind::opposed:
      return diagnostics.report(kinds::opposedRules, place,
                                {first, relation(graph, conflict), situation(conflict), toFirst, toSecond});
    case ConflictKind::impossible:
      return diagnostics.report(kinds::impossibleRequirement, place,
                                {first, second, situation(conflict), toFirst, toSecond});
    case ConflictKind::unordered:
      return diagnostics.report(kinds::unorderedValues, place, {nameOf(graph, conflict.first), situation(conflict)});
    case ConflictKind::different:
      break;
  }
  const Wording what =
      conflict.first.kind == NodeKind::limit ? Phrasing("plafonds", "caps") : Phrasing("termijnen", "terms");
  return diagnostics.report(kinds::differentLimits, place, {first, second, what, situation(conflict), toSecond});
}

void reportBelowMinimum(const graph::Graph& graph, const checks::BelowMinimum& low, Diagnostics& diagnostics) {
  const graph::Expression& value = at(graph.expressions, low.value);
  const graph::Expression& minimum = at(graph.expressions, low.minimum);
  Diagnostic& diagnostic = diagnostics.report(kinds::belowMinimum, value.span,
                                              {at(graph.parameters, low.parameter).name, value.words, minimum.words});
  diagnostic.others.push_back({minimum.span, Phrasing("hier staat de ondergrens", "here stands the bound")});
}

/// The other sentences of a cycle, each with what it is read by.
void addCycle(const graph::Graph& graph, const graph::Fault& fault, Diagnostic& diagnostic) {
  for (std::size_t i = 1; i < fault.cycle.size(); ++i) {
    const Span span = whereOf(graph, fault.cycle[i]).span;
    if (span.end > span.begin)
      diagnostic.others.push_back({span, worded({"leest «{0}»", "reads «{0}»"}, {nameOf(graph, fault.cycle[i - 1])})});
  }
}

}  // namespace

void checkGraph(const graph::Graph& graph, Diagnostics& diagnostics) {
  for (const graph::Fault& fault : graph::verify(graph))
    addCycle(graph, fault, diagnostics.report(kinds::graphFault, fault.where.span, {fault.message}));
  if (diagnostics.hasErrors()) return;
  for (const Conflict& conflict : checks::conflicts(graph)) {
    Diagnostic& diagnostic = report(graph, conflict, diagnostics);
    diagnostic.others.push_back({whereOf(graph, conflict.second).span, Phrasing("hiertegenover", "against this")});
  }
  for (const graph::JudgementId id : checks::unreadJudgements(graph)) {
    const graph::Judgement& judgement = at(graph.judgements, id);
    diagnostics.report(kinds::unreadJudgement, judgement.where.span,
                       {(judgement.where.lid.empty() ? "" : judgement.where.lid + "/") + judgement.words});
  }
  for (const checks::BelowMinimum& low : checks::belowMinimum(graph)) reportBelowMinimum(graph, low, diagnostics);
}

}  // namespace beding

#include "generate/reach.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "graph/opposition.h"

namespace beding::generate {

namespace {

using graph::EffectKind;
using graph::Graph;
using graph::NodeKind;
using graph::NodeRef;
using graph::NormKind;

/// Whether the lid gives an outcome by that node.
bool isReported(const Graph& graph, NodeRef node) {
  switch (node.kind) {
    case NodeKind::norm:
    case NodeKind::amount:
    case NodeKind::right:
    case NodeKind::limit:
    case NodeKind::property:
      return true;
    case NodeKind::state:
      return graph.states[node.index].report != graph::StateReport::hidden;
    case NodeKind::quantity:
      return graph.quantities[node.index].reported;
    case NodeKind::parameter:
      return graph.parameters[node.index].reported || graph.parameters[node.index].deviable;
    default:
      return false;
  }
}

bool isOf(const Graph& graph, NodeRef node) {
  const graph::Provenance& where = graph::whereOf(graph, node);
  return !where.lid.empty() && (where.document.empty() || where.document == graph.document);
}

/// What says whether an act can be done as the use of a power.
bool isExercise(NormKind kind) { return !graph::isDuty(kind) && kind != NormKind::prohibition; }

/// Whether it is about what an attribute names; to compare the name it need not be there.
bool isAboutNamed(const Graph& graph, const graph::Expression& expression) {
  return expression.op != graph::Op::equal &&
         std::any_of(expression.operands.begin(), expression.operands.end(), [&](graph::ExpressionId id) {
           return id && at(graph.expressions, id).op == graph::Op::attribute &&
                  at(graph.expressions, id).type == Type::reference;
         });
}

bool namesInstances(const Graph& graph, NodeRef node) {
  return readsSuch(graph, node, [&](const graph::Expression& each) { return isAboutNamed(graph, each); });
}

/// Follows what each node depends on.
class Search {
 public:
  explicit Search(const Graph& graph) : graph_(graph) {
    for (const graph::Link& link : graph::linksOf(graph)) reads_[link.reader].push_back(link.read);
  }

  /// The way down can be as long as the graph has nodes: what is met waits until it is its turn.
  void add(NodeRef node) { waiting_.push_back(node); }

  /// What was added, and all that it depends on; until something more is added.
  Reached& found() {
    while (!waiting_.empty()) {
      const NodeRef node = waiting_.back();
      waiting_.pop_back();
      follow(node);
    }
    return found_;
  }

 private:
  void follow(NodeRef node) {
    if (node.kind == NodeKind::event) return;
    if (!isStandard(graph_, graph::guardOf(graph_, node))) return addInItsPlace(node);
    if (!found_.insert(node).second) return;
    for (const NodeRef read : reads_[node]) add(read);
    if (node.kind == NodeKind::norm) addOfNorm(graph::NormId{node.index});
    if (node.kind == NodeKind::amount && graph_.amounts[node.index].kind != graph::AmountKind::followed)
      add({NodeKind::ledger, 0});  // payments go to what is posted
    if (node.kind == NodeKind::quantity && graph_.quantities[node.index].reported &&
        graph_.quantities[node.index].type == Type::money)
      add({NodeKind::ledger, 0});  // of an invoice it is paid when that is
    if (node.kind == NodeKind::state && contains(graph_.term.reports, graph::StateId{node.index}))
      add({NodeKind::term, 0});
    if (node.kind == NodeKind::effect) addPowers(graph_.effects[node.index].act);
    if (node.kind == NodeKind::parameter) addOfParameter(graph::ParameterId{node.index});
    if (node.kind == NodeKind::limit) addRivals(graph_.limits[node.index].beside);
  }

  /// What counts where a quantity belongs to another reading.
  void addInItsPlace(NodeRef node) {
    const bool quantity = node.kind == NodeKind::quantity && graph_.quantities[node.index].otherwise;
    if (quantity) add({NodeKind::quantity, graph_.quantities[node.index].otherwise.index});
  }
  /// What takes its place, and the agreements of which a rule says when they count.
  void addOfParameter(graph::ParameterId id) {
    for (const graph::QuantityId other : inPlaceOf(graph_, id)) add({NodeKind::quantity, other.index});
    for (const graph::AgreementRule& rule : graph_.agreementRules)
      if (isStandard(graph_, rule.guard)) add({NodeKind::entity, rule.entity.index});
  }
  void addPowers(graph::ActId act) {
    if (!act) return;
    for (std::uint32_t i = 0; i < graph_.norms.size(); ++i)
      if (isExercise(graph_.norms[i].kind) && contains(graph::actsOf(graph_.norms[i]), act)) add({NodeKind::norm, i});
  }
  void addRivals(const std::vector<graph::LimitId>& limits) {
    for (const graph::LimitId limit : limits) add({NodeKind::limit, limit.index});
  }
  /// Norms end with the agreement; duties stand still; a use of a power meets all sentences about its act.
  void addOfNorm(graph::NormId id) {
    const graph::Norm& norm = at(graph_.norms, id);
    add({NodeKind::term, 0});
    if (graph_.inForce) add({NodeKind::state, graph_.inForce.index});
    for (std::uint32_t i = 0; i < graph_.effects.size(); ++i)
      if (suspends(graph_, graph_.effects[i], id)) add({NodeKind::effect, i});
    if (!isExercise(norm.kind)) return;
    for (const graph::ActId act : graph::actsOf(norm)) {
      addPowers(act);
      for (std::uint32_t i = 0; i < graph_.effects.size(); ++i)
        if (graph_.effects[i].act == act) add({NodeKind::effect, i});
    }
  }

  const Graph& graph_;
  std::map<NodeRef, std::vector<NodeRef>> reads_;
  std::vector<NodeRef> waiting_;
  Reached found_;
};

}  // namespace

bool readsSuch(const Graph& graph, NodeRef node, const std::function<bool(const graph::Expression&)>& isSuch) {
  std::set<graph::ExpressionId> seen;
  std::function<bool(graph::ExpressionId)> expression;
  const auto pattern = [&](graph::PatternId id) {
    const auto& ways = at(graph.patterns, id).alternatives;
    return std::any_of(ways.begin(), ways.end(), [&](const auto& way) { return expression(way.where); });
  };
  expression = [&](graph::ExpressionId id) {
    if (!id || !seen.insert(id).second) return false;
    const graph::Expression& read = at(graph.expressions, id);
    const bool inPattern = graph::indexMeaning(read.op).names == graph::Names::pattern;
    return isSuch(read) || (inPattern && pattern(graph::PatternId{read.index})) ||
           std::any_of(read.operands.begin(), read.operands.end(), expression);
  };
  const auto parts = graph::partsOf(graph, node);
  return std::any_of(parts.begin(), parts.end(), [&](const graph::Part& part) {
    return expression(part.expression) || (part.pattern && pattern(part.pattern));
  });
}

bool isUnder(const std::string& lid, const std::vector<std::string>& lids) {
  return lids.empty() || std::any_of(lids.begin(), lids.end(), [&](const std::string& each) {
           return lid == each || lid.starts_with(each + ".");
         });
}

bool isStandard(const Graph& graph, graph::ReadingGuard guard) {
  return !guard.issue || at(graph.issues, guard.issue).standard == guard.reading;
}

std::vector<std::string> lidsOf(const Graph& graph) {
  std::set<std::string> lids;
  for (const NodeRef node : graph::nodesOf(graph))
    if (isReported(graph, node) && isOf(graph, node)) lids.insert(graph::whereOf(graph, node).lid);
  std::vector<std::string> sorted(lids.begin(), lids.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const std::string& a, const std::string& b) { return compareNumbered(a, b) < 0; });
  return sorted;
}

std::vector<graph::QuantityId> inPlaceOf(const Graph& graph, graph::ParameterId parameter) {
  std::vector<graph::QuantityId> found;
  for (std::uint32_t i = 0; i < graph.quantities.size(); ++i) {
    graph::QuantityId id{i};
    const graph::Quantity& quantity = graph.quantities[i];
    if (!quantity.derogates || !quantity.binders.empty() || !isStandard(graph, quantity.guard)) continue;
    while (at(graph.quantities, id).otherwise) id = at(graph.quantities, id).otherwise;
    if (at(graph.quantities, id).parameter == parameter) found.push_back(graph::QuantityId{i});
  }
  return found;
}

Reached reachOf(const Graph& graph, const std::vector<std::string>& lids) {
  Search search(graph);
  for (const NodeRef node : graph::nodesOf(graph))
    if (isReported(graph, node) &&
        (lids.empty() || (isOf(graph, node) && isUnder(graph::whereOf(graph, node).lid, lids))))
      search.add(node);  // of an agreement all of it is what its terms say too
  const Reached& found = search.found();
  if (std::any_of(found.begin(), found.end(), [&](NodeRef node) { return namesInstances(graph, node); }))
    for (std::uint32_t i = 1; i < graph.entities.size(); ++i)
      if (graph.entities[i].created) search.add({NodeKind::entity, i});
  return std::move(search.found());
}

bool canBeSuspended(const Graph& graph, graph::NormId id) {
  const graph::Norm& norm = at(graph.norms, id);
  return graph::asksAct(norm.kind) && !norm.neverSuspended;
}

bool suspends(const Graph& graph, const graph::Effect& effect, graph::NormId id) {
  if (effect.kind != EffectKind::suspend || !canBeSuspended(graph, id) || !isStandard(graph, effect.guard))
    return false;
  return effect.targets.empty() ? graph.ledger.payment != id : contains(effect.targets, id);
}

}  // namespace beding::generate

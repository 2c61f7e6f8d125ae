#include "graph/share.h"

#include <functional>
#include <map>
#include <unordered_set>
#include <utility>

#include "graph/fields.h"
#include "graph/links.h"

namespace beding::graph {
namespace {

/// Visits the ids of nodes of one type in whatever it is given.
template <class Node, class Visit>
struct EachId {
  Visit visit;

  template <class... Fields>
  void operator()(Fields&... each) {
    (look(each), ...);
  }

  template <class T>
  void look(T&) {}
  void look(Id<Node>& id) {
    if (id) visit(id);
  }
  void look(Operands& operands) {
    for (ExpressionId& operand : operands) look(operand);
  }
  template <Described T>
  void look(T& value) {
    fields(*this, value);
  }
  template <class T>
  void look(std::optional<T>& value) {
    if (value) look(*value);
  }
  template <class T>
  void look(std::vector<T>& values) {
    for (auto&& each : values) look(each);
  }
};

template <class Node, class Visit>
void eachIdIn(Graph& graph, Visit visit) {
  EachId<Node, Visit> ids{visit};
  fields(ids, graph);
}

using Expressions = std::vector<Expression>;

/// Of expressions by their place: a hash, and whether two are equal.
struct ByContent {
  const Expressions& all;

  std::size_t operator()(std::uint32_t place) const {
    const Expression& expression = all[place];
    std::size_t hash = static_cast<std::size_t>(expression.op);
    const auto add = [&](std::size_t more) { hash = (hash ^ more) * 0x100000001B3; };
    add(expression.index);
    add(expression.slot);
    for (const ExpressionId operand : expression.operands) add(operand.index);
    if (const auto* text = std::get_if<std::string>(&expression.value)) add(std::hash<std::string>()(*text));
    if (!expression.words.empty()) add(std::hash<std::string>()(expression.words));
    return hash ^ (hash >> 32);
  }
  bool operator()(std::uint32_t a, std::uint32_t b) const { return all[a] == all[b]; }
};

/// For every expression the first one that equals it. Operands mostly stand before what they are operands of, and are
/// told by their firsts then.
std::vector<ExpressionId> firstOfEach(Expressions& all) {
  std::vector<ExpressionId> first(all.size());
  std::unordered_set<std::uint32_t, ByContent, ByContent> known(all.size(), {all}, {all});
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    for (ExpressionId& operand : all[i].operands)
      if (operand && operand.index < i) operand = at(first, operand);
    first[i] = {*known.insert(i).first};
  }
  return first;
}

/// The expressions that something names: the graph, or one of themselves.
std::vector<bool> namedBy(Graph& graph, const Expressions& all, const std::vector<ExpressionId>& first) {
  std::vector<bool> named(all.size());
  std::vector<ExpressionId> open;
  const auto name = [&](ExpressionId id) {
    if (!id || named[at(first, id).index]) return;
    named[at(first, id).index] = true;
    open.push_back(at(first, id));
  };
  eachIdIn<Expression>(graph, name);
  while (!open.empty()) {
    const Expression& expression = at(all, open.back());
    open.pop_back();
    for (const ExpressionId operand : expression.operands) name(operand);
  }
  return named;
}

void shareExpressions(Graph& graph) {
  Expressions all = std::exchange(graph.expressions, {});
  const std::vector<ExpressionId> first = firstOfEach(all);
  const std::vector<bool> named = namedBy(graph, all, first);
  std::vector<ExpressionId> now(all.size());
  for (std::uint32_t i = 0; i < all.size(); ++i)
    if (named[i]) now[i] = append<Expression>(graph.expressions, std::move(all[i]));
  eachIdIn<Expression>(graph, [&](ExpressionId& id) { id = at(now, at(first, id)); });
}

/// Whether there were any that are equal.
bool sharePatterns(Graph& graph) {
  const std::vector<Pattern> all = std::exchange(graph.patterns, {});
  std::vector<PatternId> now;
  std::map<Pattern, PatternId> known;
  for (const Pattern& pattern : all) {
    const auto [place, isNew] = known.try_emplace(pattern);
    if (isNew) place->second = append<Pattern>(graph.patterns, pattern);
    now.push_back(place->second);
  }
  eachIdIn<Pattern>(graph, [&](PatternId& id) { id = at(now, id); });
  for (Expression& expression : graph.expressions)
    if (indexMeaning(expression.op).names == Names::pattern) expression.index = now[expression.index].index;
  return graph.patterns.size() < all.size();
}

}  // namespace

void shareEqual(Graph& graph) {
  shareExpressions(graph);
  if (sharePatterns(graph)) shareExpressions(graph);  // what speaks of them may be the same now
}

}  // namespace beding::graph

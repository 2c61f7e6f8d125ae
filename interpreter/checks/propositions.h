// Conditions of the graph as propositions. There is one instance of everything: "een factuur is te laat", "alle
// facturen zijn te laat" and "de factuur is te laat" are one atom. What is true there can happen, so no conflict is
// invented.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "checks/situation.h"
#include "graph/graph.h"

namespace beding::checks {

class Propositions {
 public:
  /// `holder` is who the sentences are about: "iedere Partij" is then that party, "de andere Partij" the other.
  Propositions(const graph::Graph& graph, graph::Party holder) : graph_(graph), holder_(holder) {}

  /// An invalid id is nothing said: true.
  Formula of(graph::ExpressionId condition);
  Formula of(graph::PatternId pattern);
  Formula of(const std::optional<graph::Trigger>& trigger);

  /// The same for the same value: "14 dagen na de factuurdatum".
  std::string key(graph::ExpressionId id) const;

  /// What is so, then what is not: `«een factuur te laat is» en niet «de Overeenkomst voor onbepaalde tijd geldt»`.
  [[nodiscard]] std::string text(Situation situation) const;

 private:
  /// What is known of an atom's words: how a sentence says it, how one denies it, what its node is called.
  struct Words {
    std::string said, denied, named;
  };

  Formula atom(const std::string& key, const std::string& said, const std::string& denied, const std::string& named);
  Formula of(graph::ExpressionId id, const std::string& said, const std::string& denied);
  Formula joined(const graph::Expression& expression, const std::string& said);
  Formula compared(const graph::Expression& expression, const std::string& said, const std::string& denied);
  Formula state(graph::ExpressionId id, const std::string& said, const std::string& denied);
  Formula missed(graph::ExpressionId id, const std::string& said);
  [[nodiscard]] std::string key(graph::PatternId id) const;
  [[nodiscard]] std::string partyKey(const graph::Expression& expression) const;
  [[nodiscard]] std::string nameOf(graph::ExpressionId id) const;

  const graph::Graph& graph_;
  graph::Party holder_;
  std::map<std::string, Atom> atoms_;
  std::vector<Words> words_;
  int depth_ = 0;  ///< of states within states
};

}  // namespace beding::checks

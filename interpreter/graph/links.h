// The graph as nodes and what each of them reads. The check, the dumps and the drawings all walk it this way, so that
// a new field of a node is told here once.
#pragma once

#include <array>
#include <compare>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"

namespace beding::graph {

enum class NodeKind : std::uint8_t {
  event,
  entity,
  judgement,
  parameter,
  quantity,
  state,
  act,
  norm,
  amount,
  right,
  limit,
  effect,
  property,
  ledger,
  term,
};
inline constexpr std::size_t nodeKinds = static_cast<std::size_t>(NodeKind::term) + 1;

/// A node of whatever kind. The ledger and the contract term are one node each, with index 0.
struct NodeRef {
  NodeKind kind = NodeKind::event;
  std::uint32_t index = 0;
  friend auto operator<=>(NodeRef, NodeRef) = default;
};

/// Why one node reads another.
enum class Role : std::uint8_t {
  instance,  ///< it has an instance per ...
  trigger,   ///< it begins or ends by ...
  condition,
  exception,  ///< tenzij, totdat, in afwijking van: turns it off
  value,
  deadline,  ///< its term is counted from ...
  act,
  contributes,  ///< posts to the ledger, brings about an effect
};

/// One thing that a node reads: an expression, a pattern or another node (the others are absent).
struct Part {
  std::string_view name;  ///< Dutch, as the sentence says it: "zolang", "tenzij", "termijn"
  Role role = Role::condition;
  ExpressionId expression;
  PatternId pattern;
  std::optional<NodeRef> node;
  bool delayed = false;  ///< takes effect when the instant's fixpoint is reached
};

std::vector<Part> partsOf(const Graph& graph, NodeRef node);

/// The parts of every node, for who looks at all of them. Ids may be out of range.
class AllParts {
 public:
  explicit AllParts(const Graph& graph);
  /// All nodes, in the order of their kinds.
  [[nodiscard]] const std::vector<NodeRef>& nodes() const { return nodes_; }
  [[nodiscard]] std::span<const Part> of(NodeRef node) const;

 private:
  std::vector<NodeRef> nodes_;
  std::array<std::size_t, nodeKinds> firstOfKind_{};  ///< in `nodes_`
  std::vector<Part> parts_;                           ///< those of one node lie together
  std::vector<std::size_t> begin_;                    ///< of each node, in `parts_`; the last: the end
};

/// `reader` reads `read`. Negated: more of the one may mean less of the other.
struct Link {
  NodeRef read;
  NodeRef reader;
  Role role = Role::condition;
  std::string_view name;
  bool negated = false;
  bool delayed = false;
  friend bool operator==(const Link&, const Link&) = default;
};

/// Every link once, sorted by reader. Precondition: all ids are in range (`verify`).
std::vector<Link> linksOf(const Graph& graph);
/// The same as they are met, some more than once; from the parts of all nodes.
std::vector<Link> unsortedLinks(const Graph& graph, const AllParts& parts);

/// All nodes, in the order of their kinds.
std::vector<NodeRef> nodesOf(const Graph& graph);
std::size_t countOf(const Graph& graph, NodeKind kind);

std::string nameOf(const Graph& graph, NodeRef node);
/// Empty for events, and where the node has no place of its own.
const Provenance& whereOf(const Graph& graph, NodeRef node);
ReadingGuard guardOf(const Graph& graph, NodeRef node);
/// How many instances its sentence opens.
const std::vector<Binder>& bindersOf(const Graph& graph, NodeRef node);

/// What kind of thing an operator's `index` names. `perhapsAct`: an act, or nothing for any.
enum class Names : std::uint8_t { nothing, pattern, node, form, perhapsAct };
struct IndexMeaning {
  Names names = Names::nothing;
  NodeKind kind = NodeKind::event;
};
IndexMeaning indexMeaning(Op op);

}  // namespace beding::graph

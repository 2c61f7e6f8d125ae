// Strongly connected components by Kosaraju's two passes, without recursion; then, inside a component with a negated
// link, the shortest way back from the reader of that link to what it reads.
#include "graph/cycles.h"

#include <algorithm>
#include <array>
#include <deque>
#include <numeric>
#include <set>
#include <span>

namespace beding::graph {
namespace {

/// Nodes by number: those of one kind lie together.
class Numbers {
 public:
  explicit Numbers(const std::vector<Link>& links) {
    for (const Link& link : links)
      for (const NodeRef node : {link.read, link.reader}) {
        std::uint32_t& next = first_[static_cast<std::size_t>(node.kind) + 1];
        next = std::max(next, node.index + 1);
      }
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
  }

  [[nodiscard]] std::size_t count() const { return first_.back(); }
  [[nodiscard]] std::uint32_t of(NodeRef node) const {
    return first_[static_cast<std::size_t>(node.kind)] + node.index;
  }
  [[nodiscard]] NodeRef node(std::size_t number) const {
    const auto next = std::upper_bound(first_.begin(), first_.end(), number);
    const auto kind = static_cast<std::uint8_t>(next - first_.begin() - 1);
    return {NodeKind{kind}, static_cast<std::uint32_t>(number - *(next - 1))};
  }

 private:
  std::array<std::uint32_t, nodeKinds + 1> first_{};  ///< of each kind
};

struct Edge {
  std::uint32_t from;
  std::uint32_t to;
};

/// Where one gets from each node; those of one node lie together.
class Targets {
 public:
  Targets(std::size_t nodes, const std::vector<Edge>& edges) : begin_(nodes + 2), to_(edges.size()) {
    for (const Edge& edge : edges) ++begin_[edge.from + 2];
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    for (const Edge& edge : edges) to_[begin_[edge.from + 1]++] = edge.to;
  }

  [[nodiscard]] std::size_t nodes() const { return begin_.size() - 2; }
  [[nodiscard]] std::span<const std::uint32_t> of(std::size_t node) const {
    return std::span(to_).subspan(begin_[node], begin_[node + 1] - begin_[node]);
  }

 private:
  std::vector<std::uint32_t> begin_;  ///< of each node, in `to_`; after it the end of the last
  std::vector<std::uint32_t> to_;
};

/// From what is read to its readers, or the other way round.
Targets immediate(const std::vector<Link>& links, const Numbers& numbers, bool toReaders) {
  std::vector<Edge> edges;
  edges.reserve(links.size());
  for (const Link& link : links) {
    const std::uint32_t read = numbers.of(link.read), reader = numbers.of(link.reader);
    if (!link.delayed) edges.push_back(toReaders ? Edge{read, reader} : Edge{reader, read});
  }
  return {numbers.count(), edges};
}

/// Appends everything reachable from `start` that is not in `seen`, in the order in which it is left.
void addLeavingOrder(const Targets& edges, std::size_t start, std::vector<bool>& seen,
                     std::vector<std::size_t>& order) {
  if (seen[start]) return;
  std::vector<std::pair<std::size_t, std::size_t>> path = {{start, 0}};
  seen[start] = true;
  while (!path.empty()) {
    auto& [node, next] = path.back();
    if (next == edges.of(node).size()) {
      order.push_back(node);
      path.pop_back();
    } else if (const std::size_t target = edges.of(node)[next++]; !seen[target]) {
      seen[target] = true;
      path.push_back({target, 0});
    }
  }
}

/// The number of the component of each node.
std::vector<std::size_t> components(const Targets& forward, const Targets& backward) {
  std::vector<bool> seen(forward.nodes());
  std::vector<std::size_t> order, component;
  for (std::size_t node = 0; node < forward.nodes(); ++node) addLeavingOrder(forward, node, seen, order);
  seen.assign(forward.nodes(), false);
  std::vector<std::size_t> result(forward.nodes());
  for (auto node = order.rbegin(); node != order.rend(); ++node) {
    component.clear();
    addLeavingOrder(backward, *node, seen, component);
    for (const std::size_t each : component) result[each] = *node;
  }
  return result;
}

/// The shortest way along the links from one node to another.
std::vector<std::size_t> wayTo(const Targets& edges, std::size_t from, std::size_t to) {
  const std::size_t unmet = edges.nodes();
  std::vector<std::size_t> before(edges.nodes(), unmet);
  before[from] = from;
  for (std::deque<std::size_t> queue = {from}; !queue.empty(); queue.pop_front())
    for (const std::size_t next : edges.of(queue.front()))
      if (before[next] == unmet) before[next] = queue.front(), queue.push_back(next);
  std::vector<std::size_t> way = {to};
  while (way.back() != from) way.push_back(before[way.back()]);
  std::reverse(way.begin(), way.end());
  return way;
}

}  // namespace

std::vector<std::vector<NodeRef>> negatedCycles(const std::vector<Link>& links) {
  const Numbers numbers(links);
  const Targets readers = immediate(links, numbers, true);
  const auto component = components(readers, immediate(links, numbers, false));
  std::set<std::size_t> told;
  std::vector<std::vector<NodeRef>> cycles;
  for (const Link& link : links) {
    const std::size_t read = numbers.of(link.read), reader = numbers.of(link.reader);
    if (link.delayed || !link.negated || component[read] != component[reader]) continue;
    if (!told.insert(component[read]).second) continue;
    std::vector<NodeRef>& cycle = cycles.emplace_back();
    for (const std::size_t node : wayTo(readers, reader, read)) cycle.push_back(numbers.node(node));
    std::rotate(cycle.rbegin(), cycle.rbegin() + 1, cycle.rend());  // what is read negatively goes first
  }
  return cycles;
}

}  // namespace beding::graph

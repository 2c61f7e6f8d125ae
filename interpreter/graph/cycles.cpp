// Strongly connected components by Kosaraju's two passes, without recursion; then, inside a component with a negated
// link, the shortest way back from the reader of that link to what it reads.
#include "graph/cycles.h"

#include <algorithm>
#include <array>
#include <deque>
#include <numeric>
#include <set>

namespace beding::graph {
namespace {

/// Nodes by number: those of one kind lie together.
class Numbers {
 public:
  explicit Numbers(const std::vector<Link>& links) {
    for (const Link& link : links)
      for (const NodeRef node : {link.read, link.reader}) {
        std::size_t& next = first_[static_cast<std::size_t>(node.kind) + 1];
        next = std::max<std::size_t>(next, node.index + 1);
      }
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
  }

  [[nodiscard]] std::size_t count() const { return first_.back(); }
  [[nodiscard]] std::size_t of(NodeRef node) const { return first_[static_cast<std::size_t>(node.kind)] + node.index; }
  [[nodiscard]] NodeRef node(std::size_t number) const {
    const auto next = std::upper_bound(first_.begin(), first_.end(), number);
    const auto kind = static_cast<std::uint8_t>(next - first_.begin() - 1);
    return {NodeKind{kind}, static_cast<std::uint32_t>(number - *(next - 1))};
  }

 private:
  std::array<std::size_t, static_cast<std::size_t>(NodeKind::term) + 2> first_{};  ///< of each kind
};

using Readers = std::vector<std::vector<std::size_t>>;

struct Edges {
  Readers forward;   ///< what is read -> its readers
  Readers backward;  ///< reader -> what it reads
};

Edges immediate(const std::vector<Link>& links, const Numbers& numbers) {
  Edges edges{Readers(numbers.count()), Readers(numbers.count())};
  for (const Link& link : links) {
    if (link.delayed) continue;
    edges.forward[numbers.of(link.read)].push_back(numbers.of(link.reader));
    edges.backward[numbers.of(link.reader)].push_back(numbers.of(link.read));
  }
  return edges;
}

/// Appends everything reachable from `start` that is not in `seen`, in the order in which it is left.
void addLeavingOrder(const Readers& edges, std::size_t start, std::vector<bool>& seen,
                     std::vector<std::size_t>& order) {
  if (seen[start]) return;
  std::vector<std::pair<std::size_t, std::size_t>> path = {{start, 0}};
  seen[start] = true;
  while (!path.empty()) {
    auto& [node, next] = path.back();
    if (next == edges[node].size()) {
      order.push_back(node);
      path.pop_back();
    } else if (const std::size_t target = edges[node][next++]; !seen[target]) {
      seen[target] = true;
      path.push_back({target, 0});
    }
  }
}

/// The number of the component of each node.
std::vector<std::size_t> components(const Edges& edges) {
  std::vector<bool> seen(edges.forward.size());
  std::vector<std::size_t> order, component;
  for (std::size_t node = 0; node < edges.forward.size(); ++node) addLeavingOrder(edges.forward, node, seen, order);
  seen.assign(edges.forward.size(), false);
  std::vector<std::size_t> result(edges.forward.size());
  for (auto node = order.rbegin(); node != order.rend(); ++node) {
    component.clear();
    addLeavingOrder(edges.backward, *node, seen, component);
    for (const std::size_t each : component) result[each] = *node;
  }
  return result;
}

/// The shortest way along the links from one node to another.
std::vector<std::size_t> wayTo(const Readers& edges, std::size_t from, std::size_t to) {
  const std::size_t unmet = edges.size();
  std::vector<std::size_t> before(edges.size(), unmet);
  before[from] = from;
  for (std::deque<std::size_t> queue = {from}; !queue.empty(); queue.pop_front())
    for (const std::size_t next : edges[queue.front()])
      if (before[next] == unmet) before[next] = queue.front(), queue.push_back(next);
  std::vector<std::size_t> way = {to};
  while (way.back() != from) way.push_back(before[way.back()]);
  std::reverse(way.begin(), way.end());
  return way;
}

}  // namespace

std::vector<std::vector<NodeRef>> negatedCycles(const std::vector<Link>& links) {
  const Numbers numbers(links);
  const Edges edges = immediate(links, numbers);
  const auto component = components(edges);
  std::set<std::size_t> told;
  std::vector<std::vector<NodeRef>> cycles;
  for (const Link& link : links) {
    const std::size_t read = numbers.of(link.read), reader = numbers.of(link.reader);
    if (link.delayed || !link.negated || component[read] != component[reader]) continue;
    if (!told.insert(component[read]).second) continue;
    std::vector<NodeRef>& cycle = cycles.emplace_back();
    for (const std::size_t node : wayTo(edges.forward, reader, read)) cycle.push_back(numbers.node(node));
    std::rotate(cycle.rbegin(), cycle.rbegin() + 1, cycle.rend());  // what is read negatively goes first
  }
  return cycles;
}

}  // namespace beding::graph

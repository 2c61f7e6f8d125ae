// Strongly connected components by Kosaraju's two passes, without recursion; then, inside a component with a negated
// link, the shortest way back from the reader of that link to what it reads.
#include "graph/cycles.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

namespace beding::graph {
namespace {

using Readers = std::map<NodeRef, std::vector<NodeRef>>;

struct Edges {
  Readers forward;   ///< what is read -> its readers
  Readers backward;  ///< reader -> what it reads
};

Edges immediate(const std::vector<Link>& links) {
  Edges edges;
  for (const Link& link : links) {
    if (link.delayed) continue;
    edges.forward[link.read].push_back(link.reader);
    edges.backward[link.reader].push_back(link.read);
    edges.forward[link.reader];
    edges.backward[link.read];
  }
  return edges;
}

/// Everything reachable from `start` that is not in `seen`, in the order in which it is left.
std::vector<NodeRef> leavingOrder(const Readers& edges, NodeRef start, std::set<NodeRef>& seen) {
  std::vector<NodeRef> order;
  std::vector<std::pair<NodeRef, std::size_t>> path;
  if (seen.insert(start).second) path.push_back({start, 0});
  while (!path.empty()) {
    auto& [node, next] = path.back();
    const auto& targets = edges.at(node);
    if (next == targets.size()) {
      order.push_back(node);
      path.pop_back();
    } else if (const NodeRef target = targets[next++]; seen.insert(target).second) {
      path.push_back({target, 0});
    }
  }
  return order;
}

/// The number of the component of each node.
std::map<NodeRef, std::size_t> components(const Edges& edges) {
  std::set<NodeRef> seen;
  std::vector<NodeRef> order;
  for (const auto& [node, readers] : edges.forward)
    for (const NodeRef each : leavingOrder(edges.forward, node, seen)) order.push_back(each);
  seen.clear();
  std::map<NodeRef, std::size_t> result;
  std::size_t number = 0;
  for (auto node = order.rbegin(); node != order.rend(); ++node) {
    for (const NodeRef each : leavingOrder(edges.backward, *node, seen)) result[each] = number;
    ++number;
  }
  return result;
}

/// The shortest way along the links from one node to another.
std::vector<NodeRef> wayTo(const Readers& edges, NodeRef from, NodeRef to) {
  std::map<NodeRef, NodeRef> before = {{from, from}};
  for (std::deque<NodeRef> queue = {from}; !queue.empty(); queue.pop_front())
    for (const NodeRef next : edges.at(queue.front()))
      if (before.emplace(next, queue.front()).second) queue.push_back(next);
  std::vector<NodeRef> way = {to};
  while (way.back() != from) way.push_back(before.at(way.back()));
  std::reverse(way.begin(), way.end());
  return way;
}

}  // namespace

std::vector<std::vector<NodeRef>> negatedCycles(const std::vector<Link>& links) {
  const Edges edges = immediate(links);
  const auto component = components(edges);
  std::set<std::size_t> told;
  std::vector<std::vector<NodeRef>> cycles;
  for (const Link& link : links) {
    if (link.delayed || !link.negated || component.at(link.read) != component.at(link.reader)) continue;
    if (!told.insert(component.at(link.read)).second) continue;
    std::vector<NodeRef> cycle = wayTo(edges.forward, link.reader, link.read);
    std::rotate(cycle.rbegin(), cycle.rbegin() + 1, cycle.rend());  // what is read negatively goes first
    cycles.push_back(std::move(cycle));
  }
  return cycles;
}

}  // namespace beding::graph

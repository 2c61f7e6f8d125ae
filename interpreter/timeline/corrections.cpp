// A correction takes the place of what it replaces. Of several corrections of one line the one recorded last counts,
// and what corrects that one goes before it.
#include <algorithm>
#include <map>

#include "timeline/draft.h"

namespace beding {
namespace {

/// A line as far as corrections care; `index` is its place among the events or judgements.
struct Node {
  std::string key;
  std::string target;
  std::optional<Moment> recorded;
  std::uint32_t line = 0;
  bool withdrawal = false;
  bool known = true;
  std::vector<std::size_t> replacedBy;  ///< known lines that name this one, directly or past unknown ones
};

std::uint32_t lineOf(const Event& event) { return event.line; }
std::uint32_t lineOf(const JudgementAnswer& answer) { return answer.position; }

template <class Line>
Node nodeOf(const Line& line, std::optional<Date> asKnownOn) {
  const bool known = !asKnownOn || !line.recorded || line.recorded->day <= *asKnownOn;
  const std::string& target = line.corrects.empty() ? line.withdraws : line.corrects;
  return {line.key, target, line.recorded, lineOf(line), !line.withdraws.empty(), known, {}};
}

using Nodes = std::vector<Node>;
constexpr std::size_t none = static_cast<std::size_t>(-1);

/// The nearest known line that node `i` replaces. Chains end: cycles were refused before.
std::size_t replaced(const Nodes& nodes, const std::map<std::string, std::size_t>& byKey, std::size_t i) {
  std::size_t at = i;
  do {
    const auto found = byKey.find(nodes[at].target);
    if (nodes[at].target.empty() || found == byKey.end()) return none;
    at = found->second;
  } while (!nodes[at].known);
  return at;
}

void link(Nodes& nodes) {
  std::map<std::string, std::size_t> byKey;
  for (std::size_t i = 0; i < nodes.size(); ++i) byKey.emplace(nodes[i].key, i);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const std::size_t target = nodes[i].known ? replaced(nodes, byKey, i) : none;
    if (target == none) continue;
    nodes[target].replacedBy.push_back(i);
  }
}

bool laterThan(const Node& a, const Node& b) {
  if (a.recorded && b.recorded && latest(*a.recorded) != latest(*b.recorded))
    return latest(*a.recorded) > latest(*b.recorded);
  return a.line > b.line;
}

std::size_t lastOf(const Nodes& nodes, const std::vector<std::size_t>& candidates) {
  std::size_t result = candidates.front();
  for (const std::size_t each : candidates)
    if (laterThan(nodes[each], nodes[result])) result = each;
  return result;
}

/// What stands in the place of a line that replaces nothing known: the last of its chain, and the keys before it.
struct Place {
  std::size_t winner = none;
  std::vector<std::string> formerKeys;
};

Place placeOf(const Nodes& nodes, std::size_t root) {
  Place place{root, {}};
  while (!nodes[place.winner].replacedBy.empty()) {
    place.formerKeys.push_back(nodes[place.winner].key);
    place.winner = lastOf(nodes, nodes[place.winner].replacedBy);
  }
  return place;
}

/// The lines that are not themselves a replacement of something known, in input order.
std::vector<std::size_t> roots(const Nodes& nodes) {
  std::vector<bool> replaces(nodes.size());
  for (const Node& node : nodes)
    for (const std::size_t each : node.replacedBy) replaces[each] = true;
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < nodes.size(); ++i)
    if (nodes[i].known && !replaces[i]) result.push_back(i);
  return result;
}

void takePlace(Event& event, std::uint32_t rootLine, const std::vector<std::string>& formerKeys) {
  const auto isNamed = [&] { return event.key != keyOfLine(event.line); };
  if (!formerKeys.empty() && !isNamed()) event.key = formerKeys.front();
  event.formerKeys = formerKeys;
  event.position = rootLine;
}

template <class Line>
bool refers(const Line& line) {
  return !line.corrects.empty() || !line.withdraws.empty();
}

bool changesNothing(const Draft& draft) {
  return std::none_of(draft.events.begin(), draft.events.end(), refers<Event>) &&
         std::none_of(draft.judgements.begin(), draft.judgements.end(), refers<JudgementAnswer>);
}

}  // namespace

void applyCorrections(Draft& draft, std::optional<Date> asKnownOn) {
  if (!asKnownOn && changesNothing(draft)) {
    for (Event& event : draft.events) takePlace(event, event.line, {});
    return;
  }
  Nodes nodes;
  for (const Event& event : draft.events) nodes.push_back(nodeOf(event, asKnownOn));
  for (const JudgementAnswer& answer : draft.judgements) nodes.push_back(nodeOf(answer, asKnownOn));
  link(nodes);
  std::vector<Event> events;
  std::vector<JudgementAnswer> judgements;
  for (const std::size_t root : roots(nodes)) {
    const Place place = placeOf(nodes, root);
    if (nodes[place.winner].withdrawal) continue;
    if (place.winner >= draft.events.size()) {
      judgements.push_back(std::move(draft.judgements[place.winner - draft.events.size()]));
      continue;
    }
    events.push_back(std::move(draft.events[place.winner]));
    takePlace(events.back(), nodes[root].line, place.formerKeys);
  }
  draft.events = std::move(events);
  draft.judgements = std::move(judgements);
}

}  // namespace beding

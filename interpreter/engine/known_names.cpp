#include "engine/known_names.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "graph/links.h"

namespace beding::engine {
namespace {

using graph::ExpressionId;
using graph::Graph;
using graph::Op;

/// Everything on the timeline that can be referred to, sorted.
std::vector<std::string_view> keysOn(const Timeline& timeline, const Graph& graph) {
  std::vector<std::string_view> keys;
  for (const Event& event : timeline.events)
    eachKey(event, at(graph.events, event.type), [&](const std::string& key) { keys.push_back(key); });
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

Names thingsIn(const Graph& graph) {
  Names names;
  for (const graph::Entity& entity : graph.entities)
    if (entity.created) names.insert(entity.name);
  return names;
}

/// How often a text is on the timeline.
std::size_t timesSaid(const Timeline& timeline, std::string_view sought) {
  std::size_t count = 0;
  const auto look = [&](const std::string& text) { count += text == sought ? 1 : 0; };
  for (const Event& event : timeline.events) {
    for (const Value& value : event.attributes) eachText(value, look);
    std::for_each(event.about.begin(), event.about.end(), look);
  }
  for (const JudgementAnswer& answer : timeline.judgements) look(answer.subject);
  return count;
}

std::string unnumbered(const std::string& name) {
  const std::size_t end = name.find_last_not_of("0123456789");
  return end == std::string::npos ? name : name.substr(0, end + 1);
}

Names placesIn(const Graph& graph) {
  Names places;
  for (const graph::NodeRef node : graph::nodesOf(graph)) {
    const graph::Provenance where = graph::whereOf(graph, node);
    if (where.lid.empty()) continue;
    places.insert(where.lid);
    places.insert(where.lid + " " + graph::nameOf(graph, node));
  }
  return places;
}

/// The texts with which expressions compare an attribute: a certain one, or any.
class Compared {
 public:
  Compared(const Graph& graph, std::optional<std::uint32_t> attribute)
      : graph_(graph), attribute_(attribute), seen_(graph.expressions.size()) {}

  Names texts;

  void in(ExpressionId id) {
    if (!id || seen_[id.index]) return;
    seen_[id.index] = true;
    const graph::Expression& expression = at(graph_.expressions, id);
    if (expression.op == Op::equal) equal(expression);
    for (const ExpressionId operand : expression.operands) in(operand);
  }

 private:
  void equal(const graph::Expression& expression) {
    const graph::Expression& left = at(graph_.expressions, expression.operands[0]);
    const graph::Expression& right = at(graph_.expressions, expression.operands[1]);
    const bool isIt = left.op == Op::attribute && (!attribute_ || left.index == *attribute_);
    const auto* text = isIt && right.op == Op::constant ? std::get_if<std::string>(&right.value) : nullptr;
    if (text != nullptr) texts.insert(bareName(*text));
  }

  const Graph& graph_;
  std::optional<std::uint32_t> attribute_;
  std::vector<bool> seen_;
};

Names wordsIn(const Graph& graph) {
  Compared any(graph, {});
  for (std::uint32_t id = 0; id < graph.expressions.size(); ++id) any.in(ExpressionId{id});
  return std::move(any.texts);
}

Names topicsOf(const Graph& graph) {
  Names topics;
  for (const graph::Parameter& parameter : graph.parameters) topics.insert(bareName(parameter.name));
  for (const graph::Quantity& quantity : graph.quantities) topics.insert(bareName(quantity.name));
  for (const graph::Pattern& pattern : graph.patterns) {
    for (const graph::PatternAlternative& alternative : pattern.alternatives) {
      const EventType& type = at(graph.events, alternative.type);
      if (type.name != agreementType) continue;
      Compared over(graph, attributeIndex(type, "over"));
      over.in(alternative.where);
      topics.merge(over.texts);
    }
  }
  return topics;
}

/// Whether it holds for the key, or else for each of the keys that are joined in it.
template <class Test>
bool eachPart(const std::string& key, Test test) {
  if (test(key)) return true;
  for (std::size_t begin = 0; begin <= key.size();) {
    const std::size_t end = std::min(key.find('/', begin), key.size());
    if (!test(key.substr(begin, end - begin))) return false;
    begin = end + 1;
  }
  return true;
}

}  // namespace

std::string bareName(const std::string& name) {
  std::string text = fold(name);
  for (const std::string_view article : {"de ", "het ", "een "})
    if (text.starts_with(article)) return text.substr(article.size());
  return text;
}

const Names& DocumentNames::once(MadeOnce& list, Names (*make)(const Graph&)) const {
  std::call_once(list.made, [&] { list.names = make(graph_); });
  return list.names;
}

const Names& DocumentNames::things() const { return once(things_, thingsIn); }
const Names& DocumentNames::places() const { return once(places_, placesIn); }
const Names& DocumentNames::words() const { return once(words_, wordsIn); }
const Names& DocumentNames::topics() const { return once(topics_, topicsOf); }

KnownNames::KnownNames(const DocumentNames& document, const Timeline& timeline)
    : document_(document), timeline_(timeline), keys_(keysOn(timeline, document.graph())) {}

bool KnownNames::isKey(std::string_view text) const { return std::binary_search(keys_.begin(), keys_.end(), text); }

bool KnownNames::isInstance(const std::string& key) const {
  return eachPart(key, [&](const std::string& part) { return isKey(part) || isRole(part); });
}

bool KnownNames::isSaid(const std::string& key) const {
  return eachPart(
      key, [&](const std::string& part) { return isKey(part) || timesSaid(timeline_, part) > 0 || isRole(part); });
}

bool KnownNames::looksLikeInstance(const std::string& name, bool numbered) const {
  if (timesSaid(timeline_, name) > 1) return false;
  return std::any_of(keys_.begin(), keys_.end(), [&](std::string_view view) {
    const std::string key(view);
    const bool isLong = characters(name) > 4 && !nearest(name, std::vector{key}).empty();
    const bool isNext = numbered && !key.starts_with('#') && unnumbered(name) == unnumbered(key);
    return isLong || isNext || fold(name) == fold(key);
  });
}

std::vector<std::string> KnownNames::instances() const {
  std::vector<std::string> keys(keys_.begin(), keys_.end());
  std::erase_if(keys, [](const std::string& key) { return key.starts_with('#'); });
  return keys;
}

bool KnownNames::isRole(const std::string& name) const {
  static const Names roles = {"opdrachtnemer", "opdrachtgever", "derde", "ontvangende partij", "verstrekkende partij"};
  const auto& agents = document_.graph().agents;
  return roles.contains(bareName(name)) ||
         std::any_of(agents.begin(), agents.end(), [&](const graph::Agent& agent) { return agent.name == name; });
}

bool KnownNames::isPlace(const std::string& name) const {
  const std::string& document = document_.graph().document;
  const bool own = name.starts_with(document + ":");
  return document_.places().contains(own ? name.substr(document.size() + 1) : name) || isElsewhere(name);
}

bool KnownNames::isWord(const std::string& text) const { return document_.words().contains(bareName(text)); }

const Names& KnownNames::topics() const { return document_.topics(); }

bool KnownNames::isElsewhere(const std::string& name) const {
  const std::size_t colon = name.find(':');
  if (colon == std::string::npos) return false;
  const std::string document = name.substr(0, colon);
  const std::string& own = document_.graph().document;
  return document != own && nearest(document, std::vector{own}).empty();
}

}  // namespace beding::engine

#include "oracle/random_timeline.h"

#include <algorithm>
#include <random>
#include <set>

#include "graph/links.h"
#include "graph/opposition.h"

namespace beding::oracle {

namespace {

const Date firstDay = parseMoment("2025-01-01")->day;

/// The texts that conditions compare with.
std::vector<std::string> textsOf(const graph::Graph& graph) {
  std::set<std::string> texts;
  for (const graph::Expression& expression : graph.expressions) {
    const auto* text = std::get_if<std::string>(&expression.value);
    if (expression.op == graph::Op::constant && text != nullptr) texts.insert(*text);
  }
  return {texts.begin(), texts.end()};
}

std::vector<std::string> formsOf(const graph::Graph& graph) {
  std::vector<std::string> forms;
  for (const graph::Form& form : graph.forms) forms.insert(forms.end(), form.spellings.begin(), form.spellings.end());
  return forms;
}

/// The event types that stand in some pattern.
std::vector<EventTypeId> typesKnown(const graph::Graph& graph) {
  std::set<EventTypeId> types;
  for (const graph::Pattern& pattern : graph.patterns)
    for (const graph::PatternAlternative& alternative : pattern.alternatives) types.insert(alternative.type);
  if (graph.ledger.paymentReceived) types.insert(graph.ledger.paymentReceived);
  return {types.begin(), types.end()};
}

/// Whether a sentence of the document stands in the node, or an outcome comes of it.
bool counts(const graph::Graph& graph, graph::NodeRef node) {
  using graph::NodeKind;
  const graph::ReadingGuard guard = graph::guardOf(graph, node);
  if (guard.issue && at(graph.issues, guard.issue).name == leftOut) return false;
  if (node.kind == NodeKind::state) return graph.states[node.index].report != graph::StateReport::hidden;
  if (node.kind == NodeKind::quantity) return graph.quantities[node.index].reported;
  return node.kind >= NodeKind::norm;
}

/// What counts and all that it reads.
std::set<graph::NodeRef> nodesRead(const graph::Graph& graph) {
  std::set<graph::NodeRef> reached;
  for (const graph::NodeRef node : graph::nodesOf(graph))
    if (counts(graph, node)) reached.insert(node);
  const std::vector<graph::Link> links = graph::linksOf(graph);
  for (std::size_t before = 0; before != reached.size();) {
    before = reached.size();
    for (const graph::Link& link : links)
      if (reached.contains(link.reader)) reached.insert(link.read);
  }
  return reached;
}

/// The event types by which what some norm is about is done.
std::vector<EventTypeId> typesOfActs(const graph::Graph& graph) {
  std::set<EventTypeId> types;
  for (std::uint32_t index = 0; index < graph.norms.size(); ++index) {
    const graph::Norm& norm = graph.norms[index];
    if (!counts(graph, {graph::NodeKind::norm, index})) continue;
    for (const graph::ActId act : graph::actsOf(norm)) {
      const graph::PatternId done = at(graph.acts, act).doneBy;
      if (!done) continue;
      for (const graph::PatternAlternative& way : at(graph.patterns, done).alternatives) types.insert(way.type);
    }
  }
  return {types.begin(), types.end()};
}

class Maker {
 public:
  Maker(const Material& material, std::uint64_t seed) : material_(material), graph_(material.graph), random_(seed) {}

  Timeline make(int events) {
    Timeline timeline;
    timeline.name = "willekeurig";
    for (int count = 0; count < events; ++count) timeline.events.push_back(event());
    std::stable_sort(timeline.events.begin(), timeline.events.end(),
                     [](const Event& a, const Event& b) { return earliest(a.at) < earliest(b.at); });
    for (std::uint32_t index = 0; index < timeline.events.size(); ++index) {
      Event& event = timeline.events[index];
      event.position = event.line = index + 1;
      event.key = "e" + std::to_string(index + 1);  // not as a line is called by itself: it may come in as another
      refer(event);
      if (chance(2)) event.about = {keyOfSome(made_)};
      note(event);
    }
    for (const std::uint32_t index : material_.judgements)
      if (chance(2)) timeline.judgements.push_back(answer(graph_.judgements[index], index));
    return timeline;
  }

 private:
  std::uint64_t below(std::uint64_t end) { return random_() % end; }
  /// One in so many.
  bool chance(std::uint64_t of) { return below(of) == 0; }
  template <class Item>
  const Item& pick(const std::vector<Item>& items) {
    return items[below(items.size())];
  }

  /// What the event brings about can be referred to by later ones.
  void note(const Event& event) {
    std::string key = event.key;
    const auto& attributes = at(graph_.events, event.type).attributes;
    for (std::size_t index = 0; index < attributes.size(); ++index)
      if (const auto* text = std::get_if<std::string>(&event.attributes[index]);
          text != nullptr && attributes[index].isKey)
        key = *text;
    for (const graph::Entity& entity : graph_.entities) {
      if (!entity.created) continue;
      for (const graph::PatternAlternative& way : at(graph_.patterns, entity.created).alternatives)
        if (way.type == event.type) madeOf_[entity.name].push_back(key);
    }
    made_.push_back(key);
  }

  /// A key that exists, or now and then any.
  std::string keyOfSome(const std::vector<std::string>& known) {
    return known.empty() || chance(4) ? pick(keys_) : pick(known);
  }

  /// `factuur "F1"` is mostly an invoice that there is; `overeenkomst` says of which contract the timeline is.
  void refer(Event& event) {
    const auto& attributes = at(graph_.events, event.type).attributes;
    for (std::size_t index = 0; index < attributes.size(); ++index) {
      if (attributes[index].type != Type::reference || !std::holds_alternative<std::string>(event.attributes[index]))
        continue;
      if (attributes[index].name == "overeenkomst") {
        event.attributes[index] = std::string("K1");
        continue;
      }
      const auto named = madeOf_.find(attributes[index].name);
      event.attributes[index] = keyOfSome(named == madeOf_.end() ? made_ : named->second);
    }
  }

  Moment moment() { return momentOf(firstDay + static_cast<std::int32_t>(below(120))); }

  /// Payment and its consequences come up more often than the rest, and so does what performs, exercises or violates.
  EventTypeId type() {
    const bool money = graph_.ledger.invoice && chance(3);
    if (!money && chance(20)) return pick(material_.known);
    if (!money) return material_.acts.empty() || chance(2) ? pick(material_.read) : pick(material_.acts);
    const graph::PatternId created = at(graph_.entities, graph_.ledger.invoice).created;
    return chance(2) ? at(graph_.patterns, created).alternatives.front().type : graph_.ledger.paymentReceived;
  }

  Event event() {
    Event event;
    event.type = type();
    event.at = moment();
    if (chance(6)) event.at = momentOf(Instant{earliest(event.at).seconds + static_cast<std::int64_t>(below(86000))});
    for (const Attribute& attribute : at(graph_.events, event.type).attributes)
      event.attributes.push_back(attribute.required || !chance(3) ? value(attribute) : Value{});
    return event;
  }

  std::string text(const Attribute& attribute) {
    if (!attribute.choices.empty()) return pick(attribute.choices);
    if (attribute.isForm && !material_.forms.empty()) return pick(material_.forms);
    if (attribute.isKey || attribute.type == Type::reference || chance(2) || material_.texts.empty())
      return pick(keys_);
    return pick(material_.texts);
  }

  Value value(const Attribute& attribute) {
    switch (attribute.type) {
      case Type::money:
        return Money{Number(static_cast<std::int64_t>(50 * (1 + below(30))))};
      case Type::date:
      case Type::instant:
        return moment();
      case Type::duration:
        return Duration{static_cast<std::int32_t>(1 + below(20)), TimeUnit::day};
      case Type::percentage:
      case Type::number:
        return Number(static_cast<std::int64_t>(1 + below(20)));
      case Type::truth:
        return chance(2) ? Truth::yes : Truth::no;
      case Type::party:
        return std::string(chance(2) ? "Opdrachtnemer" : "Opdrachtgever");
      case Type::list:
        return std::vector<std::string>{text(attribute), pick(keys_)};
      default:
        return text(attribute);
    }
  }

  JudgementAnswer answer(const graph::Judgement& judgement, std::uint32_t index) {
    JudgementAnswer answer;
    const auto& where = judgement.where;
    answer.norm = (where.document.empty() ? graph_.document : where.document) + ":" + where.lid + "/" + judgement.words;
    answer.outcome = chance(2) ? Truth::yes : Truth::no;
    if (judgement.type == Type::date) answer.outcome = moment();
    if (judgement.type == Type::duration) answer.outcome = Duration{7, TimeUnit::day};
    if (judgement.type == Type::number || judgement.type == Type::money) answer.outcome = Number(100);
    answer.at = moment();
    answer.position = index;
    answer.key = "o" + std::to_string(index + 1);
    if (chance(3)) answer.subject = keyOfSome(made_);
    if (chance(12)) answer.outcome = Truth::unknown;
    return answer;
  }

  const Material& material_;
  const graph::Graph& graph_;
  std::mt19937_64 random_;
  std::vector<std::string> made_;  ///< keys that there are so far
  std::map<std::string, std::vector<std::string>> madeOf_;
  std::vector<std::string> keys_{"F1", "F2", "F3", "K1", "e2", "e5", "e7"};
};

}  // namespace

Material::Material(const graph::Graph& made)
    : graph(made), texts(textsOf(made)), forms(formsOf(made)), known(typesKnown(made)), acts(typesOfActs(made)) {
  for (const graph::NodeRef node : nodesRead(made)) {
    if (node.kind == graph::NodeKind::event) read.push_back(EventTypeId{node.index});
    if (node.kind == graph::NodeKind::judgement) judgements.push_back(node.index);
  }
  if (read.empty()) read = known;
}

Timeline randomTimeline(const Material& material, std::uint64_t seed, int events) {
  return Maker(material, seed).make(events);
}

Timeline inDays(Timeline timeline) {
  for (JudgementAnswer& answer : timeline.judgements) answer.at.instant.reset();
  for (Event& event : timeline.events) {
    event.at.instant.reset();
    for (Value& value : event.attributes)
      if (auto* moment = std::get_if<Moment>(&value)) moment->instant.reset();
  }
  return timeline;
}

std::map<std::string, std::string> randomReadings(const graph::Graph& graph, std::uint64_t seed) {
  std::map<std::string, std::string> readings;
  std::mt19937_64 random(seed);
  for (const graph::Issue& issue : graph.issues)
    if (seed % 3 == 0 && issue.name != leftOut)
      readings[issue.where.lid + "/" + issue.name] = issue.readings[random() % issue.readings.size()];
  return readings;
}

}  // namespace beding::oracle

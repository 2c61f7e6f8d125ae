#include "engine/unknown_names.h"

#include <algorithm>

#include "base/bytes.h"
#include "engine/judgements.h"
#include "engine/known_names.h"
#include "engine/parameters.h"
#include "timeline/messages.h"
#include "timeline/plain_timeline.h"

namespace beding {
namespace {

using engine::bareName;
using engine::eachKey;
using engine::eachText;
using graph::Graph;

std::string textOf(const Event& event, const EventType& type, std::string_view name) {
  const auto index = attributeIndex(type, name);
  const auto texts = index ? textsOf(event.attributes[*index]) : std::vector<std::string>();
  return texts.empty() ? "" : texts.front();
}

class Check {
 public:
  Check(const engine::DocumentNames& document, const Timeline& timeline)
      : graph_(document.graph()), known_(document, timeline) {}

  UnknownNames names;

  void event(const Event& event) {
    const EventType& type = at(graph_.events, event.type);
    for (std::size_t i = 0; i < type.attributes.size(); ++i)
      eachText(event.attributes[i], [&](const std::string& text) { attribute(event, type, type.attributes[i], text); });
    for (const std::string& key : event.about) reference(event, type, "betreft", key);
    if (type.name == agreementType) agreement(event, type);
  }

  void judgement(const JudgementAnswer& answer) {
    if (!isKnown(answer.subject) && isSlip(answer.subject, true))
      tell(answer.position, messages::unknownSubject(answer.subject, known_.instances()));
    if (known_.isElsewhere(answer.norm)) return;
    std::vector<std::string> questions;
    bool any = false;
    for (const graph::Judgement& judgement : graph_.judgements) {
      questions.push_back(engine::idOf(graph_, judgement));
      any = any || engine::isNamed(graph_, judgement, answer.norm);
      if (questions.back() == answer.norm && !engine::answerAs(answer.outcome, judgement.type))
        tell(answer.position, messages::unfitAnswer(answer.norm, judgement.type));
    }
    if (!any) tell(answer.position, messages::unknownQuestion(answer.norm, questions));
  }

 private:
  void attribute(const Event& event, const EventType& type, const Attribute& attribute, const std::string& text) {
    if (attribute.type == Type::reference && !attribute.isKey) reference(event, type, attribute.name, text);
    if (attribute.type == Type::party && !known_.isRole(text) && !known_.isWord(text))
      tell(event.line, messages::unknownRole(attribute.name, type.name, text));
  }

  /// What has the name of a thing must be on the timeline; anything else may be older than the timeline.
  void reference(const Event& event, const EventType& type, const std::string& field, const std::string& key) {
    if (isKnown(key)) return;
    names.allKnown = false;
    if (known_.isThing(field) || isSlip(key, field == "betreft"))
      tell(event.line, messages::unknownInstance(field, type.name, key, known_.instances()));
  }

  void agreement(const Event& event, const EventType& type) {
    const std::string topic = textOf(event, type, "over"), value = textOf(event, type, "waarde");
    if (topic.empty() || known_.isElsewhere(topic)) return;
    if (!known_.topics().contains(bareName(topic)))
      tell(event.line, messages::unknownTopic(topic, {known_.topics().begin(), known_.topics().end()}));
    for (const graph::Parameter& parameter : graph_.parameters) {
      if (value.empty() || bareName(parameter.name) != bareName(topic)) continue;
      if (engine::agreedAs(value, parameter)) return;
      return tell(event.line, messages::unfitAgreement(topic, value, parameter.type));
    }
  }

  [[nodiscard]] bool isKnown(const std::string& key) const {
    return known_.isInstance(key) || known_.isPlace(key) || known_.isWord(key);
  }

  /// Of a name that is not known.
  [[nodiscard]] bool isSlip(const std::string& key, bool numbered) const {
    return !key.empty() && known_.looksLikeInstance(key, numbered);
  }

  void tell(std::uint32_t line, Wording message) {
    names.allKnown = false;
    names.found.push_back({line, std::move(message)});
  }

  const Graph& graph_;
  engine::KnownNames known_;
};

bool isKeyOn(const Timeline& timeline, const std::vector<EventType>& types, const std::string& name) {
  return std::any_of(timeline.events.begin(), timeline.events.end(), [&](const Event& event) {
    bool found = false;
    eachKey(event, at(types, event.type), [&](const std::string& key) { found = found || same(key, name); });
    return found;
  });
}

/// Whether all that it names is a key on the timeline, or a party as such.
bool namesOnlyKeys(const Timeline& timeline, const std::vector<EventType>& types, const Event& event) {
  const EventType& type = at(types, event.type);
  const auto isKey = [&](const std::string& name) { return isKeyOn(timeline, types, name); };
  bool all = type.name != agreementType && std::all_of(event.about.begin(), event.about.end(), isKey);
  for (std::size_t i = 0; i < type.attributes.size(); ++i) {
    const Attribute& attribute = type.attributes[i];
    const bool isParty = attribute.type == Type::party;
    if (!isParty && (attribute.type != Type::reference || attribute.isKey)) continue;
    eachText(event.attributes[i],
             [&](const std::string& name) { all = all && (isParty ? isPartyName(name) : isKey(name)); });
  }
  return all;
}

}  // namespace

UnknownNames unknownNames(const engine::DocumentNames& document, const Timeline& timeline) {
  Check check(document, timeline);
  for (const Event& event : timeline.events) check.event(event);
  for (const JudgementAnswer& answer : timeline.judgements) check.judgement(answer);
  std::vector<UnknownName>& found = check.names.found;
  std::stable_sort(found.begin(), found.end(),
                   [](const UnknownName& a, const UnknownName& b) { return a.line < b.line; });
  return std::move(check.names);
}

bool goOnKnown(const Timeline& timeline, const std::vector<EventType>& types, std::size_t& known) {
  constexpr std::size_t few = 8;  // of more, all names are sooner put in order
  const std::size_t count = timeline.events.size();
  if (known == 0 || known + few < count || !timeline.judgements.empty()) return false;
  while (known < count && namesOnlyKeys(timeline, types, timeline.events[known])) ++known;
  return known == count;
}

}  // namespace beding

#include "workspace/timeline_from_scenario.h"

#include <algorithm>

#include "base/text.h"
#include "workspace/items.h"

namespace beding {
namespace {

using Items = std::vector<syntax::Item>;

/// Fields of a judgement, which readers know without a declaration.
const std::vector<std::string> judgementFields = {"norm", "onderwerp", "uitkomst", "door"};

std::vector<std::string> fieldNames(const std::string& event, const std::vector<EventType>& types) {
  std::vector<std::string> names = generalFields();
  if (fold(event) == judgementType) names.insert(names.end(), judgementFields.begin(), judgementFields.end());
  if (const auto type = eventTypeNamed(types, event)) {
    for (const Attribute& attribute : at(types, *type).attributes) {
      names.push_back(attribute.name);
      names.insert(names.end(), attribute.aliases.begin(), attribute.aliases.end());
    }
  }
  return names;
}

/// What the first one, two, three ... items spell.
std::vector<std::string> beginnings(const Items& items) {
  std::vector<std::string> words;
  for (std::size_t count = 1; count <= items.size(); ++count) words.push_back(keysOf(items, 0, count));
  return words;
}

struct NameFound {
  std::string name;
  std::size_t items = 0;
};

/// The longest known name at the start; else the words before the first value.
NameFound nameOf(const Items& items, const std::vector<std::string>& known) {
  NameFound best;
  const std::vector<std::string> spelled = beginnings(items);
  for (const std::string& name : known) {
    const auto found = std::find(spelled.begin(), spelled.end(), fold(name));
    const std::size_t count = found == spelled.end() ? 0 : static_cast<std::size_t>(found - spelled.begin()) + 1;
    if (count > best.items) best = {name, count};
  }
  if (best.items > 0) return best;
  std::size_t count = 0;
  while (count < items.size() && !isValue(items[count])) ++count;
  if (count > 1 && count == items.size()) count = 1;  // words only: the first is the name
  return {textOf(items, 0, count), count};
}

/// Values joined by `en`, `of` or a comma are a list.
std::vector<Scalar> valuesOf(const Items& items, std::size_t begin) {
  const bool allValues =
      std::all_of(items.begin() + static_cast<std::ptrdiff_t>(begin), items.end(),
                  [](const auto& item) { return isValue(item) || item.key == "en" || item.key == "of"; });
  if (!allValues) return {{ScalarKind::text, textOf(items, begin, items.size())}};
  std::vector<Scalar> values;
  for (std::size_t at = begin; at < items.size(); ++at) {
    if (isValue(items[at])) values.push_back({ScalarKind::text, timelineText(items[at])});
  }
  return values;
}

/// `factuur "F1"`: a field. `gemotiveerd` alone says yes.
Field fieldOf(const Items& items, const std::vector<std::string>& known) {
  const NameFound found = nameOf(items, known);
  if (found.items == items.size()) return {found.name, {{ScalarKind::text, "ja"}}, false};
  Field field{found.name, valuesOf(items, found.items), false};
  field.isList = field.values.size() > 1;
  return field;
}

void addPart(Record& record, const Items& items, const std::vector<std::string>& known) {
  const bool continues = record.fields.size() > 2 && isValue(items.front());
  if (!continues) {
    record.fields.push_back(fieldOf(items, known));
    return;
  }
  Field& list = record.fields.back();
  for (Scalar& value : valuesOf(items, 0)) list.values.push_back(std::move(value));
  list.isList = true;
}

/// `1.11/voldoende` is a norm of this document.
void completeNorm(Record& record, const std::string& document) {
  for (Field& field : record.fields) {
    std::string& norm = field.values.front().text;
    if (field.name == "norm" && norm.find(':') == std::string::npos) norm.insert(0, document + ":");
  }
}

}  // namespace

Record recordOf(const syntax::ScenarioEvent& event, std::uint32_t number, const graph::Graph& graph) {
  const std::string name = event.parts.empty() ? "" : textOf(event.parts.front(), 0, event.parts.front().size());
  Record record;
  record.line = number;
  record.fields.push_back({"op", {{ScalarKind::text, isoText(event.at)}}, false});
  record.fields.push_back({"gebeurtenis", {{ScalarKind::text, name}}, false});
  const std::vector<std::string> known = fieldNames(name, graph.events);
  for (std::size_t part = 1; part < event.parts.size(); ++part) {
    if (!event.parts[part].empty()) addPart(record, event.parts[part], known);
  }
  if (fold(name) == judgementType) completeNorm(record, graph.document);
  return record;
}

ScenarioTimeline timelineOf(const std::string& name, const std::vector<syntax::ScenarioEvent>& events,
                            const graph::Graph& graph) {
  return timelineOf(name, {}, events, graph, false);
}

ScenarioTimeline timelineOf(const std::string& name, std::vector<Record> before,
                            const std::vector<syntax::ScenarioEvent>& events, const graph::Graph& graph, bool skipBad) {
  const std::size_t first = before.size();
  Records records{std::move(before), {}};
  for (std::size_t at = 0; at < first; ++at) records.records[at].line = static_cast<std::uint32_t>(at + 1);
  for (std::size_t at = 0; at < events.size(); ++at) {
    records.records.push_back(recordOf(events[at], static_cast<std::uint32_t>(first + at + 1), graph));
  }
  ReadOptions options;
  options.skipBad = skipBad;
  TimelineResult read = readRecords(std::move(records), name, graph.events, options);
  ScenarioTimeline result{std::move(read.timeline), {}};
  for (InputProblem& problem : read.problems) {
    const std::size_t index = problem.line == 0 ? 0 : problem.line - 1;
    const bool typed = index >= first && index - first < events.size();
    result.problems.emplace_back(typed ? events[index - first].span : Span{}, std::move(problem.message));
  }
  return result;
}

}  // namespace beding

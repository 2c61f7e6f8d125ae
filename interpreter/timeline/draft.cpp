#include "timeline/draft.h"

#include <algorithm>

#include "base/text.h"
#include "timeline/attribute_value.h"
#include "timeline/messages.h"

namespace beding {
namespace {

const Field* find(const Record& record, std::string_view name) {
  const auto found =
      std::find_if(record.fields.begin(), record.fields.end(), [&](const Field& field) { return field.name == name; });
  return found == record.fields.end() ? nullptr : &*found;
}

/// Reads one record; keeps the problems of the line.
class LineReader {
 public:
  LineReader(const Record& record, const std::vector<EventType>& types) : record_(record), types_(types) {}

  std::vector<Wording> problems;

  [[nodiscard]] bool isJudgement() const {
    const Field* name = find(record_, "gebeurtenis");
    return name && fold(name->values.front().text) == judgementType;
  }

  Event event() {
    Event event;
    event.line = event.position = record_.line;
    common(event);
    event.about = texts("betreft");
    const auto type = eventType(event.withdraws.empty());
    if (type) attributes(event, *type);
    return event;
  }

  JudgementAnswer judgement() {
    JudgementAnswer answer;
    answer.position = record_.line;
    common(answer);
    answer.norm = text("norm", answer.withdraws.empty());
    answer.subject = text("onderwerp", false);
    answer.by = text("door", false);
    outcome(answer);
    judgementFields();
    return answer;
  }

 private:
  /// What events and judgements share.
  template <class Line>
  void common(Line& line) {
    line.key = text("id", false);
    if (line.key.empty()) line.key = keyOfLine(record_.line);
    line.corrects = text("corrigeert", false);
    line.withdraws = text("vervalt", false);
    line.contract = text("overeenkomst", false);
    line.recorded = moment("vastgelegd");
    if (!line.corrects.empty() && !line.withdraws.empty()) problems.push_back(messages::correctsAndWithdraws());
    if (const auto op = moment("op")) line.at = *op;
    if (line.withdraws.empty() && !find(record_, "op")) problems.push_back(messages::missingField("op"));
  }

  std::string text(std::string_view name, bool required) {
    const Field* field = find(record_, name);
    if (!field && required) problems.push_back(messages::missingField(name));
    if (!field) return {};
    const Scalar& value = field->values.front();
    const bool isText = value.kind == ScalarKind::text || value.kind == ScalarKind::integer;
    if (!isText || field->values.size() > 1) problems.push_back(messages::fieldNotText(name));
    return value.text;
  }

  std::vector<std::string> texts(std::string_view name) {
    std::vector<std::string> result;
    if (const Field* field = find(record_, name))
      for (const Scalar& value : field->values) result.push_back(value.text);
    return result;
  }

  std::optional<Moment> moment(std::string_view name) {
    const Field* field = find(record_, name);
    if (!field) return std::nullopt;
    MomentError error = MomentError::malformed;
    const bool isText = field->values.size() == 1 && field->values.front().kind == ScalarKind::text;
    const auto result = isText ? parseMoment(field->values.front().text, &error) : std::nullopt;
    if (!result)
      problems.push_back("\"" + std::string(name) + "\": " + messages::badMoment(field->values.front().text, error));
    return result;
  }

  /// A line that withdraws an event need not repeat it.
  std::optional<EventTypeId> eventType(bool required) {
    if (!required && !find(record_, "gebeurtenis")) return std::nullopt;
    const std::string name = text("gebeurtenis", true);
    const auto type = eventTypeNamed(types_, name);
    if (!type && find(record_, "gebeurtenis")) {
      std::vector<std::string> known = {std::string(judgementType)};
      for (const EventType& each : types_) known.push_back(each.name);
      problems.push_back(messages::unknownEventType(name, known));
    }
    return type;
  }

  void attributes(Event& event, EventTypeId id) {
    event.type = id;
    const EventType& type = at(types_, id);
    event.attributes.resize(type.attributes.size());
    for (const Field& field : record_.fields) {
      if (const auto index = attributeIndex(type, field.name)) {
        attribute(event, type, *index, field);
      } else if (!isGeneralField(field.name)) {
        undeclared(type, field, event.at);
      }
    }
  }

  void attribute(Event& event, const EventType& type, std::uint32_t index, const Field& field) {
    if (isKnown(event.attributes[index])) problems.push_back(messages::duplicateField(type.attributes[index].name));
    ReadValue read = readAttribute(type.attributes[index], type.name, field);
    if (!read.problem.empty()) problems.push_back(std::move(read.problem));
    event.attributes[index] = std::move(read.value);
  }

  /// `datum` and `tijdstip` of the event itself are `op`; anything else is unknown.
  void undeclared(const EventType& type, const Field& field, const Moment& op) {
    if (field.name == "datum" || field.name == "tijdstip") {
      const auto own = moment(field.name);
      const bool same = own && own->day == op.day && (!own->instant || own->instant == op.instant);
      if (own && !same) problems.push_back(messages::differsFromOp(field.name));
      return;
    }
    std::vector<std::string> known;
    for (const Attribute& each : type.attributes) known.push_back(each.name);
    for (const std::string& each : generalFields()) known.push_back(each);
    problems.push_back(messages::unknownAttribute(field.name, type.name, known));
  }

  void outcome(JudgementAnswer& answer) {
    const Field* field = find(record_, "uitkomst");
    if (!field && answer.withdraws.empty()) problems.push_back(messages::missingField("uitkomst"));
    if (!field) return;
    ReadValue read = readJudgementOutcome(*field);
    if (!read.problem.empty()) problems.push_back(std::move(read.problem));
    answer.outcome = std::move(read.value);
  }

  void judgementFields() {
    std::vector<std::string> known = {"norm", "onderwerp", "uitkomst", "door", "datum"};
    if (const auto type = eventTypeNamed(types_, judgementType))
      for (const Attribute& each : at(types_, *type).attributes) known.push_back(each.name);
    for (const std::string& each : generalFields()) known.push_back(each);
    for (const Field& field : record_.fields)
      if (std::find(known.begin(), known.end(), field.name) == known.end())
        problems.push_back(messages::unknownAttribute(field.name, judgementType, known));
  }

  const Record& record_;
  const std::vector<EventType>& types_;
};

}  // namespace

void readRecord(const Record& record, const std::vector<EventType>& types, Draft& draft) {
  LineReader reader(record, types);
  if (reader.isJudgement()) {
    JudgementAnswer answer = reader.judgement();
    if (reader.problems.empty()) draft.judgements.push_back(std::move(answer));
  } else {
    Event event = reader.event();
    if (reader.problems.empty()) draft.events.push_back(std::move(event));
  }
  for (Wording& problem : reader.problems) draft.complain(record.line, std::move(problem));
}

Draft draftOf(Records records, std::string_view name, const std::vector<EventType>& types) {
  Draft draft;
  draft.file = name;
  for (InputProblem& problem : records.problems) draft.complain(problem.line, std::move(problem.message));
  for (const Record& record : records.records) readRecord(record, types, draft);
  return draft;
}

}  // namespace beding

#include "explain/json.h"

#include <nlohmann/json.hpp>

#include "explain/names.h"

namespace beding {
namespace {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

void put(Json& json, const char* name, const std::string& text) {
  if (!text.empty()) json[name] = text;
}
void put(Json& json, const char* name, const std::optional<Moment>& moment) {
  if (moment) json[name] = isoText(*moment);
}
void put(Json& json, const char* name, const std::optional<Money>& amount) {
  if (amount) json[name] = decimalText(*amount);
}

Json violationJson(const Violation& violation) {
  Json json;
  json["vanaf"] = isoText(violation.from);
  put(json, "tot", violation.to);
  put(json, "gebeurtenis", violation.event);
  return json;
}

Json segmentJson(const InterestSegment& segment) {
  Json json;
  json["vanaf"] = isoText(segment.from);
  json["tot"] = isoText(segment.to);
  json["grondslag"] = decimalText(segment.base);
  json["percentage"] = percentageText(segment.rate);
  json["dagen"] = segment.to - segment.from + 1;
  json["bedrag"] = decimalText(segment.amount);
  json["bevestigd"] = segment.confirmed;
  return json;
}

template <class Elements, class Make>
void putList(Json& json, const char* name, const Elements& elements, Make make) {
  if (elements.empty()) return;
  Json& list = json[name] = Json::array();
  for (const auto& element : elements) list.push_back(make(element));
}

/// What identifies an outcome, how it stands and who it binds.
void putIdentity(Json& json, const Outcome& outcome) {
  json["lid"] = outcome.lid;
  json["naam"] = outcome.name;
  json["soort"] = kindName(outcome.kind);
  put(json, "sleutel", outcome.key);
  put(json, "status", outcome.status);
  put(json, "drager", outcome.bearer);
  put(json, "jegens", outcome.counterparty);
}

void putMoney(Json& json, const Outcome& outcome) {
  put(json, "bedrag", outcome.amount);
  put(json, "open", outcome.open);
  if (outcome.charged) json["in_rekening"] = *outcome.charged;
}

void putTimes(Json& json, const Outcome& outcome) {
  put(json, "vanaf", outcome.from);
  put(json, "uiterlijk", outcome.deadline);
  put(json, "uiterlijk_laatst", outcome.latestDeadline);
  put(json, "tot", outcome.to);
  put(json, "sinds", outcome.since);
}

Json jsonOf(const Outcome& outcome) {
  Json json;
  putIdentity(json, outcome);
  putMoney(json, outcome);
  putTimes(json, outcome);
  put(json, "waarde", outcome.value);
  put(json, "reden", outcome.reason);
  if (outcome.kind == OutcomeKind::prohibition && outcome.violations.empty() && outcome.status == "overtreden")
    json["overtredingen"] = Json::array();
  putList(json, "overtredingen", outcome.violations, violationJson);
  putList(json, "segmenten", outcome.segments, segmentJson);
  return json;
}

Json jsonOf(const Question& question) {
  Json json;
  json["id"] = question.id;
  json["vraag"] = question.text;
  json["nodig_voor"] = question.neededFor;
  if (!question.subjects.empty()) json["onderwerpen"] = question.subjects;
  return json;
}

Json jsonOf(const Reason& reason) {
  Json json;
  json["tekst"] = reason.text;
  put(json, "lid", reason.lid);
  put(json, "bron", reason.source);
  putList(json, "omdat", reason.because, [](const Reason& each) { return jsonOf(each); });
  return json;
}

/// The fields of the object in their order; a list is written with an element per line.
class Writer {
 public:
  explicit Writer(bool oneLine) : oneLine_(oneLine) {}

  void field(const std::string& name, const Json& value) { start(name) += dumped(value); }

  void list(const std::string& name, const std::vector<Json>& elements) {
    std::string& out = start(name) += "[";
    for (std::size_t i = 0; i < elements.size(); ++i)
      out += (i == 0 ? "" : ",") + std::string(oneLine_ ? "" : "\n  ") + dumped(elements[i]);
    out += "]";
  }

  std::string done() { return "{" + text_ + "}\n"; }

 private:
  std::string& start(const std::string& name) {
    if (!text_.empty())
      text_ += oneLine_ || name == "peildatum" || name == "document" || name == "overeenkomst" ? "," : ",\n ";
    return text_ += dumped(Json(name)) + ":";
  }

  bool oneLine_;
  std::string text_;
};

void putHeading(Writer& writer, const Evaluation& evaluation, const std::string& contract) {
  writer.field("versie", jsonVersion);
  writer.field("document", evaluation.document);
  if (!contract.empty()) writer.field("overeenkomst", contract);
  writer.field("peildatum", isoText(evaluation.asOf));
}

/// Data is Dutch.
std::vector<Json> dutch(const std::vector<Wording>& wordings) {
  std::vector<Json> texts;
  texts.reserve(wordings.size());
  for (const Wording& wording : wordings) texts.emplace_back(wording.dutch);
  return texts;
}

}  // namespace

std::string outcomesJson(const Evaluation& evaluation, const JsonOptions& options) {
  Writer writer(options.oneLine);
  putHeading(writer, evaluation, options.contract);
  std::vector<Json> outcomes;
  for (const Outcome& outcome : evaluation.outcomes)
    if (options.all || !outcome.dormant) outcomes.push_back(jsonOf(outcome));
  std::vector<Json> questions;
  for (const Question& question : evaluation.questions) questions.push_back(jsonOf(question));
  writer.list("uitkomsten", outcomes);
  writer.list("vragen", questions);
  writer.list("aannamen", dutch(evaluation.assumptions));
  writer.list("waarschuwingen", dutch(evaluation.warnings));
  return writer.done();
}

std::string outcomeJson(const Outcome& outcome) { return dumped(jsonOf(outcome)); }

std::string whyJson(const Evaluation& evaluation, const Outcome& outcome) {
  Writer writer(false);
  putHeading(writer, evaluation, {});
  writer.field("uitkomst", jsonOf(outcome));
  writer.field("waarom", jsonOf(outcome.why));
  return writer.done();
}

}  // namespace beding

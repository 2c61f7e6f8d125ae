#include "explain/json.h"

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>

#include "explain/names.h"

namespace beding {
namespace {

/// Most texts need no care: only those with quotes, control characters or more than ASCII go to the library.
bool isPlain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
}

void appendText(std::string& out, std::string_view text) {
  if (isPlain(text)) {
    ((out += '"') += text) += '"';
  } else {
    out += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }
}

/// The fields of one object in their order, written as they come.
class ObjectText {
 public:
  explicit ObjectText(std::string& out) : out_(out) { out_ += '{'; }

  /// Where the value of the next field goes.
  std::string& name(const char* name) {
    if (!first_) out_ += ',';
    first_ = false;
    ((out_ += '"') += name) += "\":";
    return out_;
  }
  void text(const char* name, std::string_view value) { appendText(this->name(name), value); }
  void truth(const char* name, bool value) { this->name(name) += value ? "true" : "false"; }

  void put(const char* name, std::string_view value) {
    if (!value.empty()) text(name, value);
  }
  void put(const char* name, const std::optional<Moment>& moment) {
    if (moment) text(name, isoText(*moment));
  }
  void put(const char* name, const std::optional<Money>& amount) {
    if (amount) text(name, decimalText(*amount));
  }
  template <class Elements, class Append>
  void list(const char* name, const Elements& elements, Append append) {
    std::string& out = this->name(name) += '[';
    for (auto element = elements.begin(); element != elements.end(); ++element) {
      if (element != elements.begin()) out += ',';
      append(out, *element);
    }
    out += ']';
  }
  template <class Elements, class Append>
  void putList(const char* name, const Elements& elements, Append append) {
    if (!elements.empty()) list(name, elements, append);
  }
  void end() { out_ += '}'; }

 private:
  std::string& out_;
  bool first_ = true;
};

void appendViolation(std::string& out, const Violation& violation) {
  ObjectText json(out);
  json.text("vanaf", isoText(violation.from));
  json.put("tot", violation.to);
  json.put("gebeurtenis", violation.event);
  json.end();
}

void appendSegment(std::string& out, const InterestSegment& segment) {
  ObjectText json(out);
  json.text("vanaf", isoText(segment.from));
  json.text("tot", isoText(segment.to));
  json.text("grondslag", decimalText(segment.base));
  json.text("percentage", percentageText(segment.rate));
  json.name("dagen") += std::to_string(segment.to - segment.from + 1);
  json.text("bedrag", decimalText(segment.amount));
  json.truth("bevestigd", segment.confirmed);
  json.end();
}

/// What identifies an outcome, how it stands and who it binds.
void putIdentity(ObjectText& json, const Outcome& outcome) {
  json.text("lid", outcome.lid);
  json.text("naam", outcome.name);
  json.text("soort", kindName(outcome.kind));
  json.put("sleutel", outcome.key);
  json.put("status", outcome.status);
  json.put("drager", outcome.bearer);
  json.put("jegens", outcome.counterparty);
}

void putMoney(ObjectText& json, const Outcome& outcome) {
  json.put("bedrag", outcome.amount);
  json.put("open", outcome.open);
  if (outcome.charged) json.truth("in_rekening", *outcome.charged);
}

void putTimes(ObjectText& json, const Outcome& outcome) {
  json.put("vanaf", outcome.from);
  json.put("uiterlijk", outcome.deadline);
  json.put("uiterlijk_laatst", outcome.latestDeadline);
  json.put("tot", outcome.to);
  json.put("sinds", outcome.since);
}

void appendOutcome(std::string& out, const Outcome& outcome) {
  ObjectText json(out);
  putIdentity(json, outcome);
  putMoney(json, outcome);
  putTimes(json, outcome);
  json.put("waarde", outcome.value);
  json.put("reden", outcome.reason);
  const bool unnamed = outcome.kind == OutcomeKind::prohibition && outcome.status == "overtreden";
  if (unnamed || !outcome.violations.empty()) json.list("overtredingen", outcome.violations, appendViolation);
  json.putList("segmenten", outcome.segments, appendSegment);
  json.end();
}

void appendQuestion(std::string& out, const Question& question) {
  ObjectText json(out);
  json.text("id", question.id);
  json.text("vraag", question.text);
  json.list("nodig_voor", question.neededFor, appendText);
  json.putList("onderwerpen", question.subjects, appendText);
  json.end();
}

void appendReason(std::string& out, const Reason& reason) {
  ObjectText json(out);
  json.text("tekst", reason.text);
  json.put("lid", reason.lid);
  json.put("bron", reason.source);
  json.putList("omdat", reason.because, appendReason);
  json.end();
}

/// Data is Dutch.
void appendDutch(std::string& out, const Wording& wording) { appendText(out, wording.dutch); }

/// The outermost object: a line of its own for its lists and, unless all stands on one line, for their elements.
class Writer {
 public:
  explicit Writer(bool oneLine) : oneLine_(oneLine) {}

  /// Where the value goes.
  std::string& field(std::string_view name) {
    const bool heading = name == "peildatum" || name == "document" || name == "overeenkomst";
    if (text_.size() > 1) text_ += oneLine_ || heading ? "," : ",\n ";
    return ((text_ += '"') += name) += "\":";
  }
  template <class Element, class Append>
  void list(std::string_view name, const std::vector<Element>& elements, Append append) {
    field(name) += '[';
    bool first = true;
    for (const Element& element : elements) {
      if (!first) text_ += ',';
      first = false;
      if (!oneLine_) text_ += "\n  ";
      append(text_, element);
    }
    text_ += ']';
  }
  std::string done() { return std::move(text_ += "}\n"); }

 private:
  bool oneLine_;
  std::string text_ = "{";
};

void putHeading(Writer& writer, const Evaluation& evaluation, const std::string& contract) {
  writer.field("versie") += std::to_string(jsonVersion);
  appendText(writer.field("document"), evaluation.document);
  if (!contract.empty()) appendText(writer.field("overeenkomst"), contract);
  appendText(writer.field("peildatum"), isoText(evaluation.asOf));
}

std::vector<std::reference_wrapper<const Outcome>> shownOutcomes(const Evaluation& evaluation, bool all) {
  std::vector<std::reference_wrapper<const Outcome>> shown;
  for (const Outcome& outcome : evaluation.outcomes)
    if (all || !outcome.dormant) shown.emplace_back(outcome);
  return shown;
}

}  // namespace

std::string outcomesJson(const Evaluation& evaluation, const JsonOptions& options) {
  Writer writer(options.oneLine);
  putHeading(writer, evaluation, options.contract);
  writer.list("uitkomsten", shownOutcomes(evaluation, options.all), appendOutcome);
  writer.list("vragen", evaluation.questions, appendQuestion);
  writer.list("aannamen", evaluation.assumptions, appendDutch);
  writer.list("waarschuwingen", evaluation.warnings, appendDutch);
  return writer.done();
}

std::string outcomeJson(const Outcome& outcome) {
  std::string text;
  appendOutcome(text, outcome);
  return text;
}

std::string whyJson(const Evaluation& evaluation, const Outcome& outcome) {
  Writer writer(false);
  putHeading(writer, evaluation, {});
  appendOutcome(writer.field("uitkomst"), outcome);
  appendReason(writer.field("waarom"), outcome.why);
  return writer.done();
}

}  // namespace beding

#include "explain/json.h"

#include <algorithm>
#include <array>
#include <functional>
#include <span>

#include "base/text.h"
#include "explain/json_text.h"
#include "explain/names.h"

namespace beding {
namespace {

void appendViolation(JsonText& out, const Violation& violation) {
  ObjectText json(out);
  json.word<"vanaf">(violation.from);
  json.put<"tot">(violation.to);
  json.put<"gebeurtenis">(violation.event);
  json.end();
}

template <class Amount>
void appendSegment(JsonText& out, Date from, Date to, const Amount& base, std::string_view rate, const Amount& amount,
                   bool confirmed) {
  ObjectText json(out);
  json.word<"vanaf">(from);
  json.word<"tot">(to);
  json.word<"grondslag">(base);
  json.word<"percentage">(rate);
  json.number<"dagen">(to - from + 1);
  json.word<"bedrag">(amount);
  json.truth<"bevestigd">(confirmed);
  json.end();
}

void appendInterest(JsonText& out, const InterestSegment& part) {
  appendSegment(out, part.from, part.to, part.base, percentageText(part.rate), part.amount, part.confirmed);
}

// An outcome or a heading: their fields have the same names.

template <class Heading>
void putSentence(ObjectText& json, const Heading& heading) {
  json.text<"lid">(heading.lid);
  json.text<"naam">(heading.name);
  json.word<"soort">(kindName(heading.kind));
}

template <class Heading>
void putParties(ObjectText& json, const Heading& heading) {
  json.put<"drager">(heading.bearer);
  json.put<"jegens">(heading.counterparty);
}

template <class AnyOutcome>
void putMoney(ObjectText& json, const AnyOutcome& outcome) {
  json.put<"bedrag">(outcome.amount);
  json.put<"open">(outcome.open);
}

/// Its first and last day, with what else is said of its end.
template <class AnyOutcome, class Between>
void putTimes(ObjectText& json, const AnyOutcome& outcome, Between between) {
  json.put<"vanaf">(outcome.from);
  json.put<"uiterlijk">(outcome.deadline);
  between();
  json.put<"tot">(outcome.to);
  json.put<"sinds">(outcome.since);
}

void appendOutcome(JsonText& out, const Outcome& outcome) {
  ObjectText json(out);
  putSentence(json, outcome);
  json.put<"sleutel">(outcome.key);
  json.put<"status">(outcome.status);
  putParties(json, outcome);
  putMoney(json, outcome);
  if (outcome.charged) json.truth<"in_rekening">(*outcome.charged);
  putTimes(json, outcome, [&] { json.put<"uiterlijk_laatst">(outcome.latestDeadline); });
  json.put<"waarde">(outcome.value);
  json.put<"reden">(outcome.reason);
  const bool unnamed = outcome.kind == OutcomeKind::prohibition && outcome.status == "overtreden";
  if (unnamed || !outcome.violations.empty()) json.list<"overtredingen">(outcome.violations, appendViolation);
  json.putList<"segmenten">(outcome.segments, appendInterest);
  json.end();
}

void appendQuestion(JsonText& out, const Question& question) {
  ObjectText json(out);
  json.text<"id">(question.id);
  json.text<"vraag">(question.text);
  json.list<"nodig_voor">(question.neededFor, appendText);
  json.putList<"onderwerpen">(question.subjects, appendText);
  json.end();
}

void appendReason(JsonText& out, const Reason& reason) {
  ObjectText json(out);
  json.text<"tekst">(reason.text);
  json.put<"lid">(reason.lid);
  json.put<"bron">(reason.source);
  json.putList<"omdat">(reason.because, appendReason);
  json.end();
}

/// Data is Dutch.
void appendDutch(JsonText& out, const Wording& wording) { appendText(out, wording.dutch); }

constexpr std::size_t usualOutcome = 400;  // bytes

/// The outermost object: a line of its own for its lists and, unless all stands on one line, for their elements.
class Writer {
 public:
  Writer(JsonText& out, bool oneLine) : out_(out), oneLine_(oneLine) { out_ += '{'; }

  /// Where the value goes.
  JsonText& field(std::string_view name) {
    const bool heading = name == "peildatum" || name == "document" || name == "overeenkomst";
    if (!first_) out_ += oneLine_ || heading ? "," : ",\n ";
    first_ = false;
    return ((out_ += '"') += name) += "\":";
  }
  template <class Elements, class Append>
  void list(std::string_view name, const Elements& elements, Append append) {
    field(name) += '[';
    bool first = true;
    for (const auto& element : elements) {
      if (!first) out_ += ',';
      first = false;
      if (!oneLine_) out_ += "\n  ";
      append(out_, element);
    }
    out_ += ']';
  }
  void end() { out_ += "}\n"; }

 private:
  JsonText& out_;
  bool oneLine_;
  bool first_ = true;
};

void putHeading(Writer& writer, std::string_view document, Date asOf, std::string_view contract) {
  writer.field("versie") += std::to_string(jsonVersion);
  appendText(writer.field("document"), document);
  if (!contract.empty()) appendText(writer.field("overeenkomst"), contract);
  appendText(writer.field("peildatum"), isoText(asOf));
}

std::vector<std::reference_wrapper<const Outcome>> shownOutcomes(const Evaluation& evaluation, bool all) {
  std::vector<std::reference_wrapper<const Outcome>> shown;
  shown.reserve(evaluation.outcomes.size());
  for (const Outcome& outcome : evaluation.outcomes)
    if (all || !outcome.dormant) shown.emplace_back(outcome);
  return shown;
}

}  // namespace

std::string outcomesJson(const Evaluation& evaluation, const JsonOptions& options) {
  const auto shown = shownOutcomes(evaluation, options.all);
  JsonText text(usualOutcome * shown.size() + usualOutcome);
  Writer writer(text, options.oneLine);
  putHeading(writer, evaluation.document, evaluation.asOf, options.contract);
  writer.list("uitkomsten", shown, appendOutcome);
  writer.list("vragen", evaluation.questions, appendQuestion);
  writer.list("aannamen", evaluation.assumptions, appendDutch);
  writer.list("waarschuwingen", evaluation.warnings, appendDutch);
  writer.end();
  return std::string(text.text());
}

namespace {

/// What a function writes of an object, without its braces.
template <class Put>
std::string fieldsOf(Put put) {
  JsonText text;
  ObjectText json(text);
  put(json);
  return std::string(text.text());
}

}  // namespace

PlainJson::PlainJson(const PlainDocument& document) : document_(document), rates_(percentageTexts(document)) {
  for (const PlainHeading& heading : document.headings)
    headings_.push_back({fieldsOf([&](ObjectText& json) { putSentence(json, heading); }),
                         fieldsOf([&](ObjectText& json) { putParties(json, heading); })});
}

void PlainJson::append(JsonText& out, const PlainEvaluation& evaluation, const PlainOutcome& outcome) const {
  const Heading& heading = headings_[outcome.heading];
  ObjectText json(out);
  json.fields(heading.sentence);
  if (!evaluation.asWritten)
    json.put<"sleutel">(outcome.key);
  else if (!outcome.key.empty())
    json.word<"sleutel">(outcome.key);
  if (!outcome.status.empty()) json.word<"status">(outcome.status);
  json.fields(heading.parties);
  putMoney(json, outcome);
  putTimes(json, outcome, [] {});
  json.put<"waarde">(document_.headings[outcome.heading].value);
  json.put<"reden">(outcome.reason);
  const std::span segments(evaluation.segments.data() + outcome.firstSegment, outcome.segments);
  json.putList<"segmenten">(segments, [&](JsonText& text, const PlainSegment& part) {
    appendSegment(text, part.from, part.to, part.base, rates_[part.table][part.row], part.amount, true);
  });
  json.end();
}

void PlainJson::append(JsonText& out, const PlainEvaluation& evaluation, std::string_view contract) const {
  Writer writer(out, true);
  putHeading(writer, document_.name, evaluation.asOf, contract);
  writer.list("uitkomsten", evaluation.outcomes,
              [&](JsonText& text, const PlainOutcome& outcome) { append(text, evaluation, outcome); });
  const std::array<std::string_view, 1> assumed{assumedInForce.dutch};
  writer.list("vragen", std::span<const std::string_view>(), appendText);
  writer.list("aannamen", std::span(assumed.data(), evaluation.assumedInForce ? 1 : 0), appendText);
  writer.list("waarschuwingen", std::span<const std::string_view>(), appendText);
  writer.end();
}

std::string outcomeJson(const Outcome& outcome) {
  JsonText text;
  appendOutcome(text, outcome);
  return std::string(text.text());
}

std::string whyJson(const Evaluation& evaluation, const Outcome& outcome) {
  JsonText text;
  Writer writer(text, false);
  putHeading(writer, evaluation.document, evaluation.asOf, {});
  appendOutcome(writer.field("uitkomst"), outcome);
  appendReason(writer.field("waarom"), outcome.why);
  writer.end();
  return std::string(text.text());
}

}  // namespace beding

#include "explain/json.h"

#include <algorithm>
#include <array>
#include <functional>
#include <nlohmann/json.hpp>

#include "base/bytes.h"
#include "base/text.h"
#include "explain/names.h"

namespace beding {
namespace {

/// Most texts need no care; those with quotes, control characters or what is no UTF-8 go to the library.
bool isPlain(std::string_view text) {
  const BytesSeen seen = lookThrough<'"', '\\'>(text);
  return !seen.special && (!seen.beyondAscii || isUtf8(text));
}

void appendText(std::string& out, std::string_view text) {
  if (isPlain(text)) {
    ((out += '"') += text) += '"';
  } else {
    out += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }
}

/// The name of a field as it is written: `,"naam":`.
template <std::size_t Size>
struct FieldName {
  consteval FieldName(const char (&name)[Size]) {  // NOLINT(google-explicit-constructor): it is written as its name
    std::copy_n(name, Size - 1, written.begin() + 2);
  }
  [[nodiscard]] constexpr std::string_view text() const { return {written.data(), written.size()}; }

  std::array<char, Size + 3> written = [] {
    std::array<char, Size + 3> around{};
    around.front() = ',';
    around[1] = '"';
    around[Size + 1] = '"';
    around[Size + 2] = ':';
    return around;
  }();
};

/// The fields of one object in their order, written as they come.
class ObjectText {
 public:
  explicit ObjectText(std::string& out) : out_(out), begin_(out.size()) {}

  /// Where the value of the next field goes.
  template <FieldName Name>
  std::string& name() {
    static constexpr std::string_view written = Name.text();
    return out_ += written;
  }
  template <FieldName Name>
  void text(std::string_view value) {
    appendText(name<Name>(), value);
  }
  /// A day, an amount, a word of the interface: needs no look.
  template <FieldName Name>
  void word(std::string_view value) {
    ((name<Name>() += '"') += value) += '"';
  }
  template <FieldName Name>
  void truth(bool value) {
    name<Name>() += value ? "true" : "false";
  }

  template <FieldName Name>
  void put(std::string_view value) {
    if (!value.empty()) text<Name>(value);
  }
  template <FieldName Name>
  void put(const std::optional<Moment>& moment) {
    if (moment) word<Name>(isoText(*moment));
  }
  template <FieldName Name>
  void put(const std::optional<Money>& amount) {
    if (amount) word<Name>(decimalText(*amount));
  }
  template <FieldName Name, class Elements, class Append>
  void list(const Elements& elements, Append append) {
    name<Name>() += '[';
    for (auto element = elements.begin(); element != elements.end(); ++element) {
      if (element != elements.begin()) out_ += ',';
      append(out_, *element);
    }
    out_ += ']';
  }
  template <FieldName Name, class Elements, class Append>
  void putList(const Elements& elements, Append append) {
    if (!elements.empty()) list<Name>(elements, append);
  }
  /// Every object has a field, and the comma before the first gives way to the brace.
  void end() {
    out_[begin_] = '{';
    out_ += '}';
  }

 private:
  std::string& out_;
  std::size_t begin_;
};

void appendViolation(std::string& out, const Violation& violation) {
  ObjectText json(out);
  json.word<"vanaf">(isoText(violation.from));
  json.put<"tot">(violation.to);
  json.put<"gebeurtenis">(violation.event);
  json.end();
}

void appendSegment(std::string& out, const InterestSegment& segment) {
  ObjectText json(out);
  json.word<"vanaf">(isoText(segment.from));
  json.word<"tot">(isoText(segment.to));
  json.word<"grondslag">(decimalText(segment.base));
  json.word<"percentage">(percentageText(segment.rate));
  json.name<"dagen">() += std::to_string(segment.to - segment.from + 1);
  json.word<"bedrag">(decimalText(segment.amount));
  json.truth<"bevestigd">(segment.confirmed);
  json.end();
}

/// What identifies an outcome, how it stands and who it binds.
void putIdentity(ObjectText& json, const Outcome& outcome) {
  json.text<"lid">(outcome.lid);
  json.text<"naam">(outcome.name);
  json.word<"soort">(kindName(outcome.kind));
  json.put<"sleutel">(outcome.key);
  json.put<"status">(outcome.status);
  json.put<"drager">(outcome.bearer);
  json.put<"jegens">(outcome.counterparty);
}

void putMoney(ObjectText& json, const Outcome& outcome) {
  json.put<"bedrag">(outcome.amount);
  json.put<"open">(outcome.open);
  if (outcome.charged) json.truth<"in_rekening">(*outcome.charged);
}

void putTimes(ObjectText& json, const Outcome& outcome) {
  json.put<"vanaf">(outcome.from);
  json.put<"uiterlijk">(outcome.deadline);
  json.put<"uiterlijk_laatst">(outcome.latestDeadline);
  json.put<"tot">(outcome.to);
  json.put<"sinds">(outcome.since);
}

void appendOutcome(std::string& out, const Outcome& outcome) {
  ObjectText json(out);
  putIdentity(json, outcome);
  putMoney(json, outcome);
  putTimes(json, outcome);
  json.put<"waarde">(outcome.value);
  json.put<"reden">(outcome.reason);
  const bool unnamed = outcome.kind == OutcomeKind::prohibition && outcome.status == "overtreden";
  if (unnamed || !outcome.violations.empty()) json.list<"overtredingen">(outcome.violations, appendViolation);
  json.putList<"segmenten">(outcome.segments, appendSegment);
  json.end();
}

void appendQuestion(std::string& out, const Question& question) {
  ObjectText json(out);
  json.text<"id">(question.id);
  json.text<"vraag">(question.text);
  json.list<"nodig_voor">(question.neededFor, appendText);
  json.putList<"onderwerpen">(question.subjects, appendText);
  json.end();
}

void appendReason(std::string& out, const Reason& reason) {
  ObjectText json(out);
  json.text<"tekst">(reason.text);
  json.put<"lid">(reason.lid);
  json.put<"bron">(reason.source);
  json.putList<"omdat">(reason.because, appendReason);
  json.end();
}

/// Data is Dutch.
void appendDutch(std::string& out, const Wording& wording) { appendText(out, wording.dutch); }

/// The outermost object: a line of its own for its lists and, unless all stands on one line, for their elements.
class Writer {
 public:
  /// `outcomes`: about how many there will be.
  explicit Writer(bool oneLine, std::size_t outcomes = 1) : oneLine_(oneLine) {
    constexpr std::size_t usualOutcome = 400, around = 200;  // bytes
    text_.reserve(usualOutcome * outcomes + around);
  }

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
  shown.reserve(evaluation.outcomes.size());
  for (const Outcome& outcome : evaluation.outcomes)
    if (all || !outcome.dormant) shown.emplace_back(outcome);
  return shown;
}

}  // namespace

std::string outcomesJson(const Evaluation& evaluation, const JsonOptions& options) {
  const auto shown = shownOutcomes(evaluation, options.all);
  Writer writer(options.oneLine, shown.size());
  putHeading(writer, evaluation, options.contract);
  writer.list("uitkomsten", shown, appendOutcome);
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

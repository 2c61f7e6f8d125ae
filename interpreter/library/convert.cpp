#include "library/convert.h"

#include <nlohmann/json.hpp>

#include "explain/names.h"
#include "library/guard.h"

namespace beding::v1 {
namespace {

using Json = nlohmann::ordered_json;

// ------------------------------------------------------------------------------------------------------- outcomes

Moment momentOf(const beding::Moment& moment) {
  return {dateOf(moment.day), moment.instant ? std::optional(moment.instant->seconds) : std::nullopt};
}

// Of what an outcome may have, most outcomes have little.

/// Takes a text over.
void put(std::string& to, std::string& from) {
  if (!from.empty()) to = std::move(from);
}
void put(std::optional<Moment>& to, const std::optional<beding::Moment>& from) {
  if (from) to = momentOf(*from);
}
void put(std::optional<Moment>& to, const std::optional<beding::Date>& from) {
  if (from) to = Moment{dateOf(*from), {}};
}
void put(std::optional<Cents>& to, const std::optional<beding::Cents>& from) {
  if (from) to = Cents{from->count};
}

/// Counts cents, and remembers whether all of them fitted.
class Counter {
 public:
  Cents operator()(const Money& money) {
    const auto cents = (roundedToCents(money).euros * Number(100)).whole();
    fits = fits && cents.has_value();
    return {cents.value_or(0)};
  }
  void put(std::optional<Cents>& to, const std::optional<Money>& money) {
    if (money) to = (*this)(*money);
  }
  [[nodiscard]] Error error() const {
    return wrong(Code::wrongUsage,
                 Phrasing("een bedrag is te groot voor een getal van 64 bits; lees de uitkomsten als JSON",
                          "an amount is too large for a number of 64 bits; read the outcomes as JSON"));
  }

  bool fits = true;
};

void putTimes(Outcome& outcome, const beding::Outcome& from) {
  put(outcome.from, from.from);
  put(outcome.due, from.deadline);
  put(outcome.latestDue, from.latestDeadline);
  put(outcome.to, from.to);
  put(outcome.since, from.since);
}

void putParts(Outcome& outcome, beding::Outcome& from, Counter& cents) {
  for (beding::Violation& each : from.violations) {
    Violation& violation = outcome.violations.emplace_back();
    violation.from = momentOf(each.from);
    put(violation.to, each.to);
    violation.event = std::move(each.event);
  }
  for (const InterestSegment& each : from.segments)
    outcome.segments.push_back({dateOf(each.from), dateOf(each.to), cents(each.base), percentageText(each.rate),
                                cents(each.amount), each.confirmed});
}

/// Takes its texts over.
void fill(Outcome& outcome, beding::Outcome& from, Counter& cents) {
  put(outcome.lid, from.lid);
  put(outcome.norm, from.name);
  outcome.kind = static_cast<Kind>(from.kind);
  put(outcome.key, from.key);
  put(outcome.status, from.status);
  put(outcome.bearer, from.bearer);
  put(outcome.counterparty, from.counterparty);
  putTimes(outcome, from);
  cents.put(outcome.amount, from.amount);
  cents.put(outcome.open, from.open);
  outcome.charged = from.charged;
  put(outcome.value, from.value);
  put(outcome.reason, from.reason);
  putParts(outcome, from, cents);
  outcome.dormant = from.dormant;
}

void fill(Outcome& outcome, const PlainHeading& heading) {
  outcome.lid = heading.lid;
  outcome.norm = heading.name;
  outcome.kind = static_cast<Kind>(heading.kind);
  outcome.bearer = heading.bearer;
  outcome.counterparty = heading.counterparty;
  outcome.value = heading.value;
}

void fill(Outcome& outcome, const PlainOutcome& from) {
  outcome.key = from.key;
  outcome.status = from.status;
  outcome.reason = from.reason;
  put(outcome.from, from.from);
  put(outcome.due, from.deadline);
  put(outcome.to, from.to);
  put(outcome.since, from.since);
  put(outcome.amount, from.amount);
  put(outcome.open, from.open);
}

Reason reasonOf(const beding::Reason& from) {
  Reason reason{from.text, from.lid, from.source, {}};
  for (const beding::Reason& each : from.because) reason.because.push_back(reasonOf(each));
  return reason;
}

std::vector<Text> textsOf(const std::vector<Wording>& wordings) {
  std::vector<Text> texts;
  texts.reserve(wordings.size());
  for (const Wording& wording : wordings) texts.push_back(textOf(wording));
  return texts;
}

// --------------------------------------------------------------------------------------------------------- events

using Scalars = std::vector<Scalar>;

struct ScalarsOf {
  Scalars operator()(const std::string& text) const { return {{ScalarKind::text, text}}; }
  Scalars operator()(std::int64_t number) const { return {{ScalarKind::integer, std::to_string(number)}}; }
  Scalars operator()(bool truth) const { return {{ScalarKind::truth, truth ? "true" : "false"}}; }
  Scalars operator()(Cents cents) const {
    return {{ScalarKind::text, decimalText(Money{Number(cents.count) / Number(100)})}};
  }
  Scalars operator()(const std::vector<std::string>& texts) const {
    Scalars scalars;
    for (const std::string& text : texts) scalars.push_back({ScalarKind::text, text});
    return scalars;
  }
};

std::string jsonOf(const Scalar& scalar) {
  return scalar.kind == ScalarKind::text ? Json(scalar.text).dump() : scalar.text;
}

std::string jsonOf(const beding::Field& field) {
  if (!field.isList) return jsonOf(field.values.front());
  std::string list;
  for (const Scalar& each : field.values) list += (list.empty() ? "" : ",") + jsonOf(each);
  return "[" + list + "]";
}

}  // namespace

Result<Outcomes> outcomesOf(beding::Evaluation evaluation, bool all) {
  Counter cents;
  Outcomes result{std::move(evaluation.document), dateOf(evaluation.asOf), {}, {}, {}, {}};
  result.outcomes.reserve(evaluation.outcomes.size());
  for (beding::Outcome& each : evaluation.outcomes)
    if (all || !each.dormant) fill(result.outcomes.emplace_back(), each, cents);
  for (beding::Question& each : evaluation.questions)
    result.questions.push_back(
        {std::move(each.id), std::move(each.text), std::move(each.neededFor), std::move(each.subjects)});
  result.assumptions = textsOf(evaluation.assumptions);
  result.warnings = textsOf(evaluation.warnings);
  if (!cents.fits) return cents.error();
  return result;
}

Outcomes outcomesOf(const PlainDocument& document, const std::vector<std::vector<std::string>>& rates,
                    const PlainEvaluation& evaluation) {
  Outcomes result{document.name, dateOf(evaluation.asOf), {}, {}, {}, {}};
  if (evaluation.assumedInForce) result.assumptions.push_back(textOf(assumedInForce));
  result.outcomes.reserve(evaluation.outcomes.size());
  for (const PlainOutcome& from : evaluation.outcomes) {
    Outcome& outcome = result.outcomes.emplace_back();
    fill(outcome, document.headings[from.heading]);
    fill(outcome, from);
    outcome.segments.reserve(from.segments);
    for (std::uint32_t i = from.firstSegment; i < from.firstSegment + from.segments; ++i) {
      const PlainSegment& part = evaluation.segments[i];
      outcome.segments.push_back({dateOf(part.from),
                                  dateOf(part.to),
                                  {part.base.count},
                                  rates[part.table][part.row],
                                  {part.amount.count},
                                  true});
    }
  }
  return result;
}

Result<Explanation> explanationOf(beding::Outcome outcome) {
  Counter cents;
  Explanation result{{}, reasonOf(outcome.why)};
  fill(result.outcome, outcome, cents);
  if (!cents.fits) return cents.error();
  return result;
}

std::optional<beding::Date> dayOf(Date date) {
  if (date.month < 1 || date.day < 1) return std::nullopt;
  return beding::dateOf({date.year, static_cast<unsigned>(date.month), static_cast<unsigned>(date.day)});
}

Date dateOf(beding::Date day) {
  const YearMonthDay parts = civil(day);
  return {parts.year, static_cast<int>(parts.month), static_cast<int>(parts.day)};
}

Record recordOf(const Event& event, std::uint32_t number) {
  Record record{number, {}};
  if (!event.on.empty()) record.fields.push_back({"op", {{ScalarKind::text, event.on}}, false});
  if (!event.name.empty()) record.fields.push_back({"gebeurtenis", {{ScalarKind::text, event.name}}, false});
  for (const Field& field : event.fields) {
    const bool isList = std::holds_alternative<std::vector<std::string>>(field.value);
    Scalars scalars = std::visit(ScalarsOf(), field.value);
    if (!scalars.empty()) record.fields.push_back({field.name, std::move(scalars), isList});
  }
  return record;
}

std::string jsonLine(const Record& record) {
  std::string line;
  for (const beding::Field& field : record.fields)
    line += (line.empty() ? "" : ",") + Json(field.name).dump() + ":" + jsonOf(field);
  return "{" + line + "}";
}

std::string isoText(const Moment& moment) {
  if (moment.second) return beding::isoText(beding::momentOf(Instant{*moment.second}));
  const auto day = dayOf(moment.date);
  return day ? beding::isoText(*day) : std::string();
}

std::string_view kindName(Kind kind) { return beding::kindName(static_cast<OutcomeKind>(kind)); }

}  // namespace beding::v1

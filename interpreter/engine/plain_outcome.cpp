#include "engine/plain_outcome.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

#include "base/text.h"

namespace beding {

std::string decimalText(Cents amount) {
  std::array<char, centsRoom> digits{};
  return {digits.data(), writeCents(digits.data(), amount.count)};
}

Money moneyOf(Cents amount) { return Money{Number::ratio(amount.count, 100)}; }

std::vector<std::uint32_t> sort(std::vector<PlainHeading>& headings) {
  const auto before = [&](std::uint32_t first, std::uint32_t second) {
    const PlainHeading &a = headings[first], &b = headings[second];
    return std::tie(a.place, a.bearer, a.kind, a.counterparty) < std::tie(b.place, b.bearer, b.kind, b.counterparty);
  };
  std::vector<std::uint32_t> order(headings.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), before);
  std::vector<PlainHeading> sorted;
  sorted.reserve(headings.size());
  std::vector<std::uint32_t> now(headings.size());
  for (const std::uint32_t was : order) {
    now[was] = static_cast<std::uint32_t>(sorted.size());
    sorted.push_back(std::move(headings[was]));
  }
  headings = std::move(sorted);
  return now;
}

void sort(const PlainDocument& document, std::vector<PlainOutcome>& outcomes) {
  const auto before = [&](const PlainOutcome& a, const PlainOutcome& b) {
    const std::uint32_t first = document.headings[a.heading].place, second = document.headings[b.heading].place;
    if (first != second) return first < second;
    const int order = a.key == b.key ? 0 : compareNumbered(a.key, b.key);
    return order != 0 ? order < 0 : a.heading < b.heading;
  };
  if (!std::is_sorted(outcomes.begin(), outcomes.end(), before))
    std::stable_sort(outcomes.begin(), outcomes.end(), before);
}

namespace {

std::optional<Moment> momentOf(const std::optional<Date>& day) {
  return day ? std::optional(momentOf(*day)) : std::nullopt;
}
std::optional<Money> moneyOf(const std::optional<Cents>& amount) {
  return amount ? std::optional(moneyOf(*amount)) : std::nullopt;
}

Outcome begun(const PlainHeading& heading) {
  Outcome outcome;
  outcome.lid = heading.lid;
  outcome.name = heading.name;
  outcome.kind = heading.kind;
  outcome.bearer = heading.bearer;
  outcome.counterparty = heading.counterparty;
  outcome.value = heading.value;
  return outcome;
}

Outcome outcomeOf(const PlainDocument& document, const PlainEvaluation& plain, const PlainOutcome& from) {
  Outcome outcome = begun(document.headings[from.heading]);
  outcome.key = from.key;
  outcome.status = from.status;
  outcome.reason = from.reason;
  outcome.from = momentOf(from.from);
  outcome.deadline = momentOf(from.deadline);
  outcome.to = momentOf(from.to);
  outcome.since = momentOf(from.since);
  outcome.amount = moneyOf(from.amount);
  outcome.open = moneyOf(from.open);
  for (std::uint32_t i = from.firstSegment; i < from.firstSegment + from.segments; ++i) {
    const PlainSegment& part = plain.segments[i];
    outcome.segments.push_back(
        {part.from, part.to, moneyOf(part.base), document.rates[part.table][part.row], moneyOf(part.amount), true});
  }
  return outcome;
}

}  // namespace

Evaluation evaluationOf(const PlainDocument& document, const PlainEvaluation& plain) {
  Evaluation evaluation;
  evaluation.document = document.name;
  evaluation.asOf = plain.asOf;
  if (plain.assumedInForce) evaluation.assumptions.emplace_back(assumedInForce);
  evaluation.outcomes.reserve(plain.outcomes.size());
  for (const PlainOutcome& outcome : plain.outcomes) evaluation.outcomes.push_back(outcomeOf(document, plain, outcome));
  return evaluation;
}

}  // namespace beding

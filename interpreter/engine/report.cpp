#include "engine/report.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "engine/amounts.h"

namespace beding::engine {

bool before(const Outcome& a, const Outcome& b) {
  const auto compared = [](const std::string& x, const std::string& y) { return x == y ? 0 : compareNumbered(x, y); };
  if (const int order = compared(a.lid, b.lid); order != 0) return order < 0;
  if (const int order = a.name.compare(b.name); order != 0) return order < 0;
  if (const int order = compared(a.key, b.key); order != 0) return order < 0;
  return std::tie(a.bearer, a.kind, a.counterparty) < std::tie(b.bearer, b.kind, b.counterparty);
}

std::optional<Moment> onDay(const std::optional<Moment>& moment) {
  return moment ? std::optional(beding::momentOf(moment->day)) : std::nullopt;
}

std::string textOf(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* money = std::get_if<Money>(&value)) return decimalText(*money);
  if (const auto* number = std::get_if<Number>(&value)) return number->text();
  if (const auto* moment = std::get_if<Moment>(&value)) return isoText(*moment);
  if (const auto* duration = std::get_if<Duration>(&value)) return dutchText(*duration);
  if (const auto* truth = std::get_if<Truth>(&value))
    return *truth == Truth::yes ? "ja" : *truth == Truth::no ? "nee" : "onbekend";
  std::string joined;
  if (const auto* list = std::get_if<std::vector<std::string>>(&value)) {
    for (const std::string& item : *list) joined += (joined.empty() ? "" : ", ") + item;
  }
  return joined;
}

Outcome Reporter::begin(const graph::Provenance& where, const std::string& name, OutcomeKind kind) const {
  Outcome outcome;
  outcome.lid = lidOf(world, where);
  outcome.name = name;
  outcome.kind = kind;
  return outcome;
}

void Reporter::parties(Outcome& outcome, graph::Party bearer, graph::Party counterparty) const {
  outcome.bearer = partyName(bearer);
  outcome.counterparty = partyName(counterparty);
}

void Reporter::need(std::uint32_t index, const Outcome& outcome) {
  const AskedQuestion& asked = world.questions[index];
  Question& question = questions_[asked.id];
  question.id = asked.id;
  question.text = asked.text;
  const auto addOnce = [](std::vector<std::string>& list, const std::string& text) {
    if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
  };
  addOnce(question.neededFor, outcome.lid + (outcome.name.empty() ? "" : " " + outcome.name));
  addOnce(question.subjects, asked.subject);
}

void Reporter::add(Outcome&& outcome, const QuestionSet& questions, const QuestionSet& assumed) {
  for (const std::uint32_t question : questions) need(question, outcome);
  for (const std::uint32_t question : assumed) {
    need(question, outcome);
    if (!world.questions[question].assumption.empty()) world.assumptions.insert(world.questions[question].assumption);
  }
  result_.outcomes.push_back(std::move(outcome));
}

void sort(std::vector<Outcome>& outcomes) {
  if (std::is_sorted(outcomes.begin(), outcomes.end(), before)) return;
  std::vector<Outcome*> order;
  order.reserve(outcomes.size());
  for (Outcome& outcome : outcomes) order.push_back(&outcome);
  std::stable_sort(order.begin(), order.end(), [](const Outcome* a, const Outcome* b) { return before(*a, *b); });
  std::vector<Outcome> sorted;
  sorted.reserve(outcomes.size());
  for (Outcome* outcome : order) sorted.push_back(std::move(*outcome));
  outcomes = std::move(sorted);
}

Evaluation Reporter::finish() {
  result_.document = world.graph.document;
  result_.asOf = world.asOf;
  sort(result_.outcomes);
  for (auto& [id, question] : questions_) {
    std::sort(question.subjects.begin(), question.subjects.end());
    std::stable_sort(question.neededFor.begin(), question.neededFor.end(),
                     [](const std::string& a, const std::string& b) { return compareNumbered(a, b) < 0; });
    result_.questions.push_back(std::move(question));
  }
  result_.assumptions.assign(world.assumptions.begin(), world.assumptions.end());
  result_.warnings.assign(world.warnings.begin(), world.warnings.end());
  std::stable_sort(result_.warnings.begin(), result_.warnings.end(), [](const Wording& a, const Wording& b) {
    return compareNumbered(a.dutch, b.dutch) < 0;  // by line
  });
  return std::move(result_);
}

Evaluation report(World& world) {
  world.now = world.end;
  world.arrival = nullptr;
  growDailySums(world);
  Reporter reporter(world);
  reportNorms(reporter);
  reportExercises(reporter);
  reportStates(reporter);
  reportRights(reporter);
  reportAmounts(reporter);
  reportLimits(reporter);
  reportValues(reporter);
  return reporter.finish();
}

}  // namespace beding::engine

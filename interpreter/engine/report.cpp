#include "engine/report.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "engine/amounts.h"

namespace beding::engine {

namespace {

int compared(const std::string& a, const std::string& b) { return a == b ? 0 : compareNumbered(a, b); }

/// Of two outcomes of one lid and name.
bool before(const Outcome& a, const Outcome& b) {
  if (const int order = compared(a.key, b.key); order != 0) return order < 0;
  return std::tie(a.bearer, a.kind, a.counterparty) < std::tie(b.bearer, b.kind, b.counterparty);
}

using OutcomePlace = std::vector<Outcome>::iterator;

/// Each is moved once at most, as an outcome is large.
void sort(OutcomePlace first, OutcomePlace last) {
  if (std::is_sorted(first, last, before)) return;
  std::vector<Outcome*> order;
  for (OutcomePlace each = first; each != last; ++each) order.push_back(&*each);
  std::stable_sort(order.begin(), order.end(), [](const Outcome* a, const Outcome* b) { return before(*a, *b); });
  std::vector<Outcome> sorted;
  sorted.reserve(order.size());
  for (Outcome* outcome : order) sorted.push_back(std::move(*outcome));
  std::move(sorted.begin(), sorted.end(), first);
}

}  // namespace

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

namespace {

template <class Record>
std::size_t countOf(const std::vector<std::vector<Record>>& records) {
  std::size_t count = 0;
  for (const auto& ofOne : records) count += ofOne.size();
  return count;
}

}  // namespace

/// Room for as many as there usually are: to move them as more come would cost more than making them.
Reporter::Reporter(World& theWorld) : world(theWorld) {
  result_.outcomes.reserve(countOf(world.norms) + world.exercises.size() + countOf(world.states) +
                           countOf(world.rights) + 2 * countOf(world.amounts) + world.graph.properties.size() +
                           world.graph.parameters.size());
}

void Reporter::enter(const Heading& heading) {
  if (heading_ != nullptr && heading_->place != heading.place) sortPlace();
  heading_ = &heading;
}

void Reporter::sortPlace() {
  sort(result_.outcomes.begin() + place_, result_.outcomes.end());
  place_ = std::ssize(result_.outcomes);
}

Outcome& Reporter::begin(OutcomeKind kind) {
  Outcome& outcome = result_.outcomes.emplace_back();
  outcome.lid = heading_->lid;
  outcome.name = heading_->name;
  outcome.kind = kind;
  return outcome;
}

void Reporter::parties(Outcome& outcome, graph::Party bearer, graph::Party counterparty) {
  outcome.bearer = partyName(bearer);
  outcome.counterparty = partyName(counterparty);
}

void Reporter::need(std::uint32_t index) {
  const AskedQuestion& asked = world.questions[index];
  Question& question = questions_[asked.id];
  question.id = asked.id;
  question.text = asked.text;
  const auto addOnce = [](std::vector<std::string>& list, const std::string& text) {
    if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
  };
  addOnce(question.neededFor, heading_->lid + (heading_->name.empty() ? "" : " " + heading_->name));
  addOnce(question.subjects, asked.subject);
}

void Reporter::need(const QuestionSet& questions, const QuestionSet& assumed) {
  for (const std::uint32_t question : questions) need(question);
  for (const std::uint32_t question : assumed) {
    need(question);
    if (!world.questions[question].assumption.empty()) world.assumptions.insert(world.questions[question].assumption);
  }
}

Evaluation Reporter::finish() {
  result_.document = world.graph.document;
  result_.asOf = world.asOf;
  sortPlace();
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

namespace {

void reportSentence(Reporter& reporter, const Heading& heading) {
  using graph::NodeKind;
  const std::uint32_t index = heading.node.index;
  reporter.enter(heading);
  switch (heading.node.kind) {
    case NodeKind::norm:
      return reportNorm(reporter, graph::NormId{index});
    case NodeKind::state:
      return reportState(reporter, graph::StateId{index});
    case NodeKind::right:
      return reportRight(reporter, graph::RightId{index});
    case NodeKind::amount:
      return reportAmount(reporter, graph::AmountId{index});
    case NodeKind::limit:
      return reportLimit(reporter, graph::LimitId{index});
    case NodeKind::property:
      return reportProperty(reporter, reporter.world.graph.properties[index]);
    case NodeKind::parameter:
      return reportParameter(reporter, graph::ParameterId{index});
    case NodeKind::quantity:
      return reportQuantity(reporter, graph::QuantityId{index});
    default:
      return;
  }
}

}  // namespace

Evaluation report(World& world) {
  world.now = world.end;
  world.arrival = nullptr;
  growDailySums(world);
  Reporter reporter(world);
  for (const Heading& heading : world.plan.headings) reportSentence(reporter, heading);
  return reporter.finish();
}

}  // namespace beding::engine

// From facts to outcomes, as the interface has them (docs/taal.md 17).
#include <algorithm>

#include "base/text.h"
#include "oracle/reference_page.h"

namespace beding::oracle {

std::optional<Moment> onDay(const std::optional<Moment>& moment) {
  return moment ? std::optional(momentOf(moment->day)) : std::nullopt;
}

std::string textOf(const Value& value) {
  if (const auto* money = std::get_if<Money>(&value)) return decimalText(*money);
  if (const auto* number = std::get_if<Number>(&value)) return number->text();
  if (const auto* moment = std::get_if<Moment>(&value)) return isoText(*moment);
  if (const auto* duration = std::get_if<Duration>(&value)) return dutchText(*duration);
  if (const auto* truth = std::get_if<Truth>(&value))
    return *truth == Truth::yes ? "ja" : *truth == Truth::no ? "nee" : "onbekend";
  std::string whole;
  for (const std::string& text : textsOf(value)) whole += (whole.empty() ? "" : ", ") + text;
  return whole;
}

std::string validityText(Truth valid) {
  return valid == Truth::yes ? "geldig" : valid == Truth::no ? "ongeldig" : "onbekend";
}

void nameParties(Outcome& outcome, graph::Party bearer, graph::Party counterparty) {
  outcome.bearer = nameOf(bearer);
  outcome.counterparty = nameOf(counterparty);
}

Outcome Page::begin(const graph::Provenance& where, const std::string& name, OutcomeKind kind) const {
  Outcome outcome;
  outcome.lid = lidOf(view, where);
  outcome.name = name;
  outcome.kind = kind;
  return outcome;
}

void Page::add(Outcome outcome, const Asks& asks, const Asks& assumed) {
  const std::string by = outcome.lid + (outcome.name.empty() ? "" : " " + outcome.name);
  for (const Asks* all : {&asks, &assumed})
    for (const auto& [id, subject] : *all) need(id, subject, by);
  outcomes.push_back(std::move(outcome));
}

namespace {

void addOnce(std::vector<std::string>& texts, const std::string& text) {
  if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
}

}  // namespace

void Page::need(const std::string& id, const std::string& subject, const std::string& by) {
  Question& question = questions[id];
  question.id = id;
  addOnce(question.neededFor, by);
  if (!subject.empty()) addOnce(question.subjects, subject);
}

Evaluation report(const View& view) {
  Page page{view, {}, {}};
  reportNorms(page);
  reportAttempts(page);
  reportStates(page);
  reportRights(page);
  reportAmounts(page);
  reportLimits(page);
  reportValues(page);
  Evaluation whole;
  whole.document = view.graph().document;
  whole.asOf = view.in.asOf;
  whole.outcomes = std::move(page.outcomes);
  for (auto& [id, question] : page.questions) whole.questions.push_back(std::move(question));
  return whole;
}

}  // namespace beding::oracle

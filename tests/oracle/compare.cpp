#include "oracle/compare.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>

#include "bgraf/bgraf.h"
#include "explain/json.h"
#include "graph/view.h"

namespace beding::oracle {

namespace {

graph::Graph throughFile(const graph::Graph& graph) {
  FromBgraf back = fromBgraf(toBgraf(graph));
  if (!back.graph) throw std::runtime_error(graph.document + ": " + back.problem.dutch);
  return std::move(*back.graph);
}

}  // namespace

Rules::Rules(graph::Graph compiled) : graph(std::move(compiled)), loaded(throughFile(graph)) {}

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string whole;
  for (const std::string& word : words) whole += (whole.empty() ? "" : ", ") + word;
  return whole;
}

std::string lineOf(Outcome outcome) {
  outcome.reason.clear();
  outcome.why = {};
  return (outcome.dormant ? "(slaapt) " : "") + outcomeJson(outcome);
}

std::string lineOf(beding::Question question) {
  std::sort(question.neededFor.begin(), question.neededFor.end());
  std::sort(question.subjects.begin(), question.subjects.end());
  return "vraag " + question.id + " voor " + joined(question.neededFor) + " over " + joined(question.subjects);
}

std::string everythingOf(const Evaluation& evaluation) { return outcomesJson(evaluation, {true, false, {}}); }

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::optional<Difference> between(const std::string& ways, const std::vector<std::string>& a,
                                  const std::vector<std::string>& b) {
  Difference found{ways, {}, {}};
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(found.onlyFirst));
  std::set_difference(b.begin(), b.end(), a.begin(), a.end(), std::back_inserter(found.onlySecond));
  const bool same = found.onlyFirst.empty() && found.onlySecond.empty();
  return same ? std::nullopt : std::optional(found);
}

Evaluation byReference(const Rules& rules, const Question& question) {
  try {
    return rules.reference.evaluate(question.timeline, {question.asOf, question.readings, question.everyDay});
  } catch (const std::runtime_error& error) {  // no outcomes: differs from any
    Evaluation none;
    none.questions.push_back({error.what(), "", {}, {}});
    return none;
  }
}

}  // namespace

std::vector<std::string> factsOf(Evaluation evaluation) {
  std::vector<std::string> facts;
  for (Outcome& outcome : evaluation.outcomes) facts.push_back(lineOf(std::move(outcome)));
  for (beding::Question& question : evaluation.questions) facts.push_back(lineOf(std::move(question)));
  std::sort(facts.begin(), facts.end());
  return facts;
}

std::optional<Difference> difference(const Rules& rules, const Question& question, Evaluation* evaluation) {
  EvaluationOptions options;
  options.asOf = question.asOf;
  options.readings = question.readings;
  const Evaluation fast = rules.engine.evaluate(question.timeline, options);
  const std::string everything = everythingOf(fast);
  const std::string loaded = everythingOf(rules.engineOnLoaded.evaluate(question.timeline, options));
  options.thorough = true;
  const std::string slow = everythingOf(rules.engine.evaluate(question.timeline, options));
  if (slow != everything) return between("motor en grondige motor", linesOf(everything), linesOf(slow));
  if (loaded != everything) return between("motor en .bgraf", linesOf(everything), linesOf(loaded));
  Evaluation obvious = byReference(rules, question);
  auto found = between("naslag en motor", factsOf(obvious), factsOf(fast));
  if (evaluation != nullptr) *evaluation = std::move(obvious);
  return found;
}

namespace {

/// Whether the question still differs without item number `index`; if so it is left out.
template <class Items>
bool leavesOut(const Rules& rules, Question& question, Items Timeline::*items, std::size_t index) {
  Question smaller = question;
  auto& all = smaller.timeline.*items;
  all.erase(all.begin() + static_cast<std::ptrdiff_t>(index));
  if (!difference(rules, smaller)) return false;
  question = std::move(smaller);
  return true;
}

template <class Items>
bool leavesOutSome(const Rules& rules, Question& question, Items Timeline::*items) {
  bool left = false;
  for (std::size_t index = (question.timeline.*items).size(); index-- > 0;)
    left = leavesOut(rules, question, items, index) || left;
  return left;
}

/// An attribute that makes no difference is left out.
bool leavesOutAttributes(const Rules& rules, Question& question) {
  bool left = false;
  for (std::size_t event = 0; event < question.timeline.events.size(); ++event)
    for (std::size_t index = 0; index < question.timeline.events[event].attributes.size(); ++index) {
      if (!isKnown(question.timeline.events[event].attributes[index])) continue;
      Question smaller = question;
      smaller.timeline.events[event].attributes[index] = {};
      if (!difference(rules, smaller)) continue;
      question = std::move(smaller);
      left = true;
    }
  return left;
}

bool movesBack(const Rules& rules, Question& question) {
  const Date first = question.timeline.events.empty() ? question.asOf : question.timeline.events.front().at.day;
  for (Date day = first; day < question.asOf; day = day + 1) {
    Question earlier = question;
    earlier.asOf = day;
    if (!difference(rules, earlier)) continue;
    question = std::move(earlier);
    return true;
  }
  return false;
}

}  // namespace

Question shrunk(const Rules& rules, Question question) {
  while (movesBack(rules, question) || leavesOutSome(rules, question, &Timeline::events) ||
         leavesOutSome(rules, question, &Timeline::judgements)) {
  }
  leavesOutAttributes(rules, question);
  return question;
}

// -------------------------------------------------------------------------------------------------------------- print

namespace {

using graph::jsonText;

std::string jsonOf(const Value& value) {
  if (const auto* truth = std::get_if<Truth>(&value))
    return *truth == Truth::yes ? "true" : *truth == Truth::no ? "false" : "\"onbekend\"";
  if (const auto* number = std::get_if<Number>(&value)) return jsonText(number->text());
  if (const auto* money = std::get_if<Money>(&value)) return jsonText(decimalText(*money));
  if (const auto* moment = std::get_if<Moment>(&value)) return jsonText(isoText(*moment));
  if (const auto* length = std::get_if<Duration>(&value)) return jsonText(dutchText(*length));
  if (const auto* text = std::get_if<std::string>(&value)) return jsonText(*text);
  std::string list;
  for (const std::string& text : textsOf(value)) list += (list.empty() ? "" : ",") + jsonText(text);
  return "[" + list + "]";
}

std::string jsonOf(const graph::Graph& graph, const Event& event) {
  const EventType& type = at(graph.events, event.type);
  std::string line = "{\"op\":" + jsonText(isoText(event.at)) + ",\"gebeurtenis\":" + jsonText(type.name) +
                     ",\"id\":" + jsonText(event.key);
  if (!event.about.empty()) line += ",\"betreft\":" + jsonOf(Value(event.about));
  for (std::size_t index = 0; index < type.attributes.size(); ++index)
    if (isKnown(event.attributes[index]))
      line += "," + jsonText(type.attributes[index].name) + ":" + jsonOf(event.attributes[index]);
  return line + "}\n";
}

}  // namespace

std::string textOf(const graph::Graph& graph, const Timeline& timeline) {
  std::string text;
  for (const Event& event : timeline.events) text += jsonOf(graph, event);
  for (const JudgementAnswer& answer : timeline.judgements) {
    text += "{\"op\":" + jsonText(isoText(answer.at)) +
            ",\"gebeurtenis\":\"oordeel vastgelegd\",\"norm\":" + jsonText(answer.norm) +
            ",\"uitkomst\":" + jsonOf(answer.outcome);
    if (!answer.subject.empty()) text += ",\"onderwerp\":" + jsonText(answer.subject);
    text += "}\n";
  }
  return text;
}

}  // namespace beding::oracle

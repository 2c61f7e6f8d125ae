#include "oracle/compare.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>

#include "bgraf/bgraf.h"
#include "explain/json.h"
#include "generate/reach.h"
#include "oracle/told.h"

namespace beding::oracle {

namespace {

graph::Graph loadedFrom(const std::string& bytes) {
  FromBgraf back = fromBgraf(bytes);
  if (!back.graph) throw std::runtime_error(back.problem.dutch);
  return std::move(*back.graph);
}

}  // namespace

Rules::Rules(graph::Graph compiled, std::vector<std::string> lids)
    : graph(std::move(compiled)), bytes(toBgraf(graph)), loaded(loadedFrom(bytes)), machineLids(std::move(lids)) {}

std::vector<std::string> lidsForMachine(const graph::Graph& graph) {
  if (Machine(graph, 1).runs()) return {};
  std::vector<std::string> lids = generate::lidsOf(graph);
  std::erase_if(lids, [&](const std::string& lid) { return !Machine(graph, 1, {lid}).runs(); });
  return lids;
}

std::optional<Evaluation> Rules::byMachine(const Timeline& timeline, const EvaluationOptions& options) const {
  const std::lock_guard one(asking);
  const PlainEvaluation* evaluation = machine.evaluate(timeline, options, 0);
  if (evaluation == nullptr) return std::nullopt;
  ++ofMachine;
  return evaluationOf(machine.document(), *evaluation);
}

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

/// What only one of them has; both are sorted.
Difference differing(const std::string& ways, const std::vector<std::string>& a, const std::vector<std::string>& b) {
  Difference found{ways, {}, {}, {}, {}};
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(found.onlyFirst));
  std::set_difference(b.begin(), b.end(), a.begin(), a.end(), std::back_inserter(found.onlySecond));
  return found;
}

}  // namespace

std::vector<std::string> factsOf(Evaluation evaluation) {
  std::vector<std::string> facts;
  for (Outcome& outcome : evaluation.outcomes) facts.push_back(lineOf(std::move(outcome)));
  for (beding::Question& question : evaluation.questions) facts.push_back(lineOf(std::move(question)));
  std::sort(facts.begin(), facts.end());
  return facts;
}

std::string everythingOf(const Evaluation& evaluation) { return outcomesJson(evaluation, {true, false, {}}); }

std::optional<Difference> between(const std::string& ways, const std::string& a, const std::string& b) {
  return a == b ? std::nullopt : std::optional(differing(ways, linesOf(a), linesOf(b)));
}

std::optional<Difference> between(const std::string& ways, Evaluation a, Evaluation b) {
  const auto first = factsOf(std::move(a)), second = factsOf(std::move(b));
  return first == second ? std::nullopt : std::optional(differing(ways, first, second));
}

Evaluation byReference(const Rules& rules, const Question& question) {
  try {
    return rules.reference.evaluate(question.timeline, {question.asOf, question.readings, question.everyDay});
  } catch (const std::runtime_error& error) {
    Evaluation none;
    none.questions.push_back({error.what(), "", {}, {}});
    return none;
  }
}

namespace {

/// Of a selection of leden only their outcomes are compared.
std::string shownOf(const Rules& rules, Evaluation evaluation) {
  if (rules.machineLids.empty()) return outcomesJson(evaluation, {false, false, {}});
  std::erase_if(evaluation.outcomes, [&](const Outcome& outcome) {
    const std::string lid = outcome.lid.substr(rules.graph.document.size() + 1);
    return std::find(rules.machineLids.begin(), rules.machineLids.end(), lid) == rules.machineLids.end();
  });
  evaluation.questions.clear();
  evaluation.assumptions.clear();
  evaluation.warnings.clear();
  return outcomesJson(evaluation, {false, false, {}});
}

/// The machine says what the engine says, or nothing.
std::optional<Difference> machineDifference(const Rules& rules, const Timeline& timeline, Date asOf) {
  EvaluationOptions options;
  options.asOf = asOf;
  auto quick = rules.byMachine(timeline, options);
  if (!quick) return std::nullopt;
  return between("motor en machine", shownOf(rules, rules.engine.evaluate(timeline, options)),
                 shownOf(rules, std::move(*quick)));
}

/// On ever fewer of its events, in days, for the machine answers only where all is known.
std::optional<Difference> machineDifference(const Rules& rules, const Question& question) {
  if (!rules.machine.runs() || !question.readings.empty()) return std::nullopt;
  Timeline timeline = inDays(question.timeline);
  timeline.judgements.clear();
  auto found = machineDifference(rules, timeline, question.asOf);
  for (; !found && timeline.events.size() > 1; timeline.events.resize(timeline.events.size() * 2 / 3))
    found = machineDifference(rules, timeline, question.asOf);
  return found;
}

/// The ways that take the whole timeline at once.
std::optional<Difference> wholeDifference(const Rules& rules, const Question& question, const Evaluation& once) {
  EvaluationOptions options;
  options.asOf = question.asOf;
  options.readings = question.readings;
  const std::string everything = everythingOf(once);
  std::optional<Difference> found;
  if (question.ways.loaded)
    found =
        between("motor en .bgraf", everything, everythingOf(rules.engineOnLoaded.evaluate(question.timeline, options)));
  if (!found && question.ways.machine) found = machineDifference(rules, question);
  options.thorough = true;
  if (!found && question.ways.thorough)
    found =
        between("motor en grondige motor", everything, everythingOf(rules.engine.evaluate(question.timeline, options)));
  if (!found && question.ways.reference) found = between("naslag en motor", byReference(rules, question), once);
  return found;
}

/// Where both orders are asked for, each timeline comes in by one of them.
std::vector<Step> stepsOf(const graph::Graph& graph, const Question& question) {
  const bool either = question.ways.inOrder && question.ways.muddled;
  const bool ordered = either ? question.seed % 2 == 0 : question.ways.inOrder;
  return ordered ? inOrder(graph, question.timeline) : muddled(graph, question.timeline, question.seed);
}

}  // namespace

std::optional<Difference> difference(const Rules& rules, const Question& question, Evaluation* evaluation) {
  EvaluationOptions options;
  options.asOf = question.asOf;
  options.readings = question.readings;
  Evaluation once = rules.engine.evaluate(question.timeline, options);
  auto found = wholeDifference(rules, question, once);
  if (!found && (question.ways.inOrder || question.ways.muddled))
    found = toldDifference(rules, question, stepsOf(rules.graph, question));
  if (evaluation != nullptr) *evaluation = std::move(once);
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

}  // namespace beding::oracle

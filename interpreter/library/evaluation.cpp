#include <algorithm>
#include <utility>

#include "base/text.h"
#include "engine/live.h"
#include "explain/json.h"
#include "explain/select.h"
#include "explain/text.h"
#include "library/convert.h"
#include "library/graph.h"
#include "library/guard.h"
#include "library/state.h"
#include "timeline/record.h"

namespace beding::v1 {

using Readings = std::map<std::string, std::string>;

class Evaluation::Inside {
 public:
  Inside(std::shared_ptr<const Graph::Inside> theGraph, Readings theReadings)
      : graph(std::move(theGraph)), live(graph->rules, graph->evaluator, theReadings) {
    state.mark = graph->mark;
    state.readings = std::move(theReadings);
  }

  /// Takes in lines, of which the first is line `state.lines + 1`, and keeps them as they were.
  Result<Done> apply(std::string_view lines);
  Result<Done> apply(Records records, std::uint32_t count);
  [[nodiscard]] Result<beding::Evaluation> outcomes(bool explain, bool sleeping) const;

  std::shared_ptr<const Graph::Inside> graph;
  Live live;
  State state;  ///< but for the present day

 private:
  Result<Done> take(TypedLines lines);
  void keep(const std::vector<Record>& records, std::uint32_t count);

  std::string contract_;  ///< `overeenkomst`, once a line has named it
};

namespace {

constexpr const char* timelineName = "tijdlijn";

std::uint32_t linesIn(std::string_view text) {
  const auto ends = std::count(text.begin(), text.end(), '\n');
  return static_cast<std::uint32_t>(ends) + (text.empty() || text.ends_with('\n') ? 0 : 1);
}

bool isUtf8(const std::string& text) { return validUtf8(text) == text; }

bool isUtf8(const beding::Field& field) {
  return isUtf8(field.name) &&
         std::all_of(field.values.begin(), field.values.end(), [](const Scalar& each) { return isUtf8(each.text); });
}

/// JSON cannot be anything else; CSV and structs can.
void tellOtherText(Records& records) {
  for (const Record& record : records.records) {
    if (std::all_of(record.fields.begin(), record.fields.end(), [](const beding::Field& each) { return isUtf8(each); }))
      continue;
    records.problems.push_back({timelineName, record.line,
                                Phrasing("hierin staat tekst die geen UTF-8 is; lever alle tekst aan als UTF-8",
                                         "this holds text that is not UTF-8; provide all text as UTF-8")});
  }
}

/// Calls `visit` with the contract and the line of everything.
template <class Visit>
void eachContract(const TypedLines& lines, Visit visit) {
  for (const beding::Event& event : lines.events) visit(event.contract, event.line);
  for (const JudgementAnswer& answer : lines.judgements) visit(answer.contract, answer.position);
}

/// The contract that an evaluation is about: the first that is named.
std::string contractIn(const TypedLines& lines, std::string known) {
  eachContract(lines, [&](const std::string& contract, std::uint32_t) {
    if (known.empty()) known = contract;
  });
  return known;
}

void tellOthers(TypedLines& lines, const std::string& known) {
  std::vector<InputProblem> others;
  eachContract(lines, [&](const std::string& contract, std::uint32_t line) {
    if (contract.empty() || contract == known) return;
    others.push_back({timelineName, line,
                      worded({"deze regel gaat over overeenkomst «{0}», de evaluatie over «{1}»; begin voor elke "
                              "overeenkomst een eigen evaluatie",
                              "this line is about contract «{0}», the evaluation about «{1}»; begin an evaluation for "
                              "each contract"},
                             {contract, known})});
  });
  lines.problems.insert(lines.problems.end(), others.begin(), others.end());
}

std::vector<std::string> choicesOf(const Readings& readings) {
  std::vector<std::string> choices;
  for (const auto& [issue, reading] : readings) choices.push_back(std::string(issue).append("=").append(reading));
  return choices;
}

Error noDay() {
  return wrong(Code::wrongUsage, Phrasing("er is nog geen dag; geef een gebeurtenis, of ga naar een dag",
                                          "there is no day yet; give an event, or advance to a day"));
}

Error noOutcome(const beding::Evaluation& evaluation, std::string_view what, std::string_view key) {
  const Wording forKey = key.empty() ? Wording() : worded({" voor «{0}»", " for «{0}»"}, {std::string(key)});
  const auto meant = meantOutcomes(evaluation, what);
  const Wording help =
      meant.empty() ? Wording(Phrasing("kijk bij de uitkomsten wat er wel is", "look in the outcomes what there is"))
                    : Wording(Phrasing("bedoelde u:", "did you mean:"));
  Error error = wrong(Code::wrongUsage,
                      worded({"er is geen uitkomst «{0}»{1} op {2}; {3}", "there is no outcome «{0}»{1} on {2}; {3}"},
                             {std::string(what), forKey, wordingOf(beding::momentOf(evaluation.asOf)), help}));
  for (const beding::Outcome* each : meant) {
    error.message.dutch += "\n  " + outcomeLine(*each, Language::dutch);
    error.message.english += "\n  " + outcomeLine(*each, Language::english);
  }
  return error;
}

}  // namespace

/// Nearly every line is an event that stands by itself, and can be kept as it was written.
Result<Done> Evaluation::Inside::apply(std::string_view lines) {
  auto events = graph->reader().plainEvents(lines, {state.lines + 1, {}});
  if (!events) return apply(recordsIn(lines), linesIn(lines));
  Result<Done> taken = take({std::move(*events), {}, {}});
  if (!taken) return taken;
  state.timeline += lines;
  if (!lines.empty() && !lines.ends_with('\n')) state.timeline += '\n';
  state.lines += linesIn(lines);
  return Done{};
}

Result<Done> Evaluation::Inside::apply(Records records, std::uint32_t count) {
  for (Record& record : records.records) record.line += state.lines;
  for (InputProblem& problem : records.problems) problem.line += state.lines;
  tellOtherText(records);
  const std::vector<Record> kept = records.records;
  Result<Done> taken = take(typedLines(std::move(records), timelineName, graph->rules.events));
  if (taken) keep(kept, count);
  return taken;
}

Result<Done> Evaluation::Inside::take(TypedLines lines) {
  std::string contract = contractIn(lines, contract_);
  tellOthers(lines, contract);
  const auto problems = live.apply(lines);
  if (!problems.empty()) return errorOf(problems);
  contract_ = std::move(contract);
  return Done{};
}

/// Lines without an event stay empty lines, so that each event keeps its number.
void Evaluation::Inside::keep(const std::vector<Record>& records, std::uint32_t count) {
  std::uint32_t line = state.lines + 1;
  for (const Record& record : records) {
    for (; line < record.line; ++line) state.timeline += '\n';
    state.timeline += jsonLine(record) + "\n";
    ++line;
  }
  state.lines += count;
  for (; line <= state.lines; ++line) state.timeline += '\n';
}

Result<beding::Evaluation> Evaluation::Inside::outcomes(bool explain, bool sleeping) const {
  if (!live.today()) return noDay();
  if (!explain && !sleeping && state.readings.empty()) {
    EvaluationOptions options;
    options.asOf = live.today();
    if (auto quick = graph->machine.evaluate(live.timeline(), options)) return std::move(*quick);
  }
  return live.outcomes(explain, sleeping);
}

// ----------------------------------------------------------------------------------------------------- what goes on

Result<Evaluation> Evaluation::begin(const Graph& graph, const Options& options) noexcept {
  return guarded([&]() -> Result<Evaluation> {
    auto readings = readingsOf(graph.inside_->rules, options.readings);
    if (!readings) return readings.error();
    return Evaluation(std::make_unique<Inside>(graph.inside_, std::move(*readings)));
  });
}

Result<Done> Evaluation::apply(const Event& event) noexcept {
  return guarded([&]() -> Result<Done> {
    Records records;
    records.records.push_back(recordOf(event, 1));
    return inside_->apply(std::move(records), 1);
  });
}

Result<Done> Evaluation::apply(std::string_view lines) noexcept {
  return guarded([&]() -> Result<Done> { return inside_->apply(lines); });
}

Result<Done> Evaluation::advance(Date day) noexcept {
  return guarded([&]() -> Result<Done> {
    const auto wanted = dayOf(day);
    if (!wanted)
      return wrong(Code::wrongUsage, Phrasing("die dag bestaat niet; jaren lopen van 1 tot en met 9999",
                                              "there is no such day; years run from 1 to 9999"));
    if (inside_->live.advance(*wanted)) return Done{};
    return wrong(Code::wrongUsage,
                 worded({"{0} is voorbij: de evaluatie staat op {1}; begin een nieuwe om terug te kijken",
                         "{0} is past: the evaluation is at {1}; begin a new one to look back"},
                        {wordingOf(beding::momentOf(*wanted)), wordingOf(beding::momentOf(*inside_->live.today()))}));
  });
}

std::optional<Date> Evaluation::today() const noexcept {
  const auto today = inside_->live.today();
  return today ? std::optional(dateOf(*today)) : std::nullopt;
}

// --------------------------------------------------------------------------------------------------------- outcomes

Result<Outcomes> Evaluation::outcomes(bool all) const noexcept {
  return guarded([&]() -> Result<Outcomes> {
    auto evaluation = inside_->outcomes(false, all);
    if (!evaluation) return evaluation.error();
    return outcomesOf(std::move(*evaluation), all);
  });
}

Result<std::string> Evaluation::json(bool all) const noexcept {
  return guarded([&]() -> Result<std::string> {
    const auto evaluation = inside_->outcomes(false, all);
    if (!evaluation) return evaluation.error();
    return outcomesJson(*evaluation, {all, false, {}});
  });
}

Result<Text> Evaluation::table(bool all) const noexcept {
  return guarded([&]() -> Result<Text> {
    const auto evaluation = inside_->outcomes(false, all);
    if (!evaluation) return evaluation.error();
    return Text{outcomesText(*evaluation, {all, false, Language::dutch}),
                outcomesText(*evaluation, {all, false, Language::english})};
  });
}

// ---------------------------------------------------------------------------------------------------------- reasons

namespace {

/// Calls `use` with the evaluation and every outcome that is meant, or says that there is none.
template <class Evaluated, class Use>
std::optional<Error> explained(const Evaluated& evaluation, std::string_view what, std::string_view key, Use use) {
  if (!evaluation) return evaluation.error();
  const auto found = awakeFirst(selectOutcomes(*evaluation, what, key));
  if (found.empty()) return noOutcome(*evaluation, what, key);
  for (const beding::Outcome* outcome : found) use(*evaluation, *outcome);
  return std::nullopt;
}

}  // namespace

Result<std::vector<Explanation>> Evaluation::why(std::string_view what, std::string_view key) const noexcept {
  return guarded([&]() -> Result<std::vector<Explanation>> {
    std::vector<Explanation> result;
    std::optional<Error> tooLarge;
    const auto problem = explained(inside_->outcomes(true, true), what, key, [&](const auto&, const auto& outcome) {
      Result<Explanation> explanation = explanationOf(outcome);
      explanation ? result.push_back(std::move(*explanation)) : void(tooLarge = explanation.error());
    });
    if (problem || tooLarge) return problem ? *problem : *tooLarge;
    return result;
  });
}

Result<std::string> Evaluation::whyJson(std::string_view what, std::string_view key) const noexcept {
  return guarded([&]() -> Result<std::string> {
    std::string json;
    const auto problem =
        explained(inside_->outcomes(true, true), what, key,
                  [&](const auto& evaluation, const auto& outcome) { json += beding::whyJson(evaluation, outcome); });
    if (problem) return *problem;
    return json;
  });
}

Result<Text> Evaluation::whyText(std::string_view what, std::string_view key) const noexcept {
  return guarded([&]() -> Result<Text> {
    Text trees;
    const auto problem = explained(inside_->outcomes(true, true), what, key, [&](const auto&, const auto& outcome) {
      const std::string between = trees.dutch.empty() ? "" : "\n";
      trees.dutch += between + beding::whyText(outcome, {true, false, Language::dutch});
      trees.english += between + beding::whyText(outcome, {true, false, Language::english});
    });
    if (problem) return *problem;
    return trees;
  });
}

// -------------------------------------------------------------------------------------------------------------- state

Result<std::string> Evaluation::save() const noexcept {
  return guarded([&]() -> Result<std::string> {
    State state = inside_->state;
    state.today = inside_->live.today();
    return bytesOf(state);
  });
}

Result<Evaluation> Evaluation::resume(const Graph& graph, std::string_view bytes) noexcept {
  return guarded([&]() -> Result<Evaluation> {
    Result<State> read = stateIn(bytes);
    if (!read) return read.error();
    if (read->mark != graph.inside_->mark)
      return refusedState(Phrasing(
          "zij is bewaard onder een ander gecompileerd document; neem haar gebeurtenissen (timelineIn) en begin "
          "daarmee opnieuw",
          "it was saved under another compiled document; take its events (timelineIn) and begin again with "
          "those"));
    auto readings = readingsOf(graph.inside_->rules, choicesOf(read->readings));
    if (!readings) return damagedState();
    auto inside = std::make_unique<Inside>(graph.inside_, std::move(*readings));
    if (!inside->apply(readJsonLines(read->timeline), read->lines)) return damagedState();
    if (read->today && !inside->live.advance(*read->today)) return damagedState();
    return Evaluation(std::move(inside));
  });
}

Result<std::string> Evaluation::timeline() const noexcept {
  return guarded([&]() -> Result<std::string> { return inside_->state.timeline; });
}

Result<std::string> Evaluation::timelineIn(std::string_view bytes) noexcept {
  return guarded([&]() -> Result<std::string> {
    Result<State> read = stateIn(bytes);
    if (!read) return read.error();
    return std::move(read->timeline);
  });
}

Evaluation::Evaluation(std::unique_ptr<Inside> inside) noexcept : inside_(std::move(inside)) {}
Evaluation::~Evaluation() = default;
Evaluation::Evaluation(Evaluation&&) noexcept = default;
Evaluation& Evaluation::operator=(Evaluation&&) noexcept = default;

}  // namespace beding::v1

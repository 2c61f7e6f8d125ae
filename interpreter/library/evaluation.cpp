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
#include "timeline/packed_lines.h"
#include "timeline/record.h"

namespace beding::v1 {

using Readings = std::map<std::string, std::string>;

/// Lines are kept as they came in. As long as the machine can do with them it evaluates them anew each time; the
/// engine, once it is asked, goes on with them. What it worked out is kept with the graph for as long as there is room.
class Evaluation::Inside {
 public:
  Inside(std::shared_ptr<const Graph::Inside> theGraph, Readings theReadings)
      : graph_(std::move(theGraph)), readings_(std::move(theReadings)) {}
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;
  ~Inside() { forget(); }

  /// Takes in lines, of which the first is the one behind those it has, and keeps them as they were.
  /// `takenApart`: how it is read where it is not plain.
  Result<Done> apply(std::string_view lines, Records (*takenApart)(std::string_view) = recordsIn);
  Result<Done> apply(const Event& event);
  /// False when the day is past.
  bool advance(beding::Date day);
  [[nodiscard]] const std::optional<beding::Date>& today() const { return today_; }
  [[nodiscard]] std::string timeline() const { return graph_->reader().text(lines_); }
  [[nodiscard]] State state() const { return {graph_->mark, readings_, today_, lines_.count(), timeline()}; }

  [[nodiscard]] Result<Outcomes> outcomes(bool sleeping) const;
  [[nodiscard]] Result<beding::Evaluation> evaluation(bool explain, bool sleeping) const;

 private:
  [[nodiscard]] bool mayAskMachine() const { return readings_.empty() && graph_->machine.runs(); }
  bool takePlain(std::string_view lines);
  Result<Done> takeThoroughly(Records records, std::uint32_t count);
  Result<Done> take(TypedLines lines);
  void keep(const std::vector<Record>& records, std::uint32_t count);
  [[nodiscard]] std::unique_ptr<Going> begun() const;
  template <class Use>
  auto withGoing(Use use) const;
  void forget() const;
  template <class Use>
  bool byMachine(Use use) const;

  std::shared_ptr<const Graph::Inside> graph_;
  Readings readings_;
  PackedLines lines_;
  bool goesOn_ = true;  ///< no line had to be held against any but the one before it
  std::optional<beding::Date> today_;
  bool isPlain_ = true;         ///< all lines are: the engine took in none
  mutable bool given_ = false;  ///< to the graph: what the engine worked out
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

bool isUtf8(const Record& record) {
  return std::all_of(record.fields.begin(), record.fields.end(),
                     [](const beding::Field& each) { return isUtf8(each); });
}

/// JSON cannot be anything else; CSV and structs can.
void tellOtherText(Records& records) {
  for (const Record& record : records.records) {
    if (isUtf8(record)) continue;
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
                             {shortened(contract), shortened(known)})});
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
  const Wording forKey = key.empty() ? Wording() : worded({" voor «{0}»", " for «{0}»"}, {shortened(key)});
  const auto meant = meantOutcomes(evaluation, what);
  const Wording help =
      meant.empty() ? Wording(Phrasing("kijk bij de uitkomsten wat er wel is", "look in the outcomes what there is"))
                    : Wording(Phrasing("bedoelde u:", "did you mean:"));
  Error error = wrong(Code::wrongUsage,
                      worded({"er is geen uitkomst «{0}»{1} op {2}; {3}", "there is no outcome «{0}»{1} on {2}; {3}"},
                             {shortened(what), forKey, wordingOf(beding::momentOf(evaluation.asOf)), help}));
  for (const beding::Outcome* each : meant) {
    error.message.dutch += "\n  " + outcomeLine(*each, Language::dutch);
    error.message.english += "\n  " + outcomeLine(*each, Language::english);
  }
  return error;
}

}  // namespace

/// The engine is told what was taken in without it.
std::unique_ptr<Going> Evaluation::Inside::begun() const {
  auto going = std::make_unique<Going>(Going{Live(graph_->rules, graph_->evaluator, readings_), {}});
  const TypedLines lines = graph_->reader().typed(timeline(), timelineName);
  going->contract = contractIn(lines, {});
  going->live.apply(lines);
  return going;
}

/// What `use` makes of it. It is not kept when something is thrown.
template <class Use>
auto Evaluation::Inside::withGoing(Use use) const {
  auto going = std::exchange(given_, false) ? graph_->going.take(this) : nullptr;
  if (!going) going = begun();
  if (today_) going->live.advance(*today_);
  auto result = use(*going);
  graph_->going.give(this, std::move(going));
  given_ = true;
  return result;
}

/// What was worked out, not the lines.
void Evaluation::Inside::forget() const {
  if (std::exchange(given_, false)) graph_->going.take(this);
}

Result<Done> Evaluation::Inside::apply(std::string_view lines, Records (*takenApart)(std::string_view)) {
  if (takePlain(lines)) return Done{};
  auto events = graph_->reader().plainEvents(lines, {lines_.count() + 1, {}});
  if (!events) return takeThoroughly(takenApart(lines), linesIn(lines));
  Result<Done> taken = take({std::move(*events), {}, {}});
  if (taken) graph_->reader().keep(lines, lines_);
  return taken;
}

Result<Done> Evaluation::Inside::apply(const Event& event) {
  Record record = recordOf(event, 1);
  if (isUtf8(record) && takePlain(jsonLine(record))) return Done{};
  return takeThoroughly({{std::move(record)}, {}}, 1);
}

Result<Done> Evaluation::Inside::takeThoroughly(Records records, std::uint32_t count) {
  for (Record& record : records.records) record.line += lines_.count();
  for (InputProblem& problem : records.problems) problem.line += lines_.count();
  tellOtherText(records);
  const std::vector<Record> kept = records.records;
  Result<Done> taken = take(typedLines(std::move(records), timelineName, graph_->rules.events));
  if (taken) keep(kept, count);
  return taken;
}

namespace {

/// What is added to lines while this is there is left out again, also when something is thrown, unless it succeeds.
class Trial {
 public:
  explicit Trial(PackedLines& lines) : lines_(lines), end_(lines.end()), last_(lines.last()) {}
  Trial(const Trial&) = delete;
  Trial& operator=(const Trial&) = delete;
  ~Trial() {
    if (!succeeded_) lines_.cut(end_, last_);
  }
  void succeeds() { succeeded_ = true; }

 private:
  PackedLines& lines_;
  const PackedLines::Place end_, last_;
  bool succeeded_ = false;
};

}  // namespace

/// Nearly every line is an event that stands by itself behind the others. False, and nothing is kept, when they are not
/// all like that, or when the engine has worked something out that can go on with them.
bool Evaluation::Inside::takePlain(std::string_view lines) {
  if (given_ || !isPlain_ || !mayAskMachine()) return false;
  const TimelineReader& reader = graph_->reader();
  const PackedLines::Place last = lines_.last();
  Trial trial(lines_);
  reader.keep(lines, lines_);
  const SharedMachine::Place place = graph_->machine.place();
  PlainTimeline& plain = place.timeline();
  const bool goesOn = goesOn_ && reader.readOn(lines_, last, plain);
  if (!goesOn && !reader.read(lines_, plain)) return false;
  trial.succeeds();
  goesOn_ = goesOn;
  if (!plain.events.empty()) today_ = std::max(today_.value_or(firstDate()), plain.events.back().at);
  return true;
}

Result<Done> Evaluation::Inside::take(TypedLines lines) {
  Result<Done> taken = withGoing([&](Going& going) -> Result<Done> {
    std::string contract = contractIn(lines, going.contract);
    tellOthers(lines, contract);
    const auto problems = going.live.apply(lines);
    if (!problems.empty()) return errorOf(problems);
    going.contract = std::move(contract);
    today_ = going.live.today();
    isPlain_ = false;
    return Done{};
  });
  if (isPlain_) forget();  // only what was refused was held against the others
  return taken;
}

/// Lines without an event stay empty lines, so that each event keeps its number.
void Evaluation::Inside::keep(const std::vector<Record>& records, std::uint32_t count) {
  const std::uint32_t last = lines_.count() + count;
  for (const Record& record : records) {
    while (lines_.count() + 1 < record.line) lines_.add("");
    graph_->reader().keep(jsonLine(record), lines_);
  }
  while (lines_.count() < last) lines_.add("");
}

bool Evaluation::Inside::advance(beding::Date day) {
  if (today_ && day < *today_) return false;
  today_ = day;
  return true;
}

/// Calls `use` with what the machine says. False when the engine has to be asked.
template <class Use>
bool Evaluation::Inside::byMachine(Use use) const {
  if (!mayAskMachine()) return false;
  EvaluationOptions options;
  options.asOf = today_;
  const SharedMachine::Place place = graph_->machine.place();
  const auto told = [&](const PlainEvaluation* said) {
    if (said != nullptr) use(*said);
    return said != nullptr;
  };
  if (!isPlain_) return withGoing([&](Going& going) { return told(place.evaluate(going.live.timeline(), options)); });
  return graph_->reader().read(lines_, place.timeline()) && told(place.evaluate(options));
}

Result<beding::Evaluation> Evaluation::Inside::evaluation(bool explain, bool sleeping) const {
  if (!today_) return noDay();
  beding::Evaluation quick;
  const auto copy = [&](const PlainEvaluation& said) { quick = evaluationOf(graph_->machine.document(), said); };
  if (!explain && !sleeping && byMachine(copy)) return quick;
  return withGoing([&](Going& going) { return Result<beding::Evaluation>(going.live.outcomes(explain, sleeping)); });
}

Result<Outcomes> Evaluation::Inside::outcomes(bool sleeping) const {
  if (!today_) return noDay();
  Outcomes quick;
  const SharedMachine& machine = graph_->machine;
  const auto copy = [&](const PlainEvaluation& said) { quick = outcomesOf(machine.document(), machine.rates(), said); };
  if (!sleeping && byMachine(copy)) return quick;
  return withGoing([&](Going& going) { return outcomesOf(going.live.outcomes(false, sleeping), sleeping); });
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
  return guarded([&]() -> Result<Done> { return inside_->apply(event); });
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
    if (inside_->advance(*wanted)) return Done{};
    return wrong(Code::wrongUsage,
                 worded({"{0} is voorbij: de evaluatie staat op {1}; begin een nieuwe om terug te kijken",
                         "{0} is past: the evaluation is at {1}; begin a new one to look back"},
                        {wordingOf(beding::momentOf(*wanted)), wordingOf(beding::momentOf(*inside_->today()))}));
  });
}

std::optional<Date> Evaluation::today() const noexcept {
  const auto& today = inside_->today();
  return today ? std::optional(dateOf(*today)) : std::nullopt;
}

// --------------------------------------------------------------------------------------------------------- outcomes

Result<Outcomes> Evaluation::outcomes(bool all) const noexcept {
  return guarded([&]() -> Result<Outcomes> { return inside_->outcomes(all); });
}

Result<std::string> Evaluation::json(bool all) const noexcept {
  return guarded([&]() -> Result<std::string> {
    const auto evaluation = inside_->evaluation(false, all);
    if (!evaluation) return evaluation.error();
    return outcomesJson(*evaluation, {all, false, {}});
  });
}

Result<Text> Evaluation::table(bool all) const noexcept {
  return guarded([&]() -> Result<Text> {
    const auto evaluation = inside_->evaluation(false, all);
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
    const auto problem = explained(inside_->evaluation(true, true), what, key, [&](const auto&, const auto& outcome) {
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
        explained(inside_->evaluation(true, true), what, key,
                  [&](const auto& evaluation, const auto& outcome) { json += beding::whyJson(evaluation, outcome); });
    if (problem) return *problem;
    return json;
  });
}

Result<Text> Evaluation::whyText(std::string_view what, std::string_view key) const noexcept {
  return guarded([&]() -> Result<Text> {
    Text trees;
    const auto problem = explained(inside_->evaluation(true, true), what, key, [&](const auto&, const auto& outcome) {
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
  return guarded([&]() -> Result<std::string> { return bytesOf(inside_->state()); });
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
    if (!inside->apply(read->timeline, readJsonLines)) return damagedState();
    if (read->today && !inside->advance(*read->today)) return damagedState();
    return Evaluation(std::move(inside));
  });
}

Result<std::string> Evaluation::timeline() const noexcept {
  return guarded([&]() -> Result<std::string> { return inside_->timeline(); });
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

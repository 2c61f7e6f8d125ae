// Lines that come in, and what they come to.
#include <algorithm>
#include <utility>

#include "base/text.h"
#include "explain/json.h"
#include "library/convert.h"
#include "library/evaluation.h"
#include "library/guard.h"

namespace beding::v1 {

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

Error noDay() {
  return wrong(Code::wrongUsage, Phrasing("er is nog geen dag; geef een gebeurtenis, of ga naar een dag",
                                          "there is no day yet; give an event, or advance to a day"));
}

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

}  // namespace beding::v1

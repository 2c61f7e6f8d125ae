#include "oracle/told.h"

#include <memory>

#include "engine/live.h"
#include "explain/json.h"
#include "oracle/lines.h"
#include "oracle/saved.h"
#include "timeline/record.h"

namespace beding::oracle {

namespace {

constexpr const char* name = "tijdlijn";  // as an evaluation that goes on calls it

/// One timeline on its way in: in every way that goes on, and as the text of all lines so far.
class Telling {
 public:
  Telling(const Rules& rules, const Question& question)
      : rules_(rules), question_(question), live_(rules.graph, rules.engine, question.readings) {
    if (question.ways.saved) saved_ = std::make_unique<Saved>(rules.saved, question.readings);
  }

  std::optional<Difference> tell(const Step& step);
  std::optional<Difference> advance(Date day);
  /// The outcomes of the present day; `obvious`: also by the reference.
  [[nodiscard]] std::optional<Difference> compare(bool obvious) const;
  /// The explanations of that day.
  [[nodiscard]] std::optional<Difference> compareReasons() const;

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] Date day() const { return live_.today().value_or(question_.asOf); }

 private:
  [[nodiscard]] EvaluationOptions options() const {
    EvaluationOptions options;
    options.asOf = live_.today();
    options.readings = question_.readings;
    return options;
  }

  const Rules& rules_;
  const Question& question_;
  Live live_;
  std::unique_ptr<Saved> saved_;
  std::string text_;
  std::uint32_t lines_ = 0;
  Timeline timeline_;
};

std::optional<Difference> said(const char* ways, const char* first, const char* second) {
  return Difference{ways, {first}, {second}, {}, {}};
}

const char* asked(bool taken) { return taken ? "neemt de regel aan" : "weigert de regel"; }

std::optional<Difference> Telling::tell(const Step& step) {
  const std::string all = text_ + step.line + "\n";
  TimelineResult read = readTimeline(all, name, rules_.graph.events, {});
  Records records = readJsonLines(step.line);
  for (Record& record : records.records) record.line += lines_;
  const bool taken = read.problems.empty();
  const bool live = live_.apply(typedLines(std::move(records), name, rules_.graph.events)).empty();
  if (live != taken) return said("motor en gaandeweg", asked(taken), asked(live));
  const bool saved = saved_ ? saved_->apply(step.line) : taken;
  if (saved != taken) return said("motor en bewaard", asked(taken), asked(saved));
  if (!taken) return std::nullopt;
  text_ = all;
  ++lines_;
  timeline_ = std::move(read.timeline);
  return std::nullopt;
}

std::optional<Difference> Telling::advance(Date day) {
  const bool future = !live_.today() || *live_.today() <= day;
  if (live_.advance(day) != future) return said("motor en gaandeweg", "de dag", isoText(day).c_str());
  if (saved_ && saved_->advance(day) != future) return said("motor en bewaard", "de dag", isoText(day).c_str());
  return std::nullopt;
}

std::optional<Difference> Telling::compare(bool obvious) const {
  if (!live_.today()) return std::nullopt;  // only judgements so far
  const Evaluation once = rules_.engine.evaluate(timeline_, options());
  const std::string everything = everythingOf(once);
  if (auto found = between("motor en gaandeweg", everything, everythingOf(live_.outcomes()))) return found;
  if (saved_)
    if (auto found = between("motor en bewaard", everything, saved_->outcomes())) return found;
  if (!obvious) return std::nullopt;
  return between("naslag en motor", byReference(rules_, {timeline_, day(), question_.readings, false, 0, {}}), once);
}

std::string reasonsOf(const Evaluation& evaluation) {
  std::string all;
  for (const Outcome& outcome : evaluation.outcomes) all += whyJson(evaluation, outcome);
  return all;
}

std::optional<Difference> Telling::compareReasons() const {
  if (!live_.today()) return std::nullopt;
  EvaluationOptions explained = options();
  explained.explain = true;
  return between("motor en gaandeweg, in redenen", reasonsOf(rules_.engine.evaluate(timeline_, explained)),
                 reasonsOf(live_.outcomes(true)));
}

/// Some timelines are looked at after every line, most now and then: what was not read in between must come out as
/// well.
bool looksAfter(const Question& question, std::size_t step) {
  return question.seed % 10 == 0 || lot(question.seed, std::to_string(step)) % 8 == 0;
}

}  // namespace

std::optional<Difference> toldDifference(const Rules& rules, const Question& question, const std::vector<Step>& steps) {
  Telling telling(rules, question);
  const bool obvious = question.ways.reference && (question.ways.everyStep || question.seed % 10 < 2);
  const std::size_t chosen = steps.empty() ? 0 : lot(question.seed, "naslag") % steps.size();
  std::optional<Difference> found;
  for (std::size_t index = 0; index < steps.size() && !found; ++index) {
    if (steps[index].passes) found = telling.advance(*steps[index].passes);
    if (!found) found = telling.tell(steps[index]);
    const bool here = obvious && (question.ways.everyStep || index == chosen);
    if (!found && (here || looksAfter(question, index))) found = telling.compare(here);
  }
  if (!found) found = telling.advance(question.asOf);
  if (!found) found = telling.compare(obvious);
  if (!found && question.seed % 10 < 2) found = telling.compareReasons();
  if (found) {
    found->told = telling.text();
    found->asOf = telling.day();
  }
  return found;
}

}  // namespace beding::oracle

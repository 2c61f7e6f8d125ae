// What programs see of an evaluation.
#include "library/evaluation.h"

#include "base/text.h"
#include "explain/json.h"
#include "explain/select.h"
#include "explain/text.h"
#include "library/convert.h"
#include "library/guard.h"

namespace beding::v1 {

// ------------------------------------------------------------------------------------------------------- what goes on

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

// ----------------------------------------------------------------------------------------------------------- outcomes

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

// ------------------------------------------------------------------------------------------------------------ reasons

namespace {

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

namespace {

std::vector<std::string> choicesOf(const Readings& readings) {
  std::vector<std::string> choices;
  for (const auto& [issue, reading] : readings) choices.push_back(std::string(issue).append("=").append(reading));
  return choices;
}

}  // namespace

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

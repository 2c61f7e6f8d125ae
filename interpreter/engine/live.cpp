#include "engine/live.h"

#include <algorithm>

#include "engine/agreement.h"
#include "engine/checked.h"
#include "engine/expressions.h"
#include "engine/run.h"
#include "timeline/growing.h"

namespace beding {
namespace {

constexpr const char* timelineName = "tijdlijn";

/// Events that bear on what was before them: that there is an agreement, how it ends, on which days nobody works, what
/// would else have followed by itself.
bool bearsOnThePast(const engine::World& world, const Event& event) {
  const graph::Graph& graph = world.graph;
  const auto derives = [&](const graph::Derivation& derivation) { return derivation.type == event.type; };
  return engine::speaksOf(world, graph.formation, event.type) || engine::isEndEvent(at(graph.events, event.type)) ||
         event.type == graph.closingDay || std::any_of(graph.derivations.begin(), graph.derivations.end(), derives);
}

/// What telling the outcomes adds to an evaluation, and does not belong to what comes after.
struct Asides {
  std::set<Wording> assumptions, warnings;
  engine::Tick now;
};

}  // namespace

/// What was evaluated so far, with the timeline that it reads.
struct Live::Going {
  GrowingTimeline lines;
  EvaluationOptions options;
  bool explains = false;  ///< it noted reasons as it went
  std::optional<engine::World> world;
  engine::Checked checked;

  /// An evaluation begins with its first event; without any it stands on the day asked for alone.
  [[nodiscard]] bool hasBegun() const { return !world->occurrences.stated().empty(); }
  [[nodiscard]] bool canGoOnTo(Date today, bool explain) const {
    if (!world || (explain && !explains) || !hasBegun()) return false;
    const auto& judgements = lines.timeline().judgements;
    return std::none_of(judgements.begin(), judgements.end(), [&](const JudgementAnswer& answer) {
      return answer.at.day > world->asOf && answer.at.day <= today;
    });
  }
  void begin(const engine::Plan& plan, const graph::Graph& graph, Date today, bool explain) {
    options.asOf = today;
    options.explain = explains = explain;
    checked = {};
    world.emplace(plan, graph, lines.timeline(), options);
    engine::start(*world);
  }
  std::vector<InputProblem> take(const TypedLines& more) {
    const auto& events = lines.timeline().events;
    const std::size_t known = events.size();
    GrowingTimeline::Added added = lines.add(more);
    if (!added.problems.empty()) return std::move(added.problems);
    if (!added.atTheEnd) world.reset();
    for (std::size_t index = known; world && index < events.size(); ++index) add(events[index]);
    return {};
  }
  void add(const Event& event) {
    if (!hasBegun() || bearsOnThePast(*world, event) || !engine::takeNext(*world, event)) world.reset();
  }
  void runTo(Date today) {
    options.asOf = today;
    engine::runThrough(*world, today);
  }
};

Live::Live(const graph::Graph& graph, const Evaluator& evaluator, std::map<std::string, std::string> readings)
    : graph_(&graph), evaluator_(&evaluator), going_(new Going{{graph.events, timelineName}, {}, false, {}, {}}) {
  going_->options.readings = std::move(readings);
}

Live::~Live() = default;
Live::Live(Live&&) noexcept = default;
Live& Live::operator=(Live&&) noexcept = default;

std::vector<InputProblem> Live::apply(const TypedLines& lines) {
  std::vector<InputProblem> problems = going_->take(lines);
  if (!problems.empty()) return problems;
  const auto& events = going_->lines.timeline().events;
  if (!events.empty()) today_ = std::max(today_.value_or(firstDate()), events.back().at.day);
  return {};
}

const Timeline& Live::timeline() const { return going_->lines.timeline(); }

bool Live::advance(Date day) {
  if (today_ && day < *today_) return false;
  today_ = day;
  return true;
}

Evaluation Live::outcomes(bool explain, bool sleeping) const {
  Going& going = *going_;
  if (!going.canGoOnTo(*today_, explain)) going.begin(*evaluator_->plan_, *graph_, *today_, explain);
  going.runTo(*today_);
  engine::World& world = *going.world;
  Asides before{world.assumptions, world.warnings, world.now};
  world.questions.keep();
  going.options.explain = explain;
  going.options.sleeping = sleeping;
  Evaluation evaluation = evaluator_->conclude(world, going.checked);
  going.options.explain = going.explains;
  world.questions.takeBack();
  world.assumptions = std::move(before.assumptions);
  world.warnings = std::move(before.warnings);
  world.now = before.now;
  return evaluation;
}

}  // namespace beding

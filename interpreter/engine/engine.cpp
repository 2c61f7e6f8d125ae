#include "engine/engine.h"

#include "engine/checked.h"
#include "engine/known_names.h"
#include "engine/report.h"
#include "engine/run.h"
#include "engine/unknown_names.h"

namespace beding {
namespace {

void warnAboutNames(const engine::DocumentNames& names, engine::World& world, std::size_t& known) {
  if (goOnKnown(world.timeline, names.graph().events, known)) return;
  const UnknownNames unknown = unknownNames(names, world.timeline);
  for (const UnknownName& name : unknown.found)
    world.warnings.insert(worded({"regel {0}: ", "line {0}: "}, {std::to_string(name.line)}) + name.message);
  known = unknown.allKnown ? world.timeline.events.size() : 0;
}

}  // namespace

Evaluation evaluate(const graph::Graph& graph, const Timeline& timeline, const EvaluationOptions& options) {
  return Evaluator(graph).evaluate(timeline, options);
}

Evaluator::Evaluator(const graph::Graph& graph)
    : graph_(graph),
      plan_(std::make_unique<const engine::Plan>(graph)),
      names_(std::make_unique<const engine::DocumentNames>(graph)) {}

Evaluator::~Evaluator() = default;
Evaluator::Evaluator(Evaluator&&) noexcept = default;

Evaluation Evaluator::evaluate(const Timeline& timeline, const EvaluationOptions& options) const {
  engine::World world(*plan_, graph_, timeline, options);
  engine::run(world);
  engine::Checked checked;
  return conclude(world, checked);
}

Evaluation Evaluator::conclude(engine::World& world, engine::Checked& checked) const {
  checked.orders.warnAbout(world);
  warnAboutNames(*names_, world, checked.knownNames);
  return engine::report(world);
}

}  // namespace beding

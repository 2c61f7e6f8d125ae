#include "engine/engine.h"

#include "engine/known_names.h"
#include "engine/order.h"
#include "engine/report.h"
#include "engine/run.h"
#include "engine/unknown_names.h"

namespace beding {
namespace {

void warnAboutNames(const engine::DocumentNames& names, engine::World& world) {
  for (const UnknownName& name : unknownNames(names, world.timeline))
    world.warnings.insert(worded({"regel {0}: ", "line {0}: "}, {std::to_string(name.line)}) + name.message);
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
  return conclude(world);
}

Evaluation Evaluator::conclude(engine::World& world) const {
  engine::warnAboutOrder(world);
  warnAboutNames(*names_, world);
  return engine::report(world);
}

}  // namespace beding

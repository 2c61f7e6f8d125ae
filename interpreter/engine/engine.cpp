#include "engine/engine.h"

#include "engine/order.h"
#include "engine/report.h"
#include "engine/run.h"
#include "engine/unknown_names.h"

namespace beding {
namespace {

void warnAboutNames(engine::World& world) {
  for (const UnknownName& name : unknownNames(world.graph, world.timeline))
    world.warnings.insert(worded({"regel {0}: ", "line {0}: "}, {std::to_string(name.line)}) + name.message);
}

}  // namespace

Evaluation evaluate(const graph::Graph& graph, const Timeline& timeline, const EvaluationOptions& options) {
  const engine::Plan plan(graph);
  engine::World world(plan, graph, timeline, options);
  engine::run(world);
  engine::warnAboutOrder(world);
  warnAboutNames(world);
  return engine::report(world);
}

}  // namespace beding

#include "engine/engine.h"

#include "engine/order.h"
#include "engine/report.h"
#include "engine/run.h"

namespace beding {

Evaluation evaluate(const graph::Graph& graph, const Timeline& timeline, const EvaluationOptions& options) {
  const engine::Plan plan(graph);
  engine::World world(plan, graph, timeline, options);
  engine::run(world);
  engine::warnAboutOrder(world);
  return engine::report(world);
}

}  // namespace beding

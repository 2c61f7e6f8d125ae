// Scenario events to a timeline. An event becomes a record as if it stood on a line of a timeline, so that scenarios,
// the REPL and timelines are checked by the same reader and get the same messages.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "graph/graph.h"
#include "syntax/tree.h"
#include "timeline/record.h"
#include "timeline/timeline.h"

namespace beding {

/// The event as line `number` of a timeline for `graph`. Names of attributes are found as the longest known name at the
/// start of a part; what is not known is left to the reader to complain about. A judgement's norm may leave out the
/// document.
Record recordOf(const syntax::ScenarioEvent& event, std::uint32_t number, const graph::Graph& graph);

/// A timeline, or what is wrong with its events and where.
struct ScenarioTimeline {
  Timeline timeline;
  std::vector<std::pair<Span, Wording>> problems;
};

ScenarioTimeline timelineOf(const std::string& name, const std::vector<syntax::ScenarioEvent>& events,
                            const graph::Graph& graph);

/// The same with the lines of timeline files before them, which are numbered first. With `skipBad` what the document
/// does not know is left out.
ScenarioTimeline timelineOf(const std::string& name, std::vector<Record> before,
                            const std::vector<syntax::ScenarioEvent>& events, const graph::Graph& graph, bool skipBad);

}  // namespace beding

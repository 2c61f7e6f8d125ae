#include "engine/live.h"

#include <algorithm>

namespace beding {
namespace {

constexpr const char* timelineName = "tijdlijn";

void append(TypedLines& all, const TypedLines& more) {
  all.events.insert(all.events.end(), more.events.begin(), more.events.end());
  all.judgements.insert(all.judgements.end(), more.judgements.begin(), more.judgements.end());
}

}  // namespace

Live::Live(const graph::Graph& graph, const Evaluator& evaluator, std::map<std::string, std::string> readings)
    : graph_(&graph), evaluator_(&evaluator), readings_(std::move(readings)) {
  timeline_.name = timelineName;
}

std::vector<InputProblem> Live::apply(const TypedLines& lines) {
  if (!lines.problems.empty()) return lines.problems;
  TypedLines all = lines_;
  append(all, lines);
  TimelineResult read = makeTimeline(all.events, all.judgements, timelineName, graph_->events, {});
  if (!read.problems.empty()) return std::move(read.problems);
  lines_ = std::move(all);
  timeline_ = std::move(read.timeline);
  if (!timeline_.events.empty()) today_ = std::max(today_.value_or(firstDate()), timeline_.events.back().at.day);
  return {};
}

bool Live::advance(Date day) {
  if (today_ && day < *today_) return false;
  today_ = day;
  return true;
}

Evaluation Live::outcomes(bool explain) const {
  EvaluationOptions options;
  options.asOf = today_;
  options.readings = readings_;
  options.explain = explain;
  return evaluator_->evaluate(timeline_, options);
}

}  // namespace beding

// The reference: what a rule graph says of a timeline on a day, worked out the slow and obvious way. It shares nothing
// with interpreter/engine but the shape of an outcome. Every instant is worked out from the facts of the instant
// before it and nothing else, over and over until it comes out the same twice; nothing is kept up to date.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/outcome.h"
#include "graph/links.h"
#include "timeline/timeline.h"

namespace beding::oracle {

struct ReferenceOptions {
  Date asOf;
  std::map<std::string, std::string> readings;  ///< "6.6/jaar" -> "kalenderjaar"; default: the standard readings
  bool everyDay = false;  ///< also look at every midnight, not only those that follow a moment that something names
};

/// One graph, for many timelines. The graph must outlive it.
class Reference {
 public:
  explicit Reference(const graph::Graph& graph);

  /// Outcomes and questions; no reasons, warnings, assumptions or explanations. Throws when an instant never comes out
  /// the same twice.
  [[nodiscard]] Evaluation evaluate(const Timeline& timeline, const ReferenceOptions& options) const;

 private:
  const graph::Graph& graph_;
  std::vector<graph::Link> links_;
};

}  // namespace beding::oracle

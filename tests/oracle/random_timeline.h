// Timelines made up from what a graph can read, the same for the same seed: event types that its rules look at, keys
// that meet each other, texts that its conditions compare with, judgements that answer its questions.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "graph/graph.h"
#include "timeline/timeline.h"

namespace beding::oracle {

/// A sentence that is left out of a document made at random counts under a reading of an issue of this name only, which
/// is never chosen.
inline constexpr const char* leftOut = "weggelaten";

/// What timelines of a graph are made of, found once. The graph must outlive it.
struct Material {
  explicit Material(const graph::Graph& graph);

  const graph::Graph& graph;
  std::vector<std::string> texts;         ///< that conditions compare with
  std::vector<std::string> forms;         ///< spellings of forms
  std::vector<EventTypeId> known;         ///< event types in any pattern
  std::vector<EventTypeId> read;          ///< those that some rule which counts looks at
  std::vector<EventTypeId> acts;          ///< by which what some norm is about is done
  std::vector<std::uint32_t> judgements;  ///< that some rule which counts asks
};

/// So many events in four months; some of them on one day, some of them about nothing that exists.
Timeline randomTimeline(const Material& material, std::uint64_t seed, int events);

/// Makes days of all moments.
Timeline inDays(Timeline timeline);

/// A reading of every issue; of most seeds the standard ones.
std::map<std::string, std::string> randomReadings(const graph::Graph& graph, std::uint64_t seed);

}  // namespace beding::oracle

// Timelines made up from what a graph can read, the same for the same seed: event types of its vocabulary, keys that
// meet each other, texts that its conditions compare with, judgements that answer its questions.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "graph/graph.h"
#include "timeline/timeline.h"

namespace beding::oracle {

/// So many events in four months; some of them on one day, some of them about nothing that exists.
Timeline randomTimeline(const graph::Graph& graph, std::uint64_t seed, int events);

/// A reading of every issue; of most seeds the standard ones.
std::map<std::string, std::string> randomReadings(const graph::Graph& graph, std::uint64_t seed);

}  // namespace beding::oracle

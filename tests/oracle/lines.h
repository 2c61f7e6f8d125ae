// A timeline as lines, and the ways in which they come in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/graph.h"
#include "timeline/timeline.h"

namespace beding::oracle {

/// What is told to an evaluation that goes on.
struct Step {
  std::string line;            ///< JSON Lines, without a line feed
  std::optional<Date> passes;  ///< first the days pass up to this one, when it is not past yet
};

/// Each event and judgement when it was.
std::vector<Step> inOrder(const graph::Graph& graph, const Timeline& timeline);

/// The same late and in disorder, some of it wrong at first and corrected later, with events that never were and are
/// withdrawn. What befalls an event depends on the seed and its key only, so that it stays when others are left out.
std::vector<Step> muddled(const graph::Graph& graph, const Timeline& timeline, std::uint64_t seed);

/// The same number for the same seed and text.
std::uint64_t lot(std::uint64_t seed, const std::string& text);

/// The lines under each other.
std::string textOf(const std::vector<Step>& steps);

}  // namespace beding::oracle

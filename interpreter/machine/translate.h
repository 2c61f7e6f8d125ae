// From a graph to the program that the machine runs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "machine/program.h"

namespace beding::machine {

/// Of the leden named with what they depend on, of all of them when there are none. Nothing when they have a construct
/// that the machine does not run: hours, working days, judgements, agreements about parameters, sentences over two
/// instances, and what docs/machine.md lists further.
std::optional<Program> programOf(const graph::Graph& graph, const std::vector<std::string>& lids);

}  // namespace beding::machine

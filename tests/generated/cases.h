// Timelines for generated code: scenarios and random ones, as lines of text, with what the interpreter says of them.
#pragma once

#include <iosfwd>

#include "generate/generate.h"
#include "timeline/timeline.h"

namespace beding::generated {

/// A program that reads cases and prints outcomes, one line each.
std::string driverOf(const graph::Graph& graph, const generate::Generated& generated);

/// Why a timeline cannot be told to generated code: it knows days and no hours. Empty when it can.
std::string unfit(const Timeline& timeline);

/// One case: the timeline through that day, as the driver reads it.
void writeCase(std::ostream& out, const graph::Graph& graph, const generate::Generated& generated,
               const Timeline& timeline, Date asOf);

/// What has outcomes, as `{"uitkomsten": […]}` names it: a line "lid naam soort" each.
void writeReported(std::ostream& out, const graph::Graph& graph, const generate::Generated& generated);

}  // namespace beding::generated

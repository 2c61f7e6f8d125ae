// The parts of the header: what it needs, the fixed part, and the agreement with its events.
#pragma once

#include "generate/events.h"

namespace beding::generate {

/// How it was made, and what it includes.
std::string openingText(const graph::Graph& graph, const std::string& command);

/// The fixed part (kern/*.h) as one text, which several headers may each bring along.
std::string kernelText();

/// Events, instances, sentences and the class of the agreement; what could not be made is told to the model.
std::string agreementText(Model& model);

}  // namespace beding::generate

// A contract and its documents: which one counts where they say different things, in words.
#pragma once

#include <string>

#include "engine/world.h"

namespace beding::engine {

/// "de overeenkomst gaat voor vandeez", or the sentence that ranks them; empty when nothing does.
std::string rankText(const World& world, const std::string& first, const std::string& second);

/// "wijkt voor webwinkel:1.1 opzeggen: de overeenkomst gaat voor vandeez"; empty within one document.
std::string givesWayText(const World& world, const graph::Provenance& first, const std::string& name,
                         const graph::Provenance& second);

/// "afgesproken in webwinkel; vandeez zegt 14 dagen"; empty when the value is the document's own.
std::string agreedText(World& world, const graph::Parameter& parameter);

}  // namespace beding::engine

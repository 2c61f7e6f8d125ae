// What happens when a sentence is up: it is looked at again, and what reads it is up next.
#pragma once

#include "generate/reads.h"

namespace beding::generate {

/// `raak(4, i);` for each: for the same instance where it reads only that, else for all.
std::string marks(const std::vector<Reader>& readers, const std::string& indent, bool instance);

/// What an amount per day has come to.
std::string growth(const Model& model, const Sentence& sentence);

/// The function that looks at a sentence again, for each of its instances that is up.
std::string turnName(const Sentence& sentence);
std::string turn(Model& model, const Sentence& sentence);

}  // namespace beding::generate

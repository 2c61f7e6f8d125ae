// What a sentence has to be looked at again for.
#pragma once

#include "generate/model.h"

namespace beding::generate {

/// Worked out; `Model::reads` has them.
Reads readsOf(const Model& model, const Sentence& sentence);

/// Whether it is surely not so of a new instance until something that it reads changes. `slot`: where that stands.
bool beginsUntrue(const Model& model, graph::ExpressionId id, graph::Slot slot);

/// Whether the sentence has to be looked at when its instance comes up: else it waits for what it follows.
bool startsByItself(const Model& model, const Sentence& sentence);

/// The sentences that read it, and whether only for the same instance.
struct Reader {
  const Sentence* sentence;
  bool same;
};
std::vector<Reader> readersOf(const Model& model, Read::What what, std::uint32_t index);

}  // namespace beding::generate

// What a sentence has to be looked at again for.
#pragma once

#include <set>

#include "generate/model.h"

namespace beding::generate {

/// Something that changes. `same`: only the instance that the sentence is about, else any.
struct Read {
  enum class What : std::uint8_t {
    state,
    deadline,
    breach,
    settled,
    advance,
    instances,
    happening,
    agreement,
    exercise,
    norm,
    value,
    ledger,
    hours
  };
  What what = What::state;
  std::uint32_t index = 0;  ///< of the state, norm, entity, pattern or act
  bool same = false;
  friend auto operator<=>(const Read&, const Read&) = default;
};
using Reads = std::set<Read>;
/// Of exercises: whichever the act was.
inline constexpr std::uint32_t anyAct = 0xffffffff;

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

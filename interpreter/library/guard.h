// The border: nothing is thrown across it, and what went wrong has a code and words.
#pragma once

#include <exception>
#include <new>
#include <string>
#include <vector>

#include "base/wording.h"
#include "beding/engine.h"
#include "timeline/timeline.h"

namespace beding::v1 {

inline Text textOf(const Wording& wording) { return {wording.dutch, wording.english}; }
inline Error wrong(Code code, const Wording& message) { return {code, textOf(message)}; }

/// The lines that were wrong, one under the other.
Error errorOf(const std::vector<InputProblem>& problems);
/// Of a program that was compiled with the headers of another version; empty when it is the same.
inline Wording versionProblem(int abi) {
  if (abi == BEDING_ABI) return {};
  return worded({"het programma is gecompileerd met de headers van een andere versie (interface {0}; deze bibliotheek "
                 "heeft {1}); compileer het opnieuw",
                 "the program was compiled with the headers of another version (interface {0}; this library has {1}); "
                 "compile it again"},
                {std::to_string(abi), std::to_string(BEDING_ABI)});
}

/// What `act` returns; what it throws becomes an error. The words of having no memory need none.
template <class Act>
auto guarded(Act act) noexcept -> decltype(act()) {
  try {
    return act();
  } catch (const std::bad_alloc&) {
    return Error{Code::internal, {"geheugen op", "out of memory"}};
  } catch (const std::exception& thrown) {
    return wrong(Code::internal, Wording(thrown.what()));
  }
}

}  // namespace beding::v1

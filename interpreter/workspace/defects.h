// What formalising a text lays bare: what its clauses say of it, and what can be computed from the text itself.
#pragma once

#include <string>
#include <vector>

#include "original/original.h"
#include "workspace/workspace.h"

namespace beding {

struct Defect {
  std::string lid;    ///< "6.5"
  std::string kind;   ///< "opmerking", "kwestie", "niet ingevuld", or a kind of `original/findings.h`
  std::string text;   ///< Dutch
  std::string place;  ///< of the clause, or "regel 171 van de tekst"
};

/// By lid as numbered. From the clauses: every `let op`, every `kwestie` with its readings, every parameter that is not
/// filled in. From the text, if there is one: what `findingsOf` computes.
std::vector<Defect> defectsOf(const Workspace& workspace, const Compiled& compiled, const Original* original);

}  // namespace beding

// Every sentence as a struct that says what its parts come to; how they add up is in kern/zinnen.h.
#pragma once

#include "generate/expressions.h"

namespace beding::generate {

/// What it is about: nothing, one instance, or one beside another.
std::vector<const EntityUse*> instancesOf(const Model& model, const Sentence& sentence);
/// `for` each of them, and the margin of what is done then.
std::string eachInstance(const Model& model, const Sentence& sentence, const std::string& indent, bool fixed);
/// The scope of a sentence's own struct.
Scope scopeOf(const Model& model, const Sentence& sentence);
/// "{{}, *this, factuur}": how the agreement makes one.
std::string made(const Model& model, const Sentence& sentence);
/// "factuur.te_laat", or "opschorten_".
std::string record(const Model& model, const Sentence& sentence);
/// "/// 1.1 betaling: Voor elke factuur moet …"
std::string comment(const Model& model, graph::NodeRef node, const std::string& indent);

/// The head of its struct, and the members that all have.
std::string begunStruct(const Model& model, const Sentence& sentence, const std::string& base);
std::string structOf(Model& model, Expressions& expressions, const Sentence& sentence);
/// A state about two instances, as a function.
std::string relationOf(Model& model, Expressions& expressions, std::uint32_t state);

bool isStandingNorm(const graph::Norm& norm);

}  // namespace beding::generate

// Every sentence as a struct that says what its parts come to; how they add up is in kern/toestand.h, plicht.h ….
#pragma once

#include "generate/expressions.h"

namespace beding::generate {

/// What it is about: nothing, one instance, or one beside another.
std::vector<const EntityUse*> instancesOf(const Model& model, const Sentence& sentence);
/// `for` each of them, and the margin of what is done then.
std::string eachInstance(const Model& model, const Sentence& sentence, const std::string& indent, bool fixed);
/// All instances of some kinds as names (two of one kind have another each), `for` each of them, and their key.
struct Combinations {
  Scope scope;
  std::string loops;
  std::string key;
};
Combinations combinationsOf(const Model& model, const Expressions& expressions,
                            const std::vector<graph::Binder>& binders, const graph::Provenance& where);
/// The scope of a sentence's own struct.
Scope scopeOf(const Model& model, const Sentence& sentence);
/// "{{}, *this, factuur}": how the agreement makes one.
std::string made(const Model& model, const Sentence& sentence);
/// "factuur.te_laat", or "opschorten_".
std::string record(const Model& model, const Sentence& sentence);
/// "/// 1.1 betaling: Voor elke factuur moet …"
std::string comment(const Model& model, graph::NodeRef node, const std::string& indent);

/// One member: `template <class V> Waarheid zolang(V& v) const { return …; }`
std::string member(const std::string& type, const std::string& name, const std::string& parameters,
                   const std::string& body);
/// Whether a bound in hours has gone by, as a member.
std::string passesByHour();
/// `static constexpr bool staand = true;`, if it is.
std::string flag(bool is, const char* name);
/// "en(v, [&] { return …; }, …)"; of nothing it is so. And one of them; of nothing it is not.
std::string allOf(const std::vector<std::string>& parts);
std::string oneOf(const std::vector<std::string>& parts);
/// All of them too, each asked for by itself: what one assumes counts whatever the others are.
std::string eachAsked(const std::vector<std::string>& parts);

/// Refuses what a sentence has and generated code has not.
class Limits {
 public:
  Limits(Model& model, const graph::Provenance& where) : model_(model), where_(where) {}
  void not_(bool present, Phrasing what) {
    if (present) model_.refuse(where_, what);
  }

 private:
  Model& model_;
  const graph::Provenance& where_;
};
void limitBinders(Limits& limits, const std::vector<graph::Binder>& binders);

/// Whether a judgement that is assumed is among what it reads, however far away.
bool restsOnAssumption(const Model& model, graph::NodeRef node);

/// The head of its struct, and the members that all have.
std::string begunStruct(const Model& model, const Sentence& sentence, const std::string& base);
std::string structOf(Model& model, Expressions& expressions, const Sentence& sentence);
/// A state about two instances, as a function.
std::string relationOf(Model& model, Expressions& expressions, std::uint32_t state);

}  // namespace beding::generate

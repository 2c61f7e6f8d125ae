#include "draw/graphviz.h"

#include <dlfcn.h>

#include <optional>

namespace beding::draw {
namespace {

/// Fills in what has that name; false when there is no such thing.
template <class Symbol>
bool find(void* library, const char* name, Symbol*& symbol) {
  symbol = reinterpret_cast<Symbol*>(dlsym(library, name));
  return symbol != nullptr;
}

/// BEDING_GRAPHVIZ is the library that the headers belong to, as CMake found it.
std::optional<Graphviz> loaded() {
  void* const library = dlopen(BEDING_GRAPHVIZ, RTLD_LAZY | RTLD_LOCAL);
  if (library == nullptr) return std::nullopt;
  Graphviz all{};
  const bool whole = find(library, "gvContext", all.gvContext) && find(library, "gvLayout", all.gvLayout) &&
                     find(library, "gvFreeLayout", all.gvFreeLayout) &&
                     find(library, "gvRenderData", all.gvRenderData) &&
                     find(library, "gvFreeRenderData", all.gvFreeRenderData) && find(library, "agread", all.agread) &&
                     find(library, "agclose", all.agclose) && find(library, "agseterr", all.agseterr) &&
                     find(library, "AgMemDisc", all.AgMemDisc);
  return whole ? std::optional(all) : std::nullopt;
}

}  // namespace

const Graphviz* graphviz() {
  static const std::optional<Graphviz> known = loaded();
  return known ? &*known : nullptr;
}

}  // namespace beding::draw

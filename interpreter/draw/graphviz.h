// Graphviz, which is loaded when something is first drawn: who draws nothing does not wait for the dozen libraries that
// it stands on, and need not have them.
#pragma once

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

namespace beding::draw {

/// What we use of it, by its own names.
struct Graphviz {
  decltype(::gvContext)* gvContext;
  decltype(::gvLayout)* gvLayout;
  decltype(::gvFreeLayout)* gvFreeLayout;
  decltype(::gvRenderData)* gvRenderData;
  decltype(::gvFreeRenderData)* gvFreeRenderData;
  decltype(::agread)* agread;
  decltype(::agclose)* agclose;
  decltype(::agseterr)* agseterr;
  decltype(::AgMemDisc)* AgMemDisc;
};

/// Nothing when it is not installed. Stays loaded for the life of the program.
const Graphviz* graphviz();

}  // namespace beding::draw

// Drawings of the rule graph. The only folder that knows Graphviz.
#pragma once

#include <optional>
#include <string>

#include "graph/view.h"

namespace beding::draw {

/// The view as an SVG picture, a legend in it; nothing when Graphviz refuses or
/// is not installed. The same view gives the same bytes on one
/// machine; another machine may have other fonts. Safe to call from several threads: they wait for each other.
std::optional<std::string> svgOf(const graph::View& view);

}  // namespace beding::draw

// Themes under which outcomes of different documents are laid side by side.
#pragma once

#include <string>

#include "engine/outcome.h"

namespace beding {

/// Of an outcome of which nothing says what it is about.
inline constexpr const char* otherTheme = "overig";

/// The theme of an outcome: what its lid declares (`eigenschap thema: "betaling".`), else what the graph makes of it
/// (interest, a power that ends the agreement, a limit of liability), else what its article declares, else
/// `otherTheme`.
std::string themeOf(const graph::Graph& graph, const Outcome& outcome);

}  // namespace beding

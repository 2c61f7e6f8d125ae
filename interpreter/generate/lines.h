// How generated code stands on the page.
#pragma once

#include <string>
#include <string_view>

namespace beding::generate {

/// Longest line, in bytes.
inline constexpr std::size_t lineWidth = 120;

/// The same code with its longer lines broken: a block has each statement on a line of its own, arguments go on below,
/// and what is said beside the code comes above it. Only white space changes; what has no place to break stays long.
std::string foldedLines(std::string_view code);

}  // namespace beding::generate

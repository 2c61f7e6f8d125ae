// Bytes to characters: the text as the lexer wants it, and the way back from its characters to places in the source.
#pragma once

#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "parser/scenario_blocks.h"

namespace beding::parser {

/// A text without byte order mark, its accents one with their letters.
struct Characters {
  std::u32string text;
  std::vector<std::uint32_t> offsets;  ///< byte in the source of each character, and of the end
};

/// Reports every run of bytes that is not UTF-8; U+FFFD stands in its place. Without those blocks, which are in order.
Characters charactersOf(const SourceFile& file, FileIndex index, Diagnostics& diagnostics,
                        const std::vector<Block>& without);

}  // namespace beding::parser

// The canonical layout of a file of clauses. It changes white space, and “curly quotes” that should be straight ones;
// every other word, mark and comment stays. What is laid out comes back the same.
#pragma once

#include <optional>
#include <string>

#include "diagnostics/diagnostic.h"
#include "source/source.h"

namespace beding {

/// The file laid out, or nothing when it has mistakes, which are reported. It may add versions of the file to
/// `sources`: messages then speak of those.
std::optional<std::string> laidOut(SourceSet& sources, FileIndex file, Diagnostics& diagnostics);

}  // namespace beding

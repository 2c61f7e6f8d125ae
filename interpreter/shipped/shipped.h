// The shipped documents as they were compiled when this program was built: who only evaluates need not compile again.
#pragma once

#include <optional>
#include <string_view>

namespace beding {

/// The `.bgraf` of a shipped document. Nothing unless `document`, a DOC as people give it, comes to exactly the files
/// that it was compiled of: the same names and the same bytes, those of the documents that a contract is under among
/// them. What compiling would make now is then the same graph.
std::optional<std::string_view> shippedGraph(std::string_view document);

}  // namespace beding

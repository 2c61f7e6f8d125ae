// Names on a timeline that neither it nor the document knows. They are most often a slip of the pen, and as they change
// nothing, nobody would notice.
#pragma once

#include <vector>

#include "base/wording.h"
#include "graph/graph.h"
#include "timeline/timeline.h"

namespace beding {

namespace engine {
class DocumentNames;
}

/// A name that nothing has, and the line that says it.
struct UnknownName {
  std::uint32_t line = 0;
  Wording message;
};

struct UnknownNames {
  /// In the order of the lines: references to no instance, agreements over no topic, answers to no question, and roles
  /// that no party has. What names another document is of no concern here.
  std::vector<UnknownName> found;
  /// Every name is one of the timeline or the document, and stays so whatever comes behind it.
  bool allKnown = true;
};

UnknownNames unknownNames(const engine::DocumentNames& document, const Timeline& timeline);

/// Whether nothing has to be looked up for the events behind the first `known`: they name only what stands on the
/// timeline by that very name. There are few of them, and no judgements.
bool goOnKnown(const Timeline& timeline, const std::vector<EventType>& types, std::size_t& known);

}  // namespace beding

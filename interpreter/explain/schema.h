// JSON Schemas (draft 2020-12) of the data formats, as text: `beding schema`.
#pragma once

#include <string>
#include <vector>

#include "timeline/schema.h"

namespace beding {

/// One line of a timeline, generated from the event types.
std::string timelineSchema(const std::vector<EventType>& types);
/// What `evalueer --json` prints, and each line of `portefeuille`.
std::string outcomeSchema();
/// What `graaf --vorm json` prints.
std::string graphSchema();

}  // namespace beding

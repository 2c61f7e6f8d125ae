// The commonest spellings of values, read without a copy. Only for the files of this folder.
#pragma once

#include <string_view>

#include "timeline/plain_timeline.h"
#include "timeline/record.h"

namespace beding {

/// Exactly as the thorough way would read it. False where that has to look.
bool plainValue(const Attribute& attribute, const Written& written, DaysRead& days, PlainValue& value);

}  // namespace beding

// The commonest spellings of values, read without a copy. Only for the files of this folder.
#pragma once

#include <string_view>

#include "timeline/plain_timeline.h"
#include "timeline/record.h"

namespace beding {

/// Exactly `2025-03-01`, and there is such a day.
bool plainDay(std::string_view text, Date& day);

/// Exactly as the thorough way would read it. False where that has to look.
bool plainValue(const Attribute& attribute, const Written& written, PlainValue& value);

}  // namespace beding

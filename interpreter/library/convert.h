// Between what the engine knows and what programs see.
#pragma once

#include "beding/engine.h"
#include "engine/plain_outcome.h"
#include "timeline/record.h"

namespace beding::v1 {

/// Refused when an amount has more cents than a number holds.
Result<Outcomes> outcomesOf(beding::Evaluation evaluation, bool all);
/// `rates`: those of the document, as percentages.
Outcomes outcomesOf(const PlainDocument& document, const std::vector<std::vector<std::string>>& rates,
                    const PlainEvaluation& evaluation);
Result<Explanation> explanationOf(beding::Outcome outcome);

/// The day, or nothing when there is no such day.
std::optional<beding::Date> dayOf(Date date);
Date dateOf(beding::Date day);

/// The event as line `number` of a timeline.
Record recordOf(const Event& event, std::uint32_t number);
/// The line as JSON, without a line feed; it is read as what it was.
std::string jsonLine(const Record& record);

}  // namespace beding::v1

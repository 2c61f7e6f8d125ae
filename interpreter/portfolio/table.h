// Outcomes as lines of a table, for spreadsheets.
#pragma once

#include <string>

#include "engine/outcome.h"

namespace beding {

/// The names of the columns: those of the JSON. New ones come behind those that there were.
std::string tableHeading();
/// A line per outcome; cells with a comma, quote or line feed are quoted (RFC 4180). Of breaches and of the questions
/// that an outcome waits for there is the number.
std::string tableLines(const Evaluation& evaluation, const std::string& contract, bool all);

}  // namespace beding

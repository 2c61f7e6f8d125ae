// Outcomes as lines of a table, for spreadsheets.
#pragma once

#include <string>

#include "engine/outcome.h"

namespace beding {

/// overeenkomst,lid,naam,soort,sleutel,status,drager,jegens,vanaf,uiterlijk,tot,sinds,bedrag,open
std::string tableHeading();
/// A line per outcome; cells with a comma, quote or line feed are quoted (RFC 4180).
std::string tableLines(const Evaluation& evaluation, const std::string& contract, bool all);

}  // namespace beding

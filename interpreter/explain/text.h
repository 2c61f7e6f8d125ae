// Outcomes and explanations for people. Headings, statuses and days follow the language; reasons quote clauses and are
// Dutch.
#pragma once

#include <string>

#include "base/wording.h"
#include "engine/outcome.h"

namespace beding {

struct TextOptions {
  bool all = false;     ///< also what sleeps or is unavailable
  bool colour = false;  ///< ANSI colours, for a terminal
  Language language = Language::dutch;
};

/// A table in groups: what is breached, what is due, what is owed, which powers there are, what else holds; then
/// questions, assumptions and warnings. Groups without rows are left out.
std::string outcomesText(const Evaluation& evaluation, const TextOptions& options = {});

/// The outcome in a sentence, and below it the tree of what it rests on.
std::string whyText(const Outcome& outcome, const TextOptions& options = {});

/// The outcome in a line, without its explanation: `6.5 betaling F1, Opdrachtgever: geschonden, uiterlijk 15 juni
/// 2026`.
std::string outcomeLine(const Outcome& outcome, Language language = Language::dutch);
/// Its two halves: `6.5 betaling F1, Opdrachtgever` and `geschonden, uiterlijk 15 juni 2026`.
std::string outcomeHead(const Outcome& outcome);
std::string outcomeState(const Outcome& outcome, Language language = Language::dutch);

}  // namespace beding

// Outcomes and explanations as JSON, exactly as other programs rely on them. Same input, same bytes.
#pragma once

#include <string>
#include <string_view>

#include "engine/outcome.h"

namespace beding {

/// Version of the JSON formats; raised when a field changes meaning.
inline constexpr int jsonVersion = 1;

struct JsonOptions {
  bool all = false;      ///< `--alles`: also what sleeps or is unavailable
  bool oneLine = false;  ///< the whole object on one line (`portefeuille`); else an outcome per line
  std::string contract;  ///< `overeenkomst`, in a portfolio
};

/// One object: versie, document, [overeenkomst,] peildatum, uitkomsten, vragen, aannamen, waarschuwingen. Ends with a
/// line feed.
std::string outcomesJson(const Evaluation& evaluation, const JsonOptions& options = {});

/// One outcome as it stands in `uitkomsten`, without a line feed.
std::string outcomeJson(const Outcome& outcome);

/// An outcome and its explanation tree: {"versie", "document", "peildatum", "uitkomst": {...}, "waarom": {"tekst",
/// "lid", "bron", "omdat": [...]}}.
std::string whyJson(const Evaluation& evaluation, const Outcome& outcome);

}  // namespace beding

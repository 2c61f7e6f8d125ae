// What a scenario expects, and whether an evaluation gives it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "engine/outcome.h"
#include "syntax/tree.h"

namespace beding {

/// One further field: `uiterlijk 15 maart 2025`.
struct ExpectedField {
  std::string name;  ///< as the interface writes it: "uiterlijk_laatst"
  Value value;       ///< of a literal
  std::string text;  ///< as a timeline writes it; compared when the field holds text
};

/// An expectation taken apart. Empty texts ask nothing.
struct Expected {
  std::string lid;   ///< with its document; covers its parts: "vandeez:6.5"
  std::string name;  ///< folded
  std::string key;   ///< several joined by "/"
  std::string bearer;
  std::string status;   ///< as the interface writes it: "te-laat-nagekomen"
  bool absent = false;  ///< is er niet
  std::vector<ExpectedField> fields;
};

/// Takes an expectation apart; what cannot be understood is reported. Lids are completed with `document`.
Expected expectedOf(const syntax::Expectation& expectation, std::string_view document, Diagnostics& diagnostics);

/// Whether the evaluation holds what is expected.
bool holds(const Expected& expected, const Evaluation& evaluation);

/// The outcomes of that lid, name, key and bearer, whatever their status.
std::vector<const Outcome*> candidates(const Expected& expected, const Evaluation& evaluation);

/// What came out, in Dutch, for the message of a failure: one line per candidate, or that there is none and what the
/// lid does have.
std::string whatCameOut(const Expected& expected, const Evaluation& evaluation, Language language = Language::dutch);

/// Whether the outcome is left out unless asked for: dormant, or known not to hold.
bool isLive(const Outcome& outcome);

}  // namespace beding

// Which norms the scenarios of a document have seen, and which ways they can go (`toets --dekking`).
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/wording.h"
#include "engine/outcome.h"
#include "workspace/workspace.h"

namespace beding {

/// What a norm can never show, and why.
struct Impossible {
  std::string what;
  Wording why;
};

/// What a norm has still to show: `geschonden`, `ongeldig uitgeoefend`, `indien: niet waar`.
struct NormCoverage {
  std::string lid;
  std::string name;
  std::vector<std::string> seen;
  std::vector<std::string> missing;
  std::vector<Impossible> impossible;
};

/// Gathers what evaluations show of the norms of one document. A duty is to be seen performed and, if it can be,
/// breached; a prohibition kept and breached; a power validly used and refused; a denial refusing an attempt; a
/// requirement met and wanting; a condition true and false.
class ScenarioCoverage {
 public:
  explicit ScenarioCoverage(const Compiled& compiled) : compiled_(compiled) {}

  /// An evaluation on a day that a scenario asks about, with its explanations.
  void see(const Evaluation& evaluation);

  /// The norms of the standard readings, in order of their leden as written.
  [[nodiscard]] std::vector<NormCoverage> norms() const;

 private:
  void seeExercise(const Outcome& exercise);
  void seeBranches(const std::string& norm, const std::vector<Reason>& reasons);

  const Compiled& compiled_;
  std::map<std::string, std::set<std::string>> seen_;  ///< "6.5 betaling" -> what was seen
};

}  // namespace beding

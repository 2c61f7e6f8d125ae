#include "workspace/scenario_coverage.h"

#include <algorithm>
#include <array>

#include "graph/opposition.h"

namespace beding {
namespace {

constexpr std::array<std::string_view, 3> branchWords = {"indien", "tenzij", "zolang"};
constexpr std::array<std::string_view, 2> truths = {"niet waar", "waar"};  // the longer one first

std::string idOf(const std::string& lid, const std::string& name) { return lid + " " + name; }

std::string idOf(const Outcome& outcome) { return idOf(outcome.lid.substr(outcome.lid.find(':') + 1), outcome.name); }

/// What a status shows; a late performance shows both.
std::vector<std::string> shownBy(const Outcome& outcome) {
  const std::string& status = outcome.status;
  if (outcome.kind == OutcomeKind::exercise) {
    if (status == "geldig" || status == "ongeldig") return {status + " uitgeoefend"};
    return {};
  }
  if (status == "te-laat-nagekomen") return {"nagekomen", "geschonden"};
  return {status};
}

bool isDuty(graph::NormKind kind) {
  return kind == graph::NormKind::obligation || kind == graph::NormKind::effort || kind == graph::NormKind::guarantee;
}

bool isPower(graph::NormKind kind) { return kind == graph::NormKind::power || kind == graph::NormKind::liberty; }

/// A duty without a term is never late.
bool canBeBreached(const graph::Norm& norm) {
  return norm.term.last.valid() || norm.term.soft.valid() || norm.breachWhen.valid();
}

/// What nothing is asked of (mag derden inschakelen) is never refused while the agreement lasts.
bool canBeRefused(const graph::Graph& graph, const graph::Norm& norm) {
  const bool asksItself = norm.trigger || norm.condition.valid() || norm.during.valid() || norm.unless.valid() ||
                          norm.form.valid() || norm.term.last.valid() || norm.exerciseCondition.valid() ||
                          norm.oncePer || norm.oncePerCalendarYear || norm.againstDay.valid();
  return asksItself || std::any_of(graph.norms.begin(), graph.norms.end(), [&](const graph::Norm& other) {
           return graph::isRequirementOn(other, norm) || (graph::denies(other.kind) && graph::opposed(norm, other));
         });
}

void addBranches(const graph::Norm& norm, std::vector<std::string>& wanted) {
  const std::array conditions = {norm.condition, norm.unless, norm.during};
  for (std::size_t at = 0; at < conditions.size(); ++at) {
    if (!conditions[at].valid()) continue;
    for (const std::string_view truth : truths) {
      wanted.push_back(std::string(branchWords[at]) + ": " + std::string(truth));
    }
  }
}

/// A guarantee is never done with: kept, it stays open.
std::vector<std::string> wantedOf(const graph::Graph& graph, const graph::Norm& norm) {
  std::vector<std::string> wanted;
  if (isDuty(norm.kind)) wanted = {norm.kind == graph::NormKind::guarantee ? "open" : "nagekomen"};
  if (isDuty(norm.kind) && canBeBreached(norm)) wanted.emplace_back("geschonden");
  if (norm.kind == graph::NormKind::prohibition) wanted = {"geldt", "overtreden"};
  if (isPower(norm.kind)) wanted = {"geldig uitgeoefend"};
  if (isPower(norm.kind) && canBeRefused(graph, norm)) wanted.emplace_back("ongeldig uitgeoefend");
  if (!wanted.empty()) addBranches(norm, wanted);
  return wanted;
}

/// `zolang de factuur te laat is: waar` shows `zolang: waar`.
std::string branchOf(const std::string& text) {
  for (const std::string_view word : branchWords) {
    if (!text.starts_with(word)) continue;
    for (const std::string_view truth : truths) {
      if (text.ends_with(" " + std::string(truth))) return std::string(word) + ": " + std::string(truth);
    }
  }
  return {};
}

}  // namespace

void ScenarioCoverage::seeBranches(const std::string& norm, const std::vector<Reason>& reasons) {
  for (const Reason& reason : reasons) {
    if (const std::string branch = branchOf(reason.text); !branch.empty()) seen_[norm].insert(branch);
  }
}

void ScenarioCoverage::see(const Evaluation& evaluation) {
  for (const Outcome& outcome : evaluation.outcomes) {
    const std::string norm = idOf(outcome);
    for (const std::string& shown : shownBy(outcome)) seen_[norm].insert(shown);
    seeBranches(norm, outcome.why.because);
  }
}

std::vector<NormCoverage> ScenarioCoverage::norms() const {
  const graph::Graph& graph = compiled_.graph;
  std::vector<NormCoverage> all;
  for (const graph::Norm& norm : graph.norms) {
    const bool standard = !norm.guard.issue || at(graph.issues, norm.guard.issue).standard == norm.guard.reading;
    if (norm.where.document != graph.document || norm.where.lid.empty() || !standard) continue;
    NormCoverage entry{norm.where.lid, norm.name, {}, {}};
    const auto seen = seen_.find(idOf(entry.lid, entry.name));
    for (std::string& wanted : wantedOf(graph, norm)) {
      const bool found = seen != seen_.end() && seen->second.contains(wanted);
      (found ? entry.seen : entry.missing).push_back(std::move(wanted));
    }
    if (!entry.seen.empty() || !entry.missing.empty()) all.push_back(std::move(entry));
  }
  return all;
}

}  // namespace beding

#include "workspace/scenario_coverage.h"

#include <algorithm>
#include <array>

#include "graph/opposition.h"

namespace beding {
namespace {

constexpr std::array<std::string_view, 3> branchWords = {"indien", "tenzij", "zolang"};
constexpr std::array<std::string_view, 2> truths = {"niet waar", "waar"};  // the longer one first

constexpr std::string_view refused = "poging geweigerd";               // onbevoegdheid
constexpr std::string_view met = "voldaan", wanting = "niet voldaan";  // eis

std::string idOf(const std::string& lid, const std::string& name) { return lid + " " + name; }

std::string idOf(const Outcome& outcome) { return idOf(outcome.lid.substr(outcome.lid.find(':') + 1), outcome.name); }

std::string idOf(const graph::Norm& norm) { return idOf(norm.where.lid, norm.name); }

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

/// A duty without a term is never late.
bool canBeBreached(const graph::Norm& norm) {
  return norm.term.last.valid() || norm.term.soft.valid() || norm.breachWhen.valid();
}

/// Whether what the norm is about only comes to be by the act itself (meerwerk, by doing it).
bool arisesByAct(const graph::Graph& graph, const graph::Norm& norm) {
  if (!norm.act || !at(graph.acts, norm.act).doneBy) return false;
  const auto& ways = at(graph.patterns, at(graph.acts, norm.act).doneBy).alternatives;
  const auto isMade = [&](const graph::Binder& binder) {
    const graph::PatternId made = at(graph.entities, binder.entity).created;
    return made && std::any_of(ways.begin(), ways.end(), [&](const graph::PatternAlternative& way) {
             const auto& sources = at(graph.patterns, made).alternatives;
             return std::all_of(sources.begin(), sources.end(),
                                [&](const auto& source) { return source.type == way.type; });
           });
  };
  return std::any_of(norm.binders.begin(), norm.binders.end(), isMade);
}

/// Whether it is about something that may not be there, or not be such.
bool needsInstance(const graph::Graph& graph, const graph::Norm& norm) {
  const bool fixedBearer = !norm.bearer.slot && !norm.bearer.expression;  // else without an instance there is no bearer
  return fixedBearer && std::any_of(norm.binders.begin(), norm.binders.end(), [&](const graph::Binder& binder) {
           return binder.where || (binder.entity != graph::EntityId{0} && !arisesByAct(graph, norm));
         });
}

/// What nothing is asked of (mag derden inschakelen) is never refused while the agreement lasts.
bool canBeRefused(const graph::Graph& graph, const graph::Norm& norm) {
  const bool asksItself = norm.trigger || norm.condition.valid() || norm.during.valid() || norm.unless.valid() ||
                          norm.form.valid() || norm.term.last.valid() || norm.exerciseCondition.valid() ||
                          norm.oncePer || norm.oncePerCalendarYear || norm.againstDay.valid() ||
                          needsInstance(graph, norm);
  return asksItself || std::any_of(graph.norms.begin(), graph.norms.end(), [&](const graph::Norm& other) {
           return graph::isRequirementOn(other, norm) || (graph::denies(other.kind) && graph::opposed(norm, other));
         });
}

/// A requirement has no outcome of its own: it is asked of who exercises a power.
bool isAskedOfAPower(const graph::Graph& graph, const graph::Norm& requirement) {
  return std::any_of(graph.norms.begin(), graph.norms.end(),
                     [&](const graph::Norm& power) { return graph::isRequirementOn(requirement, power); });
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

bool goesOnForever(const graph::Norm& norm) { return norm.standing && norm.surviving && !norm.survivesUntil; }

/// What is to be seen of a norm, and what of that can never be.
class Wanted {
 public:
  Wanted(const graph::Graph& graph, const graph::Norm& norm) {
    if (isDuty(norm.kind)) duty(norm);
    if (norm.kind == graph::NormKind::prohibition) prohibition(graph, norm);
    if (isPower(norm.kind)) power(graph, norm);
    if (norm.kind == graph::NormKind::noPower) statuses = {std::string(refused)};
    if (!statuses.empty()) addBranches(norm, statuses);
    if (norm.kind == graph::NormKind::requirement) requirement(graph, norm);
  }

  std::vector<std::string> statuses;
  std::vector<Impossible> impossible;

 private:
  void duty(const graph::Norm& norm) {
    const bool guarantee = norm.kind == graph::NormKind::guarantee;
    if (guarantee)
      never("nagekomen", Phrasing("wie ergens voor instaat is nooit klaar", "a guarantee is never done with"));
    else if (goesOnForever(norm))
      never("nagekomen", Phrasing("zij gaat zonder einde door", "it goes on without end"));
    statuses = {guarantee || goesOnForever(norm) ? "open" : "nagekomen"};
    if (canBeBreached(norm))
      statuses.emplace_back("geschonden");
    else
      never("geschonden",
            Phrasing("zij heeft geen termijn, en niets schendt haar", "it has no term, and nothing breaches it"));
  }

  void prohibition(const graph::Graph& graph, const graph::Norm& norm) {
    statuses = {"overtreden"};
    if (!arisesByAct(graph, norm))
      statuses.emplace_back("geldt");
    else
      never("geldt", Phrasing("waarover het gaat ontstaat pas door de handeling zelf",
                              "what it is about arises by the act itself"));
  }

  void power(const graph::Graph& graph, const graph::Norm& norm) {
    statuses = {"geldig uitgeoefend"};
    if (canBeRefused(graph, norm))
      statuses.emplace_back("ongeldig uitgeoefend");
    else
      never("ongeldig uitgeoefend", Phrasing("zolang de Overeenkomst loopt wordt er niets voor gevraagd",
                                             "while the agreement lasts nothing is asked for it"));
  }

  void requirement(const graph::Graph& graph, const graph::Norm& norm) {
    statuses = {std::string(met), std::string(wanting)};
    if (isAskedOfAPower(graph, norm)) return;
    for (std::string& status : statuses)
      never(std::move(status), Phrasing("geen bevoegdheid valt eronder", "no power falls under it"));
    statuses.clear();
  }

  void never(std::string what, const Phrasing& why) { impossible.push_back({std::move(what), why}); }
};

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

/// An attempt ran into the denial: by itself, or as what excludes the power that was tried.
bool isRefusal(const graph::Norm& denial, const graph::Norm& tried, const Reason& step) {
  const bool against = &denial == &tried || graph::opposed(tried, denial);
  return against && step.text.ends_with(":" + denial.where.lid + " sluit dit uit»: niet in orde");
}

/// The step tests what the requirement asks: its form, its condition, or its last day.
bool tests(const graph::Graph& graph, const graph::Norm& requirement, const Reason& step) {
  if (!step.lid.ends_with(":" + requirement.where.lid)) return false;
  if (requirement.form && step.text.starts_with("vorm: " + at(graph.forms, requirement.form).name + " ")) return true;
  if (requirement.term.last && step.text.starts_with("termijn: ")) return true;
  return !requirement.requirement.empty() && step.text.starts_with("voorwaarde «" + requirement.requirement + "»");
}

/// What one step of the explanation of an exercise shows of a denial or a requirement.
std::string_view shownOf(const graph::Graph& graph, const graph::Norm& norm, const graph::Norm& tried,
                         const Reason& step) {
  if (norm.kind == graph::NormKind::noPower && isRefusal(norm, tried, step)) return refused;
  if (norm.kind != graph::NormKind::requirement || !graph::isRequirementOn(norm, tried) || !tests(graph, norm, step))
    return {};
  return step.text.ends_with(": in orde") ? met : step.text.ends_with(": niet in orde") ? wanting : "";
}

}  // namespace

void ScenarioCoverage::seeExercise(const Outcome& exercise) {
  const graph::Graph& graph = compiled_.graph;
  for (const graph::Norm& tried : graph.norms) {
    if (idOf(tried) != idOf(exercise)) continue;
    for (const graph::Norm& norm : graph.norms) {
      for (const Reason& step : exercise.why.because) {
        if (const std::string_view shown = shownOf(graph, norm, tried, step); !shown.empty())
          seen_[idOf(norm)].emplace(shown);
      }
    }
  }
}

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
    if (outcome.kind == OutcomeKind::exercise) seeExercise(outcome);
  }
}

std::vector<NormCoverage> ScenarioCoverage::norms() const {
  const graph::Graph& graph = compiled_.graph;
  std::vector<NormCoverage> all;
  for (const graph::Norm& norm : graph.norms) {
    const bool standard = !norm.guard.issue || at(graph.issues, norm.guard.issue).standard == norm.guard.reading;
    if (norm.where.document != graph.document || norm.where.lid.empty() || !standard) continue;
    Wanted show(graph, norm);
    NormCoverage entry{norm.where.lid, norm.name, {}, {}, std::move(show.impossible)};
    const auto seen = seen_.find(idOf(entry.lid, entry.name));
    std::erase_if(entry.impossible, [&](const Impossible& each) {  // it was, in a case of its own (after the end)
      return seen != seen_.end() && seen->second.contains(each.what);
    });
    for (std::string& wanted : show.statuses) {
      const bool found = seen != seen_.end() && seen->second.contains(wanted);
      (found ? entry.seen : entry.missing).push_back(std::move(wanted));
    }
    if (!entry.seen.empty() || !entry.missing.empty() || !entry.impossible.empty()) all.push_back(std::move(entry));
  }
  return all;
}

}  // namespace beding

#include "workspace/scenarios.h"

#include <algorithm>
#include <map>

#include "base/parallel.h"
#include "base/text.h"
#include "diagnostics/registry_scenario.h"
#include "engine/engine.h"
#include "engine/known_names.h"
#include "engine/readings.h"
#include "engine/unknown_names.h"
#include "timeline/messages.h"
#include "workspace/expectation.h"
#include "workspace/outcome_names.h"
#include "workspace/timeline_from_scenario.h"

namespace beding {
namespace {

/// A scenario with the document under which it runs.
struct Run {
  const syntax::Scenario* scenario = nullptr;
  const Compiled* compiled = nullptr;
  const OutcomeNames* names = nullptr;
};

/// The outcome names of each document, made once.
class NamesByDocument {
 public:
  explicit NamesByDocument(const Workspace& workspace) : workspace_(workspace) {}

  const OutcomeNames* of(const Compiled* compiled) {
    return &made_.try_emplace(compiled, workspace_, *compiled).first->second;
  }
  const engine::DocumentNames& onTimelines(const Compiled& compiled) {
    return read_.try_emplace(&compiled, compiled.graph).first->second;
  }

 private:
  const Workspace& workspace_;
  std::map<const Compiled*, OutcomeNames> made_;
  std::map<const Compiled*, engine::DocumentNames> read_;
};

/// The compiled document, unless it has mistakes of its own.
const Compiled* whole(Workspace& workspace, const Document& document, Span place, Diagnostics& diagnostics) {
  const Compiled& compiled = workspace.compile(document);
  if (compiled.whole) return &compiled;
  diagnostics.report(diagnostics::brokenDocument, place, {document.name});
  return nullptr;
}

/// The document that a scenario names: the one it stands in, or a shipped one. Reports a name that is neither.
const Compiled* named(Workspace& workspace, const Document& own, const std::string& name, Span place,
                      Diagnostics& diagnostics) {
  if (name == own.name) return whole(workspace, own, place, diagnostics);
  const Opened opened = workspace.open(name);
  if (!opened.problem.empty()) {
    const std::vector<std::string> known = shippedDocuments();
    diagnostics.report(diagnostics::unknownDocument, place, {name}).suggestions = nearest(name, known);
    return nullptr;
  }
  return whole(workspace, opened.documents.front(), place, diagnostics);
}

/// The documents under which a scenario runs.
std::vector<const Compiled*> documentsOf(Workspace& workspace, const Document& own, const syntax::Scenario& scenario,
                                         Diagnostics& diagnostics) {
  const std::vector<std::string> names = scenario.documents.empty() ? std::vector{own.name} : scenario.documents;
  std::vector<const Compiled*> found;
  for (const std::string& name : names) {
    if (const Compiled* compiled = named(workspace, own, name, scenario.span, diagnostics)) found.push_back(compiled);
  }
  return found;
}

ScenarioTimeline timelineFor(const Run& run, Diagnostics& diagnostics) {
  ScenarioTimeline made = timelineOf(run.scenario->name, run.scenario->events, run.compiled->graph);
  for (auto& [place, problem] : made.problems) diagnostics.report(diagnostics::badEvent, place, {problem});
  return made;
}

/// The readings that a scenario chooses in this document.
std::map<std::string, std::string> readingsOf(const Run& run, Diagnostics& diagnostics) {
  std::map<std::string, std::string> readings;
  for (const syntax::ReadingChoice& choice : run.scenario->readings) {
    const auto colon = choice.lid.find(':');
    if (colon != std::string::npos && choice.lid.substr(0, colon) != run.compiled->graph.document) continue;
    Wording problem = worded({"«lezing {0}» noemt niet het lid en de kwestie waarvan zij er een is",
                              "«lezing {0}» does not name the lid and the kwestie that it is a reading of"},
                             {choice.reading});
    if (!choice.lid.empty())
      problem = chooseReading(run.compiled->graph, choice.lid + "/" + choice.issue + "=" + choice.reading, readings);
    if (!problem.empty()) diagnostics.report(diagnostics::unknownChoice, choice.span, {problem});
  }
  return readings;
}

/// Whether an expectation of another document is one of a document that the scenario runs under too.
bool isOfOther(const Run& run, const std::string& lid) {
  const std::string document = lid.substr(0, std::min(lid.find(':'), lid.size()));
  const auto& documents = run.scenario->documents;
  return document != run.compiled->graph.document &&
         std::find(documents.begin(), documents.end(), document) != documents.end();
}

/// Takes an expectation apart. One of an outcome that cannot come out is wrong, also when it says that it is not there.
Expected expectedIn(const Run& run, const syntax::Expectation& expectation, Diagnostics& diagnostics) {
  const std::string& document = run.compiled->graph.document;
  const std::size_t before = diagnostics.all().size();
  Expected expected = expectedOf(expectation, document, diagnostics);
  if (diagnostics.all().size() == before && !isOfOther(run, expected.lid))
    checkOutcome(expected, *run.names, document, expectation.span, diagnostics);
  return expected;
}

/// Evaluates on demand, once per date.
class Evaluations {
 public:
  Evaluations(const graph::Graph& graph, const Timeline& timeline, std::map<std::string, std::string> readings,
              const SeeEvaluation& see)
      : graph_(graph), timeline_(timeline), readings_(std::move(readings)), see_(see) {}

  const Evaluation& on(Date day) {
    const auto [place, isNew] = byDay_.try_emplace(day);
    if (isNew) {
      EvaluationOptions options;
      options.asOf = day;
      options.readings = readings_;
      options.explain = static_cast<bool>(see_);
      place->second = evaluate(graph_, timeline_, options);
      if (see_) see_(place->second);
    }
    return place->second;
  }

 private:
  const graph::Graph& graph_;
  const Timeline& timeline_;
  std::map<std::string, std::string> readings_;
  const SeeEvaluation& see_;
  std::map<Date, Evaluation> byDay_;
};

ScenarioResult runOne(const Run& run, const SourceSet& sources, const SeeEvaluation& see) {
  ScenarioResult result{
      run.scenario->name, run.compiled->graph.document, run.scenario->span, run.scenario->expectations.size(), {}, {}};
  const ScenarioTimeline made = timelineFor(run, result.problems);
  auto readings = readingsOf(run, result.problems);
  if (result.problems.hasErrors()) return result;
  Evaluations evaluations(run.compiled->graph, made.timeline, std::move(readings), see);
  for (const syntax::Expectation& expectation : run.scenario->expectations) {
    const Expected expected = expectedIn(run, expectation, result.problems);
    const Evaluation& evaluation = evaluations.on(expectation.at.day);
    if (holds(expected, evaluation)) continue;
    Wording cameOut;
    cameOut.dutch = whatCameOut(expected, evaluation, Language::dutch);
    cameOut.english = whatCameOut(expected, evaluation, Language::english);
    result.failures.push_back({expectation.span, std::string(sources.text(expectation.span)), std::move(cameOut)});
  }
  return result;
}

/// A result for a scenario whose document is not there.
ScenarioResult notRun(const Document& document, const syntax::Scenario& scenario, Diagnostics problems) {
  return {scenario.name, document.name, scenario.span, scenario.expectations.size(), {}, std::move(problems)};
}

/// An expectation that something is not there passes with every key; one that nothing has is a slip.
void tellUnknownKey(const Expected& expected, const engine::KnownNames& known, Span place, Diagnostics& diagnostics) {
  if (expected.absent && !expected.key.empty() && !known.isSaid(expected.key) && !known.isPlace(expected.key))
    diagnostics.report(diagnostics::unknownName, place, {messages::unknownKey(expected.key, known.instances())});
}

/// What no document of a scenario knows.
struct UnknownEverywhere {
  std::vector<UnknownName> names;
  bool any = false;

  void add(const std::vector<UnknownName>& found) {
    if (!any) names = found;
    any = true;
    std::erase_if(names, [&](const UnknownName& name) {
      return std::none_of(found.begin(), found.end(),
                          [&](const UnknownName& other) { return other.line == name.line; });
    });
  }
};

/// A scenario under its documents, looked at without evaluating it. Scenarios do not know of each other.
struct Checking {
  struct Under {
    Run run;
    const engine::DocumentNames* names = nullptr;
  };
  const syntax::Scenario* scenario = nullptr;
  std::vector<Under> runs;
  Diagnostics found;

  void run() {
    UnknownEverywhere unknown;
    for (const Under& under : runs) unknown.add(checkUnder(under));
    for (const UnknownName& name : unknown.names)
      found.report(diagnostics::unknownName, scenario->events[name.line - 1].span, {name.message});
  }

 private:
  std::vector<UnknownName> checkUnder(const Under& under) {
    const Timeline timeline = timelineFor(under.run, found).timeline;
    readingsOf(under.run, found);
    const engine::KnownNames known(*under.names, timeline);
    for (const syntax::Expectation& expectation : scenario->expectations)
      tellUnknownKey(expectedIn(under.run, expectation, found), known, expectation.span, found);
    return unknownNames(*under.names, timeline).found;
  }
};

template <class Visit>
void eachScenario(const Workspace& workspace, const Document& document, Visit visit) {
  for (const FileIndex file : document.files) {
    for (const syntax::Scenario& scenario : workspace.parsed(file).tree.scenarios) visit(scenario);
  }
}

}  // namespace

std::vector<ScenarioResult> runScenarios(Workspace& workspace, const Document& document, const std::string& name,
                                         const SeeEvaluation& see) {
  std::vector<ScenarioResult> results;
  NamesByDocument names(workspace);
  eachScenario(workspace, document, [&](const syntax::Scenario& scenario) {
    if (scenario.name.find(name) == std::string::npos) return;
    Diagnostics problems;
    const auto documents = documentsOf(workspace, document, scenario, problems);
    if (problems.hasErrors()) results.push_back(notRun(document, scenario, std::move(problems)));
    for (const Compiled* compiled : documents)
      results.push_back(runOne({&scenario, compiled, names.of(compiled)}, workspace.sources(), see));
  });
  return results;
}

void checkScenarios(Workspace& workspace, const Document& document, Diagnostics& diagnostics) {
  NamesByDocument names(workspace);
  std::vector<Checking> scenarios;
  eachScenario(workspace, document, [&](const syntax::Scenario& scenario) {
    Checking& checking = scenarios.emplace_back(Checking{&scenario, {}, {}});
    for (const Compiled* compiled : documentsOf(workspace, document, scenario, checking.found))
      checking.runs.push_back({{&scenario, compiled, names.of(compiled)}, &names.onTimelines(*compiled)});
  });
  inParallel(scenarios.size(), [&](std::size_t index) { scenarios[index].run(); });
  for (const Checking& checking : scenarios)
    for (const Diagnostic& diagnostic : checking.found.all()) diagnostics.add(diagnostic);
}

std::size_t countScenarios(const Workspace& workspace, const Document& document) {
  std::size_t count = 0;
  eachScenario(workspace, document, [&](const syntax::Scenario&) { ++count; });
  return count;
}

}  // namespace beding

#include "oracle/shipped.h"

#include <algorithm>
#include <fstream>
#include <random>
#include <set>
#include <sstream>

#include "engine/readings.h"
#include "workspace/timeline_from_scenario.h"

namespace beding::oracle {

namespace {

constexpr std::string_view header =
    "voorwaarden voorbeeld \"Voorbeeld\"\n  gebruikt algemeen.\n"
    "  partijen Opdrachtnemer \"Watt Energie B.V.\", Opdrachtgever.\n\n";

/// Whether a line at the margin begins with the word.
bool declares(const std::string& example, const std::string& word) {
  return example.starts_with(word + " ") || example.find("\n" + word + " ") != std::string::npos;
}

/// What an example leaves out stands in front of it (tools/golden/manual.py).
std::string asDocument(const std::string& example) {
  for (const char* whole : {"voorwaarden", "bibliotheek", "overeenkomst"})
    if (declares(example, whole)) return example;
  const std::string place = declares(example, "lid") ? "artikel 1\n" : "artikel 1\nlid 1\n";
  return std::string(header) + (declares(example, "artikel") ? "" : place) + example;
}

/// The blocks of a page that are documents as they stand.
std::vector<std::string> examplesIn(const std::string& page) {
  std::vector<std::string> examples;
  std::ifstream file(page);
  std::string line;
  bool inside = false;
  while (std::getline(file, line)) {
    const bool wrong = line.find(" fout ") != std::string::npos || line.find(" vervolg") != std::string::npos;
    if (line.starts_with("```beding") && !wrong) {
      examples.emplace_back();
      inside = true;
    } else if (line.starts_with("```")) {
      inside = false;
    } else if (inside) {
      examples.back() += line + "\n";
    }
  }
  return examples;
}

std::vector<Document> examplesOf(Workspace& workspace, const std::string& page) {
  std::vector<Document> documents;
  for (const std::string& example : examplesIn(page)) {
    const std::string name = "voorbeeld " + std::to_string(documents.size() + 1);
    documents.push_back({name, {workspace.add(name + ".beding", asDocument(example))}});
  }
  return documents;
}

}  // namespace

std::vector<const Compiled*> documentsNamed(Workspace& workspace, const std::string& name) {
  std::vector<Document> documents;
  if (name.ends_with(".md")) {
    documents = examplesOf(workspace, name);
  } else {
    Opened opened = name.find('/') == std::string::npos ? workspace.open(name) : workspace.openAll(name);
    documents = std::move(opened.documents);
  }
  std::vector<const Compiled*> whole;
  for (const Document& document : documents)
    if (const Compiled& compiled = workspace.compile(document); compiled.whole) whole.push_back(&compiled);
  return whole;
}

namespace {

/// Under a reading that is never chosen: the other is the standard, and readings at random leave the issue alone.
graph::ReadingGuard never(graph::Graph& graph) {
  graph::Issue issue;
  issue.name = leftOut;
  issue.readings = {"ja", "nee"};
  graph.issues.push_back(std::move(issue));
  return {graph::IssueId{static_cast<std::uint32_t>(graph.issues.size() - 1)}, 1};
}

/// Every one in so many stays.
template <class Nodes>
void thin(Nodes& nodes, std::mt19937_64& random, std::size_t of, const graph::ReadingGuard& left) {
  for (auto& node : nodes)
    if (random() % of != 0) node.guard = left;
}

}  // namespace

graph::Graph thinned(graph::Graph graph, std::uint64_t seed, std::size_t keep) {
  std::mt19937_64 random(seed);
  const std::size_t all = graph.norms.size() + graph.amounts.size() + graph.rights.size() + graph.limits.size();
  const std::size_t of = std::max<std::size_t>(1, all / keep);
  const graph::ReadingGuard left = never(graph);
  thin(graph.norms, random, of, left);
  thin(graph.amounts, random, of, left);
  thin(graph.rights, random, of, left);
  thin(graph.limits, random, of, left);
  thin(graph.effects, random, 2, left);
  for (graph::State& state : graph.states)
    if (state.report != graph::StateReport::hidden && random() % 4 != 0) state.report = graph::StateReport::hidden;
  return graph;
}

namespace {

std::map<std::string, std::string> readingsOf(const syntax::Scenario& scenario, const graph::Graph& graph) {
  std::map<std::string, std::string> readings;
  for (const syntax::ReadingChoice& choice : scenario.readings)
    if (choice.lid.find(':') == std::string::npos || choice.lid.starts_with(graph.document + ":"))
      chooseReading(graph, choice.lid + "/" + choice.issue + "=" + choice.reading, readings);
  return readings;
}

bool isUnder(const syntax::Scenario& scenario, const std::string& document, bool own) {
  const auto& named = scenario.documents;
  return named.empty() ? own : std::find(named.begin(), named.end(), document) != named.end();
}

}  // namespace

std::vector<ScenarioQuestions> scenariosOf(const Workspace& workspace, const Compiled& document) {
  std::vector<ScenarioQuestions> all;
  for (const FileIndex file : document.document.files)
    for (const syntax::Scenario& scenario : workspace.parsed(file).tree.scenarios) {
      if (!isUnder(scenario, document.document.name, true)) continue;
      const ScenarioTimeline made = timelineOf(scenario.name, scenario.events, document.graph);
      if (!made.problems.empty()) continue;
      std::set<Date> days;
      for (const syntax::Expectation& expectation : scenario.expectations) days.insert(expectation.at.day);
      ScenarioQuestions questions{scenario.name, {}};
      for (const Date day : days)
        questions.questions.push_back(
            {made.timeline, day, readingsOf(scenario, document.graph), false, lot(0, scenario.name), {}});
      all.push_back(std::move(questions));
    }
  return all;
}

}  // namespace beding::oracle

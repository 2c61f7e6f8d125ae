// beding_gegenereerd DOC MAP [--lid L]… [--alleen ja] [--aantal N] [--zaad S] [--gebeurtenissen K] [--zinnen Z]
//
// Writes into MAP/1: the header of DOC, driver.cpp, cases.txt (its scenarios, and N random timelines), expected.jsonl
// (what the interpreter says of each case) and reported.tsv. run.py compiles the driver and compares. A page has more
// documents: each that can be C++ has a folder by its number. With --zinnen about Z of the norms of the document are
// left, picked by the seed.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "engine/engine.h"
#include "explain/json.h"
#include "generate/alone.h"
#include "generated/cases.h"
#include "oracle/random_timeline.h"
#include "oracle/shipped.h"

namespace {

using namespace beding;

struct Options {
  std::string document;
  std::filesystem::path folder;
  std::vector<std::string> lids;
  std::uint64_t count = 0, seed = 1;
  std::size_t sentences = 0;
  int events = 30;
  bool alone = false;
};

Options optionsOf(int count, char** words) {
  Options options;
  options.document = words[1];
  options.folder = words[2];
  for (int i = 3; i + 1 < count; i += 2) {
    const std::string name = words[i], value = words[i + 1];
    if (name == "--lid") options.lids.push_back(value);
    if (name == "--aantal") options.count = std::strtoull(value.c_str(), nullptr, 10);
    if (name == "--zaad") options.seed = std::strtoull(value.c_str(), nullptr, 10);
    if (name == "--alleen") options.alone = value == "ja";
    if (name == "--gebeurtenissen") options.events = std::atoi(value.c_str());
    if (name == "--zinnen") options.sentences = std::strtoull(value.c_str(), nullptr, 10);
  }
  return options;
}

/// Cases beside what is expected of them.
class Cases {
 public:
  Cases(const graph::Graph& graph, const generate::Generated& generated, const std::filesystem::path& folder)
      : graph_(graph), generated_(generated), cases_(folder / "cases.txt"), expected_(folder / "expected.jsonl") {}

  void add(const Timeline& timeline, Date asOf) {
    generated::writeCase(cases_, graph_, generated_, timeline, asOf);
    EvaluationOptions options;
    options.asOf = asOf;
    expected_ << outcomesJson(evaluate(graph_, timeline, options), {false, true, {}});
  }

 private:
  const graph::Graph& graph_;
  const generate::Generated& generated_;
  std::ofstream cases_, expected_;
};

graph::Graph counting(const graph::Graph& whole, const Options& options) {
  if (options.alone) return generate::aloneOf(whole, options.lids);
  return options.sentences > 0 ? oracle::thinned(whole, options.seed, options.sentences) : whole;
}

/// False when it cannot be C++.
bool write(const Workspace& workspace, const Compiled& document, const Options& options,
           const std::filesystem::path& folder) {
  const graph::Graph graph = counting(document.graph, options);
  const generate::Generated generated =
      generate::toCpp(options.alone ? document.graph : graph, {options.lids, options.alone}, "proef");
  for (const generate::Obstacle& obstacle : generated.obstacles)
    std::cerr << graph.document << ' ' << obstacle.lid << ": " << obstacle.what.dutch << '\n';
  if (!generated.obstacles.empty()) return false;
  std::filesystem::create_directories(folder);
  std::ofstream(folder / (graph.document + ".h")) << generated.header;
  std::ofstream(folder / "driver.cpp") << generated::driverOf(graph, generated);
  std::ofstream reported(folder / "reported.tsv");
  generated::writeReported(reported, graph, generated);
  Cases cases(graph, generated, folder);
  for (const oracle::ScenarioQuestions& scenario : oracle::scenariosOf(workspace, document))
    for (const oracle::Question& question : scenario.questions)
      if (question.readings.empty() && generated::unfit(question.timeline).empty())
        cases.add(question.timeline, question.asOf);
  const oracle::Material material(graph);
  for (std::uint64_t seed = options.seed; seed < options.seed + options.count; ++seed) {
    const Timeline timeline = oracle::inDays(oracle::randomTimeline(material, seed, options.events));
    for (const int days : {40, 90, 200}) cases.add(timeline, *dateOf({2025, 1, 1}) + days);
  }
  return true;
}

int write(const Options& options) {
  Workspace workspace;
  bool any = false;
  int number = 0;
  for (const Compiled* document : oracle::documentsNamed(workspace, options.document))
    any = write(workspace, *document, options, options.folder / std::to_string(++number)) || any;
  return any ? 0 : 1;
}

}  // namespace

int main(int count, char** words) { return count < 3 ? 2 : write(optionsOf(count, words)); }

// Evaluates the same timelines in every way there is and says where they differ (docs/orakel.md). Exit 1 when they ever
// do.
//
//   beding_oracle [--documenten vandeez,elan] [--scenarios ja] [--zaad 1] [--aantal 100] [--gebeurtenissen 25]
//                 [--zinnen 0] [--telling nee]
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <optional>
#include <sstream>
#include <string>

#include "oracle/random_timeline.h"
#include "oracle/shipped.h"

namespace {

using namespace beding;
using oracle::Rules;

using Arguments = std::map<std::string, std::string>;

Arguments argumentsOf(int count, char** words) {
  Arguments arguments{{"--documenten", "vandeez,elan,wonderfull"},
                      {"--scenarios", "ja"},
                      {"--zaad", "1"},
                      {"--aantal", "100"},
                      {"--gebeurtenissen", "25"},
                      {"--zinnen", "0"},
                      {"--telling", "nee"}};
  for (int index = 1; index + 1 < count; index += 2) arguments[words[index]] = words[index + 1];
  return arguments;
}

std::string_view kindName(OutcomeKind kind) {
  static constexpr std::string_view names[] = {"plicht",    "verbod",    "bevoegdheid", "uitoefening",
                                               "bedrag",    "toestand",  "recht",       "vrijwaring",
                                               "beperking", "vermoeden", "eigenschap"};
  return names[static_cast<int>(kind)];
}

/// How much has been compared, and how often each status came up.
struct Tally {
  std::size_t timelines = 0;
  std::size_t outcomes = 0;
  std::size_t different = 0;
  std::map<std::string, std::size_t> statuses;

  void add(const Evaluation& evaluation) {
    ++timelines;
    outcomes += evaluation.outcomes.size() + evaluation.questions.size();
    for (const Outcome& outcome : evaluation.outcomes)
      ++statuses[std::string(kindName(outcome.kind)) + " " + outcome.status];
  }
};

void print(const Rules& rules, const std::string& name, const oracle::Question& question) {
  const oracle::Question small = oracle::shrunk(rules, question);
  const auto found = oracle::difference(rules, small);
  std::printf("\n%s, %s: %s verschillen op %s\n%s", rules.graph.document.c_str(), name.c_str(), found->ways.c_str(),
              isoText(small.asOf).c_str(), oracle::textOf(rules.graph, small.timeline).c_str());
  for (const std::string& line : found->onlyFirst) std::printf("  - %s\n", line.c_str());
  for (const std::string& line : found->onlySecond) std::printf("  + %s\n", line.c_str());
  std::fflush(stdout);
}

void compare(const Rules& rules, const std::string& name, const oracle::Question& question, Tally& tally) {
  Evaluation evaluation;
  const bool differs = oracle::difference(rules, question, &evaluation).has_value();
  tally.add(evaluation);
  if (!differs) return;
  ++tally.different;
  print(rules, name, question);
}

oracle::Question questionFor(const graph::Graph& graph, std::uint64_t seed, int events) {
  oracle::Question question;
  question.timeline = oracle::randomTimeline(graph, seed, events);
  question.asOf = question.timeline.events.back().at.day + static_cast<std::int32_t>(seed % 90);
  question.everyDay = seed % 5 == 0;
  if (seed % 11 == 3) question.asOf = question.asOf + 500;  // periods and interest years go round
  question.readings = oracle::randomReadings(graph, seed);
  return question;
}

/// So many timelines go by each document that is made.
constexpr std::uint64_t timelinesPerDocument = 20;

void compareRandom(const Rules& whole, const Arguments& arguments, Tally& tally) {
  const auto number = [&](const char* name) { return std::strtoull(arguments.at(name).c_str(), nullptr, 10); };
  const std::uint64_t first = number("--zaad"), sentences = number("--zinnen");
  const auto events = static_cast<int>(number("--gebeurtenissen"));
  std::unique_ptr<Rules> few;
  for (std::uint64_t seed = first; seed < first + number("--aantal"); ++seed) {
    if (sentences > 0 && (few == nullptr || seed % timelinesPerDocument == 0))
      few = std::make_unique<Rules>(oracle::thinned(whole.graph, seed / timelinesPerDocument, sentences));
    const Rules& rules = few != nullptr ? *few : whole;
    compare(rules, "zaad " + std::to_string(seed), questionFor(rules.graph, seed, events), tally);
  }
}

void compareScenarios(const Workspace& workspace, const Compiled& document, const Rules& rules, Tally& tally) {
  for (const oracle::ScenarioQuestions& scenario : oracle::scenariosOf(workspace, document))
    for (const oracle::Question& question : scenario.questions)
      compare(rules, "scenario «" + scenario.name + "»", question, tally);
}

void print(const std::string& document, const Tally& tally, bool statuses) {
  std::printf("%s: %zu tijdlijnen, %zu uitkomsten en vragen vergeleken, %zu tijdlijnen verschillen\n", document.c_str(),
              tally.timelines, tally.outcomes, tally.different);
  for (const auto& [status, count] : tally.statuses)
    if (statuses) std::printf("  %8zu %s\n", count, status.c_str());
}

/// A name can stand for many documents: they are told together.
std::optional<std::size_t> compareAll(const std::string& name, const Arguments& arguments) {
  Workspace workspace;
  const auto documents = oracle::documentsNamed(workspace, name);
  if (documents.empty()) return std::nullopt;
  Tally tally;
  for (const Compiled* document : documents) {
    const Rules rules(document->graph);
    if (arguments.at("--scenarios") == "ja") compareScenarios(workspace, *document, rules, tally);
    compareRandom(rules, arguments, tally);
  }
  print(name, tally, arguments.at("--telling") == "ja");
  return tally.different;
}

int run(const Arguments& arguments) {
  std::istringstream names(arguments.at("--documenten"));
  std::size_t different = 0;
  for (std::string name; std::getline(names, name, ',');) {
    const auto found = compareAll(name, arguments);
    if (!found) return 2;
    different += *found;
  }
  std::printf("%zu verschillen\n", different);
  return different == 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** words) { return run(argumentsOf(count, words)); }

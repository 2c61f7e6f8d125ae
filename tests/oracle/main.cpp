// Evaluates the same timelines in every way there is and says where they differ (docs/orakel.md). Exit 1 when they ever
// do.
//
//   beding_oracle [--documenten vandeez,elan] [--scenarios ja] [--zaad 1] [--aantal 100] [--gebeurtenissen 25]
//                 [--zinnen 0] [--wegen alle] [--tussen nee] [--draden 1] [--telling nee]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "base/parallel.h"
#include "oracle/random_timeline.h"
#include "oracle/shipped.h"

namespace {

using namespace beding;
using oracle::Rules;

using Arguments = std::map<std::string, std::string>;

/// Nothing when there is an option that is not known, or has no value.
Arguments argumentsOf(int count, char** words) {
  Arguments arguments{{"--documenten", "vandeez,elan,wonderfull"},
                      {"--scenarios", "ja"},
                      {"--zaad", "1"},
                      {"--aantal", "100"},
                      {"--gebeurtenissen", "25"},
                      {"--zinnen", "0"},
                      {"--wegen", "grondig,bgraf,machine,naslag,gaandeweg,dooreen,bewaard"},
                      {"--tussen", "nee"},
                      {"--draden", "1"},
                      {"--telling", "nee"}};
  for (int index = 1; index < count; index += 2) {
    if (index + 1 == count || !arguments.contains(words[index])) return {};
    arguments[words[index]] = words[index + 1];
  }
  return arguments;
}

/// A timeline that is to be compared in the ways asked for.
oracle::Ways waysOf(const Arguments& arguments) {
  const std::string named = "," + arguments.at("--wegen") + ",";
  const auto has = [&](const std::string& way) { return named.find("," + way + ",") != std::string::npos; };
  return {has("grondig"),   has("bgraf"),   has("machine"), has("naslag"),
          has("gaandeweg"), has("dooreen"), has("bewaard"), arguments.at("--tussen") == "ja"};
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
  std::size_t ofMachine = 0;
  std::map<std::string, std::size_t> statuses;

  void add(const Evaluation& evaluation) {
    ++timelines;
    outcomes += evaluation.outcomes.size() + evaluation.questions.size();
    for (const Outcome& outcome : evaluation.outcomes)
      ++statuses[std::string(kindName(outcome.kind)) + " " + outcome.status];
  }

  void add(const Tally& other) {
    timelines += other.timelines;
    outcomes += other.outcomes;
    different += other.different;
    ofMachine += other.ofMachine;
    for (const auto& [status, count] : other.statuses) statuses[status] += count;
  }
};

void print(const Rules& rules, const std::string& name, const oracle::Question& question) {
  const oracle::Question small = oracle::shrunk(rules, question);
  const auto found = oracle::difference(rules, small);
  static std::mutex printing;
  const std::lock_guard lock(printing);
  const std::string lines = found->asOf ? found->told : oracle::textOf(oracle::inOrder(rules.graph, small.timeline));
  std::printf("\n%s, %s: %s verschillen op %s\n%s", rules.graph.document.c_str(), name.c_str(), found->ways.c_str(),
              isoText(found->asOf.value_or(small.asOf)).c_str(), lines.c_str());
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

oracle::Question questionFor(const Rules& rules, std::uint64_t seed, int events, const oracle::Ways& ways) {
  oracle::Question question;
  question.seed = seed;
  question.ways = ways;
  question.timeline = oracle::randomTimeline(rules.material, seed, events);
  question.asOf = question.timeline.events.back().at.day + static_cast<std::int32_t>(seed % 90);
  question.everyDay = seed % 5 == 0;
  if (seed % 11 == 3) question.asOf = question.asOf + 500;  // periods and interest years go round
  question.readings = oracle::randomReadings(rules.graph, seed);
  return question;
}

/// So many timelines go by each document that is made.
constexpr std::uint64_t timelinesPerDocument = 20;

/// What there is to make, as the arguments say it.
struct Lot {
  std::uint64_t first = 0, count = 0, sentences = 0;
  int events = 0;
  oracle::Ways ways;
};

Lot lotOf(const Arguments& arguments) {
  const auto number = [&](const char* name) { return std::strtoull(arguments.at(name).c_str(), nullptr, 10); };
  return {number("--zaad"), number("--aantal"), number("--zinnen"), static_cast<int>(number("--gebeurtenissen")),
          waysOf(arguments)};
}

/// The timelines of the lot that go by document number `part`.
void compareByOne(const Rules& whole, const Lot& lot, std::uint64_t part, Tally& tally) {
  const std::uint64_t begin = std::max(lot.first, part * timelinesPerDocument);
  const std::uint64_t end = std::min(lot.first + lot.count, (part + 1) * timelinesPerDocument);
  const bool thin = lot.sentences > 0;
  const auto few =
      thin ? std::make_unique<Rules>(oracle::thinned(whole.graph, part, lot.sentences), whole.machineLids) : nullptr;
  const Rules& rules = thin ? *few : whole;
  for (std::uint64_t seed = begin; seed < end; ++seed)
    compare(rules, "zaad " + std::to_string(seed), questionFor(rules, seed, lot.events, lot.ways), tally);
  if (thin) tally.ofMachine += few->ofMachine;
}

void compareRandom(const Rules& whole, const Lot& lot, std::size_t threads, Tally& tally) {
  const std::uint64_t first = lot.first / timelinesPerDocument;
  const std::uint64_t last = (lot.first + lot.count + timelinesPerDocument - 1) / timelinesPerDocument;
  std::vector<Tally> tallies(std::max<std::size_t>(threads, 1));
  inParallel(last - first, threads,
             [&](std::size_t index, std::size_t thread) { compareByOne(whole, lot, first + index, tallies[thread]); });
  for (const Tally& each : tallies) tally.add(each);
}

/// Told line by line once, up to the last day.
void compareScenarios(const Workspace& workspace, const Compiled& document, const Rules& rules, oracle::Ways ways,
                      Tally& tally) {
  for (oracle::ScenarioQuestions& scenario : oracle::scenariosOf(workspace, document))
    for (oracle::Question& question : scenario.questions) {
      question.ways = ways;
      const bool last = &question == &scenario.questions.back();
      question.ways.inOrder = last && ways.inOrder;
      question.ways.muddled = last && ways.muddled;
      compare(rules, "scenario «" + scenario.name + "»", question, tally);
    }
}

void print(const std::string& document, const Tally& tally, bool statuses) {
  std::printf(
      "%s: %zu tijdlijnen, %zu uitkomsten en vragen vergeleken, %zu ook van de machine, %zu tijdlijnen verschillen\n",
      document.c_str(), tally.timelines, tally.outcomes, tally.ofMachine, tally.different);
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
    const Rules rules(document->graph, oracle::lidsForMachine(document->graph));
    if (arguments.at("--scenarios") == "ja") compareScenarios(workspace, *document, rules, waysOf(arguments), tally);
    compareRandom(rules, lotOf(arguments), std::strtoul(arguments.at("--draden").c_str(), nullptr, 10), tally);
    tally.ofMachine += rules.ofMachine;
  }
  print(name, tally, arguments.at("--telling") == "ja");
  return tally.different;
}

int tellUsage() {
  std::printf(
      "beding_oracle [--documenten vandeez,elan,wonderfull] [--scenarios ja] [--zaad 1] [--aantal 100]\n"
      "              [--gebeurtenissen 25] [--zinnen 0] [--wegen "
      "grondig,bgraf,machine,naslag,gaandeweg,dooreen,bewaard]\n"
      "              [--tussen nee] [--draden 1] [--telling nee]; docs/orakel.md\n");
  return 2;
}

int run(const Arguments& arguments) {
  if (arguments.empty()) return tellUsage();
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

// Runs the same timelines in two ways and says where they differ: the engine as it is, which looks only at what can
// have changed, and the engine that looks at every rule in every instant. Exit 1 when they ever differ.
//
//   beding_oracle [--documenten vandeez,elan] [--zaad 1] [--aantal 100] [--gebeurtenissen 25]
#include <cstdio>
#include <cstdlib>
#include <map>
#include <sstream>
#include <string>

#include "engine/engine.h"
#include "explain/json.h"
#include "oracle/random_timeline.h"
#include "workspace/workspace.h"

namespace {

using namespace beding;

std::string outcomes(const graph::Graph& graph, const Timeline& timeline, EvaluationOptions options, bool thorough) {
  options.thorough = thorough;
  return outcomesJson(evaluate(graph, timeline, options), {true, false, {}});
}

/// The first line on which two answers differ.
std::string difference(const std::string& slow, const std::string& fast) {
  std::istringstream a(slow), b(fast);
  std::string x, y;
  for (int line = 1;; ++line) {
    const bool hasX = static_cast<bool>(std::getline(a, x)), hasY = static_cast<bool>(std::getline(b, y));
    if (!hasX && !hasY) return "";
    if (x != y || hasX != hasY) return "regel " + std::to_string(line) + ":\n  " + x + "\n  " + y;
  }
}

bool agree(const Compiled& document, std::uint64_t seed, int events) {
  const Timeline timeline = oracle::randomTimeline(document.graph, seed, events);
  EvaluationOptions options;
  options.asOf = timeline.events.back().at.day + static_cast<std::int32_t>(seed % 90);
  const std::string slow = outcomes(document.graph, timeline, options, true);
  const std::string fast = outcomes(document.graph, timeline, options, false);
  if (slow == fast) return true;
  std::printf("%s, zaad %llu: %s\n", document.graph.document.c_str(), static_cast<unsigned long long>(seed),
              difference(slow, fast).c_str());
  return false;
}

std::map<std::string, std::string> argumentsOf(int count, char** words) {
  std::map<std::string, std::string> arguments{
      {"--documenten", "vandeez,elan,wonderfull"}, {"--zaad", "1"}, {"--aantal", "100"}, {"--gebeurtenissen", "25"}};
  for (int index = 1; index + 1 < count; index += 2) arguments[words[index]] = words[index + 1];
  return arguments;
}

int run(const std::map<std::string, std::string>& arguments) {
  const auto number = [&](const char* name) { return std::strtoull(arguments.at(name).c_str(), nullptr, 10); };
  std::istringstream names(arguments.at("--documenten"));
  int different = 0;
  for (std::string name; std::getline(names, name, ',');) {
    Workspace workspace;
    const Opened opened = workspace.open(name);
    if (opened.documents.empty()) return 2;
    const Compiled& document = workspace.compile(opened.documents.front());
    for (std::uint64_t seed = number("--zaad"); seed < number("--zaad") + number("--aantal"); ++seed)
      different += agree(document, seed, static_cast<int>(number("--gebeurtenissen"))) ? 0 : 1;
    std::printf("%s: zaad %llu en volgende, %llu tijdlijnen\n", name.c_str(), number("--zaad"), number("--aantal"));
  }
  std::printf("%d verschillen\n", different);
  return different == 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** words) { return run(argumentsOf(count, words)); }

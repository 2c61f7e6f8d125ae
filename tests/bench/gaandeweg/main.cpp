// Contracts that are all alive at once, and one event more for some of them, picked at random: how long until the
// outcomes are there again, and how much memory a living contract takes. Prints one line of JSON.
//
//   beding_gaandeweg DOCUMENT [OVEREENKOMSTEN] [GEBEURTENISSEN]
#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "beding/engine.h"
#include "bgraf/bgraf.h"
#include "generator/portfolio.h"
#include "workspace/workspace.h"

namespace beding {
namespace {

constexpr std::uint64_t seed = 1;

/// All lines of a contract but the last, and the last.
struct Lines {
  std::string first;
  std::string last;
};

Lines linesOf(std::uint32_t contract) {
  const std::vector<bench::Event> events = bench::contractEvents(seed, contract);
  Lines lines;
  for (std::size_t index = 0; index < events.size(); ++index)
    bench::appendLine(index + 1 == events.size() ? lines.last : lines.first, events[index],
                      static_cast<int>(index) + 1);
  return lines;
}

/// What a program does that is told of an event and wants to know where the contract stands.
double oneMore(v1::Evaluation& live, const std::string& line) {
  const auto begin = std::chrono::steady_clock::now();
  if (!live.apply(line)) std::abort();
  const auto outcomes = live.outcomes();
  const auto end = std::chrono::steady_clock::now();
  if (!outcomes || outcomes->outcomes.empty()) std::abort();
  return std::chrono::duration<double, std::nano>(end - begin).count();
}

/// So many contracts, each at most once, in no order.
std::vector<std::uint32_t> picked(std::uint32_t contracts, std::uint32_t events) {
  std::vector<std::uint32_t> all(contracts);
  std::iota(all.begin(), all.end(), 1U);
  std::shuffle(all.begin(), all.end(), std::mt19937(seed));
  all.resize(std::min(contracts, events));
  return all;
}

int measure(const std::string& document, std::uint32_t contracts, std::uint32_t events) {
  Workspace workspace;
  const Opened opened = workspace.open(document);
  if (opened.documents.empty()) return 2;
  const auto graph = v1::Graph::load(toBgraf(workspace.compile(opened.documents.front()).graph));
  if (!graph) return 2;
  std::vector<v1::Evaluation> alive;
  alive.reserve(contracts);
  const std::size_t before = mallinfo2().uordblks;
  for (std::uint32_t contract = 1; contract <= contracts; ++contract) {
    auto begun = v1::Evaluation::begin(*graph);
    if (!begun || !begun->apply(linesOf(contract).first) || !begun->outcomes()) return 1;
    alive.push_back(std::move(*begun));
  }
  const std::size_t each = (mallinfo2().uordblks - before) / contracts;
  std::vector<double> times;
  for (const std::uint32_t contract : picked(contracts, events))
    times.push_back(oneMore(alive[contract - 1], linesOf(contract).last));
  std::sort(times.begin(), times.end());
  std::printf("{\"overeenkomsten\": %u, \"mediaan_ns\": %.0f, \"p99_ns\": %.0f, \"bytes\": %zu}\n", contracts,
              times[times.size() / 2], times[times.size() * 99 / 100], each);
  return 0;
}

}  // namespace
}  // namespace beding

int main(int count, char** words) {
  if (count < 2) return 2;
  const auto number = [&](int word, std::uint32_t otherwise) {
    return word < count ? std::max(1U, static_cast<std::uint32_t>(std::strtoul(words[word], nullptr, 10))) : otherwise;
  };
  return beding::measure(words[1], number(2, 1000), number(3, 10000));
}

// The parts of an evaluation, each by itself, with Google Benchmark. Where a part works through events, the rate that
// is shown counts them. The events are those of made-up contracts, the same in every run.
#include <benchmark/benchmark.h>

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "bgraf/bgraf.h"
#include "engine/engine.h"
#include "explain/json.h"
#include "explain/text.h"
#include "generator/portfolio.h"
#include "machine/machine.h"
#include "values/calendar.h"
#include "values/deadline.h"
#include "values/interest.h"
#include "workspace/workspace.h"

namespace beding {
namespace {

constexpr std::uint32_t contracts = 100;
constexpr Date asOf{20'634};  // 30 June 2026

/// A document that is compiled once.
const graph::Graph& graphOf(const std::string& document) {
  static Workspace workspace;
  const Opened opened =
      workspace.open(document == "betaling" ? BEDING_BENCH_DIR "/betaling/betaling.beding" : document);
  if (opened.documents.empty()) throw std::runtime_error("no document " + document);
  return workspace.compile(opened.documents.front()).graph;
}

/// The lines of one contract.
std::string linesOf(std::uint32_t contract) {
  std::string text;
  int number = 0;
  for (const bench::Event& event : bench::contractEvents(1, contract)) bench::appendLine(text, event, ++number);
  return text;
}

Timeline timelineOf(const graph::Graph& graph, std::uint32_t contract) {
  return readTimeline(linesOf(contract), "K", graph.events, {}).timeline;
}

/// Contracts that are in memory already.
struct Portfolio {
  explicit Portfolio(const graph::Graph& graph) {
    for (std::uint32_t contract = 1; contract <= contracts; ++contract) {
      timelines.push_back(timelineOf(graph, contract));
      events += static_cast<std::int64_t>(timelines.back().events.size());
    }
  }
  std::vector<Timeline> timelines;
  std::int64_t events = 0;
};

EvaluationOptions onTheDay() {
  EvaluationOptions options;
  options.asOf = asOf;
  return options;
}

void loadGraph(benchmark::State& state, const std::string& document) {
  const std::string file = toBgraf(graphOf(document));
  for (auto _ : state) benchmark::DoNotOptimize(fromBgraf(file));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(file.size()));
}

void compileDocument(benchmark::State& state, const std::string& document) {
  for (auto _ : state) {
    Workspace workspace;
    const Opened opened = workspace.open(document);
    benchmark::DoNotOptimize(workspace.compile(opened.documents.front()).whole);
  }
}

void readLines(benchmark::State& state) {
  const graph::Graph& graph = graphOf("betaling");
  const std::string text = linesOf(1);
  std::int64_t events = 0;
  for (auto _ : state)
    events += static_cast<std::int64_t>(readTimeline(text, "K", graph.events, {}).timeline.events.size());
  state.SetItemsProcessed(events);
}

void evaluateContracts(benchmark::State& state, const std::string& document) {
  const graph::Graph& graph = graphOf(document);
  const Portfolio portfolio(graph);
  const Evaluator evaluator(graph);
  const Machine machine(graph, 1);
  std::vector<PlainTimeline> plain(machine.runs() ? portfolio.timelines.size() : 0);
  for (std::size_t i = 0; i < plain.size(); ++i) plainOf(portfolio.timelines[i], graph.events, plain[i]);
  for (auto _ : state) {
    for (std::size_t i = 0; i < portfolio.timelines.size(); ++i) {
      const auto* quick = machine.runs() ? machine.evaluate(plain[i], onTheDay(), 0) : nullptr;
      benchmark::DoNotOptimize(quick);
      if (quick == nullptr) benchmark::DoNotOptimize(evaluator.evaluate(portfolio.timelines[i], onTheDay()));
    }
  }
  state.SetItemsProcessed(state.iterations() * portfolio.events);
}

void explainContract(benchmark::State& state, const std::string& document) {
  const graph::Graph& graph = graphOf(document);
  const Timeline timeline = timelineOf(graph, 1);
  EvaluationOptions options = onTheDay();
  options.explain = true;
  for (auto _ : state) benchmark::DoNotOptimize(evaluate(graph, timeline, options));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(timeline.events.size()));
}

void writeOutcomes(benchmark::State& state, std::string (*written)(const Evaluation&)) {
  const graph::Graph& graph = graphOf("betaling");
  const Evaluation evaluation = evaluate(graph, timelineOf(graph, 1), onTheDay());
  std::int64_t bytes = 0;
  for (auto _ : state) bytes += static_cast<std::int64_t>(written(evaluation).size());
  state.SetBytesProcessed(bytes);
}

std::string asJson(const Evaluation& evaluation) { return outcomesJson(evaluation, {false, true, "K"}); }
std::string asText(const Evaluation& evaluation) { return outcomesText(evaluation); }

/// € 10.000 over so many years, with a part payment every other month.
void accrueInterest(benchmark::State& state) {
  InterestTerms terms;
  terms.table = &wettelijkeHandelsrente();
  const Date first{18'262};
  const auto last = first + static_cast<std::int32_t>(365 * state.range(0));
  std::vector<BasePayment> payments;
  for (Date day = first + 60; day < last; day = day + 60) payments.push_back({day, {Number(100)}, false});
  for (auto _ : state) benchmark::DoNotOptimize(interest({Number(10'000)}, first, last, terms, payments).total);
}

void endTerm(benchmark::State& state, Duration length) {
  const Calendar calendar;
  std::int32_t day = 19'000;
  for (auto _ : state)
    benchmark::DoNotOptimize(endOfTerm(momentOf(Date{day = 19'000 + (day + 1) % 2'000}), length, {}, calendar));
}

BENCHMARK_CAPTURE(loadGraph, betaling, "betaling");
BENCHMARK_CAPTURE(loadGraph, wonderfull, "wonderfull");
BENCHMARK_CAPTURE(loadGraph, vandeez, "vandeez");
BENCHMARK_CAPTURE(compileDocument, wonderfull, "wonderfull")->Unit(benchmark::kMillisecond);
BENCHMARK(readLines);
BENCHMARK_CAPTURE(evaluateContracts, betaling, "betaling")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(evaluateContracts, wonderfull, "wonderfull")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(explainContract, betaling, "betaling");
BENCHMARK_CAPTURE(explainContract, wonderfull, "wonderfull");
BENCHMARK_CAPTURE(writeOutcomes, json, asJson);
BENCHMARK_CAPTURE(writeOutcomes, report, asText);
BENCHMARK(accrueInterest)->Arg(1)->Arg(4)->Arg(6);
BENCHMARK_CAPTURE(endTerm, days, Duration{14, TimeUnit::day});
BENCHMARK_CAPTURE(endTerm, months, Duration{3, TimeUnit::month});
BENCHMARK_CAPTURE(endTerm, workdays, Duration{10, TimeUnit::workday});

}  // namespace
}  // namespace beding

BENCHMARK_MAIN();

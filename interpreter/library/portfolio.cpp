#include "portfolio/portfolio.h"

#include <utility>

#include "explain/json.h"
#include "library/convert.h"
#include "library/graph.h"
#include "library/guard.h"
#include "portfolio/feed.h"

namespace beding::v1 {

class Portfolio::Inside {
 public:
  Inside(std::shared_ptr<const Graph::Inside> theGraph, const std::string& thePath, std::size_t memory)
      : graph(std::move(theGraph)), path(thePath), feed(thePath, memory) {}

  struct Answer {
    std::string name;
    beding::Evaluation evaluation;
  };
  Result<std::optional<Answer>> next();

  std::shared_ptr<const Graph::Inside> graph;
  std::string path;
  Feed feed;
  EvaluationOptions evaluation;
  bool all = false;
};

Result<std::optional<Portfolio::Inside::Answer>> Portfolio::Inside::next() {
  const auto contract = feed.next();
  if (!contract) return std::optional<Answer>();
  const TimelineResult read = readRecords(feed.records(*contract), path, graph->rules.events, {});
  if (!read.problems.empty()) return errorOf(read.problems);
  return std::optional(Answer{contract->name, graph->evaluator.evaluate(read.timeline, evaluation)});
}

namespace {

/// What `act` returns; a file that cannot be read is an error of the input.
template <class Act>
auto reading(Act act) noexcept -> decltype(act()) {
  return guarded([&]() -> decltype(act()) {
    try {
      return act();
    } catch (const PortfolioError& problem) {
      return wrong(Code::invalidInput, problem.wording);
    }
  });
}

}  // namespace

Result<Portfolio> Portfolio::open(const Graph& graph, const std::string& path,
                                  const PortfolioOptions& options) noexcept {
  return reading([&]() -> Result<Portfolio> {
    auto readings = readingsOf(graph.inside_->rules, options.readings);
    if (!readings) return readings.error();
    const auto asOf = options.asOf ? dayOf(*options.asOf) : std::nullopt;
    if (options.asOf && !asOf) return wrong(Code::wrongUsage, Phrasing("die dag bestaat niet", "there is no such day"));
    auto inside = std::make_unique<Inside>(graph.inside_, path, options.memory);
    inside->evaluation.asOf = asOf;
    inside->evaluation.readings = std::move(*readings);
    inside->all = options.all;
    return Portfolio(std::move(inside));
  });
}

std::size_t Portfolio::contracts() const noexcept { return inside_->feed.contracts(); }

Result<std::optional<Contract>> Portfolio::next() noexcept {
  return reading([&]() -> Result<std::optional<Contract>> {
    auto answer = inside_->next();
    if (!answer) return answer.error();
    if (!*answer) return std::optional<Contract>();
    Result<Outcomes> outcomes = outcomesOf((*answer)->evaluation, inside_->all);
    if (!outcomes) return outcomes.error();
    return std::optional(Contract{std::move((*answer)->name), std::move(*outcomes)});
  });
}

Result<std::optional<std::string>> Portfolio::nextJson() noexcept {
  return reading([&]() -> Result<std::optional<std::string>> {
    const auto answer = inside_->next();
    if (!answer) return answer.error();
    if (!*answer) return std::optional<std::string>();
    return std::optional(outcomesJson((*answer)->evaluation, {inside_->all, true, (*answer)->name}));
  });
}

Portfolio::Portfolio(std::unique_ptr<Inside> inside) noexcept : inside_(std::move(inside)) {}
Portfolio::~Portfolio() = default;
Portfolio::Portfolio(Portfolio&&) noexcept = default;
Portfolio& Portfolio::operator=(Portfolio&&) noexcept = default;

}  // namespace beding::v1

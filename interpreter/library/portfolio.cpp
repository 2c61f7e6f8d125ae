#include "portfolio/portfolio.h"

#include <algorithm>
#include <deque>
#include <thread>
#include <utility>

#include "base/parallel.h"
#include "explain/json.h"
#include "library/convert.h"
#include "library/graph.h"
#include "library/guard.h"
#include "machine/machine.h"
#include "portfolio/feed.h"

namespace beding::v1 {

namespace {

/// Contracts that each thread gets before any is handed out; one thread alone reads nothing ahead.
constexpr std::size_t contractsPerThread = 16;

struct Answer {
  std::string name;
  beding::Evaluation evaluation;
};

}  // namespace

class Portfolio::Inside {
 public:
  Inside(std::shared_ptr<const Graph::Inside> theGraph, const std::string& thePath, const PortfolioOptions& options)
      : graph_(std::move(theGraph)),
        reader_(graph_->rules.events),
        threads_(std::max(1U, options.threads == 0 ? std::thread::hardware_concurrency() : options.threads)),
        machine_(graph_->rules, threads_),
        all_(options.all),
        feed_(thePath, options.memory) {
    evaluation.sleeping = all_;
  }

  EvaluationOptions evaluation;

  [[nodiscard]] std::size_t contracts() const { return feed_.contracts(); }

  Result<std::optional<Contract>> next() {
    return taken<Contract>([&](Answer& answer) -> Result<std::optional<Contract>> {
      Result<Outcomes> outcomes = outcomesOf(std::move(answer.evaluation), all_);
      if (!outcomes) return outcomes.error();
      return std::optional(Contract{std::move(answer.name), std::move(*outcomes)});
    });
  }
  Result<std::optional<std::string>> nextJson() {
    return taken<std::string>([&](const Answer& answer) -> Result<std::optional<std::string>> {
      return std::optional(outcomesJson(answer.evaluation, {all_, true, answer.name}));
    });
  }

 private:
  /// What `shape` makes of the next contract; nothing at the end.
  template <class Shape, class Make>
  Result<std::optional<Shape>> taken(Make shape) {
    if (answers_.empty()) answerMore();
    if (answers_.empty()) return std::optional<Shape>();
    Result<Answer> answer = std::move(answers_.front());
    answers_.pop_front();
    if (!answer) return answer.error();
    return shape(*answer);
  }

  void answerMore() {
    const std::vector<ContractLines> block = nextBlock();
    std::vector<std::optional<Result<Answer>>> answers(block.size());
    inParallel(block.size(), threads_,
               [&](std::size_t index, std::size_t thread) { answers[index] = answered(block[index], thread); });
    for (auto& answer : answers) answers_.push_back(std::move(*answer));
  }

  /// What cannot be read is told after the contracts that stand before it.
  std::vector<ContractLines> nextBlock() {
    if (unreadable_) throw std::exchange(unreadable_, std::nullopt).value();
    std::vector<ContractLines> block;
    try {
      while (block.size() < (threads_ > 1 ? contractsPerThread * threads_ : 1)) {
        auto contract = feed_.next();
        if (!contract) break;
        block.push_back(std::move(*contract));
      }
    } catch (const PortfolioError& problem) {
      if (block.empty()) throw;
      unreadable_ = problem;
    }
    return block;
  }

  [[nodiscard]] Result<Answer> answered(const ContractLines& contract, std::size_t thread) const {
    const TimelineResult read = feed_.timeline(contract, reader_, {});
    if (!read.problems.empty()) return errorOf(read.problems);
    return Answer{contract.name, evaluate(machine_, graph_->evaluator, read.timeline, evaluation, all_, thread)};
  }

  std::shared_ptr<const Graph::Inside> graph_;
  TimelineReader reader_;
  std::size_t threads_;
  Machine machine_;
  bool all_;
  Feed feed_;
  std::deque<Result<Answer>> answers_;
  std::optional<PortfolioError> unreadable_;
};

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
    auto inside = std::make_unique<Inside>(graph.inside_, path, options);
    inside->evaluation.asOf = asOf;
    inside->evaluation.readings = std::move(*readings);
    return Portfolio(std::move(inside));
  });
}

std::size_t Portfolio::contracts() const noexcept { return inside_->contracts(); }

Result<std::optional<Contract>> Portfolio::next() noexcept {
  return reading([&] { return inside_->next(); });
}

Result<std::optional<std::string>> Portfolio::nextJson() noexcept {
  return reading([&] { return inside_->nextJson(); });
}

Portfolio::Portfolio(std::unique_ptr<Inside> inside) noexcept : inside_(std::move(inside)) {}
Portfolio::~Portfolio() = default;
Portfolio::Portfolio(Portfolio&&) noexcept = default;
Portfolio& Portfolio::operator=(Portfolio&&) noexcept = default;

}  // namespace beding::v1

#include "portfolio/portfolio.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/parallel.h"
#include "explain/json.h"
#include "machine/machine.h"
#include "portfolio/feed.h"
#include "portfolio/table.h"

namespace beding {

namespace {

/// Contracts that are evaluated together before anything is written; enough to keep every thread busy.
constexpr std::size_t contractsPerThread = 256;

/// What became of one contract.
struct Answered {
  std::string text;
  std::vector<InputProblem> problems;
  bool evaluated = false;
};

class Portfolio {
 public:
  Portfolio(const graph::Graph& graph, const std::string& path, const PortfolioOptions& options)
      : evaluator_(graph),
        machine_(graph, std::max(1U, options.threads)),
        reader_(graph.events),
        options_(options),
        feed_(path, options.memory) {}

  PortfolioSummary run(std::ostream& out, const std::function<void(const PortfolioProgress&)>& report) {
    if (options_.asTable) out << tableHeading();
    while (true) {
      const std::vector<ContractLines> block = nextBlock();
      if (block.empty()) return std::move(summary_);
      if (!write(evaluated(block), out)) return std::move(summary_);
      if (report) report({summary_.contracts + summary_.skipped, feed_.contracts()});
    }
  }

 private:
  std::vector<ContractLines> nextBlock() {
    std::vector<ContractLines> block;
    while (block.size() < contractsPerThread * std::max(1U, options_.threads)) {
      auto contract = feed_.next();
      if (!contract) break;
      block.push_back(std::move(*contract));
    }
    return block;
  }

  /// Every thread takes the next contract that nobody has; each has totals of its own.
  std::vector<Answered> evaluated(const std::vector<ContractLines>& block) {
    std::vector<Answered> answers(block.size());
    std::vector<Totals> totals(std::max(1U, options_.threads));
    inParallel(block.size(), totals.size(), [&](std::size_t index, std::size_t thread) {
      answers[index] = answer(block[index], totals[thread], thread);
    });
    for (const Totals& own : totals) summary_.totals.add(own);
    return answers;
  }

  Answered answer(const ContractLines& contract, Totals& totals, std::size_t thread) const {
    ReadOptions reading = options_.reading;
    reading.skipBad = false;
    TimelineResult read = feed_.timeline(contract, reader_, reading);
    if (!read.problems.empty()) return {"", std::move(read.problems), false};
    const Evaluation evaluated =
        evaluate(machine_, evaluator_, read.timeline, options_.evaluation, options_.all, thread);
    totals.add(evaluated);
    return {options_.asTable ? tableLines(evaluated, contract.name, options_.all)
                             : outcomesJson(evaluated, {options_.all, true, contract.name}),
            {},
            true};
  }

  /// False at the first contract with problems, unless those are skipped. What goes before it is written, in one piece.
  bool write(const std::vector<Answered>& answers, std::ostream& out) {
    std::string text;
    bool whole = true;
    for (const Answered& answer : answers) {
      summary_.problems.insert(summary_.problems.end(), answer.problems.begin(), answer.problems.end());
      whole = answer.evaluated || options_.reading.skipBad;
      if (!whole) break;
      ++(answer.evaluated ? summary_.contracts : summary_.skipped);
      text += answer.text;
    }
    out << text;
    return whole;
  }

  Evaluator evaluator_;
  Machine machine_;
  TimelineReader reader_;
  const PortfolioOptions& options_;
  Feed feed_;
  PortfolioSummary summary_;
};

}  // namespace

PortfolioSummary evaluatePortfolio(const graph::Graph& graph, const std::string& path, const PortfolioOptions& options,
                                   std::ostream& out, const std::function<void(const PortfolioProgress&)>& report) {
  return Portfolio(graph, path, options).run(out, report);
}

}  // namespace beding

#include "portfolio/portfolio.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include "base/parallel.h"
#include "explain/json.h"
#include "explain/json_text.h"
#include "portfolio/contract.h"
#include "portfolio/table.h"

namespace beding {

namespace {

/// Contracts that a thread takes at a time: so many that taking and handing in cost little beside evaluating them.
constexpr std::size_t contractsAtATime = 64;
/// Pieces in hand per thread: one contract that takes long stops the others only when they are so far ahead.
constexpr std::size_t piecesPerThread = 4;

/// Some contracts that follow each other, and what became of them.
struct Piece {
  std::size_t number = 0;
  std::vector<ContractLines> contracts;
  JsonText text;
  std::vector<InputProblem> problems;
  std::vector<std::string> skipped;
  std::size_t evaluated = 0, strayLines = 0;
  bool whole = true;  ///< false: it ends before a contract with problems, and so does all
};

/// What one thread has counted.
struct Counts {
  Totals totals;
  PlainTotals plain;
};

/// A bad line costs its whole contract: none is skipped by itself.
ReadOptions asWhole(ReadOptions reading) {
  reading.skipBad = false;
  return reading;
}

/// Every thread takes the next piece, evaluates it, and hands it in; pieces are written in their order.
class Portfolio {
 public:
  Portfolio(const graph::Graph& graph, const std::string& path, const PortfolioOptions& options, std::ostream& out,
            const std::function<void(const PortfolioProgress&)>& report)
      : evaluator_(graph, options.evaluation, asWhole(options.reading), options.all, std::max(1U, options.threads)),
        json_(evaluator_.document()),
        options_(options),
        feed_(path, options.memory, options.threads),
        counts_(std::max(1U, options.threads), Counts{{}, PlainTotals(evaluator_.document())}),
        out_(out),
        report_(report) {}

  PortfolioSummary run() {
    if (options_.asTable) out_ << tableHeading();
    inParallel(counts_.size(), counts_.size(), [&](std::size_t, std::size_t thread) { work(thread); });
    for (const Counts& counts : counts_) {
      summary_.totals.add(counts.totals);
      counts.plain.addTo(summary_.totals);
    }
    std::ranges::stable_sort(summary_.problems, {}, &InputProblem::line);
    return std::move(summary_);
  }

 private:
  void work(std::size_t thread) {
    try {
      while (std::optional<Piece> piece = take()) {
        for (auto contract = piece->contracts.begin(); contract != piece->contracts.end() && piece->whole; ++contract)
          evaluate(*contract, thread, *piece);
        handIn(std::move(*piece));
      }
    } catch (...) {
      stop();
      throw;
    }
  }

  // ---------------------------------------------------------------------------------------------- taking, handing in

  /// Nothing at the end.
  std::optional<Piece> take() {
    Piece piece;
    if (!mayTake(piece)) return std::nullopt;
    const std::lock_guard lock(feeding_);
    piece.number = next_++;
    while (piece.contracts.size() < contractsAtATime) {
      auto contract = feed_.next();
      if (!contract) break;
      piece.contracts.push_back(std::move(*contract));
    }
    return piece.contracts.empty() ? std::nullopt : std::optional(std::move(piece));
  }

  /// The piece gets the room of one that has been written.
  bool mayTake(Piece& piece) {
    std::unique_lock lock(writing_);
    room_.wait(lock, [&] { return stopped_ || inHand_ < piecesPerThread * counts_.size(); });
    if (stopped_) return false;
    ++inHand_;
    if (spare_.empty()) return true;
    piece.text = std::move(spare_.back());
    spare_.pop_back();
    return true;
  }

  void handIn(Piece piece) {
    const std::lock_guard lock(writing_);
    const std::size_t number = piece.number;
    waiting_.emplace(number, std::move(piece));
    for (auto first = waiting_.begin(); !stopped_ && first != waiting_.end() && first->first == written_;
         first = waiting_.erase(first)) {
      write(first->second);
      spare_.push_back(std::move(first->second.text));
      spare_.back().clear();
      ++written_;
      --inHand_;
    }
    room_.notify_all();
  }

  void stop() {
    const std::lock_guard lock(writing_);
    stopped_ = true;
    room_.notify_all();
  }

  /// After the first contract with problems nothing more, unless those are skipped.
  void write(const Piece& piece) {
    summary_.problems.insert(summary_.problems.end(), piece.problems.begin(), piece.problems.end());
    summary_.contracts += piece.evaluated;
    summary_.skipped.insert(summary_.skipped.end(), piece.skipped.begin(), piece.skipped.end());
    summary_.strayLines += piece.strayLines;
    out_ << piece.text.text();
    stopped_ = !piece.whole;
    if (report_ && piece.whole) report_({summary_.contracts + summary_.skipped.size(), feed_.contracts()});
  }

  // ------------------------------------------------------------------------------------------------------ evaluating

  void evaluate(const ContractLines& contract, std::size_t thread, Piece& piece) {
    evaluator_.evaluate(feed_, contract, thread, [&](const auto& made) { add(made, contract, thread, piece); });
  }

  void add(const PlainEvaluation& evaluation, const ContractLines& contract, std::size_t thread, Piece& piece) {
    counts_[thread].plain.add(evaluation);
    if (options_.asTable)
      piece.text += tableLines(evaluationOf(evaluator_.document(), evaluation), contract.name, false);
    else
      json_.append(piece.text, evaluation, contract.name);
    ++piece.evaluated;
  }

  void add(const Evaluation& evaluation, const ContractLines& contract, std::size_t thread, Piece& piece) {
    counts_[thread].totals.add(evaluation);
    piece.text += options_.asTable ? tableLines(evaluation, contract.name, options_.all)
                                   : outcomesJson(evaluation, {options_.all, true, contract.name});
    ++piece.evaluated;
  }

  void add(const std::vector<InputProblem>& problems, const ContractLines& contract, std::size_t, Piece& piece) const {
    piece.problems.insert(piece.problems.end(), problems.begin(), problems.end());
    piece.whole = options_.reading.skipBad;
    if (piece.whole && contract.areStray) piece.strayLines += problems.size();
    if (piece.whole && !contract.areStray) piece.skipped.push_back(contract.name);
  }

  ContractEvaluator evaluator_;
  PlainJson json_;
  const PortfolioOptions& options_;

  std::mutex feeding_;
  Feed feed_;
  std::size_t next_ = 0;  ///< the number of the next piece

  std::vector<Counts> counts_;  ///< per thread

  std::mutex writing_;
  std::condition_variable room_;
  std::map<std::size_t, Piece> waiting_;  ///< handed in before their turn
  std::vector<JsonText> spare_;           ///< of pieces that have been written
  std::size_t written_ = 0, inHand_ = 0;
  bool stopped_ = false;
  std::ostream& out_;
  const std::function<void(const PortfolioProgress&)>& report_;
  PortfolioSummary summary_;
};

}  // namespace

PortfolioSummary evaluatePortfolio(const graph::Graph& graph, const std::string& path, const PortfolioOptions& options,
                                   std::ostream& out, const std::function<void(const PortfolioProgress&)>& report) {
  return Portfolio(graph, path, options, out, report).run();
}

}  // namespace beding

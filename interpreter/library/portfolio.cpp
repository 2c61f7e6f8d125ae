#include "portfolio/portfolio.h"

#include <utility>

#include "base/parallel.h"
#include "explain/json.h"
#include "explain/json_text.h"
#include "explain/names.h"
#include "library/convert.h"
#include "library/graph.h"
#include "library/guard.h"
#include "portfolio/contract.h"

namespace beding::v1 {

namespace {

/// Contracts that each thread gets before any is handed out; one thread alone reads nothing ahead.
constexpr std::size_t contractsPerThread = 64;

}  // namespace

/// Contracts are evaluated a block at a time, into the shape in which the first of it is asked for. Who then asks for
/// another shape has the rest of the block evaluated again.
class Portfolio::Inside {
 public:
  Inside(std::shared_ptr<const Graph::Inside> graph, const std::string& path, const PortfolioOptions& options,
         EvaluationOptions evaluation, ReadOptions lines)
      : graph_(std::move(graph)),
        all_(options.all),
        threads_(threadsFor(options.threads)),
        evaluator_(graph_->rules, std::move(evaluation), std::move(lines), all_, threads_),
        rates_(percentageTexts(evaluator_.document())),
        json_(evaluator_.document()),
        room_(threads_),
        feed_(path, options.memory, threads_) {}

  [[nodiscard]] std::size_t contracts() const { return feed_.parts(); }

  Result<std::optional<Contract>> next() {
    return taken(contracts_, [&](const ContractLines& lines, std::size_t) {
      return [&](auto&& made) { return contractOf(lines.name, std::forward<decltype(made)>(made)); };
    });
  }
  Result<std::optional<std::string>> nextJson() {
    return taken(texts_, [&](const ContractLines& lines, std::size_t thread) {
      return [&, thread](const auto& made) { return jsonOf(lines.name, made, room_[thread]); };
    });
  }

 private:
  template <class Shape>
  using Answers = std::vector<std::optional<Result<Shape>>>;  ///< of the block, from where they were first asked for

  // ------------------------------------------------------------------------------------------------------- one shape

  Result<Contract> contractOf(const std::string& name, const PlainEvaluation& made) const {
    return Contract{name, outcomesOf(evaluator_.document(), rates_, made)};
  }
  Result<Contract> contractOf(const std::string& name, beding::Evaluation&& made) const {
    Result<Outcomes> outcomes = outcomesOf(std::move(made), all_);
    if (!outcomes) return outcomes.error();
    return Contract{name, std::move(*outcomes)};
  }
  Result<Contract> contractOf(const std::string&, const std::vector<InputProblem>& problems) const {
    return errorOf(problems);
  }

  Result<std::string> jsonOf(const std::string& name, const PlainEvaluation& made, JsonText& room) const {
    room.clear();
    json_.append(room, made, name);
    return std::string(room.text());
  }
  Result<std::string> jsonOf(const std::string& name, const beding::Evaluation& made, JsonText&) const {
    return outcomesJson(made, {all_, true, name});
  }
  Result<std::string> jsonOf(const std::string&, const std::vector<InputProblem>& problems, JsonText&) const {
    return errorOf(problems);
  }

  // -------------------------------------------------------------------------------------------------------- a block

  /// The next contract in that shape; nothing at the end.
  template <class Shape, class Shaping>
  Result<std::optional<Shape>> taken(Answers<Shape>& answers, Shaping shaping) {
    if (taken_ == block_.size()) takeBlock();
    if (block_.empty()) return std::optional<Shape>();
    if (answers.empty()) answers = answersOf<Shape>(shaping);
    Result<Shape> answer = std::move(*answers[taken_++]);
    if (!answer) return answer.error();
    return std::optional(std::move(*answer));
  }

  template <class Shape, class Shaping>
  Answers<Shape> answersOf(Shaping shaping) {
    Answers<Shape> answers(block_.size());
    inParallel(block_.size() - taken_, threads_, [&](std::size_t index, std::size_t thread) {
      const ContractLines& lines = block_[taken_ + index];
      answers[taken_ + index] = evaluator_.evaluate(feed_, lines, thread, shaping(lines, thread));
    });
    return answers;
  }

  void takeBlock() {
    block_.clear();
    contracts_.clear();
    texts_.clear();
    taken_ = 0;
    readBlock();
  }

  /// What cannot be read is told after the contracts that stand before it.
  void readBlock() {
    if (unreadable_) throw std::exchange(unreadable_, std::nullopt).value();
    try {
      while (block_.size() < (threads_ > 1 ? contractsPerThread * threads_ : 1)) {
        auto contract = feed_.next();
        if (!contract) break;
        block_.push_back(std::move(*contract));
      }
    } catch (const PortfolioError& problem) {
      if (block_.empty()) throw;
      unreadable_ = problem;
    }
  }

  const std::shared_ptr<const Graph::Inside> graph_;
  const bool all_;
  const std::size_t threads_;
  ContractEvaluator evaluator_;
  const std::vector<std::vector<std::string>> rates_;  ///< of every table, as percentages
  const PlainJson json_;
  std::vector<JsonText> room_;  ///< to write in, per thread
  Feed feed_;

  std::vector<ContractLines> block_;
  std::size_t taken_ = 0;  ///< how many of it
  Answers<Contract> contracts_;
  Answers<std::string> texts_;
  std::optional<PortfolioError> unreadable_;
};

namespace {

/// False when there is no such day.
bool takeDay(const std::optional<Date>& from, std::optional<beding::Date>& day) {
  if (from) day = dayOf(*from);
  return !from || day;
}

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
    EvaluationOptions evaluation;
    ReadOptions lines;
    if (!takeDay(options.asOf, evaluation.asOf) || !takeDay(options.asKnownOn, lines.asKnownOn))
      return wrong(Code::wrongUsage, Phrasing("die dag bestaat niet", "there is no such day"));
    evaluation.readings = std::move(*readings);
    evaluation.sleeping = options.all;
    return Portfolio(std::make_unique<Inside>(graph.inside_, path, options, std::move(evaluation), std::move(lines)));
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

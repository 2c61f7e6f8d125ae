#include "machine/machine.h"

#include <deque>
#include <stdexcept>

#include "engine/known_names.h"
#include "engine/unknown_names.h"
#include "machine/contract.h"
#include "machine/translate.h"

namespace beding {

struct Machine::Made {
  Made(const graph::Graph& graph, machine::Program made, std::size_t threads) : program(std::move(made)), names(graph) {
    for (machine::Rates& rates : program.tables) {
      rates.table.rijen = rates.rows.data();
      rates.table.aantal = rates.rows.size();
    }
    for (std::size_t thread = 0; thread < threads; ++thread) contracts.emplace_back(program);
  }

  machine::Program program;
  engine::DocumentNames names;
  std::deque<machine::Contract> contracts;  ///< one per thread; their memory stays in use
};

Machine::Machine(const graph::Graph& graph, std::size_t threads, const std::vector<std::string>& lids) {
  if (auto program = machine::programOf(graph, lids))
    made_ = std::make_unique<Made>(graph, std::move(*program), threads);
}

Machine::~Machine() = default;
Machine::Machine(Machine&&) noexcept = default;

bool Machine::runs() const { return made_ != nullptr; }

std::optional<Evaluation> Machine::evaluate(const Timeline& timeline, const EvaluationOptions& options,
                                            std::size_t thread) const {
  if (made_ == nullptr || options.explain || options.thorough || !options.readings.empty()) return std::nullopt;
  if (timeline.events.empty()) return std::nullopt;
  try {
    auto evaluation = made_->contracts[thread].evaluate(timeline, options.asOf.value_or(timeline.events.back().at.day));
    if (evaluation && !unknownNames(made_->names, timeline).empty()) return std::nullopt;
    return evaluation;
  } catch (const std::overflow_error&) {  // more cents than its numbers hold
    return std::nullopt;
  }
}

Evaluation evaluate(const Machine& machine, const Evaluator& engine, const Timeline& timeline,
                    const EvaluationOptions& options, bool all, std::size_t thread) {
  auto quick = all ? std::nullopt : machine.evaluate(timeline, options, thread);
  return quick ? std::move(*quick) : engine.evaluate(timeline, options);
}

}  // namespace beding

#include "machine/machine.h"

#include <deque>
#include <stdexcept>

#include "engine/known_names.h"
#include "engine/unknown_names.h"
#include "machine/contract.h"
#include "machine/translate.h"

namespace beding {

struct Machine::Made {
  Made(const graph::Graph& graph, machine::Program made, std::size_t threads)
      : program(std::move(made)), names(graph), plain(threads) {
    for (machine::Rates& rates : program.tables) {
      rates.table.rijen = rates.rows.data();
      rates.table.aantal = rates.rows.size();
    }
    for (std::size_t thread = 0; thread < threads; ++thread) contracts.emplace_back(program);
  }

  machine::Program program;
  engine::DocumentNames names;
  std::deque<machine::Contract> contracts;  ///< one per thread; their memory stays in use
  std::vector<PlainTimeline> plain;         ///< likewise
};

Machine::Machine(const graph::Graph& graph, std::size_t threads, const std::vector<std::string>& lids) {
  if (auto program = machine::programOf(graph, lids))
    made_ = std::make_unique<Made>(graph, std::move(*program), threads);
}

Machine::~Machine() = default;
Machine::Machine(Machine&&) noexcept = default;

bool Machine::runs() const { return made_ != nullptr; }

const PlainDocument& Machine::document() const {
  static const PlainDocument none;
  return runs() ? made_->program.outcomes : none;
}

const PlainEvaluation* Machine::run(const PlainTimeline& timeline, const EvaluationOptions& options,
                                    std::size_t thread) const {
  if (options.explain || options.thorough || !options.readings.empty() || timeline.events.empty()) return nullptr;
  try {
    return made_->contracts[thread].evaluate(timeline, options.asOf.value_or(timeline.events.back().at));
  } catch (const std::overflow_error&) {  // more cents than its numbers hold
    return nullptr;
  }
}

const PlainEvaluation* Machine::evaluate(const PlainTimeline& timeline, const EvaluationOptions& options,
                                         std::size_t thread) const {
  return runs() && namesAreKnown(timeline) ? run(timeline, options, thread) : nullptr;
}

const PlainEvaluation* Machine::evaluate(const Timeline& timeline, const EvaluationOptions& options,
                                         std::size_t thread) const {
  if (!runs()) return nullptr;
  PlainTimeline& plain = made_->plain[thread];
  if (!plainOf(timeline, made_->names.graph().events, plain)) return nullptr;
  const bool known = namesAreKnown(plain) || unknownNames(made_->names, timeline).found.empty();
  return known ? run(plain, options, thread) : nullptr;
}

Evaluation evaluate(const Machine& machine, const Evaluator& engine, const Timeline& timeline,
                    const EvaluationOptions& options, bool all, std::size_t thread) {
  const PlainEvaluation* plain = all ? nullptr : machine.evaluate(timeline, options, thread);
  return plain != nullptr ? evaluationOf(machine.document(), *plain) : engine.evaluate(timeline, options);
}

}  // namespace beding

// From the state of an evaluation to outcomes, as the interface publishes them.
#pragma once

#include "engine/world.h"

namespace beding::engine {

/// Outcomes, questions, assumptions and warnings at the end of the day asked for.
Evaluation report(World& world);

/// Collects outcomes and what they wait for.
class Reporter {
 public:
  explicit Reporter(World& theWorld);

  /// What follows is about this sentence.
  void enter(const Heading& heading);
  /// Whether it is told: what sleeps is told only when asked for.
  [[nodiscard]] bool tells(bool sleeps) const { return !sleeps || world.options.sleeping; }
  /// Another outcome of it, to be filled in before the next.
  Outcome& begin(OutcomeKind kind);
  static void parties(Outcome& outcome, graph::Party bearer, graph::Party counterparty);
  /// Notes the questions that an outcome of it waits for and the assumptions that it rests on.
  void need(const QuestionSet& questions, const QuestionSet& assumed);
  Evaluation finish();

  World& world;

 private:
  void need(std::uint32_t question);
  void sortPlace();

  const Heading* heading_ = nullptr;
  std::ptrdiff_t place_ = 0;  ///< where the outcomes of sentences that are called the same begin
  Evaluation result_;
  std::map<std::string, Question> questions_;
};

// The outcomes of one sentence.
void reportNorm(Reporter& reporter, graph::NormId norm);  ///< and its exercises
void reportState(Reporter& reporter, graph::StateId state);
void reportRight(Reporter& reporter, graph::RightId right);
void reportAmount(Reporter& reporter, graph::AmountId amount);
void reportLimit(Reporter& reporter, graph::LimitId limit);
void reportProperty(Reporter& reporter, const graph::Property& property);
void reportParameter(Reporter& reporter, graph::ParameterId parameter);  ///< and the agreements about it
void reportQuantity(Reporter& reporter, graph::QuantityId quantity);

/// The day of a moment: outcomes tell days, only deadlines in hours tell instants.
std::optional<Moment> onDay(const std::optional<Moment>& moment);
std::string textOf(const Value& value);

}  // namespace beding::engine

// From the state of an evaluation to outcomes, as the interface publishes them.
#pragma once

#include "engine/world.h"

namespace beding::engine {

/// Outcomes, questions, assumptions and warnings at the end of the day asked for.
Evaluation report(World& world);

/// Collects outcomes and what they wait for.
class Reporter {
 public:
  explicit Reporter(World& theWorld) : world(theWorld) { result_.outcomes.reserve(usualOutcomes); }

  /// An outcome of a node, with its lid, name and parties filled in.
  [[nodiscard]] Outcome begin(const graph::Provenance& where, const std::string& name, OutcomeKind kind) const;
  void parties(Outcome& outcome, graph::Party bearer, graph::Party counterparty) const;
  /// Adds it; notes the questions it waits for and the assumptions it rests on.
  void add(Outcome&& outcome, const QuestionSet& questions, const QuestionSet& assumed);
  Evaluation finish();

  World& world;

 private:
  void need(std::uint32_t question, const Outcome& outcome);

  static constexpr std::size_t usualOutcomes = 32;  ///< fewer than this are not moved while they are collected

  Evaluation result_;
  std::map<std::string, Question> questions_;
};

void reportNorms(Reporter& reporter);
void reportExercises(Reporter& reporter);
void reportStates(Reporter& reporter);
void reportRights(Reporter& reporter);
void reportAmounts(Reporter& reporter);
void reportLimits(Reporter& reporter);
void reportValues(Reporter& reporter);  ///< properties, parameters, quantities

/// The day of a moment: outcomes tell days, only deadlines in hours tell instants.
std::optional<Moment> onDay(const std::optional<Moment>& moment);
std::string textOf(const Value& value);
bool before(const Outcome& a, const Outcome& b);
/// In that order; each is moved once at most, as an outcome is large.
void sort(std::vector<Outcome>& outcomes);

}  // namespace beding::engine

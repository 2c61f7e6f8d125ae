// Explanations: why an outcome is as it is, back to the lid and the events, with the arithmetic. Made from the records
// after the run, and only when asked for; nothing of it is woven through the evaluation.
#pragma once

#include "engine/world.h"

namespace beding::engine {

class Explainer {
 public:
  explicit Explainer(World& world) : world_(world) {}

  [[nodiscard]] Reason norm(graph::NormId norm, const NormRecord& record);
  [[nodiscard]] Reason exercise(const Exercise& exercise);
  [[nodiscard]] Reason state(std::uint32_t state, const StateRecord& record);
  [[nodiscard]] Reason right(const graph::Right& right, const RightRecord& record);
  [[nodiscard]] Reason amount(const graph::Amount& amount, const AmountRecord& record);
  [[nodiscard]] Reason limit(const graph::Limit& limit, const Environment& environment);
  [[nodiscard]] Reason quantity(graph::QuantityId quantity, const Environment& environment, int depth = 0);

  /// A condition with its truth, or a value, and what it rests on.
  [[nodiscard]] Reason expression(graph::ExpressionId expression, const Environment& environment, int depth = 0);
  [[nodiscard]] Reason event(std::uint32_t occurrence) const;

 private:
  /// What became of the term of a norm: brought forward, standing still, past.
  void courseOf(Reason& whole, graph::NormId norm, const NormRecord& record);
  [[nodiscard]] Reason performance(const graph::Norm& norm, const NormRecord& record) const;
  [[nodiscard]] Reason sentence(const graph::Provenance& where, const std::string& otherwise) const;
  void condition(Reason& whole, const char* word, graph::ExpressionId expression, const Environment& environment,
                 int depth = 1);
  void trigger(Reason& whole, const std::optional<Firing>& firing) const;
  void parts(Reason& whole, const graph::Expression& expression, const Environment& environment, int depth);
  [[nodiscard]] Reason term(const graph::Expression& expression, const Environment& environment, int depth);
  /// The instances that make `er is een X ...` true, or leave it open; those that keep `alle X ...` from being true.
  void instances(Reason& whole, const graph::Expression& expression, const Environment& environment, int depth);
  /// Those that a sum or a count takes in.
  void summands(Reason& whole, const graph::Expression& expression, const Environment& environment);
  void occurrences(Reason& whole, graph::PatternId pattern, const Environment& environment) const;
  /// What stands behind a name: the conditions of a state, the formula of a quantity, the breach of a norm.
  void behind(Reason& whole, const graph::Expression& expression, const Environment& environment, int depth);
  void stateParts(Reason& whole, std::uint32_t state, const StateRecord& record, int depth);
  /// What a person has to answer before this is known.
  void questions(Reason& whole, const QuestionSet& set) const;
  void notice(Reason& whole, const graph::Norm& norm, const Exercise& exercise);
  void perDay(Reason& whole, const graph::Amount& amount, const AmountRecord& record);
  void interest(Reason& whole, const InterestAccount& account) const;
  void isVoid(Reason& whole, graph::ExpressionId id, const Environment& environment);
  void agreed(Reason& whole, const graph::Parameter& parameter);
  void allocations(Reason& whole, const std::string& key, graph::PostKind kind) const;

  World& world_;
};

}  // namespace beding::engine

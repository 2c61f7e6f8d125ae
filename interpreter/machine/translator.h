// From a graph and its model to a program, one part after another.
#pragma once

#include "engine/headings.h"
#include "generate/model.h"
#include "generate/reads.h"
#include "machine/program.h"
#include "machine/steps.h"

namespace beding::machine {

/// Throws NotForTheMachine at what the machine does not run.
class Translator {
 public:
  Translator(const graph::Graph& graph, const generate::Model& model)
      : graph_(graph), model_(model), steps_(model, program_) {}

  Program program();

 private:
  // What there is; sentences read each other's columns, so this comes first.
  void begin();
  Sentence outline(const generate::Sentence& from);
  void fillTables();
  void fillOrder();

  // What it is called.
  std::uint32_t add(PlainHeading heading);
  [[nodiscard]] PlainHeading titleOf(graph::NodeRef node, OutcomeKind kind) const;
  std::uint32_t headingOf(const generate::Sentence& from, OutcomeKind kind);
  [[nodiscard]] OutcomeKind kindOf(const generate::Sentence& from) const;
  void fillReports();

  // Sentences.
  void fill(const generate::Sentence& from);
  void fillState(Sentence& sentence, std::uint32_t index, const Scope& scope);
  void fillNorm(Sentence& sentence, graph::NormId id, const Scope& scope);
  StepId applies(const graph::Norm& norm, bool endsWithAgreement, const Scope& scope);
  StepId canArise(const graph::Norm& norm);
  StepId fulfilled(const graph::Norm& norm, const Scope& scope);
  void fillDemands(Sentence& sentence, const graph::Norm& norm, const Scope& scope);
  void fillSuspenders(Sentence& sentence, graph::NormId id);
  void fillAmount(Sentence& sentence, const graph::Amount& amount, const Scope& scope);
  void fillInterest(Sentence& sentence, const graph::Amount& amount);
  [[nodiscard]] bool stays(StepId id) const;

  // Instances, and events.
  void fillEntity(const generate::EntityUse& use, Entity& entity);
  void fillEvent(EventTypeId type);
  void fillEvent(EventTypeId type, EventPlan& plan);
  void fillPayment(EventTypeId type, EventPlan& plan);
  [[nodiscard]] bool isLegalAct(EventTypeId type) const;
  Doings doings(EventTypeId type, bool receipt);
  void addTriggers(const generate::Sentence& from, EventTypeId type, bool receipt, Doings& doings);
  void addActs(const generate::Sentence& from, EventTypeId type, bool receipt, Doings& doings);
  void addAttempt(const generate::Sentence& from, graph::ActId act, EventTypeId type, StepId fits, Doings& doings);
  Consequence consequenceOf(graph::ActId act, EventTypeId type);
  void fillMarks();

  // Of all of them.
  [[nodiscard]] Marks marksOf(generate::Read::What what, std::uint32_t index) const;
  [[nodiscard]] Scope scopeOf(const generate::Sentence& from) const;
  [[nodiscard]] Scope argumentsOf(const graph::Norm& norm, const Scope& scope) const;
  StepId ifAny(graph::ExpressionId id, const Scope& scope) { return id ? steps_.truth(id, scope) : noStep; }
  StepId valueIfAny(graph::ExpressionId id, const Scope& scope) { return id ? steps_.value(id, scope) : noStep; }

  const graph::Graph& graph_;
  const generate::Model& model_;
  const std::vector<engine::Heading> headings_ = engine::headingsOf(graph_);
  Program program_;
  Steps steps_;
};

}  // namespace beding::machine

// What every kind of event does, in the order of docs/architectuur.md: instances, exercises, facts and sums, effects.
#pragma once

#include "generate/expressions.h"
#include "generate/norms.h"

namespace beding::generate {

class Events {
 public:
  Events(Model& model, Expressions& expressions) : model_(model), graph_(model.graph), expressions_(expressions) {}

  /// Functions of the agreement, one for each kind of event that does something. Call it after every sentence has been
  /// made: what those remember of events is known then.
  std::string functions();
  /// Attempts that are made in the world just before.
  [[nodiscard]] const std::string& aside() const { return aside_; }
  /// How the instances come into being.
  std::string instances();
  /// Which kinds of events matter beforehand, and how.
  std::string beforehand();
  /// Their types, once that has been asked.
  const std::vector<std::string>& kindsBeforehand() const { return beforehand_; }
  /// Members in which what the timeline says as a whole is kept.
  std::vector<std::string> announcements() const;
  /// Members in which events are remembered.
  std::string members();

  /// What follows from breaches; call it when all that is read of events is known.
  std::string derived();

 private:
  std::vector<EventTypeId> types();
  std::string function(EventTypeId type);
  std::string creation(EventTypeId type, const Bound& event);
  std::string converted(const EntityUse& entity, EventTypeId type);
  std::string exercises(EventTypeId type, const Bound& event, bool aside);
  std::string receiptField(EventTypeId type);
  std::string arrivalExercises(EventTypeId type, const Bound& event);
  bool receivesExercise(EventTypeId type) const;
  std::string attempts(EventTypeId type, const Bound& event, bool receipt);
  std::string attempt(const Sentence& power, graph::ActId act, const Bound& event);
  std::string denial(const Sentence& sentence, graph::ActId act, const Bound& event);
  std::string effectsOf(EventTypeId type, const Bound& event);
  std::string effects(graph::ActId act, const Bound& event);
  std::string readersOfExercise(const std::vector<graph::ActId>& acts);
  std::string partyOf(const graph::PartyRef& party, const Scope& own);
  std::string whenItWorks(const graph::Norm& norm, graph::ActId act, const Bound& event, const Scope& own);
  std::string namedDay(const graph::Norm& norm, const Bound& event, const Scope& own);
  std::string againstPeriod(const graph::Norm& norm, const Scope& own, const std::string& received);
  std::string frequency(const graph::Norm& norm) const;
  std::string dated(graph::ActId act, const Bound& event);
  std::string demands(const Sentence& power, graph::ActId act, const Bound& event, const Scope& own);
  bool isAsked(const Sentence& power, const Sentence& requirement, graph::ActId act) const;
  std::string requirement(const Sentence& sentence, graph::ActId act, const Bound& event, const Scope& power);
  std::string notOfOtherLeden(const graph::Norm& norm, const Bound& event);
  std::string facts(EventTypeId type, const Bound& event, bool receipt);
  std::string told(const Sentence& sentence, const std::string& matches, const std::string& member,
                   const std::string& with, bool keeps);
  std::string triggers(EventTypeId type, const Bound& event, bool receipt);
  std::string occasion(const Sentence& sentence, const graph::Trigger& trigger, EventTypeId type, const Bound& event,
                       bool receipt);
  std::string consequences(EventTypeId type, const Bound& event, bool receipt);
  std::string performances(EventTypeId type, const Bound& event, bool receipt);
  std::string payment(EventTypeId type);
  std::string charge(EventTypeId type);
  bool charges(EventTypeId type) const;
  std::string instance(const EntityUse& entity);
  std::string advance(const EntityUse& entity);
  std::string announced(EventTypeId type);
  std::string stated(const graph::Derivation& derivation) const;
  std::string derived(const graph::Derivation& derivation);
  [[nodiscard]] bool isOf(graph::PatternId pattern, EventTypeId type) const;
  std::vector<std::string> beforehand_;
  std::string aside_;  ///< attempts that are made apart

  Model& model_;
  const graph::Graph& graph_;
  Expressions& expressions_;
};

/// Whether the act works when it is received.
bool receives(const graph::Graph& graph, graph::ActId act);

}  // namespace beding::generate

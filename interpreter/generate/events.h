// What every kind of event does, in the order of docs/architectuur.md: instances, exercises, facts and sums, effects.
#pragma once

#include "generate/expressions.h"

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
  /// Members in which events are remembered.
  std::string members();

 private:
  std::vector<EventTypeId> types();
  std::string function(EventTypeId type);
  std::string creation(EventTypeId type, const Bound& event);
  std::string exercises(EventTypeId type, const Bound& event, bool receipt, bool aside);
  std::string attempt(const Sentence& power, graph::ActId act, const Bound& event);
  std::string effects(graph::ActId act, const Bound& event);
  std::string facts(EventTypeId type, const Bound& event, bool receipt);
  std::string told(const Sentence& sentence, const std::string& matches, const std::string& member,
                   const std::string& with);
  std::string deed(const Sentence& sentence, graph::ActId act, const Bound& event);
  std::string triggers(EventTypeId type, const Bound& event, bool receipt);
  std::string performances(EventTypeId type, const Bound& event, bool receipt);
  std::string payment(EventTypeId type);
  std::string instance(const EntityUse& entity);
  std::string marks(const Sentence& sentence, const std::string& place) const;
  [[nodiscard]] bool isOf(graph::PatternId pattern, EventTypeId type) const;
  void refuseDerived();
  std::string aside_;  ///< attempts that are made apart

  Model& model_;
  const graph::Graph& graph_;
  Expressions& expressions_;
};

}  // namespace beding::generate

// What has a value or a truth in time: parameters, quantities, states, open norms.
#pragma once

#include <string>
#include <vector>

#include "graph/expression.h"

namespace beding::graph {

/// `de P is V, tenzij anders overeengekomen`: a value with a history; `afspraak vastgelegd` (over = name) changes it.
struct Parameter {
  Provenance where;
  ReadingGuard guard;
  std::string name;
  Type type = Type::text;
  ExpressionId value;              ///< invalid: not filled in in the source (a placeholder); reading it asks for it
  bool deviable = false;           ///< agreements may change it
  FormId deviationForm;            ///< form that the agreement needs, if any
  bool deviationExplicit = false;  ///< the agreement must say so expressly (`uitdrukkelijk`)
  ExpressionId minimum;            ///< lower bound on later agreements
  bool reported = false;           ///< also an outcome (eigenschap)
  bool beside = false;             ///< only holds what is agreed in place of a quantity; has no value of its own
  Provenance agreedIn;     ///< the sentence of the contract, or of a document that goes before, that gives `value`
  ExpressionId displaced;  ///< what `value` was in the parameter's own document, for explanations
};

/// `Een afspraak telt alleen indien V`: an agreement of which V is not true changes nothing.
struct AgreementRule {
  Provenance where;
  ReadingGuard guard;
  EntityId entity;         ///< of agreements
  ExpressionId condition;  ///< the agreement in slot 0
};

/// A value over time per combination of instances. When the guard's reading is not chosen, or the condition is not
/// true, `otherwise` counts instead (unknown condition: both are possible; equal values are that value, else unknown).
struct Quantity {
  Provenance where;
  ReadingGuard guard;
  std::string name;
  Type type = Type::number;
  std::vector<Binder> binders;
  ExpressionId value;
  ExpressionId condition;  ///< counts only while true
  QuantityId otherwise;    ///< what counts when it is not (the defeated one, the other reading)
  bool reported = false;   ///< an amount that is an outcome
  ParameterId parameter;   ///< it stands for this parameter (a parameter that a derogation or reading displaces)
  bool derogates = false;  ///< made by "in afwijking van" ...
  std::vector<std::string> derogatesFrom;  ///< ... these leden
};

enum class StateReport : std::uint8_t { hidden, state, presumption };

/// A fluent. Either followed (`during`) or made of intervals, one per begin, each with its own end.
struct State {
  Provenance where;
  ReadingGuard guard;
  std::string name;
  std::vector<Binder> binders;
  std::vector<Trigger> begins;
  ExpressionId beginCondition;  ///< read when a begin fires
  std::vector<Trigger> ends;
  ExpressionId during;    ///< followed; when begins exist too, both must hold
  ExpressionId unless;    ///< defeater, followed
  ExpressionId voidWhen;  ///< as of a norm
  ExpressionId lastDay;   ///< moment through which it will hold, for `tot` while it still runs
  PartyRef bearer;
  StateReport report = StateReport::hidden;
  std::vector<StateId> defeatedBy;  ///< states about the same instances that take this one's place: while their own
                                    ///< condition is true, or without one while they hold
};

/// An open norm: only people can answer it. Id in outcomes: document:lid/words.
struct Judgement {
  Provenance where;
  ReadingGuard guard;
  std::string words;     ///< the source's words, lower case: "redelijke termijn"
  std::string question;  ///< the declared sentence, as a question
  EntityId subject;      ///< invalid: about the contract
  Type type = Type::truth;
  std::optional<Truth> assumed;  ///< verondersteld ja, verondersteld nee
  bool fromJudgement = false;    ///< vanaf het oordeel
};

}  // namespace beding::graph

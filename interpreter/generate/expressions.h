// Conditions, moments and amounts as expressions of C++. Every one takes the reading `v` along, which knows the day.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "generate/model.h"

namespace beding::generate {

/// What stands in a slot of a sentence, and how the code calls it.
struct Bound {
  /// `absent`: it is known that nothing stands there, as an event does not say what it is about.
  enum class Kind : std::uint8_t { nothing, instance, event, party, absent };
  Kind kind = Kind::nothing;
  graph::EntityId entity;
  EventTypeId event;
  graph::Party party = graph::Party::none;
  std::string code;
  std::string who = {};  ///< of an event: which one it is
};

/// The slots of a sentence, and the object of the agreement.
struct Scope {
  const graph::Provenance* where;
  std::string contract;  ///< "o." within a sentence, empty within the agreement itself
  std::vector<Bound> slots{};

  [[nodiscard]] Bound at(graph::Slot slot) const { return slot < slots.size() ? slots[slot] : Bound{}; }
  [[nodiscard]] Scope with(graph::Slot slot, Bound bound) const;
};

class Expressions {
 public:
  explicit Expressions(Model& model) : model_(model), graph_(model.graph) {}

  /// A Waarheid.
  std::string truth(graph::ExpressionId id, const Scope& scope);
  /// An Uurmoment: the end of a term in hours.
  std::string hours(graph::ExpressionId id, const Scope& scope);
  /// A Mogelijk of the expression's type.
  std::string value(graph::ExpressionId id, const Scope& scope);
  /// Whether an event of that type matches: its alternatives of that type.
  std::string matches(graph::PatternId id, const Bound& event, const Scope& scope);

  /// The type of the code of a value.
  std::string codeType(graph::ExpressionId id) const;
  /// Who bears a norm or acts, as a party in a slot.
  Bound actor(const graph::PartyRef& party, const Scope& scope);
  /// What a quantity comes to, of the instances in the scope's slots.
  std::string quantityBody(graph::QuantityId id, const Scope& scope);
  /// A number of euros or of anything else, to reckon with.
  std::string number(graph::ExpressionId id, const Scope& scope);
  /// One of the instances, by a name that the scope does not have.
  Bound eachOf(const EntityUse& entity, graph::Slot slot, const Scope& scope) const;
  /// Whether an event has that form.
  std::string formCode(graph::FormId wanted, const Bound& about, const Scope& scope);
  /// What `formCode` reads.
  std::string formTables() const;
  /// What a parameter comes to, with what was agreed.
  std::string parameterOf(std::uint32_t index);
  /// The arguments of an act, as the norm gives them, and who does it.
  Scope actScope(const graph::Norm& norm, graph::ActId act, const Scope& own);
  /// Whether it was soon enough: a judgement about what the norm is about.
  std::string softTerm(graph::JudgementId id, const Scope& scope);
  /// That no other norm goes before it; of a deed: that none excludes it.
  std::vector<std::string> unopposed(graph::NormId norm, const Scope& scope, const Bound* deed);
  /// What `toestemming_voor` reads.
  std::string consentTables() const;
  /// Where events of that type are remembered.
  std::string memory(EventTypeId type, bool atReceipt);

  /// Patterns of which it is remembered whether they came about; by their id.
  std::set<std::uint32_t> happened;
  std::set<std::uint32_t> last;
  std::set<std::uint32_t> forms;
  std::set<std::uint32_t> consents;  ///< event types of what consent was asked for

 private:
  std::string connected(const graph::Expression& expression, const Scope& scope, const char* connective);
  std::string compared(const graph::Expression& expression, const Scope& scope);
  std::string quantified(const graph::Expression& expression, const Scope& scope);
  std::string state(const graph::Expression& expression, const Scope& scope);
  std::string stateOf(const graph::Expression& expression, std::vector<Bound> things, const Scope& scope);
  std::string stateOfAny(const graph::Expression& expression, std::vector<Bound> things, const Scope& scope);
  std::string lasted(const graph::Expression& expression, const Scope& scope);
  std::string stateSince(const graph::Expression& expression, const Scope& scope);
  std::string contractStart(const Scope& scope);
  std::string ofLastRemembered(const graph::Expression& expression, const Scope& scope);
  std::string settled(const graph::Expression& expression, const Scope& scope);
  std::string deadline(const graph::Expression& expression, const Scope& scope);
  std::string attribute(const graph::Expression& expression, const Scope& scope);
  std::string attributeOf(const graph::Expression& expression, const Bound& about, const Scope& scope);
  std::string occurredAt(const Bound& about);
  std::string hasAttribute(const graph::Expression& expression, const Scope& scope);
  std::string constant(const graph::Expression& expression, const Scope& scope);
  std::string sameParty(const graph::Expression& expression, const Scope& scope);
  std::string happenedCode(const graph::Expression& expression, const Scope& scope);
  std::string ofLast(const graph::Expression& expression, const Scope& scope);
  std::string party(graph::ExpressionId id, const Scope& scope);
  std::string refersTo(const graph::Expression& expression, const Scope& scope);
  std::string listed(const graph::Expression& expression, const Scope& scope);
  std::string inForm(const graph::Expression& expression, const Scope& scope);
  std::string judged(const graph::Expression& expression, const Scope& scope);
  std::string judgedAbout(std::uint32_t index, const Bound& about, const Scope& scope);
  std::string remembered(const graph::Expression& expression, const Scope& scope);
  std::string window(const graph::Expression& expression, const Scope& scope);
  std::string whenHappened(const graph::Expression& expression, const Scope& scope, const char* function);
  std::string countedFrom(graph::ExpressionId id, const Scope& scope);
  std::string quantity(const graph::Expression& expression, const Scope& scope);
  std::string quantityOf(const graph::Expression& expression, const Scope& scope, const std::string& about);
  std::string quantityOfNothing(const graph::Expression& expression, const Scope& scope);
  std::string extremeMoment(const graph::Expression& expression, const Scope& scope);
  std::string calculated(const graph::Expression& expression, const Scope& scope);
  std::string chosen(const graph::Expression& expression, const Scope& scope);
  std::string summed(const graph::Expression& expression, const Scope& scope);
  std::string parameter(const graph::Expression& expression, const Scope& scope);
  std::string agreementOf(std::uint32_t index, EventTypeId agreed);
  std::vector<std::string> agreementRules(const Bound& agreement, const Scope& scope);
  std::string running(const graph::Expression& expression, const Scope& scope);
  std::string owed(const graph::Expression& expression, const Scope& scope);
  std::string exercised(const graph::Expression& expression, const Scope& scope);
  std::string wasValid(const graph::Expression& expression, const Scope& scope);
  std::string normStatus(const graph::Expression& expression, const Scope& scope);
  std::string consent(const graph::Expression& expression, const Scope& scope);
  std::string referred(graph::ExpressionId id, const Scope& scope);
  std::string ofNamed(graph::ExpressionId id, const Scope& scope, const std::string& type, graph::EntityId entity,
                      const std::function<std::string(const Bound&)>& inner);
  std::string stateOfNamed(const graph::Expression& expression, std::vector<Bound> things, const Scope& scope);
  graph::EntityId entityNamed(const graph::Expression& expression, const Bound& about) const;
  std::string rival(graph::NormId other, graph::NormId norm, const Scope& scope, const Bound* deed);
  std::string anyOf(const graph::Expression& expression, const Scope& scope,
                    const std::function<std::string(const std::string&, const Scope&)>& rest);
  bool isExact(graph::ExpressionId id) const;
  bool isExactType(const graph::Expression& expression) const;
  std::string eventCode(const Bound& bound) const;
  std::string key(const Bound& bound) const;
  bool namesAgent(const graph::Expression& expression) const;
  bool isParty(const graph::Expression& expression) const;

  Bound subject(const graph::Expression& expression, const Scope& scope);
  Bound thing(graph::ExpressionId id, const Scope& scope);
  std::string refused(const Scope& scope, const Wording& what);
  const graph::Expression& operand(const graph::Expression& expression, std::size_t index) const;

  Model& model_;
  const graph::Graph& graph_;
};

/// Which attribute of an event type is meant: by its name, else by its place.
std::optional<std::uint32_t> meantAttribute(const EventType& type, const graph::Expression& expression);

/// "Mogelijk<Getal>", "Waarheid" ...: what an expression of that type is in the code.
std::string valueType(Type type);

/// The event type by which agreements change what the terms say.
std::optional<EventTypeId> agreements(const graph::Graph& graph);

/// Whether a sentence puts the one before the other.
bool isRankedBefore(const graph::Graph& graph, graph::NormId first, graph::NormId second);
/// Those that go before a norm, under the readings that count.
std::vector<graph::NormId> rivalsOf(const graph::Graph& graph, graph::NormId id);

/// Whether it is the end of a term in hours.
bool isInHours(const graph::Graph& graph, graph::ExpressionId id);

/// "Termijn::dagen(14)"; of hours there is none.
std::string termCode(const Duration& length);

/// "Partij::opdrachtnemer"
std::string partyCode(graph::Party party);

}  // namespace beding::generate

// Evaluating expressions. Every evaluation asks the world for another instant when its value may change by time alone.
#pragma once

#include "engine/world.h"

namespace beding::engine {

Answer evaluate(World& world, graph::ExpressionId expression, const Environment& environment);
/// An expression read as a truth: what is nothing is not true.
Verdict decide(World& world, graph::ExpressionId expression, const Environment& environment);
/// True when there is no expression: what is not asked is met.
Verdict holds(World& world, graph::ExpressionId condition, const Environment& environment);
/// Not true when there is no expression.
Verdict holdsNot(World& world, graph::ExpressionId condition, const Environment& environment);

/// The party that a sentence names, for these instances.
graph::Party resolveParty(World& world, const graph::PartyRef& party, const Environment& environment);
/// The party that a value is: a slot with a party, or its name.
graph::Party partyIn(const World& world, const Answer& answer);

// --- the families of operators (one file each): those whose value is a truth, and the others ------------------------
Verdict decideLogic(World& world, const graph::Expression& expression, const Environment& environment);
Verdict decideInstances(World& world, const graph::Expression& expression, const Environment& environment);
Verdict decideTime(World& world, const graph::Expression& expression, const Environment& environment);
Verdict decideOccurrences(World& world, const graph::Expression& expression, const Environment& environment);
Verdict decideFacts(World& world, const graph::Expression& expression, const Environment& environment);
Answer evaluateLogic(World& world, const graph::Expression& expression, const Environment& environment);
Answer evaluateArithmetic(World& world, const graph::Expression& expression, const Environment& environment);
Answer evaluateInstances(World& world, const graph::Expression& expression, const Environment& environment);
Answer evaluateTime(World& world, const graph::Expression& expression, const Environment& environment);
Answer evaluateOccurrences(World& world, const graph::Expression& expression, const Environment& environment);
Answer evaluateFacts(World& world, const graph::Expression& expression, const Environment& environment);

// --- shared by them -------------------------------------------------------------------------------------------------
Answer operand(World& world, const graph::Expression& expression, std::size_t index, const Environment& environment);
/// The operand as a truth.
Verdict operandHolds(World& world, const graph::Expression& expression, std::size_t index,
                     const Environment& environment);
/// What an operand names. A slot says so without its value.
Binding boundBy(World& world, graph::ExpressionId expression, const Environment& environment);
Binding boundBy(World& world, const graph::Expression& expression, std::size_t index, const Environment& environment);
/// The slots that the operands name, as arguments of another node.
Environment argumentsOf(World& world, const graph::Expression& expression, const Environment& environment);
/// A value that depends on `part` without being known: unknown when it is, nothing when it is nothing.
template <class Part>
Answer withoutValue(const Part& part) {
  Answer answer;
  rest(answer, part);
  return answer;
}

/// Is `a` before `b`, at or before `b`? Unknown when one of them is an interval that straddles the other.
Verdict isBefore(World& world, const Answer& a, const Answer& b);
Verdict isAtOrBefore(World& world, const Answer& a, const Answer& b);
/// Whether a moment has been reached or has gone by, with the tick at which that changes.
Verdict hasReached(World& world, const Answer& moment);
Verdict hasPassed(World& world, const Answer& moment);

/// `from`, limited: the occurrence's moment as a pattern counts it.
Answer momentOf(World& world, const graph::Pattern& pattern, std::uint32_t occurrence);
/// Whether an occurrence matches, its pattern's slot bound to it.
Verdict matches(World& world, graph::PatternId pattern, std::uint32_t occurrence, const Environment& environment);
/// Whether one of the pattern's ways is an event of this type; no pattern speaks of none.
bool speaksOf(const World& world, graph::PatternId pattern, EventTypeId type);
/// Whether it counts for the pattern: it has happened (or been received).
bool isVisible(const World& world, const graph::Pattern& pattern, std::uint32_t occurrence);
/// Whether this instant is the one in which the occurrence counts for the pattern.
bool isNew(const World& world, const graph::Pattern& pattern, std::uint32_t occurrence);

Answer attributeOf(World& world, const graph::Expression& expression, Binding subject);
/// The text that an attribute has there, as it stands; null when it has none, or one that stands for a party.
const std::string* textOf(World& world, const graph::Expression& attribute, const Environment& environment);
/// The attribute of that index, or by name when the expression carries one; absent is monostate.
const Value* attributeValue(const World& world, const Occurrence& occurrence, std::uint32_t index,
                            const std::string* name);
/// Whether a text names the duty from whose breach an instance follows: "elan:2.8", or with its name behind it.
bool isNameOf(const World& world, const std::string& text, Binding instance);
std::optional<Binding> instanceNamed(const World& world, const std::string& key);
Verdict refersTo(World& world, const graph::Expression& expression, Binding occurrence, Binding instance);
Verdict satisfiesForm(World& world, graph::FormId form, Binding occurrence, bool only);
Verdict actorIs(World& world, Binding occurrence, graph::Party party);
Answer judge(World& world, graph::JudgementId judgement, Binding subject);
Answer parameterValue(World& world, graph::ParameterId parameter, const Environment& environment, bool followed);
/// What is agreed in place of `otherwise`, as of that moment.
Answer agreedValue(World& world, graph::ParameterId parameter, Answer otherwise, const Tick& moment);
/// Whether consent is for what another event does.
Verdict consentFor(World& world, const graph::Expression& expression, Binding consent, Binding deed);
/// Whether an agreement is one that counts by the document's own requirement.
Requirement agreementCounts(World& world, std::uint32_t occurrence);
Answer askFact(World& world, Binding subject, const std::string& fact, const std::string& text);
/// The same for what an event of the timeline leaves out: one question, whoever asks it.
Answer askAttribute(World& world, Binding subject, const std::string& label, bool isActor = false);

}  // namespace beding::engine

// Constants, slots, attributes; questions over all instances of an entity; who did it, to what it refers, in which
// form.
#include <algorithm>

#include "engine/expressions.h"

namespace beding::engine {

namespace {

using graph::Expression;
using graph::Op;
using graph::Party;

/// The general field by which any event may say what it is about.
constexpr std::string_view aboutField = "betreft";

Answer named(const World& world, Binding binding) {
  if (!binding) return {};
  Answer answer = known(world.keyOf(binding));
  answer.binding = binding;
  return answer;
}

Answer occurredAt(const World& world, Binding subject) {
  const Occurrence* occurrence = world.occurrenceOf(subject);
  if (occurrence == nullptr) return {};
  Answer answer = known(occurrence->received);
  answer.binding = subject;
  return answer;
}

Verdict hasAttribute(const World& world, const Expression& expression, Binding subject) {
  const Occurrence* occurrence = world.occurrenceOf(subject);
  if (occurrence == nullptr) return truth(false);
  const auto* name = std::get_if<std::string>(&expression.value);
  if (name != nullptr && *name == aboutField) return truth(!occurrence->event.about.empty());
  const Value* value = attributeValue(world, *occurrence, expression.index, name);
  return truth(value != nullptr && isKnown(*value));
}

/// Calls `visit` with the environment for every instance of the entity, as long as it returns true.
template <class Visit>
void forEachInstance(World& world, const Expression& expression, const Environment& environment, Visit visit) {
  Environment inner = environment;
  for (const std::uint32_t index : world.ofEntity[expression.index]) {
    inner.bind(expression.slot, {Binding::Kind::instance, index});
    visit(inner);
  }
}

Verdict quantified(World& world, const Expression& expression, const Environment& environment) {
  const bool all = expression.op == Op::forAll;
  Verdict whole = truth(all);
  forEachInstance(world, expression, environment, [&](const Environment& inner) {
    const Verdict part = operandHolds(world, expression, 0, inner);
    all ? conjoin(whole, part) : disjoin(whole, part);
    if (!all && part.truth() == Truth::yes && !whole.binding) whole.binding = inner.at(expression.slot);
  });
  return whole;
}

/// Adds `part` into `whole`; an unknown part makes the whole unknown.
void accumulate(Answer& whole, const Answer& part) {
  rest(whole, part);
  if (part.unknown()) whole.value = {};
  if (const auto* money = std::get_if<Money>(&part.value)) {
    if (auto* sum = std::get_if<Money>(&whole.value)) *sum = *sum + *money;
  }
  if (const auto* number = std::get_if<Number>(&part.value)) {
    if (auto* sum = std::get_if<Number>(&whole.value)) *sum = *sum + *number;
  }
}

Answer aggregated(World& world, const Expression& expression, const Environment& environment) {
  const bool counts = expression.op == Op::countOver;
  Answer whole = known(!counts && expression.type == Type::money ? Value(Money{}) : Value(Number(0)));
  forEachInstance(world, expression, environment, [&](const Environment& inner) {
    const bool filtered = !expression.operands.empty() && expression.operands[0];
    const Verdict chosen = filtered ? operandHolds(world, expression, 0, inner) : truth(true);
    if (chosen.truth() == Truth::no) return rest(whole, withoutValue(chosen));
    if (chosen.truth() == Truth::unknown) whole.value = {};
    rest(whole, chosen);
    accumulate(whole, counts ? known(Number(1)) : operand(world, expression, 1, inner));
  });
  return whole;
}

Answer earliestOver(World& world, const Expression& expression, const Environment& environment) {
  Answer whole;
  forEachInstance(world, expression, environment, [&](const Environment& inner) {
    const bool filtered = !expression.operands.empty() && expression.operands[0];
    const Verdict chosen = filtered ? operandHolds(world, expression, 0, inner) : truth(true);
    if (chosen.truth() != Truth::yes) return rest(whole, chosen);
    const Answer part = operand(world, expression, 1, inner);
    rest(whole, part);
    if (part.moment() == nullptr) return;
    const bool first = whole.moment() == nullptr || earliest(*part.moment()) < earliest(*whole.moment());
    if (first) whole.value = part.value;
  });
  if (isKnown(whole.value)) whole.questions.clear();
  return whole;
}

Answer partyValue(const World& world, Party party) {
  if (party == Party::none) return {};
  Answer answer = known(std::string(partyName(party)));
  answer.binding = world.bindingOf(party);
  return answer;
}

Answer constant(const World& world, const Expression& expression) {
  const auto* text = std::get_if<std::string>(&expression.value);
  const bool isParty = text != nullptr && expression.type == Type::party && world.partyNamed(*text) != Party::none;
  return isParty ? partyValue(world, world.partyNamed(*text)) : known(expression.value);
}

Verdict sameParty(World& world, const Expression& expression, const Environment& environment) {
  const Answer a = operand(world, expression, 0, environment), b = operand(world, expression, 1, environment);
  const Party x = partyIn(world, a), y = partyIn(world, b);
  Verdict answer = truth(x != Party::none && x == y);
  if (a.unknown() || b.unknown()) {
    answer.value = Truth::unknown;
    rest(answer, a);
    rest(answer, b);
  }
  return answer;
}

Answer otherPartyOf(World& world, const Expression& expression, const Environment& environment) {
  const Answer party = operand(world, expression, 0, environment);
  const Party found = partyIn(world, party);
  return found == Party::none ? withoutValue(party) : partyValue(world, otherParty(found));
}

Answer onlyInstance(const World& world, const Expression& expression) {
  const auto& all = world.ofEntity[expression.index];
  return all.size() == 1 ? named(world, {Binding::Kind::instance, all.front()}) : Answer{};
}

Verdict actor(World& world, const Expression& expression, const Environment& environment) {
  const Answer party = operand(world, expression, 1, environment);
  return actorIs(world, boundBy(world, expression, 0, environment), partyIn(world, party));
}

}  // namespace

const Value* attributeValue(const World& world, const Occurrence& occurrence, std::uint32_t index,
                            const std::string* name) {
  const auto& attributes = world.typeOf(occurrence).attributes;
  if (name != nullptr && !name->empty()) {
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [&](const Attribute& attribute) { return attribute.name == *name; });
    if (found == attributes.end()) return nullptr;
    index = static_cast<std::uint32_t>(found - attributes.begin());
  }
  return index < occurrence.event.attributes.size() ? &occurrence.event.attributes[index] : nullptr;
}

std::optional<Binding> instanceNamed(const World& world, const std::string& key) {
  for (std::uint32_t index = 2; index < world.instances.size(); ++index) {
    if (world.instances[index].key == key) return Binding{Binding::Kind::instance, index};
  }
  return std::nullopt;
}

namespace {

AskedQuestion questionOfFact(const World& world, Binding subject, const std::string& fact, const std::string& text) {
  const std::string& key = world.keyOf(subject);
  const std::string id = key.empty() ? "feit/" + fact : "feit/" + key + "/" + fact;
  return {id, text, key, ""};
}

AskedQuestion questionOfAttribute(const World& world, Binding subject, const std::string& label, bool isActor) {
  const Occurrence& occurrence = *world.occurrenceOf(subject);
  const std::string event = "«" + world.typeOf(occurrence).name + "» " + occurrence.event.key;
  if (label == aboutField) return questionOfFact(world, subject, label, "Waarop slaat " + world.keyOf(subject) + "?");
  if (isActor) return questionOfFact(world, subject, label, "Wie deed " + event + "?");
  return questionOfFact(world, subject, label, "Wat vermeldt " + event + " als «" + label + "»?");
}

}  // namespace

Answer askFact(World& world, Binding subject, const std::string& fact, const std::string& text) {
  return unknownFor(world.questions.ask(questionOfFact(world, subject, fact, text)));
}

Answer askAttribute(World& world, Binding subject, const std::string& label, bool isActor) {
  return unknownFor(world.questions.ask(questionOfAttribute(world, subject, label, isActor)));
}

namespace {

/// The place of the attribute that is read, among those of the type; as many as there are when it has none.
std::size_t placeRead(const EventType& type, const Expression& expression) {
  const auto* name = std::get_if<std::string>(&expression.value);
  if (name == nullptr || name->empty()) return std::min<std::size_t>(expression.index, type.attributes.size());
  const auto found = std::find_if(type.attributes.begin(), type.attributes.end(),
                                  [&](const Attribute& attribute) { return attribute.name == *name; });
  return static_cast<std::size_t>(found - type.attributes.begin());
}

/// What an absent attribute means: the moment of its event, the key of its instance, or a question.
Answer absentAttribute(World& world, const Expression& expression, const Attribute* attribute, Binding subject) {
  const Occurrence& occurrence = *world.occurrenceOf(subject);
  if (attribute != nullptr && attribute->standsForOp) return known(occurrence.event.at);
  if (attribute != nullptr && attribute->isKey) return named(world, subject);
  if (attribute != nullptr && !attribute->standard.empty()) return known(attribute->standard);
  const auto words = [&] {
    return attribute != nullptr ? questionOfAttribute(world, subject, attribute->name, attribute->isActor)
                                : questionOfAttribute(world, subject, "gegeven", false);
  };
  Answer asked = unknownFor(world.questions.ask(attribute, subject, words));
  if (expression.type == Type::truth) asked.value = Truth::unknown;
  return asked;
}

/// The party or instance that a text names; a key names the instance it was read from.
Answer withBinding(World& world, const Expression& expression, const Attribute* attribute, Answer answer,
                   Binding subject) {
  answer.binding = subject;
  const auto* text = answer.text();
  if (text == nullptr || (attribute != nullptr && attribute->isKey && subject.kind == Binding::Kind::instance))
    return answer;
  if (const graph::Agent* agent = world.agentNamed(*text)) {
    answer.binding = world.bindingOf(agent->party);  // the text stays: a clause may ask whether it was an agent
    return answer;
  }
  if (const Party party = world.partyNamed(*text); party != Party::none) return partyValue(world, party);
  if (expression.type != Type::reference) return answer;
  if (const auto found = instanceNamed(world, *text)) {
    answer.binding = *found;
  } else {
    world.work.await();
  }
  return answer;
}

const Value* valueAt(const Occurrence& occurrence, std::size_t place) {
  const auto& values = occurrence.event.attributes;
  return place < values.size() ? &values[place] : nullptr;
}

}  // namespace

Answer attributeOf(World& world, const Expression& expression, Binding subject) {
  const Occurrence* occurrence = world.occurrenceOf(subject);
  if (occurrence == nullptr) return {};
  const EventType& type = world.typeOf(*occurrence);
  const std::size_t place = placeRead(type, expression);
  const Attribute* attribute = place < type.attributes.size() ? &type.attributes[place] : nullptr;
  const Value* value = valueAt(*occurrence, place);
  const auto* truthValue = value != nullptr ? std::get_if<Truth>(value) : nullptr;
  if (value == nullptr || !isKnown(*value) || (truthValue != nullptr && *truthValue == Truth::unknown))
    return absentAttribute(world, expression, attribute, subject);
  return withBinding(world, expression, attribute, known(*value), subject);
}

namespace {

/// The event as it came up on the timeline.
std::pair<Tick, std::uint32_t> placeOf(const World& world, std::uint32_t occurrence) {
  return {world.occurrences[occurrence].arrives, occurrence};
}

/// Whether it was the only instance of its kind when the event reached its party.
bool wasOnlyInstance(const World& world, Binding instance, Binding subject) {
  if (instance.kind != Binding::Kind::instance) return false;
  const auto event = placeOf(world, world.occurrenceIn(subject));
  const auto existed = [&](std::uint32_t index) { return placeOf(world, world.instances[index].createdBy) <= event; };
  const auto& alike = world.ofEntity[world.instances[instance.index].entity.index];
  return existed(instance.index) && std::none_of(alike.begin(), alike.end(), [&](std::uint32_t other) {
           return other != instance.index && existed(other);
         });
}

/// An event that brings an X about is about that X and no other; nothing when it brings none about.
std::optional<Verdict> bringsAbout(const World& world, Binding subject, Binding instance) {
  if (instance.kind != Binding::Kind::instance) return std::nullopt;
  const std::uint32_t occurrence = world.occurrenceIn(subject);
  const Instance& asked = world.instances[instance.index];
  if (!world.bornOf(occurrence, asked.entity)) return std::nullopt;
  return truth(asked.party == Party::none && asked.createdBy == occurrence);
}

Verdict askReference(World& world, Binding subject) {
  return verdictOf(askAttribute(world, subject, std::string(aboutField)));
}

}  // namespace

bool isNameOf(const World& world, const std::string& text, Binding instance) {
  const Occurrence* creator = instance.kind == Binding::Kind::instance ? world.occurrenceOf(instance) : nullptr;
  if (creator == nullptr || !creator->derivedFrom || !creator->derivedFrom->norm) return false;
  const graph::Norm& norm = at(world.graph.norms, creator->derivedFrom->norm);
  const std::string lid = lidOf(world, norm.where);
  return text == lid || text == lid + " " + norm.name || text == norm.where.lid ||
         text == norm.where.lid + " " + norm.name;
}

Verdict refersTo(World& world, const Expression& expression, Binding subject, Binding instance) {
  const Occurrence* occurrence = world.occurrenceOf(subject);
  if (occurrence == nullptr) return truth(false);
  if (!instance) return askReference(world, subject);
  const Occurrence* creator = world.occurrenceOf(instance);
  const auto isIt = [&](const std::string& text) {
    return text == world.keyOf(instance) || (creator != nullptr && text == creator->event.key) ||
           isNameOf(world, text, instance);
  };
  const Value* value =
      attributeValue(world, *occurrence, expression.index, std::get_if<std::string>(&expression.value));
  if (value != nullptr) {
    if (const auto* text = std::get_if<std::string>(value)) return truth(isIt(*text));
    if (const auto* list = std::get_if<std::vector<std::string>>(value)) {
      return truth(std::any_of(list->begin(), list->end(), isIt));
    }
  }
  if (const auto own = bringsAbout(world, subject, instance)) return *own;
  const auto& about = occurrence->event.about;
  if (!about.empty()) return truth(std::any_of(about.begin(), about.end(), isIt));
  if (instance == subject) return truth(true);
  if (wasOnlyInstance(world, instance, subject)) return truth(true);
  return askReference(world, subject);
}

Verdict actorIs(World& world, Binding subject, Party party) {
  const Occurrence* occurrence = world.occurrenceOf(subject);
  if (occurrence == nullptr) return truth(false);
  const auto& attributes = world.typeOf(*occurrence).attributes;
  bool hasActor = false;
  for (std::size_t index = 0; index < attributes.size() && index < occurrence->event.attributes.size(); ++index) {
    if (!attributes[index].isActor) continue;
    hasActor = true;
    const auto* text = std::get_if<std::string>(&occurrence->event.attributes[index]);
    if (text != nullptr) return truth(party != Party::none && world.partyNamed(*text) == party);
  }
  if (!hasActor) return truth(true);  // the event type says nothing about who does it
  return verdictOf(askAttribute(world, subject, "partij", true));
}

namespace {

/// The instance or occurrence that an operand names, or that stands in the slot when there are no operands.
Binding subjectOf(World& world, const Expression& expression, std::size_t index, const Environment& environment) {
  const bool inSlot = expression.operands.empty() && index == 0;
  return inSlot ? environment.at(expression.slot) : boundBy(world, expression, index, environment);
}

}  // namespace

const std::string* textOf(World& world, const Expression& attribute, const Environment& environment) {
  const Occurrence* occurrence = world.occurrenceOf(subjectOf(world, attribute, 0, environment));
  const Value* value =
      occurrence != nullptr ? valueAt(*occurrence, placeRead(world.typeOf(*occurrence), attribute)) : nullptr;
  const auto* text = value != nullptr ? std::get_if<std::string>(value) : nullptr;
  return text != nullptr && world.partyNamed(*text) == Party::none ? text : nullptr;
}

Verdict decideInstances(World& world, const Expression& expression, const Environment& environment) {
  const auto subject = [&](std::size_t index) { return subjectOf(world, expression, index, environment); };
  switch (expression.op) {
    case Op::hasAttribute:
      return hasAttribute(world, expression, subject(0));
    case Op::exists:
    case Op::forAll:
      return quantified(world, expression, environment);
    case Op::sameParty:
      return sameParty(world, expression, environment);
    case Op::actorIs:
      return actor(world, expression, environment);
    case Op::satisfiesForm:
      return satisfiesForm(world, graph::FormId{expression.index}, subject(0), false);
    default:
      return refersTo(world, expression, subject(0), subject(1));
  }
}

Answer evaluateInstances(World& world, const Expression& expression, const Environment& environment) {
  const auto subject = [&] { return subjectOf(world, expression, 0, environment); };
  switch (expression.op) {
    case Op::constant:
      return constant(world, expression);
    case Op::variable:
      return named(world, environment.at(expression.slot));
    case Op::attribute:
      return attributeOf(world, expression, subject());
    case Op::occurredAt:
      return occurredAt(world, subject());
    case Op::sumOver:
    case Op::countOver:
      return aggregated(world, expression, environment);
    case Op::earliestOver:
      return earliestOver(world, expression, environment);
    case Op::otherParty:
      return otherPartyOf(world, expression, environment);
    default:
      return onlyInstance(world, expression);
  }
}

}  // namespace beding::engine

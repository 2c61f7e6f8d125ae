// Instances and events: their attributes, who did it, to what it refers, in which form, for what consent was given.
#include <algorithm>

#include "base/text.h"
#include "oracle/reference_view.h"

namespace beding::oracle {

using graph::Expression;
using graph::Op;
using graph::Party;

Answer ask(const View& view, Thing subject, const std::string& fact) {
  const std::string& key = keyOf(view, subject);
  Answer whole;
  whole.asks = {{"feit/" + (key.empty() ? "" : key + "/") + fact, key}};
  return whole;
}

Answer askTruth(const View& view, Thing subject, const std::string& fact) {
  Answer whole = ask(view, subject, fact);
  whole.value = Truth::unknown;
  return whole;
}

// ------------------------------------------------------------------------------------------------------- attributes

namespace {

const EventType& typeOf(const View& view, std::uint32_t event) {
  return at(view.graph().events, view.in.happenings[event].event.type);
}

/// The attribute that is meant: by its name where several types of events are, else by its place.
std::optional<std::uint32_t> meant(const EventType& type, const Expression& expression) {
  const auto* name = std::get_if<std::string>(&expression.value);
  for (std::uint32_t index = 0; index < type.attributes.size(); ++index)
    if (name != nullptr && !name->empty() ? type.attributes[index].name == *name : expression.index == index)
      return index;
  return std::nullopt;
}

}  // namespace

const Value* attribute(const View& view, std::uint32_t event, std::uint32_t index) {
  const auto& values = view.in.happenings[event].event.attributes;
  return index < values.size() && isKnown(values[index]) ? &values[index] : nullptr;
}

const Value* attribute(const View& view, std::uint32_t event, const std::string& name) {
  const auto& attributes = typeOf(view, event).attributes;
  for (std::uint32_t index = 0; index < attributes.size(); ++index)
    if (attributes[index].name == name) return attribute(view, event, index);
  return nullptr;
}

namespace {

Answer named(const View& view, Thing thing) {
  if (!thing) return {};
  Answer whole = answer(Value(keyOf(view, thing)));
  whole.thing = thing;
  return whole;
}

Answer partyValue(Party party) {
  if (party == Party::none) return {};
  Answer whole = answer(Value(nameOf(party)));
  whole.thing = thingOf(party);
  return whole;
}

std::optional<Thing> instanceNamed(const View& view, const std::string& key) {
  for (std::uint32_t index = 2; index < view.facts.instances.size(); ++index)
    if (view.facts.instances[index].key == key) return Thing{Thing::Kind::instance, index};
  return std::nullopt;
}

/// What is not there stands for the moment of the event, the key of the instance or a fixed text, or is asked.
Answer absent(const View& view, const Expression& expression, const Attribute* read, std::uint32_t event,
              Thing subject) {
  if (read != nullptr && read->standsForOp) return answer(Value(view.in.happenings[event].event.at));
  if (read != nullptr && read->isKey) return named(view, subject);
  if (read != nullptr && !read->standard.empty()) return answer(Value(read->standard));
  const std::string fact = read != nullptr ? read->name : "gegeven";
  return expression.type == Type::truth ? askTruth(view, subject, fact) : ask(view, subject, fact);
}

Answer attributeOf(const View& view, const Expression& expression, Thing subject) {
  const auto event = eventOf(view, subject);
  if (!event) return {};
  const EventType& type = typeOf(view, *event);
  const auto index = meant(type, expression);
  const Attribute* read = index ? &type.attributes[*index] : nullptr;
  const Value* value = index ? attribute(view, *event, *index) : nullptr;
  if (value == nullptr || *value == Value(Truth::unknown)) return absent(view, expression, read, *event, subject);
  Answer whole = answer(*value);
  whole.thing = subject;
  const auto* text = std::get_if<std::string>(value);
  const bool ownKey = read->isKey && subject.kind == Thing::Kind::instance;
  if (text == nullptr || ownKey) return whole;
  if (const graph::Agent* agent = agentNamed(view, *text)) {
    whole.thing = thingOf(agent->party);  // that it was an agent can still be read
    return whole;
  }
  if (const Party party = partyNamed(view, *text); party != Party::none) return partyValue(party);
  if (expression.type == Type::reference) whole.thing = instanceNamed(view, *text).value_or(subject);
  return whole;
}

Answer hasAttribute(const View& view, const Expression& expression, Thing subject) {
  const auto event = eventOf(view, subject);
  if (!event) return no();
  if (expression.value == Value(std::string("betreft")))
    return view.in.happenings[*event].event.about.empty() ? no() : yes();
  const auto index = meant(typeOf(view, *event), expression);
  return index && attribute(view, *event, *index) != nullptr ? yes() : no();
}

Answer occurredAt(const View& view, Thing subject) {
  const auto event = eventOf(view, subject);
  if (!event) return {};
  Answer whole = answer(Value(view.in.happenings[*event].received));
  whole.thing = subject;
  return whole;
}

// ------------------------------------------------------------------------------------------- to what an event refers

bool isDutyOf(const View& view, const std::string& text, Thing instance) {
  const auto event = instance.kind == Thing::Kind::instance ? eventOf(view, instance) : std::nullopt;
  const graph::NormId duty = event ? view.in.happenings[*event].duty : graph::NormId{};
  if (!duty) return false;
  const graph::Norm& norm = at(view.graph().norms, duty);
  for (const std::string& lid : {lidOf(view, norm.where), norm.where.lid})
    if (text == lid || text == lid + " " + norm.name) return true;
  return false;
}

bool names(const View& view, const std::string& text, Thing thing) {
  const auto event = eventOf(view, thing);
  return text == keyOf(view, thing) || (event && text == view.in.happenings[*event].event.key) ||
         isDutyOf(view, text, thing);
}

/// Instances of that kind that the event itself brought about.
std::vector<Thing> bornOf(const View& view, std::uint32_t event, graph::EntityId entity) {
  std::vector<Thing> born;
  for (std::uint32_t index = 2; index < view.facts.instances.size(); ++index) {
    const Instance& each = view.facts.instances[index];
    if (each.entity == entity && each.bornOf == event) born.push_back({Thing::Kind::instance, index});
  }
  return born;
}

/// Whether it was the only one of its kind when the event reached its party; instances come up in that order.
bool wasOnly(const View& view, Thing instance, std::uint32_t event) {
  const auto place = [&](std::uint32_t each) { return std::pair(view.in.happenings[each].arrives, each); };
  const Instance& asked = view.facts.instances[instance.index];
  int count = 0;
  bool there = false;
  for (std::uint32_t index = 0; index < view.facts.instances.size(); ++index) {
    const Instance& each = view.facts.instances[index];
    if (each.entity != asked.entity || place(each.bornOf) > place(event)) continue;
    ++count;
    there = there || index == instance.index;
  }
  return there && count == 1;
}

/// By the attribute; else by what the event brings about; else by `betreft`; else it is the only one there was.
Answer refersTo(const View& view, const Expression& expression, Thing subject, Thing wanted) {
  const auto event = eventOf(view, subject);
  if (!event) return no();
  if (!wanted) return askTruth(view, subject, "betreft");
  const auto isIt = [&](const std::string& text) { return names(view, text, wanted); };
  const auto among = [&](const auto& texts) { return std::any_of(texts.begin(), texts.end(), isIt) ? yes() : no(); };
  const auto index = meant(typeOf(view, *event), expression);
  const Value* value = index ? attribute(view, *event, *index) : nullptr;
  if (value != nullptr &&
      (std::holds_alternative<std::string>(*value) || std::holds_alternative<std::vector<std::string>>(*value)))
    return among(textsOf(*value));
  const bool isInstance = wanted.kind == Thing::Kind::instance;
  if (isInstance) {
    const auto born = bornOf(view, *event, view.facts.instances[wanted.index].entity);
    if (!born.empty()) return std::find(born.begin(), born.end(), wanted) != born.end() ? yes() : no();
  }
  const auto& about = view.in.happenings[*event].event.about;
  if (!about.empty()) return among(about);
  if (wanted == subject || (isInstance && wasOnly(view, wanted, *event))) return yes();
  return askTruth(view, subject, "betreft");
}

/// An event type that says nothing about who does it, may be of anyone.
Answer actorIs(const View& view, Thing subject, Party party) {
  const auto event = eventOf(view, subject);
  if (!event) return no();
  const auto& attributes = typeOf(view, *event).attributes;
  bool says = false;
  for (std::uint32_t index = 0; index < attributes.size(); ++index) {
    if (!attributes[index].isActor) continue;
    says = true;
    const Value* value = attribute(view, *event, index);
    const auto* text = value != nullptr ? std::get_if<std::string>(value) : nullptr;
    if (text != nullptr) return party != Party::none && partyNamed(view, *text) == party ? yes() : no();
  }
  return says ? askTruth(view, subject, "partij") : yes();
}

// ----------------------------------------------------------------------------------------------------- over instances

Answer quantified(const View& view, const Expression& expression, const Place& place) {
  const bool all = expression.op == Op::forAll;
  Answer whole = all ? yes() : no();
  Thing first;
  for (std::uint32_t index = 0; index < view.facts.instances.size(); ++index) {
    if (view.facts.instances[index].entity.index != expression.index) continue;
    const Thing each{Thing::Kind::instance, index};
    const Answer part = operand(view, expression, 0, place.with(expression.slot, each));
    whole = all ? both(whole, part) : either(whole, part);
    if (!all && isYes(part) && !first) first = each;
  }
  whole.thing = first;
  return whole;
}

Answer onlyInstance(const View& view, std::uint32_t entity) {
  std::vector<Thing> found;
  for (std::uint32_t index = 0; index < view.facts.instances.size(); ++index)
    if (view.facts.instances[index].entity.index == entity) found.push_back({Thing::Kind::instance, index});
  return found.size() == 1 ? named(view, found.front()) : Answer{};
}

Answer sameParty(const View& view, const Expression& expression, const Place& place) {
  const Answer a = operand(view, expression, 0, place), b = operand(view, expression, 1, place);
  if (isUnknown(a) || isUnknown(b)) {
    Answer whole = answer(Truth::unknown);
    for (const Answer& part : {a, b}) add(whole.asks, part.asks), add(whole.assumed, part.assumed);
    return whole;
  }
  const Party x = partyIn(view, a), y = partyIn(view, b);
  return x != Party::none && x == y ? yes() : no();
}

Answer otherParty(const View& view, const Expression& expression, const Place& place) {
  Answer party = operand(view, expression, 0, place);
  if (const Party found = partyIn(view, party); found != Party::none) return partyValue(other(found));
  party.value = {};
  party.thing = {};
  return party;
}

Answer constant(const View& view, const Expression& expression) {
  const auto* text = std::get_if<std::string>(&expression.value);
  const bool isParty = text != nullptr && expression.type == Type::party;
  const Party party = isParty ? partyNamed(view, *text) : Party::none;
  return party != Party::none ? partyValue(party) : answer(expression.value);
}

}  // namespace

Thing subjectOf(const View& view, const Expression& expression, const Place& place) {
  return expression.operands.empty() ? place.at(expression.slot) : operand(view, expression, 0, place).thing;
}

Answer ofThings(const View& view, const Expression& expression, const Place& place) {
  switch (expression.op) {
    case Op::constant:
      return constant(view, expression);
    case Op::variable:
      return named(view, place.at(expression.slot));
    case Op::attribute:
      return attributeOf(view, expression, subjectOf(view, expression, place));
    case Op::hasAttribute:
      return hasAttribute(view, expression, subjectOf(view, expression, place));
    case Op::occurredAt:
      return occurredAt(view, subjectOf(view, expression, place));
    case Op::sameParty:
      return sameParty(view, expression, place);
    case Op::otherParty:
      return otherParty(view, expression, place);
    case Op::onlyInstance:
      return onlyInstance(view, expression.index);
    case Op::satisfiesForm: {
      const auto event = eventOf(view, subjectOf(view, expression, place));
      return event ? satisfiesForm(view, graph::FormId{expression.index}, *event, false) : no();
    }
    case Op::actorIs:
      return actorIs(view, subjectOf(view, expression, place), partyIn(view, operand(view, expression, 1, place)));
    case Op::refersTo:
      return refersTo(view, expression, subjectOf(view, expression, place), operand(view, expression, 1, place).thing);
    default:
      return quantified(view, expression, place);
  }
}

// ------------------------------------------------------------------------------------------------------------- forms

namespace {

std::optional<graph::FormId> formOf(const View& view, std::uint32_t event) {
  const auto& attributes = typeOf(view, event).attributes;
  for (std::uint32_t index = 0; index < attributes.size(); ++index) {
    if (!attributes[index].isForm) continue;
    const Value* value = attribute(view, event, index);
    const auto* text = value != nullptr ? std::get_if<std::string>(value) : nullptr;
    if (text == nullptr) return std::nullopt;
    for (std::uint32_t form = 0; form < view.graph().forms.size(); ++form) {
      const auto& spellings = view.graph().forms[form].spellings;
      if (view.graph().forms[form].name == *text ||
          std::find(spellings.begin(), spellings.end(), *text) != spellings.end())
        return graph::FormId{form};
    }
    return std::nullopt;
  }
  return std::nullopt;
}

/// Equal or narrower; of some narrower forms it must be judged whether they count.
Answer isNarrower(const View& view, graph::FormId form, graph::FormId wanted, const Place& place) {
  if (form == wanted) return yes();
  Answer whole = no();
  for (const graph::FormId below : at(view.graph().forms, wanted).covers) {
    const Answer under = isNarrower(view, form, below, place);
    if (isNo(under)) continue;  // its reliability is of no concern
    whole = either(whole, both(under, met(view, at(view.graph().forms, below).reliable, place)));
  }
  return whole;
}

bool covers(const graph::Graph& graph, graph::FormId wider, graph::FormId narrower) {
  const auto& below = at(graph.forms, wider).covers;
  return std::any_of(below.begin(), below.end(),
                     [&](graph::FormId each) { return each == narrower || covers(graph, each, narrower); });
}

}  // namespace

Answer satisfiesForm(const View& view, graph::FormId wanted, std::uint32_t event, bool only) {
  const Thing subject{Thing::Kind::event, event};
  const auto form = formOf(view, event);
  if (!form) return askTruth(view, subject, "vorm");
  if (*form == wanted) return yes();
  const Answer narrower = only ? no() : isNarrower(view, *form, wanted, Place{}.with(0, subject));
  if (!isNo(narrower)) return narrower;
  return covers(view.graph(), *form, wanted) ? askTruth(view, subject, "vorm") : narrower;
}

// ----------------------------------------------------------------------------------------------------------- consent

namespace {

using Words = std::vector<std::string>;

bool has(const Words& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

Words contentOf(const std::string& text) {
  static const Words filling{"de", "het", "een", "van", "voor", "door", "aan", "in", "op", "over"};
  Words words;
  std::string word;
  for (const char letter : fold(text) + " ") {
    if (letter != ' ') {
      word += letter;
    } else {
      if (!word.empty() && !has(filling, word)) words.push_back(word);
      word.clear();
    }
  }
  return words;
}

/// The words say the verb of the form (in "wijziging van het product" the first word, else the last), and nothing else
/// than the form says.
bool say(const Words& words, const std::string& form) {
  const Words said = contentOf(form);
  if (said.empty() || words.empty()) return false;
  const std::string& verb = form.find(" van ") != std::string::npos ? said.front() : said.back();
  return has(words, verb) && std::all_of(words.begin(), words.end(), [&](const auto& word) { return has(said, word); });
}

bool speaksOf(const graph::Graph& graph, graph::PatternId pattern, EventTypeId type) {
  if (!pattern) return false;
  const auto& ways = at(graph.patterns, pattern).alternatives;
  return std::any_of(ways.begin(), ways.end(), [&](const auto& way) { return way.type == type; });
}

/// Whether the words name the event itself or something that it refers to.
bool nameEvent(const View& view, const Words& words, std::uint32_t event) {
  const Event& said = view.in.happenings[event].event;
  if (has(words, fold(said.key))) return true;
  for (const std::string& about : said.about)
    if (has(words, fold(about))) return true;
  const auto& attributes = typeOf(view, event).attributes;
  for (std::uint32_t index = 0; index < attributes.size(); ++index) {
    const Value* value = attribute(view, event, index);
    const auto* text = value != nullptr ? std::get_if<std::string>(value) : nullptr;
    if (text != nullptr && attributes[index].type == Type::reference && has(words, fold(*text))) return true;
  }
  return false;
}

Truth isFor(const View& view, const Words& words, std::uint32_t deed) {
  const graph::Graph& graph = view.graph();
  const EventTypeId type = view.in.happenings[deed].event.type;
  if (nameEvent(view, words, deed)) return Truth::yes;
  for (const graph::Entity& entity : graph.entities)
    if (speaksOf(graph, entity.created, type) && say(words, entity.name)) return Truth::yes;
  bool another = false;
  for (const graph::Act& act : graph.acts) {
    const bool named =
        std::any_of(act.forms.begin(), act.forms.end(), [&](const auto& form) { return say(words, form); });
    if (named && speaksOf(graph, act.doneBy, type)) return Truth::yes;
    another = another || named;
  }
  for (std::uint32_t event = 0; event < view.in.happenings.size(); ++event)
    if (event != deed && view.in.happenings[event].event.type == type && nameEvent(view, words, event)) another = true;
  return another ? Truth::no : Truth::unknown;
}

}  // namespace

Answer consentFor(const View& view, const Expression& expression, Thing consent, Thing deed) {
  const auto given = eventOf(view, consent);
  if (!given || deed.kind != Thing::Kind::event) return no();
  const Value* value = attribute(view, *given, expression.index);
  const auto* text = value != nullptr ? std::get_if<std::string>(value) : nullptr;
  const auto& about = view.in.happenings[*given].event.about;
  if (text == nullptr && about.empty()) return yes();  // for whatever is asked
  Words words = text != nullptr ? contentOf(*text) : Words{};
  for (const std::string& each : about) words.push_back(fold(each));
  const Truth meant = isFor(view, words, deed.index);
  return meant == Truth::unknown ? askTruth(view, consent, "voor") : answer(meant);
}

}  // namespace beding::oracle

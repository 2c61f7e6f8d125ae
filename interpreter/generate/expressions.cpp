#include "generate/expressions.h"

#include <algorithm>

#include "generate/conditions.h"
#include "generate/sentences.h"
#include "graph/print.h"

namespace beding::generate {

using graph::Expression;
using graph::ExpressionId;
using graph::NodeKind;
using graph::Op;

Scope Scope::with(graph::Slot slot, Bound bound) const {
  Scope changed = *this;
  if (slot >= changed.slots.size()) changed.slots.resize(slot + 1);
  changed.slots[slot] = std::move(bound);
  return changed;
}

std::optional<std::uint32_t> meantAttribute(const EventType& type, const Expression& expression) {
  const auto* name = std::get_if<std::string>(&expression.value);
  if (name != nullptr && !name->empty()) return attributeIndex(type, *name);
  return expression.index < type.attributes.size() ? std::optional(expression.index) : std::nullopt;
}

std::string partyCode(graph::Party party) {
  return party == graph::Party::contractor ? "Partij::opdrachtnemer" : "Partij::opdrachtgever";
}

std::string termCode(const Duration& length) {
  if (length.unit == TimeUnit::indefinite) return "Termijn::onbepaald()";
  static constexpr std::pair<TimeUnit, const char*> units[] = {{TimeUnit::day, "dagen"},
                                                               {TimeUnit::week, "weken"},
                                                               {TimeUnit::month, "maanden"},
                                                               {TimeUnit::year, "jaren"},
                                                               {TimeUnit::workday, "werkdagen"}};
  for (const auto& [unit, name] : units)
    if (length.unit == unit) return std::string("Termijn::") + name + "(" + std::to_string(length.count) + ")";
  return {};
}

const Expression& Expressions::operand(const Expression& expression, std::size_t index) const {
  return at(graph_.expressions, expression.operands.at(index));
}

std::string Expressions::refused(const Scope& scope, const Wording& what) {
  model_.refuse(*scope.where, what);
  return "?";
}

std::string Expressions::key(const Bound& bound) const { return bound.code + ".sleutel"; }

// ------------------------------------------------------------------------------------------------------------- truth

std::string Expressions::truth(ExpressionId id, const Scope& scope) {
  if (!id) return refused(scope, {Phrasing{"een voorwaarde die er niet is", "a condition that is not there"}});
  const Expression& expression = at(graph_.expressions, id);
  const auto of = [&](std::size_t index) { return truth(expression.operands.at(index), scope); };
  const auto in = [&](std::size_t index) { return value(expression.operands.at(index), scope); };
  switch (expression.op) {
    case Op::constant:
      if (const auto* known = std::get_if<Truth>(&expression.value))
        return *known == Truth::yes ? "Waarheid::ja" : *known == Truth::no ? "Waarheid::nee" : "Waarheid::onbekend";
      return refused(scope, {"een vaste waarde als voorwaarde"});
    case Op::logicalAnd:
      return connected(expression, scope, "en");
    case Op::logicalOr:
      return connected(expression, scope, "of");
    case Op::logicalNot:
      return "niet(" + of(0) + ")";
    case Op::choose:
      return "kies(v, [&] { return " + of(0) + "; }, [&] { return " + of(1) + "; }, [&] { return " + of(2) + "; })";
    case Op::equal:
    case Op::less:
    case Op::lessEqual:
      return compared(expression, scope);
    case Op::exists:
    case Op::forAll:
      return quantified(expression, scope);
    case Op::reached:
      return "bereikt(v, " + in(0) + ")";
    case Op::passed:
      if (isInHours(graph_, expression.operands.at(0)))
        return scope.contract + "uren_voorbij(v, " + hours(expression.operands[0], scope) + ")";
      return "voorbij(v, " + in(0) + ")";
    case Op::longerThan:
    case Op::atLeastLong:
      return lasted(expression, scope);
    case Op::state:
      return state(expression, scope);
    case Op::settled:
      return settled(expression, scope);
    case Op::attribute:
      return attribute(expression, scope);
    case Op::hasAttribute:
      return hasAttribute(expression, scope);
    case Op::sameParty:
      return sameParty(expression, scope);
    case Op::happened:
      return happenedCode(expression, scope);
    case Op::lastOf:
      return ofLast(expression, scope);
    case Op::happenedWithin:
    case Op::missedWithin:
      return window(expression, scope);
    case Op::refersTo:
      return refersTo(expression, scope);
    case Op::contains:
      return listed(expression, scope);
    case Op::satisfiesForm:
      return inForm(expression, scope);
    case Op::judgement:
      return judged(expression, scope);
    case Op::quantity:
      return quantity(expression, scope);
    case Op::underLid:
      return "onder_lid(" + in(0) + ", " + literal(std::get<std::string>(expression.value)) + ")";
    case Op::exercised:
      return exercised(expression, scope);
    case Op::valid:
      return wasValid(expression, scope);
    case Op::normStatus:
      return normStatus(expression, scope);
    case Op::consentFor:
      return consent(expression, scope);
    case Op::agreementCounts:
      return allOf(agreementRules(thing(expression.operands.at(0), scope), scope));
    case Op::parameter:
      return parameter(expression, scope);
    default:
      return refused(scope, worded({"een voorwaarde met «{0}»", "a condition with «{0}»"},
                                   {std::string(graph::operatorName(expression.op))}));
  }
}

std::string Expressions::connected(const Expression& expression, const Scope& scope, const char* connective) {
  std::string whole = std::string(connective) + "(v";
  for (const ExpressionId part : partsOf(model_, expression)) whole += ", [&] { return " + truth(part, scope) + "; }";
  return whole + ")";
}

bool Expressions::isParty(const Expression& expression) const {
  const auto says = [&](std::size_t index) {
    const Expression& side = operand(expression, index);
    return side.type == Type::party && (side.op == Op::attribute || side.op == Op::constant || side.op == Op::variable);
  };
  return says(0) && says(1);
}

/// Whether it is asked if somebody acts for a party ("vertegenwoordiger").
bool Expressions::namesAgent(const Expression& expression) const {
  const auto* text = std::get_if<std::string>(&operand(expression, 1).value);
  return operand(expression, 0).type == Type::party && text != nullptr && graph_.agents.size() == 1 &&
         graph_.agents.front().name == *text;
}

std::string Expressions::compared(const Expression& expression, const Scope& scope) {
  const Bound a = thing(expression.operands.at(0), scope), b = thing(expression.operands.at(1), scope);
  const auto side = [&](std::size_t index, const Bound& bound) {
    const Expression& other = operand(expression, 1 - index);
    if (operand(expression, index).op == Op::attribute && namesParty(graph_, other))
      return "benaming(" + value(expression.operands[index], scope) + ")";
    return bound.kind == Bound::Kind::instance && operand(expression, index).op == Op::variable
               ? "Mogelijk<std::string_view>(" + key(bound) + ")"
               : value(expression.operands[index], scope);
  };
  const char* name = expression.op == Op::equal ? "gelijk" : expression.op == Op::less ? "minder" : "ten_hoogste";
  if (expression.op == Op::equal && isParty(expression)) return sameParty(expression, scope);
  if (expression.op == Op::equal && namesAgent(expression))
    return "is_namens(" + value(expression.operands[0], scope) + ")";
  const auto* text = std::get_if<std::string>(&operand(expression, 1).value);
  const bool person = text != nullptr && !namesParty(graph_, operand(expression, 1));
  if (expression.op == Op::equal && operand(expression, 0).type == Type::party && person)
    return "gelijk(" + value(expression.operands[0], scope) + ", Mogelijk<Partij>(" + model_.person(*text) + "))";
  if (operand(expression, 0).type == Type::party || operand(expression, 1).type == Type::party)
    return refused(scope, {Phrasing{"een partij vergeleken met een tekst", "a party compared with a text"}});
  if (operand(expression, 0).type == Type::truth)
    return std::string(name) + "(" + truth(expression.operands[0], scope) + ", " +
           truth(expression.operands[1], scope) + ")";
  if (isExact(expression.operands[0]) || isExact(expression.operands[1]))
    return std::string(name) + "(" + number(expression.operands[0], scope) + ", " +
           number(expression.operands[1], scope) + ")";
  if (expression.op == Op::equal && b.kind == Bound::Kind::instance && operand(expression, 1).op == Op::variable)
    return "heet(" + side(0, a) + ", " + b.code + ")";
  return std::string(name) + "(" + side(0, a) + ", " + side(1, b) + ")";
}

std::string Expressions::quantified(const Expression& expression, const Scope& scope) {
  const EntityUse* entity = model_.entityOf(graph::EntityId{expression.index});
  if (entity == nullptr)
    return refused(scope, {Phrasing{"«een Partij» of «elke Partij» in een voorwaarde",
                                    "«een Partij» or «elke Partij» in a condition"}});
  const Bound each = eachOf(*entity, expression.slot, scope);
  const std::string inner = truth(expression.operands.at(0), scope.with(expression.slot, each));
  return std::string(expression.op == Op::exists ? "er_is" : "van_elk") + "(v, " + scope.contract + entity->list +
         ", [&]([[maybe_unused]] const auto& " + each.code + ") { return " + inner + "; })";
}

/// What is remembered of it, or (about two instances) what it comes to now.
std::string Expressions::state(const Expression& expression, const Scope& scope) {
  const graph::State& read = graph_.states[expression.index];
  if (!isStandard(graph_, read.guard)) return "Waarheid::nee";
  if (graph_.inForce.index == expression.index) return scope.contract + "is_van_kracht(v)";
  return stateOf(expression, {}, scope);
}

/// An operand that is a party, or nothing at all: of which it is so, is found out by looking at each.
std::string Expressions::stateOfAny(const Expression& expression, std::vector<Bound> things, const Scope& scope) {
  const auto slot = static_cast<graph::Slot>(things.size());
  const EntityUse& entity = *model_.entityOf(graph_.states[expression.index].binders[slot].entity);
  Scope inner = scope;
  for (const Bound& thing : things) inner.slots.push_back(thing);
  const Bound each = eachOf(entity, slot, inner);
  things.push_back(each);
  inner.slots.push_back(each);
  std::string holds = stateOf(expression, things, inner);
  const bool named =
      slot < expression.operands.size() && (at(graph_.expressions, expression.operands[slot]).op != Op::variable ||
                                            thing(expression.operands[slot], scope).kind == Bound::Kind::party);
  if (named)
    holds = "en(v, [&] { return mogelijk_is(v, [&] { return " + party(expression.operands[slot], scope) + "; }, " +
            each.code + ".partij); }, [&] { return " + holds + "; })";
  return "er_is(v, " + scope.contract + entity.list + ", [&]([[maybe_unused]] const auto& " + each.code +
         ") { return " + holds + "; })";
}

/// The day on which it began to hold, of instances that the sentence names.
std::string Expressions::stateSince(const Expression& expression, const Scope& scope) {
  const Sentence* sentence = model_.sentenceOf({NodeKind::state, expression.index});
  const auto isNamed = [&](ExpressionId id) { return thing(id, scope).kind == Bound::Kind::instance; };
  const bool all = sentence != nullptr &&
                   graph_.states[expression.index].binders.size() == expression.operands.size() &&
                   std::all_of(expression.operands.begin(), expression.operands.end(), isNamed);
  if (!all)
    return refused(scope, {Phrasing{"het begin van een toestand van iets dat de zin niet noemt",
                                    "the begin of a state of something that is not named"}});
  return "sinds" + stateOf(expression, {}, scope).substr(std::string("lees").size());
}

/// Since when: of a state its begin, while it holds.
std::string Expressions::lasted(const Expression& expression, const Scope& scope) {
  const Expression& subject = operand(expression, 0);
  const std::string since =
      subject.op == Op::state ? stateSince(subject, scope) : value(expression.operands.at(0), scope);
  return std::string(expression.op == Op::longerThan ? "langer_dan(v, " : "ten_minste(v, ") + since + ", " +
         value(expression.operands.at(1), scope) + ", " + scope.contract + "kalender_)";
}

/// `things`: of the first so many operands.
std::string Expressions::stateOf(const Expression& expression, std::vector<Bound> things, const Scope& scope) {
  const graph::State& read = graph_.states[expression.index];
  while (things.size() < read.binders.size()) {
    const bool has = things.size() < expression.operands.size();
    const Bound bound = has ? thing(expression.operands[things.size()], scope) : Bound{};
    const EntityUse* entity = model_.entityOf(read.binders[things.size()].entity);
    const bool isParty = has && at(graph_.expressions, expression.operands[things.size()]).type == Type::party;
    if (entity == nullptr)
      return refused(scope,
                     {Phrasing{"een toestand van iets dat er niet is", "a state of something that is not there"}});
    if (has && bound.kind != Bound::Kind::instance && !isParty &&
        at(graph_.expressions, expression.operands[things.size()]).op == Op::attribute)
      return stateOfNamed(expression, things, scope);
    if (bound.kind != Bound::Kind::instance || bound.entity != entity->id) return stateOfAny(expression, things, scope);
    things.push_back(bound);
  }
  std::string about;
  for (const Bound& bound : things) about += ", " + bound.code;
  const Sentence* sentence = model_.sentenceOf({NodeKind::state, expression.index});
  if (sentence == nullptr) return scope.contract + model_.relations.at(expression.index) + "(v" + about + ")";
  const std::string self = scope.contract.empty() ? "*this" : "o";
  const std::string record = things.empty() ? scope.contract + sentence->name + "_"
                                            : things.front().code + "." + sentence->name +
                                                  (things.size() > 1 ? "[" + things[1].code + ".plaats]" : "");
  return "lees(v, " + record + ", " + sentence->type + "{{}, " + self + about + "})";
}

std::string Expressions::settled(const Expression& expression, const Scope& scope) {
  const Bound about = expression.operands.empty() ? Bound{} : thing(expression.operands.front(), scope);
  if (about.kind != Bound::Kind::instance)
    return refused(scope,
                   {Phrasing{"«voldaan» van iets dat de zin niet noemt", "«voldaan» of something that is not named"}});
  if (about.entity != graph_.ledger.invoice) return "waar(" + scope.contract + "boek_.is_voldaan(" + key(about) + "))";
  return "waar(" + scope.contract + "boek_.post(" + about.code + ".post).open() <= Centen())";
}

std::string Expressions::sameParty(const Expression& expression, const Scope& scope) {
  return "gelijk(" + party(expression.operands.at(0), scope) + ", " + party(expression.operands.at(1), scope) + ")";
}

std::string Expressions::party(ExpressionId id, const Scope& scope) {
  const Bound bound = thing(id, scope);
  if (bound.kind == Bound::Kind::party)
    return bound.code.empty() ? "Mogelijk<Partij>(" + partyCode(bound.party) + ")" : bound.code;
  if (bound.kind == Bound::Kind::instance && bound.entity == graph::EntityId{0})
    return "Mogelijk<Partij>(" + bound.code + ".partij)";
  const Expression& expression = at(graph_.expressions, id);
  if (expression.op == Op::otherParty) return "andere(" + party(expression.operands.at(0), scope) + ")";
  if (expression.op == Op::quantity && expression.type == Type::party) return quantity(expression, scope);
  if (expression.op == Op::attribute && expression.type == Type::party) return attribute(expression, scope);
  return refused(scope, {Phrasing{"een partij die van het geval afhangt", "a party that depends on the case"}});
}

/// Of whom it is not known who it is, is nobody.
Bound Expressions::actor(const graph::PartyRef& ref, const Scope& scope) {
  if (!ref.slot && !ref.expression) return {Bound::Kind::party, {}, {}, ref.fixed, {}};
  std::string code = ref.slot ? "Mogelijk<Partij>(" + scope.at(*ref.slot).code + ".partij)"
                              : "zeker_wie(v, [&] { return " + party(ref.expression, scope) + "; })";
  if (ref.other) code = "andere(" + code + ")";
  return {Bound::Kind::party, {}, {}, graph::Party::none, code};
}

std::string Expressions::happenedCode(const Expression& expression, const Scope& scope) {
  const graph::Pattern& pattern = graph_.patterns[expression.index];
  for (const ExpressionId limit : expression.operands)
    if (limit) return remembered(expression, scope);
  for (const graph::PatternAlternative& way : pattern.alternatives)
    if (!readsOnlyEvent(graph_, way.where, pattern.occurrence)) return remembered(expression, scope);
  happened.insert(expression.index);
  return "herinnerd(v, " + scope.contract + "gebeurd_" + std::to_string(expression.index) + "_)";
}

std::string Expressions::ofLast(const Expression& expression, const Scope& scope) {
  const graph::Pattern& pattern = graph_.patterns[expression.index];
  const bool simple = pattern.alternatives.size() == 1 && expression.type == Type::truth &&
                      readsOnlyEvent(graph_, pattern.alternatives.front().where, pattern.occurrence);
  if (!simple) return ofLastRemembered(expression, scope);
  last.insert(expression.index);
  const EventTypeId type = pattern.alternatives.front().type;
  const Bound event{Bound::Kind::event, {}, type, graph::Party::none, "laatste"};
  return "van_laatste(v, " + scope.contract + "laatste_" + std::to_string(expression.index) +
         "_, [&](const auto& laatste) { return " +
         truth(expression.operands.at(0), scope.with(pattern.occurrence, event)) + "; })";
}

/// The day on which it was formed; of what is assumed to be there, only what it states itself.
std::string Expressions::contractStart(const Scope& scope) {
  const Sentence* formed = graph_.inForce ? model_.sentenceOf({NodeKind::state, graph_.inForce.index}) : nullptr;
  const std::string since = formed == nullptr ? "Moment()"
                                              : "(" + scope.contract + "aangenomen_ ? Moment() : gezet(" +
                                                    scope.contract + formed->name + "_.sinds))";
  if (!graph_.term.start) return since;
  return "anders_de(" + value(graph_.term.start, scope) + ", " + since + ")";
}

std::string Expressions::matches(graph::PatternId id, const Bound& event, const Scope& scope) {
  const graph::Pattern& pattern = at(graph_.patterns, id);
  const Scope inner = scope.with(pattern.occurrence, event);
  std::string whole;
  for (const graph::PatternAlternative& way : pattern.alternatives) {
    if (way.type != event.event) continue;
    const std::string one = way.where ? truth(way.where, inner) : "Waarheid::ja";
    whole = whole.empty() ? one : "of(v, [&] { return " + whole + "; }, [&] { return " + one + "; })";
  }
  return whole.empty() ? "Waarheid::nee" : whole;
}

// ------------------------------------------------------------------------------------------------------------- hours

bool isInHours(const graph::Graph& graph, ExpressionId id) {
  if (!id || at(graph.expressions, id).op != Op::termEnd) return false;
  const Expression& length = at(graph.expressions, at(graph.expressions, id).operands.at(1));
  const auto* duration = std::get_if<Duration>(&length.value);
  return length.op == Op::constant && duration != nullptr && duration->unit == TimeUnit::hour;
}

std::string Expressions::hours(ExpressionId id, const Scope& scope) {
  const Expression& end = at(graph_.expressions, id);
  const auto count = std::get<Duration>(operand(end, 1).value).count;
  return "na_uren(" + countedFrom(end.operands.at(0), scope) + ", " +
         std::to_string(end.rule.direction == Direction::forward ? count : -count) + ")";
}

/// The day from which it is counted, with what it is the day of: the hour of that is asked.
std::string Expressions::countedFrom(ExpressionId id, const Scope& scope) {
  const Expression& anchor = at(graph_.expressions, id);
  if (anchor.op == Op::momentOf || anchor.op == Op::lastMomentOf) return whenHappened(anchor, scope, "gevonden");
  const Bound about = anchor.op == Op::occurredAt ? subject(anchor, scope) : Bound{};
  if (about.kind == Bound::Kind::instance || about.kind == Bound::Kind::event)
    return "Vanaf{" + occurredAt(about) + ", " + key(about) + "}";
  if (anchor.op == Op::quantity) {
    const graph::Quantity& node = graph_.quantities[anchor.index];
    Scope inner{&node.where, scope.contract};
    for (const ExpressionId operand : anchor.operands) inner.slots.push_back(thing(operand, scope));
    if (node.value && !node.condition && isStandard(graph_, node.guard)) return countedFrom(node.value, inner);
  }
  return refused(scope, {Phrasing{"een termijn in uren vanaf iets dat geen gebeurtenis is",
                                  "a term in hours from what is no event"}});
}

// ------------------------------------------------------------------------------------------------------------ values

Bound Expressions::thing(ExpressionId id, const Scope& scope) {
  if (!id) return {};
  const Expression& expression = at(graph_.expressions, id);
  if (expression.op == Op::variable) return scope.at(expression.slot);
  if (expression.op == Op::constant && expression.type == Type::party) {
    const auto* text = std::get_if<std::string>(&expression.value);
    const bool contractor = text != nullptr && (*text == "Opdrachtnemer" || *text == graph_.contractorName);
    return {Bound::Kind::party, {}, {}, contractor ? graph::Party::contractor : graph::Party::client, {}};
  }
  return {};
}

Bound Expressions::subject(const Expression& expression, const Scope& scope) {
  return expression.operands.empty() ? scope.at(expression.slot) : thing(expression.operands.front(), scope);
}

std::string Expressions::value(ExpressionId id, const Scope& scope) {
  if (!id) return refused(scope, {Phrasing{"een waarde die er niet is", "a value that is not there"}});
  const Expression& expression = at(graph_.expressions, id);
  const auto in = [&](std::size_t index) { return value(expression.operands.at(index), scope); };
  switch (expression.op) {
    case Op::constant:
      return constant(expression, scope);
    case Op::attribute:
      return attribute(expression, scope);
    case Op::occurredAt: {
      const Bound about = subject(expression, scope);
      if (about.kind == Bound::Kind::nothing && !expression.operands.empty())
        return ofNamed(expression.operands.front(), scope, "Moment", {}, [&](const Bound& named) {
          return named.kind == Bound::Kind::absent ? "Moment()" : occurredAt(named);
        });
      if (about.kind == Bound::Kind::absent) return "Moment()";
      if (about.kind != Bound::Kind::instance && about.kind != Bound::Kind::event) break;
      return occurredAt(about);
    }
    case Op::arisenAt:
      return "gezet(v.sinds)";
    case Op::stateSince:
      return stateSince(expression, scope);
    case Op::dayAfter:
      return "dag_na(" + in(0) + ")";
    case Op::termEnd:
      if (expression.rule.extension != Extension::none || expression.rule.rounding != MonthRounding::down)
        return refused(scope, {Phrasing{"een termijn die verlengd of naar boven afgerond wordt",
                                        "a term that is extended or rounded up"}});
      return std::string(expression.rule.direction == Direction::forward ? "einde_termijn(" : "begin_termijn(") +
             in(0) + ", " + in(1) + ", " + scope.contract + "kalender_)";
    case Op::deadlineOf:
      return deadline(expression, scope);
    case Op::contractEnd:
      return "gezet(" + scope.contract + "laatste_dag_)";
    case Op::contractStart:
      return contractStart(scope);
    case Op::parameter:
      return parameter(expression, scope);
    case Op::runningPeriodEnd:
    case Op::periodStart:
      return running(expression, scope);
    case Op::outstanding:
      return owed(expression, scope);
    case Op::momentOf:
    case Op::lastMomentOf:
      return whenHappened(expression, scope, "moment_van");
    case Op::lastOf:
      return ofLast(expression, scope);
    case Op::judgement:
      return judged(expression, scope);
    case Op::quantity:
      return quantity(expression, scope);
    case Op::choose:
    case Op::firstKnown:
      return chosen(expression, scope);
    case Op::add:
    case Op::subtract:
    case Op::multiply:
    case Op::divide:
    case Op::minimum:
    case Op::maximum:
      return calculated(expression, scope);
    case Op::sumOver:
    case Op::countOver:
      return summed(expression, scope);
    case Op::otherParty:
      return party(id, scope);
    case Op::variable: {
      const Bound about = thing(id, scope);
      if (about.kind == Bound::Kind::instance) return "Mogelijk<std::string_view>(" + key(about) + ")";
      break;
    }
    default:
      break;
  }
  return refused(
      scope, worded({"een waarde met «{0}»", "a value with «{0}»"}, {std::string(graph::operatorName(expression.op))}));
}

/// When it happened, or reached the other party.
std::string Expressions::occurredAt(const Bound& about) {
  const std::string event = eventCode(about);
  const auto receipt = attributeIndex(at(graph_.events, about.event), "ontvangen");
  if (!receipt) return "Moment(" + event + ".op.dag())";
  return "anders(" + event + "." + model_.field(about.event, *receipt) + ", " + event + ".op)";
}

std::string Expressions::deadline(const Expression& expression, const Scope& scope) {
  const Sentence* duty = model_.sentenceOf({NodeKind::norm, expression.index});
  const Bound about = expression.operands.empty() ? Bound{} : thing(expression.operands.front(), scope);
  const bool same = duty != nullptr && duty->over && !isInHours(graph_, graph_.norms[expression.index].term.last) &&
                    about.kind == Bound::Kind::instance && about.entity == *duty->over;
  if (!same)
    return refused(scope,
                   {Phrasing{"de termijn van een plicht over iets anders", "the term of a duty about something else"}});
  return "gezet(" + about.code + "." + duty->name + ".uiterlijk)";
}

std::string Expressions::constant(const Expression& expression, const Scope& scope) {
  if (const auto* money = std::get_if<Money>(&expression.value)) {
    const auto cents = (money->euros * Number(100)).whole();
    if (cents) return "Mogelijk<Centen>(Centen(" + std::to_string(*cents) + "))";
  }
  if (const auto* text = std::get_if<std::string>(&expression.value))
    return "Mogelijk<std::string_view>(" + literal(*text) + ")";
  if (const auto* count = std::get_if<Number>(&expression.value)) {
    constexpr std::int64_t parts = 1'000'000;
    const Number whole = *count * Number(parts);
    if (whole == whole.rounded(0) && whole.whole())
      return "Mogelijk<Getal>(Getal::breuk(" + std::to_string(*whole.whole()) + ", " + std::to_string(parts) + "))";
  }
  if (const auto* moment = std::get_if<Moment>(&expression.value); moment != nullptr && !moment->instant)
    return "Moment(" + std::to_string(moment->day.days) + ")";
  if (const auto* length = std::get_if<Duration>(&expression.value)) {
    if (length->unit == TimeUnit::hour) return refused(scope, {Phrasing{"een termijn in uren", "a term in hours"}});
    return "Mogelijk<Termijn>(" + termCode(*length) + ")";
  }
  return refused(scope, worded({"een vaste waarde van het type {0}", "a constant of the type {0}"},
                               {std::string(typeName(expression.type))}));
}

std::string Expressions::attribute(const Expression& expression, const Scope& scope) {
  const Bound about = subject(expression, scope);
  if (about.kind == Bound::Kind::nothing && !expression.operands.empty() && expression.operands.front())
    return ofNamed(expression.operands.front(), scope, valueType(expression.type), {},
                   [&](const Bound& named) { return attributeOf(expression, named, scope); });
  return attributeOf(expression, about, scope);
}

std::string Expressions::attributeOf(const Expression& expression, const Bound& about, const Scope& scope) {
  if (about.kind == Bound::Kind::absent)
    return expression.type == Type::truth ? "Waarheid::nee" : valueType(expression.type) + "{}";
  if (about.kind != Bound::Kind::instance && about.kind != Bound::Kind::event)
    return refused(scope, {Phrasing{"een gegeven van iets dat de zin niet noemt",
                                    "an attribute of something that the sentence does not name"}});
  const EventType& type = at(graph_.events, about.event);
  const auto index = meantAttribute(type, expression);
  if (!index)
    return refused(
        scope, {Phrasing{"een gegeven dat de gebeurtenis niet heeft", "an attribute that the event does not have"}});
  const Attribute& read = type.attributes[*index];
  const std::string event = about.kind == Bound::Kind::instance ? about.code + ".bij" : about.code;
  const std::string field = event + "." + model_.field(about.event, *index);
  if (read.required) return "zeker(" + field + ")";
  if (read.standsForOp) return "anders(" + field + ", " + event + ".op)";
  if (read.isKey) return "anders(" + field + ", " + key(about) + ")";
  if (!read.standard.empty()) return "anders(" + field + ", " + literal(read.standard) + ")";
  return "gegeven(v, " + field + ", " + literal(read.name) + ", " + key(about) + ")";
}

std::string Expressions::hasAttribute(const Expression& expression, const Scope& scope) {
  const Bound about = subject(expression, scope);
  const bool known = about.kind == Bound::Kind::instance || about.kind == Bound::Kind::event;
  if (!known || !about.event) return "Waarheid::nee";
  if (expression.value == Value(std::string("betreft"))) {
    model_.event(about.event).about = true;
    return "waar(!" + eventCode(about) + ".betreft.empty())";
  }
  const EventType& type = at(graph_.events, about.event);
  const auto index = meantAttribute(type, expression);
  if (!index) return "Waarheid::nee";
  if (type.attributes[*index].required) return "Waarheid::ja";
  const std::string event = about.kind == Bound::Kind::instance ? about.code + ".bij" : about.code;
  return "waar(" + event + "." + model_.field(about.event, *index) + ".has_value())";
}

}  // namespace beding::generate

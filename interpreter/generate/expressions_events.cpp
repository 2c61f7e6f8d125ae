// What expressions say of events that are remembered, of what those refer to, and of what people judge.
#include <algorithm>

#include "generate/expressions.h"

namespace beding::generate {

using graph::Expression;
using graph::ExpressionId;
using graph::Op;

std::string Expressions::eventCode(const Bound& bound) const {
  return bound.kind == Bound::Kind::instance ? bound.code + ".bij" : bound.code;
}

// -------------------------------------------------------------------------------------------------------- references

std::string Expressions::refersTo(const Expression& expression, const Scope& scope) {
  const Bound about = subject(expression, scope), wanted = thing(expression.operands.at(1), scope);
  const EntityUse* entity = wanted.kind == Bound::Kind::instance ? model_.entityOf(wanted.entity) : nullptr;
  if (!about.event)
    return refused(scope,
                   {Phrasing{"«betreft» van iets dat geen gebeurtenis is", "«betreft» of something that is no event"}});
  const auto index = meantAttribute(at(graph_.events, about.event), expression);
  const std::string event = eventCode(about);
  const std::string given = index ? event + "." + model_.field(about.event, *index) : "Niets{}";
  model_.event(about.event).about = true;
  const std::string who = about.kind == Bound::Kind::instance ? about.code + ".wie" : about.who;
  const std::string head = given + ", " + event + ".betreft, " + who + ", " + key(about) + ", " + scope.contract;
  if (entity == nullptr || !entity->event) {
    model_.numbersInstances = true;
    return "verwijst_naar(v, " + head + "zaken_, " + referred(expression.operands.at(1), scope) + ")";
  }
  const std::string self = about.kind == Bound::Kind::instance && about.entity == wanted.entity
                               ? "&" + about.code + " == &" + wanted.code
                               : "false";
  return "verwijst(v, " + head + entity->list + ", " + wanted.code + ", " + self + ")";
}

/// What an operand stands for, as any instance: an event, what an attribute names, or nothing.
std::string Expressions::referred(ExpressionId id, const Scope& scope) {
  const Bound bound = thing(id, scope);
  if (bound.kind == Bound::Kind::instance && bound.event)
    return "&" + scope.contract + "zaken_[" + model_.numberOf(bound.code) + "]";
  if (bound.kind == Bound::Kind::event)
    return "&static_cast<const Zaak&>(Zaak{geen_zaak, 0, " + key(bound) + ", " + key(bound) + ", " + bound.who + "})";
  const Expression* expression = id ? &at(graph_.expressions, id) : nullptr;
  if (expression == nullptr || expression->op != Op::attribute) return "nullptr";
  const std::string self = expression->operands.empty() ? "nullptr" : referred(expression->operands.front(), scope);
  model_.numbersInstances = true;
  return "genoemd_door(v, " + scope.contract + "zaken_, [&] { return " + value(id, scope) + "; }, " + self + ")";
}

/// The kind that an attribute names by its own name: "gebrek".
graph::EntityId Expressions::entityNamed(const Expression& expression, const Bound& about) const {
  if (!about.event) return {};
  const EventType& type = at(graph_.events, about.event);
  const auto index = meantAttribute(type, expression);
  for (const EntityUse& entity : model_.entities)
    if (index && entity.event && at(graph_.entities, entity.id).name == type.attributes[*index].name) return entity.id;
  return {};
}

/// Something of what an attribute names; of nothing there is nothing, and what names nothing else is meant itself.
std::string Expressions::ofNamed(ExpressionId id, const Scope& scope, const std::string& type, graph::EntityId entity,
                                 const std::function<std::string(const Bound&)>& inner) {
  const Expression& expression = at(graph_.expressions, id);
  const Bound self = expression.op == Op::attribute ? subject(expression, scope) : Bound{};
  const graph::EntityId kind = entity ? entity : entityNamed(expression, self);
  const EntityUse* use = kind ? model_.entityOf(kind) : nullptr;
  if (use == nullptr || self.kind != Bound::Kind::instance)
    return refused(scope, {Phrasing{"iets dat een gebeurtenis noemt", "something that an event names"}});
  const Bound named = eachOf(*use, static_cast<graph::Slot>(scope.slots.size()), scope);
  return "bij_genoemde<" + type + ">(" + referred(id, scope) + ", " + std::to_string(use->id.index) + ", " +
         std::to_string(self.entity.index) + ", " + scope.contract + use->list + ", [&]([[maybe_unused]] const auto& " +
         named.code + ") { return " + inner(named) + "; }, [&] { return " +
         (entity && self.entity != entity ? type + "{}" : inner(self)) + "; }, [&] { return " +
         inner({Bound::Kind::absent, {}, {}, graph::Party::none, {}}) + "; })";
}

/// A state of what an attribute names; where it says nothing, of any.
std::string Expressions::stateOfNamed(const Expression& expression, std::vector<Bound> things, const Scope& scope) {
  const auto slot = static_cast<graph::Slot>(things.size());
  const EntityUse& entity = *model_.entityOf(graph_.states[expression.index].binders[slot].entity);
  Scope taken = scope;
  taken.slots.insert(taken.slots.end(), things.begin(), things.end());
  const Bound named = eachOf(entity, static_cast<graph::Slot>(taken.slots.size()), taken);
  things.push_back(named);
  return "van_genoemde(v, " + referred(expression.operands[slot], scope) + ", " + std::to_string(entity.id.index) +
         ", " + scope.contract + entity.list + ", [&]([[maybe_unused]] const auto& " + named.code + ") { return " +
         stateOf(expression, things, scope) + "; })";
}

std::string Expressions::listed(const Expression& expression, const Scope& scope) {
  const Expression& list = operand(expression, 0);
  const auto* word = std::get_if<std::string>(&operand(expression, 1).value);
  const Bound about = list.op == Op::attribute ? subject(list, scope) : Bound{};
  const auto index = about.event ? meantAttribute(at(graph_.events, about.event), list) : std::nullopt;
  if (!index || operand(expression, 1).op != Op::constant || word == nullptr)
    return refused(scope, {Phrasing{"een lijst die niet in een gebeurtenis staat", "a list that no event has"}});
  const Attribute& read = at(graph_.events, about.event).attributes[*index];
  std::string choices;
  for (const auto* words : {&read.choices, &read.aliases})
    for (const std::string& each : *words) choices += (choices.empty() ? "" : ", ") + literal(each);
  return "bevat(v, " + eventCode(about) + "." + model_.field(about.event, *index) + ", " + literal(*word) + ", {" +
         (read.choices.empty() ? "" : choices) + "}, " + literal(read.name) + ", " + key(about) + ")";
}

// -------------------------------------------------------------------------------------------------------------- forms

namespace {

/// How a form stands to the one that is asked for; with what has to be found out before it counts.
struct Fit {
  enum class How : std::uint8_t { no, yes, perhaps, further } how = How::no;
  ExpressionId reliable;
};

Fit narrower(const graph::Graph& graph, graph::FormId form, graph::FormId wanted) {
  if (form == wanted) return {Fit::How::yes, {}};
  for (const graph::FormId below : at(graph.forms, wanted).covers) {
    const Fit under = narrower(graph, form, below);
    if (under.how == Fit::How::no) continue;
    const ExpressionId reliable = at(graph.forms, below).reliable;
    return reliable ? Fit{Fit::How::further, reliable} : under;
  }
  return {};
}

Fit fitOf(const graph::Graph& graph, graph::FormId form, graph::FormId wanted) {
  const Fit found = narrower(graph, form, wanted);
  const bool wider = found.how == Fit::How::no && narrower(graph, wanted, form).how != Fit::How::no;
  return wider ? Fit{Fit::How::perhaps, {}} : found;
}

}  // namespace

std::string Expressions::inForm(const Expression& expression, const Scope& scope) {
  return formCode(graph::FormId{expression.index}, subject(expression, scope), scope);
}

std::string Expressions::formCode(graph::FormId wanted, const Bound& about, const Scope& scope) {
  const auto& attributes = about.event ? at(graph_.events, about.event).attributes : std::vector<Attribute>{};
  const auto found =
      std::find_if(attributes.begin(), attributes.end(), [](const Attribute& each) { return each.isForm; });
  if (found == attributes.end() || found->required)
    return refused(scope, {Phrasing{"een vorm die de gebeurtenis niet heeft", "a form that the event does not have"}});
  ExpressionId reliable;
  for (std::uint32_t form = 0; form < graph_.forms.size(); ++form)
    if (const Fit fit = fitOf(graph_, graph::FormId{form}, wanted); fit.reliable) reliable = fit.reliable;
  forms.insert(wanted.index);
  const std::string event = eventCode(about),
                    field = model_.field(about.event, static_cast<std::uint32_t>(found - attributes.begin()));
  Bound occurrence = about;
  if (about.kind == Bound::Kind::instance)
    occurrence = {Bound::Kind::event, {}, about.event, graph::Party::none, event, about.code + ".wie"};
  const std::string further =
      reliable ? truth(reliable, Scope{scope.where, scope.contract}.with(0, occurrence)) : "Waarheid::ja";
  return "in_vorm(v, " + event + "." + field + ", " + event + ".sleutel, vormen_" + std::to_string(wanted.index) +
         ", [&] { return " + further + "; })";
}

/// Every spelling of a form that events may name, for those that sentences ask for.
std::string Expressions::formTables() const {
  static constexpr const char* names[] = {"nee", "ja", "misschien", "nader"};
  std::string text;
  for (const std::uint32_t wanted : forms) {
    std::string rows;
    for (std::uint32_t form = 0; form < graph_.forms.size(); ++form) {
      const std::string how = names[static_cast<int>(fitOf(graph_, graph::FormId{form}, graph::FormId{wanted}).how)];
      std::vector<std::string> spellings = graph_.forms[form].spellings;
      spellings.push_back(graph_.forms[form].name);
      for (const std::string& each : spellings)
        rows += (rows.empty() ? "{" : ", {") + literal(each) + ", Past::" + how + "}";
    }
    text += "  /// " + graph_.forms[wanted].name + "\n  static constexpr Vorm vormen_" + std::to_string(wanted) +
            "[] = {" + rows + "};\n";
  }
  return text;
}

// --------------------------------------------------------------------------------------------------------- judgements

std::string Expressions::judged(const Expression& expression, const Scope& scope) {
  const graph::Judgement& judgement = graph_.judgements[expression.index];
  const Bound about = expression.operands.empty() ? Bound{} : thing(expression.operands.front(), scope);
  const bool isAbout = about.kind != Bound::Kind::nothing && about.kind != Bound::Kind::party;
  if ((judgement.assumed && judgement.fromJudgement) || (!expression.operands.empty() && !isAbout))
    return refused(scope, {Phrasing{"een oordeel over iets dat de zin niet noemt",
                                    "a judgement about something that the sentence does not name"}});
  return judgedAbout(expression.index, about, scope);
}

std::string Expressions::judgedAbout(std::uint32_t index, const Bound& about, const Scope& scope) {
  const graph::Judgement& judgement = graph_.judgements[index];
  const char* how = judgement.assumed ? "verondersteld" : judgement.fromJudgement ? "geoordeeld_vanaf" : "geoordeeld";
  const std::string otherwise = !judgement.assumed                 ? ""
                                : *judgement.assumed == Truth::yes ? ", Waarheid::ja"
                                                                   : ", Waarheid::nee";
  JudgementUse& use = model_.judgement(index);
  use.about = use.about || about.kind != Bound::Kind::nothing;
  return std::string(how) + "(v, " + scope.contract + use.name + ", " +
         literal(lidOf(graph_, judgement.where) + "/" + judgement.words) + ", " +
         (about.event ? key(about) : "std::string_view{}") + otherwise + ")";
}

/// About the instance of its subject; one made for a soft word alone, about the first.
std::string Expressions::softTerm(graph::JudgementId id, const Scope& scope) {
  const graph::EntityId wanted = at(graph_.judgements, id).subject;
  Bound subject;
  for (const Bound& bound : scope.slots) {
    if (!bound.event) continue;
    const bool isSubject = wanted && bound.entity == wanted;
    if (subject.kind == Bound::Kind::nothing || isSubject) subject = bound;
    if (isSubject) break;
  }
  return judgedAbout(id.index, subject, scope);
}

// ------------------------------------------------------------------------------------------------------ what happened

std::string Expressions::memory(EventTypeId type, bool atReceipt) {
  EventUse& use = model_.event(type);
  (atReceipt ? use.received : use.happens) = true;
  return (atReceipt ? "ontvangen_" : "gebeurde_") + identifier(at(graph_.events, type).name) + "_";
}

namespace {

/// In the code an event that is remembered is `g`.
Bound rememberedEvent(EventTypeId type, const std::string& name) {
  return {Bound::Kind::event, {}, type, graph::Party::none, name + ".e", name + ".wie"};
}

std::string nameOf(const Scope& scope) {
  std::string name = "g";
  for (const Bound& bound : scope.slots)
    if (bound.code == name + ".e") name += "_";
  return name;
}

}  // namespace

/// One that matches, and of which the rest is true.
std::string Expressions::anyOf(const Expression& expression, const Scope& scope,
                               const std::function<std::string(const std::string&, const Scope&)>& rest) {
  const graph::Pattern& pattern = graph_.patterns[expression.index];
  const std::string name = nameOf(scope);
  model_.patterns.insert(expression.index);
  std::string whole;
  for (const graph::PatternAlternative& way : pattern.alternatives) {
    const Bound event = rememberedEvent(way.type, name);
    const Scope inner = scope.with(pattern.occurrence, event);
    const std::string matches = way.where ? truth(way.where, inner) : "Waarheid::ja";
    const std::string more = rest(name + ".op", inner);
    const std::string one =
        "er_is(v, " + scope.contract + memory(way.type, pattern.atReceipt) + ", [&]([[maybe_unused]] const auto& " +
        name + ") { return " +
        (more.empty() ? matches : "en(v, [&] { return " + matches + "; }, [&] { return " + more + "; })") + "; })";
    whole = whole.empty() ? one : "of(v, [&] { return " + whole + "; }, [&] { return " + one + "; })";
  }
  return whole;
}

std::string Expressions::remembered(const Expression& expression, const Scope& scope) {
  return anyOf(expression, scope, [&](const std::string& day, const Scope& inner) {
    std::string whole;
    for (std::size_t side = 0; side < expression.operands.size() && side < 2; ++side) {
      if (!expression.operands[side]) continue;
      const std::string limit = value(expression.operands[side], inner), moment = "Moment(" + day + ")";
      const std::string one =
          side == 0 ? "ten_hoogste(" + limit + ", " + moment + ")" : "ten_hoogste(" + moment + ", " + limit + ")";
      whole = whole.empty() ? one : "en(v, [&] { return " + whole + "; }, [&] { return " + one + "; })";
    }
    return whole;
  });
}

/// Within it from the first match on; missed once it has closed without one.
std::string Expressions::window(const Expression& expression, const Scope& scope) {
  const bool inHours = isInHours(graph_, expression.operands.at(0));
  const graph::Slot occurrence = graph_.patterns[expression.index].occurrence;
  const std::string within = anyOf(expression, scope, [&](const std::string& day, const Scope& inner) {
    if (inHours)
      return "niet_na(v, " + day + ", " + key(inner.at(occurrence)) + ", " + hours(expression.operands[0], inner) + ")";
    return "ten_hoogste(Moment(" + day + "), " + value(expression.operands.at(0), inner) + ")";
  });
  if (expression.op == Op::happenedWithin) return within;
  const std::string limit = inHours ? scope.contract + "uren_voorbij(v, " + hours(expression.operands[0], scope)
                                    : "voorbij(v, " + value(expression.operands.at(0), scope);
  return "en(v, [&] { return " + limit + "); }, [&] { return niet(" + within + "); })";
}

/// The first that surely matches, or the last. `function`: only its day, or also which event it is.
std::string Expressions::whenHappened(const Expression& expression, const Scope& scope, const char* function) {
  const graph::Pattern& pattern = graph_.patterns[expression.index];
  const std::string name = nameOf(scope);
  model_.patterns.insert(expression.index);
  std::string loops;
  for (const graph::PatternAlternative& way : pattern.alternatives) {
    const Bound event = rememberedEvent(way.type, name);
    const std::string matches = way.where ? truth(way.where, scope.with(pattern.occurrence, event)) : "Waarheid::ja";
    const std::string within =
        expression.operands.empty()
            ? "true"
            : "ten_hoogste(Moment(" + name + ".op), " + value(expression.operands[0], scope) + ") == Waarheid::ja";
    loops += " for ([[maybe_unused]] const auto& " + name + " : " + scope.contract +
             memory(way.type, pattern.atReceipt) + ") zoek(" + matches + ", " + name + ".op, " + within + ", " + name +
             ".e.sleutel);";
  }
  return std::string(function) + "(v, " + (expression.op == Op::lastMomentOf ? "true" : "false") +
         ", [&](auto zoek) {" + loops + " })";
}

/// Of the last that matches or may do so.
std::string Expressions::ofLastRemembered(const Expression& expression, const Scope& scope) {
  const graph::Pattern& pattern = graph_.patterns[expression.index];
  const std::string name = nameOf(scope);
  model_.patterns.insert(expression.index);
  std::string loops;
  for (const graph::PatternAlternative& way : pattern.alternatives) {
    const Scope inner = scope.with(pattern.occurrence, rememberedEvent(way.type, name));
    const std::string matches = way.where ? truth(way.where, inner) : "Waarheid::ja";
    const ExpressionId what = expression.operands.at(0);
    const std::string found = expression.type == Type::truth ? truth(what, inner) : value(what, inner);
    loops += " for (const auto& " + name + " : " + scope.contract + memory(way.type, pattern.atReceipt) + ") neem(" +
             name + ", [&] { return " + matches + "; }, [&] { return " + found + "; });";
  }
  return "van_de_laatste<" + codeType(expression.operands.at(0)) + ">(v, [&](auto neem) {" + loops + " })";
}

}  // namespace beding::generate

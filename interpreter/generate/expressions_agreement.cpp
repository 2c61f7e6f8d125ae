// What expressions say of the agreement as a whole: what was agreed, what is owed, which powers were used, which norms
// were breached, and which go before others.
#include <algorithm>

#include "base/text.h"
#include "generate/expressions.h"
#include "generate/norms.h"
#include "generate/sentences.h"
#include "graph/opposition.h"

namespace beding::generate {

using graph::Expression;
using graph::ExpressionId;
using graph::NodeKind;
using graph::Op;

namespace {

std::string place(std::size_t index) { return std::to_string(index); }

/// "Termijn", "Getal" ...: what a value of that type is in the code, without that it may not be known.
std::string plainType(Type type) {
  const std::string whole = valueType(type);
  if (whole == "Moment") return "Dag";
  return whole.starts_with("Mogelijk<") ? whole.substr(9, whole.size() - 10) : whole;
}

}  // namespace

// -------------------------------------------------------------------------------------------------------- agreements

std::optional<EventTypeId> agreements(const graph::Graph& graph) {
  for (std::uint32_t i = 0; i < graph.events.size(); ++i)
    if (graph.events[i].name == agreementType) return EventTypeId{i};
  return std::nullopt;
}

std::string Expressions::parameter(const Expression& expression, const Scope& scope) {
  const auto found = model_.parameters.find(expression.index);
  const graph::Parameter& parameter = graph_.parameters[expression.index];
  if (found == model_.parameters.end() || parameter.type == Type::truth || !isStandard(graph_, parameter.guard))
    return refused(scope, {Phrasing{"een waarde van een andere lezing", "a value of another reading"}});
  const std::string kind = parameter.value ? "" : "<" + plainType(expression.type) + ">";
  return scope.contract + found->second + kind + "(v" + (expression.followed ? ", true" : "") + ")";
}

/// What the source says, or what was agreed in its place. One that the source leaves open is of the kind that is asked.
std::string Expressions::parameterOf(std::uint32_t index) {
  const graph::Parameter& parameter = graph_.parameters[index];
  const Scope scope{&parameter.where, ""};
  const std::string name = model_.parameters.at(index);
  const std::string type = parameter.value ? plainType(parameter.type) : "T";
  std::string own = "gevraagd<" + type + ">(v, " + literal(parameter.name) + ")";
  const bool counts =
      parameter.type == Type::money || parameter.type == Type::number || parameter.type == Type::percentage;
  if (parameter.value) own = counts ? "getal(" + value(parameter.value, scope) + ")" : value(parameter.value, scope);
  const std::string head = "  template <" + std::string(parameter.value ? "" : "class T, ") + "class V> Mogelijk<" +
                           type + "> " + name +
                           "([[maybe_unused]] V& v, [[maybe_unused]] bool telkens = false) const {\n";
  const auto agreed = agreements(graph_);
  if (!agreed) return head + "    return " + own + ";\n  }\n";
  return agreementOf(index, *agreed) + head + "    return afgesproken<" + type + ">(v, telkens, " +
         memory(*agreed, false) + ", " + literal(bareName(parameter.name)) + ", [&] { return " + own +
         "; }, [&](const auto& g) { return " + name + "_afspraak(v, g); });\n  }\n";
}

/// Whether an agreement about it counts.
std::string Expressions::agreementOf(std::uint32_t index, EventTypeId agreed) {
  const graph::Parameter& parameter = graph_.parameters[index];
  const EventType& type = at(graph_.events, agreed);
  for (const char* name : {"over", "waarde", "ingang"})
    if (const auto attribute = attributeIndex(type, name)) model_.field(agreed, *attribute);
  const Bound event{Bound::Kind::event, {}, agreed, graph::Party::none, "gemaakt.e", "gemaakt.wie"};
  const Scope scope{&parameter.where, ""};
  std::vector<std::string> parts;
  if (!parameter.deviable && parameter.value) parts.emplace_back("Waarheid::nee");
  if (parameter.deviationForm) parts.push_back(formCode(parameter.deviationForm, event, scope));
  const auto expressly = attributeIndex(type, "uitdrukkelijk");
  if (parameter.deviationExplicit && expressly)
    parts.push_back("gegeven(v, gemaakt.e." + model_.field(agreed, *expressly) +
                    ", \"uitdrukkelijk\", gemaakt.e.sleutel)");
  for (const std::string& rule : agreementRules(event, scope)) parts.push_back(rule);
  if (parameter.minimum)
    return refused(scope, {Phrasing{"een ondergrens voor afspraken", "a lower bound on agreements"}});
  return "  template <class V, class G> Waarheid " + model_.parameters.at(index) +
         "_afspraak([[maybe_unused]] V& v, [[maybe_unused]] const G& gemaakt) const { return " + allOf(parts) + "; }\n";
}

/// What the document asks of every agreement.
std::vector<std::string> Expressions::agreementRules(const Bound& agreement, const Scope& scope) {
  std::vector<std::string> parts;
  for (const graph::AgreementRule& rule : graph_.agreementRules) {
    const EntityUse* entity = model_.entityOf(rule.entity);
    if (!isStandard(graph_, rule.guard) || entity == nullptr) continue;
    const Bound each = eachOf(*entity, static_cast<graph::Slot>(scope.slots.size()), scope);
    const std::string condition = truth(rule.condition, Scope{&rule.where, scope.contract}.with(0, each));
    parts.push_back("van_elk(v, " + scope.contract + entity->list + ", [&]([[maybe_unused]] const auto& " + each.code +
                    ") { return " + each.code + ".wie.volgnummer != " + agreement.who +
                    ".volgnummer ? Waarheid::ja : " + condition + "; })");
  }
  return parts;
}

/// The first day or the last of the running period.
std::string Expressions::running(const Expression& expression, const Scope& scope) {
  return scope.contract + "van_lopende_periode(v, " + (expression.op == Op::periodStart ? "false" : "true") + ")";
}

// ------------------------------------------------------------------------------------------------------------- money

std::string Expressions::owed(const Expression& expression, const Scope& scope) {
  if (!expression.operands.empty())
    return refused(scope, {Phrasing{"wat op één vordering openstaat", "what is open on one claim"}});
  return "getal(" + scope.contract + "openstaand(v, " + (expression.index == 0 ? "false" : "true") + "))";
}

// ------------------------------------------------------------------------------------------------- powers and duties

/// By a valid use with these arguments.
std::string Expressions::exercised(const Expression& expression, const Scope& scope) {
  std::string about;
  for (const ExpressionId id : expression.operands) {
    const Bound bound = thing(id, scope);
    about += ", " + (bound.kind == Bound::Kind::instance && bound.event ? model_.numberOf(bound.code) : "geen_zaak");
  }
  if (expression.operands.size() > 2)
    return refused(scope, {Phrasing{"een handeling over meer dan twee zaken", "an act about more than two things"}});
  return scope.contract + "uitgeoefend(v, " + place(expression.index) + "u" + about + ")";
}

std::string Expressions::wasValid(const Expression& expression, const Scope& scope) {
  const Bound about = thing(expression.operands.at(0), scope);
  if (!about.event) return "Waarheid::nee";
  const std::string who = about.kind == Bound::Kind::instance ? about.code + ".wie" : about.who;
  const auto* lid = std::get_if<std::string>(&expression.value);
  const bool any = expression.index >= graph_.acts.size();
  return scope.contract + "rechtsgeldig(v, " + who + ".volgnummer, " +
         (any ? "geen_zaak" : place(expression.index) + "u") + ", " + (lid == nullptr ? "{}" : literal(*lid)) + ")";
}

std::string Expressions::normStatus(const Expression& expression, const Scope& scope) {
  if (!isStandard(graph_, graph_.norms[expression.index].guard)) return "Waarheid::nee";  // of another reading
  const Sentence* sentence = model_.sentenceOf({NodeKind::norm, expression.index});
  const auto* status = std::get_if<std::string>(&expression.value);
  const Bound about = expression.operands.empty() ? Bound{} : thing(expression.operands.front(), scope);
  const bool same = sentence != nullptr && expression.operands.size() <= 1 && !sentence->beside &&
                    (about.kind == Bound::Kind::instance ? sentence->over == about.entity : !sentence->over);
  if (!same || status == nullptr || *status != "geschonden" || !graph::isDuty(graph_.norms[expression.index].kind))
    return refused(scope, {Phrasing{"hoe een norm er voor staat, anders dan geschonden",
                                    "how a norm stands, other than breached"}});
  const bool over = sentence->over.has_value();
  const std::string record = over ? about.code + "." + sentence->name : scope.contract + sentence->name + "_";
  return "ooit_geschonden(v, " + record + ", " + sentence->type + "{{}, " + (scope.contract.empty() ? "*this" : "o") +
         (over ? ", " + about.code : "") + "})";
}

/// The arguments of an act, as the norm gives them, and who does it.
Scope Expressions::actScope(const graph::Norm& norm, graph::ActId act, const Scope& own) {
  Scope scope{&norm.where, own.contract};
  for (graph::Slot slot = 0; slot < norm.arguments.size(); ++slot) {
    const Expression& argument = at(graph_.expressions, norm.arguments[slot]);
    if (argument.op == Op::variable)
      scope = scope.with(slot, own.at(argument.slot));
    else if (argument.type == Type::party)
      scope = scope.with(slot, {Bound::Kind::party, {}, {}, graph::Party::none, party(norm.arguments[slot], own)});
  }
  const auto arity = static_cast<graph::Slot>(at(graph_.acts, act).parameters.size());
  return scope.with(arity, actor(norm.bearer, own));
}

// ---------------------------------------------------------------------------------------------------------- priority

bool isRankedBefore(const graph::Graph& graph, graph::NormId first, graph::NormId second) {
  return std::any_of(graph.rankings.begin(), graph.rankings.end(), [&](const graph::Ranking& ranking) {
    return ranking.first == first && ranking.second == second && isStandard(graph, ranking.guard);
  });
}

/// Those that go before a norm, under the readings that count.
std::vector<graph::NormId> rivalsOf(const graph::Graph& graph, graph::NormId id) {
  std::vector<graph::NormId> found;
  for (std::uint32_t i = 0; i < graph.norms.size(); ++i) {
    const bool before = isRankedBefore(graph, graph::NormId{i}, id) || contains(graph.norms[i].defeats, id);
    if (isStandard(graph, graph.norms[i].guard) && before) found.push_back(graph::NormId{i});
  }
  return found;
}

/// That none goes before it; of a deed: that none excludes it.
std::vector<std::string> Expressions::unopposed(graph::NormId norm, const Scope& scope, const Bound* deed) {
  std::vector<std::string> parts;
  for (const graph::NormId other : rivalsOf(graph_, norm))
    parts.push_back("niet(" + rival(other, norm, scope, deed) + ")");
  return parts;
}

namespace {

std::string bearerOf(const graph::Norm& norm, const Scope& scope) {
  if (norm.bearer.slot) {
    const std::string own = scope.at(*norm.bearer.slot).code + ".partij";
    return norm.bearer.other ? "andere(" + own + ")" : own;
  }
  return norm.bearer.fixed == graph::Party::none ? "" : partyCode(norm.bearer.fixed);
}

}  // namespace

/// Whether the own condition of one that goes before is true, about the same instances and for the same bearer.
std::string Expressions::rival(graph::NormId other, graph::NormId norm, const Scope& scope, const Bound* deed) {
  const graph::Norm &own = at(graph_.norms, norm), &first = at(graph_.norms, other);
  const Sentence* sentence = model_.sentenceOf({NodeKind::norm, other.index});
  if (sentence == nullptr)
    return refused(scope, {Phrasing{"een norm van een andere keuze", "a norm of another choice"}});
  Scope inner{&first.where, scope.contract};
  std::string loops, ends;
  for (graph::Slot j = 0; j < first.binders.size(); ++j) {
    const auto same = std::find_if(own.binders.begin(), own.binders.end(), [&](const graph::Binder& binder) {
      return binder.entity == first.binders[j].entity;
    });
    if (same != own.binders.end()) {
      inner.slots.push_back(scope.at(static_cast<graph::Slot>(same - own.binders.begin())));
      continue;
    }
    const EntityUse& entity = *model_.entityOf(first.binders[j].entity);
    Scope taken = inner;
    taken.slots.insert(taken.slots.end(), scope.slots.begin(), scope.slots.end());
    inner.slots.push_back(eachOf(entity, static_cast<graph::Slot>(taken.slots.size()), taken));
    loops += "er_is(v, " + scope.contract + entity.list + ", [&]([[maybe_unused]] const auto& " +
             inner.slots.back().code + ") { return ";
    ends += "; })";
  }
  std::vector<std::string> parts;
  const bool byBearer = own.bearer.slot || first.bearer.slot || graph::opposed(own, first);
  const std::string mine = bearerOf(own, scope), theirs = bearerOf(first, inner);
  if (byBearer && (mine.empty() || theirs.empty()))
    return refused(scope, {Phrasing{"voorrang tussen partijen die van het geval afhangen",
                                    "priority between parties that depend on the case"}});
  if (byBearer) parts.push_back("waar(" + mine + " == " + theirs + ")");
  std::string about;
  for (const Bound& bound : inner.slots) about += ", " + bound.code;
  const std::string record = inner.slots.empty()
                                 ? scope.contract + sentence->name + "_"
                                 : inner.slots[0].code + "." + sentence->name +
                                       (inner.slots.size() > 1 ? "[" + inner.slots[1].code + ".plaats]" : "");
  parts.push_back("eigen_voorwaarde(" + record + ", " + sentence->type + "{{}, " +
                  (scope.contract.empty() ? "*this" : "o") + about + "}, v)");
  if (deed != nullptr) {
    const Scope done = inner.with(occurrenceSlot(first), *deed);
    if (first.exerciseCondition) parts.push_back(truth(first.exerciseCondition, done));
    if (first.consent) parts.push_back("niet(" + truth(first.consent, done) + ")");
  }
  return loops + allOf(parts) + ends;
}

// ----------------------------------------------------------------------------------------------------------- consent

/// Whether a consent is for what an event does: by the words of its acts, or by what it names.
std::string Expressions::consent(const Expression& expression, const Scope& scope) {
  const Bound given = thing(expression.operands.at(0), scope), deed = thing(expression.operands.at(1), scope);
  if (!given.event || deed.kind != Bound::Kind::event)
    return refused(scope, {Phrasing{"toestemming voor iets dat geen gebeurtenis is", "consent for what is no event"}});
  consents.insert(deed.event.index);
  model_.event(given.event).about = model_.event(deed.event).about = true;
  const EventType& type = at(graph_.events, deed.event);
  std::string keys = deed.code + ".sleutel";
  for (std::uint32_t i = 0; i < type.attributes.size(); ++i)
    if (type.attributes[i].type == Type::reference)
      keys += ", tekst_van(" + deed.code + "." + model_.field(deed.event, i) + ")";
  return "toestemming_voor(v, " + eventCode(given) + "." + model_.field(given.event, expression.index) + ", " +
         eventCode(given) + ".betreft, " + key(given) + ", {" + keys + "}, " + deed.code + ".betreft, daden_" +
         place(deed.event.index) + ", " + scope.contract + "van_soort_" + place(deed.event.index) + "_)";
}

namespace {

bool speaksOf(const graph::Graph& graph, graph::PatternId pattern, EventTypeId type) {
  if (!pattern) return false;
  const auto& ways = at(graph.patterns, pattern).alternatives;
  return std::any_of(ways.begin(), ways.end(), [&](const auto& way) { return way.type == type; });
}

}  // namespace

/// Per kind of event of which consent is read: the words of what it does, and of all other acts.
std::string Expressions::consentTables() const {
  std::string text;
  for (const std::uint32_t index : consents) {
    const EventTypeId type{index};
    std::string rows;
    const auto row = [&](const std::string& words, bool own) {
      rows += (rows.empty() ? "{" : ", {") + literal(words) + (own ? ", true}" : ", false}");
    };
    for (const graph::Entity& entity : graph_.entities)
      if (speaksOf(graph_, entity.created, type)) row(entity.name, true);
    for (const graph::Act& act : graph_.acts)
      for (const std::string& form : act.forms) row(form, speaksOf(graph_, act.doneBy, type));
    text += "  /// " + at(graph_.events, type).name + "\n  static constexpr Daadvorm daden_" + place(index) + "[] = {" +
            rows + "};\n";
  }
  return text;
}

}  // namespace beding::generate

#include "generate/claims.h"

#include "generate/sentences.h"

namespace beding::generate {

using graph::ExpressionId;
using graph::NodeKind;

namespace {

void refuseIf(Model& model, const graph::Provenance& where, bool present, Phrasing what) {
  if (present) model.refuse(where, what);
}

bool isFixed(const graph::PartyRef& party) { return !party.slot && !party.expression; }

}  // namespace

std::string rightStruct(Model& model, Expressions& expressions, const Sentence& sentence) {
  const graph::Right& right = model.graph.rights[sentence.node.index];
  const Scope scope = scopeOf(model, sentence);
  refuseIf(model, right.where,
           right.trigger.has_value() || right.keptFor || !right.defeats.empty() || right.binders.size() > 1,
           {"een recht dat bij een gebeurtenis ontstaat, ten dele blijft of voor een ander gaat",
            "a right that arises at an event, is kept in part or goes before another"});
  refuseIf(model, right.where, !isFixed(right.holder),
           {"een recht van een partij die van het geval afhangt", "a right of a party that depends on the case"});
  std::string text = begunStruct(model, sentence, "RechtZin");
  if (right.noSanction) text += "    static constexpr bool zonder_gevolg = true;\n";
  const auto truth = [&](ExpressionId id, const char* name) {
    if (id) text += member("Waarheid", name, "", expressions.truth(id, scope));
  };
  std::vector<std::string> when;
  for (const graph::Binder& binder : right.binders)
    if (binder.where) when.push_back(expressions.truth(binder.where, scope));
  if (right.condition) when.push_back(expressions.truth(right.condition, scope));
  if (!when.empty()) text += member("Waarheid", "indien", "", allOf(when));
  text += flag(!when.empty() && restsOnAssumption(model, sentence.node), "veronderstelt");
  truth(right.used, "gebruikt");
  truth(right.lapsedBy, "vervalt");
  truth(right.voidWhen, "ongeldig");
  if (isInHours(model.graph, right.last))
    text += flag(true, "in_uren") + member("Uurmoment", "uurtermijn", "", expressions.hours(right.last, scope)) +
            passesByHour();
  else if (right.last)
    text += member("Moment", "uiterlijk", "", expressions.value(right.last, scope));
  return text + "  };\n";
}

// ----------------------------------------------------------------------------------------------------------- amounts

std::string amountStruct(Model& model, Expressions& expressions, const Sentence& sentence) {
  using graph::AmountKind;
  const graph::Amount& amount = model.graph.amounts[sentence.node.index];
  const Scope scope = scopeOf(model, sentence);
  Limits limits(model, amount.where);
  limitBinders(limits, amount.binders);
  const bool interest = amount.kind == AmountKind::interest;
  const bool overInvoice = sentence.over && *sentence.over == model.graph.ledger.invoice;
  limits.not_(amount.kind == AmountKind::perOccurrence,
              {"een bedrag dat per keer oploopt", "an amount that grows per occurrence"});
  limits.not_(interest && (!overInvoice || !amount.table),
              {"rente over iets anders dan een factuur, of naar een overeengekomen tarief",
               "interest over something else than an invoice, or at an agreed rate"});
  limits.not_(amount.trigger && amount.trigger->pattern,
              {"een bedrag dat bij een gebeurtenis ontstaat", "an amount that arises at an event"});
  limits.not_(amount.due.valid(), {"een bedrag met een termijn", "an amount with a term"});
  for (const graph::Amount& other : model.graph.amounts)
    limits.not_(isStandard(model.graph, other.guard) && contains(other.defeats, graph::AmountId{sentence.node.index}),
                {"een bedrag dat voor een ander wijkt", "an amount that yields to another"});
  std::string text = begunStruct(model, sentence, "BedragZin");
  text += flag(restsOnAssumption(model, sentence.node), "veronderstelt");
  text += flag(amount.kind == AmountKind::perDay, "per_dag");
  if (!amount.owed) text += "    static constexpr bool verschuldigd = false;\n";
  if (amount.trigger)
    text += flag(true, "met_aanleiding") +
            member("Waarheid", "begint", "", expressions.truth(amount.trigger->becomes, scope));
  std::vector<std::string> when, runs;
  for (const graph::Binder& binder : amount.binders)
    if (binder.where) when.push_back(expressions.truth(binder.where, scope));
  if (amount.condition) when.push_back(expressions.truth(amount.condition, scope));
  if (!when.empty()) text += member("Waarheid", "indien", "", allOf(when));
  if (amount.during) runs.push_back(expressions.truth(amount.during, scope));
  for (const ExpressionId id : {amount.unless, amount.voidWhen})
    if (id) runs.push_back("niet(" + expressions.truth(id, scope) + ")");
  if (!runs.empty()) text += member("Waarheid", "loopt", "", allOf(runs));
  const auto money = [&](ExpressionId id, const char* name) {
    if (id) text += member("Mogelijk<Centen>", name, "", "centen(" + expressions.value(id, scope) + ")");
  };
  money(amount.value, "waarde");
  money(amount.daily, "dagbedrag");
  return text + "  };\n";
}

/// What an effect waits for, and what it asks then.
std::string effectStruct(Model& model, Expressions& expressions, const Sentence& sentence) {
  const graph::Effect& effect = model.graph.effects[sentence.node.index];
  const Scope scope = scopeOf(model, sentence);
  Limits limits(model, effect.where);
  limitBinders(limits, effect.binders);
  std::string text = begunStruct(model, sentence, "AanleidingZin");
  if (effect.trigger) text += member("Waarheid", "begint", "", expressions.truth(effect.trigger->becomes, scope));
  if (effect.during) text += member("Waarheid", "zolang", "", expressions.truth(effect.during, scope));
  std::vector<std::string> when;
  for (const graph::Binder& binder : effect.binders)
    if (binder.where) when.push_back(expressions.truth(binder.where, scope));
  if (effect.condition) when.push_back(expressions.truth(effect.condition, scope));
  if (!when.empty()) text += member("Waarheid", "indien", "", allOf(when));
  return text + "  };\n";
}

// --------------------------------------------------------------------------------------------------------- quantities

std::string quantityOf(Model& model, Expressions& expressions, std::uint32_t index) {
  const graph::Quantity& quantity = model.graph.quantities[index];
  const Scope scope = combinationsOf(model, expressions, quantity.binders, quantity.where).scope;
  std::string parameters;
  for (const Bound& bound : scope.slots) {
    parameters += ", [[maybe_unused]] const " + model.entityOf(bound.entity)->type + "& " + bound.code;
  }
  const std::string body = expressions.quantityBody(graph::QuantityId{index}, scope);
  return comment(model, {NodeKind::quantity, index}, "  ") + "  template <class V> " + valueType(quantity.type) + " " +
         model.quantities.at(index) + "([[maybe_unused]] V& v" + parameters + ") const { return " + body + "; }\n";
}

// ------------------------------------------------------------------------------------------------------------- limits

namespace {

std::string ownApplies(Expressions& expressions, const graph::Limit& limit, const Scope& scope) {
  std::vector<std::string> parts;
  for (const graph::Binder& binder : limit.binders)
    if (binder.where) parts.push_back(expressions.truth(binder.where, scope));
  if (limit.condition) parts.push_back(expressions.truth(limit.condition, scope));
  for (const ExpressionId id : {limit.voidWhen, limit.unless})
    if (id) parts.push_back("niet(" + expressions.truth(id, scope) + ")");
  return allOf(parts);
}

/// Those that go before it stand in its place.
std::string applies(Model& model, Expressions& expressions, std::uint32_t index, const Scope& scope) {
  std::vector<std::string> parts = {ownApplies(expressions, model.graph.limits[index], scope)};
  for (const graph::Limit& rival : model.graph.limits)
    if (contains(rival.defeats, graph::LimitId{index}) && isStandard(model.graph, rival.guard))
      parts.push_back("niet(" + ownApplies(expressions, rival, scope) + ")");
  return allOf(parts);
}

std::string reading(const std::string& type, const std::string& body) {
  return "[&]([[maybe_unused]] auto& v) -> " + type + " { return " + body + "; }";
}

std::string money(Expressions& expressions, ExpressionId id, const Scope& scope) {
  return reading("Mogelijk<Getal>", id ? expressions.number(id, scope) : "Mogelijk<Getal>()");
}

/// The damage of one event, its day, and the series that it belongs to.
std::string damage(Model& model, Expressions& expressions, const graph::Limit& limit, const Scope& scope) {
  const Bound about = scope.at(0);
  if (!about.event) return "Schadegeval{}";
  const EventType& type = at(model.graph.events, about.event);
  const auto amount = attributeIndex(type, "bedrag");
  std::string sum = "Mogelijk<Getal>()";
  if (limit.damage)
    sum = "[&] { Kijk v{nu_, slot_}; return " + expressions.number(limit.damage, scope) + "; }()";
  else if (amount && type.attributes[*amount].type == Type::money)
    sum = "bedrag_van(" + about.code + ".bij." + model.field(about.event, *amount) + ")";
  std::string series = "std::optional<std::string_view>{}";
  if (limit.groupAttribute < type.attributes.size()) {
    series = "std::optional<std::string_view>(" + about.code + ".bij." +
             model.field(about.event, limit.groupAttribute) + ")";
    if (limit.together)
      series = "[&] { Kijk v{nu_, slot_}; return " + expressions.truth(limit.together, scope) +
               "; }() == Waarheid::nee ? std::optional<std::string_view>{} : " + series;
  }
  return "Schadegeval{" + about.code + ".bij.op.dag(), " + sum + ", " + series + "}";
}

std::string limitText(Model& model, Expressions& expressions, std::uint32_t index) {
  const graph::Limit& limit = model.graph.limits[index];
  refuseIf(model, limit.where, !isFixed(limit.bearer) || !isFixed(limit.counterparty),
           {"een beperking van een partij die van het geval afhangt", "a limit of a party that depends on the case"});
  refuseIf(model, limit.where, limit.binders.size() > 1 && limit.kind == graph::LimitKind::cap,
           {"een plafond over meer dan één zaak", "a cap about more than one instance"});
  const auto [scope, loop, key] = combinationsOf(model, expressions, limit.binders, limit.where);
  const std::string heading = "kop_" + model.limits.at(index);
  const std::string when = reading("Waarheid", applies(model, expressions, index, scope));
  if (limit.kind != graph::LimitKind::cap)
    return loop + "    meld_grens(" + heading + ", " + key + ", " + when + ", " +
           (limit.kind == graph::LimitKind::exclusion ? "true" : "false") +
           (restsOnAssumption(model, {NodeKind::limit, index}) ? ", true" : "") + ");\n";
  return "    plafonds_.clear();\n" + loop + "    bij_plafond(" + key + ", " + when + ", " +
         money(expressions, limit.amount, scope) + ", " + money(expressions, limit.perYear, scope) + ", " +
         damage(model, expressions, limit, scope) + ");\n    meld_plafonds(" + heading + ");\n";
}

}  // namespace

std::vector<LimitCall> limitsOf(Model& model, Expressions& expressions) {
  std::vector<LimitCall> calls;
  for (std::uint32_t i = 0; i < model.graph.limits.size(); ++i)
    if (model.has(NodeKind::limit, i) && model.reports({NodeKind::limit, i}))
      calls.push_back({model.graph.limits[i].where.lid, i, limitText(model, expressions, i)});
  return calls;
}

}  // namespace beding::generate

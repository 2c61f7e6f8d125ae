#include "generate/sentences.h"

#include <algorithm>

#include "generate/claims.h"
#include "graph/opposition.h"

namespace beding::generate {

using graph::ExpressionId;
using graph::NodeKind;

namespace {

/// One member: `template <class V> Waarheid zolang(V& v) const { return …; }`
std::string member(const std::string& type, const std::string& name, const std::string& parameters,
                   const std::string& body) {
  const bool reads = body.find("(v") != std::string::npos;
  return "    template <class V> " + type + " " + name + "(" + parameters + "V&" + (reads ? " v" : "") +
         ") const { return " + body + "; }\n";
}

/// Refuses what a sentence has and generated code has not.
class Limits {
 public:
  Limits(Model& model, const graph::Provenance& where) : model_(model), where_(where) {}
  void not_(bool present, Phrasing what) {
    if (present) model_.refuse(where_, what);
  }

 private:
  Model& model_;
  const graph::Provenance& where_;
};

void limitBinders(Limits& limits, const std::vector<graph::Binder>& binders) {
  limits.not_(binders.size() > 2,
              {"een zin over meer dan twee exemplaren", "a sentence about more than two instances"});
  limits.not_(binders.size() == 2 && binders[0].entity == binders[1].entity,
              {"een zin over twee exemplaren van een soort", "a sentence about two instances of one kind"});
}

}  // namespace

/// What lasts as long as the agreement does.
bool isStandingNorm(const graph::Norm& norm) {
  return !norm.trigger && std::all_of(norm.binders.begin(), norm.binders.end(),
                                      [](const graph::Binder& binder) { return binder.entity == graph::EntityId{0}; });
}

std::vector<const EntityUse*> instancesOf(const Model& model, const Sentence& sentence) {
  std::vector<const EntityUse*> all;
  for (const auto& entity : {sentence.over, sentence.beside})
    if (entity && model.entityOf(*entity) != nullptr) all.push_back(model.entityOf(*entity));
  return all;
}

Scope scopeOf(const Model& model, const Sentence& sentence) {
  Scope scope{&graph::whereOf(model.graph, sentence.node), "o."};
  for (const EntityUse* entity : instancesOf(model, sentence))
    scope.slots.push_back({Bound::Kind::instance, entity->id, entity->event, graph::Party::none, entity->name});
  return scope;
}

std::string made(const Model& model, const Sentence& sentence) {
  std::string text = sentence.type + "{{}, *this";
  for (const EntityUse* entity : instancesOf(model, sentence)) text += ", " + entity->name;
  return text + "}";
}

std::string record(const Model& model, const Sentence& sentence) {
  const auto all = instancesOf(model, sentence);
  if (all.empty()) return sentence.name + "_";
  return all[0]->name + "." + sentence.name + (all.size() > 1 ? "[" + all[1]->name + ".plaats]" : "");
}

std::string eachInstance(const Model& model, const Sentence& sentence, const std::string& indent, bool fixed) {
  std::string text, margin = indent;
  for (const EntityUse* entity : instancesOf(model, sentence)) {
    text +=
        margin + "for (" + (fixed ? "const " : "") + entity->type + "& " + entity->name + " : " + entity->list + ")\n";
    margin += "  ";
  }
  return text + (text.empty() ? "" : margin);
}

std::string comment(const Model& model, graph::NodeRef node, const std::string& indent) {
  const graph::Provenance& where = graph::whereOf(model.graph, node);
  std::string text = where.lid.empty() ? "" : where.lid + " ";
  const std::string words = sentenceText(where);
  text += words.empty() ? graph::nameOf(model.graph, node) : words;
  return indent + "/// " + text + "\n";
}

std::string begunStruct(const Model& model, const Sentence& sentence, const std::string& base) {
  std::string text = comment(model, sentence.node, "  ") + "  struct " + sentence.type + " : " + base +
                     " {\n    static constexpr std::uint32_t nummer = " + std::to_string(sentence.number) +
                     ";\n    const Overeenkomst& o;\n";
  for (const EntityUse* entity : instancesOf(model, sentence))
    text += "    const " + entity->type + "& " + entity->name + ";\n";
  return text;
}

namespace {

// ------------------------------------------------------------------------------------------------------------ states

std::string stateStruct(Model& model, Expressions& expressions, const Sentence& sentence) {
  const graph::State& state = model.graph.states[sentence.node.index];
  const Scope scope = scopeOf(model, sentence);
  Limits limits(model, state.where);
  limitBinders(limits, state.binders);
  const bool reported = model.reports(sentence.node);
  limits.not_(reported && contains(model.graph.term.reports, graph::StateId{sentence.node.index}),
              {"een lopende periode («verlengd»)", "a running period («verlengd»)"});
  limits.not_(reported && model.graph.inForce.index == sentence.node.index,
              {"het van kracht zijn van de Overeenkomst als uitkomst", "the agreement being in force as an outcome"});
  limits.not_(reported && state.lastDay, {"een toestand met een laatste dag", "a state with a last day"});
  for (const graph::Binder& binder : state.binders)
    limits.not_(binder.where.valid(),
                {"een toestand van exemplaren met een voorwaarde", "a state of instances with a condition"});
  limits.not_(!state.defeatedBy.empty(), {"een toestand die voor een andere wijkt", "a state that yields to another"});
  std::string text = begunStruct(model, sentence, "ToestandZin");
  std::vector<std::string> begins;
  for (const graph::Trigger& begin : state.begins)
    if (begin.becomes) begins.push_back(expressions.truth(begin.becomes, scope));
  if (!state.begins.empty()) text += "    static constexpr bool heeft_begin = true;\n";
  if (!begins.empty()) {
    text += "    static constexpr int beginnen = " + std::to_string(begins.size()) + ";\n";
    std::string which = begins.back();
    for (std::size_t i = begins.size() - 1; i-- > 0;)
      which = "welk == " + std::to_string(i) + " ? " + begins[i] + " : " + which;
    text += member("Waarheid", "begint", begins.size() > 1 ? "int welk, " : "int, ", which);
  }
  std::string ends;
  for (const graph::Trigger& end : state.ends)
    if (end.becomes) {
      const std::string one = expressions.truth(end.becomes, scope);
      ends = ends.empty() ? one : "of(v, [&] { return " + ends + "; }, [&] { return " + one + "; })";
    }
  if (!ends.empty()) text += member("Waarheid", "eindigt", "", ends);
  if (state.beginCondition) text += member("Waarheid", "mits", "", expressions.truth(state.beginCondition, scope));
  if (state.during) text += member("Waarheid", "zolang", "", expressions.truth(state.during, scope));
  std::string unless;
  for (const ExpressionId id : {state.unless, state.voidWhen}) {
    if (!id) continue;
    const std::string one = expressions.truth(id, scope);
    unless = unless.empty() ? one : "of(v, [&] { return " + unless + "; }, [&] { return " + one + "; })";
  }
  if (!unless.empty()) text += member("Waarheid", "tenzij", "", unless);
  return text + "  };\n";
}

// ------------------------------------------------------------------------------------------------------------- norms

/// What a norm follows: zolang, tenzij, its provision being void, the agreement.
std::string applies(Model& model, Expressions& expressions, const graph::Norm& norm, const Scope& scope, bool voids) {
  std::vector<std::string> parts;
  if (isStandingNorm(norm) && !norm.survivesByNature && !norm.surviving) parts.push_back("niet(o.is_voorbij(v))");
  if (norm.during) parts.push_back(expressions.truth(norm.during, scope));
  if (norm.unless) parts.push_back("niet(" + expressions.truth(norm.unless, scope) + ")");
  if (norm.voidWhen && voids) parts.push_back("niet(" + expressions.truth(norm.voidWhen, scope) + ")");
  (void)model;
  std::string whole;
  for (const std::string& part : parts)
    whole = whole.empty() ? part : "en(v, [&] { return " + whole + "; }, [&] { return " + part + "; })";
  return whole;
}

bool isAboutClaim(const graph::Graph& graph, const graph::Norm& norm) {
  return !norm.binders.empty() && at(graph.entities, norm.binders.front().entity).isClaim;
}

/// What is read once: which instances it is about, and its condition.
std::string condition(Expressions& expressions, const std::vector<graph::Binder>& binders, ExpressionId indien,
                      const Scope& scope) {
  std::vector<std::string> parts;
  for (const graph::Binder& binder : binders)
    if (binder.where) parts.push_back(expressions.truth(binder.where, scope));
  if (indien) parts.push_back(expressions.truth(indien, scope));
  if (parts.empty()) return {};
  std::string whole = parts.front();
  if (parts.size() > 1) {
    whole = "en(v";
    for (const std::string& part : parts) whole += ", [&] { return " + part + "; }";
    whole += ")";
  }
  return member("Waarheid", "indien", "", whole);
}

/// Nothing new arises after the end but what survives it or is about a claim; what stands alone waits for the
/// beginning.
std::string canArise(const graph::Graph& graph, const graph::Norm& norm) {
  const bool survives = norm.surviving || norm.survivesByNature || isAboutClaim(graph, norm);
  const std::string end = survives ? "Waarheid::ja" : "niet(o.is_voorbij(v))";
  return isStandingNorm(norm) ? "!o.begonnen_ ? Waarheid::nee : " + end : end;
}

void limitNorm(Limits& limits, const graph::Graph& graph, const graph::Norm& norm, graph::NormId id) {
  limitBinders(limits, norm.binders);
  limits.not_(norm.trigger.has_value(),
              {"een norm die bij een gebeurtenis ontstaat («Zodra …»)", "a norm that arises at an event («Zodra …»)"});
  limits.not_(norm.until.has_value(), {"«totdat» bij een norm", "«totdat» of a norm"});
  limits.not_(norm.surviving && norm.survivesUntil.valid(),
              {"een norm die het einde van de Overeenkomst een tijd overleeft",
               "a norm that survives the end of the agreement for some time"});
  const bool power = graph::isPower(norm.kind);
  limits.not_(power && norm.form.valid(), {"een vorm («schriftelijk»)", "a form («schriftelijk»)"});
  limits.not_(norm.formSatisfiedOnlyBy, {"«uitsluitend» een vorm", "only one form"});
  limits.not_(power && norm.exerciseCondition.valid(), {"een eis aan de handeling", "a demand on the act"});
  limits.not_(norm.choice.valid(), {"een keuze tussen handelingen", "a choice between acts"});
  for (const graph::ActId act : norm.alternatives)
    limits.not_(power || at(graph.acts, act).fulfilledWhen.valid(),
                {"meer handelingen in een norm", "several acts in one norm"});
  for (const graph::Norm& other : graph.norms)
    limits.not_(isStandard(graph, other.guard) && (contains(other.defeats, id) || contains(other.lifts, id)),
                {"een norm die voor een andere wijkt («In afwijking van»)",
                 "a norm that yields to another («In afwijking van»)"});
  for (const graph::Ranking& ranking : graph.rankings)
    limits.not_(ranking.second == id && isStandard(graph, ranking.guard),
                {"een norm waar een andere voor gaat («gaat voor»)", "a norm that another goes before («gaat voor»)"});
}

/// What fulfils the duty by itself: the act's condition, of the duty's arguments.
std::string fulfilled(Model& model, Expressions& expressions, const graph::Norm& norm, const Scope& scope) {
  if (!norm.act) return {};
  const graph::Act& act = at(model.graph.acts, norm.act);
  if (!act.fulfilledWhen) return {};
  Scope inner{scope.where, scope.contract};
  for (graph::Slot slot = 0; slot < norm.arguments.size(); ++slot) {
    const graph::Expression& argument = at(model.graph.expressions, norm.arguments[slot]);
    if (argument.op == graph::Op::variable) inner = inner.with(slot, scope.at(argument.slot));
  }
  inner = inner.with(static_cast<graph::Slot>(act.parameters.size()), expressions.actor(norm.bearer, scope));
  return expressions.truth(act.fulfilledWhen, inner);
}

/// Which standstills stop it.
std::string suspended(const Model& model, const Sentence& sentence) {
  const graph::NormId id{sentence.node.index};
  const graph::Norm& norm = at(model.graph.norms, id);
  std::string which;
  for (std::uint32_t i = 0; i < model.graph.effects.size(); ++i) {
    const graph::Effect& effect = model.graph.effects[i];
    if (!model.has(NodeKind::effect, i) || !suspends(model.graph, effect, id)) continue;
    std::string one = "s.gevolg == " + std::to_string(i);
    if (effect.targets.empty()) one += " && s.partij == " + partyCode(norm.bearer.fixed);
    which += (which.empty() ? "(" : " || (") + one + ")";
  }
  return which;
}

std::string dutyStruct(Model& model, Expressions& expressions, const Sentence& sentence) {
  const graph::NormId id{sentence.node.index};
  const graph::Norm& norm = at(model.graph.norms, id);
  const Scope scope = scopeOf(model, sentence);
  Limits limits(model, norm.where);
  limitNorm(limits, model.graph, norm, id);
  limits.not_(norm.term.soft.valid(),
              {"een open norm als termijn («onverwijld»)", "an open norm as a term («onverwijld»)"});
  const std::string suspension = suspended(model, sentence);
  limits.not_(!suspension.empty() && norm.term.last,
              {"een termijn die door opschorting stilstaat", "a term that suspension stops"});
  std::string text = begunStruct(model, sentence, "PlichtZin");
  if (norm.standing) text += "    static constexpr bool doorlopend = true;\n";
  if (isStandingNorm(norm) && !norm.term.last) text += "    static constexpr bool heropent = true;\n";
  if (isStandingNorm(norm)) text += "    bool van_begin() const { return o.aangenomen_; }\n";
  if (isStandingNorm(norm)) text += "    static constexpr bool staand = true;\n";
  text += member("Waarheid", "kan_ontstaan", "", canArise(model.graph, norm));
  text += condition(expressions, norm.binders, norm.condition, scope);
  const std::string follows = applies(model, expressions, norm, scope, true);
  if (!follows.empty()) text += member("Waarheid", "geldt", "", follows);
  if (norm.standing && norm.unless)
    text += member("Waarheid", "uitzondering", "", expressions.truth(norm.unless, scope));
  const std::string performed = fulfilled(model, expressions, norm, scope);
  if (!performed.empty()) text += member("Waarheid", "vervuld", "", performed);
  if (norm.term.last) text += member("Moment", "uiterlijk", "", expressions.value(norm.term.last, scope));
  if (norm.breachWhen) text += member("Waarheid", "schending", "", expressions.truth(norm.breachWhen, scope));
  if (!suspension.empty()) {
    const EntityUse* entity = sentence.over ? model.entityOf(*sentence.over) : nullptr;
    limits.not_(norm.bearer.slot || norm.bearer.expression,
                {"een partij die van het geval afhangt, en wier plichten stil kunnen staan",
                 "a party that depends on the case and whose duties can stand still"});
    const std::string own = entity != nullptr ? " && s.volgnummer != " + entity->name + ".wie.volgnummer" : "";
    text += "    bool treft(const Stilstand& s) const { return (" + suspension + ")" + own + "; }\n";
    text += member("Waarheid", "opgeschort", "", "o.staat_stil(v, *this)");
    text += "    Dag opgeschort_sinds() const { return o.stil_sinds(*this); }\n";
  }
  return text + "  };\n";
}

std::string prohibitionStruct(Model& model, Expressions& expressions, const Sentence& sentence) {
  const graph::NormId id{sentence.node.index};
  const graph::Norm& norm = at(model.graph.norms, id);
  const Scope scope = scopeOf(model, sentence);
  Limits limits(model, norm.where);
  limitNorm(limits, model.graph, norm, id);
  const std::string lasts = fulfilled(model, expressions, norm, scope);
  limits.not_(!lasts.empty() && norm.consent, {"toestemming voor iets dat zo is", "consent for something being so"});
  std::string text = begunStruct(model, sentence, "VerbodZin");
  if (!lasts.empty())
    text += "    static constexpr bool duurt = true;\n    std::string_view door() const { return o.door_; }\n" +
            member("Waarheid", "daad", "", lasts);
  if (isStandingNorm(norm)) text += "    bool van_begin() const { return o.aangenomen_; }\n";
  if (isStandingNorm(norm)) text += "    static constexpr bool staand = true;\n";
  text += member("Waarheid", "kan_ontstaan", "", canArise(model.graph, norm));
  text += condition(expressions, norm.binders, norm.condition, scope);
  const std::string follows = applies(model, expressions, norm, scope, true);
  if (!follows.empty()) text += member("Waarheid", "geldt", "", follows);
  return text + "  };\n";
}

std::string powerStruct(Model& model, Expressions& expressions, const Sentence& sentence) {
  const graph::NormId id{sentence.node.index};
  const graph::Norm& norm = at(model.graph.norms, id);
  const Scope scope = scopeOf(model, sentence);
  Limits limits(model, norm.where);
  limitNorm(limits, model.graph, norm, id);
  limits.not_(!norm.binders.empty(), {"een bevoegdheid over een exemplaar", "a power over an instance"});
  limits.not_(norm.bearer.expression.valid(), {"een bevoegdheid van een partij die van het geval afhangt",
                                               "a power of a party that depends on the case"});
  limits.not_(norm.effectTime != graph::EffectTime::immediately, {"een opzegtermijn", "a period of notice"});
  limits.not_(norm.oncePer || norm.oncePerCalendarYear, {"«ten hoogste eenmaal per …»", "«ten hoogste eenmaal per …»"});
  std::string text = begunStruct(model, sentence, "BevoegdheidZin");
  if (norm.repeatable) text += "    static constexpr bool herhaalbaar = true;\n";
  if (isStandingNorm(norm)) text += "    static constexpr bool staand = true;\n";
  text += member("Waarheid", "kan_ontstaan", "", canArise(model.graph, norm));
  text += condition(expressions, norm.binders, norm.condition, scope);
  const std::string follows = applies(model, expressions, norm, scope, true);
  if (!follows.empty()) text += member("Waarheid", "geldt", "", follows);
  if (norm.term.last) text += member("Moment", "uiterlijk", "", expressions.value(norm.term.last, scope));
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
  limits.not_(amount.kind != AmountKind::posted && !interest,
              {"een bedrag dat per dag of per keer oploopt", "an amount that grows per day or per occurrence"});
  limits.not_(interest && (!overInvoice || !amount.table),
              {"rente over iets anders dan een factuur, of naar een overeengekomen tarief",
               "interest over something else than an invoice, or at an agreed rate"});
  limits.not_(!amount.owed,
              {"een bedrag dat nog in rekening gebracht moet worden", "an amount that is still to be charged"});
  limits.not_(amount.trigger.has_value(),
              {"een bedrag dat bij een gebeurtenis ontstaat", "an amount that arises at an event"});
  limits.not_(amount.due.valid(), {"een bedrag met een termijn", "an amount with a term"});
  for (const graph::Amount& other : model.graph.amounts)
    limits.not_(isStandard(model.graph, other.guard) && contains(other.defeats, graph::AmountId{sentence.node.index}),
                {"een bedrag dat voor een ander wijkt", "an amount that yields to another"});
  std::string text = begunStruct(model, sentence, "BedragZin");
  text += condition(expressions, amount.binders, amount.condition, scope);
  std::string runs;
  const auto add = [&](const std::string& part) {
    runs = runs.empty() ? part : "en(v, [&] { return " + runs + "; }, [&] { return " + part + "; })";
  };
  if (amount.during) add(expressions.truth(amount.during, scope));
  if (amount.unless) add("niet(" + expressions.truth(amount.unless, scope) + ")");
  if (amount.voidWhen) add("niet(" + expressions.truth(amount.voidWhen, scope) + ")");
  if (!runs.empty()) text += member("Waarheid", "loopt", "", runs);
  if (amount.value)
    text += member("Mogelijk<Centen>", "waarde", "", "centen(" + expressions.value(amount.value, scope) + ")");
  return text + "  };\n";
}

}  // namespace

std::string structOf(Model& model, Expressions& expressions, const Sentence& sentence) {
  if (sentence.node.kind == NodeKind::state) return stateStruct(model, expressions, sentence);
  if (sentence.node.kind == NodeKind::amount) return amountStruct(model, expressions, sentence);
  if (sentence.node.kind == NodeKind::right) return rightStruct(model, expressions, sentence);
  const graph::NormKind kind = model.graph.norms[sentence.node.index].kind;
  if (kind == graph::NormKind::prohibition) return prohibitionStruct(model, expressions, sentence);
  return graph::isPower(kind) ? powerStruct(model, expressions, sentence) : dutyStruct(model, expressions, sentence);
}

std::string relationOf(Model& model, Expressions& expressions, std::uint32_t index) {
  const graph::State& state = model.graph.states[index];
  Scope scope{&state.where, ""};
  std::string parameters;
  for (const graph::Binder& binder : state.binders) {
    const EntityUse* entity = model.entityOf(binder.entity);
    if (entity == nullptr || binder.where) {
      model.refuse(state.where,
                   {Phrasing{"een toestand van een partij en een exemplaar", "a state of a party and an instance"}});
      return {};
    }
    scope.slots.push_back({Bound::Kind::instance, entity->id, entity->event, graph::Party::none, entity->name});
    parameters += ", [[maybe_unused]] const " + entity->type + "& " + entity->name;
  }
  if (!state.begins.empty() || state.voidWhen || !state.defeatedBy.empty() ||
      state.report != graph::StateReport::hidden) {
    model.refuse(state.where, {Phrasing{"een toestand van twee exemplaren met een begin",
                                        "a state of two instances with a beginning"}});
    return {};
  }
  std::string whole = state.during ? expressions.truth(state.during, scope) : "Waarheid::nee";
  if (state.unless)
    whole =
        "en(v, [&] { return " + whole + "; }, [&] { return niet(" + expressions.truth(state.unless, scope) + "); })";
  const bool reads = whole.find("(v") != std::string::npos;
  return comment(model, {NodeKind::state, index}, "  ") + "  template <class V> Waarheid " + model.relations.at(index) +
         "(V&" + (reads ? " v" : "") + parameters + ") const { return " + whole + "; }\n";
}

}  // namespace beding::generate

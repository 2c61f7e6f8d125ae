#include "generate/sentences.h"

#include <algorithm>
#include <map>

#include "generate/claims.h"
#include "generate/norms.h"
#include "graph/opposition.h"

namespace beding::generate {

using graph::ExpressionId;
using graph::NodeKind;

std::string member(const std::string& type, const std::string& name, const std::string& parameters,
                   const std::string& body) {
  const bool reads = body.find("(v") != std::string::npos || body.find(", v)") != std::string::npos;
  return "    template <class V> " + type + " " + name + "(" + parameters + (reads ? "[[maybe_unused]] V& v" : "V&") +
         ") const { return " + body + "; }\n";
}

std::string passesByHour() {
  return "    template <class V> Waarheid uren_voorbij(V& v, const Uurmoment& moment) const { return o.uren_voorbij(v, "
         "moment); "
         "}\n";
}

std::string flag(bool is, const char* name) {
  return is ? "    static constexpr bool " + std::string(name) + " = true;\n" : "";
}

void limitBinders(Limits& limits, const std::vector<graph::Binder>& binders) {
  limits.not_(binders.size() > 2,
              {"een zin over meer dan twee exemplaren", "a sentence about more than two instances"});
  limits.not_(binders.size() == 2 && binders[0].entity == binders[1].entity,
              {"een zin over twee exemplaren van een soort", "a sentence about two instances of one kind"});
}

namespace {

std::string joined(const char* function, const std::vector<std::string>& parts, const char* ofNone) {
  if (parts.empty()) return ofNone;
  if (parts.size() == 1) return parts.front();
  std::string whole = std::string(function) + "(v";
  for (const std::string& part : parts) whole += ", [&] { return " + part + "; }";
  return whole + ")";
}

}  // namespace

std::string allOf(const std::vector<std::string>& parts) { return joined("en", parts, "Waarheid::ja"); }
std::string oneOf(const std::vector<std::string>& parts) { return joined("of", parts, "Waarheid::nee"); }
std::string eachAsked(const std::vector<std::string>& parts) { return joined("elk_van", parts, "Waarheid::ja"); }

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

Combinations combinationsOf(const Model& model, const Expressions& expressions,
                            const std::vector<graph::Binder>& binders, const graph::Provenance& where) {
  Combinations all{Scope{&where, ""}, "", ""};
  for (graph::Slot slot = 0; slot < binders.size(); ++slot) {
    const EntityUse* entity = model.entityOf(binders[slot].entity);
    if (entity == nullptr) continue;
    all.scope = all.scope.with(slot, expressions.eachOf(*entity, slot, all.scope));
    const std::string code = all.scope.at(slot).code;
    all.loops += "    for (const " + entity->type + "& " + code + " : " + entity->list + ")\n  ";
    all.key = all.key.empty() ? code + ".sleutel" : "samen(" + all.key + ", " + code + ".sleutel)";
  }
  if (all.key.empty()) all.key = "{}";
  return all;
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

namespace {

/// Judgements that are assumed, and days of several of which one may be open.
bool assumes(const graph::Graph& graph, graph::NodeRef node) {
  return node.kind == NodeKind::judgement && graph.judgements[node.index].assumed.has_value();
}

bool assumesDays(const graph::Graph& graph, ExpressionId id) {
  if (!id) return false;
  const graph::Expression& expression = at(graph.expressions, id);
  const bool extreme = expression.op == graph::Op::minimum || expression.op == graph::Op::maximum;
  if (extreme && (expression.type == Type::date || expression.type == Type::instant)) return true;
  return std::any_of(expression.operands.begin(), expression.operands.end(),
                     [&](ExpressionId operand) { return assumesDays(graph, operand); });
}

/// Whether it asks if a power was used, and so all that the use rested on.
bool readsExercises(const graph::Graph& graph, graph::NodeRef node) {
  return readsSuch(graph, node, [](const graph::Expression& expression) {
    return expression.op == graph::Op::valid || expression.op == graph::Op::exercised;
  });
}

}  // namespace

bool restsOnAssumption(const Model& model, graph::NodeRef node) {
  const auto& judgements = model.graph.judgements;
  const bool any =
      std::any_of(judgements.begin(), judgements.end(), [](const auto& each) { return each.assumed.has_value(); });
  std::set<graph::NodeRef> seen;
  std::vector<graph::NodeRef> open = {node};
  while (!open.empty()) {
    const graph::NodeRef next = open.back();
    open.pop_back();
    if (!seen.insert(next).second) continue;
    if (assumes(model.graph, next)) return true;
    if (next.kind == NodeKind::quantity && assumesDays(model.graph, model.graph.quantities[next.index].value))
      return true;
    const bool passesOn = next == node || next.kind == NodeKind::state || next.kind == NodeKind::quantity ||
                          next.kind == NodeKind::parameter;
    if (!passesOn) continue;
    if (any && readsExercises(model.graph, next)) return true;
    for (const graph::NodeRef read : model.readsOf(next)) open.push_back(read);
  }
  return false;
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

/// What goes before another does so while its own condition is true; without one, while it holds.
std::string goesBefore(const Model& model, Expressions& expressions, graph::StateId id, const Sentence& yields,
                       Limits& limits) {
  const graph::State& first = at(model.graph.states, id);
  const Sentence* sentence = model.sentenceOf({NodeKind::state, id.index});
  const bool same = sentence != nullptr && sentence->over == yields.over && sentence->beside == yields.beside;
  limits.not_(!same, {"een toestand die wijkt voor een over iets anders", "a state that yields to one about another"});
  if (!same) return {};
  const Scope scope = scopeOf(model, *sentence);
  if (!first.beginCondition && !first.during && !first.unless) {
    std::string about;
    for (const Bound& bound : scope.slots) about += ", " + bound.code;
    const std::string own = record(model, *sentence);
    return "lees(v, " + std::string(scope.slots.empty() ? "o." : "") + own + ", " + sentence->type + "{{}, o" + about +
           "})";
  }
  std::vector<std::string> parts;
  if (first.beginCondition) parts.push_back(expressions.truth(first.beginCondition, scope));
  if (first.during) parts.push_back(expressions.truth(first.during, scope));
  if (first.unless) parts.push_back("niet(" + expressions.truth(first.unless, scope) + ")");
  return allOf(parts);
}

std::string stateStruct(Model& model, Expressions& expressions, const Sentence& sentence) {
  const graph::State& state = model.graph.states[sentence.node.index];
  const Scope scope = scopeOf(model, sentence);
  Limits limits(model, state.where);
  limitBinders(limits, state.binders);
  const bool reported = model.reports(sentence.node);
  limits.not_(reported && model.graph.inForce.index == sentence.node.index,
              {"het van kracht zijn van de Overeenkomst als uitkomst", "the agreement being in force as an outcome"});
  for (const graph::Binder& binder : state.binders)
    limits.not_(binder.where.valid(),
                {"een toestand van exemplaren met een voorwaarde", "a state of instances with a condition"});
  std::string text = begunStruct(model, sentence, "ToestandZin");
  text += flag(restsOnAssumption(model, sentence.node), "veronderstelt");
  if (state.begins.empty() && !state.during) text += "    static constexpr bool eigen = false;\n";
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
  std::vector<std::string> ends;
  for (const graph::Trigger& end : state.ends)
    if (end.becomes) ends.push_back(expressions.truth(end.becomes, scope));
  if (!ends.empty()) text += member("Waarheid", "eindigt", "", oneOf(ends));
  if (state.beginCondition) text += member("Waarheid", "mits", "", expressions.truth(state.beginCondition, scope));
  if (state.during) text += member("Waarheid", "zolang", "", expressions.truth(state.during, scope));
  std::vector<std::string> unless;
  for (const ExpressionId id : {state.unless, state.voidWhen})
    if (id) unless.push_back(expressions.truth(id, scope));
  for (const graph::StateId other : state.defeatedBy)
    if (isStandard(model.graph, at(model.graph.states, other).guard))
      unless.push_back(goesBefore(model, expressions, other, sentence, limits));
  if (!unless.empty()) text += member("Waarheid", "tenzij", "", oneOf(unless));
  if (reported && state.lastDay) text += member("Moment", "laatste_dag", "", expressions.value(state.lastDay, scope));
  return text + "  };\n";
}

}  // namespace

std::string structOf(Model& model, Expressions& expressions, const Sentence& sentence) {
  if (sentence.node.kind == NodeKind::state) return stateStruct(model, expressions, sentence);
  if (sentence.node.kind == NodeKind::amount) return amountStruct(model, expressions, sentence);
  if (sentence.node.kind == NodeKind::right) return rightStruct(model, expressions, sentence);
  if (sentence.node.kind == NodeKind::effect) return effectStruct(model, expressions, sentence);
  return normStruct(model, expressions, sentence);
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

#include "generate/report.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "generate/norms.h"
#include "generate/sentences.h"

namespace beding::generate {

using graph::NodeKind;

namespace {

std::string partyName(graph::Party party) {
  return party == graph::Party::contractor ? "Opdrachtnemer" : party == graph::Party::client ? "Opdrachtgever" : "";
}
graph::Party other(graph::Party party) {
  return party == graph::Party::contractor ? graph::Party::client
         : party == graph::Party::client   ? graph::Party::contractor
                                           : party;
}

struct Heading {
  std::string name;
  std::string lid;
  std::string words;
  std::string kind;
  std::string bearer;
  std::string counterparty;
};

/// `static constexpr Kop kop_betaling{…};`
std::string text(const Heading& heading) {
  const std::string json =
      "{\"lid\":\"" + heading.lid + "\",\"naam\":\"" + heading.words + "\",\"soort\":\"" + heading.kind + "\"";
  const std::string parties =
      heading.bearer.empty() ? ""
                             : ",\"drager\":\"" + heading.bearer + "\",\"jegens\":\"" + heading.counterparty + "\"";
  std::string whole = "  static constexpr Kop kop_" + heading.name + "{";
  for (const std::string* part :
       {&heading.lid, &heading.words, &heading.kind, &heading.bearer, &heading.counterparty, &json})
    whole += literal(*part) + ", ";
  return whole + literal(parties) + "};\n";
}

Heading headingOf(const Model& model, const Sentence& sentence) {
  const graph::Graph& graph = model.graph;
  const graph::Provenance& where = graph::whereOf(graph, sentence.node);
  Heading heading{sentence.heading, lidOf(graph, where), graph::nameOf(graph, sentence.node), "toestand", "", ""};
  if (sentence.node.kind == NodeKind::norm) {
    const graph::Norm& norm = graph.norms[sentence.node.index];
    const bool forbids = isProhibition(norm);
    heading.kind = forbids ? "verbod" : graph::isPower(norm.kind) ? "bevoegdheid" : "plicht";
    const graph::Party counterparty =
        norm.counterparty.fixed == graph::Party::none ? other(norm.bearer.fixed) : norm.counterparty.fixed;
    heading.bearer = partyName(norm.bearer.fixed);
    heading.counterparty = partyName(counterparty);
  }
  if (sentence.node.kind == NodeKind::amount) {
    const graph::Amount& amount = graph.amounts[sentence.node.index];
    heading.kind = "bedrag";
    heading.bearer = partyName(amount.debtor.fixed);
    heading.counterparty =
        partyName(amount.creditor.fixed == graph::Party::none ? other(amount.debtor.fixed) : amount.creditor.fixed);
  }
  if (sentence.node.kind == NodeKind::right) {
    const graph::Right& right = graph.rights[sentence.node.index];
    heading.kind = "recht";
    heading.bearer = partyName(right.holder.fixed);
    heading.counterparty = partyName(other(right.holder.fixed));
  }
  if (sentence.node.kind == NodeKind::state) {
    const graph::State& state = graph.states[sentence.node.index];
    if (state.report == graph::StateReport::presumption) heading.kind = "vermoeden";
    heading.bearer = partyName(state.bearer.fixed);
    heading.counterparty = partyName(other(state.bearer.fixed));
  }
  return heading;
}

/// Who bears it, and against whom.
std::pair<graph::PartyRef, graph::PartyRef> partiesOf(const graph::Graph& graph, graph::NodeRef node) {
  if (node.kind == NodeKind::norm) return {graph.norms[node.index].bearer, graph.norms[node.index].counterparty};
  if (node.kind == NodeKind::amount) return {graph.amounts[node.index].debtor, graph.amounts[node.index].creditor};
  if (node.kind == NodeKind::right) return {graph.rights[node.index].holder, {}};
  return {graph.states[node.index].bearer, {}};
}

/// The keys of its instances, but for the one that bears it.
std::string keyOf(const Model& model, const Sentence& sentence, const graph::PartyRef& bearer) {
  std::string key;
  const auto all = instancesOf(model, sentence);
  for (graph::Slot slot = 0; slot < all.size(); ++slot) {
    if (bearer.slot == slot) continue;
    const std::string own = all[slot]->name + ".sleutel";
    key = key.empty() ? own : "samen(" + key + ", " + own + ")";
  }
  return key.empty() ? "{}" : key;
}

std::string nameCode(Expressions& expressions, const graph::PartyRef& party, const Scope& scope) {
  const Bound who = expressions.actor(party, scope);
  if (who.code.empty()) return who.party == graph::Party::none ? "Partij::ander" : partyCode(who.party);
  return "[&] { [[maybe_unused]] Kijk v{nu_, slot_}; return naam(" + who.code + "); }()";
}

/// Whether it tells the running period.
bool isPeriod(const Model& model, const Sentence& sentence) {
  return sentence.node.kind == NodeKind::state && model.graph.term.declared &&
         contains(model.graph.term.reports, graph::StateId{sentence.node.index});
}

/// Which of the reports it is: the first tells the first period, the second what is renewed.
std::string periodPlace(const graph::Graph& graph, const Sentence& sentence) {
  const auto& reports = graph.term.reports;
  const auto place = std::find(reports.begin(), reports.end(), graph::StateId{sentence.node.index}) - reports.begin();
  return ", " + std::to_string(place) + ", " + std::to_string(reports.size());
}

/// The call that reports one sentence, for each of its instances.
std::string call(const Model& model, Expressions& expressions, const Sentence& sentence) {
  const graph::Graph& graph = model.graph;
  std::string function = "meld_toestand";
  if (sentence.node.kind == NodeKind::norm)
    function = graph::isPower(graph.norms[sentence.node.index].kind) ? "meld_bevoegdheid" : "meld_plicht";
  if (sentence.node.kind == NodeKind::norm && isProhibition(graph.norms[sentence.node.index])) function = "meld_verbod";
  if (sentence.node.kind == NodeKind::amount) {
    const graph::AmountKind kind = graph.amounts[sentence.node.index].kind;
    function = kind == graph::AmountKind::interest   ? "meld_rente"
               : kind == graph::AmountKind::followed ? "meld_formule"
                                                     : "meld_bedrag";
  }
  if (isPeriod(model, sentence))
    return "    meld_periode(kop_" + sentence.heading + periodPlace(graph, sentence) + ");\n";
  if (sentence.node.kind == NodeKind::right) function = "meld_recht";
  const auto [bearer, against] = partiesOf(graph, sentence.node);
  const Scope scope = [&] {
    Scope own = scopeOf(model, sentence);
    own.contract.clear();
    return own;
  }();
  std::string about = keyOf(model, sentence, bearer);
  if (bearer.slot || bearer.expression)
    about = "{" + about + ", " + nameCode(expressions, bearer, scope) + ", " +
            (against.slot || against.expression ? nameCode(expressions, against, scope)
                                                : "andere(" + nameCode(expressions, bearer, scope) + ")") +
            "}";
  else if (sentence.node.kind == NodeKind::norm || sentence.node.kind == NodeKind::state ||
           sentence.node.kind == NodeKind::right)
    about = "{" + about + "}";
  const bool tried =
      sentence.node.kind == NodeKind::norm && (graph::isPower(graph.norms[sentence.node.index].kind) ||
                                               graph.norms[sentence.node.index].kind == graph::NormKind::noPower);
  const std::string attempts = tried ? "    meld_pogingen(" + std::to_string(sentence.number) + ");\n" : "";
  return attempts + eachInstance(model, sentence, "    ", true) + (sentence.over ? "" : "    ") + function + "(kop_" +
         sentence.heading + ", " + about + ", " + record(model, sentence) + ", " + made(model, sentence) + ");\n";
}

/// What another lid shows in its place, while that lid's condition is true.
std::string inItsPlace(const Model& model, Expressions& expressions, graph::ParameterId parameter) {
  std::string text;
  for (const graph::QuantityId other : inPlaceOf(model.graph, parameter)) {
    const graph::Quantity& quantity = at(model.graph.quantities, other);
    const Scope scope{&quantity.where, ""};
    const bool counts = valueType(quantity.type) == "Mogelijk<Getal>";
    text += (quantity.condition ? "if (" + expressions.truth(quantity.condition, scope) + " == Waarheid::ja) " : "") +
            "return " +
            (counts ? expressions.number(quantity.value, scope) : expressions.value(quantity.value, scope)) + "; ";
  }
  return text;
}

/// What the source leaves open is of no kind yet, unless a sentence reckons with it.
bool hasUnit(Type type) {
  return type == Type::money || type == Type::number || type == Type::percentage || type == Type::duration ||
         type == Type::date || type == Type::instant;
}

std::string parameterCall(const Model& model, Expressions& expressions, std::uint32_t index) {
  const graph::Parameter& parameter = model.graph.parameters[index];
  const std::string name = model.parameters.at(index);
  const std::string whole = valueType(parameter.type);
  const bool anything = !parameter.value && !hasUnit(parameter.type);
  const std::string type = anything                         ? "Waarde"
                           : whole == "Moment"              ? "Dag"
                           : whole.starts_with("Mogelijk<") ? whole.substr(9, whole.size() - 10)
                                                            : whole;
  std::string text;
  const bool money = parameter.type == Type::money;
  const std::string other = inItsPlace(model, expressions, graph::ParameterId{index});
  std::string value = name + (parameter.value ? "" : "<" + type + ">") + "(v, true)";
  if (!other.empty()) value = "[&]() -> Mogelijk<" + type + "> { " + other + "return " + value + "; }()";
  if (parameter.reported)
    text += "    { Kijk v{nu_, slot_}; meld_waarde(kop_waarde_" + std::to_string(index) + ", " +
            (money ? "centen(" + value + ")" : value) + "); }\n";
  const auto agreed = agreements(model.graph);
  if (!agreed) return text;
  return text + "    meld_afspraken<" + type + ">(kop_afspraak_" + std::to_string(index) + ", gebeurde_" +
         identifier(at(model.graph.events, *agreed).name) + "_, " + literal(bareName(parameter.name)) +
         ", [&](auto& v, const auto& g) { return " + name + "_afspraak(v, g); });\n";
}

bool isReported(const Model& model, std::uint32_t quantity) {
  return model.graph.quantities[quantity].reported && model.reports({NodeKind::quantity, quantity});
}

/// An amount of each instance.
std::string quantityCall(const Model& model, Expressions& expressions, std::uint32_t index) {
  const graph::Quantity& quantity = model.graph.quantities[index];
  const auto [scope, loops, key] = combinationsOf(model, expressions, quantity.binders, quantity.where);
  const auto reading = [](const std::string& body) { return "[&]([[maybe_unused]] auto& v) { return " + body + "; }"; };
  return loops + "    meld_grootheid(kop_grootheid_" + std::to_string(index) + ", " + key + ", " +
         reading(quantity.condition ? expressions.truth(quantity.condition, scope) : "Waarheid::ja") + ", " +
         reading(expressions.number(quantity.value, scope)) + ");\n";
}

std::string propertyHeading(const Model& model, std::uint32_t index) {
  const graph::Property& property = model.graph.properties[index];
  return text(
      {"eigenschap_" + std::to_string(index), lidOf(model.graph, property.where), property.name, "eigenschap", "", ""});
}

}  // namespace

std::string headingsOf(const Model& model) {
  std::string whole;
  for (const Sentence& sentence : model.sentences) {
    if (!model.reports(sentence.node) || sentence.node.kind == NodeKind::effect) continue;
    Heading heading = headingOf(model, sentence);
    whole += text(heading);
    const bool denial =
        sentence.node.kind == NodeKind::norm && model.graph.norms[sentence.node.index].kind == graph::NormKind::noPower;
    if (heading.kind != "bevoegdheid" && !denial) continue;
    heading.name += "_poging";
    heading.kind = "uitoefening";
    whole += text(heading);
  }
  for (std::uint32_t i = 0; i < model.graph.properties.size(); ++i)
    if (model.has(NodeKind::property, i) && model.reports({NodeKind::property, i})) whole += propertyHeading(model, i);
  for (const auto& [index, name] : model.parameters) {
    const graph::Parameter& parameter = model.graph.parameters[index];
    const std::string lid = lidOf(model.graph, parameter.where), own = std::to_string(index);
    if (parameter.reported) whole += text({"waarde_" + own, lid, parameter.name, "eigenschap", "", ""});
    if (agreements(model.graph)) whole += text({"afspraak_" + own, lid, parameter.name, "uitoefening", "", ""});
  }
  for (const auto& [index, name] : model.quantities) {
    const graph::Quantity& quantity = model.graph.quantities[index];
    if (isReported(model, index))
      whole += text(
          {"grootheid_" + std::to_string(index), lidOf(model.graph, quantity.where), quantity.name, "bedrag", "", ""});
  }
  for (const auto& [index, name] : model.limits) {
    if (!model.reports({NodeKind::limit, index})) continue;
    const graph::Limit& limit = model.graph.limits[index];
    const graph::Party against =
        limit.counterparty.fixed == graph::Party::none ? other(limit.bearer.fixed) : limit.counterparty.fixed;
    whole += text({name, lidOf(model.graph, limit.where), limit.name,
                   limit.kind == graph::LimitKind::indemnity ? "vrijwaring" : "beperking",
                   partyName(limit.bearer.fixed), partyName(against)});
  }
  return whole;
}

std::string reportOf(const Model& model, Expressions& expressions, const std::vector<LimitCall>& limits) {
  struct Call {
    std::string lid;
    std::string text;
  };
  std::vector<Call> calls;
  for (const Sentence& sentence : model.sentences)
    if (model.reports(sentence.node) && sentence.node.kind != NodeKind::effect)
      calls.push_back({graph::whereOf(model.graph, sentence.node).lid, call(model, expressions, sentence)});
  for (std::uint32_t i = 0; i < model.graph.properties.size(); ++i)
    if (model.has(NodeKind::property, i) && model.reports({NodeKind::property, i}))
      calls.push_back({model.graph.properties[i].where.lid, "    meld_waarde(kop_eigenschap_" + std::to_string(i) +
                                                                ", " + literal(model.graph.properties[i].value) +
                                                                ");\n"});
  for (const auto& [index, name] : model.parameters)
    if (model.reports({NodeKind::parameter, index}))
      calls.push_back({model.graph.parameters[index].where.lid, parameterCall(model, expressions, index)});
  for (const auto& [index, name] : model.quantities)
    if (isReported(model, index))
      calls.push_back({model.graph.quantities[index].where.lid, quantityCall(model, expressions, index)});
  for (const LimitCall& limit : limits) calls.push_back({limit.lid, limit.text});
  std::stable_sort(calls.begin(), calls.end(),
                   [](const Call& a, const Call& b) { return compareNumbered(a.lid, b.lid) < 0; });
  std::string whole;
  for (const Call& each : calls) whole += each.text;
  return whole;
}

}  // namespace beding::generate

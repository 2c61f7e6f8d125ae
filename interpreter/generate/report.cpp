#include "generate/report.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
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
    heading.kind = graph::isPower(norm.kind) ? "bevoegdheid" : "plicht";
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

bool isReported(const Model& model, const Sentence& sentence) {
  return sentence.node.kind != NodeKind::state ||
         model.graph.states[sentence.node.index].report != graph::StateReport::hidden;
}

/// The call that reports one sentence, for each of its instances.
std::string call(const Model& model, const Sentence& sentence) {
  const graph::Graph& graph = model.graph;
  std::string function = "meld_toestand";
  if (sentence.node.kind == NodeKind::norm)
    function = graph::isPower(graph.norms[sentence.node.index].kind) ? "meld_bevoegdheid" : "meld_plicht";
  if (sentence.node.kind == NodeKind::amount)
    function = graph.amounts[sentence.node.index].kind == graph::AmountKind::interest ? "meld_rente" : "meld_bedrag";
  if (sentence.node.kind == NodeKind::right) function = "meld_recht";
  const EntityUse* entity = sentence.over ? model.entityOf(*sentence.over) : nullptr;
  const std::string key = entity != nullptr ? entity->name + ".sleutel" : "{}";
  const std::string one = function + "(kop_" + sentence.heading + ", " + key + ", " + record(model, sentence) + ", " +
                          made(model, sentence) + ");\n";
  if (entity == nullptr) return "    " + one;
  return "    for (const " + entity->type + "& " + entity->name + " : " + entity->list + ")\n      " + one;
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
    if (!isReported(model, sentence)) continue;
    Heading heading = headingOf(model, sentence);
    whole += text(heading);
    if (heading.kind != "bevoegdheid") continue;
    heading.name += "_poging";
    heading.kind = "uitoefening";
    whole += text(heading);
  }
  for (std::uint32_t i = 0; i < model.graph.properties.size(); ++i)
    if (model.has(NodeKind::property, i)) whole += propertyHeading(model, i);
  for (const auto& [index, name] : model.limits) {
    const graph::Limit& limit = model.graph.limits[index];
    const graph::Party against =
        limit.counterparty.fixed == graph::Party::none ? other(limit.bearer.fixed) : limit.counterparty.fixed;
    whole += text({name, lidOf(model.graph, limit.where), limit.name,
                   limit.kind == graph::LimitKind::indemnity ? "vrijwaring" : "beperking",
                   partyName(limit.bearer.fixed), partyName(against)});
  }
  return whole;
}

std::string reportOf(const Model& model, const std::vector<LimitCall>& limits) {
  struct Call {
    std::string lid;
    std::string text;
  };
  std::vector<Call> calls;
  for (const Sentence& sentence : model.sentences)
    if (isReported(model, sentence))
      calls.push_back({graph::whereOf(model.graph, sentence.node).lid, call(model, sentence)});
  for (std::uint32_t i = 0; i < model.graph.properties.size(); ++i)
    if (model.has(NodeKind::property, i))
      calls.push_back({model.graph.properties[i].where.lid, "    meld_waarde(kop_eigenschap_" + std::to_string(i) +
                                                                ", " + literal(model.graph.properties[i].value) +
                                                                ");\n"});
  for (const LimitCall& limit : limits) calls.push_back({limit.lid, limit.text});
  std::stable_sort(calls.begin(), calls.end(),
                   [](const Call& a, const Call& b) { return compareNumbered(a.lid, b.lid) < 0; });
  std::string whole;
  for (const Call& each : calls) whole += each.text;
  return whole;
}

}  // namespace beding::generate

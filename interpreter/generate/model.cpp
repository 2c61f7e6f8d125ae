#include "generate/model.h"

#include <algorithm>

#include "base/text.h"

namespace beding::generate {

using graph::NodeKind;
using graph::NodeRef;

Model::Model(const graph::Graph& whole, Reached nodes, std::vector<std::string> lids)
    : graph(whole), reached(std::move(nodes)), reported(std::move(lids)) {
  // Those of the fixed part.
  for (const char* taken : {"Aantekening",  "Agenda",      "Bedrag",       "BedragZin",
                            "Begin",        "Beurt",       "Bevoegdheid",  "BevoegdheidZin",
                            "Centen",       "Dag",         "Datum",        "Gebeurd",
                            "Gebeurde",     "Gebeurtenis", "Geheugen",     "Getal",
                            "Gevraagd",     "Grootboek",   "JaarMaandDag", "Kennis",
                            "Kijk",         "Kop",         "Laatste",      "Lijst",
                            "Loop",         "Mogelijk",    "Moment",       "Niets",
                            "NormZin",      "Onderwerp",   "Oordelen",     "Orde",
                            "Overeenkomst", "Overtreding", "Partij",       "Past",
                            "Plafond",      "Plicht",      "PlichtZin",    "Poging",
                            "Post",         "Recht",       "RechtZin",     "Rekening",
                            "Renteloop",    "Rij",         "Schadegeval",  "Soort",
                            "Stap",         "Status",      "Stilstand",    "Tarief",
                            "Tarieven",     "Termijn",     "Toestand",     "ToestandZin",
                            "Twijfel",      "Uitkomst",    "Uitkomsten",   "Verbod",
                            "VerbodZin",    "Vorm",        "Vraag",        "Vraagt",
                            "Waarheid",     "Wekker",      "Wekkers",      "Wie"})
    types_.fresh(taken);
  nameEntities();
  nameSentences();
  nameValues();
}

/// The two parties are instances too, of a kind that no event brings about.
void Model::nameEntities() {
  if (has(NodeKind::entity, 0))
    entities.push_back({graph::EntityId{0}, {}, types_.fresh("EenPartij"), members_.fresh("partij"), "lijst_partij_"});
  for (std::uint32_t i = 1; i < graph.entities.size(); ++i) {
    const graph::Entity& entity = graph.entities[i];
    if (!has(NodeKind::entity, i)) continue;
    const auto& ways = at(graph.patterns, entity.created).alternatives;
    if (ways.size() != 1)
      refuse(entity.where, worded({"een zaak die bij meer soorten gebeurtenissen ontstaat («{0}»)",
                                   "a thing that comes into being at several kinds of events («{0}»)"},
                                  {entity.name}));
    const std::string name = members_.fresh(identifier(entity.name));
    entities.push_back(
        {graph::EntityId{i}, ways.front().type, types_.fresh(typeName(entity.name)), name, "lijst_" + name + "_"});
  }
}

namespace {

std::string subjectOf(const graph::Graph& graph, NodeRef node) {
  const auto binders = graph::bindersOf(graph, node);
  return binders.size() == 1 ? at(graph.entities, binders.front().entity).name : std::string();
}

}  // namespace

void Model::add(NodeRef node) {
  const auto binders = graph::bindersOf(graph, node);
  Sentence sentence;
  sentence.node = node;
  const std::string words = graph::nameOf(graph, node);
  const bool state = node.kind == NodeKind::state;
  const std::string subject = subjectOf(graph, node);
  const std::string name = state ? predicate(words, subject) : identifier(words);
  const std::string lid = identifier(graph::whereOf(graph, node).lid);
  if (!binders.empty()) sentence.over = binders.front().entity;
  if (binders.size() > 1) sentence.beside = binders[1].entity;
  sentence.name = (sentence.over ? fields_[*sentence.over] : members_).fresh(name, lid);
  sentence.heading = headings_.fresh(name, lid);
  sentence.type = types_.fresh((state && !subject.empty() ? typeName(subject) : "") + typeName(name), typeName(lid));
  sentence.number = static_cast<std::uint32_t>(sentences.size());
  sentences.push_back(sentence);
}

/// Norms whose term states read come first; then states, in the order in which they read each other.
void Model::nameSentences() {
  const auto each = [&](NodeKind kind, auto wanted) {
    for (std::uint32_t i = 0; i < graph::countOf(graph, kind); ++i)
      if (has(kind, i) && wanted(i)) add({kind, i});
  };
  each(NodeKind::norm, [&](std::uint32_t i) { return graph.ledger.payment == graph::NormId{i}; });
  const auto isRelation = [&](std::uint32_t i) {
    const graph::State& state = graph.states[i];
    return state.binders.size() > 1 && state.begins.empty() && state.report == graph::StateReport::hidden;
  };
  each(NodeKind::state, [&](std::uint32_t i) { return !isRelation(i); });
  for (std::uint32_t i = 0; i < graph.states.size(); ++i)
    if (has(NodeKind::state, i) && isRelation(i))
      relations.emplace(i, members_.fresh(predicate(graph.states[i].name, "")));
  each(NodeKind::norm, [&](std::uint32_t i) { return graph::isPower(graph.norms[i].kind); });
  each(NodeKind::norm, [&](std::uint32_t i) { return graph.norms[i].kind == graph::NormKind::prohibition; });
  each(NodeKind::norm,
       [&](std::uint32_t i) { return graph::isDuty(graph.norms[i].kind) && graph.ledger.payment != graph::NormId{i}; });
  each(NodeKind::amount, [](std::uint32_t) { return true; });
  each(NodeKind::right, [](std::uint32_t) { return true; });
}

void Model::nameValues() {
  for (std::uint32_t i = 0; i < graph.quantities.size(); ++i)
    if (has(NodeKind::quantity, i))
      quantities.emplace(
          i, members_.fresh(identifier(graph.quantities[i].name), identifier(graph.quantities[i].where.lid)));
  for (std::uint32_t i = 0; i < graph.limits.size(); ++i)
    if (has(NodeKind::limit, i))
      limits.emplace(i, headings_.fresh(identifier(graph.limits[i].name), identifier(graph.limits[i].where.lid)));
}

const JudgementUse& Model::judgement(std::uint32_t index) {
  const graph::Judgement& judgement = graph.judgements[index];
  const auto [found, isNew] = judgements.try_emplace(index);
  if (!isNew) return found->second;
  const std::string name = "oordeel_" + identifier(judgement.words), lid = identifier(judgement.where.lid);
  return found->second = {types_.fresh(typeName(name), typeName(lid)), members_.fresh(name, lid) + "_"};
}

bool Model::hasDuties() const {
  return std::any_of(sentences.begin(), sentences.end(), [&](const Sentence& each) {
    return each.node.kind == NodeKind::norm && graph::isDuty(graph.norms[each.node.index].kind);
  });
}

bool Model::tellsCause() const {
  return std::any_of(sentences.begin(), sentences.end(), [&](const Sentence& each) {
    if (each.node.kind != NodeKind::norm) return false;
    const graph::Norm& norm = graph.norms[each.node.index];
    return norm.kind == graph::NormKind::prohibition && norm.act && at(graph.acts, norm.act).fulfilledWhen;
  });
}

bool Model::reports(NodeRef node) const {
  const bool hidden = node.kind == NodeKind::state && graph.states[node.index].report == graph::StateReport::hidden;
  return !hidden && (reported.empty() || isUnder(graph::whereOf(graph, node).lid, reported));
}

const Sentence* Model::sentenceOf(NodeRef node) const {
  const auto found =
      std::find_if(sentences.begin(), sentences.end(), [&](const Sentence& sentence) { return sentence.node == node; });
  return found == sentences.end() ? nullptr : &*found;
}

bool Model::hasPlace(graph::EntityId entity) const {
  return std::any_of(sentences.begin(), sentences.end(), [&](const Sentence& each) { return each.beside == entity; });
}

const EntityUse* Model::entityOf(graph::EntityId entity) const {
  const auto found =
      std::find_if(entities.begin(), entities.end(), [&](const EntityUse& each) { return each.id == entity; });
  return found == entities.end() ? nullptr : &*found;
}

EventUse& Model::event(EventTypeId type) {
  const auto [found, isNew] = events.try_emplace(type.index);
  if (isNew) found->second.type = types_.fresh(typeName(at(graph.events, type).name), "Gebeurtenis");
  return found->second;
}

std::string Model::field(EventTypeId type, std::uint32_t attribute) {
  const Attribute& meant = at(graph.events, type).attributes[attribute];
  return event(type).fields.try_emplace(attribute, identifier(meant.name)).first->second;
}

void Model::refuse(const graph::Provenance& where, Wording what) {
  Obstacle obstacle{lidOf(graph, where), where.file, where.line, std::move(what)};
  if (std::find(obstacles.begin(), obstacles.end(), obstacle) == obstacles.end())
    obstacles.push_back(std::move(obstacle));
}

std::string lidOf(const graph::Graph& graph, const graph::Provenance& where) {
  const std::string& document = where.document.empty() ? graph.document : where.document;
  return where.lid.empty() ? document : document + ":" + where.lid;
}

std::string sentenceText(const graph::Provenance& where) { return withSingleSpaces(where.text); }

}  // namespace beding::generate

#include "generate/model.h"

#include <algorithm>

#include "base/text.h"
#include "generate/reads.h"

namespace beding::generate {

using graph::NodeKind;
using graph::NodeRef;

Model::Model(const graph::Graph& whole, Reached nodes, std::vector<std::string> lids,
             const std::set<std::string>& taken)
    : graph(whole),
      reached(std::move(nodes)),
      reported(std::move(lids)),
      space(Names(taken).fresh(identifier(whole.document))),
      types_(taken),
      members_(taken) {
  types_.fresh("Overeenkomst");
  types_.fresh("Gebeurtenis");
  for (const graph::Link& link : graph::linksOf(graph)) reads_[link.reader].push_back(link.read);
  nameEntities();
  nameOccasions();
  nameSentences();
  nameValues();
  findDerived();
  for (const Sentence& sentence : sentences) reads.push_back(generate::readsOf(*this, sentence));
}

const std::vector<NodeRef>& Model::readsOf(NodeRef node) const {
  static const std::vector<NodeRef> nothing;
  const auto found = reads_.find(node);
  return found == reads_.end() ? nothing : found->second;
}

/// The two parties are instances too, of a kind that no event brings about.
void Model::nameEntities() {
  if (has(NodeKind::entity, 0))
    entities.push_back({graph::EntityId{0}, {}, types_.fresh("EenPartij"), "partij", "lijst_partij_"});
  for (std::uint32_t i = 1; i < graph.entities.size(); ++i) {
    const graph::Entity& entity = graph.entities[i];
    if (!has(NodeKind::entity, i) || !entity.created) continue;
    const auto& ways = at(graph.patterns, entity.created).alternatives;
    const std::string name = members_.fresh(identifier(entity.name));
    entities.push_back(
        {graph::EntityId{i}, ways.front().type, types_.fresh(typeName(entity.name)), name, "lijst_" + name + "_"});
  }
}

bool isPerOccurrence(const graph::Norm& norm) {
  return norm.perOccurrence && norm.binders.empty() && norm.trigger && norm.trigger->pattern;
}

/// The last kinds of instances are the occasions of norms, in their order.
void Model::nameOccasions() {
  auto next =
      static_cast<std::uint32_t>(graph.entities.size() - static_cast<std::size_t>(std::count_if(
                                                             graph.norms.begin(), graph.norms.end(), isPerOccurrence)));
  for (std::uint32_t i = 0; i < graph.norms.size(); ++i) {
    if (!isPerOccurrence(graph.norms[i])) continue;
    const graph::EntityId id{next++};
    if (!has(NodeKind::norm, i)) continue;
    occasions_.emplace(NodeRef{NodeKind::norm, i}, id);
    const std::string name = members_.fresh(identifier(at(graph.entities, id).name));
    entities.push_back({id, at(graph.patterns, graph.norms[i].trigger->pattern).alternatives.front().type,
                        types_.fresh(typeName(name)), name, "lijst_" + name + "_", true});
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
  if (const auto occasion = occasions_.find(node); occasion != occasions_.end()) sentence.over = occasion->second;
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
  each(NodeKind::norm, [&](std::uint32_t i) {
    return graph.norms[i].kind == graph::NormKind::prohibition || graph.norms[i].kind == graph::NormKind::noPower;
  });
  each(NodeKind::norm, [&](std::uint32_t i) { return graph.norms[i].kind == graph::NormKind::requirement; });
  each(NodeKind::norm,
       [&](std::uint32_t i) { return graph::isDuty(graph.norms[i].kind) && graph.ledger.payment != graph::NormId{i}; });
  each(NodeKind::effect, [&](std::uint32_t i) {
    const graph::Effect& effect = graph.effects[i];
    return !effect.act && (effect.during || (effect.trigger && effect.trigger->becomes));
  });
  each(NodeKind::amount, [](std::uint32_t) { return true; });
  each(NodeKind::right, [](std::uint32_t) { return true; });
}

void Model::nameValues() {
  for (std::uint32_t i = 0; i < graph.parameters.size(); ++i)
    if (has(NodeKind::parameter, i) && isStandard(graph, graph.parameters[i].guard))
      parameters.emplace(
          i, members_.fresh("de_" + identifier(graph.parameters[i].name), identifier(graph.parameters[i].where.lid)));
  for (std::uint32_t i = 0; i < graph.quantities.size(); ++i)
    if (has(NodeKind::quantity, i))
      quantities.emplace(
          i, members_.fresh(identifier(graph.quantities[i].name), identifier(graph.quantities[i].where.lid)));
  for (std::uint32_t i = 0; i < graph.limits.size(); ++i)
    if (has(NodeKind::limit, i))
      limits.emplace(i, headings_.fresh(identifier(graph.limits[i].name), identifier(graph.limits[i].where.lid)));
}

JudgementUse& Model::judgement(std::uint32_t index) {
  const graph::Judgement& judgement = graph.judgements[index];
  const auto [found, isNew] = judgements.try_emplace(index);
  if (!isNew) return found->second;
  const std::string name = "oordeel_" + identifier(judgement.words), lid = identifier(judgement.where.lid);
  return found->second = {types_.fresh(typeName(name), typeName(lid)), members_.fresh(name, lid) + "_",
                          judgement.subject.valid()};
}

bool Model::tellsCause() const {
  return std::any_of(sentences.begin(), sentences.end(), [&](const Sentence& each) {
    if (each.node.kind != NodeKind::norm) return false;
    const graph::Norm& norm = graph.norms[each.node.index];
    return norm.kind == graph::NormKind::prohibition && norm.act && at(graph.acts, norm.act).fulfilledWhen;
  });
}

bool Model::reports(NodeRef node) const {
  const bool hidden = (node.kind == NodeKind::state && graph.states[node.index].report == graph::StateReport::hidden) ||
                      (node.kind == NodeKind::norm && graph.norms[node.index].kind == graph::NormKind::requirement);
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

std::string Model::person(const std::string& name) {
  if (std::find(persons.begin(), persons.end(), name) == persons.end()) persons.push_back(name);
  return "persoon_" + identifier(name);
}

std::string Model::numberOf(const std::string& instance) {
  numbersInstances = true;
  return instance + ".nummer";
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
  const std::string lid = lidOf(graph, where);
  Obstacle obstacle{where.lid.empty() ? lid.substr(0, lid.size() - 1) : lid, where.file, where.line, std::move(what)};
  if (std::find(obstacles.begin(), obstacles.end(), obstacle) == obstacles.end())
    obstacles.push_back(std::move(obstacle));
}

std::string lidOf(const graph::Graph& graph, const graph::Provenance& where) {
  return (where.document.empty() ? graph.document : where.document) + ":" + where.lid;
}

std::string sentenceText(const graph::Provenance& where) { return withSingleSpaces(where.text); }

}  // namespace beding::generate

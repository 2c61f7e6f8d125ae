// A contract joins documents. Where they say different things of one matter, the one that goes before counts: the
// contract before the terms, the terms as its ranking says. Where they do not, they stand beside each other.
#include <algorithm>

#include "base/text.h"
#include "graph/opposition.h"
#include "lowering/definition.h"
#include "lowering/forms/forms.h"

namespace beding::lowering {

namespace {

/// "Bij strijd gaat A voor B en B voor C", or a list behind a colon: the words in which documents are named.
Words rankedWords(const syntax::Statement& statement) {
  Words words = sentenceOf(statement.clauses).main;
  const std::size_t verb = std::min(indexOf(words, "gaat"), indexOf(words, "gaan"));
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(std::min(verb, words.size())));
  for (const syntax::ListEntry& entry : statement.list) {
    for (const syntax::Clause& clause : entry.clauses) {
      const Words more = names::wordsOf(clause.items);
      words.insert(words.end(), more.begin(), more.end());
    }
  }
  return words;
}

bool ranksDocuments(const syntax::Statement& statement) {
  if (statement.kind != syntax::StatementKind::sentence) return false;
  const Words words = sentenceOf(statement.clauses).main;
  return has(words, "strijd") || has(words, "strijdigheid");
}

/// "huur, onderhoud en de overeenkomst".
std::string listed(const std::vector<std::string>& documents, const std::string& contract) {
  std::string text;
  for (const std::string& name : documents) {
    if (name != contract) text += (text.empty() ? "" : ", ") + name;
  }
  return text + " en de overeenkomst";
}

std::vector<const syntax::Statement*> rankingsIn(const syntax::File& file) {
  std::vector<const syntax::Statement*> found;
  const auto take = [&](const std::vector<syntax::Statement>& statements) {
    for (const syntax::Statement& statement : statements) {
      if (ranksDocuments(statement)) found.push_back(&statement);
    }
  };
  take(file.statements);
  for (const syntax::Article& article : file.articles) {
    for (const syntax::Lid& lid : article.lids) take(lid.statements);
  }
  return found;
}

/// What one document says takes the place of what the other says.
bool contradict(const graph::Graph& graph, const graph::Norm& a, const graph::Norm& b) {
  const bool turned = graph::denies(a.kind);
  if (graph::opposed(a, b)) return !graph::differsInReach(graph, turned ? b : a, turned ? a : b);
  return graph::areSameDuty(graph, a, b);
}

bool areSameInterest(const graph::Amount& a, const graph::Amount& b) {
  const auto entities = [](const graph::Amount& amount) {
    std::vector<graph::EntityId> opened;
    for (const graph::Binder& binder : amount.binders) opened.push_back(binder.entity);
    return opened;
  };
  return a.kind == graph::AmountKind::interest && b.kind == a.kind && a.debtor.fixed == b.debtor.fixed &&
         entities(a) == entities(b);
}

/// The pairs of nodes of two documents of which the first goes before.
template <class Node, class Visit>
void eachRanked(const Lowering& lowering, const std::vector<Node>& nodes, Visit visit) {
  const std::size_t count = nodes.size();
  for (std::uint32_t a = 0; a < count; ++a) {
    for (std::uint32_t b = 0; b < count; ++b) {
      if (lowering.goesBefore(nodes[a].where.document, nodes[b].where.document)) visit(a, b);
    }
  }
}

}  // namespace

bool Lowering::goesBefore(const std::string& first, const std::string& second) const {
  return documentOrder.contains({first, second});
}

/// A file without a header continues the document of its folder.
std::string Lowering::documentOf(const syntax::File& file) const {
  const bool own = file.header.kind == syntax::HeaderKind::terms || file.header.kind == syntax::HeaderKind::contract;
  if (own || file.header.kind == syntax::HeaderKind::library) return file.header.name;
  const auto found = documentFolders.find(folderOf(sources.file({file.index, 0, 0}).name()));
  return found == documentFolders.end() ? document : found->second;
}

std::vector<const syntax::File*> Lowering::arranged(std::vector<const syntax::File*> files) {
  if (contract.empty()) return files;
  for (const syntax::File* file : files) {
    if (file->header.kind == syntax::HeaderKind::contract) readDocumentOrder(*file);
  }
  const auto before = [this](const syntax::File* file) {
    const std::string name = documentOf(*file);
    if (name == contract) return std::ssize(documents);
    return std::count_if(documents.begin(), documents.end(), [&](const auto& d) { return goesBefore(name, d); });
  };
  std::stable_sort(files.begin(), files.end(),
                   [&](const syntax::File* a, const syntax::File* b) { return before(a) < before(b); });
  return files;
}

/// The rankings of a contract; what they leave open, the contract decides for itself.
void Lowering::readDocumentOrder(const syntax::File& file) {
  for (const syntax::Statement* statement : rankingsIn(file)) {
    const Site site{"", {}, statement, contract};
    const std::vector<std::string> ranked = rankedDocuments(*statement);
    if (ranked.size() < 2) report(kinds::rankedUnknown, statement->span, {listed(documents, contract)});
    for (std::size_t first = 0; first < ranked.size(); ++first) {
      for (std::size_t second = first + 1; second < ranked.size(); ++second) rank(ranked[first], ranked[second], site);
    }
  }
  for (const std::string& name : file.header.terms) {
    if (!goesBefore(name, contract)) documentOrder.emplace(contract, name);
  }
}

/// The documents that a ranking names, the one that goes before first.
std::vector<std::string> Lowering::rankedDocuments(const syntax::Statement& statement) const {
  std::vector<std::string> ranked;
  for (const Word& word : rankedWords(statement)) {
    const std::string name = word.key == "overeenkomst" ? contract : word.key;
    if (std::find(documents.begin(), documents.end(), name) != documents.end()) ranked.push_back(name);
  }
  return ranked;
}

void Lowering::rank(const std::string& first, const std::string& second, const Site& site) {
  if (first == second || goesBefore(second, first)) return;
  documentOrder.emplace(first, second);
  documentRanking.emplace(std::pair(first, second), site);
}

// --- values ----------------------------------------------------------------------------------------------------------

namespace {

std::vector<std::string> agreeable(const graph::Graph& graph) {
  std::vector<std::string> known;
  for (const graph::Parameter& parameter : graph.parameters) known.push_back(parameter.name);
  return known;
}

}  // namespace

const graph::Provenance& Lowering::placeOf(const names::ValueNoun& noun) const {
  const bool parameter = noun.kind == names::ValueKind::parameter;
  return parameter ? graph.parameters[noun.index].where : graph.quantities[noun.index].where;
}

bool Lowering::settleAgreement(const Site& site, const Sentence& sentence, const DefinitionShape& shape,
                               names::ValueNoun* existing) {
  if (contract.empty()) return false;
  const Span span = names::spanOf(sentence.main, shape.nounBegin, shape.nounEnd);
  const std::string name = spelledList(shape.noun);
  if (!existing) {
    const bool agreed = site.document == contract && site.lid == opening;
    if (agreed) report(kinds::unknownAgreement, span, {name}).suggestions = nearest(name, agreeable(graph));
    return agreed;
  }
  const std::string other = placeOf(*existing).document;
  if (other == site.document || std::find(documents.begin(), documents.end(), other) == documents.end()) return false;
  if (!goesBefore(site.document, other)) {
    report(goesBefore(other, site.document) ? kinds::agreementWithoutEffect : kinds::unrankedDocuments, span,
           {other, site.document, name});
    return true;
  }
  const bool plain = existing->kind == names::ValueKind::parameter && !site.guard.issue && !isConditional(sentence) &&
                     definedPer(sentence).empty();
  if (plain) agreements[existing->index].push_back(site);
  return plain;
}

/// The value that a document which goes before gives a parameter; it counts from the start.
void Lowering::lowerAgreement(const Site& site, std::uint32_t index) {
  const Sentence sentence = sentenceOf(site.statement->clauses);
  const auto shape = definitionShape(sentence);
  use(sentence.main, 0, shape->valueBegin);
  for (const Priority& priority : sentence.priorities) useClause(priority.words);
  Frame frame;
  const Words words = part(sentence.main, shape->valueBegin, sentence.main.size());
  ExpressionId value = namedText(words) ? textValue(words) : wholeValue(words, 0, words.size(), frame.scope);
  closeDefinition(sentence, frame, value);
  graph::Parameter& parameter = graph.parameters[index];
  if (value && parameter.value && typeOf(value) != parameter.type) {
    report(kinds::wrongType, names::spanOf(words, 0, words.size()),
           {typePhrase(parameter.type), typePhrase(typeOf(value))});
    return;
  }
  if (!parameter.agreedIn.line) parameter.displaced = parameter.value;  // what its own document says
  parameter.type = typeOf(value);
  parameter.value = statedOr(parameter.name, value, parameter.type);
  parameter.agreedIn = provenance(site);
  parameter.deviable = parameter.deviable || frame.deviable;
  if (frame.deviationForm) parameter.deviationForm = frame.deviationForm;
}

// --- norms -----------------------------------------------------------------------------------------------------------

namespace {

/// What protects the one protects the other, and where its breach counts the other's does.
void takeOver(graph::Graph& graph, std::uint32_t a, std::uint32_t b) {
  graph.norms[a].neverSuspended = graph.norms[a].neverSuspended || graph.norms[b].neverSuspended;
  for (graph::State& state : graph.states) {
    const std::vector<graph::Trigger> begins = state.begins;
    for (const graph::Trigger& begin : begins) {
      if (!begin.becomes) continue;
      const graph::Expression breached = at(graph.expressions, begin.becomes);
      if (breached.op != Op::normStatus || breached.index != b) continue;
      graph::Expression own = breached;
      own.index = a;
      state.begins.push_back({{}, append<graph::Expression>(graph.expressions, std::move(own))});
    }
  }
}

void rankNorms(Lowering& lowering, std::uint32_t a, std::uint32_t b) {
  graph::Graph& graph = lowering.graph;
  graph::Norm& norm = graph.norms[a];
  const graph::Norm& other = graph.norms[b];
  const bool lifts = graph::isRequirementOn(other, norm) && graph::cannotMeet(graph, norm, other);
  if (!lifts && !contradict(graph, norm, other)) return;
  (lifts ? norm.lifts : norm.defeats).push_back({b});
  if (graph::areSameDuty(graph, norm, other)) takeOver(graph, a, b);
}

}  // namespace

void Lowering::finishDocuments() {
  if (contract.empty()) return;
  for (const auto& [first, second] : documentOrder) {
    const auto said = documentRanking.find({first, second});
    graph.documentRanks.push_back(
        {first, second, said == documentRanking.end() ? graph::Provenance{} : provenance(said->second)});
  }
  eachRanked(*this, graph.norms, [this](auto a, auto b) { rankNorms(*this, a, b); });
  eachRanked(*this, graph.limits, [this](std::uint32_t a, std::uint32_t b) {
    if (graph::areSameCap(graph.limits[a], graph.limits[b])) graph.limits[a].defeats.push_back({b});
  });
  eachRanked(*this, graph.amounts, [this](std::uint32_t a, std::uint32_t b) {
    if (areSameInterest(graph.amounts[a], graph.amounts[b])) graph.amounts[a].defeats.push_back({b});
  });
}

}  // namespace beding::lowering

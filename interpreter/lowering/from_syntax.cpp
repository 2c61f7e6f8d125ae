// The passes of the lowering, in order.
#include <algorithm>

#include "base/text.h"
#include "lowering/definition.h"
#include "lowering/forms/forms.h"
#include "lowering/from_syntax.h"

namespace beding::lowering {

using syntax::StatementKind;

namespace {

bool isTwelveMonths(const Sentence& sentence) {
  return !sentence.main.empty() && sentence.main[0].key == "jaar" && has(sentence.main, "periode");
}

/// "Een te late opzegging heeft geen gevolg."
bool deniesEffect(const Sentence& sentence) {
  const bool none = std::any_of(sentence.main.begin(), sentence.main.end(),
                                [](const Word& w) { return w.key == "gevolg" && w.determiner == Determiner::no; });
  return none && has(sentence.main, "opzegging");
}

}  // namespace

/// All statements with the lid and the reading they stand in.
void Lowering::gather(const std::vector<syntax::Statement>& statements, const std::string& lid,
                      graph::ReadingGuard guard) {
  for (const syntax::Statement& statement : statements) {
    const Site site{lid, guard, &statement, fileDocument};
    if (statement.kind != StatementKind::issue) {
      sites.push_back(site);
      continue;
    }
    graph::Issue issue;
    issue.where = provenance(site);
    issue.name = statement.name;
    for (const syntax::Reading& reading : statement.readings) issue.readings.push_back(reading.name);
    const auto standard = std::find(issue.readings.begin(), issue.readings.end(), statement.standard);
    if (standard == issue.readings.end())
      unknownReading(statement, issue.readings);
    else
      issue.standard = static_cast<std::uint32_t>(standard - issue.readings.begin());
    const auto id = append<graph::Issue>(graph.issues, std::move(issue));
    for (std::uint32_t r = 0; r < statement.readings.size(); ++r)
      gather(statement.readings[r].statements, lid, {id, r});
  }
}

void Lowering::unknownReading(const syntax::Statement& statement, const std::vector<std::string>& readings) {
  auto meant = nearest(statement.standard, readings);
  if (meant.empty())
    meant.assign(readings.begin(), readings.begin() + std::min<std::ptrdiff_t>(3, std::ssize(readings)));
  report(kinds::unknownReading, statement.standardSpan, {statement.name, statement.standard}).suggestions = meant;
}

/// Which documents there are. A contract joins several; the names of its parties go before theirs.
void Lowering::readHeaders(const std::vector<const syntax::File*>& files) {
  for (const syntax::File* file : files) {
    const syntax::Header& header = file->header;
    const std::string folder = folderOf(sources.file({file->index, 0, 0}).name());
    if (header.kind == syntax::HeaderKind::library) libraryFolders.insert(folder);
    if (header.kind != syntax::HeaderKind::terms && header.kind != syntax::HeaderKind::contract) continue;
    documents.push_back(header.name);
    documentFolders.emplace(folder, header.name);
    if (header.kind == syntax::HeaderKind::contract) contract = header.name;
    if (!contract.empty() && header.kind == syntax::HeaderKind::terms && header.name != contract) continue;
    document = graph.document = header.name;
    graph.title = header.title;
  }
}

void Lowering::run(const std::vector<const syntax::File*>& given) {
  readHeaders(given);
  const auto files = arranged(given);
  for (const syntax::File* file : files) readParties(file->header);
  for (const syntax::File* file : files) {
    const bool headless = file->header.kind == syntax::HeaderKind::none;
    fileDocument = headless && inLibrary({file->index, 0, 0}) ? document : documentOf(*file);
    gather(file->statements, file->header.kind == syntax::HeaderKind::contract ? std::string(opening) : "", {});
    for (const syntax::Article& article : file->articles) {
      for (const syntax::Lid& lid : article.lids) {
        gather(lid.statements, syntax::lidName(article, lid), {});
        leden.push_back(fileDocument + ":" + syntax::lidName(article, lid));
      }
    }
  }
  declareAll();
  completeAll();
  for (const Site& site : sites) {
    if (site.statement->kind == StatementKind::sentence && !handled.contains(site.statement)) lowerSentence(site);
  }
  finish();
  for (const Site& site : sites) reportUnused(*site.statement);
}

void Lowering::readParties(const syntax::Header& header) {
  for (const auto& party : header.parties) {
    if (party.empty()) continue;
    std::string name = party[0].text;
    if (party.size() > 1 && party[1].kind == syntax::ItemKind::literal) name = std::get<std::string>(party[1].value);
    if (party[0].key != "opdrachtnemer" && party[0].key != "opdrachtgever")
      report(kinds::unknownRole, party[0].span, {party[0].text});
    (party[0].key == "opdrachtnemer" ? graph.contractorName : graph.clientName) = name;
  }
}

template <class Step>
void Lowering::each(StatementKind kind, Step step) {
  for (const Site& site : std::vector(sites)) {
    if (site.statement->kind == kind) step(site);
  }
}

void Lowering::declareAll() {
  each(StatementKind::event, [this](const Site& site) { declareEvent(site); });
  each(StatementKind::entity, [this](const Site& site) { declareEntity(site); });
  each(StatementKind::form, [this](const Site& site) { declareForm(site); });
  for (std::uint32_t e = 0; e < graph.events.size(); ++e) declareEventPhrase(e);
  each(StatementKind::act, [this](const Site& site) { declareAct(site); });
  each(StatementKind::state, [this](const Site& site) { declareState(site); });
  each(StatementKind::judgement, [this](const Site& site) { declareJudgement(site); });
  each(StatementKind::native, [this](const Site& site) { declareNative(site); });
  each(StatementKind::property, [this](const Site& site) {
    if (site.statement->name == "thema") {
      graph.themes.push_back({provenance(site), site.statement->quoted});
    } else {
      graph.properties.push_back({provenance(site), site.guard, site.statement->name, site.statement->quoted});
    }
  });
  each(StatementKind::note, [this](const Site& site) {
    graph.notes.push_back({provenance(site), site.statement->quoted});
  });
  each(StatementKind::notExecutable, [this](const Site& site) {
    graph.coverage.push_back({site.lid, "niet uitvoerbaar", site.statement->quoted});
  });
  each(StatementKind::sentence, [this](const Site& site) { declareSentence(site); });
  for (std::uint32_t e = 1; e < graph.entities.size(); ++e) declareValidity(graph::EntityId{e});
}

/// Sentences that other sentences read by name: definitions and states. Readings of a count are noted for the norms.
void Lowering::declareSentence(const Site& site) {
  const Sentence sentence = sentenceOf(site.statement->clauses);
  lowered = site.guard;
  if (concernsOthers(sentence)) return;
  if (site.guard.issue && isTwelveMonths(sentence)) rollingYears.emplace_back(site.place(), site.guard);
  if (site.guard.issue && has(sentence.main, "telt") && has(sentence.main, "dag") && !has(sentence.main, "niet"))
    firstDayCounts[site.place()] = site.guard;
  if (has(sentence.main, "telt") && has(sentence.main, "dag")) return;
  if (isAgreementRule(sentence)) agreementRules.push_back(site);
  if (site.guard.issue && deniesEffect(sentence)) lateWithoutEffect.emplace_back(site.place(), site.guard);
  if (isStateSentence(sentence)) {
    declareStateSentence(*this, site, sentence);
    handled.insert(site.statement);
  } else if (const auto shape = definitionShape(sentence)) {
    if (shape->lowerBound)
      lowerBounds.push_back(site);
    else
      declareDefinition(site, sentence, *shape);
    handled.insert(site.statement);
  }
}

void Lowering::completeAll() {
  each(StatementKind::entity, [this](const Site& site) { completeEntity(site); });
  for (std::size_t d = 0; d < definitions.size(); ++d) ensureDefined(definitions[d].index, definitions[d].isParameter);
  for (const Site& site : lowerBounds) lowerMinimum(site);
  each(StatementKind::act, [this](const Site& site) { completeAct(site); });
  each(StatementKind::state, [this](const Site& site) { completeState(site); });
  for (const StateSite& state : std::vector(stateSites))
    completeStateSentence(*this, state.site, state.state, sentenceOf(state.site.statement->clauses));
}

graph::Trigger Lowering::closed(graph::Trigger trigger, const std::vector<graph::Binder>& binders) {
  if (binders.empty()) return trigger;
  if (trigger.pattern) trigger = {{}, operation(Op::happened, Type::truth, {}, trigger.pattern.index)};
  for (std::size_t b = binders.size(); b-- > 0;) {
    const ExpressionId exists =
        operation(Op::exists, Type::truth, {both(binders[b].where, trigger.becomes)}, binders[b].entity.index);
    at(graph.expressions, exists).slot = static_cast<Slot>(b);
    trigger.becomes = exists;
  }
  return trigger;
}

Open Lowering::openNew(Scope& scope, graph::EntityId entity) {
  scope.open.push_back({entity, variable(scope.next++, entity)});
  return scope.open.back();
}

}  // namespace beding::lowering

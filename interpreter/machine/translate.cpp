#include "machine/translate.h"

#include <algorithm>

#include "base/text.h"
#include "engine/headings.h"
#include "engine/words.h"
#include "engine/world.h"
#include "generate/generate.h"
#include "generate/norms.h"
#include "generate/reads.h"
#include "generate/sentences.h"
#include "graph/opposition.h"
#include "machine/steps.h"

namespace beding::machine {

namespace {

using generate::Read;
using graph::EffectKind;
using graph::ExpressionId;
using graph::NodeKind;
using graph::PatternId;

/// Only what is listed here is run; anything that is new in the language is the engine's until it is added.
bool isRun(const graph::Graph& graph, graph::NodeRef node) {
  switch (node.kind) {
    case NodeKind::event:
    case NodeKind::entity:
    case NodeKind::state:
    case NodeKind::act:
    case NodeKind::amount:
    case NodeKind::effect:
    case NodeKind::property:
    case NodeKind::ledger:
    case NodeKind::term:
      return true;
    case NodeKind::norm:
      return graph::isDuty(graph.norms[node.index].kind) || graph::isPower(graph.norms[node.index].kind);
    default:
      return false;
  }
}

void limitBinders(const std::vector<graph::Binder>& binders) {
  refuseIf(binders.size() > 1);
  for (const graph::Binder& binder : binders) refuseIf(binder.entity == graph::EntityId{0} || binder.where.valid());
}
void limitParty(const graph::PartyRef& party) { refuseIf(party.slot || party.expression); }

void limitState(const graph::State& state) {
  limitBinders(state.binders);
  refuseIf(state.begins.empty() && !state.during);  // it is so by something else
  refuseIf(!state.defeatedBy.empty() || (state.report != graph::StateReport::hidden && state.lastDay));
  if (state.report != graph::StateReport::hidden) limitParty(state.bearer);
}

void limitNorm(const graph::Graph& graph, const graph::Norm& norm) {
  limitBinders(norm.binders);
  limitParty(norm.bearer);
  limitParty(norm.counterparty);
  refuseIf(norm.trigger || norm.until || norm.perOccurrence || norm.survivesUntil || norm.form ||
           norm.exerciseCondition || !norm.alternatives.empty() || norm.choice || norm.term.soft ||
           !norm.defeats.empty() || !norm.lifts.empty());
  if (graph::isDuty(norm.kind)) return;
  refuseIf(graph::onlyEndsAgreement(graph, norm) && (norm.surviving || norm.survivesByNature));
  refuseIf(!norm.binders.empty() || norm.effectTime != graph::EffectTime::immediately || norm.oncePer ||
           norm.oncePerCalendarYear || norm.voidWhen || norm.namedDay);
}

void limitAmount(const graph::Graph& graph, const graph::Amount& amount) {
  limitBinders(amount.binders);
  limitParty(amount.debtor);
  limitParty(amount.creditor);
  const bool interest = amount.kind == graph::AmountKind::interest;
  const bool overInvoice = amount.binders.size() == 1 && amount.binders.front().entity == graph.ledger.invoice;
  refuseIf(amount.kind != graph::AmountKind::posted && !interest);
  refuseIf(interest && (!overInvoice || !amount.table));
  refuseIf(!amount.owed || amount.trigger || amount.due || !amount.defeats.empty());
}

/// What can be told of the graph before anything is made of it.
void limitGraph(const graph::Graph& graph, const generate::Model& model) {
  refuseIf(model.has(NodeKind::entity, 0));  // a party as one of its kind
  for (const graph::NodeRef node : model.reached) {
    if (node.kind == NodeKind::state && !model.relations.contains(node.index)) limitState(graph.states[node.index]);
    if (node.kind == NodeKind::norm) limitNorm(graph, graph.norms[node.index]);
    if (node.kind == NodeKind::amount) limitAmount(graph, graph.amounts[node.index]);
  }
  for (const generate::EntityUse& entity : model.entities)
    refuseIf(entity.event && at(graph.patterns, at(graph.entities, entity.id).created).alternatives.size() != 1);
  for (const graph::Derivation& derivation : graph.derivations) refuseIf(model.derives(derivation));
  for (std::uint32_t i = 0; i < graph.effects.size(); ++i)
    refuseIf(model.has(NodeKind::effect, i) && graph.effects[i].trigger.has_value() &&
             graph.effects[i].kind != EffectKind::endAgreement);
  for (const graph::Norm& norm : graph.norms)
    for (const graph::NormId beaten : norm.defeats)
      refuseIf(generate::isStandard(graph, norm.guard) && model.has(NodeKind::norm, beaten.index));
  refuseIf(graph.ledger.advance && model.entityOf(graph.ledger.advance) != nullptr);
  for (const graph::Ranking& ranking : graph.rankings)
    refuseIf(model.has(NodeKind::norm, ranking.first.index) || model.has(NodeKind::norm, ranking.second.index));
  refuseIf((graph.term.declared && model.has(NodeKind::term, 0)) || !graph.documentRanks.empty());
  refuseIf(!graph.ledger.ignoreDesignation && model.has(NodeKind::ledger, 0));
  refuseIf(model.sentences.size() > mostSentences);
}

bool receives(const graph::Graph& graph, graph::ActId act) {
  const graph::Act& meant = at(graph.acts, act);
  return meant.atReceipt || (meant.doneBy && at(graph.patterns, meant.doneBy).atReceipt);
}

bool isOf(const graph::Graph& graph, PatternId pattern, EventTypeId type) {
  if (!pattern) return false;
  const auto& ways = at(graph.patterns, pattern).alternatives;
  return std::any_of(ways.begin(), ways.end(), [&](const auto& way) { return way.type == type; });
}

class Translator {
 public:
  Translator(const graph::Graph& graph, const generate::Model& model)
      : graph_(graph), model_(model), steps_(model, program_) {}

  Program program() {
    begin();
    for (const generate::Sentence& sentence : model_.sentences) fill(sentence);
    for (std::size_t i = 0; i < model_.entities.size(); ++i) fillEntity(model_.entities[i], program_.entities[i]);
    program_.memories = static_cast<std::uint32_t>(steps_.memories.size());
    program_.lasts = static_cast<std::uint32_t>(steps_.lasts.size());
    for (std::uint32_t type = 0; type < graph_.events.size(); ++type) fillEvent(EventTypeId{type});
    refuseIf(program_.memories != steps_.memories.size() || program_.lasts != steps_.lasts.size());
    fillMarks();
    fillReports();
    return std::move(program_);
  }

 private:
  // ------------------------------------------------------------------------------------------------- what there is

  /// Sentences read each other's columns, so these come first.
  void begin() {
    program_.outcomes.name = graph_.document;
    program_.contractor = graph_.contractorName;
    program_.client = graph_.clientName;
    for (const graph::Agent& agent : graph_.agents) program_.agents.emplace_back(agent.name, partyOf(agent.party));
    program_.events.resize(graph_.events.size());
    program_.hasPlan.resize(graph_.events.size());
    program_.entities.resize(model_.entities.size());
    for (const generate::Sentence& sentence : model_.sentences) program_.sentences.push_back(outline(sentence));
    fillTables();
    fillOrder();
    for (const graph::Norm& norm : graph_.norms)
      if (!norm.where.lid.empty()) program_.lids.push_back(generate::lidOf(graph_, norm.where));
  }

  Sentence outline(const generate::Sentence& from) {
    Sentence sentence;
    sentence.number = from.number;
    if (from.node.kind == NodeKind::norm)
      sentence.kind = graph::isPower(graph_.norms[from.node.index].kind) ? Kind::power : Kind::duty;
    if (from.node.kind == NodeKind::amount)
      sentence.kind =
          graph_.amounts[from.node.index].kind == graph::AmountKind::interest ? Kind::interest : Kind::posted;
    sentence.column = program_.columns[static_cast<std::size_t>(sentence.kind)]++;
    if (from.over) {
      sentence.entity = entityIndex(model_, *from.over);
      program_.entities[sentence.entity].sentences.push_back(from.number);
    }
    sentence.heading = headingOf(from, kindOf(from));
    if (sentence.kind == Kind::power) sentence.exercise = headingOf(from, OutcomeKind::exercise);
    return sentence;
  }

  /// Until all are there, their order is that in which they were made.
  std::uint32_t add(PlainHeading heading) {
    program_.outcomes.headings.push_back(std::move(heading));
    return static_cast<std::uint32_t>(program_.outcomes.headings.size() - 1);
  }

  PlainHeading titleOf(graph::NodeRef node, OutcomeKind kind) const {
    const auto called = std::find_if(headings_.begin(), headings_.end(),
                                     [&](const engine::Heading& each) { return each.node == node; });
    PlainHeading heading;
    heading.kind = kind;
    if (called == headings_.end()) return heading;
    heading.lid = called->lid;
    heading.name = called->name;
    heading.place = called->place;
    return heading;
  }

  std::uint32_t headingOf(const generate::Sentence& from, OutcomeKind kind) {
    PlainHeading heading = titleOf(from.node, kind);
    const auto parties = [&](graph::Party bearer, graph::Party counterparty) {
      heading.bearer = engine::partyName(bearer);
      heading.counterparty =
          engine::partyName(counterparty == graph::Party::none ? engine::otherParty(bearer) : counterparty);
    };
    if (from.node.kind == NodeKind::norm)
      parties(graph_.norms[from.node.index].bearer.fixed, graph_.norms[from.node.index].counterparty.fixed);
    if (from.node.kind == NodeKind::amount)
      parties(graph_.amounts[from.node.index].debtor.fixed, graph_.amounts[from.node.index].creditor.fixed);
    if (from.node.kind == NodeKind::state) parties(graph_.states[from.node.index].bearer.fixed, graph::Party::none);
    return add(std::move(heading));
  }

  OutcomeKind kindOf(const generate::Sentence& from) const {
    if (from.node.kind == NodeKind::amount) return OutcomeKind::amount;
    if (from.node.kind == NodeKind::norm)
      return graph::isPower(graph_.norms[from.node.index].kind) ? OutcomeKind::power : OutcomeKind::obligation;
    const bool presumed = graph_.states[from.node.index].report == graph::StateReport::presumption;
    return presumed ? OutcomeKind::presumption : OutcomeKind::state;
  }

  void fillTables() {
    for (const RateTable& table : graph_.rateTables) {
      constexpr std::int64_t parts = 1'000'000;
      Rates rates;
      std::vector<Number>& fractions = program_.outcomes.rates.emplace_back();
      for (const RateChange& change : table.changes) {
        if (!fractions.empty() && fractions.back() == change.rate) continue;
        const auto numerator = (change.rate * Number(parts)).whole();
        refuseIf(!numerator || Number::ratio(*numerator, parts) != change.rate);
        rates.rows.push_back({change.from.days, *numerator});
        fractions.push_back(change.rate);
      }
      rates.table.noemer = parts;
      rates.table.bevestigd = table.confirmedUntil.days;
      program_.tables.push_back(std::move(rates));
    }
  }

  void fillOrder() {
    using graph::PostKind;
    static constexpr std::array kinds{PostKind::principal, PostKind::interest, PostKind::costs, PostKind::penalty,
                                      PostKind::damages};
    const auto& order = graph_.ledger.order;
    if (!graph_.ledger.orderFromClause) return;
    for (std::size_t kind = 0; kind < kinds.size(); ++kind)
      program_.ranks[kind] =
          static_cast<std::uint8_t>(std::find(order.begin(), order.end(), kinds[kind]) - order.begin());
  }

  // --------------------------------------------------------------------------------------------------- sentences

  Marks marksOf(Read::What what, std::uint32_t index) const {
    Marks marks;
    for (const generate::Reader& reader : generate::readersOf(model_, what, index))
      marks.push_back({reader.sentence->number, reader.same});
    return marks;
  }

  Scope scopeOf(const generate::Sentence& from) const {
    Scope scope;
    if (!from.over) return scope;
    const generate::EntityUse& entity = model_.entities[entityIndex(model_, *from.over)];
    return scope.with(0, {Bound::What::instance, *from.over, entity.event, graph::Party::none, ownPlace});
  }

  StepId ifAny(ExpressionId id, const Scope& scope) { return id ? steps_.truth(id, scope) : noStep; }
  StepId valueIfAny(ExpressionId id, const Scope& scope) { return id ? steps_.value(id, scope) : noStep; }

  void fill(const generate::Sentence& from) {
    Sentence& sentence = program_.sentences[from.number];
    const Scope scope = scopeOf(from);
    if (from.node.kind == NodeKind::state) return fillState(sentence, from.node.index, scope);
    if (from.node.kind == NodeKind::amount) return fillAmount(sentence, graph_.amounts[from.node.index], scope);
    fillNorm(sentence, graph::NormId{from.node.index}, scope);
  }

  void fillState(Sentence& sentence, std::uint32_t index, const Scope& scope) {
    const graph::State& state = graph_.states[index];
    sentence.reported = state.report != graph::StateReport::hidden;
    sentence.isInForce = graph_.inForce.index == index;
    refuseIf(sentence.reported && sentence.isInForce);
    if (sentence.isInForce) program_.formed = sentence.number;
    sentence.hasBegin = !state.begins.empty();
    for (const graph::Trigger& begin : state.begins)
      if (begin.becomes) sentence.begins.push_back(steps_.truth(begin.becomes, scope));
    refuseIf(sentence.begins.size() > 8);  // a bit each
    std::vector<StepId> ends, unless;
    for (const graph::Trigger& end : state.ends)
      if (end.becomes) ends.push_back(steps_.truth(end.becomes, scope));
    for (const ExpressionId id : {state.unless, state.voidWhen})
      if (id) unless.push_back(steps_.truth(id, scope));
    if (!ends.empty()) sentence.ends = steps_.joined(Do::any, ends);
    if (!unless.empty()) sentence.unless = steps_.joined(Do::any, unless);
    sentence.condition = ifAny(state.beginCondition, scope);
    sentence.applies = ifAny(state.during, scope);
    if (state.begins.empty() && !state.during) sentence.applies = steps_.always(false);  // only an effect would set it
    sentence.readers = marksOf(Read::What::state, index);
  }

  /// What a norm follows: zolang, tenzij, its provision being void, the agreement.
  StepId applies(const graph::Norm& norm, bool endsWithAgreement, const Scope& scope) {
    std::vector<StepId> parts;
    if (endsWithAgreement) parts.push_back(steps_.negated(steps_.add({Do::over})));
    if (norm.during) parts.push_back(steps_.truth(norm.during, scope));
    for (const ExpressionId id : {norm.unless, norm.voidWhen})
      if (id) parts.push_back(steps_.negated(steps_.truth(id, scope)));
    return parts.empty() ? noStep : steps_.joined(Do::all, parts);
  }

  /// Nothing new arises after the end but what survives it or is about a claim; what stands alone waits for the
  /// beginning.
  StepId canArise(const graph::Norm& norm) {
    const bool claim = !norm.binders.empty() && at(graph_.entities, norm.binders.front().entity).isClaim;
    std::vector<StepId> parts;
    if (generate::isStandingNorm(norm)) parts.push_back(steps_.add({Do::begun}));
    if (!norm.surviving && !norm.survivesByNature && !claim) parts.push_back(steps_.negated(steps_.add({Do::over})));
    return parts.empty() ? noStep : steps_.joined(Do::all, parts);
  }

  /// Whether it comes to the same whenever it is looked at: what an instance came with does not change.
  bool stays(StepId id) const {
    const Step& step = program_.steps[id];
    const auto part = program_.parts.begin() + step.first;
    switch (step.what) {
      case Do::constant:
        return true;
      case Do::cell:
      case Do::happenedOn:
        return step.place == ownPlace;
      case Do::dayAfter:
      case Do::termEnd:
      case Do::termBegin:
        return std::all_of(part, part + step.count, [&](StepId each) { return stays(each); });
      default:
        return false;
    }
  }

  void fillNorm(Sentence& sentence, graph::NormId id, const Scope& scope) {
    const graph::Norm& norm = at(graph_.norms, id);
    sentence.standing = generate::isStandingNorm(norm);
    sentence.endsWithAgreement = sentence.standing && !norm.survivesByNature && !norm.surviving;
    sentence.continuing = norm.standing;
    sentence.repeatable = norm.repeatable;
    sentence.bearer = partyOf(norm.bearer.fixed);
    sentence.canArise = canArise(norm);
    sentence.condition = ifAny(norm.condition, scope);
    sentence.applies = applies(norm, sentence.endsWithAgreement, scope);
    sentence.deadline = valueIfAny(norm.term.last, scope);
    sentence.deadlineStays = sentence.deadline != noStep && stays(sentence.deadline);
    sentence.readers = marksOf(Read::What::deadline, id.index);
    if (sentence.kind == Kind::power) return fillDemands(sentence, norm, scope);
    if (norm.standing) sentence.unless = ifAny(norm.unless, scope);
    sentence.breach = ifAny(norm.breachWhen, scope);
    sentence.fulfilled = fulfilled(norm, scope);
    fillSuspenders(sentence, id);
    refuseIf(!sentence.suspenders.empty() && norm.term.last);
  }

  /// In the order in which the engine names them.
  void fillDemands(Sentence& sentence, const graph::Norm& norm, const Scope& scope) {
    const auto words = [&](ExpressionId id) { return engine::wordsOf(graph_, id); };
    const auto demand = [&](StepId met, const std::string& what) {
      sentence.demands.push_back({met, "voorwaarde niet vervuld: " + what});
    };
    if (norm.during) demand(steps_.truth(norm.during, scope), words(norm.during));
    if (norm.unless)
      demand(steps_.negated(steps_.truth(norm.unless, scope)), "geen uitzondering: " + words(norm.unless));
    if (norm.condition)
      demand(sentence.condition, words(norm.condition).empty() ? "de aanleiding" : words(norm.condition));
  }

  /// What fulfils the duty by itself: the act's condition, of the duty's arguments.
  StepId fulfilled(const graph::Norm& norm, const Scope& scope) {
    if (!norm.act) return noStep;
    const graph::Act& act = at(graph_.acts, norm.act);
    return act.fulfilledWhen ? steps_.truth(act.fulfilledWhen, argumentsOf(norm, scope)) : noStep;
  }
  Scope argumentsOf(const graph::Norm& norm, const Scope& scope) const {
    Scope inner;
    inner.free = scope.free;
    for (graph::Slot slot = 0; slot < norm.arguments.size(); ++slot) {
      const graph::Expression& argument = at(graph_.expressions, norm.arguments[slot]);
      if (argument.op == graph::Op::variable) inner = inner.with(slot, scope.at(argument.slot));
    }
    return inner;
  }

  void fillSuspenders(Sentence& sentence, graph::NormId id) {
    for (std::uint32_t i = 0; i < graph_.effects.size(); ++i) {
      const graph::Effect& effect = graph_.effects[i];
      if (!model_.has(NodeKind::effect, i) || !generate::suspends(graph_, effect, id)) continue;
      sentence.suspenders.push_back({i, effect.targets.empty() ? sentence.bearer : kern::geen_partij});
    }
  }

  void fillAmount(Sentence& sentence, const graph::Amount& amount, const Scope& scope) {
    static constexpr std::array kinds{kern::Soort::hoofdsom, kern::Soort::rente,  kern::Soort::kosten,
                                      kern::Soort::boete,    kern::Soort::schade, kern::Soort::schade};
    sentence.post = kinds[static_cast<std::size_t>(amount.post)];
    sentence.condition = ifAny(amount.condition, scope);
    std::vector<StepId> parts;
    if (amount.during) parts.push_back(steps_.truth(amount.during, scope));
    for (const ExpressionId id : {amount.unless, amount.voidWhen})
      if (id) parts.push_back(steps_.negated(steps_.truth(id, scope)));
    if (!parts.empty()) sentence.applies = steps_.joined(Do::all, parts);
    if (sentence.kind == Kind::posted) sentence.value = steps_.value(amount.value, scope);
    if (sentence.kind != Kind::interest) return;
    kern::Tarieven& table = program_.tables.at(amount.table.index).table;
    refuseIf(table.dagen_per_jaar != 0 &&
             (table.dagen_per_jaar != amount.daysPerYear || table.voegt_bij != amount.capitalises));
    table.dagen_per_jaar = amount.daysPerYear;
    table.voegt_bij = amount.capitalises;
    sentence.table = amount.table.index;
  }

  // ---------------------------------------------------------------------------------------------------- instances

  void fillEntity(const generate::EntityUse& use, Entity& entity) {
    const graph::Entity& node = at(graph_.entities, use.id);
    if (node.keyAttribute < at(graph_.events, use.event).attributes.size())
      entity.keyCell = steps_.cellOf(use.event, node.keyAttribute);
    for (const std::uint32_t number : entity.sentences)
      if (generate::startsByItself(model_, model_.sentences[number])) entity.marks.push_back({number, true});
    for (const Mark& mark : marksOf(Read::What::instances, use.id.index)) entity.marks.push_back(mark);
    const graph::LedgerRules& rules = graph_.ledger;
    entity.isInvoice = model_.has(NodeKind::ledger, 0) && rules.invoice == use.id;
    refuseIf(model_.has(NodeKind::ledger, 0) && rules.advance == use.id);
    if (!entity.isInvoice) return;
    const Scope scope = Scope{}.with(0, {Bound::What::instance, use.id, use.event, graph::Party::none, ownPlace});
    entity.amount = steps_.value(rules.amount, scope);
    entity.date = valueIfAny(rules.invoiceDate, scope);
    if (rules.payment) entity.due = valueIfAny(at(graph_.norms, rules.payment).term.last, scope);
  }

  // ------------------------------------------------------------------------------------------------------- events

  /// What does something that the machine does not run makes every contract that has it one for the engine.
  void fillEvent(EventTypeId type) {
    EventPlan& plan = program_.events[type.index];
    try {
      fillEvent(type, plan);
    } catch (const NotForTheMachine&) {
      plan = {};
      plan.forTheEngine = true;
    }
    program_.hasPlan[type.index] = !plan.creates.empty() || !plan.onHappening.empty() || !plan.onReceipt.empty() ||
                                   plan.endsAgreement || plan.paid != none || plan.currency != none ||
                                   plan.formation != noStep || plan.isLegalAct || plan.forTheEngine;
  }

  void fillEvent(EventTypeId type, EventPlan& plan) {
    for (std::uint32_t i = 0; i < model_.entities.size(); ++i)
      if (model_.entities[i].event == type)
        plan.creates.emplace_back(i, steps_.matches(at(graph_.entities, model_.entities[i].id).created, type, {}));
    plan.onHappening = doings(type, false);
    plan.onReceipt = doings(type, true);
    if (const auto received = attributeIndex(at(graph_.events, type), "ontvangen"))
      plan.received = plan.onReceipt.empty() ? none : steps_.cellOf(type, *received);
    if (const auto against = attributeIndex(at(graph_.events, type), "tegen"))
      plan.against = steps_.cellOf(type, *against);
    if (isOf(graph_, graph_.formation, type)) plan.formation = steps_.matches(graph_.formation, type, {});
    plan.endsAgreement = at(graph_.events, type).name == "overeenkomst geeindigd";
    plan.isLegalAct = isLegalAct(type);
    plan.forTheEngine = at(graph_.events, type).name == agreementType;
    const graph::LedgerRules& rules = graph_.ledger;
    if (type == rules.paymentReceived) {
      if (model_.has(NodeKind::ledger, 0)) plan.paid = steps_.cellOf(type, rules.paymentAmount);
      if (rules.paymentCurrency < at(graph_.events, type).attributes.size())
        plan.currency = steps_.cellOf(type, rules.paymentCurrency);
    }
  }

  bool isLegalAct(EventTypeId type) const {
    return std::any_of(graph_.norms.begin(), graph_.norms.end(), [&](const graph::Norm& norm) {
      if (graph::isDuty(norm.kind)) return false;
      const auto acts = graph::actsOf(norm);
      return std::any_of(acts.begin(), acts.end(),
                         [&](graph::ActId act) { return isOf(graph_, at(graph_.acts, act).doneBy, type); });
    });
  }

  Doings doings(EventTypeId type, bool receipt) {
    Doings doings;
    for (const generate::Sentence& from : model_.sentences) {
      if (from.node.kind == NodeKind::state) addTriggers(from, type, receipt, doings);
      if (from.node.kind == NodeKind::norm) addActs(from, type, receipt, doings);
    }
    const auto remember = [&](const std::map<std::uint32_t, std::uint32_t>& all, std::vector<Memory>& memories) {
      for (const auto& [id, index] : all)
        if (isOf(graph_, PatternId{id}, type) && graph_.patterns[id].atReceipt == receipt)
          memories.push_back({index, steps_.matches(PatternId{id}, type, {}), marksOf(Read::What::happening, id)});
    };
    remember(steps_.memories, doings.memories);
    remember(steps_.lasts, doings.lasts);
    return doings;
  }

  void addTriggers(const generate::Sentence& from, EventTypeId type, bool receipt, Doings& doings) {
    const graph::State& state = graph_.states[from.node.index];
    const auto each = [&](const std::vector<graph::Trigger>& all, Fact::What what) {
      for (const graph::Trigger& trigger : all)
        if (isOf(graph_, trigger.pattern, type) && at(graph_.patterns, trigger.pattern).atReceipt == receipt)
          doings.facts.push_back({what, from.number, steps_.matches(trigger.pattern, type, scopeOf(from))});
    };
    each(state.begins, Fact::What::begins);
    each(state.ends, Fact::What::ends);
  }

  void addActs(const generate::Sentence& from, EventTypeId type, bool receipt, Doings& doings) {
    const graph::Norm& norm = graph_.norms[from.node.index];
    for (const graph::ActId act : graph::actsOf(norm)) {
      if (!isOf(graph_, at(graph_.acts, act).doneBy, type) || receives(graph_, act) != receipt) continue;
      const bool duty = graph::isDuty(norm.kind);
      Scope scope = duty ? argumentsOf(norm, scopeOf(from)) : Scope{};
      Bound actor;
      actor.what = Bound::What::party;
      actor.party = norm.bearer.fixed;
      scope = scope.with(static_cast<graph::Slot>(at(graph_.acts, act).parameters.size()), actor);
      const StepId matches = steps_.matches(at(graph_.acts, act).doneBy, type, scope);
      if (duty)
        doings.facts.push_back({Fact::What::performs, from.number, matches});
      else
        addAttempt(from, act, type, matches, doings);
    }
  }

  void addAttempt(const generate::Sentence& from, graph::ActId act, EventTypeId type, StepId fits, Doings& doings) {
    const auto ground = attributeIndex(at(graph_.events, type), "grond");
    doings.attempts.push_back({from.number, act.index, fits, ground ? steps_.cellOf(type, *ground) : none});
    const auto known = std::any_of(doings.consequences.begin(), doings.consequences.end(),
                                   [&](const Consequence& each) { return each.act == act.index; });
    if (!known) doings.consequences.push_back(consequenceOf(act, type));
  }

  Consequence consequenceOf(graph::ActId act, EventTypeId type) {
    Consequence all;
    all.act = act.index;
    for (std::uint32_t i = 0; i < graph_.effects.size(); ++i) {
      const graph::Effect& effect = graph_.effects[i];
      if (!model_.has(NodeKind::effect, i) || effect.act != act) continue;
      refuseIf(effect.trigger || effect.during || !effect.binders.empty() || effect.condition);
      if (effect.kind == EffectKind::endAgreement) {
        all.mayEnd = true;
        all.ends.push_back(effect.which ? steps_.matches(effect.which, type, {}) : steps_.always(true));
      } else {
        refuseIf(effect.kind != EffectKind::suspend);
        all.suspends.push_back({i, partyOf(effect.allOf.fixed)});
      }
    }
    return all;
  }

  // -------------------------------------------------------------------------------------------------------- whole

  void fillMarks() {
    for (const Sentence& sentence : program_.sentences) {
      if (sentence.entity == none) program_.fixed.push_back({sentence.number, false});
      if (sentence.standing) program_.ofAgreement.push_back({sentence.number, false});
      if (!sentence.suspenders.empty()) program_.suspendable.push_back({sentence.number, false});
    }
    if (model_.has(NodeKind::ledger, 0)) program_.ofPayment = marksOf(Read::What::settled, 0);
  }

  void fillReports() {
    for (const Sentence& sentence : program_.sentences)
      if (sentence.reported) program_.reports.push_back({sentence.heading, sentence.number});
    for (std::uint32_t i = 0; i < graph_.properties.size(); ++i) {
      const graph::Property& property = graph_.properties[i];
      if (!model_.has(NodeKind::property, i)) continue;
      PlainHeading heading = titleOf({NodeKind::property, i}, OutcomeKind::property);
      heading.value = property.value;
      program_.reports.push_back({add(std::move(heading)), none});
    }
    const std::vector<std::uint32_t> now = sort(program_.outcomes.headings);
    for (Sentence& sentence : program_.sentences)
      sentence.heading = now[sentence.heading], sentence.exercise = now[sentence.exercise];
    for (Report& report : program_.reports) report.heading = now[report.heading];
    std::sort(program_.reports.begin(), program_.reports.end(),
              [](const Report& a, const Report& b) { return a.heading < b.heading; });
  }

  const graph::Graph& graph_;
  const generate::Model& model_;
  const std::vector<engine::Heading> headings_ = engine::headingsOf(graph_);
  Program program_;
  Steps steps_;
};

}  // namespace

std::optional<Program> programOf(const graph::Graph& graph, const std::vector<std::string>& lids) {
  try {
    generate::Reached reached = generate::reachOf(graph, lids);
    for (const graph::NodeRef node : reached) refuseIf(!isRun(graph, node));  // sooner than a model is made
    const generate::Model model(graph, std::move(reached), {});
    if (!model.obstacles.empty()) return std::nullopt;
    limitGraph(graph, model);
    Program program = Translator(graph, model).program();
    // What no C++ can be made of the machine does not run either: the same fixed part carries both.
    if (!generate::obstaclesOf(graph, {lids, false}).empty()) return std::nullopt;
    return program;
  } catch (const NotForTheMachine&) {
    return std::nullopt;
  }
}

}  // namespace beding::machine

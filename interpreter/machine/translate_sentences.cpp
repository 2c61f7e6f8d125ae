// States, norms and amounts.
#include <algorithm>

#include "engine/words.h"
#include "generate/norms.h"
#include "generate/sentences.h"
#include "machine/translator.h"

namespace beding::machine {

using generate::Read;
using graph::ExpressionId;
using graph::NodeKind;

void Translator::fill(const generate::Sentence& from) {
  Sentence& sentence = program_.sentences[from.number];
  const Scope scope = scopeOf(from);
  if (from.node.kind == NodeKind::state) return fillState(sentence, from.node.index, scope);
  if (from.node.kind == NodeKind::amount) return fillAmount(sentence, graph_.amounts[from.node.index], scope);
  fillNorm(sentence, graph::NormId{from.node.index}, scope);
}

void Translator::fillState(Sentence& sentence, std::uint32_t index, const Scope& scope) {
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
StepId Translator::applies(const graph::Norm& norm, bool endsWithAgreement, const Scope& scope) {
  std::vector<StepId> parts;
  if (endsWithAgreement) parts.push_back(steps_.negated(steps_.add({Do::over})));
  if (norm.during) parts.push_back(steps_.truth(norm.during, scope));
  for (const ExpressionId id : {norm.unless, norm.voidWhen})
    if (id) parts.push_back(steps_.negated(steps_.truth(id, scope)));
  return parts.empty() ? noStep : steps_.joined(Do::all, parts);
}

/// Nothing new arises after the end but what survives it or is about a claim; what stands alone waits for the
/// beginning.
StepId Translator::canArise(const graph::Norm& norm) {
  const bool claim = !norm.binders.empty() && at(graph_.entities, norm.binders.front().entity).isClaim;
  std::vector<StepId> parts;
  if (generate::isStandingNorm(norm)) parts.push_back(steps_.add({Do::begun}));
  if (!norm.surviving && !norm.survivesByNature && !claim) parts.push_back(steps_.negated(steps_.add({Do::over})));
  return parts.empty() ? noStep : steps_.joined(Do::all, parts);
}

/// Whether it comes to the same whenever it is looked at: what an instance came with does not change.
bool Translator::stays(StepId id) const {
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

void Translator::fillNorm(Sentence& sentence, graph::NormId id, const Scope& scope) {
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
void Translator::fillDemands(Sentence& sentence, const graph::Norm& norm, const Scope& scope) {
  const auto words = [&](ExpressionId id) { return engine::wordsOf(graph_, id); };
  const auto demand = [&](StepId met, const std::string& what) {
    sentence.demands.push_back({met, "voorwaarde niet vervuld: " + what});
  };
  if (norm.during) demand(steps_.truth(norm.during, scope), words(norm.during));
  if (norm.unless) demand(steps_.negated(steps_.truth(norm.unless, scope)), "geen uitzondering: " + words(norm.unless));
  if (norm.condition)
    demand(sentence.condition, words(norm.condition).empty() ? "de aanleiding" : words(norm.condition));
}

/// What fulfils the duty by itself: the act's condition, of the duty's arguments.
StepId Translator::fulfilled(const graph::Norm& norm, const Scope& scope) {
  if (!norm.act) return noStep;
  const graph::Act& act = at(graph_.acts, norm.act);
  return act.fulfilledWhen ? steps_.truth(act.fulfilledWhen, argumentsOf(norm, scope)) : noStep;
}

void Translator::fillSuspenders(Sentence& sentence, graph::NormId id) {
  for (std::uint32_t i = 0; i < graph_.effects.size(); ++i) {
    const graph::Effect& effect = graph_.effects[i];
    if (!model_.has(NodeKind::effect, i) || !generate::suspends(graph_, effect, id)) continue;
    sentence.suspenders.push_back({i, effect.targets.empty() ? sentence.bearer : kern::geen_partij});
  }
}

void Translator::fillAmount(Sentence& sentence, const graph::Amount& amount, const Scope& scope) {
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
  if (sentence.kind == Kind::interest) fillInterest(sentence, amount);
}

/// Sentences that share a table charge its rates in one way.
void Translator::fillInterest(Sentence& sentence, const graph::Amount& amount) {
  kern::Tarieven& table = program_.tables.at(amount.table.index).table;
  refuseIf(table.dagen_per_jaar != 0 &&
           (table.dagen_per_jaar != amount.daysPerYear || table.voegt_bij != amount.capitalises));
  table.dagen_per_jaar = amount.daysPerYear;
  table.voegt_bij = amount.capitalises;
  sentence.table = amount.table.index;
}

}  // namespace beding::machine

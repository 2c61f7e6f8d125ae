// The course of the agreement: formation, renewal, suspension, what an act brings about.
#include <algorithm>

#include "lowering/forms/forms.h"

namespace beding::lowering {

using syntax::Conjunction;

namespace {

/// "tenzij de verlenging voorkomen is", "tenzij de Overeenkomst is opgezegd": that notice was given.
void useNotice(Lowering& lowering, const Words& words) {
  lowering.use(words, {"verlenging", "voorkomen", "overeenkomst", "zij", "opgezegd"});
}

/// "bij een afwijkende aanvaarding": there is one.
ExpressionId formationCase(Lowering& lowering, const Words& words) {
  const Free free(words.size(), true);
  const std::size_t by = indexOf(words, "bij");
  for (std::uint32_t e = 1; e < lowering.graph.entities.size() && by < words.size(); ++e) {
    const graph::EntityId entity{e};
    const auto phrase = names::nounPhraseAt(words, free, by + 1, entity, lowering.vocabulary);
    if (!phrase || phrase->determiner != Determiner::indefinite) continue;
    Scope scope;
    const ExpressionId one = lowering.openNew(scope, entity).value;
    ExpressionId such = lowering.adjective(words, phrase->adjectives, entity, one);
    if (!such) such = lowering.constant(Truth::yes, Type::truth);
    const ExpressionId exists = lowering.operation(Op::exists, Type::truth, {such}, e);
    lowering.use(words, by, phrase->end);
    lowering.describe(exists, words, by, phrase->end);
    return exists;
  }
  return {};
}

/// "..., tenzij anders overeengekomen": from then on the running period is the last one.
void deviateRenewal(Lowering& lowering, const Site& site, const Sentence& sentence, const std::string& name) {
  Sentence agreed = sentence;
  std::erase_if(agreed.subclauses, [](const Subclause& clause) { return !saysOtherwiseAgreed(clause.words); });
  Frame frame;
  closeFrame(lowering, agreed, frame, normClauses);
  const ExpressionId otherwise = unlessOf(lowering, site, frame, name);
  if (!otherwise) return;
  graph::Effect last;
  last.where = lowering.provenance(site);
  last.guard = site.guard;
  last.kind = graph::EffectKind::preventRenewal;
  last.trigger = graph::Trigger{{}, otherwise};
  lowering.graph.effects.push_back(std::move(last));
}

/// "de plichten van P": whose duties stand still.
graph::PartyRef suspendedParty(Lowering& lowering, const Words& words) {
  graph::PartyRef party;
  Frame frame;
  const auto all = names::nounPhrases(words, Free(words.size(), true), graph::EntityId{0}, lowering.vocabulary);
  for (const NounPhrase& phrase : all)
    if (phrase.party != graph::Party::none) party = partyRef(lowering, phrase, words, frame);
  return party;
}

/// The verb of "Door ⟨rechtshandeling⟩ ...".
std::size_t verbOfConsequence(const Words& words, bool ends) {
  if (ends) return indexOf(words, "eindigt");
  const auto verb =
      std::find_if(words.begin(), words.end(), [](const Word& w) { return w.kind == WordKind::auxiliary; });
  return static_cast<std::size_t>(verb - words.begin());
}

}  // namespace

/// "De Overeenkomst komt [bij een X] tot stand zodra ...".
bool lowerFormation(Lowering& lowering, const Site& site, const Sentence& sentence) {
  if (!has(sentence.main, "tot stand") || !has(sentence.main, "overeenkomst")) return false;
  graph::State state;
  state.where = lowering.provenance(site);
  state.guard = site.guard;
  state.name = nameOf(site, "overeenkomst van kracht");
  state.report = graph::StateReport::state;
  Scope scope;
  lowering.use(sentence.main, {"overeenkomst", "komt", "tot stand", "alleen", "slechts"});
  state.beginCondition = formationCase(lowering, sentence.main);
  for (const Subclause& clause : sentence.subclauses) {
    std::vector<graph::Binder> opened;
    if (clause.conjunction == Conjunction::zodra) {
      if (auto trigger = lowering.trigger(clause.words, scope, opened))
        state.begins.push_back(lowering.closed(*trigger, opened));
    } else if (clause.conjunction == Conjunction::indien) {
      state.beginCondition = lowering.both(state.beginCondition, lowering.condition(clause.words, scope));
    } else if (clause.conjunction == Conjunction::tenzij) {
      state.unless = lowering.condition(clause.words, scope);
    }
  }
  const Labelled node{Labelled::Kind::state, static_cast<std::uint32_t>(lowering.graph.states.size())};
  addDerogation(lowering, site, sentence, node);
  lowering.note(site, state.name, node);
  lowering.formations.push_back({node.index});
  lowering.graph.states.push_back(std::move(state));
  return true;
}

/// "De Overeenkomst wordt [telkens] stilzwijgend verlengd met D".
bool lowerRenewal(Lowering& lowering, const Site& site, const Sentence& sentence) {
  if (!has(sentence.main, "verlengd") || !has(sentence.main, "overeenkomst")) return false;
  Frame frame = openFrame(lowering, site, sentence, noClauses);
  lowering.use(sentence.main, {"overeenkomst", "stilzwijgend", "verlengd", "met"});
  for (const Subclause& clause : sentence.subclauses) {  // what prevents renewal is notice; another ground is not used
    if (clause.conjunction != Conjunction::tenzij) continue;
    if (has(clause.words, "voorkomen") || has(clause.words, "opgezegd")) useNotice(lowering, clause.words);
  }
  const std::size_t with = indexOf(sentence.main, "met");
  if (with < sentence.main.size())
    lowering.graph.term.renewal = lowering.wholeValue(sentence.main, with + 1, sentence.main.size(), frame.scope);
  graph::State renewed;
  renewed.where = lowering.provenance(site);
  renewed.guard = site.guard;
  renewed.name = nameOf(site, "verlengde periode");
  deviateRenewal(lowering, site, sentence, renewed.name);
  renewed.report = graph::StateReport::state;
  lowering.renewalReport = append<graph::State>(lowering.graph.states, std::move(renewed));
  return true;
}

/// "Dit artikel wordt niet opgeschort", "Dit lid ...": every duty in it.
static bool protectsProvision(Lowering& lowering, const Site& site, const Words& words) {
  const bool article = startsWith(words, 0, {"artikel"});
  if (!(article || startsWith(words, 0, {"lid"})) || words[0].determiner != Determiner::that) return false;
  if (!has(words, "niet") || !has(words, "opgeschort")) return false;
  lowering.use(words, 0, words.size());
  lowering.protectedNorms.push_back({article ? site.article() : site.place(), {}, site.statement->span, words.size()});
  return true;
}

/// "De plicht L wordt door ... niet opgeschort" and "De plichten van P worden opgeschort zolang ...".
bool lowerSuspension(Lowering& lowering, const Site& site, const Sentence& sentence) {
  if (startsWith(sentence.main, 0, {"door"})) return false;  // what an act brings about
  if (protectsProvision(lowering, site, sentence.main)) return true;
  if (!has(sentence.main, "opgeschort") || !(has(sentence.main, "plicht") || has(sentence.main, "plichten")))
    return false;
  if (has(sentence.main, "niet")) {
    if (!has(sentence.main, "plicht")) return false;
    lowering.use(sentence.main, 0, sentence.main.size());  // a duty so protected is safe from every suspension
    lowering.protectedNorms.push_back(dutyNamed(site, sentence.main));
    return true;
  }
  static constexpr std::array known{Conjunction::zodra, Conjunction::zolang};
  Frame frame = openFrame(lowering, site, sentence, known);
  lowering.use(sentence.main, {"plicht", "plichten", "van", "opgeschort"});
  graph::Effect effect;
  effect.kind = graph::EffectKind::suspend;
  for (const NounPhrase& party :
       names::nounPhrases(sentence.main, Free(sentence.main.size(), true), graph::EntityId{0}, lowering.vocabulary)) {
    if (party.determiner == Determiner::definite && party.party == graph::Party::none &&
        !frame.scope.latest(graph::EntityId{0})) {
      lowering.openNew(frame.scope, graph::EntityId{0});  // "de verhinderde Partij": each party, while it is so
      frame.binders.push_back({graph::EntityId{0}, {}});
    }
    effect.allOf = partyRef(lowering, party, sentence.main, frame);
    break;
  }
  closeFrame(lowering, sentence, frame, known);
  effect.where = lowering.provenance(site);
  effect.guard = site.guard;
  effect.during = frame.during;
  effect.trigger = frame.trigger;
  effect.binders = std::move(frame.binders);
  lowering.graph.effects.push_back(std::move(effect));
  return true;
}

/// "Zodra een Partij overleden is, eindigt de Overeenkomst."
bool lowerEnding(Lowering& lowering, const Site& site, const Sentence& sentence) {
  if (!has(sentence.main, "eindigt") || !has(sentence.main, "overeenkomst") || !sentence.find(Conjunction::zodra))
    return false;
  static constexpr std::array known{Conjunction::zodra};
  Frame frame = openFrame(lowering, site, sentence, known);
  lowering.use(sentence.main, {"eindigt", "overeenkomst", "van rechtswege"});
  if (!frame.trigger) return true;
  graph::State ended;
  ended.where = lowering.provenance(site);
  ended.guard = site.guard;
  ended.name = nameOf(site, "einde van de overeenkomst");
  ended.report = graph::StateReport::state;
  ended.begins.push_back(lowering.closed(*frame.trigger, frame.binders));
  graph::Effect effect;
  effect.where = ended.where;
  effect.guard = site.guard;
  effect.kind = graph::EffectKind::endAgreement;
  effect.trigger = ended.begins.front();
  lowering.note(site, ended.name, {Labelled::Kind::state, static_cast<std::uint32_t>(lowering.graph.states.size())});
  lowering.graph.states.push_back(std::move(ended));
  lowering.graph.effects.push_back(std::move(effect));
  return true;
}

/// "Door ⟨rechtshandeling⟩ eindigt de Overeenkomst" and "Door ... worden de plichten van P opgeschort".
bool lowerConsequence(Lowering& lowering, const Site& site, const Sentence& sentence) {
  if (sentence.main.empty() || sentence.main[0].key != "door") return false;
  const bool ends = has(sentence.main, "eindigt"), suspends = has(sentence.main, "opgeschort");
  if (!ends && !suspends) return false;
  const std::size_t verb = verbOfConsequence(sentence.main, ends);
  const std::size_t such = std::min(indexOf(sentence.main, "waarvan"), verb);
  const Words cause = part(sentence.main, 1, such);
  const auto act = lowering.predicate(cause, Free(cause.size(), true), true, false);
  if (!act) {
    Scope scope;
    lowering.explainUncovered(cause, Free(cause.size(), true), true, false, scope);
    return true;
  }
  lowering.useClause(cause);
  lowering.use(sentence.main, {"door"});
  if (ends)
    lowering.use(sentence.main, {"eindigt", "overeenkomst", "van rechtswege"});
  else
    lowering.use(sentence.main, {"plicht", "plichten", "van", "haar", "opgeschort"});
  graph::Effect effect;
  effect.where = lowering.provenance(site);
  effect.guard = site.guard;
  effect.kind = ends ? graph::EffectKind::endAgreement : graph::EffectKind::suspend;
  effect.act = graph::ActId{act->phrase->index};
  if (such < verb) effect.which = lowering.doingsOf(effect.act, part(sentence.main, such, verb));
  if (suspends) effect.allOf = suspendedParty(lowering, part(sentence.main, verb, sentence.main.size()));
  lowering.graph.effects.push_back(std::move(effect));
  return true;
}

}  // namespace beding::lowering

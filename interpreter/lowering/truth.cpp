// The truth of a predicate: its instances bound, its window kept, denied where the clause denies.
#include "lowering/lowering.h"

namespace beding::lowering {

namespace {

/// Whether the phrase speaks of some, all or none rather than of one that stands open.
bool quantifies(const NounPhrase& phrase, const Scope& scope) {
  return !phrase.pronoun && phrase.party == graph::Party::none && !phrase.otherParty &&
         phrase.determiner != Determiner::definite && phrase.determiner != Determiner::that &&
         !(phrase.determiner == Determiner::none && scope.latest(phrase.entity));
}

bool namesOne(Determiner determiner) {
  return determiner == Determiner::none || determiner == Determiner::indefinite || determiner == Determiner::definite ||
         determiner == Determiner::that;
}

}  // namespace

ExpressionId Lowering::truthOf(const Predicate& found, const Words& words, const std::vector<FoundTerm>& when,
                               bool negated, Scope& scope) {
  Bound bound;
  for (const NounPhrase& phrase : found.slots) {
    if (!bindSlot(phrase, words, scope, bound)) return {};
  }
  ExpressionId truth = truthOfBound(found, words, bound.given, when, negated, scope);
  if (!truth) return {};
  const bool inner = negated && !bound.quantified.empty();
  if (inner) truth = negate(truth);  // "een factuur niet voldaan is": there is one that is not; "alle": none is
  truth = quantified(bound.quantified, truth);
  return both(bound.filter, negated && !inner ? negate(truth) : truth);
}

/// What stands in a slot: an instance that the clause opens, some or all of them, or one that is open.
bool Lowering::bindSlot(const NounPhrase& phrase, const Words& words, Scope& scope, Bound& bound) {
  if (phrase.plural && namesOne(phrase.determiner)) return severalInstances(phrase, words), false;
  ExpressionId id;
  if (!quantifies(phrase, scope)) {
    id = instance(phrase, words, scope);
    if (id) bound.filter = both(bound.filter, adjective(words, phrase.adjectives, phrase.entity, id));
    if (id) bound.filter = both(bound.filter, ownerFilter(phrase, words, id));
  } else {
    const bool opens = scope.binders && namesOne(phrase.determiner);
    const Open opened = openNew(scope, phrase.entity);
    id = opened.value;
    const ExpressionId filter =
        both(adjective(words, phrase.adjectives, phrase.entity, id), ownerFilter(phrase, words, id));
    if (opens)
      scope.binders->push_back({phrase.entity, filter});
    else
      bound.quantified.push_back({phrase.determiner, opened, filter});
  }
  bound.given.push_back(id);
  return static_cast<bool>(id);
}

/// That the instance is of the party whose words were taken out behind this noun.
ExpressionId Lowering::ownerFilter(const NounPhrase& phrase, const Words& words, ExpressionId instance) {
  if (!ownedBy || words[phrase.end - 1].span.begin != ownedBy->noun.begin) return {};
  const ExpressionId filter = isOfParty(phrase.entity, instance, ownedBy->party);
  ownedBy->read = filter.valid();
  return filter;
}

/// Binds the instances that are meant by "een", "geen" and "alle", the last one innermost.
ExpressionId Lowering::quantified(const std::vector<Quantified>& all, ExpressionId truth) {
  for (auto it = all.rbegin(); it != all.rend(); ++it) {
    const bool every = it->determiner == Determiner::all || it->determiner == Determiner::each;
    if (!every) {
      truth = existing(it->opened, both(it->filter, truth));
    } else {
      const ExpressionId body = it->filter ? either(negate(it->filter), truth) : truth;
      truth = operation(Op::forAll, Type::truth, {body}, it->opened.entity.index);
      at(graph.expressions, truth).slot = at(graph.expressions, it->opened.value).slot;
    }
    if (it->determiner == Determiner::no) truth = negate(truth);
  }
  return truth;
}

ExpressionId Lowering::truthOfBound(const Predicate& found, const Words& words, const std::vector<ExpressionId>& given,
                                    const std::vector<FoundTerm>& when, bool& negated, Scope& scope) {
  const std::uint32_t index = found.phrase->index;
  const bool act = found.phrase->kind == names::PhraseKind::act;
  if (found.phrase->kind == names::PhraseKind::event || (act && !graph.acts[index].fulfilledWhen)) {
    ExpressionId actor;
    if (found.actor) actor = instance(*found.actor, words, scope);
    return occurrenceTruth(patternOf(found, words, given, actor, scope), words, when, negated);
  }
  for (const FoundTerm& term : when) reportLeft(words, term.begin, term.end);  // only what happens has a window
  if (!when.empty()) return {};
  switch (found.phrase->kind) {
    case names::PhraseKind::state:
      return stateTruth(index, given, scope);
    case names::PhraseKind::judgement:
      return judgementTruth(index, given, scope);
    case names::PhraseKind::valid:
      return validity(given.front(), {}, found.under);
    case names::PhraseKind::settled:
      return operation(Op::settled, Type::truth, given);
    case names::PhraseKind::allSettled:
      return operation(Op::equal, Type::truth,
                       {operation(Op::outstanding, Type::money, {}, 1), constant(Money{}, Type::money)});
    case names::PhraseKind::inForce:
      return operation(Op::state, Type::truth, {}, graph::StateId::nothing);
    case names::PhraseKind::act:
    case names::PhraseKind::event:
      break;
  }
  return fulfilment(found, given, words, scope);
}

/// A judgement about an instance that the phrase does not name is about the one that stands open.
ExpressionId Lowering::judgementTruth(std::uint32_t index, std::vector<ExpressionId> given, const Scope& scope) {
  const graph::EntityId about = graph.judgements[index].subject;
  const Open* subject = given.empty() && about ? scope.latest(about) : nullptr;
  if (subject) given.push_back(subject->value);
  return operation(Op::judgement, Type::truth, given, index);
}

/// Whether what happened was a valid exercise: of that act, under that lid.
ExpressionId Lowering::validity(ExpressionId subject, graph::ActId act, const std::string& lid) {
  const ExpressionId valid = operation(Op::valid, Type::truth, {subject}, act.index);
  if (!lid.empty()) at(graph.expressions, valid).value = document + ":" + lid;
  return valid;
}

/// A state holds when any sentence that makes it does.
ExpressionId Lowering::stateHolds(std::uint32_t state, const std::vector<ExpressionId>& given) {
  ExpressionId truth = operation(Op::state, Type::truth, given, state);
  for (const std::uint32_t other : stateAlternatives[state])
    truth = either(truth, operation(Op::state, Type::truth, given, other));
  return truth;
}

/// Instances that the phrase of a state leaves out: any will do.
ExpressionId Lowering::stateTruth(std::uint32_t state, std::vector<ExpressionId> given, Scope& scope) {
  const auto binders = graph.states[state].binders;
  std::vector<Open> missing;
  for (std::size_t b = given.size(); b < binders.size(); ++b) {
    Scope inner = scope;
    missing.push_back(openNew(inner, binders[b].entity));
    given.push_back(missing.back().value);
    scope.next = inner.next;
  }
  ExpressionId truth = stateHolds(state, given);
  for (auto it = missing.rbegin(); it != missing.rend(); ++it) truth = existing(*it, truth);
  return truth;
}

/// An occurrence, within its window if there is one. A window knows its own negation: "nog niet" is neither.
ExpressionId Lowering::occurrenceTruth(graph::PatternId pattern, const Words& words, const std::vector<FoundTerm>& when,
                                       bool& negated) {
  ExpressionId from, until;
  for (const FoundTerm& term : when) {
    ExpressionId& bound = term.word == TermWord::from ? from : until;
    if (bound || !term.moment) return reportLeft(words, term.begin, term.end), ExpressionId{};
    bound = term.moment;
  }
  if (until && !from) {
    const Op op = negated ? Op::missedWithin : Op::happenedWithin;
    negated = false;
    return operation(op, Type::truth, {until}, pattern.index);
  }
  if (from || until) return operation(Op::happened, Type::truth, {from, until}, pattern.index);
  return operation(Op::happened, Type::truth, {}, pattern.index);
}

/// The condition under which an act that is fulfilled by a state is, with the arguments given. It has no form.
ExpressionId Lowering::fulfilment(const Predicate& found, const std::vector<ExpressionId>& given, const Words& words,
                                  const Scope& scope) {
  if (!found.forms.empty()) {
    report(kinds::wordsLeft, names::spanOf(words, 0, words.size()), {at(graph.forms, found.forms.front()).name});
    return {};
  }
  const std::uint32_t act = found.phrase->index;
  const Sentence sentence = sentenceOf(acts[act].site.statement->clauses);
  Scope inner;
  inner.next = scope.next;
  for (std::size_t i = 0; i < given.size(); ++i) inner.open.push_back({graph.acts[act].parameters[i], given[i]});
  const Subclause* when = sentence.find(syntax::Conjunction::zodra);
  return when ? condition(when->words, inner) : ExpressionId{};
}

}  // namespace beding::lowering

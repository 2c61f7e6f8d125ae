// Conditions and triggers: clauses covered by declared predicates, comparisons, en / of / niet.
#include <algorithm>
#include <array>

#include "lowering/lowering.h"

namespace beding::lowering {

namespace {

/// "niet alle facturen": denies that it is so of all. Elsewhere `niet` denies what is said of each.
bool takeLeadingNegation(Words& words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const bool leads = words[i].kind == WordKind::negation &&
                       (words[i + 1].determiner == Determiner::all || words[i + 1].determiner == Determiner::each);
    if (!leads) continue;
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
    return true;
  }
  return false;
}

/// Removes `niet`; says whether there was an odd number of them.
bool takeNegation(Words& words) {
  const auto first =
      std::remove_if(words.begin(), words.end(), [](const Word& w) { return w.kind == WordKind::negation; });
  const bool odd = (words.end() - first) % 2 != 0;
  words.erase(first, words.end());
  return odd;
}

bool wrapped(const Words& words) {
  if (words.size() < 3 || words.front().kind != WordKind::open || words.back().kind != WordKind::close) return false;
  int depth = 0;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    depth += words[i].kind == WordKind::open ? 1 : words[i].kind == WordKind::close ? -1 : 0;
    if (depth == 0) return false;
  }
  return true;
}

/// A later part without subject ("..., failliet verklaard is") takes the first word of the part before it.
Words withSubjectOf(const Words& previous, const Words& words) {
  Words joined;
  if (!previous.empty()) joined.push_back(previous.front());
  joined.insert(joined.end(), words.begin(), words.end());
  return joined;
}

/// "geen bezwaar heeft gemaakt", "geen Partij": `geen` on a word that is no slot denies the whole.
bool deniesPart(const Words& words, const Predicate& found) {
  bool denied = found.phrase->denies;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool inSlot = std::any_of(found.slots.begin(), found.slots.end(),
                                    [&](const NounPhrase& slot) { return slot.begin <= i && i < slot.end; });
    if (words[i].determiner == Determiner::no && !inSlot) denied = !denied;
  }
  return denied;
}

struct Comparator {
  std::size_t at = 0;     // first word of the comparison itself
  std::size_t right = 0;  // first word of the right-hand side
  Op op = Op::less;
  bool swapped = false;  // right op left
  bool lasting = false;  // langer dan, ten minste: may be about how long something has lasted
};

std::optional<Comparator> findComparator(const Words& words) {
  static constexpr std::array<std::string_view, 6> more{"hoger", "meer", "groter", "later", "langer", "ouder"};
  static constexpr std::array<std::string_view, 5> less{"lager", "minder", "kleiner", "eerder", "korter"};
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const bool parted =
        i + 2 < words.size() && words[i + 1].kind == WordKind::auxiliary && words[i + 2].key == "dan";  // hoger is dan
    if (parted) {
      Words closed = words;
      closed.erase(closed.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      if (auto found = findComparator(closed)) {
        ++found->right;
        return found;
      }
    }
    if (words[i].key == "ten minste") return Comparator{i, i + 1, Op::lessEqual, true, true};
    if (words[i].key == "ten hoogste") return Comparator{i, i + 1, Op::lessEqual, false, false};
    if (words[i + 1].key != "dan") continue;
    if (std::find(more.begin(), more.end(), words[i].key) != more.end())
      return Comparator{i, i + 2, Op::less, true, words[i].key == "langer"};
    if (std::find(less.begin(), less.end(), words[i].key) != less.end())
      return Comparator{i, i + 2, Op::less, false, false};
  }
  return std::nullopt;
}

Words withoutAuxiliaries(Words words) {
  std::erase_if(words, [](const Word& w) {
    return w.kind == WordKind::auxiliary || w.kind == WordKind::comma || w.key == "bedraagt";
  });
  return words;
}

bool sameKind(Type a, Type b) {
  const auto numeric = [](Type t) { return t == Type::number || t == Type::percentage; };
  const auto moment = [](Type t) { return t == Type::date || t == Type::instant; };
  const auto textual = [](Type t) {
    return t == Type::text || t == Type::form || t == Type::reference || t == Type::party || t == Type::list;
  };
  return a == b || (numeric(a) && numeric(b)) || (moment(a) && moment(b)) || (textual(a) && textual(b));
}

}  // namespace

ExpressionId Lowering::condition(const Words& written, Scope scope) {
  const Words words = part(written, 0, written.size());
  if (words.empty()) return {};
  if (wrapped(words)) return condition(part(words, 1, words.size() - 1), scope);
  {
    const Trial attempt(*this);
    Scope inner = scope;
    if (const ExpressionId whole = atomic(words, inner); whole && attempt.clean()) return whole;
  }
  if (const ExpressionId joined = composite(words, scope)) return joined;
  return atomic(words, scope);  // once more, now saying what is wrong
}

/// `of` binds loosest, then `en`. A comma before the last `of` or `en` is one too.
ExpressionId Lowering::composite(const Words& words, const Scope& scope) {
  for (const std::string_view link : {"of", "en"}) {
    if (!has(words, link)) continue;
    const auto pieces = splitAt(words, {link});
    if (pieces.size() < 2) continue;
    ExpressionId joined;
    Words previous;
    for (const Words& piece : pieces) {
      ExpressionId id;
      bool borrowed = false;
      {
        const Trial attempt(*this);
        id = condition(piece, scope);
        if (!attempt.clean()) id = {};
        borrowed = !id;
        if (borrowed && !previous.empty() && piece.size() + 1 < words.size())
          id = condition(withSubjectOf(previous, piece), scope);
      }
      if (!id) id = condition(piece, scope);
      if (!id) return {};
      joined = link == "of" ? either(joined, id) : both(joined, id);
      if (!borrowed) previous = piece;  // the last part with a subject of its own
    }
    describe(joined, words, 0, words.size());
    return joined;
  }
  return {};
}

ExpressionId Lowering::atomic(Words words, Scope& scope) {
  const Words all = words;
  const bool notAll = takeLeadingNegation(words);
  const bool negated = takeNegation(words);
  const Scope kept = scope;
  const std::size_t opened = scope.binders ? scope.binders->size() : 0;
  {
    const Trial attempt(*this);
    if (ExpressionId compared = comparison(words, scope); compared && attempt.clean()) {
      if (negated) compared = negate(compared);
      describe(compared, all, 0, all.size());
      return compared;
    }
  }
  scope = kept;  // what the attempt opened is not there
  if (scope.binders) scope.binders->resize(opened);
  Free free(words.size(), true);
  const auto found = terms(words, free, scope);
  const std::size_t before = reported();
  const auto match = predicate(words, free, true, true, &scope);
  if (!match) {
    if (reported() == before) unknownPhrase(words);
    return {};
  }
  ExpressionId truth = truthOf(*match, words, found, negated != deniesPart(words, *match), scope);
  if (truth && notAll) truth = negate(truth);
  describe(truth, all, 0, all.size());
  return truth;
}

/// "de wijze van de melding bekend is": whether the event says it.
ExpressionId Lowering::stated(const Words& words, Scope& scope) {
  Words left = withoutAuxiliaries(words);
  if (left.size() < 2 || left.back().key != "bekend") return {};
  left.pop_back();
  const ExpressionId value = wholeValue(left, 0, left.size(), scope);
  if (!value || at(graph.expressions, value).op != Op::attribute) return {};
  graph::Expression known = at(graph.expressions, value);
  known.op = Op::hasAttribute;
  known.type = Type::truth;
  return make(std::move(known));
}

ExpressionId Lowering::comparison(const Words& words, Scope& scope) {
  if (has(words, "bekend")) return stated(words, scope);
  const auto comparator = findComparator(words);
  if (!comparator) {
    const std::size_t copula = static_cast<std::size_t>(
        std::find_if(words.begin(), words.end(), [](const Word& w) { return w.kind == WordKind::auxiliary; }) -
        words.begin());
    if (copula == 0 || copula >= words.size()) return {};
    Words left = withoutAuxiliaries(part(words, 0, copula)),
          right = withoutAuxiliaries(part(words, copula + 1, words.size()));
    if (right.empty()) {  // "de soort "duur" is": both values stand before the copula
      const auto first = value(left, 0, scope);
      if (!first || first->end >= left.size()) return {};
      right = part(left, first->end, left.size());
      left = part(left, 0, first->end);
    }
    if (left.empty()) return {};
    const ExpressionId a = wholeValue(left, 0, left.size(), scope);
    if (a && right.size() > 1 && right[0].kind == WordKind::literal) return oneOf(a, right);
    const ExpressionId b = a ? wholeValue(right, 0, right.size(), scope) : a;
    if (!a || !b || !sameKind(typeOf(a), typeOf(b))) return {};
    return typeOf(a) == Type::list ? operation(Op::contains, Type::truth, {a, b})
                                   : operation(Op::equal, Type::truth, {a, b});
  }
  Words left = withoutAuxiliaries(part(words, 0, comparator->at));
  Words right = withoutAuxiliaries(part(words, comparator->right, words.size()));
  while (!right.empty() && (right.back().key == "geduurd" || right.back().key == "duurt" || right.back().key == "hoog"))
    right.pop_back();
  Scope inner = scope;
  ExpressionId existing;
  Slot slot = 0;
  graph::EntityId quantified;
  const Free free(left.size(), true);
  for (std::uint32_t e = 1; e < graph.entities.size() && !left.empty();
       ++e) {  // "een overmacht langer dan ...": opens one
    const auto phrase = names::nounPhraseAt(left, free, 0, graph::EntityId{e}, vocabulary);
    if (!phrase || phrase->determiner != Determiner::indefinite || phrase->end != left.size()) continue;
    if (scope.binders) {
      const ExpressionId opened = openNew(scope, phrase->entity).value;
      scope.binders->push_back({phrase->entity, adjective(left, phrase->adjectives, phrase->entity, opened)});
      inner = scope;
    } else {
      slot = inner.next;
      openNew(inner, phrase->entity);
      quantified = phrase->entity;
    }
    break;
  }
  const ExpressionId a = wholeValue(left, 0, left.size(), inner);
  const ExpressionId b = a ? wholeValue(right, 0, right.size(), inner) : a;
  if (!a || !b) return {};
  if (typeOf(b) == Type::duration && typeOf(a) != Type::duration && comparator->lasting) {
    existing = lasted(a, b, comparator->op == Op::less);
  } else if (sameKind(typeOf(a), typeOf(b))) {
    existing = comparator->swapped ? operation(comparator->op, Type::truth, {b, a})
                                   : operation(comparator->op, Type::truth, {a, b});
  }
  if (!existing || !quantified) return existing;
  const ExpressionId exists = operation(Op::exists, Type::truth, {existing}, quantified.index);
  at(graph.expressions, exists).slot = slot;
  return exists;
}

/// "de oorzaak "brand", "storm" of "hagel" is".
ExpressionId Lowering::oneOf(ExpressionId value, const Words& choices) {
  ExpressionId any;
  for (const Words& choice : splitAt(choices, {"of"})) {
    if (choice.size() != 1 || choice[0].kind != WordKind::literal) return {};
    const ExpressionId wanted =
        constant(choice[0].item->value, choice[0].item->type, choice[0].span, choice[0].item->text);
    any = either(any, operation(typeOf(value) == Type::list ? Op::contains : Op::equal, Type::truth, {value, wanted}));
  }
  return any;
}

/// An instance has lasted longer than a duration while its state "loopt" holds; anything else since its moment.
ExpressionId Lowering::lasted(ExpressionId since, ExpressionId length, bool longer) {
  const Op op = longer ? Op::longerThan : Op::atLeastLong;
  if (typeOf(since) != Type::reference) return operation(op, Type::truth, {since, length});
  for (const names::Phrase& phrase : vocabulary.phrases) {
    const bool runs =
        phrase.kind == names::PhraseKind::state && phrase.pattern.size() == 2 && phrase.pattern[0].isSlot() &&
        phrase.pattern[0].entity.index == at(graph.expressions, since).index && phrase.pattern[1].word == "loopt";
    if (!runs) continue;
    const ExpressionId holds = operation(Op::state, Type::truth, {since}, phrase.index);
    const ExpressionId begun = operation(Op::stateSince, Type::date, {since}, phrase.index);
    return both(holds, operation(op, Type::truth, {begun, length}));
  }
  return operation(op, Type::truth, {operation(Op::occurredAt, Type::date, {since}), length});
}

/// The truth of a predicate with its instances bound: existing, all, none, or those that stand open.
ExpressionId Lowering::truthOf(const Predicate& found, const Words& words, const std::vector<FoundTerm>& when,
                               bool negated, Scope& scope) {
  struct Quantified {
    Determiner determiner;
    Slot slot;
    graph::EntityId entity;
    ExpressionId filter;
  };
  std::vector<Quantified> quantified;
  std::vector<ExpressionId> given;
  ExpressionId openFilter;
  for (const NounPhrase& phrase : found.slots) {
    const bool quantifies = !phrase.pronoun && phrase.party == graph::Party::none && !phrase.otherParty &&
                            phrase.determiner != Determiner::definite && phrase.determiner != Determiner::that &&
                            !(phrase.determiner == Determiner::none && scope.latest(phrase.entity));
    ExpressionId id;
    if (quantifies && scope.binders && phrase.determiner != Determiner::no && phrase.determiner != Determiner::all) {
      id = openNew(scope, phrase.entity).value;
      scope.binders->push_back({phrase.entity, adjective(words, phrase.adjectives, phrase.entity, id)});
    } else if (quantifies) {
      const Slot slot = scope.next;
      id = openNew(scope, phrase.entity).value;
      quantified.push_back(
          {phrase.determiner, slot, phrase.entity, adjective(words, phrase.adjectives, phrase.entity, id)});
    } else {
      id = instance(phrase, words, scope);
      if (!id) return {};
      if (!phrase.adjectives.empty())
        openFilter = both(openFilter, adjective(words, phrase.adjectives, phrase.entity, id));
    }
    given.push_back(id);
  }
  ExpressionId truth;
  switch (found.phrase->kind) {
    case names::PhraseKind::state:
      truth = stateTruth(found.phrase->index, given, scope);
      break;
    case names::PhraseKind::inForce:
      truth = operation(Op::state, Type::truth, {}, graph::StateId::nothing);
      break;
    case names::PhraseKind::judgement: {
      const graph::Judgement& judgement = graph.judgements[found.phrase->index];
      const Open* subject = given.empty() && judgement.subject ? scope.latest(judgement.subject) : nullptr;
      if (subject) given.push_back(subject->value);
      truth = operation(Op::judgement, Type::truth, given, found.phrase->index);
      break;
    }
    case names::PhraseKind::settled:
      truth = operation(Op::settled, Type::truth, given);
      break;
    case names::PhraseKind::allSettled: {
      const ExpressionId open = operation(Op::outstanding, Type::money, {}, 1);
      truth = operation(Op::equal, Type::truth, {open, constant(Money{}, Type::money)});
      break;
    }
    case names::PhraseKind::act:
    case names::PhraseKind::event: {
      ExpressionId actor;
      if (found.actor) actor = instance(*found.actor, words, scope);
      if (found.phrase->kind == names::PhraseKind::act &&
          at(graph.acts, graph::ActId{found.phrase->index}).fulfilledWhen) {
        truth = fulfilment(found.phrase->index, given, scope);
      } else {
        truth = occurrenceTruth(patternOf(found, words, given, actor, scope), when, negated);
      }
      break;
    }
  }
  truth = both(openFilter, truth);
  const bool inner = negated && !quantified.empty();
  if (inner) truth = negate(truth);  // "een factuur niet voldaan is": there is one that is not; "alle": none is
  for (auto it = quantified.rbegin(); it != quantified.rend(); ++it) {
    const bool all = it->determiner == Determiner::all || it->determiner == Determiner::each;
    const ExpressionId body = all ? (it->filter ? either(negate(it->filter), truth) : truth) : both(it->filter, truth);
    truth = operation(all ? Op::forAll : Op::exists, Type::truth, {body}, it->entity.index);
    at(graph.expressions, truth).slot = it->slot;
    if (it->determiner == Determiner::no) truth = negate(truth);
  }
  return negated && !inner ? negate(truth) : truth;
}

/// A state holds when any sentence that makes it does. Instances that the phrase leaves out: any will do.
ExpressionId Lowering::stateTruth(std::uint32_t state, std::vector<ExpressionId> given, Scope& scope) {
  const auto binders = graph.states[state].binders;
  std::vector<std::pair<Slot, graph::EntityId>> missing;
  for (std::size_t b = given.size(); b < binders.size(); ++b) {
    missing.emplace_back(scope.next, binders[b].entity);
    Scope inner = scope;
    given.push_back(openNew(inner, binders[b].entity).value);
    scope.next = inner.next;
  }
  ExpressionId truth = operation(Op::state, Type::truth, given, state);
  for (const std::uint32_t other : stateAlternatives[state])
    truth = either(truth, operation(Op::state, Type::truth, given, other));
  for (auto it = missing.rbegin(); it != missing.rend(); ++it) {
    truth = operation(Op::exists, Type::truth, {truth}, it->second.index);
    at(graph.expressions, truth).slot = it->first;
  }
  return truth;
}

/// An occurrence, within its window if there is one. A window knows its own negation: "nog niet" is neither.
ExpressionId Lowering::occurrenceTruth(graph::PatternId pattern, const std::vector<FoundTerm>& when, bool& negated) {
  ExpressionId from, until;
  for (const FoundTerm& term : when) {
    if (term.word == TermWord::from)
      from = term.moment;
    else if (term.moment)
      until = term.moment;
  }
  if (until && !from) {
    const Op op = negated ? Op::missedWithin : Op::happenedWithin;
    negated = false;
    return operation(op, Type::truth, {until}, pattern.index);
  }
  if (from || until) return operation(Op::happened, Type::truth, {from, until}, pattern.index);
  return operation(Op::happened, Type::truth, {}, pattern.index);
}

/// A condition in a trigger: what `een X` opens stays open for the sentence. Only `of` joins there.
ExpressionId Lowering::conditionOpening(const Words& words, Scope& scope) {
  const Scope kept = scope;
  const std::size_t opened = scope.binders->size();
  {
    const Trial attempt(*this);
    if (const ExpressionId whole = atomic(words, scope); whole && attempt.clean()) return whole;
  }
  scope = kept;
  scope.binders->resize(opened);
  if (!has(words, "of") && !has(words, "en")) return atomic(words, scope);
  scope.binders = nullptr;
  const ExpressionId joined = condition(words, scope);
  scope.binders = kept.binders;
  return joined;
}

/// The condition under which an act that is fulfilled by a state is, with the arguments given.
ExpressionId Lowering::fulfilment(std::uint32_t act, const std::vector<ExpressionId>& given, const Scope& scope) {
  const Site& site = acts[act].site;
  const Sentence sentence = sentenceOf(site.statement->clauses);
  Scope inner;
  inner.next = scope.next;
  const graph::Act& declared = graph.acts[act];
  for (std::size_t i = 0; i < given.size(); ++i) inner.open.push_back({declared.parameters[i], given[i]});
  const Subclause* when = sentence.find(syntax::Conjunction::zodra);
  return when ? condition(when->words, inner) : ExpressionId{};
}

/// What triggers stands beyond the instances that the rest of the sentence may still open ("moet iedere Partij ...").
constexpr Slot roomForBinders = 8;

std::optional<graph::Trigger> Lowering::trigger(const Words& words, Scope& scope, std::vector<graph::Binder>& binders) {
  graph::Trigger result;
  scope.binders = &binders;
  const std::size_t before = binders.size();
  std::size_t end = 0;
  const Slot occurrence = scope.next + roomForBinders;
  if (eventAt(words, 0)) {  // an event named outright, with waarvan ...
    Scope inner = scope;
    inner.next = occurrence + 1;
    inner.binders = nullptr;
    auto alternatives = eventChoice(words, 0, end, inner, occurrence);
    if (end == words.size() && !alternatives.empty()) {
      result.pattern = append<graph::Pattern>(
          graph.patterns, graph::Pattern{std::move(alternatives), occurrence, false, names::spelled(words, 0, end)});
      scope.binders = nullptr;
      return result;
    }
    if (alternatives.empty()) {  // an event with a mistake in what follows: reported there
      scope.binders = nullptr;
      return std::nullopt;
    }
  }
  Free free(words.size(), true);
  std::optional<Predicate> match;
  {
    const Trial attempt(*this);
    match = predicate(words, free, true, true, &scope);
  }
  const bool occurs = match && !has(words, "niet") && !deniesPart(words, *match) &&
                      (match->phrase->kind == names::PhraseKind::event ||
                       (match->phrase->kind == names::PhraseKind::act &&
                        !at(graph.acts, graph::ActId{match->phrase->index}).fulfilledWhen));
  if (occurs) {
    ExpressionId filter;
    auto given = arguments(*match, words, scope, filter);
    ExpressionId actor;
    if (match->actor) actor = instance(*match->actor, words, scope);
    Scope inner = scope;
    inner.next = occurrence;
    result.pattern = patternOf(*match, words, std::move(given), actor, inner);
    if (filter && binders.size() > before) binders.back().where = both(binders.back().where, filter);
  } else {
    result.becomes = conditionOpening(words, scope);
    if (!result.becomes) {
      scope.binders = nullptr;
      return std::nullopt;
    }
  }
  scope.binders = nullptr;
  return result;
}

/// The arguments of an act or event in a trigger or main clause; `een X` and `elke X` open an instance of the sentence.
std::vector<ExpressionId> Lowering::arguments(const Predicate& found, const Words& words, Scope& scope,
                                              ExpressionId& filter) {
  std::vector<ExpressionId> given;
  for (const NounPhrase& phrase : found.slots) {
    const bool opens = scope.binders && !phrase.pronoun && phrase.party == graph::Party::none && !phrase.otherParty &&
                       (phrase.determiner == Determiner::indefinite || phrase.determiner == Determiner::each ||
                        (phrase.determiner == Determiner::none && !scope.latest(phrase.entity)));
    ExpressionId id;
    if (opens) {
      id = openNew(scope, phrase.entity).value;
      scope.binders->push_back({phrase.entity, adjective(words, phrase.adjectives, phrase.entity, id)});
    } else {
      id = instance(phrase, words, scope);
      if (id && !phrase.adjectives.empty())
        filter = both(filter, adjective(words, phrase.adjectives, phrase.entity, id));
    }
    given.push_back(id);
  }
  return given;
}

}  // namespace beding::lowering

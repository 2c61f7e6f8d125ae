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

bool hasParentheses(const Words& words) {
  return std::any_of(words.begin(), words.end(), [](const Word& w) { return w.kind == WordKind::open; });
}

}  // namespace

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

/// A condition takes every word of its clause, or reports what it cannot place.
ExpressionId Lowering::condition(const Words& words, const Scope& scope) {
  useClause(words);
  return joinedCondition(part(words, 0, words.size()), scope);
}

/// One predicate, or several joined. When neither can be read it is read once more, to say what is wrong.
ExpressionId Lowering::joinedCondition(const Words& words, const Scope& scope) {
  if (words.empty()) return {};
  if (wrapped(words)) return joinedCondition(part(words, 1, words.size() - 1), scope);
  if (!hasParentheses(words)) {
    const Trial attempt(*this);
    Scope inner = scope;
    if (const ExpressionId whole = atomic(words, inner); whole && attempt.clean()) return whole;
  }
  if (const ExpressionId joined = composite(words, scope)) return joined;
  Scope inner = scope;
  return atomic(words, inner);
}

/// `of` binds loosest, then `en`. A comma before the last `of` or `en` is one too.
ExpressionId Lowering::composite(const Words& words, const Scope& scope) {
  for (const std::string_view link : {"of", "en"}) {
    const auto pieces = has(words, link) ? splitAt(words, {link}) : std::vector<Words>{};
    if (pieces.size() < 2) continue;
    ExpressionId joined;
    Words subject;  // the last part with a subject of its own
    for (const Words& piece : pieces) {
      const ExpressionId id = pieceOf(piece, subject, scope);
      if (!id) return {};
      joined = link == "of" ? either(joined, id) : both(joined, id);
    }
    describe(joined, words, 0, words.size());
    return joined;
  }
  return {};
}

/// One part of several; without a subject of its own it has that of the part before it.
ExpressionId Lowering::pieceOf(const Words& piece, Words& subject, const Scope& scope) {
  if (!hasParentheses(piece)) {
    const Trial attempt(*this);
    const ExpressionId id = joinedCondition(piece, scope);
    if (id && attempt.clean()) return subject = piece, id;
  }
  if (!hasParentheses(piece) && !subject.empty()) {
    const Trial attempt(*this);
    const ExpressionId id = joinedCondition(withSubjectOf(subject, piece), scope);
    if (id && attempt.clean()) return id;
  }
  subject = piece;
  return joinedCondition(piece, scope);
}

ExpressionId Lowering::atomic(const Words& all, Scope& scope) {
  Words words = all;
  const bool notAll = takeLeadingNegation(words);
  const bool negated = takeNegation(words);
  ExpressionId truth = triedComparison(words, scope);
  if (truth && negated) truth = negate(truth);
  if (!truth) truth = predicated(words, negated, scope);
  if (truth && notAll) truth = negate(truth);
  describe(truth, all, 0, all.size());
  return truth;
}

/// What an attempt that fails has opened is not there.
ExpressionId Lowering::triedComparison(const Words& words, Scope& scope) {
  const Trial attempt(*this);
  const Scope kept = scope;
  const std::size_t opened = scope.binders ? scope.binders->size() : 0;
  if (const ExpressionId compared = comparison(words, scope); compared && attempt.clean()) return compared;
  scope = kept;
  if (scope.binders) scope.binders->resize(opened);
  return {};
}

/// "een overtreding van Opdrachtgever voortduurt", where only "een overtreding voortduurt" is declared.
ExpressionId Lowering::predicatedOfParty(const Words& words, bool negated, Scope& scope) {
  for (std::size_t of = 1; !ownedBy && of + 1 < words.size(); ++of) {
    if (words[of].key != "van") continue;
    const auto party = names::nounPhraseAt(words, Free(words.size(), true), of + 1, graph::EntityId{0}, vocabulary);
    if (!party) continue;
    Words rest = words;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(of), rest.begin() + static_cast<std::ptrdiff_t>(party->end));
    const Trial attempt(*this);
    const Scope kept = scope;
    const std::size_t opened = scope.binders ? scope.binders->size() : 0;
    ownedBy = Owner{words[of - 1].span, instance(*party, words, scope)};
    const ExpressionId truth = predicated(rest, negated, scope);
    const bool found = truth && ownedBy->read && attempt.clean();
    ownedBy.reset();
    if (found) return truth;
    scope = kept;
    if (scope.binders) scope.binders->resize(opened);
  }
  return {};
}

/// A declared phrase, with the window that the clause gives it.
ExpressionId Lowering::predicated(const Words& words, bool negated, Scope& scope) {
  Free free(words.size(), true);
  const auto window = terms(words, free, scope);
  const auto match = predicate(words, free, true, true, &scope);
  if (match) return truthOf(*match, words, window, negated != deniesPart(words, *match), scope);
  if (const ExpressionId truth = predicatedOfParty(words, negated, scope)) return truth;
  if (compares(words) && !reportedIn(names::spanOf(words, 0, words.size()))) (void)comparison(words, scope);
  explainUncovered(words, free, true, true, scope);
  return {};
}

}  // namespace beding::lowering

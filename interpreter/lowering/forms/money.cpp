// Money: claims, rights to charge, penalties, allocation, acceleration.
#include <algorithm>
#include <array>

#include "lowering/forms/forms.h"
#include "lowering/native.h"

namespace beding::lowering {

namespace {

constexpr std::string_view owedWord = "verschuldigd";

std::vector<NounPhrase> parties(Lowering& lowering, const Words& words) {
  return names::nounPhrases(words, Free(words.size(), true), graph::EntityId{0}, lowering.vocabulary);
}

Words without(const Words& words, const std::vector<std::string_view>& keys) {
  Words left;
  for (const Word& word : words) {
    const bool drop = word.kind == WordKind::auxiliary || std::find(keys.begin(), keys.end(), word.key) != keys.end();
    if (!drop) left.push_back(word);
  }
  return left;
}

/// Takes the party at the start of the words, with a preposition before it if there is one.
std::optional<graph::PartyRef> takeParty(Lowering& lowering, Words& words, std::string_view preposition, Frame& frame) {
  for (const NounPhrase& phrase : parties(lowering, words)) {
    const bool led = phrase.begin > 0 && words[phrase.begin - 1].key == preposition;
    if (preposition.empty() == led && !preposition.empty()) continue;
    if (!preposition.empty() && !led) continue;
    if (preposition.empty() && phrase.begin > 0 && names::isPreposition(words[phrase.begin - 1].key)) continue;
    const graph::PartyRef ref = partyRef(lowering, phrase, words, frame);
    if (led) lowering.use(words, phrase.begin - 1, phrase.begin);
    const auto from = words.begin() + static_cast<std::ptrdiff_t>(phrase.begin) - (led ? 1 : 0);
    words.erase(from, words.begin() + static_cast<std::ptrdiff_t>(phrase.end));
    return ref;
  }
  return std::nullopt;
}

graph::PostKind postKindOf(const Words& words) {
  const auto mentions = [&](std::string_view part) {
    return std::any_of(words.begin(), words.end(),
                       [&](const Word& w) { return w.key.find(part) != std::string::npos; });
  };
  if (mentions("boete")) return graph::PostKind::penalty;
  if (mentions("kosten")) return graph::PostKind::costs;
  return graph::PostKind::damages;
}

/// The statutory table that the words name; it becomes part of the graph.
Id<RateTable> rateTable(Lowering& lowering, const Words& words) {
  const RateTable& table = has(words, "handelsrente") ? wettelijkeHandelsrente() : wettelijkeRente();
  std::vector<RateTable>& tables = lowering.graph.rateTables;
  const auto known =
      std::find_if(tables.begin(), tables.end(), [&](const RateTable& t) { return t.name == table.name; });
  if (known == tables.end()) return append<RateTable>(tables, table);
  return {static_cast<std::uint32_t>(known - tables.begin())};
}

bool isInterest(const Words& words) { return has(words, "handelsrente") || has(words, "rente"); }

/// What has not come to its end yet: `totdat`.
ExpressionId notYet(Lowering& lowering, const graph::Trigger& until) {
  if (until.becomes) return lowering.negate(until.becomes);
  return lowering.negate(lowering.operation(Op::happened, Type::truth, {}, until.pattern.index));
}

void finish(Lowering& lowering, const Site& site, const Sentence& sentence, Frame frame, graph::Amount amount,
            std::string name) {
  closeFrame(lowering, sentence, frame, normClauses);
  amount.where = lowering.provenance(site);
  amount.guard = site.guard;
  amount.name = nameOf(site, std::move(name));
  amount.binders = std::move(frame.binders);
  amount.trigger = frame.trigger;
  amount.condition = lowering.both(amount.condition, frame.condition);
  amount.during = lowering.both(amount.during, frame.during);
  amount.unless = unlessOf(lowering, site, frame, amount.name);
  if (frame.until) amount.during = lowering.both(amount.during, notYet(lowering, *frame.until));
  if (amount.kind == graph::AmountKind::posted && amount.during) amount.kind = graph::AmountKind::followed;
  const Labelled node{Labelled::Kind::amount, static_cast<std::uint32_t>(lowering.graph.amounts.size())};
  addDerogation(lowering, site, sentence, node);
  lowering.note(site, amount.name, node);
  lowering.graph.amounts.push_back(std::move(amount));
}

/// Interest runs over the open amount of the invoice, per year.
void useInterestWords(Lowering& lowering, const Words& words) {
  lowering.use(words, {"wettelijke", "handelsrente", "rente", "van"});
  const std::size_t over = indexOf(words, "over");
  if (startsWith(words, over, {"over", "openstaande", "bedrag"})) {
    const bool named = startsWith(words, over + 3, {"van", "factuur"});
    lowering.use(words, over, over + (named ? 5 : 3));
  }
  const std::size_t per = indexOf(words, "per");
  if (startsWith(words, per, {"per", "jaar"})) lowering.use(words, per, per + 2);
}

void asInterest(Lowering& lowering, const Words& words, Frame& frame, graph::Amount& amount) {
  amount.kind = graph::AmountKind::interest;
  amount.post = graph::PostKind::interest;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {  // "rente van 2%" or "rente van de contractrente"
    if (words[i].key != "rente" || words[i + 1].key != "van") continue;
    if (const auto rate = lowering.keptValue(words, i + 2, frame.scope)) amount.rate = rate->value;
  }
  if (!amount.rate) amount.table = rateTable(lowering, words);
  useInterestWords(lowering, words);
}

std::string firstNoun(const Words& words) { return words.empty() ? "bedrag" : names::spelled(words, 0, words.size()); }

/// The value of a claim. A list after a colon adds up.
ExpressionId claimed(Lowering& lowering, const Site& site, const Words& words, Scope& scope) {
  if (site.statement->list.empty())
    return words.empty() ? ExpressionId{} : lowering.wholeValue(words, 0, words.size(), scope);
  ExpressionId total;
  for (const syntax::ListEntry& entry : site.statement->list) {
    for (const syntax::Clause& clause : entry.clauses) {
      const Words part = names::wordsOf(clause.items);
      const ExpressionId one = lowering.wholeValue(part, 0, part.size(), scope);
      if (!one) return {};
      total = total ? lowering.operation(Op::add, Type::money, {total, one}) : one;
    }
  }
  return total;
}

/// What is owed: interest over the open amount, or a value; the words are the amount's name.
void addOwed(Lowering& lowering, const Site& site, const Sentence& sentence, const Words& value, Frame frame,
             graph::Amount amount) {
  if (isInterest(value))
    asInterest(lowering, value, frame, amount);
  else
    amount.value = claimed(lowering, site, value, frame.scope);
  finish(lowering, site, sentence, std::move(frame), std::move(amount), firstNoun(value));
}

/// From when a claim exists, and when it is due; another term stays, and is reported.
void useClaimTerms(Lowering& lowering, const Words& words, Free& free, Frame& frame, graph::Amount& amount) {
  for (const FoundTerm& term : lowering.terms(words, free, frame.scope)) {
    if (term.word == TermWord::from)
      frame.during = lowering.both(frame.during, lowering.operation(Op::reached, Type::truth, {term.moment}));
    else if (!amount.due && term.moment)
      amount.due = term.moment;
    else
      continue;
    lowering.use(words, term.begin, term.end);
  }
}

/// The party that owes and the party that is owed, in a sentence about who owes.
bool takeParties(Lowering& lowering, const Sentence& sentence, Words& words, Frame& frame, graph::Amount& amount) {
  const auto creditor = takeParty(lowering, words, "aan", frame);
  const auto debtor = takeParty(lowering, words, "", frame);
  if (!debtor) {
    lowering.report(kinds::whichParty, names::spanOf(sentence.main, 0, sentence.main.size()));
    return false;
  }
  amount.debtor = *debtor;
  amount.creditor = creditor ? *creditor : opposite(*debtor);
  return true;
}

/// "Door ontbinding wegens een prijsstijging is P ... verschuldigd": the exercise that makes it due.
void takeCause(Lowering& lowering, Words& words, Frame& frame) {
  if (words.empty() || words[0].key != "door") return;
  const auto verb =
      std::find_if(words.begin(), words.end(), [](const Word& w) { return w.kind == WordKind::auxiliary; });
  const Words cause = part(words, 1, static_cast<std::size_t>(verb - words.begin()));
  lowering.use(words, 0, 1);
  lowering.useClause(cause);
  words.erase(words.begin(), verb);
  frame.scope.binders = &frame.binders;
  const auto act = lowering.predicate(cause, Free(cause.size(), true), true, false);
  if (!act) {
    lowering.explainUncovered(cause, Free(cause.size(), true), true, false, frame.scope);
  } else {
    ExpressionId filter;
    auto given = lowering.arguments(*act, cause, frame.scope, filter);
    frame.trigger = graph::Trigger{{}, lowering.operation(Op::exercised, Type::truth, given, act->phrase->index)};
  }
  frame.scope.binders = nullptr;
}

}  // namespace

/// "kan ... in rekening brengen": accrues and is shown, takes no payment before it is charged.
bool lowerCharge(Lowering& lowering, const Site& site, const Sentence& sentence) {
  if (modalIndex(sentence.main) >= sentence.main.size() || !has(sentence.main, "in rekening")) return false;
  Frame frame = openFrame(lowering, site, sentence, normClauses);
  lowering.use(sentence.main, {"kan", "kunnen", "in rekening", "brengen"});
  Words words = without(sentence.main, {"kan", "kunnen", "in rekening", "brengen"});
  graph::Amount amount;
  amount.owed = false;
  const auto creditor = takeParty(lowering, words, "", frame);
  if (!creditor) {
    lowering.report(kinds::whichParty, names::spanOf(sentence.main, 0, sentence.main.size()));
    return true;
  }
  amount.creditor = *creditor;
  const auto debtor = takeParty(lowering, words, "aan", frame);
  amount.debtor = debtor ? *debtor : opposite(*creditor);
  amount.post = postKindOf(words);
  addOwed(lowering, site, sentence, words, std::move(frame), std::move(amount));
  return true;
}

/// "is ... verschuldigd".
bool lowerClaim(Lowering& lowering, const Site& site, const Sentence& sentence) {
  if (!has(sentence.main, owedWord)) return false;
  Frame frame = openFrame(lowering, site, sentence, normClauses);
  Words main = sentence.main;
  takeCause(lowering, main, frame);
  frame.scope.occasion = frame.trigger.has_value();
  lowering.use(main, {owedWord, "bovendien", "daarnaast"});
  Words words = without(main, {owedWord, "bovendien", "daarnaast"});
  graph::Amount amount;
  if (!takeParties(lowering, sentence, words, frame, amount)) return true;
  amount.post = postKindOf(words);
  Free free(words.size(), true);
  useClaimTerms(lowering, words, free, frame, amount);
  Words value = freeWords(words, free);
  std::erase_if(value, [](const Word& w) { return w.kind == WordKind::comma; });
  addOwed(lowering, site, sentence, value, std::move(frame), std::move(amount));
  return true;
}

namespace {

/// "€ 10.000 per dag dat de overtreding voortduurt".
void addDaily(Lowering& lowering, const Site& site, const Words& words, Frame& frame, graph::Amount& amount) {
  const auto daily = lowering.keptValue(words, 0, frame.scope);
  if (!daily) return lowering.unknownValueAt(words, 0);
  amount.kind = graph::AmountKind::perDay;
  amount.daily = daily->value;
  amount.firstDayCountsUnder = lowering.firstDayCounts[site.place()];
  if (!startsWith(words, daily->end, {"per", "dag"})) return;
  const std::size_t that = daily->end + 2;
  lowering.use(words, daily->end, that);
  const bool spoken = startsWith(words, that, {"dat"});  // else a determiner took its place: "dat de ..."
  if (spoken) lowering.use(words, that, that + 1);
  const Words lasts = part(words, that + (spoken ? 1 : 0), words.size());
  if (!lasts.empty()) amount.during = lowering.condition(lasts, frame.scope);
}

}  // namespace

/// "verbeurt ... een boete van A, vermeerderd met B per dag dat de overtreding voortduurt".
bool lowerPenalty(Lowering& lowering, const Site& site, const Sentence& sentence) {
  if (!has(sentence.main, "verbeurt")) return false;
  Frame frame = openFrame(lowering, site, sentence, normClauses);
  lowering.use(sentence.main, {"verbeurt", "boete", "van", "vermeerderd", "met"});
  Words words = without(sentence.main, {"verbeurt"});
  graph::Amount amount;
  amount.post = graph::PostKind::penalty;
  if (!takeParties(lowering, sentence, words, frame, amount)) return true;
  const std::size_t fine = indexOf(words, "boete");
  const auto fixed = lowering.keptValue(words, fine + 2, frame.scope);
  if (!fixed) return lowering.unknownValueAt(words, fine + 2), true;
  amount.value = fixed->value;
  const std::size_t more = indexOf(words, "met", fixed->end);
  if (more < words.size()) addDaily(lowering, site, part(words, more + 1, words.size()), frame, amount);
  finish(lowering, site, sentence, std::move(frame), std::move(amount), "boete");
  return true;
}

namespace {

std::optional<graph::PostKind> postNamed(std::string_view key) {
  if (key.find("kosten") != std::string_view::npos) return graph::PostKind::costs;
  if (key.find("rente") != std::string_view::npos) return graph::PostKind::interest;
  if (key.find("boete") != std::string_view::npos) return graph::PostKind::penalty;
  const bool principal =
      key.find("factuur") != std::string_view::npos || key.find("hoofdsom") != std::string_view::npos;
  return principal ? std::optional(graph::PostKind::principal) : std::nullopt;
}

/// The kinds of posts in the order in which the words name them.
void addPosts(Lowering& lowering, const Words& words) {
  lowering.use(words, {"eerst", "vervolgens", "daarna", "oudste", "en", "op"});
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto post = postNamed(words[i].key);
    if (!post) continue;
    lowering.use(words, i, i + 1);
    lowering.graph.ledger.order.push_back(*post);
  }
}

void useAllocation(Lowering& lowering, const Words& words) {
  lowering.use(words, {"betalingen", "strekken", "ongeacht", "in mindering", "op"});
  const std::size_t regardless = indexOf(words, "ongeacht");
  if (startsWith(words, regardless, {"ongeacht", "hun", "aanduiding"})) lowering.use(words, regardless, regardless + 3);
}

}  // namespace

/// "Betalingen strekken [ongeacht hun aanduiding] in mindering op: (1) kosten en rente; (2) de oudste factuur."
bool lowerAllocation(Lowering& lowering, const Site& site, const Sentence& sentence) {
  if (!has(sentence.main, "strekken") || !has(sentence.main, "in mindering")) return false;
  graph::LedgerRules& ledger = lowering.graph.ledger;
  ledger.orderFromClause = true;
  ledger.ignoreDesignation = has(sentence.main, "ongeacht");
  ledger.where = lowering.provenance(site);
  useAllocation(lowering, sentence.main);
  for (const syntax::ListEntry& entry : site.statement->list) {
    for (const syntax::Clause& clause : entry.clauses) addPosts(lowering, names::wordsOf(clause.items));
  }
  if (site.statement->list.empty()) addPosts(lowering, sentence.main);
  lowering.graph.properties.push_back(
      {lowering.provenance(site), site.guard, nameOf(site, "toerekening"), std::string(ledger.where.text)});
  return true;
}

namespace {

void useAcceleration(Lowering& lowering, const Words& words) {
  lowering.use(words, {"bestaande", "vorderingen", "bedragen", "op", "opdrachtgever", "opeisbaar", "terstond",
                       "onmiddellijk", "direct", "factuur"});
}

}  // namespace

namespace {

/// "Zodra een factuur P is, wordt de factuur opeisbaar": that one, and no other claim.
bool isSingleInvoice(const Words& words) {
  return std::any_of(words.begin(), words.end(), [](const Word& w) {
    return w.key == "factuur" && (w.determiner == Determiner::definite || w.determiner == Determiner::that);
  });
}

}  // namespace

/// "Zodra ..., worden alle bestaande vorderingen op Opdrachtgever opeisbaar."
bool lowerAcceleration(Lowering& lowering, const Site& site, const Sentence& sentence) {
  const bool single = isSingleInvoice(sentence.main);
  if (!has(sentence.main, "opeisbaar") ||
      !(single || has(sentence.main, "vorderingen") || has(sentence.main, "bedragen")))
    return false;
  static constexpr std::array known{syntax::Conjunction::zodra, syntax::Conjunction::indien};
  Frame frame = openFrame(lowering, site, sentence, known);
  closeFrame(lowering, sentence, frame, known);
  useAcceleration(lowering, sentence.main);
  if (!frame.trigger && !frame.condition) return true;  // a mistake, reported; or no occasion at all
  graph::State shown;
  shown.where = lowering.provenance(site);
  shown.guard = site.guard;
  shown.name = nameOf(site, "direct opeisbaar");
  shown.report = graph::StateReport::state;
  for (std::uint32_t e = 1; e < lowering.graph.entities.size(); ++e) {
    if (lowering.graph.entities[e].name == "factuur") shown.binders.push_back({graph::EntityId{e}, {}});
  }
  graph::Effect effect;
  effect.where = shown.where;
  effect.guard = site.guard;
  effect.kind = graph::EffectKind::accelerate;
  effect.trigger = frame.trigger ? frame.trigger : graph::Trigger{{}, frame.condition};
  if (frame.trigger) effect.condition = frame.condition;
  if (single && frame.binders.size() == 1) effect.claims = lowering.both(frame.trigger->becomes, frame.condition);
  effect.binders = std::move(frame.binders);
  effect.shows = append<graph::State>(lowering.graph.states, std::move(shown));
  lowering.note(site, at(lowering.graph.states, effect.shows).name, {Labelled::Kind::state, effect.shows.index});
  lowering.graph.effects.push_back(std::move(effect));
  return true;
}

}  // namespace beding::lowering

// Liability: exclusions, caps, indemnities.
#include <algorithm>
#include <numeric>

#include "lowering/forms/forms.h"

namespace beding::lowering {

namespace {

constexpr std::array limitClauses{syntax::Conjunction::indien, syntax::Conjunction::zolang,
                                  syntax::Conjunction::tenzij};

graph::EntityId entityNamed(const Lowering& lowering, std::string_view name) {
  for (std::uint32_t e = 1; e < lowering.graph.entities.size(); ++e) {
    if (lowering.graph.entities[e].name == name) return {e};
  }
  return {};
}

void openDamage(Lowering& lowering, Frame& frame, std::string_view name) {
  const graph::EntityId damage = entityNamed(lowering, name);
  if (!damage || frame.scope.latest(damage)) return;
  lowering.openNew(frame.scope, damage);
  frame.binders.push_back({damage, {}});
}

std::optional<NounPhrase> firstParty(Lowering& lowering, const Words& words) {
  const auto all = names::nounPhrases(words, Free(words.size(), true), graph::EntityId{0}, lowering.vocabulary);
  return all.empty() ? std::nullopt : std::optional(all.front());
}

/// The second amount of a cap: all that is left ("de grens per jaar" may be its name), or what stands before "per
/// jaar".
ExpressionId yearlyAmount(Lowering& lowering, const Words& words, std::size_t begin, Scope& scope) {
  const std::size_t end = words.size() - 2;
  const bool yearly = words[end].key == "per" && (words[end + 1].key == "jaar" || words[end + 1].key == "kalenderjaar");
  bool named = false;
  {
    const Trial attempt(lowering);
    named = lowering.wholeValue(words, begin, words.size(), scope).valid() && attempt.clean();
  }
  if (named || !yearly) return lowering.wholeValue(words, begin, words.size(), scope);
  lowering.use(words, end, words.size());
  return lowering.wholeValue(words, begin, end, scope);
}

/// The party that is held harmless.
std::optional<NounPhrase> partyNotAt(Lowering& lowering, const Words& words, const NounPhrase& bearer) {
  for (const NounPhrase& phrase :
       names::nounPhrases(words, Free(words.size(), true), graph::EntityId{0}, lowering.vocabulary)) {
    if (phrase.begin >= bearer.end) return phrase;
  }
  return std::nullopt;
}

void add(Lowering& lowering, const Site& site, const Sentence& sentence, Frame frame, graph::Limit limit,
         const std::string& name) {
  closeFrame(lowering, sentence, frame, limitClauses);
  limit.where = lowering.provenance(site);
  limit.guard = site.guard;
  limit.name = nameOf(site, name);
  limit.counterparty = opposite(limit.bearer);
  limit.condition = lowering.both(limit.condition, lowering.both(frame.condition, frame.during));
  limit.unless = unlessOf(lowering, site, frame, limit.name);
  limit.binders = std::move(frame.binders);
  const Labelled node{Labelled::Kind::limit, static_cast<std::uint32_t>(lowering.graph.limits.size())};
  addDerogation(lowering, site, sentence, node);
  lowering.note(site, limit.name, node);
  lowering.graph.limits.push_back(std::move(limit));
}

}  // namespace

/// "De aansprakelijkheid van P is [per schade] beperkt tot A [en in totaal tot B]."
bool lowerCap(Lowering& lowering, const Site& site, const Sentence& sentence) {
  if (!has(sentence.main, "aansprakelijkheid") || !has(sentence.main, "beperkt")) return false;
  Frame frame = openFrame(lowering, site, sentence, limitClauses);
  Words words = sentence.main;
  std::erase_if(words, [](const Word& w) { return w.kind == WordKind::auxiliary; });
  graph::Limit limit;
  limit.kind = graph::LimitKind::cap;
  const auto bearer = firstParty(lowering, words);
  if (!bearer) {
    lowering.report(kinds::whichParty, names::spanOf(sentence.main, 0, sentence.main.size()));
    return true;
  }
  limit.bearer = partyRef(lowering, *bearer, words, frame);
  openDamage(lowering, frame, has(words, "aanspraak") && entityNamed(lowering, "aanspraak") ? "aanspraak" : "schade");
  const std::size_t first = indexOf(words, "tot");
  const auto amount = lowering.keptValue(words, first + 1, frame.scope);
  if (!amount) {
    lowering.unknownValueAt(words, first + 1);
    return true;
  }
  limit.amount = amount->value;
  const std::size_t second = indexOf(words, "tot", amount->end);
  lowering.use(part(words, 0, first + 1), {"aansprakelijkheid", "van", "beperkt", "per", "schade", "aanspraak", "tot"});
  lowering.use(words, {"per gebeurtenis"});
  if (second < words.size()) {
    lowering.use(part(words, amount->end, second + 1), {"en", "in totaal", "tot"});
    limit.perYear = yearlyAmount(lowering, words, second + 1, frame.scope);
  }
  const EventType* type = frame.binders.empty() ? nullptr : lowering.eventOf(frame.binders.back().entity);
  if (const auto group = type ? attributeIndex(*type, "reeks") : std::nullopt) limit.groupAttribute = *group;
  add(lowering, site, sentence, std::move(frame), std::move(limit), "plafond");
  return true;
}

/// "indirecte schade", "schade die ...", or a predicate of the damage; nothing for plain damage.
static ExpressionId exclusionCondition(Lowering& lowering, Words covered, Frame& frame) {
  const graph::EntityId damage = entityNamed(lowering, "schade");
  const Open* open = frame.scope.latest(damage);
  const auto phrase = names::nounPhraseAt(covered, Free(covered.size(), true), 0, damage, lowering.vocabulary);
  if (phrase && phrase->end == covered.size()) {
    const ExpressionId such = lowering.adjective(covered, phrase->adjectives, damage, open->value);
    lowering.use(covered, 0, covered.size());
    return such;
  }
  if (!phrase && covered.size() >= 2 && covered.back().key == "schade") {
    std::vector<std::size_t> adjectives(covered.size() - 1);
    std::iota(adjectives.begin(), adjectives.end(), std::size_t{0});
    const ExpressionId such = lowering.adjective(covered, adjectives, damage, open->value);
    lowering.use(covered, 0, covered.size());
    return such;
  }
  if (covered.size() == 1 && covered[0].key == "schade") return {};
  covered[0].determiner = Determiner::definite;
  return lowering.condition(covered, frame.scope);
}

/// "P is niet aansprakelijk voor schade ...": what follows `voor` is a predicate of the damage, or plain damage.
bool lowerExclusion(Lowering& lowering, const Site& site, const Sentence& sentence) {
  if (!has(sentence.main, "aansprakelijk") || !has(sentence.main, "niet")) return false;
  Frame frame = openFrame(lowering, site, sentence, limitClauses);
  Words words = sentence.main;
  graph::Limit limit;
  limit.kind = graph::LimitKind::exclusion;
  const auto bearer = firstParty(lowering, words);
  if (!bearer) {
    lowering.report(kinds::whichParty, names::spanOf(sentence.main, 0, sentence.main.size()));
    return true;
  }
  limit.bearer = partyRef(lowering, *bearer, words, frame);
  lowering.use(words, {"niet", "aansprakelijk", "voor", "schade"});
  openDamage(lowering, frame, "schade");
  const Words covered = part(words, indexOf(words, "voor") + 1, words.size());
  if (!covered.empty()) limit.condition = exclusionCondition(lowering, covered, frame);
  add(lowering, site, sentence, std::move(frame), std::move(limit), "uitsluiting");
  return true;
}

/// "voor de naheffing", "voor elke naheffing": what is indemnified is an instance, not a claim of a third party.
static bool coversInstance(Lowering& lowering, const Words& covered, Frame& frame, graph::Limit& limit) {
  const Free free(covered.size(), true);
  for (std::uint32_t e = 1; e < lowering.graph.entities.size(); ++e) {
    const auto phrase = names::nounPhraseAt(covered, free, 0, graph::EntityId{e}, lowering.vocabulary);
    if (!phrase || phrase->pronoun || phrase->end != covered.size()) continue;
    const Open* open = frame.scope.latest(phrase->entity);
    const bool opens = phrase->determiner == Determiner::indefinite || phrase->determiner == Determiner::each;
    if (!open && !opens) continue;
    const ExpressionId value = open ? open->value : lowering.openNew(frame.scope, phrase->entity).value;
    if (!open) frame.binders.push_back({phrase->entity, {}});
    limit.condition = lowering.adjective(covered, phrase->adjectives, phrase->entity, value);
    lowering.useClause(covered);
    return true;
  }
  return false;
}

/// "P vrijwaart Q voor aanspraken van derden ...".
bool lowerIndemnity(Lowering& lowering, const Site& site, const Sentence& sentence) {
  if (!has(sentence.main, "vrijwaart")) return false;
  Frame frame = openFrame(lowering, site, sentence, limitClauses);
  graph::Limit limit;
  limit.kind = graph::LimitKind::indemnity;
  const auto bearer = firstParty(lowering, sentence.main);
  if (!bearer) {
    lowering.report(kinds::whichParty, names::spanOf(sentence.main, 0, sentence.main.size()));
    return true;
  }
  limit.bearer = partyRef(lowering, *bearer, sentence.main, frame);
  const std::size_t from = indexOf(sentence.main, "voor") + 1;
  if (!coversInstance(lowering, part(sentence.main, from, sentence.main.size()), frame, limit))
    openDamage(lowering, frame, "derdenaanspraak");
  if (const auto other = partyNotAt(lowering, sentence.main, *bearer))
    lowering.use(sentence.main, other->begin, other->end);
  lowering.use(sentence.main, {"vrijwaart", "voor", "derdenaanspraken"});
  const std::size_t claims = indexOf(sentence.main, "aanspraken");
  if (startsWith(sentence.main, claims, {"aanspraken", "van", "derden"}))
    lowering.use(sentence.main, claims, claims + 3);
  add(lowering, site, sentence, std::move(frame), std::move(limit), "vrijwaring");
  return true;
}

}  // namespace beding::lowering

// Liability: exclusions, caps, indemnities.
#include <algorithm>

#include "lowering/forms/forms.h"

namespace beding::lowering {

namespace {

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

void add(Lowering& lowering, const Site& site, const Sentence& sentence, Frame frame, graph::Limit limit,
         const std::string& name) {
  closeFrame(lowering, sentence, frame);
  limit.where = lowering.provenance(site);
  limit.guard = site.guard;
  limit.name = nameOf(site, name);
  deviateBy(lowering, site, frame, limit.name);
  limit.counterparty = opposite(limit.bearer);
  limit.condition = lowering.both(limit.condition, lowering.both(frame.condition, frame.during));
  limit.unless = frame.unless;
  limit.binders = std::move(frame.binders);
  const Labelled node{Labelled::Kind::limit, static_cast<std::uint32_t>(lowering.graph.limits.size())};
  takePriorities(lowering, sentence, node);
  lowering.note(site.lid, limit.name, node, site.statement->span);
  lowering.graph.limits.push_back(std::move(limit));
}

}  // namespace

/// "De aansprakelijkheid van P is [per schade] beperkt tot A [en in totaal tot B]."
bool lowerCap(Lowering& lowering, const Site& site, const Sentence& sentence) {
  if (!has(sentence.main, "aansprakelijkheid") || !has(sentence.main, "beperkt")) return false;
  Frame frame = openFrame(lowering, sentence);
  Words words = sentence.main;
  std::erase_if(words, [](const Word& w) { return w.kind == WordKind::auxiliary; });
  graph::Limit limit;
  limit.kind = graph::LimitKind::cap;
  const auto bearer = firstParty(lowering, words);
  if (!bearer) {
    lowering.report(kinds::whichParty, site.statement->span, {});
    return true;
  }
  limit.bearer = partyRef(lowering, *bearer, words, frame);
  openDamage(lowering, frame, has(words, "aanspraak") && entityNamed(lowering, "aanspraak") ? "aanspraak" : "schade");
  const std::size_t first = indexOf(words, "tot");
  const auto amount = lowering.value(words, first + 1, frame.scope);
  if (!amount) {
    lowering.report(kinds::unknownValue, names::spanOf(words, first, words.size()),
                    {names::spelled(words, first, words.size())});
    return true;
  }
  limit.amount = amount->value;
  const std::size_t second = indexOf(words, "tot", amount->end);
  for (std::size_t i = amount->end; i < second; ++i) {
    if (words[i].key == "en" || words[i].key == "in totaal" || words[i].kind == WordKind::comma) continue;
    lowering.report(kinds::wordsLeft, names::spanOf(words, i, second), {names::spelled(words, i, second)});
    return true;
  }
  if (second < words.size()) {
    limit.perYear = lowering.wholeValue(words, second + 1, words.size(), frame.scope);
    const EventType* type = frame.binders.empty() ? nullptr : lowering.eventOf(frame.binders.back().entity);
    if (const auto group = type ? attributeIndex(*type, "reeks") : std::nullopt) limit.groupAttribute = *group;
  }
  add(lowering, site, sentence, std::move(frame), std::move(limit), "plafond");
  return true;
}

/// "P is niet aansprakelijk voor schade ...": what follows `voor` is a predicate of the damage, or plain damage.
bool lowerExclusion(Lowering& lowering, const Site& site, const Sentence& sentence) {
  if (!has(sentence.main, "aansprakelijk") || !has(sentence.main, "niet")) return false;
  Frame frame = openFrame(lowering, sentence);
  Words words = sentence.main;
  graph::Limit limit;
  limit.kind = graph::LimitKind::exclusion;
  const auto bearer = firstParty(lowering, words);
  if (!bearer) {
    lowering.report(kinds::whichParty, site.statement->span, {});
    return true;
  }
  limit.bearer = partyRef(lowering, *bearer, words, frame);
  openDamage(lowering, frame, "schade");
  Words covered = part(words, indexOf(words, "voor") + 1, words.size());
  if (!covered.empty()) {
    const graph::EntityId damage = entityNamed(lowering, "schade");
    const auto phrase = names::nounPhraseAt(covered, Free(covered.size(), true), 0, damage, lowering.vocabulary);
    const Open* open = frame.scope.latest(damage);
    Words adjectival;
    for (std::size_t i = 0; i < covered.size() && !phrase; ++i) adjectival.push_back(covered[i]);
    if (phrase && phrase->end == covered.size()) {
      limit.condition = lowering.adjective(covered, phrase->adjectives, damage, open->value);
    } else if (!phrase && covered.size() >= 2 && covered.back().key == "schade") {  // "indirecte schade"
      std::vector<std::size_t> adjectives;
      for (std::size_t i = 0; i + 1 < covered.size(); ++i) adjectives.push_back(i);
      limit.condition = lowering.adjective(covered, adjectives, damage, open->value);
    } else if (!(covered.size() == 1 && covered[0].key == "schade")) {
      covered[0].determiner = Determiner::definite;
      limit.condition = lowering.condition(covered, frame.scope);
    }
  }
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
    return true;
  }
  return false;
}

/// "P vrijwaart Q voor aanspraken van derden ...".
bool lowerIndemnity(Lowering& lowering, const Site& site, const Sentence& sentence) {
  if (!has(sentence.main, "vrijwaart")) return false;
  Frame frame = openFrame(lowering, sentence);
  graph::Limit limit;
  limit.kind = graph::LimitKind::indemnity;
  const auto bearer = firstParty(lowering, sentence.main);
  if (!bearer) {
    lowering.report(kinds::whichParty, site.statement->span, {});
    return true;
  }
  limit.bearer = partyRef(lowering, *bearer, sentence.main, frame);
  const std::size_t from = indexOf(sentence.main, "voor") + 1;
  if (coversInstance(lowering, part(sentence.main, from, sentence.main.size()), frame, limit)) {
    add(lowering, site, sentence, std::move(frame), std::move(limit), "vrijwaring");
    return true;
  }
  openDamage(lowering, frame, "derdenaanspraak");
  const std::size_t known = startsWith(sentence.main, from, {"aanspraken", "van", "derden"})
                                ? from + 3
                                : from + (startsWith(sentence.main, from, {"derdenaanspraken"}) ? 1 : 0);
  if (known < sentence.main.size()) {  // which claims: a predicate of the claim
    Words claim = part(sentence.main, known, sentence.main.size());
    lowering.report(kinds::wordsLeft, names::spanOf(claim, 0, claim.size()), {names::spelled(claim, 0, claim.size())});
  }
  add(lowering, site, sentence, std::move(frame), std::move(limit), "vrijwaring");
  return true;
}

}  // namespace beding::lowering

// What most statement forms share.
#include <algorithm>
#include <array>

#include "lowering/forms/forms.h"

namespace beding::lowering {

using syntax::Conjunction;

namespace {

constexpr std::array<std::string_view, 6> agreed{"overeengekomen", "bepaald", "geregeld",
                                                 "afgesproken",    "vermeld", "aangegeven"};

/// "elke overtreding van artikel 7": only what falls under that provision.
ExpressionId provisionFilter(Lowering& lowering, const Site& site, const Words& words, std::size_t from,
                             graph::EntityId entity, ExpressionId value) {
  if (!startsWith(words, from, {"van"}) || from + 1 >= words.size() || words[from + 1].kind != WordKind::reference)
    return {};
  const EventType* type = lowering.eventOf(entity);
  const auto index = type ? attributeIndex(*type, "bepaling") : std::nullopt;
  if (!index) return {};
  std::string lid = words[from + 1].item->text;
  if (const auto blank = lid.rfind(' '); blank != std::string::npos) lid = lid.substr(blank + 1);
  const ExpressionId under = lowering.operation(Op::underLid, Type::truth, {lowering.attribute(value, entity, *index)});
  at(lowering.graph.expressions, under).value = qualified(lid, site.document);
  lowering.describe(under, words, 0, from + 2);
  return under;
}

/// "elke tekortkoming van Opdrachtgever".
ExpressionId partyFilter(Lowering& lowering, const Words& words, std::size_t from, graph::EntityId entity,
                         ExpressionId value, Frame& frame) {
  if (!startsWith(words, from, {"van"}) || from + 1 >= words.size()) return {};
  const auto party =
      names::nounPhraseAt(words, Free(words.size(), true), from + 1, graph::EntityId{0}, lowering.vocabulary);
  if (!party || party->end != words.size()) return {};
  return lowering.isOfParty(entity, value, lowering.instance(*party, words, frame.scope));
}

bool knows(Known known, Conjunction conjunction) {
  return std::find(known.begin(), known.end(), conjunction) != known.end();
}

void openEach(Lowering& lowering, const Site& site, const Words& words, Frame& frame) {
  const Free free(words.size(), true);
  for (std::uint32_t e = 0; e < lowering.graph.entities.size(); ++e) {
    const graph::EntityId entity{e};
    const auto phrase = names::nounPhraseAt(words, free, 0, entity, lowering.vocabulary);
    if (!phrase || phrase->pronoun || phrase->party != graph::Party::none) continue;
    lowering.use(words, 0, words.size());
    const ExpressionId value = lowering.openNew(frame.scope, entity).value;
    ExpressionId where = lowering.adjective(words, phrase->adjectives, entity, value);
    if (phrase->end < words.size()) {
      ExpressionId under = provisionFilter(lowering, site, words, phrase->end, entity, value);
      if (!under) under = partyFilter(lowering, words, phrase->end, entity, value, frame);
      if (!under)
        lowering.report(kinds::wordsLeft, names::spanOf(words, phrase->end, words.size()),
                        {names::spelled(words, phrase->end, words.size())});
      where = lowering.both(where, under);
    }
    frame.binders.push_back({entity, where});
    return;
  }
  lowering.openerUnknown = true;
  lowering.unknownEntity(words, 0, words.size());
}

}  // namespace

bool saysOtherwiseAgreed(const Words& words) {
  return has(words, "anders") && std::any_of(words.begin(), words.end(), [](const Word& w) {
           return std::find(agreed.begin(), agreed.end(), w.key) != agreed.end();
         });
}

void useOtherwiseAgreed(Lowering& lowering, const Words& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool place = startsWith(words, i, {"in", "overeenkomst"});  // "in de Overeenkomst anders bepaald"
    if (place) lowering.use(words, i, i + 2);
    if (words[i].key == "anders" || words[i].key == "uitdrukkelijk" ||
        std::find(agreed.begin(), agreed.end(), words[i].key) != agreed.end())
      lowering.use(words, i, i + 1);
    if (startsWith(words, i, {"in", "overeenkomst"})) lowering.use(words, i, i + 2);
  }
}

graph::PartyRef opposite(const graph::PartyRef& party) {
  graph::PartyRef other = party;
  if (party.fixed != graph::Party::none)
    other.fixed = party.fixed == graph::Party::client ? graph::Party::contractor : graph::Party::client;
  else
    other.other = !party.other;
  return other;
}

std::string nameOf(const Site& site, std::string other) { return site.statement->label.value_or(std::move(other)); }

Frame openFrame(Lowering& lowering, const Site& site, const Sentence& sentence, Known known) {
  Frame frame;
  lowering.useClause(sentence.openers);
  for (const Words& each : sentence.each) openEach(lowering, site, each, frame);
  const Subclause* when = sentence.find(Conjunction::zodra);
  if (when && knows(known, Conjunction::zodra)) {
    frame.trigger = lowering.trigger(when->words, frame.scope, frame.binders);
  }
  return frame;
}

/// "tenzij [uitdrukkelijk] [schriftelijk] anders overeengekomen".
static void fillDeviation(Lowering& lowering, const Words& words, Frame& frame) {
  useOtherwiseAgreed(lowering, words);
  frame.deviable = true;
  frame.deviationExplicit = has(words, "uitdrukkelijk");
  for (const names::FormWord& form : lowering.vocabulary.forms) {
    if (form.words.size() != 1 || !has(words, form.words[0])) continue;
    lowering.use(words, {form.words[0]});
    frame.deviationForm = form.form;
  }
}

void closeFrame(Lowering& lowering, const Sentence& sentence, Frame& frame, Known known) {
  for (const Subclause& clause : sentence.subclauses) {
    if (!knows(known, clause.conjunction)) continue;
    switch (clause.conjunction) {
      case Conjunction::indien:
        frame.condition = lowering.both(frame.condition, lowering.condition(clause.words, frame.scope));
        break;
      case Conjunction::zolang:
        frame.during = lowering.both(frame.during, lowering.condition(clause.words, frame.scope));
        break;
      case Conjunction::totdat: {
        std::vector<graph::Binder> none;
        Scope scope = frame.scope;
        frame.until = lowering.trigger(clause.words, scope, none);
        break;
      }
      case Conjunction::tenzij:
        if (saysOtherwiseAgreed(clause.words))
          fillDeviation(lowering, clause.words, frame);
        else
          frame.unless = lowering.either(frame.unless, lowering.condition(clause.words, frame.scope));
        break;
      default:
        break;
    }
  }
}

void openParty(Lowering& lowering, const Words& words, Frame& frame) {
  const graph::EntityId parties{0};
  for (const NounPhrase& phrase : names::nounPhrases(words, Free(words.size(), true), parties, lowering.vocabulary)) {
    const bool opens = phrase.party == graph::Party::none && !phrase.otherParty && !phrase.pronoun &&
                       (phrase.determiner == Determiner::each || phrase.determiner == Determiner::indefinite ||
                        phrase.determiner == Determiner::no);
    if (!opens || frame.scope.latest(parties)) continue;
    frame.scope.bearer = lowering.openNew(frame.scope, parties).value;
    frame.binders.push_back({parties, lowering.adjective(words, phrase.adjectives, parties, frame.scope.bearer)});
  }
}

graph::PartyRef partyRef(Lowering& lowering, const NounPhrase& phrase, const Words& words, Frame& frame) {
  lowering.use(words, phrase.begin, phrase.end);
  graph::PartyRef ref;
  ref.fixed = phrase.party;
  if (phrase.party != graph::Party::none) {
    frame.scope.bearer = lowering.instance(phrase, words, frame.scope);
    return ref;
  }
  const Open* open = frame.scope.latest(graph::EntityId{0});
  if (open && at(lowering.graph.expressions, open->value).op == Op::variable) {
    ref.slot = at(lowering.graph.expressions, open->value).slot;
    ref.other = phrase.otherParty;
    return ref;
  }
  for (auto it = frame.scope.open.rbegin(); it != frame.scope.open.rend(); ++it) {  // the party of an open instance
    const EventType* type = lowering.eventOf(it->entity);
    for (std::uint32_t a = 0; type && a < type->attributes.size(); ++a) {
      if (type->attributes[a].type != Type::party) continue;
      ref.expression = lowering.attribute(it->value, it->entity, a);
      if (phrase.otherParty) ref.expression = lowering.operation(Op::otherParty, Type::party, {ref.expression});
      frame.scope.bearer = ref.expression;
      return ref;
    }
  }
  lowering.report(kinds::whichParty, names::spanOf(words, phrase.begin, phrase.end), {});
  return ref;
}

void addDerogation(Lowering& lowering, const Site& site, const Sentence& sentence, const Labelled& node) {
  for (const Priority& priority : sentence.priorities) lowering.useClause(priority.words);
  lowering.derogations.push_back({node, site.document, sentence.priorities, has(sentence.main, "zonder")});
}

}  // namespace beding::lowering

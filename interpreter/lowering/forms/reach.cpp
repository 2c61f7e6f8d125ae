// Sentences about other sentences: when a lid or an article applies, what goes on after the end of the agreement, how
// terms end, what a void provision does. They are settled once all sentences are known.
#include <algorithm>
#include <type_traits>

#include "graph/opposition.h"
#include "lowering/forms/forms.h"

namespace beding::lowering {

using syntax::Conjunction;

namespace {

/// Which sentences are meant: those of the document, of its article, of its lid.
struct Reach {
  std::string document;
  std::string place;    ///< "vandeez:22", "vandeez:22.4"; empty: the whole document
  std::size_t end = 0;  ///< behind the words that say so

  [[nodiscard]] bool covers(const graph::Provenance& where) const {
    const std::string lid = where.document + ":" + where.lid;
    return where.document == document && !where.lid.empty() &&
           (place.empty() || lid == place || lid.starts_with(place + "."));
  }
};

/// "dit lid", "dit artikel", "deze voorwaarden" at these words.
std::optional<Reach> reachAt(const Site& site, const Words& words, std::size_t at) {
  if (at >= words.size() || words[at].determiner != Determiner::that) return std::nullopt;
  const std::string& key = words[at].key;
  if (key == "voorwaarden") return Reach{site.document, {}, at + 1};
  if (key == "lid") return Reach{site.document, site.place(), at + 1};
  if (key == "artikel") return Reach{site.document, site.article(), at + 1};
  return std::nullopt;
}

bool isGate(const Sentence& sentence) {
  const auto reach = reachAt({}, sentence.main, 0);
  return reach && (has(sentence.main, "geldt") || has(sentence.main, "gelden")) && !has(sentence.main, "ook na");
}

bool isSurvival(const Sentence& sentence) { return reachAt({}, sentence.main, 0) && has(sentence.main, "ook na"); }

bool isExtension(const Sentence& sentence) {
  const Words& words = sentence.main;
  const bool term = !words.empty() && words[0].key == "termijn" && words[0].determiner == Determiner::indefinite;
  return term && (has(words, "termijnenwet") || has(words, "eerstvolgende"));
}

bool isNullity(const Sentence& sentence) {
  const Words& words = sentence.main;
  return startsWith(words, 0, {"ongeldig", "verklaarde", "bepaling", "geldt"}) && has(words, "niet");
}

/// Whether a lid brings it about. A state is what other sentences are made of (also the gate); a presumption is not.
template <class Node>
bool bringsAbout(const Node& node) {
  if constexpr (std::is_same_v<Node, graph::State>) return node.report == graph::StateReport::presumption;
  return true;
}

/// Everything of the graph that a gate can close, with its binders.
template <class Visit>
void eachNode(graph::Graph& graph, Visit visit) {
  for (auto& norm : graph.norms) visit(norm, norm.during, norm.unless);
  for (auto& state : graph.states)
    if (bringsAbout(state)) visit(state, state.during, state.unless);
  for (auto& amount : graph.amounts)
    visit(amount, amount.kind == graph::AmountKind::perOccurrence ? amount.condition : amount.during, amount.unless);
  for (auto& limit : graph.limits) visit(limit, limit.condition, limit.unless);
}

/// An open instance per binder, in its slot.
Scope scopeOf(Lowering& lowering, const std::vector<graph::Binder>& binders) {
  Scope scope;
  for (const graph::Binder& binder : binders) lowering.openNew(scope, binder.entity);
  return scope;
}

/// The class behind "voor": "uitgezonderde informatie", "informatie die uitgezonderd is".
struct Class {
  NounPhrase noun;
  Words words;
};

std::optional<Class> classIn(Lowering& lowering, const Words& words, std::size_t begin) {
  Words rest = part(words, begin, words.size());
  if (rest.empty()) return std::nullopt;
  rest[0].determiner = Determiner::all;
  const Free free(rest.size(), true);
  for (std::uint32_t e = 1; e < lowering.graph.entities.size(); ++e) {
    const auto phrase = names::nounPhraseAt(rest, free, 0, graph::EntityId{e}, lowering.vocabulary);
    if (phrase && !phrase->pronoun) return Class{*phrase, std::move(rest)};
  }
  lowering.unknownEntity(words, begin, words.size());
  return std::nullopt;
}

/// Whether the instance is of the class: by its adjectives, or by what is said behind "die".
ExpressionId isOf(Lowering& lowering, const Class& meant, const Open& open, const Scope& scope) {
  const ExpressionId adjectives = lowering.adjective(meant.words, meant.noun.adjectives, meant.noun.entity, open.value);
  if (meant.noun.end >= meant.words.size()) return adjectives;
  Words said = meant.words;
  said[meant.noun.begin].determiner = Determiner::definite;
  if (said[meant.noun.end].determiner == Determiner::that) said[meant.noun.end].determiner = Determiner::none;
  return lowering.both(adjectives, lowering.condition(said, scope));
}

std::size_t verbOf(const Words& words) {
  return std::min({indexOf(words, "geldt"), indexOf(words, "gelden"), indexOf(words, "tellen")});
}

const Subclause* conditionOf(const Sentence& sentence) {
  for (const Conjunction word : {Conjunction::indien, Conjunction::zolang, Conjunction::tenzij}) {
    if (const Subclause* clause = sentence.find(word)) return clause;
  }
  return nullptr;
}

void closeBy(Lowering& lowering, ExpressionId& during, ExpressionId& unless, ExpressionId truth, bool denied) {
  if (denied)
    unless = lowering.either(unless, truth);
  else
    during = lowering.both(during, truth);
}

/// "... geldt alleen indien V", "... geldt niet zolang V", "... geldt, tenzij V".
void gateByCondition(Lowering& lowering, const Reach& reach, const Subclause& clause, bool denied) {
  const ExpressionId truth = lowering.condition(clause.words, Scope{});
  if (!truth) return;
  eachNode(lowering.graph, [&](auto& node, ExpressionId& during, ExpressionId& unless) {
    if (reach.covers(node.where)) closeBy(lowering, during, unless, truth, denied);
  });
  for (graph::Right& right : lowering.graph.rights) {
    if (reach.covers(right.where))
      right.condition = lowering.both(right.condition, denied ? lowering.negate(truth) : truth);
  }
  for (graph::Effect& effect : lowering.graph.effects) {
    if (reach.covers(effect.where))
      effect.condition = lowering.both(effect.condition, denied ? lowering.negate(truth) : truth);
  }
}

/// "... geldt niet voor uitgezonderde informatie [indien V]": what is about such an instance.
void gateByClass(Lowering& lowering, const Reach& reach, const Class& meant, const Subclause* clause, bool denied) {
  eachNode(lowering.graph, [&](auto& node, ExpressionId& during, ExpressionId& unless) {
    if (!reach.covers(node.where)) return;
    const Scope scope = scopeOf(lowering, node.binders);
    const Open* open = scope.latest(meant.noun.entity);
    if (!open) return;
    ExpressionId truth = isOf(lowering, meant, *open, scope);
    if (clause) truth = lowering.both(truth, lowering.condition(clause->words, scope));
    closeBy(lowering, during, unless, truth, denied);
  });
}

void finishGate(Lowering& lowering, const Site& site, const Sentence& sentence) {
  const Words& words = sentence.main;
  const Reach reach = *reachAt(site, words, 0);
  const bool denied = has(words, "niet") || sentence.find(Conjunction::tenzij) != nullptr;
  const std::size_t to = indexOf(words, "voor");
  const Subclause* clause = conditionOf(sentence);
  if (to < words.size()) {
    if (const auto meant = classIn(lowering, words, to + 1)) gateByClass(lowering, reach, *meant, clause, denied);
  } else if (clause) {
    gateByCondition(lowering, reach, *clause, denied);
  }
}

/// What arose from an instance or an event, and what somebody may or can not do; what belongs to the running service
/// ends, and so do the powers over it. What has ended can not be ended.
bool survives(const graph::Graph& graph, const graph::Norm& norm, const Reach& reach) {
  const bool bars = norm.kind == graph::NormKind::prohibition ||
                    (norm.kind == graph::NormKind::noPower && !graph::endsAgreement(graph, norm.act));
  const bool legal = norm.kind == graph::NormKind::power || norm.kind == graph::NormKind::requirement;
  const bool hasInstance =
      norm.trigger || std::any_of(norm.binders.begin(), norm.binders.end(),
                                  [](const auto& binder) { return binder.entity != graph::EntityId{0}; });
  return !reach.place.empty() || bars || (!legal && hasInstance);
}

void finishSurvival(Lowering& lowering, const Site& site, const Sentence& sentence) {
  const Reach reach = *reachAt(site, sentence.main, 0);
  for (graph::Norm& norm : lowering.graph.norms) {
    if (reach.covers(norm.where) && survives(lowering.graph, norm, reach)) norm.surviving = true;
  }
}

/// The terms that the sentences of a document name; each once.
std::vector<ExpressionId> termsOf(const graph::Graph& graph, const Reach& reach) {
  std::vector<ExpressionId> terms;
  const auto take = [&](const graph::Provenance& where, ExpressionId term) {
    if (term && reach.covers(where) && at(graph.expressions, term).op == Op::termEnd) terms.push_back(term);
  };
  for (const graph::Norm& norm : graph.norms) take(norm.where, norm.term.last);
  for (const graph::Right& right : graph.rights) take(right.where, right.last);
  for (const graph::Amount& amount : graph.amounts) take(amount.where, amount.due);
  for (const graph::State& state : graph.states) take(state.where, state.lastDay);
  return terms;
}

void finishExtension(Lowering& lowering, const Site& site, const Sentence& sentence) {
  const Words& words = sentence.main;
  const std::size_t of = indexOf(words, "van");
  const auto reach = reachAt(site, words, of + 1);
  for (const ExpressionId term : termsOf(lowering.graph, reach.value_or(Reach{site.document, {}, 0}))) {
    TermRule& rule = at(lowering.graph.expressions, term).rule;
    if (rule.extension != Extension::none || rule.direction == Direction::backward) continue;
    rule.extension = has(words, "termijnenwet") ? Extension::termijnenwet : Extension::nextWorkday;
  }
}

/// The ways to name a lid, from itself to its article: "elan:5.9.a", "elan:5.9", "elan:5".
std::vector<std::string> outerPlaces(const graph::Provenance& where) {
  std::vector<std::string> places;
  std::string lid = where.lid;
  while (!lid.empty()) {
    places.push_back(where.document + ":" + lid);
    const std::size_t point = lid.rfind('.');
    lid = point == std::string::npos ? "" : lid.substr(0, point);
  }
  return places;
}

/// That the provision of this place was declared void; from then on it does not apply.
ExpressionId isVoid(Lowering& lowering, EventTypeId event, const graph::Provenance& where, Slot slot) {
  ExpressionId any;
  for (const std::string& place : outerPlaces(where)) {
    const ExpressionId names = lowering.field(event, lowering.occurrence(slot), "bepaling");
    any =
        lowering.either(any, lowering.operation(Op::equal, Type::truth, {names, lowering.constant(place, Type::text)}));
  }
  graph::Pattern pattern{{{event, any}}, slot, false, "ongeldig verklaard: " + where.document + ":" + where.lid};
  const auto id = append<graph::Pattern>(lowering.graph.patterns, std::move(pattern));
  return lowering.operation(Op::happened, Type::truth, {}, id.index);
}

constexpr Slot outsideSlot = 15;  // no sentence opens so many instances

template <class Nodes>
void setVoid(Lowering& lowering, EventTypeId event, const Site& site, Nodes& nodes) {
  for (auto& node : nodes) {
    if (node.where.document == site.document && !node.where.lid.empty() && bringsAbout(node))
      node.voidWhen = isVoid(lowering, event, node.where, outsideSlot);
  }
}

void finishNullity(Lowering& lowering, const Site& site) {
  const auto event = eventNamed(lowering.graph, "bepaling ongeldig verklaard");
  if (!event || !lowering.field(*event, lowering.occurrence(0), "bepaling")) return;
  setVoid(lowering, *event, site, lowering.graph.norms);
  setVoid(lowering, *event, site, lowering.graph.amounts);
  setVoid(lowering, *event, site, lowering.graph.limits);
  setVoid(lowering, *event, site, lowering.graph.rights);
  setVoid(lowering, *event, site, lowering.graph.states);
}

/// "Een X geldt niet als P": the state of that predicate.
bool isDenial(const Sentence& sentence) {
  const Words& words = sentence.main;
  const std::size_t verb = indexOf(words, "geldt");
  return !words.empty() && words[0].determiner == Determiner::indefinite && verb + 3 < words.size() &&
         words[verb + 1].kind == WordKind::negation && words[verb + 2].key == "als";
}

/// Whether the pattern says P of the entity: "{X} P", or "{X} geldt als P".
bool saysOf(const std::vector<names::PatternToken>& pattern, graph::EntityId entity, const Words& said) {
  if (pattern.size() < said.size() + 1 || !pattern.front().isSlot() || pattern.front().entity != entity) return false;
  const std::size_t from = pattern.size() - said.size();
  if (from != 1 && !(from == 3 && pattern[1].word == "geldt" && pattern[2].word == "als")) return false;
  for (std::size_t i = 0; i < said.size(); ++i) {
    if (pattern[from + i].isSlot() || pattern[from + i].word != said[i].key) return false;
  }
  return true;
}

void finishDenial(Lowering& lowering, const Site& site, const Sentence& sentence) {
  const Words& words = sentence.main;
  const std::size_t verb = indexOf(words, "geldt");
  const auto meant = classIn(lowering, part(words, 0, verb), 0);
  if (!meant) return;
  const Words said = part(words, verb + 3, words.size());
  bool any = false;
  for (const names::Phrase& phrase : std::vector(lowering.vocabulary.phrases)) {
    if (phrase.kind != names::PhraseKind::state || !saysOf(phrase.pattern, meant->noun.entity, said)) continue;
    const Scope scope = scopeOf(lowering, lowering.graph.states[phrase.index].binders);
    ExpressionId truth = isOf(lowering, *meant, scope.open.front(), scope);
    for (const Subclause& clause : sentence.subclauses)
      truth = lowering.both(truth, lowering.condition(clause.words, scope));
    if (!truth) truth = lowering.constant(Truth::yes, Type::truth);
    ExpressionId& unless = lowering.graph.states[phrase.index].unless;
    unless = lowering.either(unless, truth);
    any = true;
  }
  if (!any)
    lowering.report(kinds::nothingGivesWay, site.statement->span, {names::spelled(words, verb + 3, words.size())});
}

/// "Bij ontbinding door P wordt onder Schriftelijk uitsluitend aangetekende brief verstaan."
bool isFormMeaning(const Sentence& sentence) {
  const Words& words = sentence.main;
  return words.size() > 4 && words[0].key == "bij" && has(words, "onder") && has(words, "uitsluitend") &&
         has(words, "verstaan");
}

std::optional<graph::FormId> formIn(const Lowering& lowering, const Words& words, std::size_t begin) {
  std::optional<graph::FormId> found;
  std::size_t longest = 0;
  for (std::size_t i = begin; i < words.size(); ++i) {
    for (const names::FormWord& form : lowering.vocabulary.forms) {
      const std::size_t length = names::wordsAt(words, i, form.words);
      if (length > longest) found = form.form, longest = length;
    }
  }
  return found;
}

/// The acts of which a form is this noun: "ontbinding" of "ontbinding van de Overeenkomst".
std::vector<graph::ActId> actsCalled(const Lowering& lowering, const std::string& noun) {
  std::vector<graph::ActId> acts;
  for (const names::ValueNoun& value : lowering.vocabulary.values) {
    if (value.kind == names::ValueKind::act && !value.words.empty() && value.words.front() == noun)
      acts.push_back({value.index});
  }
  return acts;
}

/// Where a power or a requirement of that act asks for the form, it asks for the narrower one.
void finishFormMeaning(Lowering& lowering, const Sentence& sentence) {
  const Words& words = sentence.main;
  const std::size_t under = indexOf(words, "onder");
  const auto asked = formIn(lowering, part(words, under + 1, indexOf(words, "uitsluitend")), 0);
  const auto only = formIn(lowering, words, indexOf(words, "uitsluitend"));
  if (!asked || !only) return lowering.unknownValueAt(words, asked ? indexOf(words, "uitsluitend") + 1 : under + 1);
  const auto acts = actsCalled(lowering, words[1].key);
  if (acts.empty()) lowering.unknownValueAt(words, 1);
  const auto by =
      names::nounPhraseAt(words, Free(words.size(), true), std::min(indexOf(words, "door") + 1, words.size() - 1),
                          graph::EntityId{0}, lowering.vocabulary);
  for (graph::Norm& norm : lowering.graph.norms) {
    const bool meant = norm.form == *asked && std::find(acts.begin(), acts.end(), norm.act) != acts.end();
    const bool holder = !by || by->party == graph::Party::none || norm.bearer.fixed == by->party;
    if (meant && holder) norm.form = *only;
  }
}

/// Readings are chosen when a timeline is evaluated; these sentences change what others come to, so they have none.
bool refusedInReading(Lowering& lowering, const Site& site) {
  if (site.guard.issue) lowering.report(kinds::notInReading, site.statement->span, {});
  return site.guard.issue.valid();
}

bool isReach(const Sentence& sentence) {
  return isGate(sentence) || isSurvival(sentence) || isNullity(sentence) || isDenial(sentence) ||
         isFormMeaning(sentence);
}

void addProperty(Lowering& lowering, const Site& site, const std::string& name) {
  const std::string text = lowering.provenance(site).text;
  lowering.graph.properties.push_back({lowering.provenance(site), site.guard, nameOf(site, name), text});
}

}  // namespace

bool concernsOthers(const Sentence& sentence) {
  return isExtension(sentence) || isNullity(sentence) || isDenial(sentence);
}

/// "Dit lid geldt alleen indien V", "Dit artikel geldt niet voor X", "Deze voorwaarden gelden ook na het einde van de
/// Overeenkomst", "Een ongeldig verklaarde bepaling geldt niet".
bool lowerReach(Lowering& lowering, const Site& site, const Sentence& sentence) {
  if (!isReach(sentence)) return false;
  if (refusedInReading(lowering, site)) return true;
  const Words& words = sentence.main;
  const bool gate = isGate(sentence);
  const bool says = has(words, "voor") || conditionOf(sentence) != nullptr;
  const bool alone = has(words, "alleen") || has(words, "niet") || sentence.find(Conjunction::tenzij) != nullptr;
  if (gate && (!says || !alone)) return false;
  lowering.useClause(words);
  const std::string name = gate                      ? "gelding"
                           : isSurvival(sentence)    ? "nawerking"
                           : isNullity(sentence)     ? "ongeldige bepaling"
                           : isFormMeaning(sentence) ? "schriftelijk"
                                                     : "uitzondering";
  addProperty(lowering, site, name);
  return true;
}

/// "Een termijn wordt verlengd volgens de Algemene termijnenwet": for every term of the document, article or lid.
bool lowerExtension(Lowering& lowering, const Site& site, const Sentence& sentence) {
  if (!isExtension(sentence)) return false;
  if (refusedInReading(lowering, site)) return true;
  lowering.useClause(sentence.main);
  addProperty(lowering, site, "verlenging van termijnen");
  return true;
}

/// "Een vertegenwoordiger van Opdrachtnemer handelt voor Opdrachtnemer."
bool lowerAgency(Lowering& lowering, const Site& site, const Sentence& sentence) {
  const Words& words = sentence.main;
  const std::size_t verb = indexOf(words, "handelt");
  if (verb + 2 >= words.size() || words[verb + 1].key != "voor" || words[0].determiner != Determiner::indefinite)
    return false;
  const auto party =
      names::nounPhraseAt(words, Free(words.size(), true), verb + 2, graph::EntityId{0}, lowering.vocabulary);
  if (!party || party->party == graph::Party::none) return false;
  lowering.useClause(words);
  lowering.graph.agents.push_back({words[0].key, party->party});
  addProperty(lowering, site, "vertegenwoordiging");
  return true;
}

namespace {

/// "Samenhangende schades gelden als één gebeurtenis": what makes an event count with its series.
bool isSeries(const Sentence& sentence) {
  const Words& words = sentence.main;
  return (has(words, "gelden") || has(words, "tellen")) && has(words, "als") && !words.empty() &&
         words.back().key == "gebeurtenis";
}

/// For the caps of the same article.
void finishSeries(Lowering& lowering, const Site& site, const Sentence& sentence) {
  const auto meant = classIn(lowering, part(sentence.main, 0, verbOf(sentence.main)), 0);
  if (!meant) return;
  const Reach reach{site.document, site.article(), 0};
  for (graph::Limit& limit : lowering.graph.limits) {
    if (limit.kind != graph::LimitKind::cap || !reach.covers(limit.where)) continue;
    const Scope scope = scopeOf(lowering, limit.binders);
    if (const Open* open = scope.latest(meant->noun.entity)) limit.together = isOf(lowering, *meant, *open, scope);
  }
}

}  // namespace

bool lowerSeries(Lowering& lowering, const Site& site, const Sentence& sentence) {
  if (!isSeries(sentence)) return false;
  if (refusedInReading(lowering, site)) return true;
  lowering.useClause(sentence.main);
  addProperty(lowering, site, "reeks");
  return true;
}

void finishReach(Lowering& lowering) {
  for (const Site& site : lowering.sites) {
    if (site.statement->kind != syntax::StatementKind::sentence || site.guard.issue) continue;
    const Sentence sentence = sentenceOf(site.statement->clauses);
    if (isGate(sentence)) finishGate(lowering, site, sentence);
    if (isSurvival(sentence)) finishSurvival(lowering, site, sentence);
    if (isExtension(sentence)) finishExtension(lowering, site, sentence);
    if (isNullity(sentence)) finishNullity(lowering, site);
    if (isSeries(sentence)) finishSeries(lowering, site, sentence);
    if (isDenial(sentence)) finishDenial(lowering, site, sentence);
    if (isFormMeaning(sentence)) finishFormMeaning(lowering, sentence);
  }
}

}  // namespace beding::lowering

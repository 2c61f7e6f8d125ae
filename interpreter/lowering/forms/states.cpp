// Sentences that make a state of a lid: "Een aanbod is geldig vanaf ...", fictions and presumptions, verzuim.
#include <algorithm>

#include "lowering/forms/forms.h"

namespace beding::lowering {

using syntax::Conjunction;

namespace {

std::size_t subjectEnd(const Words& words) {
  std::size_t end = words.size();
  for (const std::string_view key : {"vanaf", "tot en met", "uiterlijk", "na"})
    end = std::min(end, indexOf(words, key));
  return end;
}

bool isPresumption(const Words& words) {
  return has(words, "vermoed") || has(words, "geacht") || has(words, "geldt") || has(words, "gelden");
}

/// What is said of a party, as a phrase; the shorter one leaves out for whom or what.
struct Predicated {
  std::vector<names::PatternToken> pattern;
  std::vector<names::PatternToken> shorter;
};

/// The declared noun that an article leads here, and how many words it takes: none when there is none.
std::pair<graph::EntityId, std::size_t> nounAt(const names::Vocabulary& vocabulary, const Words& words,
                                               std::size_t at) {
  if (words[at].determiner == Determiner::none) return {};
  for (const names::Noun& noun : vocabulary.nouns)
    if (const std::size_t length = names::wordsAt(words, at, noun.words)) return {noun.entity, length};
  return {};
}

/// "P [voor X] in verzuim": the party bears the state, and each X opens an instance of it.
Predicated predicatedOf(const Lowering& lowering, const Words& words, graph::State& state) {
  Predicated result;
  const Free free(words.size(), true);
  for (std::size_t i = 0; i < words.size();) {
    const auto party = names::nounPhraseAt(words, free, i, graph::EntityId{0}, lowering.vocabulary);
    if (party && !party->pronoun && state.bearer.fixed == graph::Party::none) {
      state.bearer.fixed = party->party;
      i = party->end;
      continue;
    }
    if (const auto [entity, length] = nounAt(lowering.vocabulary, words, i); length > 0) {
      result.pattern.push_back({"", entity});
      state.binders.push_back({entity, {}});
      i += length;
      continue;
    }
    result.pattern.push_back({words[i].key, {}});
    if (words[i].key != "voor") result.shorter.push_back({words[i].key, {}});
    ++i;
  }
  return result;
}

}  // namespace

/// Whether the sentence says that each instance of a kind is something: no modal, an indefinite subject that leads.
bool isStateSentence(const Sentence& sentence) {
  const Words& words = sentence.main;
  if (words.size() < 3 || modalIndex(words) < words.size() || has(words, "beperkt") || has(words, "aansprakelijk"))
    return false;
  const bool breach = startsWith(words, 0, {"bij", "schending", "van"});
  const std::size_t subject = words[0].kind == WordKind::auxiliary ? 1 : 0;
  const bool verbed = std::any_of(words.begin(), words.end(), [](const Word& w) {
    return w.kind == WordKind::auxiliary || w.key == "geldt" || w.key == "gelden";
  });
  const bool lasting = words[0].determiner == Determiner::definite && (has(words, "loopt") || has(words, "lopen"));
  return breach || lasting ||
         (verbed && words[subject].determiner == Determiner::indefinite && !has(words, "vervalt") &&
          words[subject].key != "jaar" && !(has(words, "late") && has(words, "opzegging")));
}

/// "Bij schending van L is P [voor X] in verzuim [totdat ...]": begins with the breach of that norm.
static void declareBreachState(Lowering& lowering, const Site& site, const Sentence& sentence) {
  const Words& words = sentence.main;
  const auto verb =
      std::find_if(words.begin(), words.end(), [](const Word& w) { return w.kind == WordKind::auxiliary; });
  const std::size_t copula = static_cast<std::size_t>(verb - words.begin());
  const Words said = part(words, copula + 1, words.size());
  lowering.useClause(words);
  graph::State state;
  state.where = lowering.provenance(site);
  state.guard = site.guard;
  state.name = nameOf(site, "verzuim");
  state.report = graph::StateReport::state;
  const Predicated phrases = predicatedOf(lowering, said, state);
  const auto index = static_cast<std::uint32_t>(lowering.graph.states.size());
  const auto add = [&](const std::vector<names::PatternToken>& pattern) {
    lowering.vocabulary.phrases.push_back(
        {names::PhraseKind::state, index, pattern, names::spelled(said, 0, said.size()), site.statement->span});
  };
  add(phrases.pattern);
  if (phrases.shorter.size() < phrases.pattern.size()) add(phrases.shorter);
  lowering.graph.states.push_back(std::move(state));
  lowering.stateSites.push_back({site, index});
  lowering.note(site, lowering.graph.states[index].name, {Labelled::Kind::state, index});
}

/// Declares the state that a sentence of a lid makes, so that other sentences can use its predicate.
void declareStateSentence(Lowering& lowering, const Site& site, const Sentence& sentence) {
  if (startsWith(sentence.main, 0, {"bij", "schending", "van"})) return declareBreachState(lowering, site, sentence);
  Words words = sentence.main;
  graph::State state;
  state.where = lowering.provenance(site);
  state.guard = site.guard;
  state.report = isPresumption(words) ? graph::StateReport::presumption : graph::StateReport::state;
  const Words subject = part(words, 0, subjectEnd(words));
  const auto pattern = lowering.patternTokens(subject);
  lowering.useClause(subject);
  std::string predicate;
  for (const names::PatternToken& token : pattern) {
    if (token.isSlot())
      state.binders.push_back({token.entity, {}});
    else
      predicate += (predicate.empty() ? "" : " ") + token.word;
  }
  state.name = nameOf(site, predicate);
  const auto index = static_cast<std::uint32_t>(lowering.graph.states.size());
  const auto same = std::find_if(lowering.vocabulary.phrases.begin(), lowering.vocabulary.phrases.end(),
                                 [&](const names::Phrase& phrase) {
                                   return phrase.kind == names::PhraseKind::state && phrase.pattern == pattern;
                                 });
  if (same == lowering.vocabulary.phrases.end()) {
    lowering.vocabulary.phrases.push_back({names::PhraseKind::state, index, pattern,
                                           names::spelled(subject, 0, subject.size()), site.statement->span,
                                           names::saysNone(subject) || has(subject, "niet")});
  } else {
    lowering.stateAlternatives[same->index].push_back(index);
  }
  lowering.note(site, state.name, {Labelled::Kind::state, index});
  lowering.graph.states.push_back(std::move(state));
  lowering.stateSites.push_back({site, index});
}

/// Fills a declared state sentence.
void completeStateSentence(Lowering& lowering, const Site& site, std::uint32_t index, const Sentence& sentence) {
  Scope scope;
  std::vector<ExpressionId> instances;
  for (const graph::Binder& binder : std::vector(lowering.graph.states[index].binders))
    instances.push_back(lowering.openNew(scope, binder.entity).value);
  if (startsWith(sentence.main, 0, {"bij", "schending", "van"})) {
    std::string lid = site.place(), label;
    for (std::size_t i = 3; i < sentence.main.size() && sentence.main[i].kind != WordKind::auxiliary; ++i) {
      if (sentence.main[i].kind == WordKind::reference)
        lid = qualified(sentence.main[i].item->text, site.document);
      else
        label += (label.empty() ? "" : " ") + sentence.main[i].key;
    }
    lowering.breachBegins.push_back({index, lid, label, instances, names::spanOf(sentence.main, 2, 4)});
  }
  addDerogation(lowering, site, sentence, {Labelled::Kind::state, index});
  Sentence rest = sentence;
  rest.main = part(sentence.main, subjectEnd(sentence.main), sentence.main.size());
  const std::size_t before = lowering.reported();
  lowering.fillState(index, rest, scope);
  const graph::State& state = lowering.graph.states[index];
  const bool empty =
      state.begins.empty() && !state.during && !startsWith(sentence.main, 0, {"bij", "schending", "van"});
  if (empty && lowering.reported() == before) lowering.report(kinds::unknownForm, site.statement->span, {});
}

}  // namespace beding::lowering

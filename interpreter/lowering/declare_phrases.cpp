// The vocabulary statements for phrases that sentences are made of: handeling, toestand, ter beoordeling, ingebouwd.
#include <algorithm>
#include <map>

#include "base/text.h"
#include "lowering/declare.h"
#include "lowering/native.h"

namespace beding::lowering {

using syntax::Conjunction;

namespace {

Words wordsUpTo(const Words& words, std::string_view key) { return part(words, 0, indexOf(words, key)); }

/// Words as a pattern; nouns with an article become slots.
std::vector<names::PatternToken> tokens(const Words& words, const names::Vocabulary& vocabulary, bool definiteToo) {
  std::vector<names::PatternToken> pattern;
  for (std::size_t i = 0; i < words.size();) {
    const Word& word = words[i];
    if (word.kind == WordKind::auxiliary || word.kind == WordKind::comma || word.kind == WordKind::negation) {
      ++i;
      continue;
    }
    const bool slot =
        word.determiner == Determiner::indefinite || (definiteToo && word.determiner == Determiner::definite);
    if (slot && word.key == "partij") {
      pattern.push_back({"", graph::EntityId{0}});
      ++i;
      continue;
    }
    std::size_t length = 0;
    for (const names::Noun& noun : vocabulary.nouns) {
      const std::size_t taken = slot ? names::wordsAt(words, i, noun.words) : 0;
      if (taken <= length) continue;
      if (length) pattern.pop_back();
      pattern.push_back({"", noun.entity});
      length = taken;
    }
    if (!length) pattern.push_back({word.key, {}});
    i += std::max<std::size_t>(length, 1);
  }
  return pattern;
}

std::vector<graph::EntityId> slotsOf(const std::vector<names::PatternToken>& pattern) {
  std::vector<graph::EntityId> slots;
  for (const names::PatternToken& token : pattern) {
    if (token.isSlot()) slots.push_back(token.entity);
  }
  return slots;
}

}  // namespace

std::vector<names::PatternToken> Lowering::patternTokens(const Words& words) const {
  return tokens(words, vocabulary, false);
}

void Lowering::declareAct(const Site& site) {
  const syntax::Statement& statement = *site.statement;
  if (statement.forms.empty()) return;
  graph::Act act;
  act.where = provenance(site);
  const Words base = names::wordsOf(statement.forms.front());
  act.name = names::spelled(base, 0, base.size());
  for (const graph::Act& other : graph.acts) {
    if (other.name == act.name) return declaredTwice(act.name, site.statement->span, other.where.span);
  }
  const auto pattern = tokens(base, vocabulary, true);
  act.parameters = slotsOf(pattern);
  const auto index = static_cast<std::uint32_t>(graph.acts.size());
  graph.acts.push_back(std::move(act));
  acts.push_back({site, eventsOf(mainWords(statement))});
  for (std::size_t f = 0; f < statement.forms.size(); ++f) {
    const Words form = names::wordsOf(statement.forms[f]);
    graph.acts[index].forms.push_back(names::spelled(form, 0, form.size()));
    auto formed = tokens(form, vocabulary, true);
    if (f > 0 && formed.size() == 1 && !pattern.empty()) {  // another form of the verb alone
      formed.insert(formed.begin(), pattern.begin(), pattern.end() - 1);
    }
    declareActForm(index, form, formed, f > 0, statement.span);
  }
}

/// The events that the act may happen by, before their conditions are read.
std::vector<EventTypeId> Lowering::eventsOf(const Words& spec) const {
  std::vector<EventTypeId> events;
  for (std::size_t i = 1; i < spec.size(); ++i) {
    if (spec[i - 1].key != "door" && spec[i - 1].key != "of") continue;
    if (const auto event = eventAt(spec, i)) events.push_back(event->first);
  }
  return events;
}

/// A form of an act; "opzegging van de Overeenkomst" is a value too: when it was done.
void Lowering::declareActForm(std::uint32_t act, const Words& form, const std::vector<names::PatternToken>& pattern,
                              bool mayBeNoun, Span declared) {
  const auto slots = slotsOf(pattern);
  if (slots != graph.acts[act].parameters && !slots.empty()) {
    report(kinds::otherSlots, names::spanOf(form, 0, form.size()),
           {names::spelled(form, 0, form.size()), graph.acts[act].name});
    return;
  }
  vocabulary.phrases.push_back({names::PhraseKind::act, act, pattern, graph.acts[act].name, declared});
  const std::size_t of = indexOf(form, "van");
  if (!mayBeNoun || of >= form.size()) return;
  vocabulary.values.push_back(
      {names::ValueKind::act, act, keysOf(slots.empty() ? form : part(form, 0, of)), slots, declared});
}

void Lowering::completeAct(const Site& site) {
  for (std::uint32_t a = 0; a < acts.size(); ++a) {
    if (acts[a].site.statement != site.statement) continue;
    if (site.statement->clauses.empty()) {  // nothing by which it is done
      report(kinds::unknownForm, site.statement->span, {});
      continue;
    }
    Scope scope;
    std::vector<ExpressionId> given;
    for (const graph::EntityId entity : std::vector(graph.acts[a].parameters))
      given.push_back(openNew(scope, entity).value);
    const Sentence sentence = sentenceOf(site.statement->clauses);
    use(sentence.main, {"vervuld", "gebeurt", "door", "werkt", "bij", "ontvangst", "en"});
    if (const Subclause* when = sentence.find(Conjunction::zodra)) {
      graph.acts[a].fulfilledWhen = condition(when->words, scope);
      continue;
    }
    const ExpressionId actor = openNew(scope, graph::EntityId{0}).value;
    const names::Phrase phrase{names::PhraseKind::act, a, {}, graph.acts[a].name, {}};
    Predicate any;
    any.phrase = &phrase;
    const graph::PatternId doneBy = patternOf(any, {}, given, actor, scope);
    graph.acts[a].doneBy = doneBy;
    graph.acts[a].atReceipt = at(graph.patterns, doneBy).atReceipt;
  }
}

void Lowering::declareState(const Site& site) {
  const Sentence sentence = sentenceOf(site.statement->clauses);
  const Words subject =
      part(sentence.main, 0,
           std::min({indexOf(sentence.main, "vanaf"), indexOf(sentence.main, "tot en met"), sentence.main.size()}));
  useClause(subject);
  graph::State state;
  state.where = provenance(site);
  state.guard = site.guard;
  state.name = site.statement->label.value_or(names::spelled(subject, 0, subject.size()));
  const auto pattern = tokens(subject, vocabulary, false);
  for (const graph::EntityId entity : slotsOf(pattern)) state.binders.push_back({entity, {}});
  if (alreadyDeclared(names::PhraseKind::state, pattern, state.name, site.statement->span)) return;
  vocabulary.phrases.push_back({names::PhraseKind::state, static_cast<std::uint32_t>(graph.states.size()), pattern,
                                names::spelled(subject, 0, subject.size()), site.statement->span,
                                names::saysNone(subject) || has(subject, "niet")});
  declareJoinedVerb(vocabulary.phrases.back());
  graph.states.push_back(std::move(state));
}

/// "duurt voort" is "voortduurt" in a subordinate clause.
void Lowering::declareJoinedVerb(names::Phrase phrase) {
  const std::size_t size = phrase.pattern.size();
  if (size < 2 || phrase.pattern[size - 1].isSlot() || phrase.pattern[size - 2].isSlot()) return;
  phrase.pattern[size - 2].word = phrase.pattern[size - 1].word + phrase.pattern[size - 2].word;
  phrase.pattern.pop_back();
  vocabulary.phrases.push_back(std::move(phrase));
}

void Lowering::completeState(const Site& site) {
  for (std::uint32_t s = 0; s < graph.states.size(); ++s) {
    if (graph.states[s].where.span.begin != site.statement->span.begin ||
        graph.states[s].where.span.file != site.statement->span.file)
      continue;
    Scope scope;
    for (const graph::Binder& binder : std::vector(graph.states[s].binders)) openNew(scope, binder.entity);
    fillState(s, sentenceOf(site.statement->clauses), scope);
    return;
  }
}

/// Begins, ends and conditions of a state, from `vanaf`, `tot en met` and the subordinate clauses.
void Lowering::fillState(std::uint32_t s, const Sentence& sentence, Scope& scope) {
  fillTerms(s, sentence.main, scope);
  for (const Subclause& clause : sentence.subclauses) fillClause(s, clause, scope);
  graph::State& state = graph.states[s];
  if (state.begins.empty() && !state.during && state.beginCondition) std::swap(state.during, state.beginCondition);
}

void Lowering::fillTerms(std::uint32_t s, const Words& words, Scope& scope) {
  Free free(words.size(), true);
  for (const FoundTerm& term : terms(words, free, scope)) {
    if (term.word == TermWord::from) {
      graph.states[s].begins.push_back({{}, operation(Op::reached, Type::truth, {term.moment})});
    } else if (term.word == TermWord::through || term.word == TermWord::atLatest) {
      graph.states[s].ends.push_back({{}, operation(Op::passed, Type::truth, {term.moment})});
      graph.states[s].lastDay = term.moment;
    } else {
      continue;  // no other term says when a state begins or ends
    }
    use(words, term.begin, term.end);
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& key = words[i].key;
    if (!free[i] || (key != "vanaf" && key != "tot en met" && key != "uiterlijk" && key != "binnen")) continue;
    (void)termAt(words, i, scope);  // once more, saying what is wrong
    break;
  }
}

void Lowering::fillClause(std::uint32_t s, const Subclause& clause, Scope& scope) {
  switch (clause.conjunction) {
    case Conjunction::zodra:
      if (const auto begin = stateTrigger(clause.words, scope)) graph.states[s].begins.push_back(*begin);
      break;
    case Conjunction::totdat:
      if (const auto end = stateTrigger(clause.words, scope)) graph.states[s].ends.push_back(*end);
      break;
    case Conjunction::zolang:
      graph.states[s].during = both(graph.states[s].during, condition(clause.words, scope));
      break;
    case Conjunction::tenzij:
      graph.states[s].unless = either(graph.states[s].unless, condition(clause.words, scope));
      break;
    case Conjunction::indien:
      graph.states[s].beginCondition = both(graph.states[s].beginCondition, condition(clause.words, scope));
      break;
    case Conjunction::none:
      break;
  }
}

/// A trigger in a state: nothing is opened there. "X ontstaat" is the coming into being of an open instance.
std::optional<graph::Trigger> Lowering::stateTrigger(const Words& words, Scope& scope) {
  if (words.size() >= 2 && words.back().key == "ontstaat") {
    use(words, words.size() - 1, words.size());
    const ExpressionId born = wholeValue(words, 0, words.size() - 1, scope);
    if (!born) return std::nullopt;
    return graph::Trigger{{},
                          operation(Op::reached, Type::truth, {asMoment(born, names::spanOf(words, 0, words.size()))})};
  }
  Scope inner = scope;
  std::vector<graph::Binder> opened;
  const auto found = trigger(words, inner, opened);
  if (!found || opened.empty()) return found;
  const ExpressionId followed = condition(words, scope);  // it opened an instance of its own: any will do
  return followed ? std::optional(graph::Trigger{{}, followed}) : std::nullopt;
}

namespace {

/// "verondersteld ja", "verondersteld nee".
std::optional<Truth> assumption(Lowering& lowering, const Word& word) {
  if (word.key == "ja") return Truth::yes;
  if (word.key == "nee") return Truth::no;
  lowering.report(kinds::unknownValue, word.span, {word.item->text});
  return std::nullopt;
}

/// "een termijn is onhaalbaar" says something of an instance; "de termijn van de opzegging" asks for a length.
bool assertsOf(const Words& body, const names::Vocabulary& vocabulary) {
  const bool copula =
      std::any_of(body.begin(), body.end(), [](const Word& w) { return w.kind == WordKind::auxiliary; });
  return copula && std::any_of(vocabulary.nouns.begin(), vocabulary.nouns.end(),
                               [&](const names::Noun& noun) { return names::wordsAt(body, 0, noun.words) > 0; });
}

}  // namespace

/// "per overtreding".
graph::EntityId Lowering::subjectNamed(const Words& options, std::size_t begin) {
  for (const names::Noun& noun : vocabulary.nouns) {
    const std::size_t length = names::wordsAt(options, begin, noun.words);
    if (!length) continue;
    use(options, begin, begin + length);
    return noun.entity;
  }
  std::size_t end = begin;
  while (end < options.size() && options[end].kind == WordKind::plain) ++end;
  unknownEntity(options, begin, end);
  return {};
}

/// Two declarations of one predicate are one too many: nothing could tell them apart.
bool Lowering::alreadyDeclared(names::PhraseKind kind, const std::vector<names::PatternToken>& pattern,
                               const std::string& spelled, Span span) {
  for (const names::Phrase& other : vocabulary.phrases) {
    if (other.kind != kind || other.pattern != pattern) continue;
    return declaredTwice(spelled, span, other.declared), true;
  }
  return false;
}

namespace {

/// What an open norm is answered with: its first word tells.
Type answerOf(const Words& question) {
  static const std::map<std::string_view, Type> answers{
      {"dag", Type::date},      {"moment", Type::date},           {"tijdstip", Type::date},
      {"bedrag", Type::money},  {"hoogte", Type::money},          {"termijn", Type::duration},
      {"duur", Type::duration}, {"percentage", Type::percentage}, {"deel", Type::percentage}};
  const auto found = question.empty() ? answers.end() : answers.find(question.front().key);
  return found == answers.end() ? Type::truth : found->second;
}

/// "de overtreding" in the question is the subject too, when nothing else has a place in it.
void placeSubject(std::vector<names::PatternToken>& pattern, const Words& question, const names::Noun& noun) {
  if (noun.words.size() != 1 || !slotsOf(pattern).empty()) return;
  const bool named = std::any_of(question.begin(), question.end(), [&](const Word& word) {
    return word.key == noun.words[0] && word.determiner != Determiner::none;
  });
  if (named)
    std::replace(pattern.begin(), pattern.end(), names::PatternToken{noun.words[0], {}},
                 names::PatternToken{"", noun.entity});
}

}  // namespace

void Lowering::declareJudgement(const Site& site) {
  const syntax::Statement& statement = *site.statement;
  graph::Judgement judgement;
  judgement.where = provenance(site);
  judgement.guard = site.guard;
  judgement.words = fold(statement.quoted);
  for (const syntax::Clause& clause : statement.options) readCircumstances(names::wordsOf(clause.items), judgement);
  const Words question = mainWords(statement);
  useClause(question);
  judgement.question = names::spelled(question, 0, question.size());
  judgement.type = assertsOf(question, vocabulary) ? Type::truth : answerOf(question);
  const auto index = static_cast<std::uint32_t>(graph.judgements.size());
  if (judgement.type == Type::truth)
    declareJudged(site, index, question, judgement);
  else
    vocabulary.values.push_back({names::ValueKind::judgement, index, keysOf(question), {}, statement.span});
  graph.judgements.push_back(std::move(judgement));
}

/// "per overtreding, verondersteld nee, vanaf het oordeel".
void Lowering::readCircumstances(const Words& words, graph::Judgement& judgement) {
  judgement.fromJudgement = judgement.fromJudgement || has(words, "oordeel");
  use(words, {"per", "verondersteld", "ja", "nee", "vanaf", "oordeel"});
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i].key == "verondersteld") judgement.assumed = assumption(*this, words[i + 1]);
    if (words[i].key == "per") judgement.subject = subjectNamed(words, i + 1);
  }
}

/// An open norm that is yes or no is a predicate.
void Lowering::declareJudged(const Site& site, std::uint32_t index, const Words& question,
                             graph::Judgement& judgement) {
  auto pattern = tokens(question, vocabulary, false);
  for (const names::Noun& noun : vocabulary.nouns) {
    if (judgement.subject && noun.entity == judgement.subject) placeSubject(pattern, question, noun);
  }
  const Span span = site.statement->span;
  if (!site.guard.issue && alreadyDeclared(names::PhraseKind::judgement, pattern, judgement.question, span)) return;
  if (slotsOf(pattern).size() == 1 && !judgement.subject) judgement.subject = slotsOf(pattern)[0];
  vocabulary.phrases.push_back({names::PhraseKind::judgement, index, pattern, judgement.question, span,
                                names::saysNone(question) || has(question, "niet")});
}

void Lowering::declareNative(const Site& site) {
  const Words words = mainWords(*site.statement);
  useClause(words);
  const auto pattern = tokens(words, vocabulary, false);
  std::string key;
  for (const names::PatternToken& token : pattern) {
    if (!token.isSlot()) key += (key.empty() ? "" : " ") + token.word;
  }
  const auto found = findNative(key);
  if (!found) {
    report(kinds::unknownNative, names::spanOf(words, 0, words.size()), {names::spelled(words, 0, words.size())})
        .suggestions = nearest(key, nativeNames());
    return;
  }
  if (found->predicate) {
    vocabulary.phrases.push_back(
        {*found->predicate, 0, pattern, names::spelled(words, 0, words.size()), site.statement->span});
    return;
  }
  const auto slots = slotsOf(pattern);
  Words noun = slots.empty() ? words : wordsUpTo(words, "van");
  vocabulary.values.push_back(
      {names::ValueKind::native, static_cast<std::uint32_t>(found->kind), keysOf(noun), slots, site.statement->span});
}

}  // namespace beding::lowering

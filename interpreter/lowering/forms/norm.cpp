// Norms: moet, mag, kan.
#include <algorithm>
#include <array>

#include "lowering/forms/forms.h"

namespace beding::lowering {

namespace {

void drop(Free& free, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < std::min(end, free.size()); ++i) free[i] = false;
}

/// "ook na het einde van de Overeenkomst [gedurende D]".
void takeSurvival(Lowering& lowering, const Words& words, Free& free, Frame& frame, graph::Norm& norm) {
  const std::size_t at = indexOf(words, "ook na");
  if (at >= words.size()) return;
  norm.surviving = true;
  const auto anchor = lowering.value(words, at + 1, frame.scope);
  std::size_t end = anchor ? anchor->end : at + 1;
  const std::size_t during = indexOf(words, "gedurende", end);
  if (anchor && during < words.size()) {
    if (const auto length = lowering.value(words, during + 1, frame.scope)) {
      norm.survivesUntil = lowering.termEnd(anchor->value, length->value, Direction::forward);
      lowering.describe(norm.survivesUntil, words, at, length->end);
      drop(free, during, length->end);
    }
  }
  drop(free, at, end);
}

/// "ten hoogste eenmaal per jaar".
void takeFrequency(Lowering& lowering, const Site& site, const Words& words, Free& free, graph::Norm& norm) {
  const std::size_t at = indexOf(words, "eenmaal");
  if (at + 2 >= words.size() || words[at + 1].key != "per") return;
  const std::string& unit = words[at + 2].key;
  norm.oncePerCalendarYear = unit == "jaar" || unit == "kalenderjaar";
  if (!norm.oncePerCalendarYear && unit == "maand") norm.oncePer = Duration{1, TimeUnit::month};
  if (unit == "jaar") norm.rollingYearUnder = rollingYear(lowering, site.lid);
  const bool most = at > 0 && words[at - 1].key == "ten hoogste";
  drop(free, at - (most ? 1 : 0), at + 3);
}

/// "zonder voorafgaande schriftelijke toestemming van P" is consent; other "zonder ..." lifts a requirement.
Words takeWithout(const Words& words, Free& free, graph::Norm& norm) {
  const std::size_t at = indexOf(words, "zonder");
  if (at >= words.size()) return {};
  std::size_t end = at + 1;
  while (end < words.size() && words[end].kind != WordKind::comma && words[end].key != "met onmiddellijke ingang")
    ++end;
  const Words inner = part(words, at + 1, end);
  drop(free, at, end);
  if (has(inner, "toestemming")) return inner;
  norm.without = names::spelled(inner, 0, inner.size());
  return {};
}

void takeSoftTerm(Lowering& lowering, const Site& site, const Words& words, Free& free, graph::Norm& norm) {
  static constexpr std::array<std::string_view, 9> soft{
      "zo spoedig mogelijk",          "onverwijld", "terstond",   "direct", "tijdig", "onmiddellijk",
      "op zo kort mogelijke termijn", "adequaat",   "van tevoren"};
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!free[i] || std::find(soft.begin(), soft.end(), words[i].key) == soft.end()) continue;
    norm.term.soft = softJudgement(lowering, site, words[i].key);
    drop(free, i, i + 1);
    if (i + 1 < words.size() && words[i + 1].kind == WordKind::comma) drop(free, i + 1, i + 2);
    const std::size_t but = indexOf(words, "maar", i);
    if (but <= i + 2) drop(free, but, but + 1);
  }
}

void takeFixedWords(const Words& words, Free& free, graph::Norm& norm) {
  static constexpr std::array<std::string_view, 12> fixed{"geheel of gedeeltelijk",
                                                          "alleen",
                                                          "slechts",
                                                          "tussentijds",
                                                          "tijdelijk",
                                                          "maar",
                                                          "altijd",
                                                          "te allen tijde",
                                                          "uitdrukkelijk overeengekomen",
                                                          "van rechtswege",
                                                          "naar eigen keuze",
                                                          "zich"};
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (std::find(fixed.begin(), fixed.end(), words[i].key) != fixed.end()) free[i] = false;
    norm.interim = norm.interim || words[i].key == "tussentijds";
    if (startsWith(words, i, {"naar", "eigen", "keuze"})) free[i] = free[i + 1] = free[i + 2] = false;
    if (words[i].key == "met onmiddellijke ingang" || words[i].key == "per direct") {
      norm.effectTime = graph::EffectTime::immediately;
      free[i] = false;
    }
  }
}

void useTerms(Lowering& lowering, const std::vector<FoundTerm>& terms, Frame& frame, graph::Norm& norm) {
  for (const FoundTerm& term : terms) {
    switch (term.word) {
      case TermWord::within:
      case TermWord::atLatest:
      case TermWord::before:
      case TermWord::through:
        norm.term.last = term.moment;
        norm.term.anchor = term.anchor;
        break;
      case TermWord::from:
        frame.during = lowering.both(frame.during, lowering.operation(Op::reached, Type::truth, {term.moment}));
        break;
      case TermWord::notice:
        norm.noticePeriod = term.length;
        if (norm.effectTime != graph::EffectTime::againstDay) norm.effectTime = graph::EffectTime::afterNotice;
        break;
      case TermWord::against:
        norm.againstDay = term.moment;
        norm.effectTime = graph::EffectTime::againstDay;
        break;
      case TermWord::during:
        lowering.report(kinds::wordsLeft, norm.where.span, {"gedurende"});
        break;
    }
  }
}

graph::NormKind kindOf(std::string_view modal, bool negative, bool only, bool effort) {
  if (modal == "moet" || modal == "moeten") return effort ? graph::NormKind::effort : graph::NormKind::obligation;
  if (modal == "mag" || modal == "mogen")
    return negative || only ? graph::NormKind::prohibition : graph::NormKind::liberty;
  if (only) return graph::NormKind::requirement;
  return negative ? graph::NormKind::noPower : graph::NormKind::power;
}

struct Choice {
  std::vector<Predicate> acts;
  std::vector<Words> words;  // the words each was found in
};

/// One act, or several joined by `of` and commas that may share their object.
Choice findActs(Lowering& lowering, const Words& words, const Free& free) {
  Choice choice;
  {
    const Trial attempt(lowering);
    if (auto whole = lowering.predicate(words, free, true, false)) {
      choice.acts.push_back(*whole);
      choice.words.push_back(words);
      return choice;
    }
  }
  Words rest;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (free[i]) rest.push_back(words[i]);
  }
  const auto pieces = splitAt(rest, {"of", "en"});
  if (pieces.size() > 1) {
    const Trial attempt(lowering);
    const Words shared = part(pieces.front(), 0, pieces.front().size() - 1);
    for (const Words& piece : pieces) {
      Words tried = piece;
      auto act = lowering.predicate(tried, Free(tried.size(), true), true, false);
      if (!act || (!act->actor && &piece != &pieces.front() && !shared.empty())) {
        Words joined = shared;
        joined.insert(joined.end(), piece.begin(), piece.end());
        if (auto again = lowering.predicate(joined, Free(joined.size(), true), true, false))
          act = again, tried = joined;
      }
      if (!act) return {};
      choice.acts.push_back(*act);
      choice.words.push_back(tried);
    }
  }
  return choice;
}

/// No act was found: because an instance is named that is not open, or because the words are no phrase.
void explainMissingAct(Lowering& lowering, const Words& words, const Free& free, const Scope& scope) {
  for (std::uint32_t e = 1; e < lowering.graph.entities.size(); ++e) {
    for (const NounPhrase& phrase : names::nounPhrases(words, free, graph::EntityId{e}, lowering.vocabulary)) {
      const bool missing = phrase.determiner == Determiner::definite && !phrase.pronoun &&
                           !scope.latest(phrase.entity) && has(words, "binnen");
      if (!missing) continue;
      lowering.report(kinds::whichInstance, names::spanOf(words, phrase.begin, phrase.end),
                      {lowering.graph.entities[e].name});
      return;
    }
  }
  Words left;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (free[i]) left.push_back(words[i]);
  }
  lowering.unknownPhrase(left);
}

}  // namespace

bool lowerNorm(Lowering& lowering, const Site& site, const Sentence& sentence) {
  Words words = sentence.main;
  const std::size_t modal = modalIndex(words);
  if (modal >= words.size()) return false;
  const std::string verb = words[modal].key;
  words.erase(words.begin() + static_cast<std::ptrdiff_t>(modal));
  const bool negative =
      std::any_of(words.begin(), words.end(), [](const Word& w) { return w.kind == WordKind::negation; }) ||
      std::any_of(words.begin(), words.end(),
                  [](const Word& w) { return w.key == "partij" && w.determiner == Determiner::no; });
  std::erase_if(words, [](const Word& w) { return w.kind == WordKind::negation; });
  graph::Norm norm;
  norm.where = lowering.provenance(site);
  norm.guard = site.guard;
  norm.kind = kindOf(verb, negative, has(words, "alleen"), has(words, "inspannen"));
  if (negative && (norm.kind == graph::NormKind::obligation ||
                   norm.kind == graph::NormKind::effort)) {  // a duty not to is a prohibition
    const std::size_t denial = indexOf(sentence.main, "niet");
    lowering.report(kinds::wordsLeft, names::spanOf(sentence.main, denial, denial + 1), {"niet"});
    return true;
  }
  Frame frame = openFrame(lowering, sentence);
  openParty(lowering, words, frame);
  frame.scope.occasion = frame.trigger.has_value();
  Free free(words.size(), true);
  takeSurvival(lowering, words, free, frame, norm);
  takeFrequency(lowering, site, words, free, norm);
  const Words permission = takeWithout(words, free, norm);
  takeFixedWords(words, free, norm);
  takeSoftTerm(lowering, site, words, free, norm);
  frame.scope.binders = &frame.binders;  // "tegen de ingang van een aanpassing" opens one
  useTerms(lowering, lowering.terms(words, free, frame.scope), frame, norm);
  frame.scope.binders = nullptr;
  takeChoice(lowering, words, free, frame, norm);
  if (norm.kind == graph::NormKind::effort)
    return lowerEffort(lowering, site, sentence, words, std::move(norm), std::move(frame));
  const Choice choice = findActs(lowering, words, free);
  if (choice.acts.empty()) {
    explainMissingAct(lowering, words, free, frame.scope);
    return true;
  }
  frame.scope.binders = &frame.binders;
  ExpressionId filter;
  bool named = false;
  for (std::size_t i = 0; i < choice.acts.size(); ++i) {
    const Predicate& act = choice.acts[i];
    auto given = lowering.arguments(act, choice.words[i], frame.scope, filter);
    if (i == 0) {
      norm.act = graph::ActId{act.phrase->index};
      norm.arguments = std::move(given);
    } else {
      norm.alternatives.push_back(graph::ActId{act.phrase->index});
    }
    if (act.actor && !named) {
      norm.bearer = partyRef(lowering, *act.actor, choice.words[i], frame);
      named = true;
    }
    if (!act.forms.empty()) norm.form = act.forms.front();
    for (const std::string& truth : act.truths) {
      norm.exerciseCondition = lowering.both(
          norm.exerciseCondition, occurrenceQuality(lowering, act, truth, static_cast<Slot>(frame.scope.next)));
      norm.requirement += (norm.requirement.empty() ? "" : ", ") + truth;
    }
  }
  frame.scope.binders = nullptr;
  if (!named) lowering.report(kinds::whichParty, names::spanOf(words, 0, words.size()), {});
  if (!permission.empty())
    norm.consent = consent(lowering, permission, frame.scope, static_cast<Slot>(frame.binders.size()));
  closeFrame(lowering, sentence, frame);
  norm.name = nameOf(site, lowering.graph.acts[norm.act.index].name);
  deviateBy(lowering, site, frame, norm.name);
  norm.binders = std::move(frame.binders);
  norm.trigger = frame.trigger;
  norm.condition = lowering.both(frame.condition, filter);
  norm.during = frame.during;
  norm.unless = frame.unless;
  norm.until = frame.until;
  norm.perOccurrence =
      frame.trigger && frame.trigger->pattern && norm.binders.empty() && norm.kind == graph::NormKind::obligation;
  if (norm.bearer.fixed != graph::Party::none) {
    norm.counterparty.fixed =
        norm.bearer.fixed == graph::Party::client ? graph::Party::contractor : graph::Party::client;
  } else if (norm.bearer.slot) {
    norm.counterparty = norm.bearer;
    norm.counterparty.other = !norm.bearer.other;
  }
  arisesAtEnd(lowering, norm);
  const auto index = static_cast<std::uint32_t>(lowering.graph.norms.size());
  const Labelled node{Labelled::Kind::norm, index};
  takePriorities(lowering, sentence, node);
  lowering.note(site.lid, norm.name, node, site.statement->span);
  lowering.graph.norms.push_back(std::move(norm));
  return true;
}

}  // namespace beding::lowering

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
  const auto anchor = lowering.keptValue(words, at + 1, frame.scope);
  if (!anchor) return;
  lowering.use(words, at, at + 1);
  drop(free, at, anchor->end);
  const std::size_t during = indexOf(words, "gedurende", anchor->end);
  const auto length = lowering.keptValue(words, during + 1, frame.scope);
  if (!length) return;
  lowering.use(words, during, during + 1);
  drop(free, during, length->end);
  norm.survivesUntil = lowering.termEnd(anchor->value, length->value, Direction::forward);
  lowering.describe(norm.survivesUntil, words, at, length->end);
}

/// "ten hoogste eenmaal per jaar".
void takeFrequency(Lowering& lowering, const Site& site, const Words& words, Free& free, graph::Norm& norm) {
  const std::size_t at = indexOf(words, "eenmaal");
  if (at + 2 >= words.size() || words[at + 1].key != "per") return;
  const std::string& unit = words[at + 2].key;
  norm.oncePerCalendarYear = unit == "jaar" || unit == "kalenderjaar";
  if (!norm.oncePerCalendarYear && unit == "maand") norm.oncePer = Duration{1, TimeUnit::month};
  if (unit == "jaar") norm.rollingYearUnder = rollingYear(lowering, site);
  const std::size_t begin = at > 0 && words[at - 1].key == "ten hoogste" ? at - 1 : at;
  drop(free, begin, at + 3);
  if (norm.oncePerCalendarYear || norm.oncePer) lowering.use(words, begin, at + 3);
}

/// What a sentence says that a power does without.
bool isNotRequired(std::string_view key) {
  static constexpr std::array<std::string_view, 10> known{"ingebrekestelling", "sommatie",    "voorafgaande", "melding",
                                                          "rechterlijke",      "tussenkomst", "opgaaf",       "van",
                                                          "redenen",           "of"};
  return std::find(known.begin(), known.end(), key) != known.end();
}

/// Behind "toestemming [van P]".
std::size_t endOfConsent(Lowering& lowering, const Words& words, std::size_t granted) {
  const Free all(words.size(), true);
  const auto giver = granted + 1 < words.size() && words[granted + 1].key == "van"
                         ? names::nounPhraseAt(words, all, granted + 2, graph::EntityId{0}, lowering.vocabulary)
                         : std::nullopt;
  return giver ? giver->end : granted + 1;
}

/// "zonder voorafgaande schriftelijke toestemming van P" is consent; other "zonder ..." lifts a requirement, or says
/// that there is none.
/// The words of the consent, for its occurrence stands behind all instances that the sentence opens.
Words takeWithout(Lowering& lowering, const Words& words, Free& free, graph::Norm& norm) {
  const std::size_t at = indexOf(words, "zonder");
  if (at >= words.size()) return {};
  const std::size_t granted = indexOf(words, "toestemming", at);
  std::size_t end = at + 1;
  if (granted < words.size()) end = endOfConsent(lowering, words, granted);
  Words permission = granted < words.size() ? part(words, at + 1, end) : Words{};
  while (end < words.size() && isNotRequired(words[end].key)) lowering.use(words, end, end + 1), ++end;
  if (end == at + 1) return {};  // without what? it stays, and is reported
  if (permission.empty()) norm.without = names::spelled(words, at + 1, end);
  lowering.use(words, at, at + 1);
  drop(free, at, end);
  return permission;
}

void takeSoftTerm(Lowering& lowering, const Site& site, const Words& words, Free& free, graph::Norm& norm) {
  static constexpr std::array<std::string_view, 12> soft{
      "zo spoedig mogelijk", "zo snel mogelijk", "ten spoedigste", "per omgaande",
      "onverwijld",          "terstond",         "direct",         "tijdig",
      "onmiddellijk",        "adequaat",         "spoedig",        "prompt"};
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!free[i] || std::find(soft.begin(), soft.end(), words[i].key) == soft.end()) continue;
    norm.term.soft = softJudgement(lowering, site, words[i].key);
    norm.term.prompt = words[i].key != "tijdig" && words[i].key != "adequaat";
    drop(free, i, i + 1);
    lowering.use(words, i, i + 1);
    if (i + 1 < words.size() && words[i + 1].kind == WordKind::comma) drop(free, i + 1, i + 2);
    const std::size_t but = indexOf(words, "maar", i);
    if (but <= i + 2) drop(free, but, but + 1);
  }
}

/// Words that a norm may have and that change nothing.
void takeEmptyWords(Lowering& lowering, const Words& words, Free& free, graph::Norm& norm) {
  static const std::vector<std::vector<std::string>> empty{{"geheel", "of", "gedeeltelijk"},
                                                           {"van", "rechtswege"},
                                                           {"naar", "eigen", "keuze"},
                                                           {"te", "allen", "tijde"},
                                                           {"alleen"},
                                                           {"slechts"},
                                                           {"tussentijds"},
                                                           {"tijdelijk"},
                                                           {"maar"},
                                                           {"altijd"},
                                                           {"zich"}};
  norm.interim = has(words, "tussentijds");
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const auto& phrase : empty) {
      const std::size_t length = names::wordsAt(words, i, phrase);
      drop(free, i, i + length);
      lowering.use(words, i, i + length);
    }
  }
}

/// "met onmiddellijke ingang" says when an exercise works; a duty has no such moment.
void takeImmediately(Lowering& lowering, const Words& words, Free& free, graph::Norm& norm) {
  for (std::size_t i = 0; i < words.size() && !asksAct(norm.kind); ++i) {
    if (words[i].key != "met onmiddellijke ingang" && words[i].key != "per direct") continue;
    norm.effectTime = graph::EffectTime::immediately;
    drop(free, i, i + 1);
    lowering.use(words, i, i + 1);
  }
}

/// Gives the norm a term. Whether the norm has a place for it.
bool useTerm(Lowering& lowering, const FoundTerm& term, Frame& frame, graph::Norm& norm) {
  switch (term.word) {
    case TermWord::within:
    case TermWord::atLatest:
    case TermWord::before:
    case TermWord::through:
      if (norm.term.last) return false;
      norm.term.last = term.moment;
      norm.term.anchor = term.anchor;
      return true;
    case TermWord::from:
      frame.during = lowering.both(frame.during, lowering.operation(Op::reached, Type::truth, {term.moment}));
      return true;
    case TermWord::notice:
      if (asksAct(norm.kind)) return false;
      norm.noticePeriod = term.length;
      if (norm.effectTime != graph::EffectTime::againstDay) norm.effectTime = graph::EffectTime::afterNotice;
      return true;
    case TermWord::against:
      if (asksAct(norm.kind)) return false;
      norm.againstDay = term.moment;
      norm.effectTime = graph::EffectTime::againstDay;
      return true;
    case TermWord::during:
      return false;
  }
  return false;
}

/// A sentence with a modal: what was read of it so far.
struct NormSentence {
  Lowering& lowering;
  const Site& site;
  const Sentence& sentence;
  Words words;  ///< without the modal and `niet`
  Free free;    ///< what no part has taken yet
  Frame frame;
  graph::Norm norm;
  Words permission;  ///< zonder toestemming van P
};

bool namesInstance(const Lowering& lowering, const Words& words, std::size_t at) {
  return names::nounPhraseAt(words, Free(words.size(), true), at, lowering.vocabulary).has_value();
}

bool covers(const graph::Graph& graph, graph::FormId wider, graph::FormId narrower) {
  const auto& below = at(graph.forms, wider).covers;
  return wider == narrower ||
         std::any_of(below.begin(), below.end(), [&](graph::FormId form) { return covers(graph, form, narrower); });
}

graph::NormKind kindOf(std::string_view modal, bool negative, bool only, bool effort) {
  if (modal == "moet" || modal == "moeten") return effort ? graph::NormKind::effort : graph::NormKind::obligation;
  if (modal == "mag" || modal == "mogen")
    return negative || only ? graph::NormKind::prohibition : graph::NormKind::liberty;
  if (only) return graph::NormKind::requirement;
  return negative ? graph::NormKind::noPower : graph::NormKind::power;
}

/// Where the sentence denies: `niet`, or `geen` before a word that is no instance ("geen bezwaar maken", "geen
/// Partij").
std::size_t denialIn(const Lowering& lowering, const Words& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].kind == WordKind::negation) return i;
    if (words[i].determiner == Determiner::no && (words[i].key == "partij" || !namesInstance(lowering, words, i)))
      return i;
  }
  return words.size();
}

/// The kind of norm from its modal; a duty not to do something is a prohibition, and must be written so.
bool readKind(NormSentence& norm, std::size_t modal) {
  const Words& main = norm.sentence.main;
  const std::size_t denial = denialIn(norm.lowering, main);
  const bool negative = denial < main.size();
  norm.norm.kind = kindOf(main[modal].key, negative, has(main, "alleen"), has(main, "inspannen"));
  norm.lowering.use(main, modal, modal + 1);
  if (negative) norm.lowering.useDenial(main, denial);
  if (!negative || !asksAct(norm.norm.kind)) return true;
  norm.lowering.report(kinds::negativeDuty, names::spanOf(main, denial, denial + 1));
  return false;
}

void readParts(NormSentence& norm) {
  Lowering& lowering = norm.lowering;
  openParty(lowering, norm.words, norm.frame);
  takeSurvival(lowering, norm.words, norm.free, norm.frame, norm.norm);
  takeFrequency(lowering, norm.site, norm.words, norm.free, norm.norm);
  norm.frame.scope.occasion = norm.frame.trigger.has_value();
  norm.permission = takeWithout(lowering, norm.words, norm.free, norm.norm);
  takeEmptyWords(lowering, norm.words, norm.free, norm.norm);
  takeImmediately(lowering, norm.words, norm.free, norm.norm);
  takeSoftTerm(lowering, norm.site, norm.words, norm.free, norm.norm);
  norm.frame.scope.binders = &norm.frame.binders;  // "tegen de ingang van een aanpassing" opens one
  for (const FoundTerm& term : lowering.terms(norm.words, norm.free, norm.frame.scope)) {
    if (useTerm(lowering, term, norm.frame, norm.norm)) lowering.use(norm.words, term.begin, term.end);
  }
  norm.frame.scope.binders = nullptr;
  takeChoice(lowering, norm.words, norm.free, norm.frame, norm.norm);
}

/// An act as one of the alternatives of a norm, and the words that it was found in.
struct FoundAct {
  Predicate act;
  Words words;
};

/// One of several acts joined by `of`; it may share the object and the actor of the first.
std::optional<FoundAct> sharedAct(Lowering& lowering, const Words& piece, const Words& shared) {
  Words joined = shared;
  joined.insert(joined.end(), piece.begin(), piece.end());
  for (const Words& tried : {joined, piece}) {
    if (auto act = lowering.predicate(tried, Free(tried.size(), true), true, false)) return FoundAct{*act, tried};
  }
  return std::nullopt;
}

/// One act, or several joined by `of` and commas.
std::vector<FoundAct> findActs(Lowering& lowering, const Words& words, const Free& free) {
  const Trial attempt(lowering);
  if (auto whole = lowering.predicate(words, free, true, false)) return {{*whole, words}};
  const auto pieces = splitAt(freeWords(words, free), {"of", "en"});
  if (pieces.size() < 2) return {};
  const Words shared = part(pieces.front(), 0, pieces.front().size() - 1);
  std::vector<FoundAct> acts;
  for (const Words& piece : pieces) {
    const auto act = sharedAct(lowering, piece, acts.empty() ? Words{} : shared);
    if (!act) return {};
    acts.push_back(*act);
  }
  return acts;
}

/// The form that an act must have: the narrowest of those it names.
void readForms(NormSentence& norm, const Predicate& act) {
  for (const graph::FormId form : act.forms) {
    if (!norm.norm.form || covers(norm.lowering.graph, norm.norm.form, form))
      norm.norm.form = form;
    else if (!covers(norm.lowering.graph, form, norm.norm.form))
      norm.lowering.report(kinds::wordsLeft, norm.site.statement->span, {at(norm.lowering.graph.forms, form).name});
  }
}

void readAct(NormSentence& norm, const FoundAct& found, bool first, ExpressionId& filter) {
  const Predicate& act = found.act;
  auto given = norm.lowering.arguments(act, found.words, norm.frame.scope, filter);
  if (first) {
    norm.norm.act = graph::ActId{act.phrase->index};
    norm.norm.arguments = std::move(given);
  } else {
    norm.norm.alternatives.push_back(graph::ActId{act.phrase->index});
  }
  readForms(norm, act);
  for (const std::string& truth : act.truths) {
    norm.norm.exerciseCondition =
        norm.lowering.both(norm.norm.exerciseCondition,
                           occurrenceQuality(norm.lowering, act, truth, static_cast<Slot>(norm.frame.scope.next)));
    norm.norm.requirement += (norm.norm.requirement.empty() ? "" : ", ") + truth;
  }
}

/// The party that must, may or can; the first act that names one says who.
void readBearer(NormSentence& norm, const std::vector<FoundAct>& acts) {
  for (const FoundAct& found : acts) {
    if (!found.act.actor) continue;
    norm.norm.bearer = partyRef(norm.lowering, *found.act.actor, found.words, norm.frame);
    return;
  }
  norm.lowering.report(kinds::whichParty, names::spanOf(norm.words, 0, norm.words.size()), {});
}

/// The acts of the norm and who does them. What instances they open are the norm's.
bool readActs(NormSentence& norm) {
  Lowering& lowering = norm.lowering;
  const auto acts = findActs(lowering, norm.words, norm.free);
  if (acts.empty()) {
    lowering.explainUncovered(norm.words, norm.free, true, false, norm.frame.scope);
    return false;
  }
  lowering.useClause(freeWords(norm.words, norm.free));
  norm.frame.scope.binders = &norm.frame.binders;
  for (const FoundAct& found : acts) readAct(norm, found, &found == &acts.front(), norm.norm.condition);
  readBearer(norm, acts);
  norm.frame.scope.binders = nullptr;
  return true;
}

/// "moet zich inspannen om ...": the content is not an act but words.
void readEffort(NormSentence& norm) {
  const Words& words = norm.words;
  const std::size_t om = indexOf(words, "om");
  const auto parties =
      names::nounPhrases(words, Free(words.size(), true), graph::EntityId{0}, norm.lowering.vocabulary);
  if (!parties.empty() && parties.front().begin < om)
    norm.norm.bearer = partyRef(norm.lowering, parties.front(), words, norm.frame);
  else
    norm.lowering.report(kinds::whichParty, names::spanOf(words, 0, words.size()), {});
  norm.lowering.use(words, {"inspannen"});
  norm.lowering.useClause(part(words, om, words.size()));
  norm.norm.requirement = names::spelled(words, std::min(om + 1, words.size()), words.size());
}

/// The subordinate clauses and the name; then the norm is whole.
void add(NormSentence& read, const std::string& name) {
  Lowering& lowering = read.lowering;
  Frame& frame = read.frame;
  graph::Norm& norm = read.norm;
  if (!read.permission.empty())
    norm.consent = consent(lowering, read.permission, frame.scope, static_cast<Slot>(frame.binders.size()));
  closeFrame(lowering, read.sentence, frame, normClauses);
  norm.name = nameOf(read.site, name);
  norm.perOccurrence =
      frame.trigger && frame.trigger->pattern && frame.binders.empty() && norm.kind == graph::NormKind::obligation;
  norm.binders = std::move(frame.binders);
  norm.trigger = frame.trigger;
  norm.condition = lowering.both(frame.condition, norm.condition);
  norm.during = frame.during;
  norm.unless = unlessOf(lowering, read.site, frame, norm.name);
  norm.until = frame.until;
  if (norm.bearer.fixed != graph::Party::none || norm.bearer.slot) norm.counterparty = opposite(norm.bearer);
  arisesAtEnd(lowering, norm);
  const Labelled node{Labelled::Kind::norm, static_cast<std::uint32_t>(lowering.graph.norms.size())};
  addDerogation(lowering, read.site, read.sentence, node);
  lowering.note(read.site, norm.name, node);
  lowering.graph.norms.push_back(std::move(norm));
}

/// The main words without the modal and `niet`.
Words actWords(const Words& main, std::size_t modal) {
  Words words = main;
  words.erase(words.begin() + static_cast<std::ptrdiff_t>(modal));
  std::erase_if(words, [](const Word& w) { return w.kind == WordKind::negation; });
  return words;
}

}  // namespace

bool lowerNorm(Lowering& lowering, const Site& site, const Sentence& sentence) {
  const std::size_t modal = modalIndex(sentence.main);
  if (modal >= sentence.main.size()) return false;
  const Words words = actWords(sentence.main, modal);
  NormSentence norm{lowering, site, sentence, words, Free(words.size(), true), {}, {}, {}};
  norm.norm.where = lowering.provenance(site);
  norm.norm.guard = site.guard;
  if (!readKind(norm, modal)) return true;
  norm.frame = openFrame(lowering, site, sentence, normClauses);
  readParts(norm);
  if (norm.norm.kind == graph::NormKind::effort) {
    readEffort(norm);
    add(norm, norm.norm.requirement);
  } else if (readActs(norm)) {
    add(norm, lowering.graph.acts[norm.norm.act.index].name);
  }
  return true;
}

}  // namespace beding::lowering

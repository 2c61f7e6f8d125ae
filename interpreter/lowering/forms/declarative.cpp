// Leden that declare: meanings, statutes, rankings, interpretations.
#include <algorithm>

#include "lowering/forms/forms.h"
#include "values/calendar.h"

namespace beding::lowering {

namespace {

std::string listText(const syntax::Statement& statement) {
  std::string text;
  for (const syntax::ListEntry& entry : statement.list) {
    for (const syntax::Clause& clause : entry.clauses) {
      text += (text.empty() ? "" : ", ");
      for (std::size_t i = 0; i < clause.items.size(); ++i) text += (i ? " " : "") + clause.items[i].text;
    }
  }
  return text;
}

void useList(Lowering& lowering, const syntax::Statement& statement) {
  for (const syntax::ListEntry& entry : statement.list) {
    for (const syntax::Clause& clause : entry.clauses) lowering.useClause(names::wordsOf(clause.items));
  }
}

/// The sentence itself is what the property says.
void useText(Lowering& lowering, const syntax::Statement& statement) {
  for (const syntax::Clause& clause : statement.clauses) lowering.useClause(names::wordsOf(clause.items));
  useList(lowering, statement);
}

/// "Een te late opzegging heeft geen gevolg", "... geldt tegen het einde van de volgende periode".
void useLateNotice(Lowering& lowering, const Words& words) {
  lowering.use(words, {"te", "late", "opzegging"});
  const std::size_t none = indexOf(words, "gevolg");
  if (none < words.size()) lowering.useClause(part(words, none, none + 1));
  const std::size_t against = indexOf(words, "geldt");
  if (startsWith(words, against, {"geldt", "tegen", "einde", "van", "volgende", "periode"}))
    lowering.use(words, against, against + 6);
}

void addProperty(Lowering& lowering, const Site& site, const std::string& name, const std::string& value) {
  lowering.graph.properties.push_back({lowering.provenance(site), site.guard, nameOf(site, name), value});
}

/// "betrouwbare e-mail" in a definition of Schriftelijk: the open norm decides for that form.
void useReliability(Lowering& lowering, const Words& entry) {
  if (entry.size() < 2) return;
  for (const names::FormWord& form : lowering.vocabulary.forms) {
    if (!names::wordsAt(entry, 1, form.words)) continue;
    for (const names::Phrase& phrase : lowering.vocabulary.phrases) {
      const bool judges = phrase.kind == names::PhraseKind::judgement && !phrase.pattern.empty() &&
                          names::sameInflected(entry[0].key, phrase.pattern.back().word);
      if (!judges) continue;
      const ExpressionId statement = lowering.occurrence(0);
      const ExpressionId reliable = lowering.operation(Op::judgement, Type::truth, {statement}, phrase.index);
      lowering.describe(reliable, entry, 0, entry.size());
      at(lowering.graph.forms, form.form).reliable = reliable;
    }
  }
}

/// "..., met Goede Vrijdag en 5 mei als Werkdag": those holidays are workdays, under this reading.
void useWorkdays(Lowering& lowering, const Site& site, const Words& words) {
  for (std::size_t i = indexOf(words, "met"); i < words.size(); ++i) {
    for (std::size_t end = i + 1; end <= std::min(i + 2, words.size()); ++end) {
      const auto holiday = dutchHolidayNamed(names::spelled(words, i, end));
      if (holiday) lowering.graph.ignoredHolidays.push_back({std::string(*holiday), site.guard});
    }
  }
}

void useTerm(Lowering& lowering, const Site& site, std::string_view term, const Words& entry) {
  if (term == "schriftelijk") useReliability(lowering, entry);
  if (term == "werkdag") useWorkdays(lowering, site, entry);
}

}  // namespace

/// "Onder X wordt verstaan: a, b."
bool lowerMeaning(Lowering& lowering, const Site& site, const Sentence& sentence) {
  if (!has(sentence.main, "verstaan") || !has(sentence.main, "onder")) return false;
  const std::size_t under = indexOf(sentence.main, "onder");
  std::size_t end = under + 1;
  while (end < sentence.main.size() && sentence.main[end].kind == WordKind::plain &&
         sentence.main[end].key != "verstaan")
    ++end;
  const Words term = part(sentence.main, under + 1, end);
  lowering.use(sentence.main, {"onder", "onder meer", "meer", "uitsluitend", "verstaan"});
  lowering.use(sentence.main, under, end);
  useList(lowering, *site.statement);
  std::string value = listText(*site.statement);
  if (value.empty()) value = lowering.provenance(site).text;
  addProperty(lowering, site, names::spelled(term, 0, term.size()), value);
  if (under != 0 || term.empty()) return true;
  for (const syntax::ListEntry& entry : site.statement->list) {
    for (const syntax::Clause& clause : entry.clauses)
      useTerm(lowering, site, term[0].key, names::wordsOf(clause.items));
  }
  return true;
}

/// "Artikel 7:408 BW is niet van toepassing."
bool lowerStatute(Lowering& lowering, const Site& site, const Sentence& sentence) {
  const auto& words = sentence.main;
  const bool derogates = std::any_of(sentence.priorities.begin(), sentence.priorities.end(),
                                     [](const Priority& p) { return p.lid.find("BW") != std::string::npos; });
  const bool names = has(words, "toepassing") && !words.empty() && words[0].kind == WordKind::reference;
  if (!names && !(derogates && modalIndex(words) == words.size())) return false;
  if (names) {
    lowering.use(words, {"niet", "van", "toepassing"});
    lowering.use(words, 0, 1);
    addProperty(lowering, site, words[0].item->text, has(words, "niet") ? "niet van toepassing" : "van toepassing");
    return true;
  }
  useText(lowering, *site.statement);
  addProperty(lowering, site, sentence.priorities.front().lid, lowering.provenance(site).text);
  return true;
}

namespace {

/// "4.6 deellevering en 4.7" as it stands in a ranking: a reference each.
std::vector<Priority> ranked(const Words& words, std::size_t begin, std::size_t end) {
  std::vector<Priority> all;
  for (std::size_t i = begin; i < end; ++i) {
    if (words[i].kind == WordKind::reference)
      all.push_back({true, words[i].item->text, {}, {words[i]}});
    else if (words[i].kind == WordKind::plain && words[i].key != "en")
      addLabelWord(all.back(), words[i]), all.back().words.push_back(words[i]);
  }
  return all;
}

/// "4.6 gaat voor 11.1": settled once all norms are known.
void rankLeden(Lowering& lowering, const Site& site, const Words& words) {
  const std::size_t verb = std::min(indexOf(words, "gaat"), indexOf(words, "gaan"));
  const bool isPair = verb + 2 < words.size() && words[verb + 1].key == "voor" &&
                      words[0].kind == WordKind::reference && words[verb + 2].kind == WordKind::reference;
  if (!isPair) return;
  for (const Priority& first : ranked(words, 0, verb)) {
    for (const Priority& second : ranked(words, verb + 2, words.size()))
      lowering.rankings.push_back({site, first, second});
  }
}

}  // namespace

/// "Bij strijd gaat ... voor", "4.6 gaat voor 11.1": a ranking that can be queried.
bool lowerRanking(Lowering& lowering, const Site& site, const Sentence& sentence) {
  const bool ranks = has(sentence.main, "strijd") || has(sentence.main, "strijdigheid") ||
                     (has(sentence.main, "gaat") && has(sentence.main, "voor"));
  const bool besides =
      has(sentence.main, "onverlet") || has(sentence.main, "naast elkaar") || has(sentence.main, "in stand");
  if (!ranks && !besides) return false;
  rankLeden(lowering, site, sentence.main);
  const std::string list = listText(*site.statement);
  if (list.empty()) useText(lowering, *site.statement);
  useList(lowering, *site.statement);
  lowering.use(sentence.main, {"bij", "strijd", "strijdigheid", "gaat", "gaan", "voor", "eerder", "hoger", "genoemde",
                               "genoemd", "onderdeel", "document"});
  addProperty(lowering, site, ranks ? "rangorde" : names::spelled(sentence.main, 0, 2),
              list.empty() ? lowering.provenance(site).text : list);
  return true;
}

/// Sentences of a reading that settle how words of another sentence count.
bool lowerInterpretation(Lowering& lowering, const Site& site, const Sentence& sentence) {
  const Words& words = sentence.main;
  if (words.empty()) return false;
  if (words[0].key == "jaar" && words[0].determiner == Determiner::indefinite) {
    useText(lowering, *site.statement);
    addProperty(lowering, site, "jaar", lowering.provenance(site).text);
    return true;
  }
  if (has(words, "dezelfde") && (has(words, "gelden") || has(words, "geldt"))) {  // one act, several breaches
    useText(lowering, *site.statement);
    addProperty(lowering, site, "samenloop", lowering.provenance(site).text);
    return true;
  }
  if (words[0].determiner == Determiner::indefinite && has(words, "late") && has(words, "opzegging")) {
    useLateNotice(lowering, words);
    addProperty(lowering, site, "te late opzegging", lowering.provenance(site).text);
    return true;
  }
  if (has(words, "telt") && has(words, "dag")) {
    lowering.use(words, {"dag", "van", "begin", "telt", "niet", "mee"});
    addProperty(lowering, site, "dagtelling", lowering.provenance(site).text);
    return true;
  }
  return false;
}

}  // namespace beding::lowering

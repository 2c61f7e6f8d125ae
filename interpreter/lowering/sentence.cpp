#include "lowering/sentence.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace beding::lowering {

using names::Determiner;
using names::WordKind;
using names::Words;

namespace {

constexpr std::array<std::string_view, 6> modals{"moet", "moeten", "mag", "mogen", "kan", "kunnen"};

bool isModal(std::string_view key) { return std::find(modals.begin(), modals.end(), key) != modals.end(); }

bool isFinite(const names::Word& word) {
  static constexpr std::array<std::string_view, 15> verbs{"staat",    "komt",    "verbeurt", "vervalt", "vervallen",
                                                          "blijft",   "blijven", "geldt",    "gelden",  "vrijwaart",
                                                          "strekken", "eindigt", "bestaat",  "loopt",   "lopen"};
  return word.kind == WordKind::auxiliary || isModal(word.key) ||
         std::find(verbs.begin(), verbs.end(), word.key) != verbs.end();
}

/// Reads one "in afwijking van ..." at the start of the words, a priority per reference; returns how many words it
/// took.
std::size_t readPriority(const Words& words, std::size_t at, Sentence& sentence) {
  const bool derogates = words[at].key == "in afwijking van";
  std::size_t i = at + 1;
  for (std::size_t begin = at; i < words.size() && !isFinite(words[i]) && words[i].key != "voor"; begin = i) {
    Priority priority;
    priority.derogates = derogates;
    for (; i < words.size() && !isFinite(words[i]) && words[i].key != "voor"; ++i) {
      const bool reference = words[i].kind == WordKind::reference || words[i].key == "aanhef";
      if (reference && !priority.lid.empty()) break;
      if (reference)
        priority.lid = words[i].item->text;
      else if (words[i].kind == WordKind::plain && words[i].key != "en")
        addLabelWord(priority, words[i]);
    }
    priority.words = part(words, begin, i);
    sentence.priorities.push_back(std::move(priority));
  }
  return i - at;
}

bool namesParty(const names::Word& word) { return word.key == "opdrachtnemer" || word.key == "opdrachtgever"; }

/// "Voor elke factuur" ends at the verb, a comma, the subject that follows it; "van Opdrachtgever" belongs to it.
std::size_t endOfEach(const Words& words, std::size_t at) {
  std::size_t i = at + 1;
  while (i < words.size() && !isFinite(words[i]) && words[i].kind != WordKind::comma &&
         (!namesParty(words[i]) || words[i - 1].key == "van") &&
         (i == at + 1 || words[i].determiner == Determiner::none))
    ++i;
  return i;
}

bool opensEach(const Words& words, std::size_t at) {
  return words[at].key == "voor" && at + 1 < words.size() &&
         (words[at + 1].determiner == Determiner::each || words[at + 1].determiner == Determiner::indefinite);
}

/// "... kan Opdrachtnemer voor elke factuur ...": behind the subject of an inverted sentence.
std::size_t eachBehindSubject(const Words& rest) {
  if (rest.empty() || !isModal(rest[0].key)) return rest.size();
  for (std::size_t i = 1; i + 1 < std::min<std::size_t>(rest.size(), 4); ++i) {
    if (rest[i].key == "voor" && rest[i + 1].determiner == Determiner::each) return i;
  }
  return rest.size();
}

void readMain(Words words, Sentence& sentence) {
  std::size_t at = 0;
  while (at < words.size()) {
    if (words[at].key == "in afwijking van" || words[at].key == "onverminderd") {
      at += readPriority(words, at, sentence);
    } else if (opensEach(words, at)) {
      const std::size_t end = endOfEach(words, at);
      sentence.openers.push_back(words[at]);
      sentence.each.push_back(part(words, at + 1, end));
      at = end;
    } else {
      break;
    }
  }
  Words rest = part(words, at, words.size());
  if (rest.size() > 2 && rest[0].kind == WordKind::auxiliary &&
      opensEach(rest, 1)) {  // "zijn voor een week de uren ..."
    const std::size_t end = endOfEach(rest, 1);
    sentence.openers.push_back(rest[1]);
    sentence.each.push_back(part(rest, 2, end));
    rest.erase(rest.begin() + 1, rest.begin() + static_cast<std::ptrdiff_t>(end));
  }
  if (const std::size_t each = eachBehindSubject(rest); each < rest.size()) {
    const std::size_t end = endOfEach(rest, each);
    sentence.openers.push_back(rest[each]);
    sentence.each.push_back(part(rest, each + 1, end));
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(each), rest.begin() + static_cast<std::ptrdiff_t>(end));
  }
  sentence.main.insert(sentence.main.end(), rest.begin(), rest.end());
}

}  // namespace

const Subclause* Sentence::find(syntax::Conjunction conjunction) const {
  for (const Subclause& clause : subclauses) {
    if (clause.conjunction == conjunction) return &clause;
  }
  return nullptr;
}

void addLabelWord(Priority& priority, const names::Word& word) {
  if (!word.article.empty()) addWord(priority.label, fold(word.article));
  addWord(priority.label, word.key);
}

Sentence sentenceOf(const std::vector<syntax::Clause>& clauses) {
  Sentence sentence;
  for (const syntax::Clause& clause : clauses) {
    Words words = names::wordsOf(clause.items);
    if (clause.conjunction == syntax::Conjunction::none) {
      readMain(std::move(words), sentence);
    } else {
      sentence.subclauses.push_back({clause.conjunction, part(words, 0, words.size())});
    }
  }
  sentence.main = part(sentence.main, 0, sentence.main.size());
  return sentence;
}

std::size_t indexOf(const Words& words, std::string_view key, std::size_t from) {
  for (std::size_t i = from; i < words.size(); ++i) {
    if (words[i].key == key) return i;
  }
  return words.size();
}

bool startsWith(const Words& words, std::size_t at, std::initializer_list<std::string_view> keys) {
  for (std::string_view key : keys) {
    if (at >= words.size() || words[at].key != key) return false;
    ++at;
  }
  return true;
}

std::size_t modalIndex(const Words& words) {
  const auto found = std::find_if(words.begin(), words.end(), [](const names::Word& w) { return isModal(w.key); });
  return static_cast<std::size_t>(found - words.begin());
}

Words part(const Words& words, std::size_t begin, std::size_t end) {
  end = std::min(end, words.size());
  while (begin < end && words[begin].kind == WordKind::comma) ++begin;
  while (end > begin && words[end - 1].kind == WordKind::comma) --end;
  if (begin >= end) return {};
  return {words.begin() + static_cast<std::ptrdiff_t>(begin), words.begin() + static_cast<std::ptrdiff_t>(end)};
}

std::vector<Words> splitAt(const Words& words, std::initializer_list<std::string_view> keys) {
  std::vector<Words> parts;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    depth += words[i].kind == WordKind::open ? 1 : words[i].kind == WordKind::close ? -1 : 0;
    const bool splits =
        words[i].kind == WordKind::comma || std::find(keys.begin(), keys.end(), words[i].key) != keys.end();
    if (depth != 0 || words[i].fence != 0 || !splits) continue;
    if (i > begin) parts.push_back(part(words, begin, i));
    begin = i + 1;
  }
  if (begin < words.size()) parts.push_back(part(words, begin, words.size()));
  return parts;
}

}  // namespace beding::lowering

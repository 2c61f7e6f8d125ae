// The same said twice: whole sentences across leden, and entries within one enumeration.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "original/findings.h"
#include "original/words.h"

namespace beding::original {
namespace {

/// Shorter sentences are alike by chance.
constexpr std::size_t fewestWords = 10;
constexpr std::size_t run = 3;  ///< words that are compared together

struct Sentence {
  std::string lid;
  std::string text;
  std::set<std::string> runs;
};

std::set<std::string> runsOf(const std::vector<Word>& words) {
  std::set<std::string> runs;
  for (std::size_t at = 0; at + run <= words.size(); ++at) {
    runs.insert(words[at].folded + " " + words[at + 1].folded + " " + words[at + 2].folded);
  }
  return runs;
}

std::size_t common(const Sentence& a, const Sentence& b) {
  return static_cast<std::size_t>(
      std::count_if(a.runs.begin(), a.runs.end(), [&](const std::string& each) { return b.runs.contains(each); }));
}

/// Two thirds of the shorter one stand in the other.
bool isAlike(const Sentence& a, const Sentence& b) {
  return common(a, b) * 3 >= std::min(a.runs.size(), b.runs.size()) * 2;
}

std::string start(const std::string& text) {
  std::string words;
  std::size_t count = 0;
  for (const Word& word : wordsOf(text)) {
    if (++count > 6) return words + " …";
    addWord(words, word.text);
  }
  return words;
}

std::vector<Sentence> longSentences(const Original& original) {
  std::vector<Sentence> sentences;
  for (const OriginalLid& lid : original.leden) {
    for (std::string& text : sentencesOf(lid.text)) {
      const std::vector<Word> words = wordsOf(text);
      if (words.size() >= fewestWords) sentences.push_back({lid.id, std::move(text), runsOf(words)});
    }
  }
  return sentences;
}

/// `databankrechten, ..., databankrechten`
void entries(const OriginalLid& lid, std::vector<Finding>& found) {
  std::set<std::string> seen;
  std::set<std::string> told;
  std::size_t begin = 0;
  const std::string text = fold(lid.text);
  for (std::size_t at = text.find(", "); at != std::string::npos; at = text.find(", ", at + 2)) {
    const std::string entry = text.substr(begin, at - begin);
    begin = at + 2;
    if (entry.size() > 8 && !seen.insert(entry).second && told.insert(entry).second)
      found.push_back({lid.id, FindingKind::duplicate, "«" + entry + "» staat tweemaal in de opsomming"});
  }
}

}  // namespace

void findDuplicates(const Original& original, std::vector<Finding>& found) {
  const std::vector<Sentence> sentences = longSentences(original);
  std::set<std::string> told;
  for (std::size_t at = 0; at < sentences.size(); ++at) {
    for (std::size_t before = 0; before < at; ++before) {
      const Sentence& a = sentences[before];
      const Sentence& b = sentences[at];
      if (a.lid == b.lid || !isAlike(a, b) || !told.insert(b.lid + " " + a.lid).second) continue;
      const bool same = a.runs == b.runs;
      found.push_back({b.lid, FindingKind::duplicate,
                       "«" + start(b.text) + "» staat " + (same ? "ook" : "bijna zo") + " in " + a.lid});
    }
  }
  for (const OriginalLid& lid : original.leden) entries(lid, found);
}

}  // namespace beding::original

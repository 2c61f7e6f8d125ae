// Which declared phrase was probably meant.
#include <algorithm>

#include "base/text.h"
#include "names/vocabulary.h"

namespace beding::names {
namespace {

/// Characters that would have to change for every word of the phrase to be found among the free words.
std::size_t distance(const Words& words, const Free& free, const Phrase& phrase) {
  std::size_t total = 0;
  for (const PatternToken& token : phrase.pattern) {
    if (token.isSlot() || isPreposition(token.word)) continue;
    std::size_t best = token.word.size();
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (free[i] && words[i].kind == WordKind::plain) best = std::min(best, editDistance(words[i].key, token.word));
    }
    total += best;
  }
  return total;
}

std::size_t letters(const Phrase& phrase) {
  std::size_t total = 0;
  for (const PatternToken& token : phrase.pattern) total += isPreposition(token.word) ? 0 : token.word.size();
  return total;
}

}  // namespace

std::vector<std::string> nearestPhrases(const Words& words, const Free& free, const Vocabulary& vocabulary,
                                        const std::function<bool(const Phrase&)>& fits) {
  std::vector<std::pair<std::size_t, std::string>> ranked;
  for (const Phrase& phrase : vocabulary.phrases) {
    if (phrase.kind == PhraseKind::event || !fits(phrase)) continue;  // an event is a name on timelines
    const std::size_t away = distance(words, free, phrase);
    if (away * 4 <= letters(phrase)) ranked.emplace_back(away, phrase.spelled);
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::string> names;
  for (const auto& [away, spelled] : ranked) {
    if (names.size() < 3 && std::find(names.begin(), names.end(), spelled) == names.end()) names.push_back(spelled);
  }
  return names;
}

std::optional<std::pair<std::size_t, std::size_t>> strayWords(const Words& words, const Free& free,
                                                              const Phrase& phrase) {
  Free left = free;
  for (const PatternToken& token : phrase.pattern) {
    std::size_t at = 0;
    while (!token.isSlot() && at < words.size() && !(left[at] && words[at].key == token.word)) ++at;
    if (at == words.size()) return std::nullopt;
    if (!token.isSlot()) left[at] = false;
  }
  std::optional<std::pair<std::size_t, std::size_t>> stretch;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!left[i] || words[i].kind != WordKind::plain) continue;
    if (stretch && stretch->second != i) return std::nullopt;
    stretch = {stretch ? stretch->first : i, i + 1};
  }
  return stretch;
}

}  // namespace beding::names

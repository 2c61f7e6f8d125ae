// Signs of damage: words that grew together, brackets and quotes that stay open, words said twice.
#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "original/findings.h"
#include "original/words.h"

namespace beding::original {
namespace {

bool isLower(char c) { return c >= 'a' && c <= 'z'; }
bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }

class Damage {
 public:
  Damage(const Original& original, std::vector<Finding>& found) : found_(found) {
    for (const OriginalLid& lid : original.leden) {
      for (const Word& word : wordsOf(lid.text)) ++counts_[word.folded];
    }
  }

  void look(const OriginalLid& lid) {
    lid_ = &lid;
    brackets();
    const std::vector<Word> words = wordsOf(lid.text);
    for (std::size_t at = 0; at < words.size(); ++at) {
      grownTogether(words[at]);
      const bool twice = at > 0 && words[at].folded == words[at - 1].folded && words[at - 1].behind.empty();
      if (twice && words[at].folded.size() > 1 && !isNumber(words[at].folded))
        report("«" + words[at - 1].text + " " + words[at].text + "» staat tweemaal achter elkaar");
    }
  }

 private:
  void report(std::string text) { found_.push_back({lid_->id, FindingKind::damage, std::move(text)}); }

  [[nodiscard]] std::ptrdiff_t count(std::string_view sign) const {
    std::ptrdiff_t found = 0;
    for (std::size_t at = lid_->text.find(sign); at != std::string::npos; at = lid_->text.find(sign, at + 1)) ++found;
    return found;
  }

  void brackets() {
    if (count("(") != count(")")) report("een haakje opent of sluit alleen");
    if (count("\"") % 2 != 0 || count("“") > count("”")) report("een aanhalingsteken opent of sluit alleen");
    if (lid_->text.ends_with("'")) report("een los aanhalingsteken aan het eind");
  }

  [[nodiscard]] int timesSeen(const std::string& word) const {
    const auto seen = counts_.find(word);
    return seen == counts_.end() ? 0 : seen->second;
  }

  void grownTogether(const Word& word) {
    const std::string& text = word.text;
    for (std::size_t at = 1; at < text.size(); ++at) {
      if (isLower(text[at - 1]) && isUpper(text[at])) return report("«" + text + "» heeft een hoofdletter middenin");
      if (text[at] == ',' && isLower(text[at - 1])) return report("in «" + text + "» ontbreekt een spatie");
      if (text[at] == '(' && isDeterminer(text.substr(0, at))) return report("in «" + text + "» ontbreekt een spatie");
    }
    if (timesSeen(word.folded) == 1 && isTwoWords(word)) report("«" + text + "» lijkt twee woorden");
  }

  static bool isDeterminer(const std::string& word) {
    constexpr std::array<std::string_view, 6> determiners = {"de", "het", "een", "deze", "die", "dit"};
    return std::find(determiners.begin(), determiners.end(), fold(word)) != determiners.end();
  }

  /// A word seen once that is a known word and a short word: "aannemingvan", "deovereenkomst".
  [[nodiscard]] bool isTwoWords(const Word& word) const {
    constexpr std::array<std::string_view, 4> behind = {"van", "tegen", "voor", "met"};
    const std::string& text = word.folded;
    for (const std::string_view ending : behind) {
      const bool fits = text.ends_with(ending) && text.size() > ending.size() + 5;
      if (fits && isRoot(text.substr(0, text.size() - ending.size()))) return true;
    }
    if (text.starts_with("de") && text.size() > 8 && timesSeen(text.substr(2)) > 2) return true;
    return startsUpper(word.text) && isTermAndWord(text);
  }

  /// A word by itself, or with another ending: "aanneming" beside "aannemingen".
  [[nodiscard]] bool isRoot(const std::string& text) const { return timesSeen(text) > 0 || text.ends_with("ing"); }

  /// "overeenkomstblijvend": a capitalised word that is often used, and a word that is used.
  [[nodiscard]] bool isTermAndWord(const std::string& text) const {
    for (std::size_t at = 6; at + 4 < text.size(); ++at) {
      if (timesSeen(text.substr(0, at)) > 9 && timesSeen(text.substr(at)) > 0) return true;
    }
    return false;
  }

  std::vector<Finding>& found_;
  std::map<std::string, int> counts_;
  const OriginalLid* lid_ = nullptr;
};

}  // namespace

void findDamage(const Original& original, std::vector<Finding>& found) {
  Damage damage(original, found);
  for (const OriginalLid& lid : original.leden) damage.look(lid);
}

}  // namespace beding::original

// References that lead nowhere, to themselves, or elsewhere than they say.
#include <algorithm>
#include <optional>
#include <set>

#include "base/text.h"
#include "original/findings.h"
#include "original/words.h"

namespace beding::original {
namespace {

using Words = std::vector<Word>;

bool isOneOf(const std::string& word, std::initializer_list<const char*> all) {
  return std::find(all.begin(), all.end(), word) != all.end();
}

std::string articleOf(const std::string& id) { return id.substr(0, id.find('.')); }

/// `7`, `11.1` or `1-11`: a place in this text as it is written.
bool isPlace(const std::string& word) {
  return !word.empty() && isDigit(word.front()) &&
         std::all_of(word.begin(), word.end(), [](char c) { return isDigit(c) || c == '.' || c == '-'; });
}

/// A statute is named near the number: `artikel 6:225 lid 2 BW`, `artikel 2 lid 7 van Verordening`.
bool isStatute(const Words& words, std::size_t at) {
  const std::size_t begin = at < 6 ? 0 : at - 6;
  for (std::size_t each = begin; each < std::min(at + 7, words.size()); ++each) {
    const Word& word = words[each];
    const bool pair = word.text.find(':') != std::string::npos && isDigit(word.text.front());
    if (pair || word.text == "BW") return true;
    if (isOneOf(word.folded, {"burgerlijk", "wetboek", "verordening"})) return true;
  }
  return false;
}

class References {
 public:
  References(const Original& original, std::vector<Finding>& found) : original_(original), found_(found) {
    for (const OriginalArticle& article : original.articles) ids_.insert(article.number);
    for (const OriginalLid& lid : original.leden) ids_.insert(lid.id);
  }

  void look(const OriginalLid& lid, const std::string& before) {
    lid_ = &lid;
    before_ = before;
    const Words words = wordsOf(lid.text);
    for (std::size_t at = 0; at + 1 < words.size(); ++at) {
      if (isOneOf(words[at].folded, {"artikel", "artikelen"})) articles(words, at);
      if (isOneOf(words[at].folded, {"lid", "leden"})) leden(words, at);
      if (isOneOf(words[at].folded, {"bijlage", "bijlagen"})) annex(words, at);
      if (isOneOf(words[at].folded, {"vorig", "vorige", "voorgaande"}) && words[at + 1].folded == "lid")
        previous(words, at);
      if (isOneOf(words[at].folded, {"voorgaande", "bovenstaande", "vorenstaande", "voornoemde"})) vague(words, at);
    }
  }

 private:
  void report(std::string text) { found_.push_back({lid_->id, FindingKind::reference, std::move(text)}); }

  void articles(const Words& words, std::size_t at) {
    if (isStatute(words, at)) return;
    for (std::size_t each = at + 1; each < words.size(); ++each) {
      if (isPlace(words[each].text))
        place(words[each].text, "artikel ");
      else if (!isOneOf(words[each].folded, {"en", "of", "tot", "met", "t/m"}))
        break;
    }
    if (isNumber(words[at + 1].text)) subject(words, at + 1);
  }

  void leden(const Words& words, std::size_t at) {
    if (isStatute(words, at) || !isPlace(words[at + 1].text) || words[at + 1].text.find('.') != std::string::npos)
      return;
    const std::string article = articleOf(lid_->id);
    for (std::size_t each = at + 1; each < words.size(); ++each) {
      const std::string& number = words[each].text;
      const std::size_t hyphen = number.find('-');
      if (hyphen != std::string::npos) {
        range(article, number.substr(0, hyphen), number.substr(hyphen + 1));
      } else if (isNumber(number)) {
        place(article + "." + number, "lid ");
      } else if (!isOneOf(words[each].folded, {"en", "of", "lid"})) {
        break;
      }
    }
  }

  /// A range may not hold the lid that names it.
  void range(const std::string& article, const std::string& from, const std::string& to) {
    if (!isNumber(from) || !isNumber(to)) return;
    for (const std::string& end : {from, to}) place(article + "." + end, "lid ");
    for (int number = std::stoi(from) + 1; number < std::stoi(to); ++number) {
      if (article + "." + std::to_string(number) == lid_->id) report("verwijst naar zichzelf");
    }
  }

  void place(std::string id, const char* word) {
    while (id.ends_with('.')) id.pop_back();
    if (id == lid_->id) return report("verwijst naar zichzelf («" + std::string(word) + id + "»)");
    if (!ids_.contains(id)) report("verwijst naar " + std::string(word) + id + ", en dat is er niet");
  }

  /// `artikel 8 van deze voorwaarden omtrent reclame`: is there another article with that title?
  void subject(const Words& words, std::size_t at) {
    for (std::size_t each = at + 1; each + 1 < std::min(at + 8, words.size()); ++each) {
      if (!isOneOf(words[each].folded, {"omtrent", "over", "inzake", "betreffende"})) continue;
      const OriginalArticle* meant = titled(words[each + 1].folded);
      if (meant == nullptr || meant->number == words[at].text) return;
      report("verwijst voor «" + words[each + 1].text + "» naar artikel " + words[at].text + "; artikel " +
             meant->number + " heet zo");
    }
  }

  [[nodiscard]] const OriginalArticle* titled(const std::string& word) const {
    const auto article = std::find_if(original_.articles.begin(), original_.articles.end(),
                                      [&](const OriginalArticle& each) { return fold(each.title) == word; });
    return article == original_.articles.end() ? nullptr : &*article;
  }

  /// An annex is there when the text writes its heading with a capital.
  void annex(const Words& words, std::size_t at) {
    if (!isNumber(words[at + 1].text)) return;
    const std::string heading = "Bijlage " + words[at + 1].text;
    const bool there = std::any_of(original_.leden.begin(), original_.leden.end(), [&](const OriginalLid& each) {
      return each.text.find(heading) != std::string::npos;
    });
    if (!there) report("verwijst naar bijlage " + words[at + 1].text + ", en die hoort niet bij de tekst");
  }

  /// `het vorige lid onder 5.1`: the lid before this one has another number.
  void previous(const Words& words, std::size_t at) {
    if (before_.empty()) report("verwijst naar het vorige lid, en dit is het eerste");
    for (std::size_t each = at + 2; each < std::min(at + 5, words.size()); ++each) {
      const std::string& number = words[each].text;
      if (isPlace(number) && number.find('.') != std::string::npos && number != before_)
        report("noemt «het vorige lid» en " + number + "; het vorige lid is " + before_);
    }
  }

  void vague(const Words& words, std::size_t at) {
    const std::string& next = words[at + 1].folded;
    if (isOneOf(next, {"is", "geldt", "geldig"})) report("«het " + words[at].folded + "» zegt niet wat bedoeld is");
    if (isOneOf(next, {"artikelen", "bepalingen"}))
      report("«" + words[at].folded + " " + next + "» zegt niet welke bedoeld zijn");
  }

  const Original& original_;
  std::vector<Finding>& found_;
  std::set<std::string> ids_;
  const OriginalLid* lid_ = nullptr;
  std::string before_;
};

}  // namespace

void findReferences(const Original& original, std::vector<Finding>& found) {
  References references(original, found);
  std::string before;
  for (const OriginalLid& lid : original.leden) {
    const bool isFirst = articleOf(before) != articleOf(lid.id);
    references.look(lid, isFirst ? "" : before);
    const bool isWhole = std::count(lid.id.begin(), lid.id.end(), '.') == 1;
    if (isWhole) before = lid.id;
  }
}

}  // namespace beding::original

// Terms with a capital: used and not defined, defined and not used, written in more than one way.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.h"
#include "original/findings.h"
#include "original/words.h"

namespace beding::original {
namespace {

/// Names that need no definition.
constexpr std::array<std::string_view, 21> commonNames = {
    "nederlands", "nederlandse", "nederland",  "europese",  "economische",     "ruimte",  "burgerlijk",
    "wetboek",    "kamer",       "koophandel", "euro",      "euro's",          "artikel", "autoriteit",
    "algemene",   "verordening", "besluit",    "advocaten", "belastingdienst", "orde",    "gegevensbescherming"};

bool isCommon(const std::string& word) {
  return std::find(commonNames.begin(), commonNames.end(), word) != commonNames.end();
}

/// An abbreviation has more capitals than its first: AVG, (D)DOS, BTW-vrijgesteld.
bool isAbbreviation(const std::string& text) {
  return std::count_if(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) > 1;
}

/// Without brackets: Dienst(en) is Diensten.
std::string bare(std::string text) {
  std::erase_if(text, [](char c) { return c == '(' || c == ')'; });
  return text;
}

/// Singular and plural are one term: Dienst, Diensten; Partij, Partijen; Overeenkomst(en).
bool isSameTerm(const std::string& a, const std::string& b) {
  constexpr std::array<std::string_view, 6> endings = {"", "s", "e", "en", "n", "'s"};
  const std::string longer = bare(a.size() < b.size() ? b : a);
  const std::string shorter = bare(a.size() < b.size() ? a : b);
  if (!longer.starts_with(shorter)) return false;
  return std::find(endings.begin(), endings.end(), longer.substr(shorter.size())) != endings.end();
}

struct Use {
  std::string lid;
  std::string written;
};

struct Term {
  std::string written;  ///< as defined, else as first used
  std::string folded;
  std::string lid;  ///< that defines it; empty for none
  std::vector<Use> uses;
};

class Terms {
 public:
  Terms(const Original& original, std::vector<Finding>& found) : original_(original), found_(found) {
    for (const OriginalLid& lid : original.leden) {
      addNames(lid);
      for (const Word& word : wordsOf(lid.text)) plain_[word.folded] += word.text == word.folded ? 1 : 0;
    }
    for (const OriginalLid& lid : original.leden) addDefinition(lid);
    for (const OriginalLid& lid : original.leden) addUses(lid);
  }

  void report() {
    for (const Term& term : terms_) {
      if (term.lid.empty() && !isPartOfOther(term) && !isOrdinary(term)) undefined(term);
      if (!term.lid.empty() && term.uses.empty() && !isTitleOfText(term)) unused(term);
      spellings(term);
    }
  }

 private:
  /// Names of companies and places: what stands in the opening or beside B.V., and what follows `te`.
  void addNames(const OriginalLid& lid) {
    const std::vector<Word> words = wordsOf(lid.text);
    const bool isOpening = lid.id == "aanhef";
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (isOpening && startsUpper(words[at].text)) names_.insert(words[at].folded);
      const bool company = words[at].text == "B.V" || words[at].text == "BV" || words[at].text == "N.V";
      for (std::size_t back = at; company && back > 0 && startsUpper(words[back - 1].text) && !words[back].starts;
           --back)
        names_.insert(words[back - 1].folded);
      for (std::size_t next = at; words[at].folded == "stichting" && next < words.size(); ++next) {
        if (!startsUpper(words[next].text)) break;
        names_.insert(words[next].folded);
      }
      const bool place = words[at].folded == "te" || words[at].folded == "arrondissement" ||
                         (words[at].folded == "van" && at > 0 && words[at - 1].folded == "rechter");
      if (place && at + 1 < words.size()) names_.insert(words[at + 1].folded);
    }
  }

  [[nodiscard]] bool isDefinitions(const std::string& id) const {
    const std::string number = id.substr(0, id.find('.'));
    return std::any_of(original_.articles.begin(), original_.articles.end(), [&](const OriginalArticle& each) {
      const std::string title = fold(each.title);
      const bool defines = title.find("definitie") != std::string::npos || title.find("begrip") != std::string::npos;
      return each.number == number && defines;
    });
  }

  /// `Werkdagen: maandag tot en met vrijdag`
  void addDefinition(const OriginalLid& lid) {
    const std::size_t colon = lid.text.find(": ");
    if (!isDefinitions(lid.id) || colon == std::string::npos || !startsUpper(lid.text)) return;
    const std::string written = lid.text.substr(0, colon);
    if (wordsOf(written).size() <= 4) terms_.push_back({written, fold(written), lid.id, {}});
  }

  Term* find(const std::string& folded) {
    const auto term =
        std::find_if(terms_.begin(), terms_.end(), [&](const Term& each) { return isSameTerm(each.folded, folded); });
    return term == terms_.end() ? nullptr : &*term;
  }

  /// Whether the word is a capitalised one of which the capital means something.
  [[nodiscard]] bool isTermWord(const Word& word) const {
    return startsUpper(word.text) && !isAbbreviation(word.text) && !isCommon(word.folded) &&
           !names_.contains(word.folded);
  }

  void addUses(const OriginalLid& lid) {
    const std::vector<Word> words = wordsOf(lid.text);
    for (std::size_t at = 0; at < words.size(); ++at) {
      const std::size_t known = longestKnown(words, at);
      const std::size_t length = known > 0 ? known : capitalised(words, at);
      if (length == 0) continue;
      addUse(lid, joined(words, at, length));
      at += length - 1;
    }
  }

  /// How many words from `at` spell a defined term, in whatever case.
  std::size_t longestKnown(const std::vector<Word>& words, std::size_t at) {
    for (std::size_t length = std::min<std::size_t>(4, words.size() - at); length > 0; --length) {
      const Term* term = find(fold(joined(words, at, length)));
      if (term != nullptr && !term->lid.empty()) return length;
    }
    return 0;
  }

  [[nodiscard]] std::size_t capitalised(const std::vector<Word>& words, std::size_t at) const {
    if (words[at].starts) return 0;
    std::size_t length = 0;
    while (at + length < words.size() && isTermWord(words[at + length])) {
      ++length;
      if (!words[at + length - 1].behind.empty()) break;
    }
    return length;
  }

  static std::string joined(const std::vector<Word>& words, std::size_t at, std::size_t length) {
    std::string text;
    for (std::size_t each = at; each < at + length; ++each) addWord(text, words[each].text);
    return text;
  }

  void addUse(const OriginalLid& lid, const std::string& written) {
    Term* term = find(fold(written));
    if (term == nullptr) term = &terms_.emplace_back(Term{written, fold(written), {}, {}});
    if (term->lid != lid.id) term->uses.push_back({lid.id, written});
  }

  [[nodiscard]] bool isTitleOfText(const Term& term) const { return term.folded == "algemene voorwaarden"; }

  /// The end of a longer term whose first word began a sentence, or a defined term that grew together with a word.
  [[nodiscard]] bool isPartOfOther(const Term& term) const {
    return std::any_of(terms_.begin(), terms_.end(), [&](const Term& each) {
      const bool grown = !each.lid.empty() && each.folded.size() > 5 &&
                         term.folded.starts_with(each.folded.substr(0, each.folded.find('(')));
      return each.folded.ends_with(" " + term.folded) || grown;
    });
  }

  [[nodiscard]] int timesPlain(const std::string& folded) const {
    const auto seen = plain_.find(folded);
    return seen == plain_.end() ? 0 : seen->second;
  }

  /// Nearly always written without a capital.
  [[nodiscard]] bool isOrdinary(const Term& term) const {
    return timesPlain(term.folded) > 3 * static_cast<int>(term.uses.size());
  }

  static std::string others(const Term& term) {
    constexpr std::size_t most = 3;
    std::vector<std::string> lids;
    for (const Use& use : term.uses) {
      const bool first = use.lid == term.uses.front().lid || (!lids.empty() && lids.back() == use.lid);
      if (!first) lids.push_back(use.lid);
    }
    std::string text;
    for (std::size_t at = 0; at < std::min(most, lids.size()); ++at) text += (at == 0 ? "; ook in " : ", ") + lids[at];
    return lids.size() > most ? text + " en elders" : text;
  }

  void undefined(const Term& term) {
    const std::string plain = timesPlain(term.folded) > 0 ? "; staat er ook zonder hoofdletter" : "";
    found_.push_back({term.uses.front().lid, FindingKind::term,
                      "«" + term.written + "» heeft een hoofdletter en is nergens omschreven" + others(term) + plain});
  }

  void unused(const Term& term) {
    found_.push_back({term.lid, FindingKind::term, "«" + term.written + "» is omschreven en wordt nergens gebruikt"});
  }

  /// With and without capitals, or with other ones.
  void spellings(const Term& term) {
    std::map<std::string, std::string> first;  // spelling of the capitals, and where
    for (const Use& use : term.uses) {
      const std::string written = bare(use.written);
      const std::string defined = bare(term.written);
      const std::size_t length = std::min(written.size(), defined.size());
      if (written.substr(0, length) != defined.substr(0, length)) first.emplace(use.written, use.lid);
    }
    for (const auto& [written, lid] : first) {
      if (term.lid.empty()) continue;
      found_.push_back(
          {lid, FindingKind::term, "«" + written + "» is omschreven als «" + term.written + "» (" + term.lid + ")"});
    }
  }

  const Original& original_;
  std::vector<Finding>& found_;
  std::vector<Term> terms_;
  std::set<std::string> names_;
  std::map<std::string, int> plain_;  ///< how often each word stands there without a capital
};

/// Words on which a term or a form depends: they need a definition, with a capital or without.
constexpr std::array<std::string_view, 5> measures = {"werkdag", "werkdagen", "schriftelijk", "kantooruren",
                                                      "openingstijden"};
/// Words for a document that is to be read with this one.
constexpr std::array<std::string_view, 4> companions = {"huisregels", "standaardtarieven", "gebruikelijke tarieven",
                                                        "prijslijst"};

const OriginalLid* firstWith(const Original& original, std::string_view words) {
  const auto lid = std::find_if(original.leden.begin(), original.leden.end(), [&](const OriginalLid& each) {
    return (" " + fold(each.text)).find(" " + std::string(words)) != std::string::npos;
  });
  return lid == original.leden.end() ? nullptr : &*lid;
}

bool isDefined(const Original& original, std::string_view word) {
  return std::any_of(original.leden.begin(), original.leden.end(), [&](const OriginalLid& each) {
    return isSameTerm(fold(each.text.substr(0, each.text.find(": "))), std::string(word));
  });
}

void findMeasures(const Original& original, std::vector<Finding>& found) {
  std::string told;
  for (const std::string_view word : measures) {
    const OriginalLid* lid = firstWith(original, word);
    if (lid == nullptr || isDefined(original, word) || (!told.empty() && word.starts_with(told))) continue;
    told = word;
    found.push_back({lid->id, FindingKind::term, "«" + told + "» is nergens omschreven"});
  }
  for (const std::string_view words : companions) {
    if (const OriginalLid* lid = firstWith(original, words)) {
      found.push_back({lid->id, FindingKind::reference, "«" + std::string(words) + "» staan niet in de tekst"});
    }
  }
}

}  // namespace

void findTerms(const Original& original, std::vector<Finding>& found) {
  Terms(original, found).report();
  findMeasures(original, found);
}

}  // namespace beding::original

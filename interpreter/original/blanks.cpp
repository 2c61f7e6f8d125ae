// What was left open: placeholders, and numbers that are used twice or skipped.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "original/findings.h"
#include "original/words.h"

namespace beding::original {
namespace {

/// Words that announce something that is not there.
constexpr std::array<std::string_view, 7> openWords = {
    "nader overeen te komen", "nader te bepalen", "n.t.b.", "nog in te vullen", "p.m.", "__", "xxx"};

void report(const OriginalLid& lid, const std::string& what, std::vector<Finding>& found) {
  found.push_back({lid.id, FindingKind::blank, "«" + what + "» is niet ingevuld"});
}

/// [bedrag]; a reference such as [1] is none.
void brackets(const OriginalLid& lid, std::vector<Finding>& found) {
  for (std::size_t at = lid.text.find('['); at != std::string::npos; at = lid.text.find('[', at + 1)) {
    const std::size_t end = lid.text.find(']', at);
    if (end == std::string::npos) return;
    if (!isNumber(lid.text.substr(at + 1, end - at - 1))) report(lid, lid.text.substr(at, end + 1 - at), found);
  }
}

/// A row of dots, also of the single sign for three; three plain dots may end a sentence.
void dots(const OriginalLid& lid, std::vector<Finding>& found) {
  const bool rows = lid.text.find("……") != std::string::npos || lid.text.find("....") != std::string::npos;
  const std::string& text = lid.text;
  const bool alone = text.ends_with(" …") || text.find(" … ") != std::string::npos;
  if (rows || alone) report(lid, "……", found);
}

/// `gedurende aantal uur`: a number with its article fell out.
void silent(const OriginalLid& lid, std::vector<Finding>& found) {
  constexpr std::array<std::string_view, 7> before = {"gedurende", "voor", "met", "tegen", "na", "binnen", "van"};
  const std::vector<Word> words = wordsOf(lid.text);
  for (std::size_t at = 1; at + 1 < words.size(); ++at) {
    const bool bare = std::find(before.begin(), before.end(), words[at - 1].folded) != before.end();
    if (bare && words[at].folded == "aantal") report(lid, words[at - 1].text + " aantal " + words[at + 1].text, found);
  }
}

}  // namespace

void findBlanks(const Original& original, std::vector<Finding>& found) {
  for (const OriginalLid& lid : original.leden) {
    brackets(lid, found);
    dots(lid, found);
    silent(lid, found);
    const std::string text = fold(lid.text);
    for (const std::string_view words : openWords) {
      if (text.find(words) != std::string::npos) report(lid, std::string(words), found);
    }
  }
}

void findNumbering(const Original& original, std::vector<Finding>& found) {
  std::string article;
  int last = 0;
  for (const OriginalLid& lid : original.leden) {
    const std::size_t point = lid.id.find('.');
    if (lid.numbered > 1) found.push_back({lid.id, FindingKind::numbering, "dit nummer is meer dan eens gebruikt"});
    if (point == std::string::npos || !isNumber(std::string_view(lid.id).substr(point + 1))) continue;
    if (lid.id.substr(0, point) != article) last = 0;
    article = lid.id.substr(0, point);
    const int number = std::stoi(lid.id.substr(point + 1));
    if (number > last + 1)
      found.push_back({lid.id, FindingKind::numbering, "volgt op " + article + "." + std::to_string(last)});
    last = number;
  }
}

}  // namespace beding::original

#include "original/original.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "original/items.h"
#include "original/lines.h"
#include "original/marks.h"

namespace beding {
namespace {

using original::Line;
using original::Mark;

/// Numbers that fell out of a text may leave a gap of this many; a larger jump is a number within a sentence.
constexpr int widestGap = 3;

/// A row of parts that is being counted: 1.1.1, 1.1.2; a, b; bullets.
struct Row {
  enum class Kind { number, letter, bullet } kind = Kind::number;
  std::string owner;  ///< the lid or part that it divides
  std::size_t column = 0;
  int last = 0;
};

class Splitter {
 public:
  explicit Splitter(std::vector<Line> lines) : lines_(std::move(lines)) {}

  Original split() {
    for (at_ = 0; at_ < lines_.size(); ++at_) {
      if (!article() && !lid() && !part()) words(lines_[at_].text);
    }
    endArticle();
    return finished();
  }

 private:
  [[nodiscard]] const Line& line() const { return lines_[at_]; }
  [[nodiscard]] bool follows(const std::optional<Mark>& mark, int last) const {
    if (!mark) return false;
    if (mark->number == last + 1) return true;
    return mark->number > last && mark->number <= last + widestGap && startsUpper(mark->rest);
  }

  // ------------------------------------------------------------------------------------------------- articles

  bool article() {
    const auto named = original::articleMark(line().text);
    if (follows(named, article_)) return beginArticle(*named);
    const auto bare = original::bareArticleMark(line().text);
    return bare && bare->number > article_ && leadsTo(bare->number) && beginArticle(*bare);
  }

  /// Whether the next line is the first lid of article `number`.
  [[nodiscard]] bool leadsTo(int number) const {
    if (at_ + 1 >= lines_.size()) return false;
    const auto first = original::decimalMark(lines_[at_ + 1].text);
    return first && first->article == number && first->number == 1;
  }

  bool beginArticle(const Mark& mark) {
    endArticle();
    article_ = mark.number;
    result_.articles.push_back({std::to_string(article_), std::string(mark.rest)});
    lid_ = 0;
    isDecimal_ = false;
    open_ = false;
    rows_.clear();
    return true;
  }

  /// An article of which no lid was found is one lid by itself.
  void endArticle() {
    if (article_ > 0 && lid_ == 0 && open_) result_.leden.back().id = std::to_string(article_);
  }

  // ---------------------------------------------------------------------------------------------------- leden

  bool lid() {
    const auto decimal = original::decimalMark(line().text);
    if (decimal && decimal->article == article_ + 1 && decimal->number == 1) beginArticle({0, article_ + 1, {}});
    if (decimal && decimal->article == article_ && isNextLid(decimal)) return beginLid(*decimal, true);
    const auto plain = isDecimal_ ? std::nullopt : original::plainMark(line().text);
    if (!plain || article_ == 0 || isPartNumber(*plain)) return false;
    return isNextLid(plain) && beginLid(*plain, false);
  }

  /// The next number, or the last one again.
  [[nodiscard]] bool isNextLid(const std::optional<Mark>& mark) const {
    return follows(mark, lid_) || (mark->number == lid_ && startsUpper(mark->rest));
  }

  bool beginLid(const Mark& mark, bool isDecimal) {
    const bool again = mark.number == lid_;
    lid_ = mark.number;
    isDecimal_ = isDecimal;
    const std::string id = std::to_string(article_) + "." + std::to_string(lid_);
    rows_.clear();
    if (again) {
      const auto first = std::find_if(result_.leden.begin(), result_.leden.end(),
                                      [&](const OriginalLid& each) { return each.id == id; });
      std::rotate(first, first + 1, result_.leden.end());  // so that the words behind the number come to it
      ++result_.leden.back().numbered;
    } else {
      begin(id);
    }
    words(mark.rest);
    return true;
  }

  // ---------------------------------------------------------------------------------------------------- parts

  bool part() {
    if (article_ == 0) return false;
    if (const auto bullet = original::bulletMark(line().text)) {
      const Row* row = rowOf(Row::Kind::bullet);
      return beginPart(Row::Kind::bullet, {0, row == nullptr ? 1 : row->last + 1, bullet->rest});
    }
    const auto letter = original::letterMark(line().text);
    if (letter && isNextIn(Row::Kind::letter, letter->number)) return beginPart(Row::Kind::letter, *letter);
    const auto number = original::plainMark(line().text);
    return number && isPartNumber(*number) && beginPart(Row::Kind::number, *number);
  }

  [[nodiscard]] const Row* rowOf(Row::Kind kind) const {
    const auto row = std::find_if(rows_.begin(), rows_.end(), [&](const Row& each) { return each.kind == kind; });
    return row == rows_.end() ? nullptr : &*row;
  }

  [[nodiscard]] bool isNextIn(Row::Kind kind, int number) const {
    const Row* row = rowOf(kind);
    return number == (row == nullptr ? 0 : row->last) + 1;
  }

  /// `1.` below a lid numbers its parts when it stands further from the margin than the lid.
  [[nodiscard]] bool isPartNumber(const Mark& mark) const {
    return lid_ > 0 && line().column > lidColumn_ && isNextIn(Row::Kind::number, mark.number);
  }

  bool beginPart(Row::Kind kind, const Mark& mark) {
    auto row = std::find_if(rows_.begin(), rows_.end(), [&](const Row& each) { return each.kind == kind; });
    if (row == rows_.end()) {
      const std::string owner = open_ ? result_.leden.back().id : std::to_string(article_);
      row = rows_.insert(rows_.end(), Row{kind, owner, line().column, 0});
    }
    row->last = mark.number;
    rows_.erase(row + 1, rows_.end());
    begin(rows_.back().owner + "." + nameOf(kind, mark.number));
    words(mark.rest);
    return true;
  }

  static std::string nameOf(Row::Kind kind, int number) {
    if (kind == Row::Kind::letter) return std::string(1, static_cast<char>('a' + number - 1));
    return (kind == Row::Kind::bullet ? "•" : "") + std::to_string(number);
  }

  // ---------------------------------------------------------------------------------------------------- words

  void begin(std::string id) {
    result_.leden.push_back({std::move(id), {}, line().number, line().column, 1});
    if (rows_.empty()) lidColumn_ = line().column;
    open_ = true;
  }

  void words(std::string_view text) {
    if (!open_) begin(article_ == 0 ? "aanhef" : std::to_string(article_) + ".aanhef");
    addWord(result_.leden.back().text, text);
  }

  Original finished() {
    std::vector<OriginalLid> leden;
    for (const OriginalLid& lid : result_.leden) {
      for (OriginalLid& each : original::withItems(lid)) leden.push_back(std::move(each));
    }
    result_.leden = std::move(leden);
    return std::move(result_);
  }

  std::vector<Line> lines_;
  std::size_t at_ = 0;
  Original result_;
  int article_ = 0;
  int lid_ = 0;
  std::size_t lidColumn_ = 0;
  bool isDecimal_ = false;  ///< leden of this article are numbered 6.1, 6.2
  bool open_ = false;       ///< a lid of this article takes words
  std::vector<Row> rows_;   ///< outermost first
};

}  // namespace

Original splitOriginal(std::string_view text) { return Splitter(original::linesOf(text)).split(); }

const OriginalLid* findLid(const Original& original, std::string_view id) {
  const auto lid = std::find_if(original.leden.begin(), original.leden.end(),
                                [&](const OriginalLid& each) { return each.id == id; });
  return lid == original.leden.end() ? nullptr : &*lid;
}

}  // namespace beding

#include "layout/fill.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace beding::layout {
namespace {

/// How far a line must reach before it may be broken in that way.
constexpr std::array<std::size_t, 4> leastWidth = {45, 60, 75, 85};
/// So little is not left for a line of its own, unless a comma stands before it.
constexpr std::size_t leastRest = 20;

class Filler {
 public:
  Filler(const std::vector<Atom>& atoms, std::size_t indent, std::size_t hang)
      : atoms_(atoms), indent_(indent), hang_(hang) {}

  std::string fill() {
    for (std::size_t begin = 0; begin < atoms_.size(); begin = end_) {
      end_ = begin + 1;
      while (end_ < atoms_.size() && !atoms_[end_].breakBefore) ++end_;
      for (std::size_t line = begin; line < end_; line = addLine(line)) {
      }
    }
    return std::move(text_);
  }

 private:
  /// Adds one line and gives the first atom of the next.
  std::size_t addLine(std::size_t begin) {
    const std::size_t end = breakAfter(begin);
    text_ += begin == 0 ? std::string(indent_, ' ') : "\n" + std::string(hang_, ' ');
    for (std::size_t i = begin; i < end; ++i) text_ += (i > begin ? " " : "") + atoms_[i].text;
    return end;
  }

  [[nodiscard]] std::size_t width(std::size_t begin, std::size_t end) const {
    std::size_t width = begin == 0 ? indent_ : hang_;
    for (std::size_t i = begin; i < end; ++i) width += characters(atoms_[i].text) + (i > begin ? 1 : 0);
    return width;
  }

  /// Whether a line may end before that atom without leaving next to nothing.
  [[nodiscard]] bool mayBreak(std::size_t at) const {
    if (atoms_[at].before == Break::never) return false;
    return atoms_[at].before == Break::clause || width(at, end_) - hang_ >= leastRest;
  }

  /// The first atom of the next line: as far as it fits, at the best kind of place.
  [[nodiscard]] std::size_t breakAfter(std::size_t begin) const {
    if (width(begin, end_) <= lineWidth) return end_;
    std::array<std::size_t, 4> last{};  // the last place of each kind that fits and reaches far enough
    std::size_t any = end_;             // the last that fits, else the first
    for (std::size_t i = begin + 1; i < end_; ++i) {
      if (!mayBreak(i)) continue;
      const std::size_t reached = width(begin, i);
      if (reached > lineWidth && any < end_) break;
      any = i;
      const auto kind = static_cast<std::size_t>(atoms_[i].before);
      if (reached <= lineWidth && reached >= leastWidth[kind]) last[kind] = i;
    }
    const auto* const best = std::find_if(last.begin(), last.end(), [](std::size_t at) { return at > 0; });
    return best != last.end() ? *best : any;
  }

  const std::vector<Atom>& atoms_;
  std::size_t indent_;
  std::size_t hang_;
  std::size_t end_ = 0;  ///< of the line as it was written
  std::string text_;
};

}  // namespace

std::string filled(const std::vector<Atom>& atoms, std::size_t indent, std::size_t hang) {
  return Filler(atoms, indent, hang).fill();
}

}  // namespace beding::layout

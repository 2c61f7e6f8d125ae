#include "portfolio/totals.h"

#include <algorithm>
#include <limits>
#include <vector>

#include "base/bytes.h"
#include "base/text.h"

namespace beding {

void Totals::add(const Evaluation& evaluation) {
  for (const Outcome& outcome : evaluation.outcomes) {
    if (outcome.dormant || outcome.kind == OutcomeKind::property) continue;
    Line& line = this->line(outcome.lid, outcome.name, outcome.status);
    ++line.count;
    if (outcome.amount) line.amount = line.amount + *outcome.amount;
    if (outcome.open) line.open = line.open + *outcome.open;
  }
}

void Totals::add(const Totals& others) {
  for (const auto& [key, other] : others.lines_) {
    Line& line = lines_[key];
    line.count += other.count;
    line.amount = line.amount + other.amount;
    line.open = line.open + other.open;
  }
}

void PlainTotals::Sum::add(std::int64_t more) {
  const bool fits = more < 0 ? cents >= std::numeric_limits<std::int64_t>::min() - more
                             : cents <= std::numeric_limits<std::int64_t>::max() - more;
  if (!fits) before = total(), cents = 0;
  cents += more;
}

void PlainTotals::add(const PlainEvaluation& evaluation) {
  for (const PlainOutcome& outcome : evaluation.outcomes) {
    if (document_.headings[outcome.heading].kind == OutcomeKind::property) continue;
    std::vector<Line>& lines = lines_[outcome.heading];
    auto line =
        std::find_if(lines.begin(), lines.end(), [&](const Line& each) { return same(each.status, outcome.status); });
    if (line == lines.end()) line = lines.insert(line, Line{outcome.status, 0, {}, {}});
    ++line->count;
    if (outcome.amount) line->amount.add(outcome.amount->count);
    if (outcome.open) line->open.add(outcome.open->count);
  }
}

void PlainTotals::addTo(Totals& totals) const {
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const PlainHeading& heading = document_.headings[i];
    for (const Line& own : lines_[i]) {
      Totals::Line& line = totals.line(heading.lid, heading.name, std::string(own.status));
      line.count += own.count;
      line.amount = line.amount + own.amount.total();
      line.open = line.open + own.open.total();
    }
  }
}

std::string totalsText(const Totals& totals) {
  using Entry = std::pair<std::tuple<std::string, std::string, std::string>, Totals::Line>;
  std::vector<Entry> lines(totals.lines().begin(), totals.lines().end());
  std::stable_sort(lines.begin(), lines.end(), [](const Entry& a, const Entry& b) {
    return compareNumbered(std::get<0>(a.first), std::get<0>(b.first)) < 0;
  });
  std::string text;
  for (const auto& [key, line] : lines) {
    const auto& [lid, name, status] = key;
    text += padded(lid, 18) + "  " + padded(name, 22) + "  " + padded(status, 20) + "  " + std::to_string(line.count);
    if (line.amount != Money{}) text += "  " + dutchText(line.amount);
    if (line.open != Money{}) text += ", open " + dutchText(line.open);
    text += "\n";
  }
  return text;
}

}  // namespace beding

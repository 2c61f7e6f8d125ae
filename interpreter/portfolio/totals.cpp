#include "portfolio/totals.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace beding {

void Totals::add(const Evaluation& evaluation) {
  for (const Outcome& outcome : evaluation.outcomes) {
    if (outcome.dormant || outcome.kind == OutcomeKind::property) continue;
    Line& line = lines_[{outcome.lid, outcome.name, outcome.status}];
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

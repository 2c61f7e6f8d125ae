#include "explain/select.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"

namespace beding {
namespace {

std::string_view afterColon(std::string_view lid) {
  const std::size_t colon = lid.find(':');
  return colon == std::string_view::npos ? lid : lid.substr(colon + 1);
}

bool isLid(std::string_view wanted, const Outcome& outcome) {
  const bool qualified = wanted.find(':') != std::string_view::npos;
  return lidCovers(wanted, qualified ? std::string_view(outcome.lid) : afterColon(outcome.lid));
}

bool isMeant(std::string_view what, const Outcome& outcome) {
  if (isLid(what, outcome) || fold(what) == fold(outcome.name)) return true;
  const std::size_t space = what.find(' ');
  if (space == std::string_view::npos) return false;
  return isLid(what.substr(0, space), outcome) && fold(what.substr(space + 1)) == fold(outcome.name);
}

}  // namespace

bool lidCovers(std::string_view wanted, std::string_view lid) {
  if (wanted.empty() || !lid.starts_with(wanted)) return false;
  return lid.size() == wanted.size() || lid[wanted.size()] == '.';
}

std::vector<const Outcome*> selectOutcomes(const Evaluation& evaluation, std::string_view what, std::string_view key) {
  std::vector<const Outcome*> result;
  for (const Outcome& outcome : evaluation.outcomes)
    if ((key.empty() || outcome.key == key) && isMeant(what, outcome)) result.push_back(&outcome);
  return result;
}

std::vector<const Outcome*> awakeFirst(std::vector<const Outcome*> found) {
  std::vector<const Outcome*> awake;
  std::copy_if(found.begin(), found.end(), std::back_inserter(awake),
               [](const Outcome* outcome) { return !outcome->dormant; });
  return awake.empty() ? found : awake;
}

std::vector<const Outcome*> meantOutcomes(const Evaluation& evaluation, std::string_view what) {
  if (auto same = awakeFirst(selectOutcomes(evaluation, what)); !same.empty()) return same;
  std::vector<const Outcome*> found = awakeFirst(selectOutcomes(evaluation, what.substr(0, what.find('.'))));
  if (!found.empty()) return found;
  std::vector<std::string> names;
  for (const Outcome& outcome : evaluation.outcomes) {
    if (outcome.dormant) continue;
    names.emplace_back(afterColon(outcome.lid));
    names.push_back(outcome.name);
  }
  for (const std::string& near : nearest(what, names)) {
    const auto more = awakeFirst(selectOutcomes(evaluation, near));
    found.insert(found.end(), more.begin(), more.end());
  }
  return found;
}

}  // namespace beding

#include "timeline/timeline.h"

#include <algorithm>
#include <map>

#include "timeline/csv.h"
#include "timeline/draft.h"
#include "timeline/messages.h"

namespace beding {
namespace {

/// The steps that every timeline goes through, whoever read it.
Timeline finish(Draft& draft, const std::vector<EventType>& types, const ReadOptions& options) {
  Timeline timeline{draft.file, {}, {}, contractsOf(draft)};
  checkComplete(draft, types);
  checkReferences(draft);
  applyCorrections(draft, options.asKnownOn);
  sortByOrder(draft.events);
  sortByOrder(draft.judgements);
  timeline.events = std::move(draft.events);
  timeline.judgements = std::move(draft.judgements);
  return timeline;
}

void sortByLine(std::vector<InputProblem>& problems) {
  std::stable_sort(problems.begin(), problems.end(),
                   [](const InputProblem& a, const InputProblem& b) { return a.line < b.line; });
}

std::string_view withoutByteOrderMark(std::string_view text) {
  return text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
}

/// A draft per contract, in order of first appearance. A line without one belongs to the only contract.
std::vector<Draft> split(Draft& whole) {
  const std::vector<std::string> names = contractsOf(whole);
  std::vector<Draft> parts(std::max<std::size_t>(names.size(), 1));
  std::map<std::string, std::size_t> index = {{"", 0}};
  for (std::size_t i = 0; i < names.size(); ++i) index[names[i]] = i;
  for (std::size_t i = 0; i < parts.size(); ++i) parts[i].file = whole.file;
  const auto refused = [&](const auto& line) { return line.contract.empty() && names.size() > 1; };
  for (Event& event : whole.events) {
    if (refused(event))
      whole.complain(event.line, messages::contractNotNamed(names));
    else
      parts[index[event.contract]].events.push_back(std::move(event));
  }
  for (JudgementAnswer& answer : whole.judgements) {
    if (refused(answer))
      whole.complain(answer.position, messages::contractNotNamed(names));
    else
      parts[index[answer.contract]].judgements.push_back(std::move(answer));
  }
  return parts;
}

}  // namespace

TimelineResult timelineOf(Draft draft, const std::vector<EventType>& types, const ReadOptions& options) {
  if (!options.contract.empty()) chooseContract(draft, options.contract);
  TimelineResult result;
  result.timeline = finish(draft, types, options);
  sortByLine(draft.problems);
  if (options.skipBad) {
    result.skipped = std::move(draft.problems);
  } else if (!draft.problems.empty()) {
    result.problems = std::move(draft.problems);
    result.timeline = {std::move(draft.file), {}, {}, {}};  // nothing is evaluated on half a timeline
  }
  return result;
}

std::string text(const InputProblem& problem, Language language) {
  return problem.file + ":" + std::to_string(problem.line) + ": " + problem.message.in(language);
}

Records recordsIn(std::string_view text) {
  text = withoutByteOrderMark(text);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  if (text[first] == '{' || text[first] == '[') return readJsonLines(text);
  const bool isBadLine =
      !isMeantAsHeader(csvHeader(text.substr(first, text.find('\n', first) - first))) && haveObjects(text);
  return isBadLine ? readJsonLines(text) : readCsv(text);
}

TimelineResult readTimeline(std::string_view text, std::string_view name, const std::vector<EventType>& types,
                            const ReadOptions& options) {
  return readRecords(recordsIn(text), name, types, options);
}

TimelineResult readRecords(Records records, std::string_view name, const std::vector<EventType>& types,
                           const ReadOptions& options) {
  return timelineOf(draftOf(std::move(records), name, types), types, options);
}

TimelineResult makeTimeline(std::vector<Event> events, std::vector<JudgementAnswer> judgements, std::string_view name,
                            const std::vector<EventType>& types, const ReadOptions& options) {
  Draft draft{std::string(name), std::move(events), std::move(judgements), {}};
  std::uint32_t next = 1;
  for (Event& event : draft.events) {
    if (event.position == 0) event.position = next;
    if (event.line == 0) event.line = event.position;
    if (event.key.empty()) event.key = keyOfLine(event.line);
    next = std::max(next, event.position) + 1;
  }
  for (JudgementAnswer& answer : draft.judgements) {
    if (answer.position == 0) answer.position = next++;
    if (answer.key.empty()) answer.key = keyOfLine(answer.position);
  }
  return timelineOf(std::move(draft), types, options);
}

TypedLines typedLines(Records records, std::string_view name, const std::vector<EventType>& types) {
  Draft draft = draftOf(std::move(records), name, types);
  sortByLine(draft.problems);
  return {std::move(draft.events), std::move(draft.judgements), std::move(draft.problems)};
}

PortfolioResult readPortfolio(std::string_view text, std::string_view name, const std::vector<EventType>& types,
                              const ReadOptions& options) {
  Draft whole = draftOf(recordsIn(text), name, types);
  PortfolioResult result;
  for (Draft& part : split(whole)) {
    Timeline timeline = finish(part, types, options);
    if (!timeline.contracts.empty()) timeline.name = timeline.contracts.front();
    result.timelines.push_back(std::move(timeline));
    whole.problems.insert(whole.problems.end(), part.problems.begin(), part.problems.end());
  }
  sortByLine(whole.problems);
  if (!options.skipBad && !whole.problems.empty()) result.timelines.clear();
  (options.skipBad ? result.skipped : result.problems) = std::move(whole.problems);
  return result;
}

}  // namespace beding

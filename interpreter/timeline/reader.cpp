#include "timeline/reader.h"

#include "timeline/draft.h"
#include "timeline/lines.h"
#include "timeline/messages.h"
#include "timeline/plain_lines.h"

namespace beding {
namespace {

constexpr std::size_t usualLine = 100;  ///< bytes

}  // namespace

TimelineReader::TimelineReader(const std::vector<EventType>& types)
    : types_(types), plain_(std::make_unique<const PlainLines>(types)) {}

TimelineReader::~TimelineReader() = default;
TimelineReader::TimelineReader(TimelineReader&&) noexcept = default;

TimelineResult TimelineReader::read(std::string_view lines, const LineNumbers& numbers, std::string_view name,
                                    const ReadOptions& options) const {
  Draft draft{std::string(name), {}, {}, {}};
  draft.events.reserve(lines.size() / usualLine + 1);
  bool isFirst = true, isArray = false;
  eachLine(lines, [&](std::string_view line, std::size_t place) {
    isArray = isArray || (isFirst && line.starts_with('['));
    if (isFirst && isArray) draft.complain(numbers[place], messages::jsonArray());
    isFirst = false;
    if (!isArray) readLine(line, numbers[place], draft);
  });
  return timelineOf(std::move(draft), types_, options);
}

bool TimelineReader::read(std::string_view lines, const LineNumbers& numbers, LineLayouts& layouts,
                          PlainTimeline& plain) const {
  plain.clear();
  plain.asWritten = true;
  bool all = true;
  eachLine(lines, [&](std::string_view line, std::size_t place) {
    all = all && plain_->read(line, numbers[place], layouts, plain);
  });
  return all && isTimeline(plain);
}

std::optional<std::vector<Event>> TimelineReader::plainEvents(std::string_view lines,
                                                              const LineNumbers& numbers) const {
  std::vector<Event> events;
  bool all = true;
  eachLine(lines, [&](std::string_view line, std::size_t place) {
    all = all && plain_->read(line, numbers[place], events.emplace_back());
  });
  return all ? std::optional(std::move(events)) : std::nullopt;
}

void TimelineReader::readLine(std::string_view line, std::uint32_t number, Draft& draft) const {
  if (plain_->read(line, number, draft.events.emplace_back())) return;
  draft.events.pop_back();
  Records records;
  readJsonLine(line, number, records);
  for (InputProblem& problem : records.problems) draft.complain(number, std::move(problem.message));
  for (const Record& record : records.records) readRecord(record, types_, draft);
}

TimelineResult TimelineReader::read(Records records, std::string_view name, const ReadOptions& options) const {
  return readRecords(std::move(records), name, types_, options);
}

}  // namespace beding

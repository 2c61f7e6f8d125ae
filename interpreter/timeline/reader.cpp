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

Draft TimelineReader::draftOf(std::string_view lines, const LineNumbers& numbers, std::string_view name) const {
  Draft draft{std::string(name), {}, {}, {}};
  draft.events.reserve(lines.size() / usualLine + 1);
  bool isFirst = true, isArray = false;
  eachLine(lines, [&](std::string_view line, std::size_t place) {
    isArray = isArray || (isFirst && line.starts_with('['));
    if (isFirst && isArray) draft.complain(numbers[place], messages::jsonArray());
    isFirst = false;
    if (!isArray) readLine(line, numbers[place], draft);
  });
  return draft;
}

TimelineResult TimelineReader::read(std::string_view lines, const LineNumbers& numbers, std::string_view name,
                                    const ReadOptions& options) const {
  return timelineOf(draftOf(lines, numbers, name), types_, options);
}

TypedLines TimelineReader::typed(std::string_view lines, std::string_view name) const {
  Draft draft = draftOf(lines, {}, name);
  return {std::move(draft.events), std::move(draft.judgements), std::move(draft.problems)};
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

bool TimelineReader::read(const PackedLines& kept, PlainTimeline& plain) const {
  plain.clear();
  plain.asWritten = true;
  return plain_->read(kept, {}, plain) && isTimeline(plain);
}

bool TimelineReader::readOn(const PackedLines& kept, const PackedLines::Place& from, PlainTimeline& plain) const {
  plain.clear();
  const auto beginsThere = [&] { return !plain.events.empty() && plain.events.front().line == from.lines + 1; };
  return plain_->read(kept, from, plain) && goesOn(plain) && (from.lines == 0 || beginsThere());
}

void TimelineReader::keep(std::string_view lines, PackedLines& kept) const {
  eachRawLine(lines, [&](std::string_view line, std::size_t) { plain_->keep(line, kept); });
}

std::string TimelineReader::text(const PackedLines& kept) const { return plain_->text(kept); }

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

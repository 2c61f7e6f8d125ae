// JSON Lines to timelines, for whoever reads many of them against the same event types.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "timeline/packed_lines.h"
#include "timeline/record.h"
#include "timeline/timeline.h"

namespace beding {

struct Draft;
class LineLayouts;
struct PlainTimeline;
class PlainLines;

/// The numbers of lines, as messages are to name them.
struct LineNumbers {
  std::uint32_t first = 1;          ///< the others count on from it
  std::vector<std::uint32_t> each;  ///< or the number of every line, when not empty

  std::uint32_t operator[](std::size_t place) const {
    return each.empty() ? first + static_cast<std::uint32_t>(place) : each[place];
  }
};

/// Event types made ready once. Only read after it is made: any number of threads may share it. The types must outlive
/// it.
class TimelineReader {
 public:
  explicit TimelineReader(const std::vector<EventType>& types);
  ~TimelineReader();
  TimelineReader(TimelineReader&&) noexcept;
  TimelineReader& operator=(TimelineReader&&) = delete;

  /// What `readTimeline` makes of JSON Lines.
  [[nodiscard]] TimelineResult read(std::string_view lines, const LineNumbers& numbers, std::string_view name,
                                    const ReadOptions& options) const;
  /// The same without a copy of anything, for as long as the lines are there. False when a line is not plain, or is to
  /// be held against others; what is read then is of no use. `layouts`: of lines that it read before.
  bool read(std::string_view lines, const LineNumbers& numbers, LineLayouts& layouts, PlainTimeline& plain) const;
  /// The same for lines that were kept.
  bool read(const PackedLines& kept, PlainTimeline& plain) const;
  /// Likewise those from one line on; false too when that is no event, or an event does not go on from the one before.
  bool readOn(const PackedLines& kept, const PackedLines::Place& from, PlainTimeline& plain) const;
  /// Keeps lines as they stand for as long as this reader is there, in little room.
  void keep(std::string_view lines, PackedLines& kept) const;
  /// Lines that were kept, each with a line feed.
  [[nodiscard]] std::string text(const PackedLines& kept) const;

  /// The events of lines of which each is plain by itself; nothing when one is not.
  [[nodiscard]] std::optional<std::vector<Event>> plainEvents(std::string_view lines, const LineNumbers& numbers) const;
  /// Lines of any kind, not yet held against each other.
  [[nodiscard]] TypedLines typed(std::string_view lines, std::string_view name) const;
  /// What `readTimeline` makes of lines that have been taken apart.
  [[nodiscard]] TimelineResult read(Records records, std::string_view name, const ReadOptions& options) const;

 private:
  Draft draftOf(std::string_view lines, const LineNumbers& numbers, std::string_view name) const;
  void readLine(std::string_view line, std::uint32_t number, Draft& draft) const;

  const std::vector<EventType>& types_;
  std::unique_ptr<const PlainLines> plain_;
};

}  // namespace beding

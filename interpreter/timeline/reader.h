// JSON Lines to timelines, for whoever reads many of them against the same event types.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

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
  /// The events of lines of which each is plain by itself; nothing when one is not.
  [[nodiscard]] std::optional<std::vector<Event>> plainEvents(std::string_view lines, const LineNumbers& numbers) const;
  /// And of lines that have been taken apart.
  [[nodiscard]] TimelineResult read(Records records, std::string_view name, const ReadOptions& options) const;

 private:
  void readLine(std::string_view line, std::uint32_t number, Draft& draft) const;

  const std::vector<EventType>& types_;
  std::unique_ptr<const PlainLines> plain_;
};

}  // namespace beding

// A timeline of days, whole cents and texts, of which nothing is copied: it stands on the lines that it was read from.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "timeline/timeline.h"

namespace beding {

struct PlainValue {
  enum class Kind : std::uint8_t {
    absent,
    truth,
    day,
    cents,
    duration,
    text,
    other,  ///< it is there, and has no place here: an hour, a list, a number
  };
  Kind kind = Kind::absent;
  TimeUnit unit = TimeUnit::day;
  std::int64_t number = 0;  ///< of a truth (yes is 1), a day, cents, a duration
  std::string_view text;
};

/// The text of the value must outlive what is made of it.
PlainValue plainOf(const Value& value);

struct PlainEvent {
  EventTypeId type;
  Date at;
  std::uint32_t line = 0;
  std::string_view key;
  std::string_view contract;
  std::size_t firstValue = 0;
};

/// In the order of a timeline. Its memory stays in use for the next one.
struct PlainTimeline {
  std::vector<PlainEvent> events;
  std::vector<PlainValue> values;            ///< of every event as many as its type has attributes
  std::vector<std::string_view> brought;     ///< of lines: keys of what events bring about ...
  std::vector<std::string_view> references;  ///< ... and all that is referred to
  std::deque<std::string> keys;              ///< of lines without an id

  void clear();
  [[nodiscard]] const PlainValue* valuesOf(const PlainEvent& event) const { return values.data() + event.firstValue; }
};

/// The events of a timeline, which must outlive it. False when one has an hour, or when there are judgements.
bool plainOf(const Timeline& timeline, PlainTimeline& plain);

/// Whether lines as they were read are a timeline: in order, of one contract, with ids that are all different.
bool isTimeline(const PlainTimeline& plain);

/// Whether all that its lines refer to is something on it. The roles that plain lines name are those of parties; so if
/// it is, there is no name that nothing has, and if not, somebody has to look.
bool namesAreKnown(const PlainTimeline& plain);

}  // namespace beding

// A timeline of days, whole cents and texts, of which nothing is copied: it stands on the lines that it was read from.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "timeline/timeline.h"

namespace beding {

/// The two parties, as timelines write them.
constexpr bool isPartyName(std::string_view text) { return text == "Opdrachtnemer" || text == "Opdrachtgever"; }

/// A value in two registers.
struct PlainValue {
  enum class Kind : std::uint8_t {
    absent,
    other,  ///< it is there, and has no place here: an hour, a list, a number
    truth,  ///< yes is 1
    day,
    cents,
    days,    ///< a length
    months,  ///< likewise
    text,
    party,  ///< never on a timeline: for who works with values
  };
  Kind kind = Kind::absent;
  std::uint32_t size = 0;  ///< of a text
  union {
    std::int64_t number = 0;
    const char* begin;
  };

  constexpr PlainValue() = default;
  constexpr PlainValue(Kind of, std::int64_t count) : kind(of), number(count) {}
  constexpr explicit PlainValue(std::string_view text)
      : kind(Kind::text), size(static_cast<std::uint32_t>(text.size())), begin(text.data()) {}

  [[nodiscard]] constexpr bool known() const { return kind > Kind::other; }
  /// Empty when it is none.
  [[nodiscard]] constexpr std::string_view text() const {
    return kind == Kind::text ? std::string_view(begin, size) : std::string_view();
  }
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

/// Days by the text that they were read from.
class DaysRead {
 public:
  /// Of exactly `2025-03-01`, if there is such a day.
  bool find(std::string_view text, Date& day);

 private:
  static constexpr std::size_t length = 10, places = 4096;
  struct ReadDay {
    std::array<char, length> text{};
    Date day;
  };
  std::vector<ReadDay> all_;  ///< by place; none until the first is looked for
};

/// In the order of a timeline. Its memory stays in use for the next one.
struct PlainTimeline {
  std::vector<PlainEvent> events;
  std::vector<PlainValue> values;            ///< of every event as many as its type has attributes
  std::vector<std::string_view> brought;     ///< keys of what events bring about
  std::vector<std::string_view> references;  ///< all that is referred to, and roles that are not those of a party
  std::deque<std::string> keys;              ///< of lines without an id
  DaysRead days;                             ///< stay for the next one
  bool asWritten = false;                    ///< its texts stand as JSON writes them: no character needs an escape

  void clear();
  [[nodiscard]] const PlainValue* valuesOf(const PlainEvent& event) const { return values.data() + event.firstValue; }
};

/// The events of a timeline, which must outlive it. False when one has an hour, or when there are judgements.
bool plainOf(const Timeline& timeline, const std::vector<EventType>& types, PlainTimeline& plain);

/// Whether lines as they were read are a timeline: in order, of one contract, with ids that are all different.
bool isTimeline(const PlainTimeline& plain);

/// Whether its lines follow each other so plainly that no other line before them has to be looked at: if all lines
/// follow the one before them like this, they are a timeline.
bool goesOn(const PlainTimeline& plain);

/// Whether all that is referred to is something on it. If so there is no name that nothing has, and if not, somebody
/// has to look.
bool namesAreKnown(const PlainTimeline& plain);

}  // namespace beding

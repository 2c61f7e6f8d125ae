// The way that nearly every line takes: straight from its text to an event. A line that could need a message, or that
// is not one flat object of plain values, is left to the thorough way. Only for the files of this folder.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/bytes.h"
#include "timeline/line_layouts.h"
#include "timeline/packed_lines.h"
#include "timeline/plain_timeline.h"
#include "timeline/record.h"
#include "timeline/timeline.h"

namespace beding {

/// An object of texts without escapes, whole numbers and truths, taken apart where it stands.
class PlainObject {
 public:
  struct Member {
    std::string_view name;
    Written value;
  };
  /// False when the line is anything else.
  bool read(std::string_view line);
  [[nodiscard]] const Member* begin() const { return members_.data(); }
  [[nodiscard]] const Member* end() const { return members_.data() + count_; }

 private:
  std::array<Member, mostMembers> members_;
  std::size_t count_ = 0;
};

/// What every field of every event type means, looked up once for many lines. Only read after it is made; the event
/// types must outlive it.
class PlainLines {
 public:
  explicit PlainLines(const std::vector<EventType>& types);

  /// Fills a new event exactly as the thorough way would. False when that way has to look; the event is then of no use.
  bool read(std::string_view line, std::uint32_t number, Event& event) const;
  /// Adds it to a plain timeline that stands on the line; false likewise, and when something needs to be held against
  /// other lines. That is then of no use. `layouts`: of the lines before.
  bool read(std::string_view line, std::uint32_t number, LineLayouts& layouts, PlainTimeline& plain) const;
  /// The same for lines that were kept, from that place on; their texts stand on what was kept.
  bool read(const PackedLines& kept, const PackedLines::Place& from, PlainTimeline& plain) const;

  /// Keeps a line, whatever it is.
  void keep(std::string_view line, PackedLines& kept) const;
  [[nodiscard]] std::string text(const PackedLines& kept) const { return kept.text(layouts_); }

 private:
  enum class General : std::uint8_t { none, op, type, id, recorded, contract, about, remark };

  /// A field by its exact name: of every line, of this event type, or both.
  struct Meaning {
    std::string_view name;
    General general = General::none;
    const Attribute* attribute = nullptr;
    std::uint32_t index = 0;
  };

  struct Kind {
    EventTypeId type;
    std::size_t attributes = 0;
    std::vector<Meaning> meanings;
    std::uint64_t required = 0;  ///< of its meanings, by place
    bool agrees = false;         ///< what it agrees about may be no topic
  };

  static Kind kindOf(const std::vector<EventType>& types, EventTypeId type);
  static Meaning meaningOf(const EventType& type, std::string_view name, General general);
  static bool takeGeneral(General general, const Written& value, Event& event, Event&);
  static bool takeGeneral(General general, const Written& value, PlainEvent& event, PlainTimeline& plain);
  static bool takeAttribute(const Meaning& meaning, const Written& written, Event& event, Event&);
  static bool takeAttribute(const Meaning& meaning, const Written& written, PlainEvent& event, PlainTimeline& plain);
  bool add(const LineLayout& layout, std::span<const std::string_view> values, std::uint32_t number,
           PlainTimeline& plain) const;
  const Kind* add(const PlainObject& object, std::uint32_t number, PlainTimeline& plain) const;
  bool addOther(std::string_view line, std::uint32_t number, PlainTimeline& plain) const;
  static PlainEvent& begin(const Kind& kind, std::uint32_t number, PlainTimeline& plain);
  static void end(PlainEvent& event, PlainTimeline& plain);
  static std::optional<LineLayout> layoutOf(const Kind& kind, std::string_view line, const PlainObject& object);
  static void learn(const Kind& kind, std::string_view line, const PlainObject& object, LineLayouts& layouts);
  bool learn(std::string_view line) const;
  [[nodiscard]] const Kind* kindOf(const PlainObject& object) const;
  template <class AnyEvent, class Whole>
  static bool takeField(const Meaning& meaning, const Written& value, AnyEvent& event, Whole& whole);
  /// `whole`: what keeps the values.
  template <class AnyEvent, class Whole>
  static std::uint64_t take(const Kind& kind, const PlainObject& object, AnyEvent& event, Whole& whole);

  std::unordered_map<std::string_view, Kind, HashOfEnds> kinds_;
  std::vector<const Kind*> kindOfType_;  ///< likewise, by the type
  mutable LastingLayouts layouts_;       ///< of lines that are kept
};

}  // namespace beding

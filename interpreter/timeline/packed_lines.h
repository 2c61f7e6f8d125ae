// The lines of a contract that is kept alive. Of a line that is laid out like others only its values are kept.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "timeline/line_layouts.h"

namespace beding {

inline constexpr std::size_t mostMembers = 16;

/// The values of a line, as it has them in order.
using LineValues = std::array<std::string_view, mostMembers>;

/// Layouts that stay, by number from 1: what was packed by one can always be read again. Any number of threads may
/// share them.
class LastingLayouts {
 public:
  /// The first that fits; 0 when none does.
  template <class Fits>
  [[nodiscard]] std::uint8_t find(Fits fits) const {
    const std::size_t count = count_.load(std::memory_order_acquire);
    for (std::size_t place = 0; place < count; ++place)
      if (fits(all_[place])) return static_cast<std::uint8_t>(place + 1);
    return 0;
  }
  [[nodiscard]] const LineLayout& operator[](std::uint8_t number) const { return all_[number - 1U]; }
  /// Unless there are many already.
  void add(LineLayout layout);

 private:
  std::array<LineLayout, 127> all_;
  std::atomic<std::size_t> count_ = 0;  ///< those before it never change again
  std::mutex adding_;
};

/// Bytes that lines are told from, each by its own layout: values as they stand, each behind its length.
class PackedLines {
 public:
  /// A line by its layout; false when a value is too long for that.
  bool add(std::uint8_t layout, std::span<const std::string_view> values);
  /// A line as it stands.
  void add(std::string_view line);
  [[nodiscard]] std::uint32_t count() const { return count_; }

  /// A place between two lines.
  struct Place {
    std::size_t bytes = 0;
    std::uint32_t lines = 0;
  };
  [[nodiscard]] Place end() const { return {bytes_.size(), count_}; }
  /// Before the last line; the beginning when there is none.
  [[nodiscard]] const Place& last() const { return last_; }
  /// Leaves out all lines behind the end as it was, and the last one before it as it was.
  void cut(const Place& end, const Place& last);

  /// Calls `visit` with the layout of every line and its values; the layout is null for a line that was kept as it
  /// stands, which is then its only value.
  template <class Visit>
  void each(const LastingLayouts& layouts, const Place& from, Visit visit) const {
    LineValues values;
    for (const char* at = bytes_.data() + from.bytes; at != bytes_.data() + bytes_.size();) {
      const auto number = static_cast<std::uint8_t>(*at++);
      const LineLayout* const layout = number == 0 ? nullptr : &layouts[number];
      const std::size_t count = layout == nullptr ? 1 : layout->values.size();
      for (std::size_t i = 0; i < count; ++i) values[i] = layout == nullptr ? takeLong(at) : takeShort(at);
      visit(layout, std::span<const std::string_view>(values.data(), count));
    }
  }
  /// The lines as they were, each with a line feed.
  [[nodiscard]] std::string text(const LastingLayouts& layouts) const;

 private:
  using LongSize = std::uint32_t;

  static std::string_view take(const char*& at, std::size_t size) {
    at += size;
    return {at - size, size};
  }
  static std::string_view takeShort(const char*& at) {
    const auto size = static_cast<unsigned char>(*at++);
    return take(at, size);
  }
  static std::string_view takeLong(const char*& at);
  void begin(std::size_t size);

  std::vector<char> bytes_;
  std::uint32_t count_ = 0;
  Place last_;
};

}  // namespace beding

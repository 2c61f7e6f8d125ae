// How lines were laid out that were read before. Whoever writes lines writes those of one event type alike: a line
// mostly differs from one before it in nothing but its values, and then no name needs to be looked up.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "timeline/timeline.h"

namespace beding {

/// Of lines whose values are all texts. The name of the event type is no value here: it is the same for all of them.
struct LineLayout {
  struct Value {
    std::string before;       ///< all that stands between it and the value before it, with the quotes of both
    std::size_t meaning = 0;  ///< its place among those of the event type
  };
  EventTypeId type;
  std::vector<Value> values;   ///< none: nothing is known yet
  std::string behind;          ///< the last value
  std::uint32_t patience = 0;  ///< how many other lines may come before it gives way to one
};

/// Those of one reader; for one thread.
class LineLayouts {
 public:
  /// The one that such a line mostly has.
  [[nodiscard]] LineLayout& of(std::string_view line) {
    std::array<std::uint64_t, 2> name{};  // its beginning tells one event type from another, mostly
    if (line.size() < typeAt_ + sizeof name) return layouts_.front();
    std::memcpy(name.data(), line.data() + typeAt_, sizeof name);
    const std::uint64_t mixed = (name[0] ^ name[1] * 3) * 0x9E3779B97F4A7C15;
    return layouts_[mixed >> 32 & (layouts_.size() - 1)];
  }
  /// Where in a line the event type stands; the first one says it for all.
  void typeAt(std::size_t place) {
    if (typeAt_ == 0) typeAt_ = place;
  }

 private:
  std::array<LineLayout, 64> layouts_;
  std::size_t typeAt_ = 0;
};

}  // namespace beding

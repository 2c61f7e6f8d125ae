// The records of a rule by the instance that stands first in them.
#pragma once

#include <cstdint>
#include <vector>

namespace beding::engine {

/// The position of a record of a rule.
using Row = std::uint32_t;
inline constexpr Row noRow = 0xffffffff;

/// Two flat lists: per instance its first and last row, per row the next one of the same instance.
class Rows {
 public:
  /// The next record, with the instance at this place among those of its entity.
  void add(std::uint32_t place) {
    const auto row = static_cast<Row>(next_.size());
    next_.push_back(noRow);
    if (place >= ends_.size()) ends_.resize(place + 1);
    Ends& ends = ends_[place];
    (ends.first == noRow ? ends.first : next_[ends.last]) = row;
    ends.last = row;
  }
  [[nodiscard]] Row firstOf(std::uint32_t place) const { return place < ends_.size() ? ends_[place].first : noRow; }
  [[nodiscard]] Row after(Row row) const { return next_[row]; }

 private:
  struct Ends {
    Row first = noRow;
    Row last = noRow;
  };
  std::vector<Ends> ends_;
  std::vector<Row> next_;
};

}  // namespace beding::engine

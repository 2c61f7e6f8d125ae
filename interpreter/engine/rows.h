// The records of a rule by the instance that stands first in them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace beding::engine {

/// The position of a record of a rule.
using Row = std::uint32_t;
inline constexpr Row noRow = 0xffffffff;

/// One flat list: per instance its first and last row, and per row the next one of the same instance.
class Rows {
 public:
  /// A record, with the instance at this place among those of its entity.
  void add(Row row, std::uint32_t place) {
    if (std::max(row, place) >= links_.size()) links_.resize(std::max(row, place) + 1);
    Link& ends = links_[place];
    (ends.first == noRow ? ends.first : links_[ends.last].next) = row;
    ends.last = row;
  }
  [[nodiscard]] Row firstOf(std::uint32_t place) const { return place < links_.size() ? links_[place].first : noRow; }
  [[nodiscard]] Row after(Row row) const { return links_[row].next; }

 private:
  struct Link {
    Row first = noRow;
    Row last = noRow;
    Row next = noRow;
  };
  std::vector<Link> links_;
};

}  // namespace beding::engine

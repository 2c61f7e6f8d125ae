// How records stood when the present instant began, of those that have moved in it: in what order rules are looked at
// shows nowhere.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/rows.h"

namespace beding::engine {

template <class Standing>
class Stood {
 public:
  /// Of a record that is about to move. `place` is the record's own note of where that is kept; `now` is how it stands
  /// if it has not moved before.
  const Standing& of(std::uint32_t rule, Row row, std::uint32_t& place, const Standing& now) {
    const bool isKept = place < all_.size() && all_[place].rule == rule && all_[place].row == row;
    if (!isKept) {
      place = static_cast<std::uint32_t>(all_.size());
      all_.push_back({rule, row, now});
    }
    return all_[place].standing;
  }
  /// Another instant begins.
  void forget() { all_ = {}; }

 private:
  struct Entry {
    std::uint32_t rule;
    Row row;
    Standing standing;
  };
  std::vector<Entry> all_;
};

}  // namespace beding::engine

// The statutory commercial rate by day, as two flat arrays.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "betaling/days.h"

namespace bench {

class Rates {
 public:
  /// Reads stdlib/tabellen/wettelijke-handelsrente.csv; throws std::runtime_error when it is not there.
  explicit Rates(const std::string& path);

  /// In hundredths of a per cent per year: 1115 is 11,15 %. From the first row of the table through 2049.
  [[nodiscard]] std::int64_t on(Day day) const { return rate_[index(day)]; }
  /// The first later day with another rate.
  [[nodiscard]] Day changeAfter(Day day) const { return change_[index(day)]; }

 private:
  [[nodiscard]] std::size_t index(Day day) const { return static_cast<std::size_t>(day - first_); }

  Day first_ = 0;
  std::vector<std::int32_t> rate_;
  std::vector<Day> change_;
};

}  // namespace bench

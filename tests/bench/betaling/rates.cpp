#include "betaling/rates.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace bench {

namespace {

constexpr Day lastDay = 29'219;  // 31 December 2049

struct Row {
  Day from;
  std::int32_t rate;
};

std::vector<Row> rowsOf(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::vector<Row> rows;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line))
    rows.push_back({parseDay(line), static_cast<std::int32_t>(std::lround(100 * std::atof(line.c_str() + 11)))});
  return rows;
}

}  // namespace

Rates::Rates(const std::string& path) {
  const std::vector<Row> rows = rowsOf(path);
  first_ = rows.front().from;
  rate_.resize(index(lastDay) + 1);
  change_.assign(rate_.size(), lastDay + 1);
  for (const Row& row : rows) std::fill(rate_.begin() + (row.from - first_), rate_.end(), row.rate);
  for (Day day = lastDay - 1; day >= first_; --day)
    change_[index(day)] = on(day) == on(day + 1) ? changeAfter(day + 1) : day + 1;
}

}  // namespace bench

// What a portfolio comes to: how many outcomes of each kind and status per norm, and what is still owed.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <tuple>

#include "engine/outcome.h"

namespace beding {

class Totals {
 public:
  struct Line {
    std::size_t count = 0;
    Money amount;
    Money open;
  };

  void add(const Evaluation& evaluation);
  void add(const Totals& others);
  /// By lid as numbered, then name, then status.
  [[nodiscard]] const std::map<std::tuple<std::string, std::string, std::string>, Line>& lines() const {
    return lines_;
  }

 private:
  std::map<std::tuple<std::string, std::string, std::string>, Line> lines_;
};

/// A table of the totals: lid, name, status, count, sum, open.
std::string totalsText(const Totals& totals);

}  // namespace beding

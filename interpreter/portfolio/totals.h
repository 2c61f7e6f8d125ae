// What a portfolio comes to: how many outcomes of each kind and status per norm, and what is still owed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/plain_outcome.h"

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
  /// The line of that lid, name and status; it is there when it was not.
  Line& line(const std::string& lid, const std::string& name, const std::string& status) {
    return lines_[{lid, name, status}];
  }
  /// By lid as numbered, then name, then status.
  [[nodiscard]] const std::map<std::tuple<std::string, std::string, std::string>, Line>& lines() const {
    return lines_;
  }

 private:
  std::map<std::tuple<std::string, std::string, std::string>, Line> lines_;
};

/// The same of evaluations that have nothing but outcomes: counted by heading, and named at the end. The document must
/// outlive it.
class PlainTotals {
 public:
  explicit PlainTotals(const PlainDocument& document) : document_(document), lines_(document.headings.size()) {}

  void add(const PlainEvaluation& evaluation);
  void addTo(Totals& totals) const;

 private:
  /// In cents as long as they fit.
  struct Sum {
    std::int64_t cents = 0;
    Money before;

    void add(std::int64_t more);
    [[nodiscard]] Money total() const { return before + moneyOf(Cents{cents}); }
  };
  struct Line {
    std::string_view status;
    std::size_t count = 0;
    Sum amount, open;
  };

  const PlainDocument& document_;
  std::vector<std::vector<Line>> lines_;  ///< of every heading, by status
};

/// A table of the totals: lid, name, status, count, sum, open.
std::string totalsText(const Totals& totals);

}  // namespace beding

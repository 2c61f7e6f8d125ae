#include "values/interest.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "values/deadline.h"
#include "values/tables.h"

namespace beding {

namespace {

Number percentage(std::string_view text) { return parseDecimal(text).value() / 100; }

RateTable readRateTable(std::string name, std::string_view file) {
  RateTable table;
  table.name = std::move(name);
  for (const tables::Row& row : tables::rows(file)) {
    table.changes.push_back({parseMoment(row[0]).value().day, percentage(row[1])});
  }
  table.confirmedUntil = tables::coverage(file).back().to;
  table.source = "stdlib/tabellen/" + std::string(file) + ".csv";
  return table;
}

/// The n-th anniversary, counted from the original day: 29 February gives 28 February in a common year. After the last
/// one that the calendar holds there is none: the day past its end.
Date anniversary(Date first, int years) {
  const Date day = endOfTerm(momentOf(first), {years, TimeUnit::year}, {}, Calendar{}).last.day;
  return day < lastDate() ? day : lastDate() + 1;
}

/// One calculation, day by day from left to right: the open segment runs from `start_` on.
class Accrual {
 public:
  Accrual(Money principal, Date firstDay, const InterestTerms& terms)
      : terms_(terms), firstDay_(firstDay), nextYear_(anniversary(firstDay, 1)), principal_(std::move(principal)) {
    begin(firstDay);
  }

  /// A payment that does not reach the base leaves the open segment as it is.
  void pay(const BasePayment& payment) {
    Money left = payment.amount;
    if (payment.meetsInterest) {
      const Money met = std::min(left, yearsInterestThrough(payment.day));
      left = left - met;
      yearsInterest_ = yearsInterest_ - met;
    }
    Money reachesBase = std::min(left, payment.meetsInterest ? base() : principal_);
    result_.surplus = result_.surplus + (left - reachesBase);
    if (reachesBase.euros.isZero()) {
      return;
    }
    close(payment.day);
    if (payment.meetsInterest) {
      take(reachesBase, capitalised_);
    }
    take(reachesBase, principal_);
  }

  /// Ends the segments that end before `day`, at rate changes and at the end of interest years.
  void advanceTo(Date day) {
    while (border_ <= day) {
      const Date next = border_;
      close(next - 1);
      if (next == nextYear_) {
        beginYear();
      }
    }
  }

  InterestResult finish(Date lastDay) {
    advanceTo(lastDay);
    close(lastDay);
    result_.openInterest = capitalised_ + yearsInterest_;
    result_.openPrincipal = principal_;
    warn(lastDay);
    return std::move(result_);
  }

 private:
  [[nodiscard]] Money base() const { return principal_ + capitalised_; }

  [[nodiscard]] Money amountThrough(Date day) const {
    const std::int64_t days = std::max(day - start_ + 1, 0);
    return rate_ ? roundedToCents(base() * (*rate_ * days / terms_.daysPerYear)) : Money{};
  }

  /// Interest of the running year that is unpaid, the open segment through `day` included.
  [[nodiscard]] Money yearsInterestThrough(Date day) const { return yearsInterest_ + amountThrough(day); }

  /// Posts the open segment through `day` and opens the next one; a segment without base or rate is not reported.
  void close(Date day) {
    if (day < start_) {
      return;
    }
    if (rate_ && !base().euros.isZero()) {
      const Money amount = amountThrough(day);
      result_.segments.push_back({start_, day, base(), *rate_, amount, day <= terms_.table->confirmedUntil});
      result_.total = result_.total + amount;
      yearsInterest_ = yearsInterest_ + amount;
    }
    begin(day + 1);
  }

  /// Opens a segment.
  void begin(Date day) {
    start_ = day;
    rate_ = terms_.table->rateOn(day);
    rateChange_ = terms_.table->nextChangeAfter(day);
    findBorder();
  }

  void findBorder() { border_ = rateChange_ ? std::min(*rateChange_, nextYear_) : nextYear_; }

  void beginYear() {
    nextYear_ = anniversary(firstDay_, ++years_ + 1);
    findBorder();
    if (terms_.capitalises) {
      capitalised_ = capitalised_ + yearsInterest_;
      yearsInterest_ = {};
    }
  }

  static void take(Money& payment, Money& debt) {
    const Money part = std::min(payment, debt);
    payment = payment - part;
    debt = debt - part;
  }

  void warn(Date lastDay) {
    const RateTable& table = *terms_.table;
    if (firstDay_ <= lastDay && !table.rateOn(firstDay_)) {
      result_.warnings.push_back(worded({"Van vóór {0} is geen percentage van de {1} bekend; over die tijd is geen "
                                         "rente berekend.",
                                         "No rate of the {1} is known from before {0}; no interest has been computed "
                                         "over that time."},
                                        {wordingOf(momentOf(table.changes.front().from)), table.name}));
    }
    if (!result_.segments.empty() && !result_.segments.back().confirmed) {
      result_.warnings.push_back(
          worded({"De {0} is bevestigd tot en met {1}; daarna is gerekend met het laatst bekende "
                  "percentage, {2}.",
                  "The {0} is confirmed up to and including {1}; after that the last known rate, "
                  "{2}, has been used."},
                 {table.name, wordingOf(momentOf(table.confirmedUntil)), dutchPercentage(table.changes.back().rate)}));
    }
  }

  const InterestTerms& terms_;
  Date firstDay_;
  Date start_;                      ///< first day of the open segment
  std::optional<Number> rate_;      ///< of it
  std::optional<Date> rateChange_;  ///< after it began
  Date nextYear_;                   ///< first day of the next interest year
  Date border_;                     ///< first day that cannot belong to the open segment
  int years_ = 0;
  Money principal_;
  Money capitalised_;
  Money yearsInterest_;  ///< posted in this interest year and unpaid; below zero when the open segment is partly paid
  InterestResult result_;
};

struct CostScale {
  struct Step {
    Number above;
    Number rate;
  };
  std::vector<Step> steps;
  Money minimum;
  Money maximum;
};

CostScale readCostScale() {
  CostScale scale;
  for (const tables::Row& row : tables::rows("incassokosten")) {
    if (row[0] == "schijf") {
      scale.steps.push_back({parseDecimal(row[1]).value(), percentage(row[2])});
    } else {
      (row[0] == "minimum" ? scale.minimum : scale.maximum) = parseMoney(row[3]).value();
    }
  }
  return scale;
}

/// The scale applied step by step, before minimum and maximum.
Number scaled(const CostScale& scale, const Number& principal) {
  Number costs;
  for (std::size_t index = 0; index < scale.steps.size() && principal > scale.steps[index].above; ++index) {
    const bool last = index + 1 == scale.steps.size();
    const Number top = last ? principal : std::min(principal, scale.steps[index + 1].above);
    costs = costs + (top - scale.steps[index].above) * scale.steps[index].rate;
  }
  return costs;
}

}  // namespace

namespace {

/// The first change after that day.
auto nextChange(const std::vector<RateChange>& changes, Date day) {
  return std::upper_bound(changes.begin(), changes.end(), day,
                          [](Date earlier, const RateChange& change) { return earlier < change.from; });
}

}  // namespace

std::optional<Number> RateTable::rateOn(Date day) const {
  const auto next = nextChange(changes, day);
  return next == changes.begin() ? std::nullopt : std::optional(std::prev(next)->rate);
}

std::optional<Date> RateTable::nextChangeAfter(Date day) const {
  const std::optional<Number> now = rateOn(day);
  const auto next = std::find_if(nextChange(changes, day), changes.end(),
                                 [&](const RateChange& change) { return !now || change.rate != *now; });
  return next == changes.end() ? std::nullopt : std::optional(next->from);
}

const RateTable& wettelijkeHandelsrente() {
  static const RateTable table = readRateTable("wettelijke handelsrente", "wettelijke-handelsrente");
  return table;
}

const RateTable& wettelijkeRente() {
  static const RateTable table = readRateTable("wettelijke rente", "wettelijke-rente");
  return table;
}

RateTable fixedRate(std::string name, Number rate) {
  return {std::move(name), {{firstDate(), std::move(rate)}}, lastDate(), "overeengekomen"};
}

InterestResult interest(Money principal, Date firstDay, Date lastDay, const InterestTerms& terms,
                        const std::vector<BasePayment>& payments) {
  const auto earlier = [](const BasePayment& a, const BasePayment& b) { return a.day < b.day; };
  if (!std::is_sorted(payments.begin(), payments.end(), earlier)) {
    std::vector<BasePayment> ordered = payments;
    std::stable_sort(ordered.begin(), ordered.end(), earlier);
    return interest(std::move(principal), firstDay, lastDay, terms, ordered);
  }
  Accrual accrual(std::move(principal), firstDay, terms);
  for (const BasePayment& payment : payments) {
    if (payment.day <= lastDay) {
      accrual.advanceTo(payment.day);
      accrual.pay(payment);
    }
  }
  return accrual.finish(lastDay);
}

Money collectionCosts(const Money& principal, const Number& vatPercentage) {
  static const CostScale scale = readCostScale();
  if (principal.euros <= 0) {
    return {};
  }
  const Money costs = std::clamp(roundedToCents({scaled(scale, principal.euros)}), scale.minimum, scale.maximum);
  return roundedToCents(costs * (Number(1) + vatPercentage));
}

}  // namespace beding

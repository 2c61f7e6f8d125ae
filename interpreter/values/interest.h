// Statutory interest (art. 6:119, 6:119a, 6:120 BW) in segments, and collection costs (Besluit BIK, Stb. 2012, 141).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "values/moment.h"
#include "values/value.h"

namespace beding {

struct RateChange {
  Date from;
  Number rate;  ///< per year, as a fraction: 10.40 % is 104/1000
};

/// A table of rates. Past `confirmedUntil` the last rate runs on and is marked unconfirmed.
struct RateTable {
  std::string name;  ///< "wettelijke handelsrente"
  std::vector<RateChange> changes;
  Date confirmedUntil;
  std::string source;

  /// The rate on that day, or nothing before the first row.
  [[nodiscard]] std::optional<Number> rateOn(Date day) const;
  /// First day after `day` on which the rate really changes (a row with an equal rate is no change), if any.
  [[nodiscard]] std::optional<Date> nextChangeAfter(Date day) const;
};

const RateTable& wettelijkeHandelsrente();
const RateTable& wettelijkeRente();
/// A table of one rate for all time: an agreed interest. `rate` is a fraction per year.
RateTable fixedRate(std::string name, Number rate);

/// One stretch with one base and one rate, both days included; `amount` is posted (rounded half up to the cent).
struct InterestSegment {
  Date from;
  Date to;
  Money base;
  Number rate;
  Money amount;
  bool confirmed = true;  ///< false when any day lies past the table's confirmedUntil
};

struct InterestTerms {
  const RateTable* table = nullptr;  ///< required
  int daysPerYear = 365;
  bool capitalises = true;  ///< yearly, on each anniversary of the first interest day
};

/// A change of the base: from the day after `day` interest runs on the new base (its day counts on the old one).
struct BasePayment {
  Date day;
  Money amount;  ///< what reached interest and principal together; allocation: current year's interest,
                 ///< capitalised interest, principal (only when `meetsInterest`)
  bool meetsInterest = false;
};

struct InterestResult {
  std::vector<InterestSegment> segments;
  Money total;         ///< sum of the posted segments
  Money openInterest;  ///< posted and not yet paid
  Money openPrincipal;
  Money surplus;  ///< what of the payments found nothing to pay
  std::vector<Wording> warnings;
};

/// Interest over `principal` from `firstDay` through `lastDay`, payments applied by day, those of one day in the order
/// given; payments after `lastDay` are left out. A payment before `firstDay` meets principal. Each year, counted from
/// `firstDay`, ends a segment; where interest capitalises, what of the year's interest is unpaid then joins the base.
InterestResult interest(Money principal, Date firstDay, Date lastDay, const InterestTerms& terms,
                        const std::vector<BasePayment>& payments);

/// Collection costs over a principal by the scale of art. 2 Besluit BIK: minimum EUR 40, maximum EUR 6.775.
/// Nothing over a principal of nothing. `vatPercentage` adds VAT (art. 2 lid 3), as a fraction; zero for none.
Money collectionCosts(const Money& principal, const Number& vatPercentage);

}  // namespace beding

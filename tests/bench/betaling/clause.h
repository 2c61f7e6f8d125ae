// The clause of betaling.beding as a C++ engineer would write it by hand: the yardstick of the measurements. One
// contract at a time; arrays that are emptied and used again; nothing is looked up by name but an invoice among a
// contract's own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "betaling/days.h"
#include "betaling/rates.h"

namespace bench {

/// One line of the file. Keys are JSON strings as they stand there, quotes included; they point into the file.
struct Event {
  enum class Kind : std::uint8_t {
    other,
    agreement,
    invoice,
    payment,
    reminder,
    costs,
    defaultNotice,
    suspension,
    dissolution,
    performance,
  };
  Kind kind = Kind::other;
  Day day = 0;
  std::int32_t term = 0;  ///< days, of a reminder or notice
  std::int64_t cents = 0;
  std::string_view key;    ///< of the invoice that it makes, else its own id
  std::string_view about;  ///< the invoice that a reminder or notice is about
  std::string_view contract;
};

/// Interest over one invoice, in cents. Segments end where the rate changes, where the base does and after each year;
/// what has ended is posted, rounded. After a year what is unpaid of its interest joins the base (art. 6:119a lid 3
/// BW).
class Interest {
 public:
  void begin(Day firstDay, std::int64_t principal);
  /// Takes of a payment what is due of interest through that day; gives back what it took.
  std::int64_t payInterest(const Rates& rates, Day day, std::int64_t most);
  /// A payment of the principal: from the next day on the base is lower.
  void payPrincipal(const Rates& rates, Day day, std::int64_t cents);
  void end(const Rates& rates, Day day);
  /// Everything through that day.
  std::int64_t through(const Rates& rates, Day day);

  [[nodiscard]] bool began() const { return first_ != noDay; }
  [[nodiscard]] bool runs() const { return began() && last_ == noDay; }
  [[nodiscard]] Day first() const { return first_; }
  [[nodiscard]] Day last() const { return last_; }
  [[nodiscard]] std::int64_t paid() const { return paid_; }

 private:
  [[nodiscard]] std::int64_t base() const { return principal_ + capitalised_; }
  [[nodiscard]] std::int64_t segmentThrough(const Rates& rates, Day day) const;
  void passBorders(const Rates& rates, Day day);
  void close(const Rates& rates, Day day);

  Day first_ = noDay;
  Day last_ = noDay;
  Day segment_ = 0;   ///< its first day
  Day nextYear_ = 0;  ///< first day of the next interest year
  int years_ = 0;
  std::int64_t principal_ = 0;
  std::int64_t capitalised_ = 0;
  std::int64_t ofYear_ = 0;  ///< posted in this interest year and unpaid; below zero when a payment met an open segment
  std::int64_t posted_ = 0;
  std::int64_t paid_ = 0;
};

struct Invoice {
  std::string_view key;
  Day sent = 0;
  Day due = 0;
  Day settled = noDay;
  Day remindedInVain = INT32_MAX;  ///< first day after the term of its first reminder to expire
  Day noticedInVain = INT32_MAX;
  std::int64_t cents = 0;
  std::int64_t open = 0;
  std::int64_t accrued = 0;  ///< interest through the day asked for
  Interest interest;
};

struct Costs {
  std::string_view key;
  Day day = 0;
  Day settled = noDay;
  std::int64_t cents = 0;
  std::int64_t open = 0;
};

/// A power that is there while some invoice gives ground for it.
struct Power {
  bool available = false;
  bool used = false;
  Day from = noDay;
  Day to = noDay;  ///< last day on which it was there, once it is gone
  Day since = noDay;
};

struct Exercise {
  std::string_view key;
  Day day = 0;
  bool suspends = false;  ///< else it dissolves
  bool valid = false;
};

class Contract {
 public:
  explicit Contract(const Rates& rates) : rates_(rates) {}

  /// Forgets everything, and keeps its memory.
  void clear();
  /// Events come in order of their days.
  void take(const Event& event);
  /// Everything as it is at the end of that day; nothing may be taken after it. Gives back all interest, in cents.
  std::int64_t finish(Day asOf);
  /// What has been finished, as one line of JSON.
  void write(std::string_view contract, std::string& out) const;

 private:
  void passDays(Day day);
  void useCredit(Day day);
  void beginInterest(Day day);
  void grant(Power& power, Day Invoice::*inVain, Day day);
  void take(Power& power, Day Invoice::*inVain, Day day);
  void pay(Day day, std::int64_t cents);
  void payCosts(Day day, std::int64_t& rest);
  void payInvoice(Invoice& invoice, Day day, std::int64_t& rest);
  void suspend(const Event& event);
  void dissolve(const Event& event);
  Invoice* find(std::string_view key);

  const Rates& rates_;
  std::vector<Invoice> invoices_;  ///< oldest first
  std::vector<Costs> costs_;
  std::vector<Exercise> exercises_;
  Power suspension_;
  Power dissolution_;
  Day asOf_ = noDay;
  Day started_ = noDay;
  Day ended_ = noDay;
  Day performed_ = noDay;
  Day suspended_ = noDay;  ///< since when performance stands still
  std::int64_t credit_ = 0;
};

}  // namespace bench

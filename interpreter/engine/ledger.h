// The ledger of one contract: every amount a post, every payment allocated, interest in accounts over principal posts.
// It knows no graph nodes and no conditions; who posts what is decided in amounts.cpp.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/graph.h"
#include "values/interest.h"

namespace beding::engine {

inline constexpr std::uint32_t noPost = 0xffffffff;

/// One amount. Interest is not a post but an account, because it grows.
struct Post {
  graph::PostKind kind = graph::PostKind::principal;
  std::string key;  ///< of the claim: the invoice number, or the event
  graph::Party debtor = graph::Party::none;
  Money amount;
  Money paid;
  Date date;                         ///< invoice date, or the day it arose
  std::optional<Moment> due;         ///< through which it can be paid in time; none: at once, or not known
  std::uint32_t order = 0;           ///< position on the timeline
  std::uint32_t principal = noPost;  ///< the principal that costs belong to
  bool payable = true;               ///< owed, or charged
  bool grows = false;                ///< by the day
  std::optional<Date> settledOn;

  [[nodiscard]] Money open() const { return amount - paid; }
};

/// Interest over one principal post, from its first day until it stops.
class InterestAccount {
 public:
  std::uint32_t principal = noPost;
  std::shared_ptr<const RateTable> table;
  int daysPerYear = 365;
  bool capitalises = true;
  Date firstDay;
  std::optional<Date> lastDay;
  Money base;  ///< open principal at the start of the first day
  std::vector<BasePayment> payments;
  bool owed = true;  ///< takes payments by itself
  Money charged;     ///< else: so much of it has been charged
  Money paid;

  [[nodiscard]] InterestResult through(Date day) const;
  /// Posted and unpaid through that day.
  [[nodiscard]] Money open(Date day) const;
  /// What a payment on that day may go to.
  [[nodiscard]] Money payable(Date day) const;

 private:
  /// What the interest came to when it was last asked for, and what that rested on: within an instant many ask.
  struct Known {
    Date day;
    std::size_t payments = 0;
    std::optional<Date> lastDay;
    Money base;
    Money total;
  };
  [[nodiscard]] Money totalThrough(Date day) const;

  mutable std::optional<Known> known_;
};

struct Payment {
  Date day;
  Money amount;
  std::vector<std::string> designated;  ///< claims that it names
  std::string event;                    ///< key, for explanations
};

/// What one payment, or a part of one, went to; kept for explanations.
struct Allocation {
  std::string event;
  Date day;
  std::string key;
  graph::PostKind kind = graph::PostKind::principal;
  Money amount;
};

struct AllocationOrder {
  std::vector<graph::PostKind> kinds;  ///< by clause, over all claims; empty: costs, interest, principal per claim
  bool ignoreDesignation = false;
};

class Ledger {
 public:
  std::vector<Post> posts;
  std::vector<InterestAccount> accounts;
  std::vector<Allocation> allocations;
  Money credit;  ///< tegoed: what no claim took
  std::string creditFrom;

  std::uint32_t post(Post entry);
  std::uint32_t open(InterestAccount account);
  void receive(const Payment& payment, const AllocationOrder& order);
  /// Lets the credit meet what has fallen due.
  void useCredit(Date day, const AllocationOrder& order);
  void charge(std::uint32_t account, const std::optional<Money>& amount, Date day);
  /// The amount of a post that grows.
  void set(std::uint32_t post, const Money& amount);
  void close(std::uint32_t account, Date lastDay);

  /// The invoice of that key.
  [[nodiscard]] std::optional<std::uint32_t> principalOf(const std::string& key) const;
  /// The invoice or the advance of that key.
  [[nodiscard]] std::optional<std::uint32_t> claimOf(const std::string& key) const;
  [[nodiscard]] Money openPrincipal(const std::string* key) const;
  [[nodiscard]] Money openEverything(const std::string* key, Date day) const;
  [[nodiscard]] Money posted(const std::string* key) const;
  /// True when something in it grows with the days; with a key, something of that claim.
  [[nodiscard]] bool accrues(const std::string* key = nullptr) const;
  /// Another number after every change.
  [[nodiscard]] std::uint64_t version() const { return version_; }
  /// The posts that changed, or whose interest did, since this was last asked; each may be there more than once.
  [[nodiscard]] std::vector<std::uint32_t> takeChanged() { return std::exchange(changed_, {}); }
  /// Tells that a post changed, or its interest.
  void change(std::uint32_t post) {
    ++version_;
    changed_.push_back(post);
    if (posts[post].principal != noPost) changed_.push_back(posts[post].principal);
  }

 private:
  /// What bears one key.
  struct Claim {
    std::uint32_t principal = noPost, advance = noPost;  ///< the first of each
    std::vector<std::uint32_t> posts;                    ///< with those that have its principal
    std::vector<std::uint32_t> accounts;
  };
  [[nodiscard]] const Claim& claim(const std::string& key) const;
  template <class Visit>
  void eachPost(const std::string* key, Visit visit) const;
  template <class Visit>
  void eachAccount(const std::string* key, Visit visit) const;

  std::unordered_map<std::string, Claim> claims_;
  std::uint64_t version_ = 0;
  std::vector<std::uint32_t> changed_;
};

}  // namespace beding::engine

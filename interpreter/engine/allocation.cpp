// Which claims a payment meets: the clause's order first, else art. 6:43 and 6:44 BW.
#include <algorithm>
#include <tuple>

#include "engine/ledger.h"

namespace beding::engine {

namespace {

using graph::PostKind;

/// A post or an interest account that a payment can meet.
struct Target {
  bool isAccount = false;
  std::uint32_t index = 0;
  PostKind kind = PostKind::principal;
};

/// One run of a payment over the ledger.
class Allocator {
 public:
  Allocator(Ledger& ledger, Date day, Money amount, std::string event)
      : ledger_(ledger), day_(day), rest_(std::move(amount)), event_(std::move(event)) {}

  void meet(const std::vector<Target>& targets) {
    for (const Target& target : targets) {
      if (rest_ > Money{}) meet(target);
    }
  }
  [[nodiscard]] Money rest() const { return rest_; }

 private:
  void meet(const Target& target) {
    const Money part = std::min(rest_, open(target));
    if (part <= Money{}) return;
    target.isAccount ? payInterest(target.index, part) : payPost(target.index, part);
    ledger_.change(claimOf(target));
    rest_ = rest_ - part;
    ledger_.allocations.push_back({event_, day_, ledger_.posts[claimOf(target)].key, target.kind, part});
  }

  [[nodiscard]] Money open(const Target& target) const {
    return target.isAccount ? ledger_.accounts[target.index].payable(day_) : ledger_.posts[target.index].open();
  }

  [[nodiscard]] std::uint32_t claimOf(const Target& target) const {
    return target.isAccount ? ledger_.accounts[target.index].principal : target.index;
  }

  void payInterest(std::uint32_t account, const Money& part) {
    ledger_.accounts[account].payments.push_back({day_, part, true});
    ledger_.accounts[account].paid = ledger_.accounts[account].paid + part;
  }

  void payPost(std::uint32_t index, const Money& part) {
    Post& post = ledger_.posts[index];
    post.paid = post.paid + part;
    if (post.open() <= Money{}) post.settledOn = day_;
    for (InterestAccount& account : ledger_.accounts) {
      const bool runs = account.firstDay <= day_ && (!account.lastDay || day_ <= *account.lastDay);
      if (account.principal == index && runs) account.payments.push_back({day_, part, false});
    }
  }

  Ledger& ledger_;
  Date day_;
  Money rest_;
  std::string event_;
};

std::uint32_t principalOf(const Ledger& ledger, const Target& target) {
  if (target.isAccount) return ledger.accounts[target.index].principal;
  const Post& post = ledger.posts[target.index];
  return post.principal == noPost ? target.index : post.principal;
}

/// Costs and damages go ahead of interest, interest ahead of principal.
int rankByLaw(PostKind kind) {
  switch (kind) {
    case PostKind::costs:
      return 0;
    case PostKind::interest:
      return 1;
    case PostKind::principal:
    case PostKind::penalty:
    case PostKind::damages:
      return 2;
    case PostKind::advance:
      return 3;
  }
  return 2;
}

int rankByClause(PostKind kind, const AllocationOrder& order) {
  const auto place = std::find(order.kinds.begin(), order.kinds.end(), kind);
  return static_cast<int>(place - order.kinds.begin());
}

/// Oldest first: due date, then invoice date, then position on the timeline.
auto age(const Ledger& ledger, const Target& target) {
  const Post& post = ledger.posts[principalOf(ledger, target)];
  const Date due = post.due ? post.due->day : post.date;
  return std::tuple(due, post.date, post.order, principalOf(ledger, target));
}

void sortByOrder(const Ledger& ledger, const AllocationOrder& order, std::vector<Target>& targets) {
  std::stable_sort(targets.begin(), targets.end(), [&](const Target& a, const Target& b) {
    if (!order.kinds.empty()) {
      return std::tuple(rankByClause(a.kind, order), age(ledger, a)) <
             std::tuple(rankByClause(b.kind, order), age(ledger, b));
    }
    return std::tuple(age(ledger, a), rankByLaw(a.kind)) < std::tuple(age(ledger, b), rankByLaw(b.kind));
  });
}

std::vector<Target> payableTargets(const Ledger& ledger) {
  std::vector<Target> targets;
  for (std::uint32_t index = 0; index < ledger.posts.size(); ++index) {
    if (ledger.posts[index].payable) targets.push_back({false, index, ledger.posts[index].kind});
  }
  for (std::uint32_t index = 0; index < ledger.accounts.size(); ++index) {
    targets.push_back({true, index, PostKind::interest});
  }
  return targets;
}

bool names(const std::vector<std::string>& keys, const Ledger& ledger, const Target& target) {
  const std::string& own = ledger.posts[target.isAccount ? principalOf(ledger, target) : target.index].key;
  const std::string& claim = ledger.posts[principalOf(ledger, target)].key;
  return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) { return key == own || key == claim; });
}

bool isDue(const Ledger& ledger, const Target& target, Date day) {
  const Post& post = ledger.posts[principalOf(ledger, target)];
  return (post.due ? post.due->day : post.date) <= day;
}

}  // namespace

void Ledger::receive(const Payment& payment, const AllocationOrder& order) {
  ++version_;
  std::vector<Target> targets = payableTargets(*this);
  sortByOrder(*this, order, targets);
  Allocator allocator(*this, payment.day, payment.amount, payment.event);
  if (!order.ignoreDesignation && !payment.designated.empty()) {
    std::vector<Target> named = targets;
    std::erase_if(named, [&](const Target& target) { return !names(payment.designated, *this, target); });
    if (order.kinds.empty() || !named.empty()) sortByOrder(*this, {}, named);
    allocator.meet(named);
    std::erase_if(targets, [&](const Target& target) { return !isDue(*this, target, payment.day); });
  }
  allocator.meet(targets);
  credit = credit + allocator.rest();
  if (allocator.rest() > Money{}) creditFrom = payment.event;
}

void Ledger::useCredit(Date day, const AllocationOrder& order) {
  ++version_;
  if (credit <= Money{}) return;
  std::vector<Target> targets = payableTargets(*this);
  std::erase_if(targets, [&](const Target& target) { return !isDue(*this, target, day); });
  sortByOrder(*this, order, targets);
  Allocator allocator(*this, day, credit, creditFrom);
  allocator.meet(targets);
  credit = allocator.rest();
}

}  // namespace beding::engine

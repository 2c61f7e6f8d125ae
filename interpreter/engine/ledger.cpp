#include "engine/ledger.h"

#include <algorithm>

namespace beding::engine {

InterestResult InterestAccount::through(Date day) const {
  InterestTerms terms;
  terms.table = table.get();
  terms.daysPerYear = daysPerYear;
  terms.capitalises = capitalises;
  const Date last = lastDay ? std::min(*lastDay, day) : day;
  if (last < firstDay) return {};
  return interest(base, firstDay, last, terms, payments);
}

Money InterestAccount::totalThrough(Date day) const {
  if (lastDay) day = std::min(*lastDay, day);
  const bool same = known_ && known_->day == day && known_->payments == payments.size() && known_->lastDay == lastDay &&
                    known_->base == base;
  if (!same) known_ = Known{day, payments.size(), lastDay, base, through(day).total};
  return known_->total;
}

Money InterestAccount::open(Date day) const { return totalThrough(day) - paid; }

Money InterestAccount::payable(Date day) const {
  const Money unpaid = open(day);
  return owed ? unpaid : std::max(Money{}, std::min(unpaid, charged - paid));
}

std::uint32_t Ledger::post(Post entry) {
  posts.push_back(std::move(entry));
  const auto index = static_cast<std::uint32_t>(posts.size() - 1);
  change(index);
  return index;
}

std::uint32_t Ledger::open(InterestAccount account) {
  change(account.principal);
  accounts.push_back(std::move(account));
  return static_cast<std::uint32_t>(accounts.size() - 1);
}

void Ledger::charge(std::uint32_t account, const std::optional<Money>& amount, Date day) {
  InterestAccount& entry = accounts[account];
  change(entry.principal);
  entry.charged = entry.charged + (amount ? *amount : entry.open(day) + entry.paid - entry.charged);
}

void Ledger::set(std::uint32_t post, const Money& amount) {
  if (posts[post].amount == amount) return;
  posts[post].amount = amount;
  change(post);
}

void Ledger::close(std::uint32_t account, Date lastDay) {
  accounts[account].lastDay = lastDay;
  change(accounts[account].principal);
}

std::optional<std::uint32_t> Ledger::principalOf(const std::string& key) const {
  for (std::uint32_t index = 0; index < posts.size(); ++index) {
    if (posts[index].kind == graph::PostKind::principal && posts[index].key == key) return index;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> Ledger::claimOf(const std::string& key) const {
  if (const auto invoice = principalOf(key)) return invoice;
  for (std::uint32_t index = 0; index < posts.size(); ++index) {
    if (posts[index].kind == graph::PostKind::advance && posts[index].key == key) return index;
  }
  return std::nullopt;
}

Money Ledger::openPrincipal(const std::string* key) const {
  Money sum;
  for (const Post& entry : posts) {
    if (entry.kind == graph::PostKind::principal && (key == nullptr || entry.key == *key)) sum = sum + entry.open();
  }
  return sum;
}

Money Ledger::openEverything(const std::string* key, Date day) const {
  Money sum;
  for (const Post& entry : posts) {
    const bool belongs = entry.principal != noPost && key != nullptr && posts[entry.principal].key == *key;
    if (key == nullptr && entry.kind == graph::PostKind::advance) continue;  // the invoice for it is still to come
    if (key == nullptr || entry.key == *key || belongs) sum = sum + entry.open();
  }
  for (const InterestAccount& account : accounts) {
    if (key == nullptr || posts[account.principal].key == *key) sum = sum + account.open(day);
  }
  return sum;
}

Money Ledger::posted(const std::string* key) const {
  Money sum;
  for (const Post& entry : posts) {
    if (key == nullptr || entry.key == *key) sum = sum + entry.amount;
  }
  return sum;
}

bool Ledger::accrues(const std::string* key) const {
  const auto counts = [&](std::uint32_t post) { return key == nullptr || posts[post].key == *key; };
  const bool interest = std::any_of(accounts.begin(), accounts.end(), [&](const InterestAccount& account) {
    return !account.lastDay && counts(account.principal);
  });
  return interest || std::any_of(posts.begin(), posts.end(), [&](const Post& entry) {
           return entry.grows && (key == nullptr || entry.key == *key);
         });
}

}  // namespace beding::engine

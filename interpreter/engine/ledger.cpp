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
  const auto index = static_cast<std::uint32_t>(posts.size());
  Claim& own = claims_[entry.key];
  own.posts.push_back(index);
  if (entry.kind == graph::PostKind::principal && own.principal == noPost) own.principal = index;
  if (entry.kind == graph::PostKind::advance && own.advance == noPost) own.advance = index;
  if (entry.principal != noPost && posts[entry.principal].key != entry.key)
    claims_[posts[entry.principal].key].posts.push_back(index);
  posts.push_back(std::move(entry));
  change(index);
  return index;
}

std::uint32_t Ledger::open(InterestAccount account) {
  const auto index = static_cast<std::uint32_t>(accounts.size());
  claims_[posts[account.principal].key].accounts.push_back(index);
  change(account.principal);
  accounts.push_back(std::move(account));
  return index;
}

const Ledger::Claim& Ledger::claim(const std::string& key) const {
  static const Claim none;
  const auto found = claims_.find(key);
  return found == claims_.end() ? none : found->second;
}

/// Calls `visit` with what bears that key or has a principal that does; without a key with all.
template <class Visit>
void Ledger::eachPost(const std::string* key, Visit visit) const {
  if (key == nullptr) return std::for_each(posts.begin(), posts.end(), visit), void();
  for (const std::uint32_t index : claim(*key).posts) visit(posts[index]);
}

/// Likewise of interest over it.
template <class Visit>
void Ledger::eachAccount(const std::string* key, Visit visit) const {
  if (key == nullptr) return std::for_each(accounts.begin(), accounts.end(), visit), void();
  for (const std::uint32_t index : claim(*key).accounts) visit(accounts[index]);
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
  const std::uint32_t found = claim(key).principal;
  return found == noPost ? std::nullopt : std::optional(found);
}

std::optional<std::uint32_t> Ledger::claimOf(const std::string& key) const {
  const Claim& bears = claim(key);
  const std::uint32_t found = bears.principal != noPost ? bears.principal : bears.advance;
  return found == noPost ? std::nullopt : std::optional(found);
}

Money Ledger::openPrincipal(const std::string* key) const {
  Money sum;
  eachPost(key, [&](const Post& entry) {
    if (entry.kind == graph::PostKind::principal) sum = sum + entry.open();
  });
  return sum;
}

Money Ledger::openEverything(const std::string* key, Date day) const {
  Money sum;
  eachPost(key, [&](const Post& entry) {
    if (key != nullptr || entry.kind != graph::PostKind::advance)  // the invoice for an advance is still to come
      sum = sum + entry.open();
  });
  eachAccount(key, [&](const InterestAccount& account) { sum = sum + account.open(day); });
  return sum;
}

Money Ledger::posted(const std::string* key) const {
  Money sum;
  eachPost(key, [&](const Post& entry) {
    if (key == nullptr || entry.key == *key) sum = sum + entry.amount;
  });
  return sum;
}

bool Ledger::accrues(const std::string* key) const {
  bool grows = false;
  eachAccount(key, [&](const InterestAccount& account) { grows = grows || !account.lastDay; });
  eachPost(key, [&](const Post& entry) { grows = grows || (entry.grows && (key == nullptr || entry.key == *key)); });
  return grows;
}

}  // namespace beding::engine

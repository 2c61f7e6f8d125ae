// What is owed as outcomes: posts, interest, and formulas as they are on the day asked for.
#include <algorithm>

#include "oracle/reference_page.h"

namespace beding::oracle {

namespace {

using graph::Amount;
using graph::AmountKind;

std::string moneyStatus(const View& view, Money amount, Money open, const std::optional<Moment>& due) {
  if (amount > Money{} && open <= Money{}) return "voldaan";
  return due && view.now < endOf(*due) ? "nog-niet-opeisbaar" : "verschuldigd";
}

Outcome beginAmount(const Page& page, const Amount& amount, const AmountFact& fact) {
  Outcome outcome = page.begin(amount.where, amount.name, OutcomeKind::amount);
  outcome.key = keyOf(page.view, fact.place, amount.binders.size(), amount.debtor.slot);
  nameParties(outcome, fact.debtor, fact.creditor == graph::Party::none ? other(fact.debtor) : fact.creditor);
  outcome.from = onDay(fact.from);
  return outcome;
}

void reportPost(Page& page, const Amount& amount, const AmountFact& fact, const Post& post) {
  if (post.amount == Money{}) return;
  Outcome outcome = beginAmount(page, amount, fact);
  outcome.key = post.key;
  outcome.amount = post.amount;
  outcome.open = post.open();
  outcome.status = moneyStatus(page.view, post.amount, post.open(), post.due);
  outcome.from = momentOf(post.date);
  if (amount.kind == AmountKind::perDay && fact.to) outcome.to = momentOf(*fact.to);
  outcome.deadline = post.due;
  if (!amount.owed) outcome.charged = post.payable;
  if (post.settledOn) outcome.since = momentOf(*post.settledOn);
  page.add(std::move(outcome), {}, fact.assumed);
}

void reportInterest(Page& page, const Amount& amount, const AmountFact& fact) {
  Outcome outcome = beginAmount(page, amount, fact);
  Money total, paid, charged;
  const auto& accounts = page.view.facts.books.accounts;
  for (const std::uint32_t index : fact.accounts) {
    const InterestResult result = interestThrough(page.view, accounts[index], page.view.in.asOf);
    outcome.segments.insert(outcome.segments.end(), result.segments.begin(), result.segments.end());
    total = total + result.total;
    paid = paid + accounts[index].paid;
    charged = accounts[index].charged;
  }
  outcome.amount = total;
  outcome.open = total - paid;
  if (!amount.owed) outcome.charged = charged > Money{};
  outcome.from = momentOf(accounts[fact.accounts.front()].firstDay);
  if (const auto& last = accounts[fact.accounts.back()].lastDay) outcome.to = momentOf(*last);
  outcome.status = moneyStatus(page.view, total, *outcome.open, std::nullopt);
  page.add(std::move(outcome), {}, fact.assumed);
}

/// A formula, as it is on the day asked for; one that comes to nothing has not arisen.
void reportFollowed(Page& page, const Amount& amount, const AmountFact& fact) {
  const Answer value = valueOf(page.view, amount.value, fact.place);
  Outcome outcome = beginAmount(page, amount, fact);
  if (fact.to) outcome.to = momentOf(*fact.to);
  if (moneyIn(value) == nullptr) {
    outcome.status = "onbekend";
    if (isUnknown(value)) page.add(std::move(outcome), value.asks, value.assumed);
    return;
  }
  outcome.amount = outcome.open = roundedToCents(*moneyIn(value));
  const Answer due = valueOf(page.view, amount.due, fact.place);
  outcome.status = moneyStatus(page.view, *outcome.amount, *outcome.open,
                               momentIn(due) != nullptr ? std::optional(*momentIn(due)) : std::nullopt);
  if (!amount.owed) outcome.charged = false;
  if (*outcome.amount > Money{}) page.add(std::move(outcome), {}, value.assumed);
}

void reportOccurrence(Page& page, const Amount& amount, const AmountFact& fact, const OccurrenceAmount& entry,
                      const Books& books) {
  if (entry.post != noPost) return reportPost(page, amount, fact, books.posts[entry.post]);
  Outcome outcome = beginAmount(page, amount, fact);
  outcome.key += (outcome.key.empty() ? "" : "/") + page.view.in.happenings[entry.event].event.key;
  outcome.status = "onbekend";
  if (moneyIn(entry.value) != nullptr) outcome.amount = roundedToCents(*moneyIn(entry.value));
  Asks asks = entry.counts.asks;
  add(asks, entry.value.asks);
  page.add(std::move(outcome), asks, entry.counts.assumed);
}

void reportAmount(Page& page, const Amount& amount, const AmountFact& fact, const Books& books) {
  for (const OccurrenceAmount& entry : fact.occurrences) reportOccurrence(page, amount, fact, entry, books);
  if (amount.kind == AmountKind::perOccurrence || !fact.arisen) return;
  if (!fact.asks.empty() && fact.posts.empty() && fact.accounts.empty()) {
    Outcome outcome = beginAmount(page, amount, fact);
    outcome.status = "onbekend";
    return page.add(std::move(outcome), fact.asks, fact.assumed);
  }
  if (!fact.accounts.empty()) return reportInterest(page, amount, fact);
  for (const std::uint32_t post : fact.posts) reportPost(page, amount, fact, books.posts[post]);
  if (amount.kind == AmountKind::followed && fact.running) reportFollowed(page, amount, fact);
}

}  // namespace

void reportAmounts(Page& page) {
  Books books = page.view.facts.books;
  growDailySums(page.view, books);
  for (std::uint32_t index = 0; index < page.view.graph().amounts.size(); ++index)
    for (const AmountFact& fact : page.view.facts.amounts[index])
      reportAmount(page, page.view.graph().amounts[index], fact, books);
}

}  // namespace beding::oracle

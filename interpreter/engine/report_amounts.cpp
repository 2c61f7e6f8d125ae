// Bedragen.
#include "engine/instances.h"
#include "engine/report.h"
#include "engine/why.h"

namespace beding::engine {

namespace {

using graph::Amount;
using graph::AmountKind;

std::string statusOf(const World& world, const Money& amount, const Money& open, const std::optional<Moment>& due) {
  if (amount > Money{} && open <= Money{}) return "voldaan";
  const bool notYet = due && world.now < passedTick(*due);
  return notYet ? "nog-niet-opeisbaar" : "verschuldigd";
}

Outcome& beginAmount(Reporter& reporter, const Amount& amount, const AmountRecord& record) {
  Outcome& outcome = reporter.begin(OutcomeKind::amount);
  outcome.key = keyOf(reporter.world, record.environment, amount.binders.size(), amount.debtor.slot);
  Reporter::parties(outcome, record.debtor, record.creditor);
  if (record.creditor == graph::Party::none) outcome.counterparty = partyName(otherParty(record.debtor));
  outcome.from = onDay(record.from);
  if (reporter.world.options.explain) outcome.why = Explainer(reporter.world).amount(amount, record);
  return outcome;
}

void reportPost(Reporter& reporter, const Amount& amount, const AmountRecord& record, const Post& post) {
  if (post.amount == Money{}) return;  // nothing has arisen
  Outcome& outcome = beginAmount(reporter, amount, record);
  outcome.key = post.key;
  outcome.amount = post.amount;
  outcome.open = post.open();
  outcome.status = statusOf(reporter.world, post.amount, post.open(), post.due);
  outcome.from = beding::momentOf(post.date);
  if (amount.kind == AmountKind::perDay && record.to) outcome.to = beding::momentOf(*record.to);
  if (post.due) outcome.deadline = post.due;
  if (!amount.owed) outcome.charged = post.payable;
  if (post.settledOn) outcome.since = beding::momentOf(*post.settledOn);
  reporter.need({}, record.assumed);
}

void addAccount(Reporter& reporter, const InterestAccount& account, Outcome& outcome) {
  const InterestResult result = account.through(reporter.world.asOf);
  outcome.segments.insert(outcome.segments.end(), result.segments.begin(), result.segments.end());
  outcome.amount = *outcome.amount + result.total;
  outcome.open = *outcome.open + result.total - account.paid;
  reporter.world.warnings.insert(result.warnings.begin(), result.warnings.end());
  if (!account.owed) outcome.charged = account.charged > Money{};
}

void reportInterest(Reporter& reporter, const Amount& amount, const AmountRecord& record) {
  const auto& accounts = reporter.world.ledger.accounts;
  Outcome& outcome = beginAmount(reporter, amount, record);
  outcome.amount = Money{};
  outcome.open = Money{};
  for (const std::uint32_t index : record.accounts) addAccount(reporter, accounts[index], outcome);
  outcome.from = beding::momentOf(accounts[record.accounts.front()].firstDay);
  if (const auto& last = accounts[record.accounts.back()].lastDay) outcome.to = beding::momentOf(*last);
  outcome.status = statusOf(reporter.world, *outcome.amount, *outcome.open, std::nullopt);
  reporter.need({}, record.assumed);
}

/// A formula is shown as it is on the day asked for; one that comes to nothing has not arisen.
void reportFollowed(Reporter& reporter, const Amount& amount, const AmountRecord& record) {
  const Answer value = evaluate(reporter.world, amount.value, record.environment);
  const std::optional<Money> sum =
      value.money() != nullptr ? std::optional(roundedToCents(*value.money())) : std::nullopt;
  if (sum ? *sum <= Money{} : !value.unknown()) return;
  Outcome& outcome = beginAmount(reporter, amount, record);
  if (record.to) outcome.to = beding::momentOf(*record.to);
  if (!sum) {
    outcome.status = "onbekend";
    return reporter.need(value.questions, value.assumed);
  }
  const Answer due = evaluate(reporter.world, amount.due, record.environment);
  outcome.amount = sum;
  outcome.open = sum;
  outcome.status = statusOf(reporter.world, *outcome.amount, *outcome.open,
                            due.moment() != nullptr ? std::optional(*due.moment()) : std::nullopt);
  if (!amount.owed) outcome.charged = false;
  reporter.need({}, value.assumed);
}

void reportUnknown(Reporter& reporter, const Amount& amount, const AmountRecord& record) {
  Outcome& outcome = beginAmount(reporter, amount, record);
  outcome.status = "onbekend";
  reporter.need(record.questions, record.assumed);
}

void reportOccurrence(Reporter& reporter, const Amount& amount, const AmountRecord& record,
                      const OccurrenceAmount& entry) {
  if (entry.post != noPost) return reportPost(reporter, amount, record, reporter.world.ledger.posts[entry.post]);
  Outcome& outcome = beginAmount(reporter, amount, record);
  const std::string& key = reporter.world.occurrences[entry.occurrence].event.key;
  outcome.key += (outcome.key.empty() ? "" : "/") + key;
  outcome.status = "onbekend";
  if (entry.value.money() != nullptr) outcome.amount = roundedToCents(*entry.value.money());
  QuestionSet questions = entry.counts.questions;
  questions.add(entry.value.questions);
  reporter.need(questions, entry.counts.assumed);
}

void reportRecord(Reporter& reporter, const Amount& amount, const AmountRecord& record) {
  for (const OccurrenceAmount& entry : record.occurrences) reportOccurrence(reporter, amount, record, entry);
  if (amount.kind == AmountKind::perOccurrence) return;
  const bool settledBefore = !record.posts.empty() || !record.accounts.empty();
  if (!record.questions.empty() && !settledBefore) return reportUnknown(reporter, amount, record);
  if (!record.accounts.empty()) return reportInterest(reporter, amount, record);
  for (const std::uint32_t index : record.posts)
    reportPost(reporter, amount, record, reporter.world.ledger.posts[index]);
  if (amount.kind == AmountKind::followed && record.running) reportFollowed(reporter, amount, record);
}

}  // namespace

void reportAmount(Reporter& reporter, graph::AmountId id) {
  for (const AmountRecord& record : reporter.world.amounts[id.index])
    if (record.arisen) reportRecord(reporter, at(reporter.world.graph.amounts, id), record);
}

}  // namespace beding::engine

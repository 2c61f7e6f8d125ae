#include "engine/amounts.h"

#include <algorithm>
#include <utility>

#include "engine/expressions.h"
#include "engine/instances.h"
#include "engine/lookup.h"

namespace beding::engine {

std::int64_t dailyCount(const World& world, const graph::Amount& amount, const AmountRecord& record) {
  if (!record.from) return 0;
  const Date last = record.to ? std::min(*record.to, dayOf(world.now)) : dayOf(world.now);
  const bool firstCounts =
      amount.firstDayCounts || (amount.firstDayCountsUnder.issue && world.active(amount.firstDayCountsUnder));
  return std::max(0, last - record.from->day - record.pause) + (firstCounts ? 1 : 0);
}

namespace {

using graph::Amount;
using graph::AmountKind;
using graph::PostKind;

constexpr std::uint32_t noAttribute = 0xffffffff;

AllocationOrder orderOf(const World& world) {
  AllocationOrder order;
  if (world.graph.ledger.orderFromClause) order.kinds = world.graph.ledger.order;
  order.ignoreDesignation = world.graph.ledger.ignoreDesignation;
  return order;
}

Binding instanceAt(std::uint32_t index) { return {Binding::Kind::instance, index}; }

/// A claim of today for what an invoice or advance asks; nothing while the amount is not known.
std::optional<Post> claimFor(World& world, std::uint32_t index, graph::ExpressionId asked,
                             const Environment& environment) {
  const Answer amount = evaluate(world, asked, environment);
  if (amount.money() == nullptr) return std::nullopt;
  Post post;
  post.key = world.instances[index].key;
  post.debtor = graph::Party::client;
  post.amount = roundedToCents(*amount.money());
  post.date = dayOf(world.now);
  post.order = world.instances[index].createdBy;
  return post;
}

/// The last day to pay an invoice that comes in now, before the duty to pay it has arisen.
std::optional<Moment> dueOf(World& world, Environment environment) {
  const graph::NormId payment = world.payment();
  if (!payment || !world.active(at(world.graph.norms, payment).guard)) return std::nullopt;
  environment.frozen = world.moment();
  const Answer last = evaluate(world, at(world.graph.norms, payment).term.last, environment);
  return last.moment() != nullptr ? std::optional(*last.moment()) : std::nullopt;
}

/// True when it is in the ledger.
bool postInvoice(World& world, std::uint32_t index, const Environment& environment) {
  const graph::LedgerRules& rules = world.graph.ledger;
  if (world.ledger.principalOf(world.instances[index].key)) return true;
  auto post = claimFor(world, index, rules.amount, environment);
  if (!post) return false;
  const Answer date = evaluate(world, rules.invoiceDate, environment);
  if (date.moment() != nullptr) post->date = date.moment()->day;
  post->due = dueOf(world, environment);
  world.ledger.post(std::move(*post));
  return true;
}

bool postAdvance(World& world, std::uint32_t index, const Environment& environment) {
  const graph::LedgerRules& rules = world.graph.ledger;
  if (world.ledger.claimOf(world.instances[index].key)) return true;
  auto post = claimFor(world, index, rules.advanceAmount, environment);
  if (!post) return false;
  const Answer due = evaluate(world, rules.advanceDue, environment);
  post->kind = PostKind::advance;
  if (due.moment() != nullptr) post->due = *due.moment();
  world.ledger.post(std::move(*post));
  return true;
}

void postInvoices(World& world) {
  std::erase_if(world.unposted, [&](std::uint32_t index) {
    Environment environment;
    environment.bind(0, instanceAt(index));
    const bool invoice = world.instances[index].entity == world.graph.ledger.invoice;
    return invoice ? postInvoice(world, index, environment) : postAdvance(world, index, environment);
  });
}

/// The due date of an invoice is the last day of the obligation to pay it.
void takeDueDates(World& world) {
  const graph::NormId payment = world.payment();
  if (!payment) return;
  for (const NormRecord& record : world.norms[payment.index]) {
    const auto post = world.ledger.principalOf(world.keyOf(record.environment.at(0)));
    if (post && record.deadline) world.ledger.posts[*post].due = record.deadline;
  }
}

const Value* attributeAt(const Event& event, std::uint32_t index) {
  return index < event.attributes.size() && isKnown(event.attributes[index]) ? &event.attributes[index] : nullptr;
}

std::vector<std::string> textsAt(const Event& event, std::uint32_t index) {
  const Value* value = attributeAt(event, index);
  return value != nullptr ? textsOf(*value) : std::vector<std::string>{};
}

/// The ledger is in euros: a payment in other money pays nothing there (art. 6:112 BW).
bool isForeign(World& world, const Event& event) {
  const Value* value = attributeAt(event, world.graph.ledger.paymentCurrency);
  const auto* currency = value != nullptr ? std::get_if<std::string>(value) : nullptr;
  if (currency == nullptr || *currency == "EUR") return false;
  world.warnings.insert(worded({"betaling {0} van {1} is in {2}: zij telt niet als betaling in euro's",
                                "payment {0} of {1} is in {2}: it does not count as a payment in euros"},
                               {event.key, wordingOf(event.at), *currency}));
  return true;
}

void receivePayment(World& world, const Event& event) {
  const graph::LedgerRules& rules = world.graph.ledger;
  const Value* amount = attributeAt(event, rules.paymentAmount);
  const auto* money = amount != nullptr ? std::get_if<Money>(amount) : nullptr;
  if (money == nullptr || isForeign(world, event)) return;
  Payment payment{event.at.day, *money, textsAt(event, rules.paymentFor), event.key};
  if (payment.designated.empty()) payment.designated = event.about;
  takeDueDates(world);
  world.ledger.receive(payment, orderOf(world));
}

/// The first attribute of a type, for event types whose attributes the graph does not name.
std::uint32_t firstOfType(const EventType& type, Type wanted, std::uint32_t given) {
  if (given != noAttribute) return given;
  const auto found = std::find_if(type.attributes.begin(), type.attributes.end(),
                                  [&](const Attribute& attribute) { return attribute.type == wanted; });
  return found == type.attributes.end() ? noAttribute : static_cast<std::uint32_t>(found - type.attributes.begin());
}

void chargeInterest(World& world, const Event& event) {
  const graph::LedgerRules& rules = world.graph.ledger;
  const EventType& type = at(world.graph.events, event.type);
  auto keys = textsAt(event, firstOfType(type, Type::reference, rules.chargedFor));
  if (keys.empty()) keys = event.about;
  const Value* value = attributeAt(event, firstOfType(type, Type::money, rules.chargedAmount));
  const auto* money = value != nullptr ? std::get_if<Money>(value) : nullptr;
  for (std::uint32_t index = 0; index < world.ledger.accounts.size(); ++index) {
    const std::string& key = world.ledger.posts[world.ledger.accounts[index].principal].key;
    const bool named = keys.empty() || std::find(keys.begin(), keys.end(), key) != keys.end();
    if (named) world.ledger.charge(index, money != nullptr ? std::optional(*money) : std::nullopt, event.at.day);
  }
}

// --- amounts of lids ------------------------------------------------------------------------------------------------

/// The slot in which an occurrence of `perOccurrence` stands.
graph::Slot occurrenceSlotOf(const World& world, const Amount& amount) {
  return amount.occurrences ? at(world.graph.patterns, amount.occurrences).occurrence
                            : static_cast<graph::Slot>(amount.binders.size());
}

std::optional<std::uint32_t> principalOf(const World& world, const Environment& environment) {
  for (const Binding binding : environment.slots) {
    if (const auto post = binding ? world.ledger.principalOf(world.keyOf(binding)) : std::nullopt) return post;
  }
  return std::nullopt;
}

Post newPost(World& world, const Amount& amount, const AmountRecord& record, const Environment& environment,
             std::size_t keySlots, const Moment& when, const Money& value) {
  Post post;
  post.kind = amount.post;
  post.key = keyOf(world, environment, keySlots, amount.debtor.slot);
  post.debtor = record.debtor;
  post.amount = roundedToCents(value);
  post.date = when.day;
  post.order = world.arrival != nullptr ? world.arrival->occurrence : world.occurrences.end();
  post.payable = amount.owed;
  const Answer due = evaluate(world, amount.due, environment);
  if (due.moment() != nullptr) post.due = *due.moment();
  if (amount.post == PostKind::costs) post.principal = principalOf(world, environment).value_or(noPost);
  return post;
}

/// Posts a value once it is known; until then the record keeps its questions.
void postOnce(World& world, const Amount& amount, AmountRecord& record) {
  if (!record.posts.empty()) return;
  const Answer value = evaluate(world, amount.value, record.environment);
  record.questions.add(value.questions);
  record.assumed.add(value.assumed);
  if (value.money() == nullptr) return;
  record.posts.push_back(world.ledger.post(
      newPost(world, amount, record, record.environment, amount.binders.size(), record.fired->at, *value.money())));
}

std::shared_ptr<const RateTable> tableOf(World& world, const Amount& amount, AmountRecord& record) {
  if (amount.table) return {std::shared_ptr<const RateTable>(), &at(world.graph.rateTables, amount.table)};
  const Answer rate = evaluate(world, amount.rate, record.environment);
  record.questions.add(rate.questions);
  const auto* number = std::get_if<Number>(&rate.value);
  if (number == nullptr) return nullptr;
  auto table = std::make_shared<RateTable>();
  table->name = "overeengekomen rente";
  table->changes = {{Date{-1'000'000}, *number}};
  table->confirmedUntil = Date{10'000'000};
  return table;
}

void openAccount(World& world, const Amount& amount, AmountRecord& record) {
  const auto principal = principalOf(world, record.environment);
  const auto table = tableOf(world, amount, record);
  if (!principal || table == nullptr) return;
  InterestAccount account;
  account.principal = *principal;
  account.table = table;
  account.daysPerYear = amount.daysPerYear;
  account.capitalises = amount.capitalises;
  account.firstDay = dayOf(world.now);
  account.base = world.ledger.posts[*principal].open();
  account.owed = amount.owed;
  record.accounts.push_back(world.ledger.open(std::move(account)));
  record.running = true;
}

void closeAccount(World& world, AmountRecord& record) {
  world.ledger.close(record.accounts.back(), lastDayBefore(world.now));
}

/// Sum per day: the first day carries `value`, every later day that has begun `daily`.
void growDailySum(World& world, const Amount& amount, AmountRecord& record) {
  if (record.posts.empty() || !record.from) return;
  const Answer first = evaluate(world, amount.value, record.environment);
  const Answer daily = evaluate(world, amount.daily, record.environment);
  const std::int64_t days = dailyCount(world, amount, record);
  if (first.money() == nullptr || daily.money() == nullptr) return;
  world.ledger.set(record.posts.back(), roundedToCents(*first.money() + *daily.money() * Number(days)));
}

/// Who reads the ledger looks every day while a sum per day runs.
void letGrow(World& world, const Amount& amount, const AmountRecord& record) {
  if (amount.kind == AmountKind::perDay && !record.posts.empty())
    world.ledger.posts[record.posts.back()].grows = record.running;
}

void startRunning(World& world, const Amount& amount, AmountRecord& record) {
  if (!record.from) record.from = record.fired->tick == world.now ? record.fired->at : world.moment();
  if (record.to) record.pause += std::max(0, dayOf(world.now) - *record.to - 1);
  record.to.reset();
  switch (amount.kind) {
    case AmountKind::interest:
      return openAccount(world, amount, record);
    case AmountKind::perDay:
      postOnce(world, amount, record);
      growDailySum(world, amount, record);
      break;
    case AmountKind::posted:
      postOnce(world, amount, record);
      break;
    case AmountKind::followed:
    case AmountKind::perOccurrence:
      break;
  }
  record.running = record.questions.empty() || amount.kind == AmountKind::followed;
  letGrow(world, amount, record);
}

void stopRunning(World& world, const Amount& amount, AmountRecord& record) {
  record.running = false;
  record.to = lastDayBefore(world.now);
  if (amount.kind == AmountKind::interest) closeAccount(world, record);
  letGrow(world, amount, record);
}

Verdict ownCondition(World& world, const Amount& amount, const AmountRecord& record) {
  Verdict runs = both(record.condition, holds(world, amount.during, record.environment));
  conjoin(runs, negated(holdsNot(world, amount.voidWhen, record.environment)));
  return both(runs, negated(holdsNot(world, amount.unless, record.environment)));
}

/// An amount of another lid that goes before this one, about the same instances.
Verdict defeated(World& world, std::uint32_t index, const AmountRecord& record) {
  Verdict whole = truth(false);
  const Amount& amount = world.graph.amounts[index];
  for (std::uint32_t o = 0; o < world.graph.amounts.size(); ++o) {
    const Amount& other = world.graph.amounts[o];
    if (!contains(other.defeats, graph::AmountId{index}) || !world.active(other.guard)) continue;
    for (const AmountRecord& entry : world.amounts[o]) {
      if (entry.arisen && concernSame(amount.binders, record.environment, other.binders, entry.environment))
        disjoin(whole, ownCondition(world, other, entry));
    }
  }
  return whole;
}

Verdict runsNow(World& world, std::uint32_t index, const AmountRecord& record) {
  return both(ownCondition(world, world.graph.amounts[index], record), negated(defeated(world, index, record)));
}

/// What is posted once stays, whatever happens to its condition later.
bool isFinal(const Amount& amount, const AmountRecord& record) {
  return amount.kind == AmountKind::posted && !record.posts.empty();
}

bool run(World& world, std::uint32_t index, AmountRecord& record) {
  const Amount& amount = world.graph.amounts[index];
  if (!record.arisen || amount.kind == AmountKind::perOccurrence || isFinal(amount, record)) return false;
  const Verdict runs = runsNow(world, index, record);
  record.questions = runs.truth() == Truth::unknown ? runs.questions : QuestionSet{};
  record.assumed = runs.assumed;
  const bool before = record.running;
  if (runs.truth() == Truth::yes && !record.running) startRunning(world, amount, record);
  if (runs.truth() == Truth::no && record.running) stopRunning(world, amount, record);
  return before != record.running;
}

/// One occurrence that adds its value.
bool addOccurrence(World& world, const Amount& amount, AmountRecord& record) {
  if (world.arrival == nullptr || !amount.occurrences) return false;
  const graph::Pattern& pattern = at(world.graph.patterns, amount.occurrences);
  const std::uint32_t occurrence = world.arrival->occurrence;
  if (!isNew(world, pattern, occurrence) || record.trigger.lastFired == occurrence) return false;
  Verdict counts = matches(world, amount.occurrences, occurrence, record.environment);
  Environment environment = record.environment;
  environment.bind(occurrenceSlotOf(world, amount), {Binding::Kind::occurrence, occurrence});
  conjoin(counts, both(holds(world, amount.condition, environment), holds(world, amount.during, environment)));
  conjoin(counts, negated(holdsNot(world, amount.unless, environment)));
  const Answer value = evaluate(world, amount.value, environment);
  if (counts.truth() == Truth::no) return false;
  record.trigger.lastFired = occurrence;
  record.arisen = true;
  OccurrenceAmount entry{occurrence, counts, value, noPost};
  if (counts.truth() == Truth::yes && value.money() != nullptr) {
    const Moment when = *momentOf(world, pattern, occurrence).moment();
    entry.post =
        world.ledger.post(newPost(world, amount, record, environment, environment.slots.size(), when, *value.money()));
  }
  record.occurrences.push_back(std::move(entry));
  return true;
}

bool arise(World& world, const Amount& amount, AmountRecord& record) {
  if (record.arisen || record.neverArises || record.included.truth() == Truth::no) return false;
  std::optional<Firing> firing = Firing{world.moment(), world.now, {}, truth(true)};
  if (amount.trigger) firing = fires(world, *amount.trigger, record.environment, record.trigger);
  if (!firing) return false;
  Environment environment = record.environment;
  if (amount.trigger) environment = with(world, *amount.trigger, environment, *firing);
  environment.frozen = firing->at;
  record.condition = both(both(record.included, firing->certain), holds(world, amount.condition, environment));
  record.neverArises = record.condition.truth() == Truth::no && !amount.trigger;
  if (record.condition.truth() == Truth::no) return false;
  record.environment = environment;
  record.debtor = resolveParty(world, amount.debtor, environment);
  record.creditor = resolveParty(world, amount.creditor, environment);
  record.fired = firing;
  return record.arisen = true;
}

bool ariseOrAdd(World& world, const Amount& amount, AmountRecord& record) {
  return amount.kind == AmountKind::perOccurrence ? addOccurrence(world, amount, record) : arise(world, amount, record);
}

void nameParties(World& world, const Amount& amount, AmountRecord& record) {
  record.debtor = resolveParty(world, amount.debtor, record.environment);
  record.creditor = resolveParty(world, amount.creditor, record.environment);
}

}  // namespace

namespace {

/// What bears the key of a claim that changed.
class Claimants {
 public:
  Claimants(const World& world, std::vector<std::uint32_t> posts) : world_(world) {
    std::sort(posts.begin(), posts.end());
    posts.erase(std::unique(posts.begin(), posts.end()), posts.end());
    for (const std::uint32_t post : posts) keys_.push_back(&world.ledger.posts[post].key);
    for (const Instance& instance : world.instances) isInstance_.push_back(isKey(instance.key));
  }

  /// Whether one of them stands in these slots.
  [[nodiscard]] bool among(const Bindings& slots) const {
    return std::any_of(slots.begin(), slots.end(), [&](Binding binding) {
      if (binding.kind == Binding::Kind::instance) return bool{isInstance_[binding.index]};
      return binding && isKey(world_.keyOf(binding));
    });
  }

 private:
  [[nodiscard]] bool isKey(const std::string& key) const {
    return std::any_of(keys_.begin(), keys_.end(), [&](const std::string* changed) { return *changed == key; });
  }

  const World& world_;
  std::vector<const std::string*> keys_;
  std::vector<bool> isInstance_;
};

void tellOfClaims(World& world) {
  world.work.touch(world.plan.ofLedger);
  const Claimants changed(world, world.ledger.takeChanged());
  for (const Unit unit : world.plan.ofClaims) {
    world.work.stir();
    world.work.markRule(unit);
    world.withRecords(unit, [&](const auto& records) {
      for (Row row = 0; row < records.size(); ++row)
        if (changed.among(records[row].environment.slots)) world.work.markRow(unit, row);
    });
  }
}

/// Those who read the ledger look again when it has changed.
void tellOfLedger(World& world) {
  if (std::exchange(world.ledgerSeen, world.ledger.version()) != world.ledger.version()) tellOfClaims(world);
}

}  // namespace

void growDailySums(World& world) {
  for (std::uint32_t index = 0; index < world.graph.amounts.size(); ++index) {
    const Amount& amount = world.graph.amounts[index];
    if (amount.kind != AmountKind::perDay) continue;
    for (AmountRecord& record : world.amounts[index]) growDailySum(world, amount, record);
  }
}

bool spendCredit(World& world) {
  const Money before = world.ledger.credit;
  if (before <= Money{}) return false;
  takeDueDates(world);
  world.ledger.useCredit(dayOf(world.now), orderOf(world));
  tellOfLedger(world);
  return world.ledger.credit != before;
}

void enterLedger(World& world) {
  growDailySums(world);
  postInvoices(world);
  if (world.arrival != nullptr && world.arrival->happens) {
    const Event& event = world.occurrences[world.arrival->occurrence].event;
    if (world.graph.ledger.paymentReceived && event.type == world.graph.ledger.paymentReceived)
      receivePayment(world, event);
    if (world.graph.ledger.interestCharged && event.type == world.graph.ledger.interestCharged)
      chargeInterest(world, event);
  }
  spendCredit(world);
  tellOfLedger(world);
}

void wakeForCredit(World& world) {
  world.work.enter(world.plan.firstOf(UnitKind::ledger));
  if (world.ledger.credit > Money{}) takeDueDates(world);
  if (world.ledger.credit > Money{} && world.ledger.accrues()) world.wake(startOfDay(dayOf(world.now) + 1));
  for (const Post& post : world.ledger.posts) {
    if (world.ledger.credit > Money{} && post.open() > Money{})
      world.wake(startTick(post.due.value_or(beding::momentOf(post.date))));
  }
  world.work.leave();
}

namespace {

/// Tells those who read a record that it changed.
bool told(World& world, std::uint32_t index, Row row, bool changed) {
  if (changed) world.tell(UnitKind::amount, index, world.amounts[index][row].environment);
  return changed;
}

bool riseAmounts(World& world, std::uint32_t index) {
  const Amount& amount = world.graph.amounts[index];
  if (!world.active(amount.guard)) return false;
  const Unit unit = world.plan.unit(UnitKind::amount, index);
  std::vector<AmountRecord>& records = world.amounts[index];
  addRecords(world, unit, amount.binders, records, [&](AmountRecord& record) { nameParties(world, amount, record); });
  return takeDue(world, unit, records,
                 [&](Row row) { return told(world, index, row, ariseOrAdd(world, amount, records[row])); });
}

bool runAmounts(World& world, std::uint32_t index) {
  std::vector<AmountRecord>& records = world.amounts[index];
  return eachDue(world, world.plan.unit(UnitKind::amount, index), records,
                 [&](Row row) { return told(world, index, row, run(world, index, records[row])); });
}

}  // namespace

bool updateAmounts(World& world) {
  bool changed = false;
  world.work.each(UnitKind::amount, [&](std::uint32_t index) { changed = riseAmounts(world, index) || changed; });
  // once it is clear which go before which
  world.work.each(UnitKind::amount, [&](std::uint32_t index) { changed = runAmounts(world, index) || changed; });
  tellOfLedger(world);
  return changed;
}

}  // namespace beding::engine

// Rights that lapse (docs/taal.md 7.1), amounts (6.1 to 6.4), and effects that a trigger brings about (6.6, 8.3).
#include <algorithm>

#include "oracle/reference_instant.h"

namespace beding::oracle {

namespace {

/// The fact about these instances in the instant before, or a new one.
template <class Fact, class Node>
Fact factAt(const View& view, const Node& node, const std::vector<Fact>& before, const Place& place) {
  for (const Fact& fact : before)
    if (fits(fact.place, place.slots) && fact.place.slots.size() >= place.slots.size()) return fact;
  Fact fact;
  fact.place = place;
  fact.included = included(view, node.binders, place);
  return fact;
}

/// By its trigger, else with its instances; its condition is read once. True when it arises now.
template <class Fact, class Node>
bool arises(const View& view, const Node& node, Fact& fact) {
  if (fact.arisen || fact.neverArises || isNo(fact.included)) return false;
  Place place = fact.place;
  auto firing = std::optional(Firing{view.moment, view.now, {}, yes()});
  if (node.trigger) firing = fires(view, *node.trigger, place, fact.triggerWas);
  if (!firing) return false;
  place.arose = firing->at;
  fact.condition = both(both(fact.included, firing->certain), met(view, node.condition, place));
  fact.neverArises = isNo(fact.condition) && !node.trigger;
  if (isNo(fact.condition)) return false;
  fact.place = place;
  fact.arose = firing;
  return fact.arisen = true;
}

// ----------------------------------------------------------------------------------------------------------- rights

using graph::Right;

void enter(RightFact& fact, const std::string& status, std::optional<Moment> since, Asks asks, bool closed) {
  if (status != fact.status || closed || since) fact.since = since;
  fact.status = status;
  fact.asks = std::move(asks);
  fact.closed = closed;
}

void moveRight(const View& view, const Right& right, RightFact& fact) {
  const Answer last = valueOf(view, right.last, fact.place);
  fact.deadline = momentIn(last) != nullptr ? std::optional(*momentIn(last)) : std::nullopt;
  fact.latestDeadline = last.latest;
  fact.assumed = fact.condition.assumed;
  const Answer used = defeats(view, right.used, fact.place);
  if (isYes(used)) return enter(fact, "bestaat", view.moment, {}, true);
  if (isOpen(fact.condition)) return enter(fact, "onbekend", std::nullopt, fact.condition.asks, false);
  Answer lapsed = defeats(view, right.lapsedBy, fact.place);
  if (fact.deadline || isUnknown(last)) lapsed = either(lapsed, hasPassed(view, last));
  if (right.noSanction || isNo(lapsed)) return enter(fact, "bestaat", fact.arose->at, {}, false);
  const Answer gone = both(lapsed, isNot(used));
  if (isOpen(gone)) return enter(fact, "onbekend", std::nullopt, gone.asks, false);
  enter(fact, "vervallen", view.moment, {}, true);
}

}  // namespace

std::vector<RightFact> rightsAfter(const View& view, const Right& right, const std::vector<RightFact>& before) {
  std::vector<RightFact> found;
  if (!view.active(right.guard)) return found;
  for (const Place& place : combinations(view, right.binders)) {
    RightFact fact = factAt(view, right, before, place);
    if (arises(view, right, fact)) fact.holder = partyOf(view, right.holder, fact.place);
    const bool runs = fact.arisen && !fact.closed;
    if (runs && isYes(defeats(view, right.voidWhen, fact.place))) {  // nothing lapses by a provision that is void
      fact.arisen = false;
      fact.neverArises = true;
    }
    if (fact.arisen && !fact.closed) moveRight(view, right, fact);
    found.push_back(std::move(fact));
  }
  return found;
}

// ---------------------------------------------------------------------------------------------------------- amounts

namespace {

using graph::Amount;
using graph::AmountKind;

std::optional<std::uint32_t> principalAmong(const View& view, const Books& books, const Place& place) {
  for (const Thing thing : place.slots)
    if (const auto post = thing ? principalOf(books, keyOf(view, thing)) : std::nullopt) return post;
  return std::nullopt;
}

std::uint32_t post(const View& view, const Amount& amount, const AmountFact& fact, const Place& place,
                   std::size_t keySlots, const Moment& when, Money value, Books& books) {
  Post entry;
  entry.kind = amount.post;
  entry.key = keyOf(view, place, keySlots, amount.debtor.slot);
  entry.debtor = fact.debtor;
  entry.amount = roundedToCents(value);
  entry.date = when.day;
  entry.order = view.event ? view.event->event : static_cast<std::uint32_t>(view.in.happenings.size());
  entry.payable = amount.owed;
  const Answer due = valueOf(view, amount.due, place);
  if (momentIn(due) != nullptr) entry.due = *momentIn(due);
  if (amount.post == graph::PostKind::costs) entry.principal = principalAmong(view, books, place).value_or(noPost);
  books.posts.push_back(std::move(entry));
  return static_cast<std::uint32_t>(books.posts.size() - 1);
}

/// Posted once its value is known; until then it is a question.
void postOnce(const View& view, const Amount& amount, AmountFact& fact, Books& books) {
  if (!fact.posts.empty()) return;
  const Answer value = valueOf(view, amount.value, fact.place);
  add(fact.asks, value.asks);
  add(fact.assumed, value.assumed);
  if (moneyIn(value) == nullptr) return;
  fact.posts.push_back(
      post(view, amount, fact, fact.place, amount.binders.size(), fact.arose->at, *moneyIn(value), books));
}

void openAccount(const View& view, std::uint32_t index, AmountFact& fact, Books& books) {
  const Amount& amount = view.graph().amounts[index];
  const auto principal = principalAmong(view, books, fact.place);
  const Answer rate = amount.table ? answer(Value(Number(0))) : valueOf(view, amount.rate, fact.place);
  add(fact.asks, rate.asks);
  const auto* number = std::get_if<Number>(&rate.value);
  if (!principal || number == nullptr) return;
  Account account;
  account.principal = *principal;
  account.amount = index;
  account.rate = *number;
  account.firstDay = dayOf(view.now);
  account.base = books.posts[*principal].open();
  account.owed = amount.owed;
  books.accounts.push_back(std::move(account));
  fact.accounts.push_back(static_cast<std::uint32_t>(books.accounts.size() - 1));
  fact.running = true;
}

void start(const View& view, std::uint32_t index, AmountFact& fact, Books& books) {
  const Amount& amount = view.graph().amounts[index];
  if (!fact.from) fact.from = fact.arose->tick == view.now ? fact.arose->at : view.moment;
  if (fact.to) fact.pause += std::max(0, dayOf(view.now) - *fact.to - 1);
  fact.to.reset();
  if (amount.kind == AmountKind::interest) return openAccount(view, index, fact, books);
  if (amount.kind == AmountKind::posted || amount.kind == AmountKind::perDay) postOnce(view, amount, fact, books);
  fact.running = fact.asks.empty() || amount.kind == AmountKind::followed;
}

void stop(const View& view, const Amount& amount, AmountFact& fact, Books& books) {
  fact.running = false;
  fact.to = lastDayBefore(view.now);
  if (amount.kind == AmountKind::interest) books.accounts[fact.accounts.back()].lastDay = fact.to;
}

Answer ownCondition(const View& view, const Amount& amount, const AmountFact& fact) {
  Answer runs = both(fact.condition, met(view, amount.during, fact.place));
  runs = both(runs, isNot(defeats(view, amount.voidWhen, fact.place)));
  return both(runs, isNot(defeats(view, amount.unless, fact.place)));
}

Answer runsNow(const View& view, std::uint32_t index, const AmountFact& fact) {
  const Amount& amount = view.graph().amounts[index];
  Answer runs = ownCondition(view, amount, fact);
  for (std::uint32_t rival = 0; rival < view.graph().amounts.size(); ++rival) {
    const Amount& other = view.graph().amounts[rival];
    if (!contains(other.defeats, graph::AmountId{index}) || !view.active(other.guard)) continue;
    for (const AmountFact& each : view.facts.amounts[rival])
      if (each.arisen && sameInstances(amount.binders, fact.place, other.binders, each.place))
        runs = both(runs, isNot(ownCondition(view, other, each)));
  }
  return runs;
}

void run(const View& view, std::uint32_t index, AmountFact& fact, Books& books) {
  const Amount& amount = view.graph().amounts[index];
  if (!fact.arisen || (amount.kind == AmountKind::posted && !fact.posts.empty())) return;  // what is posted, stays
  const Answer runs = runsNow(view, index, fact);
  fact.asks = isOpen(runs) ? runs.asks : Asks{};
  fact.assumed = runs.assumed;
  if (isYes(runs) && !fact.running) start(view, index, fact, books);
  if (isNo(runs) && fact.running) stop(view, amount, fact, books);
}

/// The first day carries the value, every later day that has begun the daily sum.
void grow(const View& view, const Amount& amount, const AmountFact& fact, Books& books) {
  if (amount.kind != AmountKind::perDay || fact.posts.empty() || !fact.from) return;
  const Answer first = valueOf(view, amount.value, fact.place), daily = valueOf(view, amount.daily, fact.place);
  if (moneyIn(first) == nullptr || moneyIn(daily) == nullptr) return;
  const Number days(dailyCount(view, amount, fact, dayOf(view.now)));
  books.posts[fact.posts.back()].amount = roundedToCents(*moneyIn(first) + *moneyIn(daily) * days);
  if (!fact.to) lookAt(view, momentOf(dayOf(view.now)));
}

void addOccurrence(const View& view, const Amount& amount, AmountFact& fact, Books& books) {
  if (!view.event || !amount.occurrences) return;
  const graph::Pattern& pattern = at(view.graph().patterns, amount.occurrences);
  const std::uint32_t event = view.event->event;
  if (!isNew(view, pattern, event)) return;
  const Place place = fact.place.with(pattern.occurrence, {Thing::Kind::event, event});
  Answer counts = matches(view, amount.occurrences, event, fact.place);
  counts = both(counts, both(met(view, amount.condition, place), met(view, amount.during, place)));
  counts = both(counts, isNot(defeats(view, amount.unless, place)));
  if (isNo(counts)) return;
  fact.arisen = true;
  OccurrenceAmount entry{event, counts, valueOf(view, amount.value, place), noPost};
  if (isYes(counts) && moneyIn(entry.value) != nullptr)
    entry.post = post(view, amount, fact, place, place.slots.size(), momentOf(view, pattern, event),
                      *moneyIn(entry.value), books);
  fact.occurrences.push_back(std::move(entry));
}

AmountFact amountAt(const View& view, const Amount& amount, const std::vector<AmountFact>& before, const Place& place) {
  AmountFact fact = factAt(view, amount, before, place);
  if (fact.arisen) return fact;
  fact.debtor = partyOf(view, amount.debtor, fact.place);
  fact.creditor = partyOf(view, amount.creditor, fact.place);
  return fact;
}

}  // namespace

std::int64_t dailyCount(const View& view, const Amount& amount, const AmountFact& fact, Date today) {
  const Date last = fact.to ? std::min(*fact.to, today) : today;
  const bool reading = amount.firstDayCountsUnder.issue && view.active(amount.firstDayCountsUnder);
  return std::max(0, last - fact.from->day - fact.pause) + (amount.firstDayCounts || reading ? 1 : 0);
}

void growDailySums(const View& view, Books& books) {
  for (std::uint32_t index = 0; index < view.graph().amounts.size(); ++index)
    for (const AmountFact& fact : view.facts.amounts[index]) grow(view, view.graph().amounts[index], fact, books);
}

std::vector<AmountFact> amountsAfter(const View& view, std::uint32_t index, const std::vector<AmountFact>& before,
                                     Books& books) {
  const Amount& amount = view.graph().amounts[index];
  std::vector<AmountFact> found;
  if (!view.active(amount.guard)) return found;
  for (const Place& place : combinations(view, amount.binders)) {
    AmountFact fact = amountAt(view, amount, before, place);
    if (amount.kind == AmountKind::perOccurrence) {
      addOccurrence(view, amount, fact, books);
    } else {
      if (arises(view, amount, fact)) {
        fact.debtor = partyOf(view, amount.debtor, fact.place);
        fact.creditor = partyOf(view, amount.creditor, fact.place);
      }
      run(view, index, fact, books);
      grow(view, amount, fact, books);
    }
    found.push_back(std::move(fact));
  }
  return found;
}

// ---------------------------------------------------------------------------------------------------------- effects

namespace {

using graph::Effect;
using graph::EffectKind;

/// The running period, as it stood before this instant ended the agreement.
std::optional<Period> periodBefore(const View& view, const Course& before) {
  return view.now >= before.ends ? std::nullopt : runningPeriod(view).possible;
}

void bringAbout(const View& view, std::uint32_t index, const Place& place, const Course& before,
                Consequences& consequences) {
  const Effect& effect = view.graph().effects[index];
  if (effect.kind == EffectKind::accelerate) consequences.accelerating.push_back(index);
  if (effect.kind == EffectKind::endAgreement) consequences.ends.push_back({view.now, dayOf(view.now), {}, false});
  if (effect.kind == EffectKind::suspend)
    consequences.standstills.push_back({index, place, partyOf(view, effect.allOf, place), {}, view.moment, {}, yes()});
  if (effect.kind != EffectKind::preventRenewal) return;
  if (const auto period = periodBefore(view, before))
    consequences.ends.push_back({midnight(period->last + 1), period->last, {}, true});
}

}  // namespace

std::vector<EffectFact> effectsAfter(const View& view, std::uint32_t index, const std::vector<EffectFact>& before,
                                     const Course& courseBefore, Consequences& consequences) {
  const Effect& effect = view.graph().effects[index];
  std::vector<EffectFact> found;
  if (!effect.trigger || effect.act || !view.active(effect.guard)) return found;
  for (const Place& place : combinations(view, effect.binders)) {
    EffectFact fact = factAt(view, effect, before, place);
    Place fired = fact.place;
    const auto firing = fires(view, *effect.trigger, fired, fact.triggerWas);
    if (firing && isYes(both(both(firing->certain, fact.included), met(view, effect.condition, fired))))
      bringAbout(view, index, fired, courseBefore, consequences);
    found.push_back(std::move(fact));
  }
  return found;
}

}  // namespace beding::oracle

// Limits and indemnities as outcomes, for each event that they are about.
#include <algorithm>
#include <map>

#include "oracle/reference_page.h"

namespace beding::oracle {

namespace {

using graph::Limit;
using graph::LimitKind;

/// A limit for one instance that it is about.
struct Limited {
  Place place;
  Answer applies;
  Answer cap;
  Answer perYear;
  Answer damage;
  Moment when;
  std::string group;
};

Answer ownApplies(const View& view, const Limit& limit, const Place& place) {
  Answer applies = both(included(view, limit.binders, place), met(view, limit.condition, place));
  applies = both(applies, isNot(defeats(view, limit.voidWhen, place)));
  return both(applies, isNot(defeats(view, limit.unless, place)));
}

Answer limitApplies(const View& view, std::uint32_t index, const Place& place) {
  Answer applies = ownApplies(view, view.graph().limits[index], place);
  for (const Limit& rival : view.graph().limits)
    if (contains(rival.defeats, graph::LimitId{index}) && view.active(rival.guard))
      applies = both(applies, isNot(ownApplies(view, rival, place)));
  return applies;
}

/// Damages of one series count as one event, unless it is not so that this one goes with it.
std::string groupOf(const View& view, const Limit& limit, const Place& place) {
  const auto event = eventOf(view, place.at(0));
  const bool apart = limit.together && isNo(valueOf(view, limit.together, place));
  const Value* value = event && !apart ? attribute(view, *event, limit.groupAttribute) : nullptr;
  const auto* series = value != nullptr ? std::get_if<std::string>(value) : nullptr;
  return series != nullptr ? "reeks " + *series : keyOf(view, place.at(0));
}

Limited limitedAt(const View& view, std::uint32_t index, const Place& place) {
  const Limit& limit = view.graph().limits[index];
  Limited entry{place,
                limitApplies(view, index, place),
                valueOf(view, limit.amount, place),
                valueOf(view, limit.perYear, place),
                valueOf(view, limit.damage, place),
                {},
                groupOf(view, limit, place)};
  const auto event = eventOf(view, place.at(0));
  if (!event) return entry;
  entry.when = view.in.happenings[*event].event.at;
  const Value* amount = limit.damage ? nullptr : attribute(view, *event, "bedrag");
  if (amount != nullptr) entry.damage = answer(*amount);
  return entry;
}

/// What is left of the cap for the event, and of that for the year in which its series began, after earlier ones.
std::optional<Money> capFor(const std::vector<Limited>& entries, std::size_t number) {
  std::map<std::string, Money> ofGroup;
  std::map<std::string, int> yearOf;
  std::map<int, Money> ofYear;
  for (std::size_t index = 0;; ++index) {
    const Limited& entry = entries[index];
    if (isNo(entry.applies)) continue;
    const int year = yearOf.try_emplace(entry.group, civil(entry.when.day).year).first->second;
    std::optional<Money> left;
    const auto atMost = [&](const Answer& cap, Money used) {
      if (moneyIn(cap) == nullptr) return;
      const Money rest = std::max(Money{}, *moneyIn(cap) - used);
      left = left ? std::min(*left, rest) : rest;
    };
    atMost(entry.cap, ofGroup[entry.group]);
    atMost(entry.perYear, ofYear[year]);
    if (index == number) return left;
    if (!isYes(entry.applies) || moneyIn(entry.damage) == nullptr) continue;
    const Money taken = left ? std::min(*left, *moneyIn(entry.damage)) : *moneyIn(entry.damage);
    ofGroup[entry.group] = ofGroup[entry.group] + taken;
    ofYear[year] = ofYear[year] + taken;
  }
}

void reportLimited(Page& page, std::uint32_t index, const std::vector<Limited>& entries, std::size_t number) {
  const Limit& limit = page.view.graph().limits[index];
  const Limited& entry = entries[number];
  const bool indemnity = limit.kind == LimitKind::indemnity;
  Outcome outcome = page.begin(limit.where, limit.name, indemnity ? OutcomeKind::indemnity : OutcomeKind::limit);
  outcome.key = keyOf(page.view, entry.place, limit.binders.size(), limit.bearer.slot);
  const graph::Party bearer = partyOf(page.view, limit.bearer, entry.place);
  const graph::Party counterparty = partyOf(page.view, limit.counterparty, entry.place);
  nameParties(outcome, bearer, counterparty == graph::Party::none ? other(bearer) : counterparty);
  const Truth applies = truth(entry.applies);
  outcome.status = applies == Truth::yes ? "van-toepassing" : applies == Truth::no ? "niet-van-toepassing" : "onbekend";
  outcome.dormant = applies == Truth::no;
  Asks asks = entry.applies.asks;
  if (limit.kind == LimitKind::exclusion) outcome.amount = Money{};
  if (limit.kind == LimitKind::cap && !outcome.dormant) {
    outcome.amount = capFor(entries, number);
    if (outcome.amount) outcome.amount = roundedToCents(*outcome.amount);
    if (isUnknown(entry.cap) || isUnknown(entry.perYear)) outcome.status = "onbekend";
    add(asks, entry.cap.asks);
    add(asks, entry.perYear.asks);
  }
  page.add(std::move(outcome), asks, entry.applies.assumed);
}

}  // namespace

void reportLimits(Page& page) {
  for (std::uint32_t index = 0; index < page.view.graph().limits.size(); ++index) {
    const Limit& limit = page.view.graph().limits[index];
    if (!page.view.active(limit.guard)) continue;
    std::vector<Limited> entries;
    for (const Place& place : combinations(page.view, limit.binders))
      entries.push_back(limitedAt(page.view, index, place));
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Limited& a, const Limited& b) { return earliest(a.when) < earliest(b.when); });
    for (std::size_t number = 0; number < entries.size(); ++number) reportLimited(page, index, entries, number);
  }
}

}  // namespace beding::oracle

#include "timeline/plain_timeline.h"

#include <algorithm>
#include <functional>

#include "base/bytes.h"

namespace beding {

namespace {

using Kind = PlainValue::Kind;

/// As a whole number of cents, when it is one and not beyond all amounts.
PlainValue plainMoney(const Money& money) {
  constexpr std::int64_t most = 1'000'000'000'000'000;
  const auto cents = (money.euros * Number(100)).whole();
  const bool fits = cents && *cents <= most && *cents >= -most && Money{Number::ratio(*cents, 100)} == money;
  return fits ? PlainValue(Kind::cents, *cents) : PlainValue(Kind::other, 0);
}

/// In days or in months, when it is not of hours or working days.
PlainValue plainLength(const Duration& length) {
  constexpr std::int64_t most = 100'000;
  if (length.count > most || length.count < -most) return {Kind::other, 0};
  switch (length.unit) {
    case TimeUnit::day:
      return {Kind::days, length.count};
    case TimeUnit::week:
      return {Kind::days, length.count * 7};
    case TimeUnit::month:
      return {Kind::months, length.count};
    case TimeUnit::year:
      return {Kind::months, length.count * 12};
    default:
      return {Kind::other, 0};
  }
}

bool isInOrder(const std::vector<PlainEvent>& events) {
  return std::is_sorted(events.begin(), events.end(),
                        [](const PlainEvent& a, const PlainEvent& b) { return a.at < b.at; });
}

bool isOfOneContract(const std::vector<PlainEvent>& events) {
  std::string_view only;
  for (const PlainEvent& event : events) {
    if (only.empty()) only = event.contract;
    if (!event.contract.empty() && !same(event.contract, only)) return false;
  }
  return true;
}

/// E9 before E10: ids mostly count on.
bool countOn(const std::vector<PlainEvent>& events) {
  const auto isNext = [](const PlainEvent& a, const PlainEvent& b) {
    return a.key.size() != b.key.size() ? a.key.size() < b.key.size() : a.key < b.key;
  };
  return std::adjacent_find(events.begin(), events.end(), std::not_fn(isNext)) == events.end();
}

/// By their hashes: that two of those are the same is rare, and then somebody else may look.
bool haveOwnKeys(const std::vector<PlainEvent>& events) {
  if (countOn(events)) return true;
  thread_local std::vector<std::size_t> hashes;
  hashes.clear();
  for (const PlainEvent& event : events) hashes.push_back(std::hash<std::string_view>()(event.key));
  std::sort(hashes.begin(), hashes.end());
  return std::adjacent_find(hashes.begin(), hashes.end()) == hashes.end();
}

}  // namespace

PlainValue plainOf(const Value& value) {
  if (!isKnown(value)) return {};
  if (const auto* text = std::get_if<std::string>(&value)) return PlainValue(*text);
  if (const auto* money = std::get_if<Money>(&value)) return plainMoney(*money);
  if (const auto* length = std::get_if<Duration>(&value)) return plainLength(*length);
  const auto* moment = std::get_if<Moment>(&value);
  if (moment != nullptr && !moment->instant) return {Kind::day, moment->day.days};
  const auto* truth = std::get_if<Truth>(&value);
  if (truth != nullptr && *truth != Truth::unknown) return {Kind::truth, *truth == Truth::yes ? 1 : 0};
  return {Kind::other, 0};
}

void PlainTimeline::clear() {
  events.clear();
  values.clear();
  brought.clear();
  references.clear();
  keys.clear();
  asWritten = false;
}

namespace {

void noteNames(const Event& event, const EventType& type, PlainTimeline& plain) {
  plain.references.insert(plain.references.end(), event.about.begin(), event.about.end());
  for (std::size_t i = 0; i < type.attributes.size(); ++i) {
    const Attribute& attribute = type.attributes[i];
    const std::string_view text = plain.values[plain.events.back().firstValue + i].text();
    if (attribute.isKey && !text.empty()) plain.brought.push_back(text);
    if (attribute.type == Type::party && !text.empty() && !isPartyName(text)) plain.references.push_back(text);
    if (attribute.type != Type::reference || attribute.isKey) continue;
    if (!text.empty()) plain.references.push_back(text);
    if (const auto* list = std::get_if<std::vector<std::string>>(&event.attributes[i]))
      plain.references.insert(plain.references.end(), list->begin(), list->end());
  }
}

}  // namespace

bool plainOf(const Timeline& timeline, const std::vector<EventType>& types, PlainTimeline& plain) {
  plain.clear();
  if (!timeline.judgements.empty()) return false;
  for (const Event& event : timeline.events) {
    if (event.at.instant) return false;
    plain.events.push_back({event.type, event.at.day, event.line, event.key, event.contract, plain.values.size()});
    for (const Value& value : event.attributes) plain.values.push_back(plainOf(value));
    noteNames(event, at(types, event.type), plain);
  }
  return true;
}

bool namesAreKnown(const PlainTimeline& plain) {
  return std::all_of(plain.references.begin(), plain.references.end(), [&](std::string_view name) {
    return std::any_of(plain.brought.begin(), plain.brought.end(),
                       [&](std::string_view key) { return same(key, name); }) ||
           std::any_of(plain.events.begin(), plain.events.end(),
                       [&](const PlainEvent& event) { return same(event.key, name); });
  });
}

bool goesOn(const PlainTimeline& plain) {
  const auto changes = [](const PlainEvent& a, const PlainEvent& b) { return !same(a.contract, b.contract); };
  const auto& events = plain.events;
  return isInOrder(events) && countOn(events) &&
         std::adjacent_find(events.begin(), events.end(), changes) == events.end();
}

bool isTimeline(const PlainTimeline& plain) {
  return isInOrder(plain.events) && isOfOneContract(plain.events) && haveOwnKeys(plain.events);
}

}  // namespace beding

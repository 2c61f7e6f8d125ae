#include "timeline/growing.h"

#include <algorithm>
#include <functional>

#include "timeline/attribute_value.h"

namespace beding {
namespace {

bool changesAnother(const Event& event) { return !event.corrects.empty() || !event.withdraws.empty(); }
bool changesAnother(const JudgementAnswer& answer) { return !answer.corrects.empty() || !answer.withdraws.empty(); }

template <class Lines>
bool anyChanges(const Lines& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const auto& line) { return changesAnother(line); });
}

bool anyChanges(const TypedLines& lines) { return anyChanges(lines.events) || anyChanges(lines.judgements); }

void join(TypedLines& all, const TypedLines& more) {
  all.events.insert(all.events.end(), more.events.begin(), more.events.end());
  all.judgements.insert(all.judgements.end(), more.judgements.begin(), more.judgements.end());
}

std::uint32_t numberOf(const std::string& id) { return static_cast<std::uint32_t>(std::hash<std::string>()(id)); }

/// Whether a timeline is another one with only events behind it, made by lines that change no other.
bool onlyAdds(const TypedLines& lines, const Timeline& before, const Timeline& after) {
  if (!lines.judgements.empty() || anyChanges(lines)) return false;
  return after.events.size() == before.events.size() + lines.events.size() &&
         std::equal(before.events.begin(), before.events.end(), after.events.begin(),
                    [](const Event& a, const Event& b) { return a.key == b.key; });
}

}  // namespace

GrowingTimeline::GrowingTimeline(const std::vector<EventType>& types, std::string name) : types_(types) {
  timeline_.name = std::move(name);
}

GrowingTimeline::Added GrowingTimeline::add(const TypedLines& lines) {
  if (!lines.problems.empty()) return {lines.problems, false};
  const bool isOneEvent = lines.events.size() == 1 && lines.judgements.empty();
  if (!isOneEvent || !standsAtTheEnd(lines.events.front())) return addThoroughly(lines);
  append(lines.events.front());
  return {{}, true};
}

bool GrowingTimeline::standsAtTheEnd(const Event& event) const {
  return event.line > lastLine_ && event.position == event.line && !event.key.empty() && !changesAnother(event) &&
         allWhole_ && isWhole(event) && isLast(event) &&
         !std::binary_search(ids_.begin(), ids_.end(), numberOf(event.key));
}

bool GrowingTimeline::isWhole(const Event& event) const {
  if (!event.type) return false;
  const auto& attributes = at(types_, event.type).attributes;
  if (event.attributes.size() != attributes.size()) return false;
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    const Value& value = event.attributes[i];
    if (isKnown(value) ? !hasType(attributes[i], value) : mustBeGiven(attributes[i])) return false;
  }
  return true;
}

/// Behind those of its day too, as far as these stand as they came in and name no later hour.
bool GrowingTimeline::isLast(const Event& event) const {
  std::uint32_t next = event.position;
  for (auto other = timeline_.events.rbegin(); other != timeline_.events.rend(); ++other) {
    if (other->at.day != event.at.day) return other->at.day < event.at.day;
    if (other->position > next) return false;
    if (other->at.instant && event.at.instant && *event.at.instant < *other->at.instant) return false;
    next = other->position;
  }
  return true;
}

void GrowingTimeline::append(const Event& event) {
  timeline_.events.push_back(event);
  const std::string& contract = event.contract;
  auto& contracts = timeline_.contracts;
  if (!contract.empty() && std::find(contracts.begin(), contracts.end(), contract) == contracts.end())
    contracts.push_back(contract);
  if (all_) all_->events.push_back(event);
  const std::uint32_t id = numberOf(event.key);
  ids_.insert(std::upper_bound(ids_.begin(), ids_.end(), id), id);
  lastLine_ = event.line;
}

GrowingTimeline::Added GrowingTimeline::addThoroughly(const TypedLines& lines) {
  TypedLines all = allLines();
  join(all, lines);
  TimelineResult read = makeTimeline(all.events, all.judgements, timeline_.name, types_, {});
  if (!read.problems.empty()) return {std::move(read.problems), false};
  const bool atTheEnd = onlyAdds(lines, timeline_, read.timeline);
  timeline_ = std::move(read.timeline);
  lookOver(all);
  if (all_ || anyChanges(lines)) all_ = std::move(all);
  return {{}, atTheEnd};
}

TypedLines GrowingTimeline::allLines() const {
  if (all_) return *all_;
  TypedLines all{timeline_.events, timeline_.judgements, {}};
  std::sort(all.events.begin(), all.events.end(), [](const Event& a, const Event& b) { return a.line < b.line; });
  std::sort(all.judgements.begin(), all.judgements.end(),
            [](const JudgementAnswer& a, const JudgementAnswer& b) { return a.position < b.position; });
  return all;
}

void GrowingTimeline::lookOver(const TypedLines& all) {
  ids_.clear();
  const auto note = [&](const auto& lines) {
    for (const Event& event : lines.events) {
      ids_.push_back(numberOf(event.key));
      lastLine_ = std::max(lastLine_, event.line);
    }
    for (const JudgementAnswer& answer : lines.judgements) ids_.push_back(numberOf(answer.key));
  };
  note(all);
  note(timeline_);  // which numbers what had no id or line
  std::sort(ids_.begin(), ids_.end());
  ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
  allWhole_ = std::all_of(all.events.begin(), all.events.end(),
                          [&](const Event& event) { return !event.withdraws.empty() || isWhole(event); });
}

}  // namespace beding

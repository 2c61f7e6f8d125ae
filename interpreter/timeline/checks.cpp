// Checks that need the event types or several lines: contracts, completeness, references between lines.
#include <algorithm>
#include <map>
#include <set>

#include "timeline/attribute_value.h"
#include "timeline/draft.h"
#include "timeline/messages.h"

namespace beding {
namespace {

std::uint32_t lineOf(const Event& event) { return event.line; }
std::uint32_t lineOf(const JudgementAnswer& answer) { return answer.position; }

/// Calls `visit` with every line, events first.
template <class AnyDraft, class Visit>
void eachLine(AnyDraft& draft, Visit visit) {
  for (auto& event : draft.events) visit(event);
  for (auto& answer : draft.judgements) visit(answer);
}

template <class Test>
void drop(Draft& draft, Test test) {
  std::erase_if(draft.events, test);
  std::erase_if(draft.judgements, test);
}

/// Drops the lines for which `problemOf` has something to say, and says it.
template <class ProblemOf>
bool dropBad(Draft& draft, ProblemOf problemOf) {
  const std::size_t before = draft.problems.size();
  drop(draft, [&](const auto& line) {
    Wording problem = problemOf(line);
    if (problem.empty()) return false;
    draft.complain(lineOf(line), std::move(problem));
    return true;
  });
  return draft.problems.size() != before;
}

// ------------------------------------------------------------------------------------------------------ complete

/// The different keys that events give for a reference of that name.
std::set<std::string> keysNamed(const Draft& draft, const std::vector<EventType>& types, const std::string& name) {
  std::set<std::string> keys;
  for (const Event& event : draft.events) {
    if (!event.type) continue;
    const auto index = attributeIndex(at(types, event.type), name);
    if (!index) continue;
    if (const auto* key = std::get_if<std::string>(&event.attributes[*index])) keys.insert(*key);
  }
  return keys;
}

/// A reference may be left out while there is only one thing it can mean.
bool mayBeAbsent(const Draft& draft, const std::vector<EventType>& types, const Attribute& attribute) {
  if (!mustBeGiven(attribute)) return true;
  if (attribute.type != Type::reference || attribute.isKey) return false;
  return keysNamed(draft, types, attribute.name).size() == 1;
}

Wording incompleteness(const Draft& draft, const std::vector<EventType>& types, const Event& event) {
  if (!event.type || !event.withdraws.empty()) return {};
  const EventType& type = at(types, event.type);
  for (std::size_t i = 0; i < type.attributes.size(); ++i) {
    const Attribute& attribute = type.attributes[i];
    const Value& value = event.attributes[i];
    if (!isKnown(value) && !mayBeAbsent(draft, types, attribute))
      return messages::missingAttribute(attribute, type.name);
    if (!hasType(attribute, value)) return messages::wrongValue(attribute, type.name, messages::otherValue());
  }
  return {};
}

// ---------------------------------------------------------------------------------------------------- references

/// The id that a line replaces or withdraws, or nothing.
template <class Line>
const std::string& targetOf(const Line& line) {
  return line.corrects.empty() ? line.withdraws : line.corrects;
}

template <class Line>
std::string_view fieldOf(const Line& line) {
  return line.corrects.empty() ? "vervalt" : "corrigeert";
}

/// What is known of a line by its id.
struct Known {
  std::uint32_t line = 0;
  std::string target;
  bool withdrawal = false;
};

using Lines = std::map<std::string, Known>;

Lines linesOf(const Draft& draft) {
  Lines lines;
  eachLine(draft, [&](const auto& line) {
    lines.emplace(line.key, Known{lineOf(line), targetOf(line), !line.withdraws.empty()});
  });
  return lines;
}

/// The first line of each id, whether it is an event or a judgement.
std::map<std::string, std::uint32_t> firstLines(const Draft& draft) {
  std::map<std::string, std::uint32_t> first;
  eachLine(draft, [&](const auto& line) {
    const auto [place, isNew] = first.emplace(line.key, lineOf(line));
    if (!isNew) place->second = std::min(place->second, lineOf(line));
  });
  return first;
}

void dropDuplicates(Draft& draft) {
  const auto first = firstLines(draft);
  dropBad(draft, [&](const auto& line) {
    const std::uint32_t earlier = first.at(line.key);
    return earlier == lineOf(line) ? Wording() : messages::duplicateId(line.key, earlier);
  });
}

template <class Line>
Wording targetProblem(const Line& line, const Lines& lines) {
  const std::string& target = targetOf(line);
  if (target.empty()) return {};
  const auto found = lines.find(target);
  if (found == lines.end()) {
    std::vector<std::string> known;
    for (const auto& [key, each] : lines)
      if (key != line.key) known.push_back(key);
    return messages::unknownTarget(fieldOf(line), target, known);
  }
  if (!found->second.withdrawal || target == line.key) return {};
  return messages::targetIsWithdrawal(fieldOf(line), target, found->second.line);
}

/// The ids from `start` back to itself, or nothing when its chain ends.
std::vector<std::string> cycleFrom(const std::string& start, const Lines& lines) {
  std::vector<std::string> path = {start};
  for (std::string at = lines.at(start).target; !at.empty() && path.size() <= lines.size();) {
    path.push_back(at);
    if (at == start) return path;
    at = lines.at(at).target;
  }
  return {};
}

/// Every id on some cycle, each found by one walk: a chain is walked no further than what is already known.
std::set<std::string> idsOnCycles(const Lines& lines) {
  std::set<std::string> done;
  std::set<std::string> result;
  for (const auto& [start, known] : lines) {
    std::vector<std::string> path;
    std::string at = start;
    while (!at.empty() && done.insert(at).second) {
      path.push_back(at);
      at = lines.at(at).target;
    }
    const auto loop = std::find(path.begin(), path.end(), at);
    result.insert(loop, path.end());
  }
  return result;
}

void dropCycles(Draft& draft) {
  const Lines lines = linesOf(draft);
  const std::set<std::string> cyclic = idsOnCycles(lines);
  dropBad(draft, [&](const auto& line) {
    return cyclic.contains(line.key) ? messages::correctionCycle(cycleFrom(line.key, lines)) : Wording();
  });
}

/// Ids that are all different, on lines that change no other line: as nearly every timeline has.
bool isWithoutReferences(const Draft& draft) {
  std::vector<std::string_view> keys;
  bool refers = false;
  eachLine(draft, [&](const auto& line) {
    refers = refers || !targetOf(line).empty();
    keys.push_back(line.key);
  });
  std::sort(keys.begin(), keys.end());
  return !refers && std::adjacent_find(keys.begin(), keys.end()) == keys.end();
}

// ----------------------------------------------------------------------------------------------------- contracts

/// The contract that is named, or none; nothing when there are several.
std::optional<std::vector<std::string>> onlyContract(const Draft& draft) {
  std::vector<std::string> names;
  bool several = false;
  eachLine(draft, [&](const auto& line) {
    if (line.contract.empty()) return;
    if (names.empty()) names.push_back(line.contract);
    several = several || names.front() != line.contract;
  });
  return several ? std::nullopt : std::optional(std::move(names));
}

}  // namespace

std::vector<std::string> contractsOf(const Draft& draft) {
  if (const auto only = onlyContract(draft)) return *only;
  std::map<std::string, std::uint32_t> first;
  eachLine(draft, [&](const auto& line) {
    if (line.contract.empty()) return;
    const auto [place, isNew] = first.emplace(line.contract, lineOf(line));
    if (!isNew) place->second = std::min(place->second, lineOf(line));
  });
  std::vector<std::string> names;
  names.reserve(first.size());
  for (const auto& [name, line] : first) names.push_back(name);
  std::sort(names.begin(), names.end(), [&](const auto& a, const auto& b) { return first.at(a) < first.at(b); });
  return names;
}

void chooseContract(Draft& draft, const std::string& contract) {
  const std::vector<std::string> named = contractsOf(draft);
  if (std::find(named.begin(), named.end(), contract) == named.end())
    draft.complain(1, messages::unknownContract(contract, named));
  if (named.size() > 1)
    dropBad(draft,
            [&](const auto& line) { return line.contract.empty() ? messages::contractNotNamed(named) : Wording(); });
  drop(draft, [&](const auto& line) { return !line.contract.empty() && line.contract != contract; });
}

void checkComplete(Draft& draft, const std::vector<EventType>& types) {
  for (Event& event : draft.events)
    if (event.type) event.attributes.resize(at(types, event.type).attributes.size());
  const auto isComplete = [&](const Event& event) { return incompleteness(draft, types, event).empty(); };
  if (std::all_of(draft.events.begin(), draft.events.end(), isComplete)) return;
  std::vector<Wording> problems;
  for (const Event& event : draft.events) problems.push_back(incompleteness(draft, types, event));
  std::size_t next = 0;
  std::erase_if(draft.events, [&](const Event& event) {
    Wording& problem = problems[next++];
    if (problem.empty()) return false;
    draft.complain(event.line, std::move(problem));
    return true;
  });
}

void checkReferences(Draft& draft) {
  if (isWithoutReferences(draft)) return;
  dropDuplicates(draft);
  const auto badTargets = [&] {
    const Lines lines = linesOf(draft);
    return dropBad(draft, [&](const auto& line) { return targetProblem(line, lines); });
  };
  while (badTargets()) {  // ends: every round drops a line
  }
  dropCycles(draft);
  while (badTargets()) {
  }
}

}  // namespace beding

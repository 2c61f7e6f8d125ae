// The steps between lines and a timeline, each in a file of its own. Only for the files of this folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "timeline/record.h"
#include "timeline/timeline.h"

namespace beding {

/// The lines that could be read, in the order of the input, and what was wrong with the others.
struct Draft {
  std::string file;
  std::vector<Event> events;
  std::vector<JudgementAnswer> judgements;
  std::vector<InputProblem> problems;

  void complain(std::uint32_t line, Wording message) { problems.push_back({file, line, std::move(message)}); }
};

/// Typed events from records; a line with any problem is left out.
Draft draftOf(Records records, std::string_view name, const std::vector<EventType>& types);

/// The same for one record.
void readRecord(const Record& record, const std::vector<EventType>& types, Draft& draft);

/// What comes of lines, whoever read them: held against each other, corrected and sorted.
TimelineResult timelineOf(Draft draft, const std::vector<EventType>& types, const ReadOptions& options);

/// Every contract that is named, in order of first appearance.
std::vector<std::string> contractsOf(const Draft& draft);
/// Leaves only that contract's lines; a line that names none belongs to the only contract there is.
void chooseContract(Draft& draft, const std::string& contract);

/// Required attributes are there and values have the type of their attribute.
void checkComplete(Draft& draft, const std::vector<EventType>& types);

/// Ids are unique; what corrections and withdrawals name exists; no correction leads back to itself.
void checkReferences(Draft& draft);

/// Leaves what counts as known at the end of that day: corrected lines give way, withdrawn ones go.
void applyCorrections(Draft& draft, std::optional<Date> asKnownOn);

/// Of a line that has no id.
inline std::string keyOfLine(std::uint32_t line) { return "#" + std::to_string(line); }

/// The one total order.
void sortByOrder(std::vector<Event>& events);
void sortByOrder(std::vector<JudgementAnswer>& judgements);

}  // namespace beding

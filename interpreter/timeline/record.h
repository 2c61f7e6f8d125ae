// What every reader hands over: lines of named fields with their values as the input wrote them, not yet typed.
// JSON Lines and CSV make records; so does whoever reads events from a table.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "timeline/timeline.h"

namespace beding {

enum class ScalarKind : std::uint8_t {
  truth,  ///< JSON true or false
  integer,
  fraction,  ///< a JSON number with a point or an exponent: never exact, so never money
  text,
};

/// One value as written: `true`, `1210`, `1210.50`, or the contents of a text.
struct Scalar {
  ScalarKind kind = ScalarKind::text;
  std::string text;
};

/// The same without a copy of its text.
struct Written {
  ScalarKind kind = ScalarKind::text;
  std::string_view text;
};

/// A named field. A field that is null or empty is left out by the readers.
struct Field {
  std::string name;
  std::vector<Scalar> values;  ///< one, or the elements of a list
  bool isList = false;
};

struct Record {
  std::uint32_t line = 0;
  std::vector<Field> fields;
};

/// The lines that could be taken apart, and what was wrong with the others (`file` still empty).
struct Records {
  std::vector<Record> records;
  std::vector<InputProblem> problems;
};

Records readJsonLines(std::string_view text);
/// One line without white space around it, which is not empty.
void readJsonLine(std::string_view line, std::uint32_t number, Records& result);
/// Comma, semicolon or tab between cells, told by the header; elements of a list are separated by `|`.
Records readCsv(std::string_view text);
/// Either of them, told apart by the first line.
Records recordsIn(std::string_view text);

/// What `readTimeline` does after the text has been taken apart.
TimelineResult readRecords(Records records, std::string_view name, const std::vector<EventType>& types,
                           const ReadOptions& options);
/// The same for lines that are not yet held against each other.
TypedLines typedLines(Records records, std::string_view name, const std::vector<EventType>& types);

}  // namespace beding

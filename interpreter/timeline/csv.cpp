// Comma-separated values as RFC 4180 has them, and with the semicolon that Dutch spreadsheets write.
#include "timeline/csv.h"

#include <algorithm>

#include "timeline/lines.h"
#include "timeline/messages.h"

namespace beding {
namespace {

/// No row is longer, unless its first line is: so a quote that is never closed is noticed in time.
constexpr std::size_t longestRow = std::size_t{1} << 20;

struct Row {
  std::vector<std::string> cells;
  std::size_t length = 0;    ///< in bytes, without its line end
  bool openQuote = false;    ///< the text ended inside a quoted cell
  bool behindQuote = false;  ///< something stands between the end of a quoted cell and the next cell
};

/// Takes the first row off a text; a quoted cell may hold line ends.
class RowReader {
 public:
  RowReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  Row read() {
    Row row;
    do {
      row.cells.push_back(cell(row));
    } while (take(separator_));
    row.length = at_;
    return row;
  }

 private:
  [[nodiscard]] bool done() const { return at_ >= text_.size(); }
  bool take(char c) {
    if (done() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  std::string cell(Row& row) {
    std::string result;
    const bool isQuoted = take('"');
    if (isQuoted) row.openQuote = !quotedPart(result);
    for (; !done() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r'; ++at_) {
      row.behindQuote = row.behindQuote || (isQuoted && !isBlank(text_[at_]));
      result += text_[at_];
    }
    return result;
  }

  /// Whether the closing quote was there.
  bool quotedPart(std::string& result) {
    while (!done()) {
      const char c = text_[at_++];
      if (c != '"') {
        result += c;
      } else if (!take('"')) {
        return true;
      } else {
        result += '"';
      }
    }
    return false;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
};

std::string_view firstLine(std::string_view text) { return text.substr(0, text.find('\n')); }

std::uint32_t linesIn(std::string_view row) {
  return static_cast<std::uint32_t>(1 + std::count(row.begin(), row.end(), '\n'));
}

char separatorOf(std::string_view header) {
  for (const char c : {';', '\t'})
    if (header.find(c) != std::string_view::npos) return c;
  return ',';
}

std::string trimmed(std::string text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  text.erase(std::find_if_not(text.rbegin(), text.rend(), blank).base(), text.end());
  text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), blank));
  return text;
}

bool has(const CsvHeader& header, std::string_view column) {
  return std::find(header.columns.begin(), header.columns.end(), column) != header.columns.end();
}

/// What is wrong with the columns, or nothing.
Wording columnProblem(const CsvHeader& header) {
  const auto& names = header.columns;
  if (!has(header, "op") && !has(header, "gebeurtenis")) return messages::neitherJsonNorCsv();
  for (const std::string_view needed : {"op", "gebeurtenis"})
    if (!has(header, needed)) return messages::csvHeaderLacks(needed);
  for (auto name = names.begin(); name != names.end(); ++name)
    if (!name->empty() && std::find(names.begin(), name, *name) != name) return messages::duplicateColumn(*name);
  return {};
}

/// What is wrong with a row as text, or nothing.
Wording textProblem(const Row& row, std::string_view text) {
  if (text.ends_with('\r')) text.remove_suffix(1);
  if (row.openQuote) return messages::csvOpenQuote();
  return row.length < text.size() ? messages::looseReturn() : Wording();
}

Field fieldOf(const std::string& name, const std::string& cell) {
  Field field{name, {}, cell.find('|') != std::string::npos};
  for (std::size_t at = 0; at <= cell.size();) {
    const std::size_t end = std::min(cell.find('|', at), cell.size());
    field.values.push_back({ScalarKind::text, trimmed(cell.substr(at, end - at))});
    at = end + 1;
  }
  return field;
}

Wording rowProblem(const Row& row, std::string_view text, std::size_t columns) {
  if (Wording problem = textProblem(row, text); !problem.empty()) return problem;
  return row.cells.size() == columns ? Wording() : messages::csvCells(columns, row.cells.size());
}

void readRow(std::string_view text, std::uint32_t number, const CsvHeader& header, Records& result) {
  const Row row = RowReader(text, header.separator).read();
  if (Wording problem = rowProblem(row, text, header.columns.size()); !problem.empty()) {
    result.problems.push_back({"", number, std::move(problem)});
    return;
  }
  Record record{number, {}};
  for (std::size_t i = 0; i < header.columns.size(); ++i) {
    const std::string cell = trimmed(row.cells[i]);
    if (!cell.empty()) record.fields.push_back(fieldOf(header.columns[i], cell));
  }
  result.records.push_back(std::move(record));
}

/// With a line feed where a carriage return ends a line by itself, as old spreadsheets write it.
std::string withLineFeeds(std::string_view text) {
  std::string ended(text);
  for (std::size_t at = 0; at < ended.size(); ++at)
    if (ended[at] == '\r' && !text.substr(at + 1).starts_with('\n')) ended[at] = '\n';
  return ended;
}

}  // namespace

CsvHeader csvHeader(std::string_view row) {
  CsvHeader header{separatorOf(row), {}, {}};
  const Row cells = RowReader(row, header.separator).read();
  for (const std::string& cell : cells.cells) header.columns.push_back(trimmed(cell));
  header.problem = columnProblem(header);
  if (header.problem.empty()) header.problem = textProblem(cells, row);
  return header;
}

bool isMeantAsHeader(const CsvHeader& header) {
  return has(header, "op") || has(header, "gebeurtenis") || has(header, "overeenkomst");
}

bool haveObjects(std::string_view lines) {
  bool have = false;
  eachLine(lines, [&](std::string_view line, std::size_t) { have = have || line.starts_with('{'); });
  return have;
}

RowExtent firstRow(std::string_view text, const CsvHeader& header) {
  const std::size_t line = firstLine(text).size();
  if (text.substr(0, line).find('"') == std::string_view::npos) return {line, false};
  const Row row = RowReader(text.substr(0, std::max(line + 1, longestRow)), header.separator).read();
  const std::size_t end = row.length + (text.substr(row.length).starts_with('\r') ? 1 : 0);
  const bool isRow = !row.openQuote && !row.behindQuote && (end == text.size() || text[end] == '\n') &&
                     (header.columns.empty() || row.cells.size() == header.columns.size());
  return {end > line && isRow ? end : line, end == text.size()};
}

bool isEmptyRow(std::string_view row, const CsvHeader& header) {
  return std::all_of(row.begin(), row.end(), [&](char c) { return isBlank(c) || c == '"' || c == header.separator; });
}

std::string cellOf(std::string_view row, const CsvHeader& header, std::string_view column) {
  const auto place = static_cast<std::size_t>(std::find(header.columns.begin(), header.columns.end(), column) -
                                              header.columns.begin());
  const std::vector<std::string> cells = RowReader(row, header.separator).read().cells;
  return place < header.columns.size() && place < cells.size() ? trimmed(cells[place]) : std::string();
}

void readCsvRows(std::string_view rows, const CsvHeader& header, std::uint32_t number, Records& result) {
  while (!rows.empty()) {
    const std::string_view row = rows.substr(0, firstRow(rows, header).length);
    if (!isEmptyRow(row, header)) readRow(row, number, header, result);
    number += linesIn(row);
    rows.remove_prefix(std::min(row.size() + 1, rows.size()));
  }
}

Records readCsv(std::string_view text) {
  const std::string ended = withLineFeeds(text);
  std::string_view rows = ended;
  std::uint32_t number = 1;
  for (; isEmptyRow(firstLine(rows), {}) && !rows.empty(); ++number)
    rows.remove_prefix(std::min(firstLine(rows).size() + 1, rows.size()));
  if (rows.empty()) return {};
  const std::string_view first = rows.substr(0, firstRow(rows, {separatorOf(firstLine(rows)), {}, {}}).length);
  const CsvHeader header = csvHeader(first);
  if (!header.problem.empty()) return {{}, {{"", number, header.problem}}};
  Records result;
  readCsvRows(rows.substr(std::min(first.size() + 1, rows.size())), header, number + linesIn(first), result);
  return result;
}

}  // namespace beding

// Comma-separated values as RFC 4180 has them, and with the semicolon that Dutch spreadsheets write.
#include <algorithm>

#include "timeline/messages.h"
#include "timeline/record.h"

namespace beding {
namespace {

struct Row {
  std::uint32_t line = 0;
  std::vector<std::string> cells;
  bool openQuote = false;  ///< the text ended inside a quoted cell
};

/// Takes rows off the text, one at a time; a quoted cell may hold line ends.
class Rows {
 public:
  Rows(std::string_view text, char separator) : text_(text), separator_(separator) {}

  [[nodiscard]] bool done() const { return at_ >= text_.size(); }

  Row next() {
    Row row{line_, {}, false};
    do {
      row.cells.push_back(cell(row.openQuote));
    } while (take(separator_));
    take('\r');
    if (take('\n')) ++line_;
    return row;
  }

 private:
  bool take(char c) {
    if (done() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  std::string cell(bool& openQuote) {
    std::string result;
    if (take('"')) openQuote = !quotedPart(result);
    while (!done() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') result += text_[at_++];
    return result;
  }

  /// Whether the closing quote was there.
  bool quotedPart(std::string& result) {
    while (!done()) {
      const char c = text_[at_++];
      if (c == '\n') ++line_;
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
  std::uint32_t line_ = 1;
};

char separatorOf(std::string_view text) {
  const std::string_view header = text.substr(0, text.find('\n'));
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

/// What is wrong with the header, or nothing.
Wording headerProblem(const std::vector<std::string>& names) {
  const auto has = [&](std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); };
  if (!has("op") && !has("gebeurtenis")) return messages::neitherJsonNorCsv();
  for (const std::string_view needed : {"op", "gebeurtenis"})
    if (!has(needed)) return messages::csvHeaderLacks(needed);
  for (auto name = names.begin(); name != names.end(); ++name)
    if (!name->empty() && std::find(names.begin(), name, *name) != name) return messages::duplicateColumn(*name);
  return {};
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

Wording rowProblem(const Row& row, std::size_t columns) {
  if (row.openQuote) return messages::csvOpenQuote();
  return row.cells.size() == columns ? Wording() : messages::csvCells(columns, row.cells.size());
}

void readRow(const Row& row, const std::vector<std::string>& names, Records& result) {
  if (std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) { return cell.empty(); })) return;
  if (Wording problem = rowProblem(row, names.size()); !problem.empty()) {
    result.problems.push_back({"", row.line, std::move(problem)});
    return;
  }
  Record record{row.line, {}};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string cell = trimmed(row.cells[i]);
    if (!cell.empty()) record.fields.push_back(fieldOf(names[i], cell));
  }
  result.records.push_back(std::move(record));
}

}  // namespace

Records readCsv(std::string_view text) {
  Rows rows(text, separatorOf(text));
  if (rows.done()) return {};
  const Row header = rows.next();
  std::vector<std::string> names;
  for (const std::string& cell : header.cells) names.push_back(trimmed(cell));
  if (Wording problem = headerProblem(names); !problem.empty()) return {{}, {{"", header.line, std::move(problem)}}};
  Records result;
  while (!rows.done()) readRow(rows.next(), names, result);
  return result;
}

}  // namespace beding

#include "values/tables.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

namespace beding::embeddedTables {
std::span<const std::pair<std::string_view, std::string_view>> files();
}

namespace beding::tables {

namespace {

/// What stands before the mark, which is taken off with it; all of it when there is no mark.
std::string_view takeUntil(std::string_view& text, char mark) {
  const std::size_t at = std::min(text.find(mark), text.size());
  const std::string_view taken = text.substr(0, at);
  text.remove_prefix(std::min(at + 1, text.size()));
  return taken;
}

Row splitRow(std::string_view line, std::size_t columns) {
  Row row;
  while (row.size() + 1 < columns) {
    row.push_back(takeUntil(line, ','));
  }
  row.push_back(line);
  return row;
}

std::string_view contents(std::string_view name) {
  for (const auto& [file, text] : embeddedTables::files()) {
    if (file == std::string(name) + ".csv") {
      return text;
    }
  }
  return {};
}

}  // namespace

std::vector<Row> rows(std::string_view name) {
  std::string_view text = contents(name);
  const std::string_view heading = takeUntil(text, '\n');
  const auto columns = static_cast<std::size_t>(std::count(heading.begin(), heading.end(), ',')) + 1;
  std::vector<Row> result;
  while (!text.empty()) {
    result.push_back(splitRow(takeUntil(text, '\n'), columns));
  }
  return result;
}

std::vector<Coverage> coverage(std::string_view table) {
  std::vector<Coverage> result;
  for (const Row& row : rows("dekking")) {
    if (row[0] == table) {
      result.push_back({parseMoment(row[1]).value().day, parseMoment(row[2]).value().day});
    }
  }
  return result;
}

}  // namespace beding::tables

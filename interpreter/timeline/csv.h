// CSV a row at a time, for whoever does not have the whole text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "timeline/record.h"

namespace beding {

/// What the first row of a file says of the others.
struct CsvHeader {
  char separator = ',';
  std::vector<std::string> columns;
  Wording problem;  ///< why no row can be read under it, or empty
};

/// Of a first row, without its line feed.
CsvHeader csvHeader(std::string_view row);
/// Whether the row was meant as a header: it names a column that every event has, or `overeenkomst`.
bool isMeantAsHeader(const CsvHeader& header);

/// Whether these lines are JSON: then what stands before them is a bad line, when it is no header.
bool haveObjects(std::string_view lines);

/// The first row of a text.
struct RowExtent {
  std::size_t length = 0;   ///< in bytes, without its line feed
  bool reachesEnd = false;  ///< of the text: it may go on in what comes behind that
};
/// A row goes on in the next line as long as a quoted cell is open. When what comes of that is no row of this table,
/// its first line stands alone, so that a quote too many costs no other line. Without columns any number of cells will
/// do.
RowExtent firstRow(std::string_view text, const CsvHeader& header);

/// Whether a row has nothing in its cells.
bool isEmptyRow(std::string_view row, const CsvHeader& header);
/// What stands in that column of a row; empty when it has no such cell.
std::string cellOf(std::string_view row, const CsvHeader& header, std::string_view column);
/// Takes rows apart, of which the first begins on line `number`.
void readCsvRows(std::string_view rows, const CsvHeader& header, std::uint32_t number, Records& result);

}  // namespace beding

// The tables of stdlib/tabellen, embedded at build time. Only for the files of this folder.
#pragma once

#include <string_view>
#include <vector>

#include "values/moment.h"

namespace beding::tables {

using Row = std::vector<std::string_view>;

/// The rows below the heading of `name.csv`. Fields are split at commas; the last one, the source, keeps its commas.
std::vector<Row> rows(std::string_view name);

/// A stretch of days, both included, for which a table is known to be complete.
struct Coverage {
  Date from;
  Date to;
};
std::vector<Coverage> coverage(std::string_view table);

}  // namespace beding::tables

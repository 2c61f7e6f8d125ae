// Reads the tables of tests/vectors. Fields are split at commas; the last column, the source, keeps its commas.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace beding::test {

/// A row by the names in the heading.
using Vector = std::map<std::string, std::string>;

inline std::vector<std::string> splitVector(const std::string& line, std::size_t columns) {
  std::istringstream in(line);
  std::vector<std::string> fields(columns);
  for (std::size_t column = 0; column < columns; ++column) {
    std::getline(in, fields[column], column + 1 < columns ? ',' : '\n');
  }
  return fields;
}

inline std::vector<Vector> readVectors(const std::string& name) {
  std::ifstream in(std::string(BEDING_TESTS_DIR "/vectors/") + name);
  REQUIRE_MESSAGE(in.good(), name);
  std::string line;
  std::getline(in, line);
  const std::vector<std::string> heading =
      splitVector(line, static_cast<std::size_t>(std::count(line.begin(), line.end(), ',')) + 1);
  std::vector<Vector> rows;
  while (std::getline(in, line)) {
    const std::vector<std::string> fields = splitVector(line, heading.size());
    Vector& row = rows.emplace_back();
    for (std::size_t column = 0; column < heading.size(); ++column) {
      row[heading[column]] = fields[column];
    }
  }
  return rows;
}

}  // namespace beding::test

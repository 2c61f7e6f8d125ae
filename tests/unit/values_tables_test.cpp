#include "values/tables.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <utility>

namespace beding::embeddedTables {
std::span<const std::pair<std::string_view, std::string_view>> files();
}

using namespace beding;

namespace {

const std::filesystem::path folder = BEDING_SOURCE_DIR "/stdlib/tabellen";

std::string contentsOf(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE_MESSAGE(in.good(), path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("every table is embedded, byte for byte") {
  std::size_t onDisk = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    onDisk += entry.path().extension() == ".csv" ? 1 : 0;
  }
  CHECK(embeddedTables::files().size() == onDisk);
  for (const auto& [name, text] : embeddedTables::files()) {
    CAPTURE(name);
    CHECK(text == contentsOf(folder / name));
  }
}

TEST_CASE("every row of every table names its source") {
  for (const auto& [name, text] : embeddedTables::files()) {
    const std::vector<tables::Row> rows = tables::rows(name.substr(0, name.find('.')));
    CAPTURE(name);
    CHECK_FALSE(rows.empty());
    for (const tables::Row& row : rows) {
      CHECK_FALSE(row.back().empty());
    }
  }
}

TEST_CASE("the last field keeps its commas, and a table that is not there is empty") {
  CHECK(tables::rows("incassokosten").front().size() == 5);
  CHECK(tables::rows("bestaat-niet").empty());
  CHECK(tables::coverage("bestaat-niet").empty());
  CHECK(tables::coverage("gelijkgestelde-dagen").size() == 3);
}

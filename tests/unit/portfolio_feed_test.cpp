// Lines of a file as contracts: together, mixed in memory, mixed on disk; the numbers of the lines stay those of the
// file.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cstdio>
#include <fstream>
#include <thread>

#include "portfolio/feed.h"

namespace beding {
namespace {

/// A file that is gone after the test.
class Given {
 public:
  explicit Given(const std::string& text) { std::ofstream(path, std::ios::binary) << text; }
  ~Given() { std::remove(path.c_str()); }
  const std::string path = "portfolio_feed_test.tmp";
};

std::string line(const std::string& contract, const std::string& id) {
  return "{\"overeenkomst\":\"" + contract + "\",\"id\":\"" + id + "\"}\n";
}

/// "K1:1,3 K2:2": every contract with the numbers of its lines.
std::string shape(Feed& feed) {
  std::string all;
  while (const auto contract = feed.next()) {
    all += (all.empty() ? "" : " ") + contract->name + ":";
    for (const ContractLine& each : contract->lines)
      all += (all.ends_with(':') ? "" : ",") + std::to_string(each.number);
  }
  return all;
}

TEST_CASE("contracts that stand together are read as the file goes") {
  const Given given(line("K1", "a") + "\n" + line("K1", "b") + line("K2", "c"));
  Feed feed(given.path, 0);
  CHECK(feed.isGrouped());
  CHECK(feed.contracts() == 2);
  CHECK(shape(feed) == "K1:1,3 K2:4");
}

TEST_CASE("mixed contracts come in order of first appearance, from memory as from disk") {
  const Given given(line("K2", "a") + line("K1", "b") + line("K2", "c") + line("K1", "d"));
  for (const std::size_t memory : {std::size_t{0}, std::size_t{120}, std::size_t{1} << 20}) {
    Feed feed(given.path, memory);
    CHECK_FALSE(feed.isGrouped());
    CHECK(shape(feed) == "K2:1,3 K1:2,4");
  }
}

TEST_CASE("a pipe, which can be read only once, loses nothing") {
  const std::string path = "portfolio_feed_test.pipe";
  REQUIRE(mkfifo(path.c_str(), 0600) == 0);
  std::thread writer([&] { std::ofstream(path) << line("K2", "a") + line("K1", "b") + line("K2", "c"); });
  Feed feed(path, 0);
  writer.join();
  std::remove(path.c_str());
  CHECK(feed.contracts() == 2);
  CHECK(shape(feed) == "K2:1,3 K1:2");
}

TEST_CASE("what cannot be read is said in both languages") {
  CHECK_THROWS_AS(Feed("er-is-niets.jsonl", 0), PortfolioError);
  CHECK_THROWS_AS(Feed(".", 0), PortfolioError);
}

TEST_CASE("the contract of a line with escapes is read whole; a line without one has no name") {
  const Given given("{\"overeenkomst\":\"Aan \\\"Zee\\\"\",\"id\":\"a\"}\n{\"id\":\"b\"}\n");
  Feed feed(given.path, 0);
  CHECK(shape(feed) == "Aan \"Zee\":1 :2");
}

TEST_CASE("problems and records keep the numbers of the file, in CSV as well") {
  const Given json(line("K1", "a") + line("K2", "b") + "{\"overeenkomst\":\"K1\", half\n");
  Feed feed(json.path, 0);
  std::vector<std::uint32_t> wrong;
  while (const auto contract = feed.next())
    for (const InputProblem& problem : feed.records(*contract).problems) wrong.push_back(problem.line);
  CHECK(wrong == std::vector<std::uint32_t>{3});
}

TEST_CASE("the header of a CSV file counts as its first line") {
  const Given csv("op;overeenkomst;gebeurtenis\n2025-03-01;K1;a\n2025-03-01;K2;b\n2025-03-02;K1;c\n");
  Feed feed(csv.path, 0);
  const auto first = feed.next();
  REQUIRE(first.has_value());
  const Records records = feed.records(*first);
  REQUIRE(records.records.size() == 2);
  CHECK(records.records[0].line == 2);
  CHECK(records.records[1].line == 4);
}

}  // namespace
}  // namespace beding

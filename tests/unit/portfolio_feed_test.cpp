// Lines of a file as contracts: together, mixed in memory, mixed on disk; the numbers of the lines stay those of the
// file.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cstdio>
#include <fstream>
#include <thread>

#include "portfolio/feed.h"
#include "timeline/lines.h"

namespace beding {
namespace {

/// A file that is gone after the test.
class Given {
 public:
  explicit Given(const std::string& text) { std::ofstream(path, std::ios::binary) << text; }
  ~Given() { std::remove(path.c_str()); }
  const std::string path = "portfolio_feed_test." + std::to_string(++count) + ".tmp";

 private:
  static inline int count = 0;
};

std::string line(const std::string& contract, const std::string& id) {
  return "{\"overeenkomst\":\"" + contract + "\",\"id\":\"" + id + "\"}\n";
}

/// "K1:1,3 K2:2": every contract with the numbers of its lines.
std::string shape(Feed& feed) {
  std::string all;
  while (const auto contract = feed.next()) {
    all += (all.empty() ? "" : " ") + contract->name + ":";
    eachLine(contract->text, [&](std::string_view, std::size_t place) {
      all += (all.ends_with(':') ? "" : ",") + std::to_string(contract->numbers[place]);
    });
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

std::vector<EventType> types() {
  Attribute amount;
  amount.name = "bedrag";
  amount.type = Type::money;
  return {{"betaling ontvangen", {amount}}};
}

/// The lines of what is read of every contract, and of what is wrong: "1 4 !3".
std::string read(Feed& feed) {
  const std::vector<EventType> known = types();
  const TimelineReader reader(known);
  std::string all;
  while (const auto contract = feed.next()) {
    const TimelineResult result = feed.timeline(*contract, reader, {});
    for (const Event& event : result.timeline.events) all += std::to_string(event.line) + " ";
    for (const InputProblem& problem : result.problems) all += "!" + std::to_string(problem.line) + " ";
  }
  return all;
}

std::string payment(const std::string& contract, const std::string& amount) {
  return R"({"op":"2025-03-01","gebeurtenis":"betaling ontvangen","overeenkomst":")" + contract + R"(","bedrag":")" +
         amount + "\"}\n";
}

TEST_CASE("problems and events keep the numbers of the file") {
  const Given mixed(payment("K1", "10") + payment("K2", "tien") + "\n" + payment("K1", "10"));
  Feed feed(mixed.path, 0);
  CHECK(read(feed) == "1 4 !2 ");
  const Given grouped("\n" + payment("K1", "10") + " \r\n" + payment("K1", "20") + payment("K2", "tien"));
  Feed other(grouped.path, 0);
  CHECK(other.isGrouped());
  CHECK(read(other) == "2 4 !5 ");
}

TEST_CASE("the header of a CSV file counts as its first line") {
  const std::string header = "op;overeenkomst;gebeurtenis;bedrag\n", rest = ";betaling ontvangen;";
  const Given mixed(header + "2025-03-01;K1" + rest + "1\n2025-03-01;K2" + rest + "x\n2025-03-02;K1" + rest + "\n");
  Feed feed(mixed.path, 0);
  CHECK_FALSE(feed.isGrouped());
  CHECK(read(feed) == "2 4 !3 ");
  const Given grouped("\xEF\xBB\xBF" + header + "2025-03-01;K1" + rest + "1\n  \n2025-03-01;K2" + rest + "x\n");
  Feed other(grouped.path, 0);
  CHECK(other.isGrouped());
  CHECK(read(other) == "2 !4 ");
}

TEST_CASE("a line longer than what is read at once, and one without a line feed, are whole") {
  const std::string remark = ",\"toelichting\":\"" + std::string(2000000, 'x') + "\"}\n";
  std::string text = payment("K1", "10") + payment("K2", "10");
  text.replace(text.size() - 2, 2, remark);
  text += payment("K3", "10");
  text.pop_back();
  const Given given(text);
  Feed feed(given.path, 0);
  CHECK(feed.contracts() == 3);
  CHECK(read(feed) == "1 2 3 ");
}

TEST_CASE("one contract that comes back among thousands is noticed") {
  std::string text;
  for (int contract = 0; contract < 3000; ++contract) text += line("K" + std::to_string(contract), "a");
  const Given apart(text), back(text + line("K1000", "b"));
  CHECK(Feed(apart.path, 0).isGrouped());
  CHECK_FALSE(Feed(back.path, 0).isGrouped());
  CHECK(Feed(back.path, 0).contracts() == 3000);
}

/// Some four MiB: every contract has three lines, of which one is long, and empty lines around it.
std::string large(int contracts) {
  const std::string remark = ",\"toelichting\":\"" + std::string(1000, 'x') + "\"}\n\n\n";
  std::string text;
  for (int contract = 0; contract < contracts; ++contract) {
    const std::string name = "K" + std::to_string(contract);
    std::string second = line(name, "b");
    text += line(name, "a") + second.replace(second.size() - 2, 2, remark) + line(name, "c");
  }
  return text;
}

TEST_CASE("looked through by several threads, a file is what it is for one") {
  const std::string text = large(4000), header = "op,gebeurtenis,overeenkomst\n";
  std::string table = header;
  for (int row = 0; row < 200000; ++row) table += "2025-03-01,overleg gevoerd,K" + std::to_string(row / 40) + "\n";
  for (const std::string& each : {text, "\n\n" + text, "\xEF\xBB\xBF" + text, text.substr(0, text.size() - 1), table}) {
    const Given given(each);
    Feed one(given.path, 0);
    const std::string expected = shape(one);
    for (const std::size_t threads : {2, 3, 4}) {
      Feed several(given.path, 0, threads);
      CHECK(several.isGrouped());
      CHECK(several.contracts() == one.contracts());
      CHECK(shape(several) == expected);
    }
  }
}

TEST_CASE("one contract over several stretches is one, and one that comes back in another stretch is noticed") {
  std::string alone;
  while (alone.size() < (std::size_t{4} << 20)) alone += line("K1", std::to_string(alone.size()));
  const Given single(alone), back(large(4000) + line("K7", "d"));
  Feed one(single.path, 0, 4);
  CHECK(one.isGrouped());
  CHECK(one.contracts() == 1);
  CHECK(one.next()->text == alone);
  Feed mixed(back.path, std::size_t{64} << 20, 4), expected(back.path, std::size_t{64} << 20);
  CHECK_FALSE(mixed.isGrouped());
  CHECK(shape(mixed) == shape(expected));
}

}  // namespace
}  // namespace beding

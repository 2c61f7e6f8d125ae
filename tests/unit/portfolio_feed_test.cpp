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

/// "K1:1,3 K2:2 ?:4": every contract with the numbers of its lines, and lines of which it is not known.
std::string shape(Feed& feed) {
  std::string all;
  while (const auto contract = feed.next()) {
    all += (all.empty() ? "" : " ") + (contract->areStray ? "?" : contract->name) + ":";
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

TEST_CASE("reading that fails half-way is no end of the file") {
  CHECK_THROWS_AS(Feed("/proc/self/mem", 0), PortfolioError);
}

TEST_CASE("the contract of a line with escapes is read whole") {
  const Given given("{\"overeenkomst\":\"Aan \\\"Zee\\\"\",\"id\":\"a\"}\n" + line("K2", "b"));
  Feed feed(given.path, 0);
  CHECK(shape(feed) == "Aan \"Zee\":1 K2:2");
}

std::vector<EventType> types() {
  Attribute amount;
  amount.name = "bedrag";
  amount.type = Type::money;
  return {{"betaling ontvangen", {amount}}};
}

/// The lines of what is read of every contract, of what is wrong, and of what is nobody's: "1 4 !3 ?2".
std::string read(Feed& feed) {
  const std::vector<EventType> known = types();
  const TimelineReader reader(known);
  std::string all;
  while (const auto contract = feed.next()) {
    if (contract->areStray) {
      for (const InputProblem& problem : feed.problems(*contract)) all += "?" + std::to_string(problem.line) + " ";
      continue;
    }
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

// ------------------------------------------------------------------------------------------------- rows of several
// lines

/// The same of a file of these rows under a header, in every way in which it may be read.
std::string readEveryWay(const std::string& rows) {
  const Given given("overeenkomst,op,gebeurtenis,bedrag,toelichting\n" + rows);
  Feed asItGoes(given.path, std::size_t{1} << 20);
  const std::string expected = read(asItGoes);
  for (const std::size_t memory : {std::size_t{0}, std::size_t{200}}) {
    Feed feed(given.path, memory, 3);
    CHECK(read(feed) == expected);
  }
  const std::string path = "portfolio_feed_test.rows.pipe";
  REQUIRE(mkfifo(path.c_str(), 0600) == 0);
  std::thread writer([&] { std::ofstream(path) << std::ifstream(given.path).rdbuf(); });
  Feed piped(path, 0);
  writer.join();
  std::remove(path.c_str());
  CHECK(read(piped) == expected);
  return expected;
}

std::string row(const std::string& contract, const std::string& remark) {
  return contract + ",2025-03-01,betaling ontvangen,1," + remark + "\n";
}

TEST_CASE("a row with line breaks in a cell is one event of one contract") {
  CHECK(readEveryWay(row("K1", "") + row("K1", "\"per bank\nref 123\n\"") + row("K2", "")) == "2 3 6 ");
  CHECK(readEveryWay(row("K1", "\"a\r\nb\"") + row("K2", "") + row("K1", "\"c\n\n\"\"d\"\"\"") + row("K3", "")) ==
        "2 5 4 8 ");
  const Given named("overeenkomst,op\n\"K\n3\",1\n\"K\n3\",2\n");
  CHECK_THROWS_AS(Feed(named.path, 0), PortfolioError);
  const Given good("overeenkomst,op,gebeurtenis\n\"K\n3\",1,x\n\n\"K\n3\",2,x\nK4,3,x\n");
  Feed feed(good.path, 0);
  CHECK(feed.contracts() == 2);
  CHECK(feed.next()->name == "K\n3");
}

TEST_CASE("a row that is longer than what is read at once is whole") {
  const std::string remark = "\"" + std::string(300000, 'x') + "\n" + std::string(600000, 'y') + "\"";
  CHECK(readEveryWay(row("K1", remark) + row("K2", remark) + row("K1", "")) == "2 6 4 ");
}

TEST_CASE("a quote too many costs no other line") {
  CHECK(readEveryWay(row("K1", "\"open") + row("K2", "") + row("K3", "")) == "!2 3 4 ");
  CHECK(readEveryWay(row("K1", "\"open") + row("K2", "") + row("K1", "\"dicht\"") + row("K3", "")) == "!2 3 5 ");
  CHECK(readEveryWay(row("K1", "\"open") + row("K2", "\"a\nb\"") + row("K1", "x\"") + row("K3", "")) == "!2 3 6 ");
}

TEST_CASE("empty rows are no contract") {
  CHECK(readEveryWay(row("K1", "") + ",,,,\n" + row("K2", "") + "\"\",,,,\n \n") == "2 4 ");
}

TEST_CASE("a carriage return alone ends no line, and is said") {
  CHECK(readEveryWay(row("K1", "a\rb") + row("K2", "")) == "!2 3 ");
  const Given old("op,gebeurtenis\r2025-03-01,betaling ontvangen\r");
  CHECK_THROWS_AS(Feed(old.path, 0), PortfolioError);
}

TEST_CASE("rows of a large file are whole, and counted") {
  std::string rows, expected;
  for (int i = 0; i < 40000; ++i) {
    rows += row("K" + std::to_string(i / 2), "\"een\ntwee, " + std::string(40, 'x') + "\"");
    expected += std::to_string(2 + 2 * i) + " ";
  }
  const Given given("overeenkomst,op,gebeurtenis,bedrag,toelichting\n" + rows);
  Feed feed(given.path, 0, 4);
  CHECK(feed.isGrouped());
  CHECK(feed.contracts() == 20000);
  CHECK(read(feed) == expected);
}

// ----------------------------------------------------------------------------------------------- what the file begins
// with

/// Why it cannot be read at all, or what it has.
std::string opened(const std::string& text) {
  const Given given(text);
  try {
    Feed feed(given.path, 0);
    return read(feed);
  } catch (const PortfolioError& problem) {
    const std::string& said = problem.wording.dutch;
    return said.substr(given.path.size(), said.find(';') - given.path.size());
  }
}

TEST_CASE("a first line that is no JSON costs only itself when lines of JSON follow") {
  const std::string good = payment("K1", "10") + payment("K2", "10");
  CHECK(opened("garbage\n" + good) == "?1 2 3 ");
  CHECK(opened("\xEF\xBB\xBFgarbage\n\n" + good) == "?1 3 4 ");
  CHECK(opened("[1,2]\n5\n" + good) == "?1 ?2 3 4 ");
  CHECK(opened("garbage\n" + payment("K1", "10")) == "?1 2 ");
  CHECK(opened("  " + good) == "1 2 ");
  const std::string text = "garbage\n" + large(4000);
  const Given given(text);
  constexpr std::size_t memory = std::size_t{64} << 20;
  Feed one(given.path, memory), several(given.path, memory, 4);
  CHECK(several.contracts() == 4000);
  CHECK(shape(several) == shape(one));
}

TEST_CASE("a file that is something else is refused as such, on the line where that shows") {
  const std::string neither = ":1: de eerste regel is geen JSON en geen CSV-kop";
  CHECK(opened("garbage\nmeer\n") == neither);
  CHECK(opened("factuur;bedrag\nF1;10\n") == neither);
  CHECK(opened("overeenkomst,lid,naam\nK1,6.5,betaling\n") == neither);
  CHECK(opened("\n\nOP,Gebeurtenis\n") == ":3: de eerste regel is geen JSON en geen CSV-kop");
  CHECK(opened("overeenkomst,gebeurtenis\nK1,x\n") == ":1: de kolom \"op\" ontbreekt in de CSV-kop");
  CHECK(opened("op,gebeurtenis,op\n") == ":1: de kolom \"op\" staat twee keer in de CSV-kop");
  CHECK(opened("[" + payment("K1", "10") + "]") == ":1: de tijdlijn begint met [");
  CHECK(opened("[\n" + payment("K1", "10") + "]") == ":1: de tijdlijn begint met [");
  CHECK(opened("\nop;gebeurtenis;bedrag\n2025-03-01;betaling ontvangen;10\n") == "3 ");
}

// ------------------------------------------------------------------------------------------- lines that say no
// contract

std::string nameless(const std::string& amount) {
  return R"({"op":"2025-03-02","gebeurtenis":"betaling ontvangen","bedrag":")" + amount + "\"}\n";
}

TEST_CASE("lines that say no contract are of the only one, and nobody's where there are more") {
  CHECK(opened(nameless("1") + nameless("2")) == "1 2 ");
  CHECK(opened(nameless("1") + payment("K1", "10") + nameless("2")) == "2 1 3 ");  // the second of March comes later
  CHECK(opened(payment("K1", "10") + nameless("1") + payment("K2", "10")) == "1 ?2 3 ");
  CHECK(opened(payment("K1", "10") + "{\"overeenkomst\":\"\"}\n" + payment("K2", "10")) == "1 ?2 3 ");
  const Given given(nameless("1") + payment("K1", "10") + nameless("2"));
  Feed feed(given.path, 0);
  CHECK(feed.contracts() == 1);
  CHECK(feed.parts() == 1);
  CHECK(shape(feed) == "K1:1,2,3");
}

TEST_CASE("of every line that is nobody's it is said") {
  CHECK(opened(payment("K1", "10") + "[1,2]\n5\nnull\n" + payment("K2", "10") + "{\n") == "1 ?2 ?3 ?4 ?6 5 ");
  CHECK(opened(payment("K1", "10") + "5\n" + nameless("1")) == "?2 1 3 ");
  CHECK(opened(nameless("1") + "5\n") == "!2 ");
  CHECK(opened("overeenkomst,op,gebeurtenis\nK1,2025-03-01,betaling ontvangen\n,2025-03-01,betaling ontvangen\n"
               "K2,2025-03-01,betaling ontvangen\n,x\n") == "2 ?3 ?5 4 ");
}

}  // namespace
}  // namespace beding

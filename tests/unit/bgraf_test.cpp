// A graph built by hand, written and read; then the same bytes damaged in every way that is cheap to think of.
#include "bgraf/bgraf.h"

#include <doctest/doctest.h>

#include "bgraf/content.h"
#include "bgraf/enumerators.h"
#include "graph/print.h"
#include "graph_sample.h"

using namespace beding;
using sample::invoiceGraph;

namespace {

constexpr std::size_t headerSize = 36;

/// The sample with values of every type, an interest with its table, and what else it does not have.
graph::Graph fullGraph() {
  graph::Graph graph = invoiceGraph();
  for (const Value& value : std::initializer_list<Value>{
           Truth::unknown, Number::ratio(-1, 3), Money{Number::ratio(12345678, 100)}, momentOf(Date{19'000}),
           momentOf(Instant{1'700'000'000}), Duration{3, TimeUnit::month}, std::string("één tekst"),
           std::vector<std::string>{"a", "b"}}) {
    sample::constant(graph, value);
  }
  const Number big = *parseDecimal("123456789012345678901234567890.5");
  sample::constant(graph, Value(big));
  graph.equatedDays = {{Date{20}, Date{30}}, {{Date{1}, Date{365}}}};
  graph.rateTables = {{"rente", {{Date{10}, Number::ratio(8, 100)}, {Date{400}, Number(0)}}, Date{500}, "de wet"}};
  graph::Amount amount;
  amount.name = "rente";
  amount.kind = graph::AmountKind::interest;
  amount.table = {0};
  graph.amounts.push_back(amount);
  graph.issues.push_back({sample::lid("1.1", 1), "jaar", {"een", "twee"}, 1});
  graph.norms.front().rollingYearUnder = {graph::IssueId{0}, 1};
  return graph;
}

std::string problemOf(const std::string& file) {
  const FromBgraf read = fromBgraf(file);
  CHECK(read.graph.has_value() == read.problem.empty());
  return read.problem.dutch;
}

bool mentions(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

/// The graph behind the checksum, or what is wrong with it.
std::string contentProblem(const std::string& content) {
  try {
    (void)graph::dumpText(bgraf::read(content));  // what is accepted can be walked through
    return {};
  } catch (const bgraf::Damaged& damaged) {
    return damaged.what();
  }
}

}  // namespace

TEST_CASE("what is written is read back, byte for byte and node for node") {
  const graph::Graph graph = fullGraph();
  const std::string file = toBgraf(graph);
  const FromBgraf read = fromBgraf(file);
  REQUIRE(read.problem.dutch == "");
  REQUIRE(read.graph);
  CHECK(toBgraf(*read.graph) == file);
  CHECK(graph::dumpText(*read.graph) == graph::dumpText(graph));
  REQUIRE(read.graph->expressions.size() == graph.expressions.size());
  for (std::size_t i = 0; i < graph.expressions.size(); ++i)
    CHECK(read.graph->expressions[i].value == graph.expressions[i].value);
  CHECK(read.graph->rateTables.front().confirmedUntil == Date{500});
  CHECK(read.graph->equatedDays == graph.equatedDays);
  CHECK(read.graph->rateTables.front().rateOn(Date{20}) == Number::ratio(8, 100));
}

TEST_CASE("a file that is something else, is cut off or is made by another version is refused, with the remedy") {
  const std::string file = toBgraf(fullGraph());
  CHECK(mentions(problemOf(""), "geen gecompileerd document"));
  CHECK(mentions(problemOf("voorwaarden proef."), "geen gecompileerd document"));
  CHECK(mentions(problemOf(file.substr(0, 20)), "afgebroken"));
  CHECK(mentions(problemOf(file.substr(0, file.size() - 1)), "bytes waar er"));
  CHECK(mentions(problemOf(file + "x"), "bytes waar er"));
  std::string newer = file, older = file, other = file, flipped = file;
  newer[8] = 2;
  older[8] = 0;
  other[12] = static_cast<char>(other[12] ^ 1);
  flipped.back() = static_cast<char>(flipped.back() ^ 1);
  CHECK(mentions(problemOf(newer), "nieuwere versie van Beding (indeling 2; deze leest 1)"));
  CHECK(mentions(problemOf(older), "oudere versie"));
  CHECK(mentions(problemOf(other), "andere versie van Beding; compileer het document opnieuw"));
  CHECK(mentions(problemOf(flipped), "controlegetal"));
}

TEST_CASE("no bit of a file can change, and no byte be missing, unnoticed") {
  const std::string file = toBgraf(fullGraph());
  for (std::size_t at = 0; at < file.size(); ++at) {
    CHECK(problemOf(file.substr(0, at)) != "");
    for (const int bit : {1, 0x10, 0x80}) {
      std::string damaged = file;
      damaged[at] = static_cast<char>(damaged[at] ^ bit);
      CHECK(problemOf(damaged) != "");
    }
  }
}

TEST_CASE("behind the checksum nothing is believed: damaged content is refused or is a graph, and never crashes") {
  const std::string content = bgraf::write(fullGraph());
  CHECK(contentProblem(content) == "");
  std::size_t refused = 0;
  for (std::size_t at = 0; at < content.size(); ++at) {
    CHECK(contentProblem(content.substr(0, at)) != "");
    for (int value = 0; value < 256; value += at % 7 == 0 ? 1 : 15) {
      std::string damaged = content;
      damaged[at] = static_cast<char>(value);
      refused += contentProblem(damaged).empty() ? 0 : 1;
    }
  }
  CHECK(refused > content.size());
}

TEST_CASE("ids, counts, places and values that cannot be are refused by name") {
  const auto damagedBy = [](auto change) {
    graph::Graph graph = fullGraph();
    change(graph);
    return contentProblem(bgraf::write(graph));
  };
  CHECK(damagedBy([](graph::Graph&) {}) == "");
  CHECK(mentions(damagedBy([](graph::Graph& graph) { graph.norms[0].term.last = {9999}; }), "er niet is"));
  CHECK(mentions(damagedBy([](graph::Graph& graph) { graph.amounts[0].table = {1}; }), "er niet is"));
  CHECK(mentions(damagedBy([](graph::Graph& graph) { graph.issues[0].standard = 2; }), "niet kan bestaan"));
  CHECK(mentions(damagedBy([](graph::Graph& graph) { graph.amounts[0].daysPerYear = 0; }), "niet kan bestaan"));
  CHECK(mentions(damagedBy([](graph::Graph& graph) { graph.expressions[0].slot = 4'000'000'000; }), "plaats"));
  CHECK(mentions(damagedBy([](graph::Graph& graph) { graph.norms[0].kind = static_cast<graph::NormKind>(99); }),
                 "een keuze die er niet is"));
  CHECK(mentions(damagedBy([](graph::Graph& graph) { graph.title = "\xFF"; }), "UTF-8"));
  CHECK(mentions(damagedBy([](graph::Graph& graph) {
                   graph::Expression loop;
                   loop.op = graph::Op::logicalNot;
                   loop.operands = {{static_cast<std::uint32_t>(graph.expressions.size())}};
                   graph.expressions.push_back(loop);
                 }),
                 "bevat zichzelf"));
}

TEST_CASE("a text to which everything refers takes no more memory than a document does") {
  graph::Graph graph = fullGraph();
  const std::string longText(1'000'000, 'a');
  graph.notes.resize(100);
  for (std::size_t i = 0; i < 60; ++i) graph.notes[i].text = longText;
  CHECK(contentProblem(bgraf::write(graph)) == "");
  for (graph::Note& note : graph.notes) note.text = longText;
  CHECK(mentions(contentProblem(bgraf::write(graph)), "meer tekst dan een document kan hebben"));
}

TEST_CASE("enumerators are counted by the compiler") {
  CHECK(bgraf::enumerators<Truth>() == 3);
  CHECK(bgraf::enumerators<graph::NormKind>() == 8);
  CHECK(bgraf::spelling<graph::NormKind::power>() == "power");
}

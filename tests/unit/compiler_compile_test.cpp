// Compiling from a program: shipped documents, clauses from memory, and mistakes in them.
#include <doctest/doctest.h>

#include <algorithm>

#include "beding/beding.h"

namespace beding {

namespace {

constexpr std::string_view rent =
    "voorwaarden verhuur \"Verhuurvoorwaarden\"\n"
    "  gebruikt algemeen.\n"
    "  partijen Opdrachtnemer \"Watt Energie B.V.\", Opdrachtgever.\n"
    "artikel 6 \"Betaling\"\n"
    "lid 5\n"
    "  betaling: Voor elke factuur moet Opdrachtgever de factuur betalen binnen 14 dagen na de factuurdatum.\n";

bool mentions(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("clauses from memory become a graph that runs") {
  v1::Text remarks;
  const auto graph = v1::compileText(rent, "verhuur.beding", &remarks);
  REQUIRE_MESSAGE(graph, graph.error().message.dutch);
  CHECK(remarks.dutch == "");
  CHECK(graph->document() == "verhuur");
  CHECK(graph->title() == "Verhuurvoorwaarden");
  auto evaluation = v1::Evaluation::begin(*graph);
  REQUIRE(evaluation->apply(
      v1::Event{"factuur verzonden", "2026-03-02", {{"factuur", std::string("F1")}, {"bedrag", v1::Cents{100000}}}}));
  CHECK(mentions(*evaluation->json(), "\"uiterlijk\":\"2026-03-16\""));
  CHECK(mentions(*graph->timelineSchema(), "factuur verzonden"));
  CHECK(mentions(*graph->view(v1::View::mermaid), "betaling"));
  CHECK(mentions(*v1::drawing(*graph, "6.5"), "<svg"));
  CHECK_FALSE(v1::drawing(*graph, "7.1"));
}

TEST_CASE("clauses without a heading are a document that is called by its file") {
  const std::string clauses(rent.substr(rent.find("artikel")));
  const auto graph = v1::compileText(clauses, "kamer.beding");
  REQUIRE_MESSAGE(graph, graph.error().message.dutch);
  CHECK(graph->document() == "kamer");
}

TEST_CASE("mistakes in clauses are told with their place, in both languages") {
  const auto graph = v1::compileText(std::string(rent) + "  Opdrachtgever moet de faktuur betalen.\n", "fout.beding");
  REQUIRE_FALSE(graph);
  CHECK(graph.error().code == v1::Code::invalidInput);
  CHECK(mentions(graph.error().message.dutch, "fout.beding:7:"));
  CHECK(mentions(graph.error().message.dutch, "fout[B"));
  CHECK(mentions(graph.error().message.english, "error[B"));
}

TEST_CASE("a document that is not there, and a program with other headers, are refused") {
  const auto missing = v1::compile("vandees");
  REQUIRE_FALSE(missing);
  CHECK(mentions(missing.error().message.dutch, "bedoelde u «vandeez»"));
  const auto other = v1::compile("vandeez", nullptr, BEDING_ABI + 1);
  REQUIRE_FALSE(other);
  CHECK(other.error().code == v1::Code::wrongVersion);
  const auto shipped = v1::shippedDocuments();
  REQUIRE(shipped);
  CHECK(std::find(shipped->begin(), shipped->end(), "wonderfull") != shipped->end());
}

}  // namespace beding

// What is kept of evaluations that were used last, and that it makes no difference to what they say.
#include "library/warm.h"

#include "library/graph.h"
#include "library_sample.h"

namespace beding::sample {

using v1::Warm;

TEST_CASE("what an owner gives can be taken once") {
  Warm<int> warm(2);
  const char owners[] = "ab";
  CHECK(warm.take(&owners[0]) == nullptr);
  warm.give(&owners[0], std::make_unique<int>(1));
  warm.give(&owners[1], std::make_unique<int>(2));
  CHECK(*warm.take(&owners[0]) == 1);
  CHECK(warm.take(&owners[0]) == nullptr);
  CHECK(*warm.take(&owners[1]) == 2);
}

TEST_CASE("who was used longest ago gives way") {
  Warm<int> warm(2);
  const char owners[] = "abc";
  warm.give(&owners[0], std::make_unique<int>(1));
  warm.give(&owners[1], std::make_unique<int>(2));
  warm.give(&owners[0], warm.take(&owners[0]));
  warm.give(&owners[2], std::make_unique<int>(3));
  CHECK(warm.take(&owners[1]) == nullptr);
  CHECK(*warm.take(&owners[0]) == 1);
  CHECK(*warm.take(&owners[2]) == 3);
}

TEST_CASE("fewer may be kept, and then more again") {
  Warm<int> warm(3);
  const char owners[] = "abc";
  for (int i = 0; i < 3; ++i) warm.give(&owners[i], std::make_unique<int>(i));
  warm.keep(1);
  CHECK(warm.take(&owners[1]) == nullptr);
  CHECK(*warm.take(&owners[2]) == 2);
  warm.keep(0);
  warm.give(&owners[0], std::make_unique<int>(7));
  CHECK(warm.take(&owners[0]) == nullptr);
  warm.keep(2);
  warm.give(&owners[0], std::make_unique<int>(8));
  warm.give(&owners[1], std::make_unique<int>(9));
  CHECK(*warm.take(&owners[0]) == 8);
}

namespace {

/// A line that makes the past another one: the machine does not do that.
constexpr const char* corrected =
    R"({"op":"2026-05-11","gebeurtenis":"factuur verzonden","factuur":"F1","bedrag":"1000.00","corrigeert":"E1"})";
constexpr const char* sent =
    R"({"op":"2026-05-11","gebeurtenis":"factuur verzonden","factuur":"F1","bedrag":"1210.00","id":"E1"})";
constexpr const char* paid =
    R"({"op":"2026-05-28","gebeurtenis":"betaling ontvangen","factuur":"F1","bedrag":"400.00"})";

std::string whole(const v1::Graph& graph, std::initializer_list<const char*> lines, v1::Date day) {
  v1::Evaluation evaluation = begun(graph);
  for (const char* line : lines) REQUIRE(evaluation.apply(line));
  REQUIRE(evaluation.advance(day));
  return *evaluation.json(true);
}

}  // namespace

TEST_CASE("an evaluation goes on as if it had been kept when others took its place") {
  const v1::Graph graph = paymentTerms();
  v1::Evaluation evaluation = begun(graph);
  REQUIRE(evaluation.apply(sent));
  REQUIRE(evaluation.apply(corrected));
  REQUIRE(evaluation.advance({2026, 5, 26}));
  const std::string before = *evaluation.json(true);
  std::vector<v1::Evaluation> others;
  for (std::size_t i = 0; i <= v1::mostGoing; ++i) {
    others.push_back(begun(graph));
    REQUIRE(others.back().apply(sent));
    REQUIRE(others.back().apply(corrected));
  }
  CHECK(*evaluation.json(true) == before);
  CHECK(before == whole(graph, {sent, corrected}, {2026, 5, 26}));
  for (const v1::Evaluation& other : others) REQUIRE(other.json(true));  // and gives way again
  REQUIRE(evaluation.apply(paid));
  REQUIRE(evaluation.advance({2026, 6, 30}));
  CHECK(*evaluation.json(true) == whole(graph, {sent, corrected, paid}, {2026, 6, 30}));
}

TEST_CASE("lines that come in after the reasons were asked are among the reasons asked next") {
  const v1::Graph graph = paymentTerms();
  v1::Evaluation evaluation = begun(graph);
  REQUIRE(evaluation.apply(sent));
  REQUIRE(evaluation.whyJson("betaling", "F1"));
  REQUIRE(evaluation.apply(paid));
  CHECK(*evaluation.json(true) == whole(graph, {sent, paid}, {2026, 5, 28}));
}

TEST_CASE("an evaluation ends while what it worked out is kept") {
  const v1::Graph graph = paymentTerms();
  for (int i = 0; i < 3; ++i) {
    v1::Evaluation evaluation = begun(graph);  // mostly at the same place as the one before
    REQUIRE(evaluation.apply(sent));
    REQUIRE(evaluation.apply(corrected));
    CHECK(*evaluation.json(true) == whole(graph, {sent, corrected}, {2026, 5, 11}));
  }
}

}  // namespace beding::sample

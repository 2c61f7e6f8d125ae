// A saved evaluation: it goes on where it was, and nothing that was changed since is believed.
#include "library/state.h"

#include "library_sample.h"

namespace beding::sample {

namespace {

constexpr std::string_view lines =
    "\n{\"op\":\"2026-05-11\",\"gebeurtenis\":\"factuur verzonden\",\"factuur\":\"F1\",\"bedrag\":\"1210.00\"}\n\n\n"
    "{\"op\":\"2026-05-20\",\"gebeurtenis\":\"betaling ontvangen\",\"factuur\":\"F1\",\"bedrag\":500}\n\n";

v1::Evaluation going(const v1::Graph& graph) {
  v1::Evaluation evaluation = begun(graph);
  REQUIRE(evaluation.apply(lines));
  REQUIRE(evaluation.advance({2026, 6, 1}));
  return evaluation;
}

}  // namespace

TEST_CASE("what was saved goes on as if it had not been") {
  const v1::Graph graph = paymentTerms();
  v1::Evaluation first = going(graph);
  const std::string bytes = *first.save();
  auto second = v1::Evaluation::resume(graph, bytes);
  REQUIRE_MESSAGE(second, problemOf(second));
  CHECK(second->today() == v1::Date{2026, 6, 1});
  CHECK(*second->json(true) == *first.json(true));
  CHECK(*second->whyJson("1.1") == *first.whyJson("1.1"));  // which names the lines
  CHECK(*second->save() == bytes);
  for (v1::Evaluation* each : {&first, &*second}) {
    REQUIRE(each->apply(payment("F1", "2026-06-03", 70000)));
    CHECK(problemOf(each->apply("x")).find("tijdlijn:8: ") == 0);  // six lines, and the payment
  }
  CHECK(*second->json(true) == *first.json(true));
  CHECK(*second->save() == *first.save());
}

TEST_CASE("a state is taken to a new graph by its events only") {
  const std::string bytes = *going(paymentTerms()).save();
  const v1::Graph other = paymentTerms("ander");
  const auto refused = v1::Evaluation::resume(other, bytes);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == v1::Code::invalidInput);
  CHECK(problemOf(refused).find("ander gecompileerd document") != std::string::npos);
  v1::Evaluation anew = begun(other);
  CHECK(anew.apply(*v1::Evaluation::timelineIn(bytes)));
}

TEST_CASE("an evaluation that has not begun can be saved too") {
  const v1::Graph graph = paymentTerms();
  const auto again = v1::Evaluation::resume(graph, *begun(graph).save());
  REQUIRE(again);
  CHECK_FALSE(again->today());
}

TEST_CASE("no byte of a state can change or be missing unnoticed") {
  const v1::Graph graph = paymentTerms();
  const std::string bytes = *going(graph).save();
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    CHECK_FALSE(v1::Evaluation::resume(graph, bytes.substr(0, at)));
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x11);
    CHECK_FALSE(v1::Evaluation::resume(graph, damaged));
  }
  CHECK_FALSE(v1::Evaluation::resume(graph, bytes + "x"));
}

TEST_CASE("behind the checksum nothing is believed either") {
  const v1::Graph graph = paymentTerms();
  const v1::State good = *v1::stateIn(*going(graph).save());
  const auto refused = [&](auto change) {
    v1::State state = good;
    change(state);
    return !v1::Evaluation::resume(graph, v1::bytesOf(state));
  };
  CHECK_FALSE(refused([](v1::State&) {}));
  CHECK(refused([](v1::State& state) { state.mark += 1; }));
  CHECK(refused([](v1::State& state) { state.today = beding::Date{2'000'000'000}; }));
  CHECK(refused([](v1::State& state) { state.today = beding::Date{-2'000'000'000}; }));
  CHECK(refused([](v1::State& state) { state.lines = 1; }));
  CHECK(refused([](v1::State& state) { state.timeline += "{\"op\":\"2026-06-01\",\"gebeurtenis\":\"x\"}"; }));
  CHECK(refused([](v1::State& state) { state.readings["9.9/x"] = "y"; }));
}

TEST_CASE("any bytes at all are refused or are a state") {
  const v1::Graph graph = paymentTerms();
  v1::State state = *v1::stateIn(*going(graph).save());
  std::size_t refused = 0;
  for (std::size_t at = 0; at < state.timeline.size(); ++at) {
    for (const char other : {'\0', '"', '}', '\n', '\xFF', '9'}) {
      v1::State changed = state;
      changed.timeline[at] = other;
      const auto result = v1::Evaluation::resume(graph, v1::bytesOf(changed));
      if (result) CHECK(result->json());
      refused += result ? 0 : 1;
    }
  }
  CHECK(refused > state.timeline.size());
}

}  // namespace beding::sample

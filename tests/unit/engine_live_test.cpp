// An evaluation that goes on: late lines, corrections, refused lines, the present day.
#include "engine/live.h"

#include "timeline/record.h"
#include "unit/graph_builder.h"

namespace beding::built {

namespace {

constexpr std::string_view invoice =
    R"({"op":"2026-05-11","gebeurtenis":"factuur verzonden","factuur":"F1","bedrag":"1210.00","id":"a"})";
constexpr std::string_view payment =
    R"({"op":"2026-05-20","gebeurtenis":"betaling ontvangen","factuur":"F1","bedrag":"1210.00","id":"b"})";

Builder paid() {
  Builder built;
  built.invoices();
  return built;
}

struct Going {
  Builder built = paid();
  Evaluator evaluator{built.graph};
  Live live{built.graph, evaluator};
  std::uint32_t lines = 0;

  /// What is wrong with the line; nothing when it was taken in.
  std::string apply(std::string_view line) {
    Records records = recordsIn(line);
    for (Record& record : records.records) record.line = ++lines;
    const auto problems = live.apply(typedLines(std::move(records), "tijdlijn", built.graph.events));
    return problems.empty() ? "" : text(problems.front());
  }
  [[nodiscard]] std::string duty() const { return told(find(live.outcomes(), "1.1", OutcomeKind::obligation, "F1")); }
};

Date day(std::string_view text) { return parseMoment(text)->day; }

}  // namespace

TEST_CASE("the present day is the latest of the days of events and those advanced to") {
  Going going;
  CHECK_FALSE(going.live.today());
  CHECK(going.apply(invoice) == "");
  CHECK(going.live.today() == day("2026-05-11"));
  CHECK(going.duty() == "open vanaf 2026-05-11 uiterlijk 2026-05-25 sinds 2026-05-11");
  CHECK(going.live.advance(day("2026-05-26")));
  CHECK(going.duty() == "geschonden vanaf 2026-05-11 uiterlijk 2026-05-25 sinds 2026-05-26");
  CHECK_FALSE(going.live.advance(day("2026-05-25")));
  CHECK(going.live.today() == day("2026-05-26"));
}

TEST_CASE("an event that comes late counts from its own day, and so does a correction") {
  Going going;
  CHECK(going.apply(invoice) == "");
  going.live.advance(day("2026-06-10"));
  CHECK(going.apply(payment) == "");
  CHECK(going.live.today() == day("2026-06-10"));
  CHECK(going.duty() == "nagekomen vanaf 2026-05-11 uiterlijk 2026-05-25 sinds 2026-05-20");
  CHECK(going.apply(R"({"op":"2026-05-27","gebeurtenis":"betaling ontvangen","factuur":"F1","bedrag":"1210.00",)"
                    R"("corrigeert":"b"})") == "");
  CHECK(going.duty() == "te-laat-nagekomen vanaf 2026-05-11 uiterlijk 2026-05-25 sinds 2026-05-27");
  CHECK(going.apply(R"({"vervalt":"b"})") == "");
  CHECK(going.duty() == "geschonden vanaf 2026-05-11 uiterlijk 2026-05-25 sinds 2026-05-26");
}

TEST_CASE("what is wrong is refused with its line, and changes nothing") {
  Going going;
  CHECK(going.apply(invoice) == "");
  const std::string before = going.duty();
  CHECK(going.apply(invoice).starts_with("tijdlijn:2: "));  // the same id again
  CHECK(going.apply(R"({"op":"2026-05-12","gebeurtenis":"betaling"})").starts_with("tijdlijn:3: "));
  CHECK(going.apply(R"({"op":"2026-05-12","vervalt":"x"})").starts_with("tijdlijn:4: "));
  CHECK(going.duty() == before);
  CHECK(going.live.today() == day("2026-05-11"));
}

}  // namespace beding::built

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

/// Who suffers from a force may end it; and there are invoices.
Builder ended() {
  Builder built;
  built.invoices();
  graph::State force;
  force.where = Builder::where("21.1");
  force.name = "overmacht";
  force.begins = {{built.pattern("overmacht ingetreden"), {}}};
  const graph::StateId runs = built.add(force);
  graph::Norm stop = built.norm(graph::NormKind::power, "21.1", "opzeggen", graph::Party::client,
                                built.act("opzeggen", "opzegging gedaan", "partij"));
  stop.during = built.stateOf(runs);
  built.add(stop);
  return built;
}

Builder paid() {
  Builder built;
  built.invoices();
  return built;
}

struct Going {
  Builder built;
  Evaluator evaluator{built.graph};
  Live live{built.graph, evaluator};
  std::uint32_t lines = 0;
  std::string all;  ///< that were asked for warnings

  explicit Going(Builder with = paid()) : built(std::move(with)) {}

  /// What is wrong with the line; nothing when it was taken in.
  std::string apply(std::string_view line) {
    Records records = recordsIn(line);
    for (Record& record : records.records) record.line = ++lines;
    const auto problems = live.apply(typedLines(std::move(records), "tijdlijn", built.graph.events));
    return problems.empty() ? "" : text(problems.front());
  }
  /// How many there are behind another line; those that one evaluation of all lines gives.
  std::size_t warnings(const std::string& line) {
    CHECK(apply(line) == "");
    all += line;
    const Evaluation going = live.outcomes();
    CHECK(going.warnings == built.run(all, isoText(momentOf(*live.today()))).warnings);
    return going.warnings.size();
  }
  [[nodiscard]] std::string duty() const { return told(find(live.outcomes(), "1.1", OutcomeKind::obligation, "F1")); }
};

std::string invoiced(const std::string& day, const std::string& number) {
  return R"({"op":"2026-05-)" + day + R"(","gebeurtenis":"factuur verzonden","bedrag":"1.00","factuur":")" + number +
         "\"}\n";
}

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

TEST_CASE("where the order on a day decided, or did not, is told anew as more comes in") {
  const auto notice = [](const std::string& day, const std::string& id) {
    return R"({"op":"2026-05-)" + day + R"(","gebeurtenis":"opzegging gedaan","partij":"Opdrachtgever","id":")" + id +
           "\"}\n";
  };
  Going going(ended());
  const auto warnings = [&](const std::string& line) { return going.warnings(line); };
  CHECK(warnings(notice("01", "O1")) == 0);
  CHECK(warnings(invoiced("01", "F1")) == 0);  // to no effect in either order
  CHECK(warnings(notice("02", "O2")) == 0);
  CHECK(warnings(R"({"op":"2026-05-02","gebeurtenis":"overmacht ingetreden","id":"V1"})"
                 "\n") == 1);  // before the notice, it would have been valid
  CHECK(warnings(invoiced("02", "F2")) == 1);
  CHECK(warnings(notice("03", "O3")) == 1);
  CHECK(warnings(invoiced("30", "F3")) == 1);
  CHECK(warnings(notice("03", "O4")) == 2);  // late, so that all begins anew; the power can be used only once
}

TEST_CASE("a name that nothing has is told for as long as nothing has it") {
  Going going;
  const auto paidFor = [](const std::string& day, const std::string& number) {
    return R"({"op":"2026-05-)" + day + R"(","gebeurtenis":"betaling ontvangen","bedrag":"1.00","factuur":")" + number +
           "\"}\n";
  };
  CHECK(going.warnings(invoiced("01", "F1")) == 0);
  CHECK(going.warnings(paidFor("02", "F1")) == 0);
  CHECK(going.warnings(paidFor("03", "F2")) == 1);
  CHECK(going.warnings(paidFor("04", "F1")) == 1);
  CHECK(going.warnings(invoiced("05", "F2")) == 0);
  CHECK(going.warnings(paidFor("06", "F2")) == 0);
  CHECK(going.warnings(paidFor("07", "F3")) == 1);
}

}  // namespace beding::built

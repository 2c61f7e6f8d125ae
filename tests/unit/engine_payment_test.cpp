// Obligations with a term, the ledger, interest.
#include "unit/graph_builder.h"

namespace beding::built {

namespace {

constexpr auto duty = OutcomeKind::obligation;
constexpr auto amount = OutcomeKind::amount;

std::string dutyOn(const Builder& built, std::string_view lines, std::string_view day, std::string_view key) {
  return told(find(built.run(lines, day), "1.1", duty, key));
}

std::string amountOn(const Builder& built, std::string_view lines, std::string_view day, std::string_view key,
                     std::string_view lid = "1.2") {
  return told(find(built.run(lines, day), lid, amount, key));
}

Builder chargeable() {
  Builder built;
  built.invoices();
  built.interest("1.2", false);
  return built;
}

}  // namespace

TEST_CASE("payment within 14 days: open, breached, performed late") {
  const Builder built = chargeable();
  const std::string_view lines =
      R"({"op":"2026-05-11","gebeurtenis":"factuur verzonden","factuur":"F1","bedrag":"1210.00"}
{"op":"2026-05-26","gebeurtenis":"betaling ontvangen","factuur":"F1","bedrag":"1210.00"})";
  CHECK(dutyOn(built, lines, "2026-05-25", "F1") == "open vanaf 2026-05-11 uiterlijk 2026-05-25 sinds 2026-05-11");
  CHECK(amountOn(built, lines, "2026-05-25", "F1") == "afwezig");
  CHECK(dutyOn(built, lines, "2026-05-26", "F1") ==
        "te-laat-nagekomen vanaf 2026-05-11 uiterlijk 2026-05-25 sinds 2026-05-26");
  CHECK(amountOn(built, lines, "2026-05-26", "F1") ==
        "verschuldigd vanaf 2026-05-26 tot 2026-05-26 bedrag 0.34 open 0.34");
  CHECK(amountOn(built, lines, "2026-06-30", "F1") ==
        "verschuldigd vanaf 2026-05-26 tot 2026-05-26 bedrag 0.34 open 0.34");
}

TEST_CASE("part payment and a rate change: interest in segments") {
  const Builder built = chargeable();
  const std::string_view lines =
      R"({"op":"2026-06-01","gebeurtenis":"factuur verzonden","factuur":"F2","bedrag":"1000.00"}
{"op":"2026-06-15T23:58","gebeurtenis":"betaling ontvangen","factuur":"F2","bedrag":"600.00"}
{"op":"2026-07-10","gebeurtenis":"betaling ontvangen","factuur":"F2","bedrag":"400.00"})";
  CHECK(dutyOn(built, lines, "2026-06-15", "F2") == "open vanaf 2026-06-01 uiterlijk 2026-06-15 sinds 2026-06-01");
  CHECK(dutyOn(built, lines, "2026-06-16", "F2") ==
        "geschonden vanaf 2026-06-01 uiterlijk 2026-06-15 sinds 2026-06-16");
  CHECK(amountOn(built, lines, "2026-06-16", "F2") == "verschuldigd vanaf 2026-06-16 bedrag 0.11 open 0.11");
  CHECK(amountOn(built, lines, "2026-06-30", "F2") == "verschuldigd vanaf 2026-06-16 bedrag 1.67 open 1.67");
  CHECK(amountOn(built, lines, "2026-07-09", "F2") == "verschuldigd vanaf 2026-06-16 bedrag 2.70 open 2.70");
  CHECK(amountOn(built, lines, "2026-07-11", "F2") ==
        "verschuldigd vanaf 2026-06-16 tot 2026-07-10 bedrag 2.81 open 2.81");
  CHECK(dutyOn(built, lines, "2026-07-10", "F2") ==
        "te-laat-nagekomen vanaf 2026-06-01 uiterlijk 2026-06-15 sinds 2026-07-10");
}

TEST_CASE("what was paid too much meets the next invoice on the day it falls due") {
  const Builder built = chargeable();
  const std::string_view lines =
      R"({"op":"2026-06-01","gebeurtenis":"factuur verzonden","factuur":"F1","bedrag":"1000.00"}
{"op":"2026-06-05","gebeurtenis":"betaling ontvangen","factuur":"F1","bedrag":"1400.00"}
{"op":"2026-07-01","gebeurtenis":"factuur verzonden","factuur":"F2","bedrag":"400.00"})";
  CHECK(dutyOn(built, lines, "2026-07-14", "F2") == "open vanaf 2026-07-01 uiterlijk 2026-07-15 sinds 2026-07-01");
  CHECK(dutyOn(built, lines, "2026-07-15", "F2") == "nagekomen vanaf 2026-07-01 uiterlijk 2026-07-15 sinds 2026-07-15");
}

TEST_CASE("interest that must be charged first takes a payment only afterwards") {
  const Builder built = chargeable();
  const std::string_view lines =
      R"({"op":"2026-08-03","gebeurtenis":"factuur verzonden","factuur":"F3","bedrag":"500.00"}
{"op":"2026-09-01","gebeurtenis":"rente in rekening gebracht","over":"F3","bedrag":"2.14"}
{"op":"2026-09-01","gebeurtenis":"betaling ontvangen","factuur":"F3","bedrag":"500.00"})";
  // 500 x 10,40% x 15 / 365 = 2,14 through 1 September; it goes first, so 2,14 of the invoice stays open.
  CHECK(dutyOn(built, lines, "2026-09-01", "F3") ==
        "geschonden vanaf 2026-08-03 uiterlijk 2026-08-17 sinds 2026-08-18");
  const Evaluation evaluation = built.run(lines, "2026-09-01");
  const Outcome* interest = find(evaluation, "1.2", amount, "F3");
  REQUIRE(interest != nullptr);
  CHECK(told(interest) == "voldaan vanaf 2026-08-18 bedrag 2.14 open 0.00");
  CHECK(interest->charged == true);
}

TEST_CASE("owed interest goes first, then the oldest invoice, whatever the payment names") {
  Builder built;
  built.invoices();
  built.interest("1.2", true);
  built.graph.ledger.ignoreDesignation = true;
  built.graph.ledger.orderFromClause = true;
  built.graph.ledger.order = {PostKind::costs, PostKind::interest, PostKind::principal};
  const std::string_view lines =
      R"({"op":"2026-07-01","gebeurtenis":"factuur verzonden","factuur":"F7","bedrag":"1000.00"}
{"op":"2026-08-04","gebeurtenis":"factuur verzonden","factuur":"F8","bedrag":"2000.00"}
{"op":"2026-08-31","gebeurtenis":"betaling ontvangen","factuur":"F8","bedrag":"1500.00"})";
  CHECK(dutyOn(built, lines, "2026-07-16", "F7") ==
        "geschonden vanaf 2026-07-01 uiterlijk 2026-07-15 sinds 2026-07-16");
  CHECK(amountOn(built, lines, "2026-08-30", "F7") == "verschuldigd vanaf 2026-07-16 bedrag 13.11 open 13.11");
  CHECK(amountOn(built, lines, "2026-08-31", "F7") == "voldaan vanaf 2026-07-16 tot 2026-08-31 bedrag 13.39 open 0.00");
  CHECK(dutyOn(built, lines, "2026-08-31", "F7") ==
        "te-laat-nagekomen vanaf 2026-07-01 uiterlijk 2026-07-15 sinds 2026-08-31");
  CHECK(dutyOn(built, lines, "2026-08-31", "F8") ==
        "geschonden vanaf 2026-08-04 uiterlijk 2026-08-18 sinds 2026-08-19");
  CHECK(amountOn(built, lines, "2026-08-31", "F8") == "voldaan vanaf 2026-08-19 bedrag 7.41 open 0.00");
  // 1.500,00 - 13,39 - 7,41 - 1.000,00 = 479,20 to F8; one day over 1.520,80 is 0,43.
  CHECK(amountOn(built, lines, "2026-09-01", "F8") == "verschuldigd vanaf 2026-08-19 bedrag 7.84 open 0.43");
}

TEST_CASE("a payment that names a claim goes there; a surplus meets the next claim on its due day") {
  const Builder built = chargeable();
  const std::string_view lines =
      R"({"op":"2026-06-01","gebeurtenis":"factuur verzonden","factuur":"F1","bedrag":"100.00"}
{"op":"2026-06-02","gebeurtenis":"factuur verzonden","factuur":"F2","bedrag":"50.00"}
{"op":"2026-06-05","gebeurtenis":"betaling ontvangen","factuur":"F1","bedrag":"150.00"})";
  CHECK(dutyOn(built, lines, "2026-06-05", "F1") == "nagekomen vanaf 2026-06-01 uiterlijk 2026-06-15 sinds 2026-06-05");
  CHECK(dutyOn(built, lines, "2026-06-15", "F2") == "open vanaf 2026-06-02 uiterlijk 2026-06-16 sinds 2026-06-02");
  CHECK(dutyOn(built, lines, "2026-06-16", "F2") == "nagekomen vanaf 2026-06-02 uiterlijk 2026-06-16 sinds 2026-06-16");
}

TEST_CASE("one breach makes all existing claims due; they are breached the day after") {
  Builder built;
  built.invoices();
  State due;
  due.where = Builder::where("1.5");
  due.name = "direct opeisbaar";
  due.binders = {{built.invoice, {}}};
  due.report = StateReport::state;
  const StateId shows = built.add(due);
  Effect accelerate;
  accelerate.where = Builder::where("1.5");
  accelerate.kind = EffectKind::accelerate;
  accelerate.trigger = Trigger{{}, built.existsOne(built.invoice, 0, built.stateOf(built.late, {built.var(0)}))};
  accelerate.shows = shows;
  built.add(accelerate);
  const std::string_view lines =
      R"({"op":"2026-08-10","gebeurtenis":"factuur verzonden","factuur":"F10","bedrag":"3000.00"}
{"op":"2026-08-20","gebeurtenis":"factuur verzonden","factuur":"F11","bedrag":"1000.00"}
{"op":"2026-08-26","gebeurtenis":"factuur verzonden","factuur":"F12","bedrag":"10.00"})";
  CHECK(dutyOn(built, lines, "2026-08-24", "F10") == "open vanaf 2026-08-10 uiterlijk 2026-08-24 sinds 2026-08-10");
  CHECK(dutyOn(built, lines, "2026-08-25", "F10") ==
        "geschonden vanaf 2026-08-10 uiterlijk 2026-08-24 sinds 2026-08-25");
  CHECK(told(find(built.run(lines, "2026-08-25"), "1.5", OutcomeKind::state, "F11")) ==
        "ja vanaf 2026-08-25 sinds 2026-08-25");
  CHECK(dutyOn(built, lines, "2026-08-25", "F11") == "open vanaf 2026-08-20 uiterlijk 2026-08-25 sinds 2026-08-20");
  CHECK(dutyOn(built, lines, "2026-08-26", "F11") ==
        "geschonden vanaf 2026-08-20 uiterlijk 2026-08-25 sinds 2026-08-26");
  CHECK(dutyOn(built, lines, "2026-08-27", "F12") == "open vanaf 2026-08-26 uiterlijk 2026-09-09 sinds 2026-08-26");
}

TEST_CASE("a penalty per day: the first day carries the fixed sum, every later day that begins the daily sum") {
  Builder built;
  const EntityId breach = built.entity("overtreding", "overtreding begonnen", "overtreding");
  State running;
  running.where = Builder::where("7.7");
  running.name = "overtreding loopt";
  running.binders = {{breach, {}}};
  running.begins = {{built.pattern("overtreding begonnen", 1,
                                   built.make(Op::refersTo, {built.var(1), built.var(0)},
                                              built.field("overtreding begonnen", "overtreding"))),
                     {}}};
  running.ends = {{built.pattern("overtreding geeindigd", 1,
                                 built.make(Op::refersTo, {built.var(1), built.var(0)},
                                            built.field("overtreding geeindigd", "overtreding"))),
                   {}}};
  const StateId runs = built.add(running);
  Amount penalty;
  penalty.where = Builder::where("7.7");
  penalty.name = "boete";
  penalty.kind = AmountKind::perDay;
  penalty.post = PostKind::penalty;
  penalty.binders = {{breach, {}}};
  penalty.debtor.fixed = Party::client;
  penalty.during = built.stateOf(runs, {built.var(0)});
  penalty.value = built.money("100000.00");
  penalty.daily = built.money("10000.00");
  built.add(penalty);
  const std::string_view lines =
      R"({"op":"2026-06-01T10:00","gebeurtenis":"overtreding begonnen","overtreding":"X1"}
{"op":"2026-06-04T15:00","gebeurtenis":"overtreding geeindigd","overtreding":"X1"})";
  CHECK(amountOn(built, lines, "2026-05-31", "X1", "7.7") == "afwezig");
  CHECK(amountOn(built, lines, "2026-06-01", "X1", "7.7") ==
        "verschuldigd vanaf 2026-06-01 bedrag 100000.00 open 100000.00");
  CHECK(amountOn(built, lines, "2026-06-03", "X1", "7.7") ==
        "verschuldigd vanaf 2026-06-01 bedrag 120000.00 open 120000.00");
  CHECK(amountOn(built, lines, "2026-06-04", "X1", "7.7") ==
        "verschuldigd vanaf 2026-06-01 tot 2026-06-04 bedrag 130000.00 open 130000.00");
  CHECK(amountOn(built, lines, "2026-06-05", "X1", "7.7") ==
        "verschuldigd vanaf 2026-06-01 tot 2026-06-04 bedrag 130000.00 open 130000.00");
}

}  // namespace beding::built

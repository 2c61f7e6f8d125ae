#include <doctest/doctest.h>

#include "timeline_sample.h"

using namespace beding;
using sample::problems;
using sample::read;

TEST_CASE("comma-separated lines are events, empty cells absent") {
  const TimelineResult result = read(
      "op,gebeurtenis,factuur,bedrag,per direct\n"
      "2025-03-01,factuur verzonden,F1,1210.00,\n"
      "2025-03-20T14:05,betaling ontvangen,F1|F2,\"1000.00\",\n"
      "\n"
      "2025-03-21,opzegging gedaan,,,ja\n");
  REQUIRE(result.problems.empty());
  const auto& events = result.timeline.events;
  REQUIRE(events.size() == 3);
  CHECK(events[0].key == "#2");
  CHECK(std::get<Money>(events[0].attributes[1]) == Money{1210});
  CHECK(std::get<std::vector<std::string>>(events[1].attributes[0]) == std::vector<std::string>{"F1", "F2"});
  CHECK(events[2].line == 5);
  CHECK(std::get<Truth>(events[2].attributes[3]) == Truth::yes);
}

TEST_CASE("semicolons and tabs separate too, and a quoted cell may hold anything") {
  const TimelineResult result = read(
      "op;gebeurtenis;partij;toelichting\r\n"
      "2025-03-01;opzegging gedaan;\"Jansen; Piet \"\"de Boer\"\"\";\"eerste\r\ntweede\"\r\n"
      "2025-03-02;opzegging gedaan;;\r\n");
  REQUIRE(result.problems.empty());
  REQUIRE(result.timeline.events.size() == 2);
  CHECK(std::get<std::string>(result.timeline.events[0].attributes[0]) == "Jansen; Piet \"de Boer\"");
  CHECK(result.timeline.events[1].line == 4);
  CHECK(read("op\tgebeurtenis\n2025-03-01\topzegging gedaan\n").timeline.events.size() == 1);
}

TEST_CASE("what is wrong with CSV") {
  CHECK(problems("op,bedrag\n") ==
        "dossier.jsonl:1: de kolom \"gebeurtenis\" ontbreekt in de CSV-kop; elke gebeurtenis heeft \"op\" en "
        "\"gebeurtenis\"\n");
  CHECK(problems("op,gebeurtenis,op\n") ==
        "dossier.jsonl:1: de kolom \"op\" staat twee keer in de CSV-kop; geef elke kolom een eigen naam\n");
  CHECK(problems("op,gebeurtenis\n2025-03-01,opzegging gedaan,extra\n") ==
        "dossier.jsonl:2: deze regel heeft 3 cellen en de kop 2; zet een waarde waarin het scheidingsteken voorkomt "
        "tussen "
        "dubbele aanhalingstekens\n");
  CHECK(problems("op,gebeurtenis\n2025-03-01,\"opzegging gedaan\n") ==
        "dossier.jsonl:2: een cel die met een aanhalingsteken begint, wordt niet gesloten; zet er een aanhalingsteken "
        "achter, en schrijf een aanhalingsteken in de cel zelf dubbel\n");
  CHECK(problems("op,gebeurtenis,bedrag\n2025-03-01,betaling ontvangen,\"1.000,00\"\n")
            .starts_with("dossier.jsonl:2: \"bedrag\" bij \"betaling ontvangen\": \"1.000,00\" is op z'n Nederlands "
                         "geschreven; schrijf "
                         "\"1000\""));
}

TEST_CASE("a cell that is never closed costs no other row") {
  const std::string rows =
      "op,gebeurtenis,toelichting\n2025-03-01,opzegging gedaan,\"open\n2025-03-02,opzegging gedaan,\"dicht\"\n";
  CHECK(problems(rows).starts_with("dossier.jsonl:2: een cel die met een aanhalingsteken begint"));
  ReadOptions skipping;
  skipping.skipBad = true;
  const TimelineResult result = readTimeline(rows, "dossier.jsonl", sample::vocabulary(), skipping);
  REQUIRE(result.timeline.events.size() == 1);
  CHECK(result.timeline.events.front().line == 3);
}

TEST_CASE("rows ended by carriage returns only, and empty lines before the header") {
  CHECK(read("op,gebeurtenis\r2025-03-01,opzegging gedaan\r2025-03-02,opzegging gedaan\r").timeline.events.size() == 2);
  CHECK(read("\n \nop,gebeurtenis\n2025-03-01,opzegging gedaan\n").timeline.events.at(0).line == 4);
}

TEST_CASE("a first line that is no header costs only itself when lines of JSON follow") {
  const std::string event = "{\"op\":\"2025-03-01\",\"gebeurtenis\":\"opzegging gedaan\"}\n";
  CHECK(problems("garbage\n" + event).starts_with("dossier.jsonl:1: deze regel is geen JSON"));
  CHECK(problems("garbage\n").starts_with("dossier.jsonl:1: de eerste regel is geen JSON en geen CSV-kop"));
  ReadOptions skipping;
  skipping.skipBad = true;
  CHECK(readTimeline("garbage\n" + event, "dossier.jsonl", sample::vocabulary(), skipping).timeline.events.size() == 1);
}

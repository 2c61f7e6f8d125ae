#include <doctest/doctest.h>

#include "timeline_sample.h"

using namespace beding;
using sample::keys;
using sample::problems;
using sample::read;

namespace {

std::string line(std::string_view id, std::string_view op, std::string_view more = "") {
  return "{\"id\":\"" + std::string(id) + "\",\"op\":\"" + std::string(op) + "\",\"gebeurtenis\":\"opzegging gedaan\"" +
         std::string(more) + "}\n";
}

std::string order(const std::string& lines) { return keys(read(lines).timeline); }

ReadOptions knownOn(std::string_view day) {
  ReadOptions options;
  options.asKnownOn = parseMoment(day)->day;
  return options;
}

}  // namespace

TEST_CASE("events are sorted by day, then time") {
  CHECK(order(line("c", "2025-03-02") + line("a", "2025-03-01T09:00") + line("b", "2025-03-01T10:00")) == "a b c");
  CHECK(order(line("b", "2025-03-01T10:00") + line("a", "2025-03-01T09:00")) == "a b");
  CHECK(order(line("b", "2025-03-01T10:00+01:00") + line("a", "2025-03-01T10:30+02:00")) == "a b");
}

TEST_CASE("a date-only event takes the time of the event before it on that day") {
  CHECK(order(line("b", "2025-03-01T10:00") + line("c", "2025-03-01") + line("a", "2025-03-01T09:00")) == "a b c");
  CHECK(order(line("c", "2025-03-01") + line("b", "2025-03-01T10:00")) == "c b");
  CHECK(order(line("x", "2025-03-01T15:00") + line("y", "2025-03-02") + line("z", "2025-03-01T14:00")) == "z x y");
  CHECK(order(line("p", "2025-03-01T10:00") + line("q", "2025-03-02") + line("r", "2025-03-01") +
              line("s", "2025-03-01T09:00")) == "s p r q");
}

TEST_CASE("events at one time keep their place in the input") {
  CHECK(order(line("b", "2025-03-01") + line("a", "2025-03-01")) == "b a");
  CHECK(order(line("b", "2025-03-01T10:00") + line("a", "2025-03-01T10:00")) == "b a");
}

TEST_CASE("a correction takes the place of what it replaces") {
  const std::string lines =
      line("a", "2025-03-01") + line("b", "2025-03-01") + line("a2", "2025-03-01", ",\"corrigeert\":\"a\"");
  const Timeline timeline = read(lines).timeline;
  CHECK(keys(timeline) == "a2 b");
  CHECK(timeline.events[0].line == 3);
  CHECK(timeline.events[0].position == 1);
  CHECK(timeline.events[0].formerKeys == std::vector<std::string>{"a"});
}

TEST_CASE("a correction without an id of its own keeps the key") {
  CHECK(order(line("a", "2025-03-01") +
              "{\"op\":\"2025-03-02\",\"gebeurtenis\":\"opzegging gedaan\",\"corrigeert\":\"a\"}\n") == "a");
}

TEST_CASE("a line without an id can be corrected by its number") {
  CHECK(order("{\"op\":\"2025-03-02\",\"gebeurtenis\":\"opzegging gedaan\"}\n" +
              line("b", "2025-03-03", ",\"corrigeert\":\"#1\"")) == "b");
}

TEST_CASE("chains of corrections are followed, wherever they stand") {
  const std::string first = line("a", "2025-03-01");
  const std::string second = line("b", "2025-03-02", ",\"corrigeert\":\"a\"");
  const std::string third = line("c", "2025-03-03", ",\"corrigeert\":\"b\"");
  CHECK(order(first + second + third) == "c");
  CHECK(order(third + second + first) == "c");
  CHECK(read(first + second + third).timeline.events[0].formerKeys == std::vector<std::string>{"a", "b"});
}

TEST_CASE("of two corrections of one line the one recorded last counts") {
  const std::string late = line("b", "2025-03-02", ",\"corrigeert\":\"a\",\"vastgelegd\":\"2025-05-01\"");
  const std::string early = line("c", "2025-03-03", ",\"corrigeert\":\"a\",\"vastgelegd\":\"2025-04-01\"");
  CHECK(order(line("a", "2025-03-01") + late + early) == "b");
  CHECK(order(line("a", "2025-03-01") + line("b", "2025-03-02", ",\"corrigeert\":\"a\"") +
              line("c", "2025-03-03", ",\"corrigeert\":\"a\"")) == "c");
}

TEST_CASE("a withdrawn event never counted, and the withdrawal is no event") {
  const std::string event = line("a", "2025-03-01") + line("b", "2025-03-01");
  CHECK(order(event + "{\"op\":\"2025-03-05\",\"vervalt\":\"a\"}\n") == "b");
  CHECK(order(event + line("w", "2025-03-05", ",\"vervalt\":\"a\"")) == "b");
  CHECK(order(event + "{\"vervalt\":\"a\"}\n") == "b");
  CHECK(order(event + line("a2", "2025-03-02", ",\"corrigeert\":\"a\"") + "{\"vervalt\":\"a2\"}\n") == "b");
}

TEST_CASE("a withdrawal that repeats its event may leave out what is required, and not be wrong") {
  const std::string paid = R"({"id":"p","op":"2025-03-01","gebeurtenis":"betaling ontvangen","bedrag":"1.00"})"
                           "\n";
  CHECK(order(paid + R"({"gebeurtenis":"betaling ontvangen","vervalt":"p"})") == "");
  CHECK(problems(paid + R"({"gebeurtenis":"betaling ontvangen","bedrag":1.5,"vervalt":"p"})")
            .starts_with("dossier.jsonl:2"));
}

TEST_CASE("as known on a date: what was recorded later is not there") {
  const std::string lines = line("a", "2025-03-01") +
                            line("a2", "2025-03-02", ",\"corrigeert\":\"a\",\"vastgelegd\":\"2025-04-10\"") +
                            line("b", "2025-03-05", ",\"vastgelegd\":\"2025-04-15\"");
  CHECK(keys(read(lines).timeline) == "a2 b");
  CHECK(keys(read(lines, knownOn("2025-04-09")).timeline) == "a");
  CHECK(keys(read(lines, knownOn("2025-04-10")).timeline) == "a2");
  CHECK(keys(read(lines, knownOn("2025-04-15")).timeline) == "a2 b");
}

TEST_CASE("a withdrawal recorded later leaves the event until then") {
  const std::string lines = line("a", "2025-03-01") + "{\"vervalt\":\"a\",\"vastgelegd\":\"2025-04-10\"}\n";
  CHECK(keys(read(lines, knownOn("2025-04-09")).timeline) == "a");
  CHECK(keys(read(lines, knownOn("2025-04-10")).timeline) == "");
}

TEST_CASE("a correction of a correction that was not known yet replaces the first event") {
  const std::string lines = line("a", "2025-03-01") +
                            line("b", "2025-03-02", ",\"corrigeert\":\"a\",\"vastgelegd\":\"2025-06-01\"") +
                            line("c", "2025-03-03", ",\"corrigeert\":\"b\",\"vastgelegd\":\"2025-05-01\"");
  CHECK(keys(read(lines, knownOn("2025-05-15")).timeline) == "c");
}

TEST_CASE("judgements are corrected, withdrawn and sorted too") {
  const auto judgement = [](std::string_view id, std::string_view op, std::string_view more) {
    return "{\"id\":\"" + std::string(id) + "\",\"op\":\"" + std::string(op) +
           "\",\"gebeurtenis\":\"oordeel vastgelegd\",\"norm\":\"a:1/" + std::string(id) + "\",\"uitkomst\":\"ja\"" +
           std::string(more) + "}\n";
  };
  const auto result = read(judgement("x", "2025-03-03", "") + judgement("y", "2025-03-01", "") +
                           judgement("z", "2025-03-04", ",\"corrigeert\":\"x\"") + judgement("v", "2025-03-01", "") +
                           "{\"vervalt\":\"v\"}\n");
  REQUIRE(result.problems.empty());
  REQUIRE(result.timeline.judgements.size() == 2);
  CHECK(result.timeline.judgements[0].norm == "a:1/y");
  CHECK(result.timeline.judgements[1].norm == "a:1/z");
}

TEST_CASE("an id is used once") {
  CHECK(problems(line("a", "2025-03-01") + line("a", "2025-03-02")) ==
        "dossier.jsonl:2: het id \"a\" staat ook op regel 1; geef elke regel een eigen id, of schrijf \"corrigeert\" "
        "om de "
        "eerdere te vervangen\n");
}

TEST_CASE("what a correction names exists") {
  CHECK(problems(line("B1", "2025-03-01") + line("b", "2025-03-02", ",\"corrigeert\":\"B2\"")) ==
        "dossier.jsonl:2: \"corrigeert\" noemt \"B2\", en geen regel heeft dat id; bedoelde u \"B1\"?\n");
  CHECK(problems(line("a", "2025-03-01", ",\"vervalt\":\"betaling\"")) ==
        "dossier.jsonl:1: \"vervalt\" noemt \"betaling\", en geen regel heeft dat id; verwacht wordt het id van een "
        "andere "
        "regel, of # met haar regelnummer\n");
  CHECK(problems(line("a", "2025-03-01") + line("w", "2025-03-02", ",\"vervalt\":\"a\"") +
                 line("b", "2025-03-03", ",\"corrigeert\":\"w\"")) ==
        "dossier.jsonl:3: \"corrigeert\" noemt \"w\", maar regel 2 trekt zelf een gebeurtenis in; laat die regel weg, "
        "of leg "
        "de gebeurtenis opnieuw vast\n");
  CHECK(problems(line("a", "2025-03-01") + line("b", "2025-03-02", ",\"corrigeert\":\"a\",\"vervalt\":\"a\"")) ==
        "dossier.jsonl:2: deze regel heeft zowel \"corrigeert\" als \"vervalt\"; een regel vervangt een gebeurtenis of "
        "trekt "
        "haar in, niet beide\n");
}

TEST_CASE("corrections do not go round in circles") {
  CHECK(problems(line("a", "2025-03-01", ",\"corrigeert\":\"a\"")) ==
        "dossier.jsonl:1: deze regels corrigeren elkaar in een kring: a → a; laat de oudste regel niets corrigeren\n");
  const std::string two =
      problems(line("a", "2025-03-01", ",\"corrigeert\":\"b\"") + line("b", "2025-03-01", ",\"corrigeert\":\"a\"") +
               line("c", "2025-03-01", ",\"corrigeert\":\"a\""));
  CHECK(two.find("dossier.jsonl:1: deze regels corrigeren elkaar in een kring: a → b → a") == 0);
  CHECK(two.find("dossier.jsonl:2: deze regels corrigeren elkaar in een kring: b → a → b") != std::string::npos);
  CHECK(two.find("dossier.jsonl:3: \"corrigeert\" noemt \"a\", en geen regel heeft dat id") != std::string::npos);
}

TEST_CASE("skipping bad lines also skips what leans on them") {
  ReadOptions options;
  options.skipBad = true;
  const auto result = read(line("a", "2025-02-30") + line("b", "2025-03-02", ",\"corrigeert\":\"a\"") +
                               line("c", "2025-03-03", ",\"corrigeert\":\"b\"") + line("d", "2025-03-04"),
                           options);
  CHECK(keys(result.timeline) == "d");
  CHECK(result.skipped.size() == 3);
}

TEST_CASE("only the lines of one contract") {
  const std::string lines =
      line("a", "2025-03-01", ",\"overeenkomst\":\"K1\"") + line("b", "2025-03-02", ",\"overeenkomst\":\"K2\"");
  ReadOptions options;
  options.contract = "K2";
  CHECK(keys(read(lines, options).timeline) == "b");
  CHECK(read(lines).timeline.contracts == std::vector<std::string>{"K1", "K2"});
  CHECK(read(lines + line("c", "2025-03-03"), options).problems.at(0).message.dutch ==
        "deze regel noemt geen \"overeenkomst\", en de tijdlijn gaat over meer dan één (K1, K2); zet erbij over welke "
        "zij "
        "gaat");
  options.contract = "K9";
  CHECK(read(lines, options).problems.at(0).message.dutch ==
        "geen regel gaat over de overeenkomst \"K9\"; bedoelde u \"K1\" of \"K2\"?");
}

TEST_CASE("lines without a contract belong to the only one") {
  ReadOptions options;
  options.contract = "K1";
  CHECK(keys(read(line("a", "2025-03-01", ",\"overeenkomst\":\"K1\"") + line("b", "2025-03-02"), options).timeline) ==
        "a b");
}

TEST_CASE("a portfolio has a timeline per contract, in order of first appearance") {
  const std::string lines = line("a", "2025-03-01", ",\"overeenkomst\":\"K2\"") +
                            line("a", "2025-03-02", ",\"overeenkomst\":\"K1\"") +
                            line("b", "2025-02-02", ",\"overeenkomst\":\"K2\"");
  const PortfolioResult result = readPortfolio(lines, "alle.jsonl", sample::vocabulary(), {});
  CHECK(result.problems.empty());
  REQUIRE(result.timelines.size() == 2);
  CHECK(result.timelines[0].name == "K2");
  CHECK(keys(result.timelines[0]) == "b a");
  CHECK(result.timelines[1].name == "K1");
  CHECK(keys(result.timelines[1]) == "a");
}

TEST_CASE("a portfolio with a problem has no timelines") {
  const PortfolioResult result =
      readPortfolio(line("a", "2025-03-01", ",\"overeenkomst\":\"K2\"") + "{", "alle.jsonl", sample::vocabulary(), {});
  CHECK(result.timelines.empty());
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].file == "alle.jsonl");
}

TEST_CASE("events made another way are checked and ordered alike") {
  Event late;
  late.type = EventTypeId{1};
  late.at = *parseMoment("2025-03-02");
  late.attributes = {Value{}, Value{Money{5}}};
  Event early = late;
  early.at = *parseMoment("2025-03-01");
  const TimelineResult good = makeTimeline({late, early}, {}, "scenario", sample::vocabulary(), {});
  CHECK(good.problems.empty());
  CHECK(keys(good.timeline) == "#2 #1");

  early.attributes = {Value{}, Value{std::string("vijf")}};
  const TimelineResult bad = makeTimeline({late, early}, {}, "scenario", sample::vocabulary(), {});
  REQUIRE(bad.problems.size() == 1);
  CHECK(bad.problems[0].message.dutch.starts_with("\"bedrag\" bij \"betaling ontvangen\": de waarde is iets anders"));
  early.attributes.clear();
  CHECK(makeTimeline({early}, {}, "scenario", sample::vocabulary(), {})
            .problems.at(0)
            .message.dutch.starts_with("bij \"betaling ontvangen\" ontbreekt het verplichte attribuut \"bedrag\""));
}

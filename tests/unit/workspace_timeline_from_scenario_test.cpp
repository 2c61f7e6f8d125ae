#include "workspace/timeline_from_scenario.h"

#include "workspace_sample.h"

using namespace beding;

namespace {

/// The fields of the only event, as `name=value|value` each.
std::vector<std::string> fieldsOf(const std::string& line) {
  Workspace workspace;
  const syntax::Scenario& scenario = sample::scenario(workspace, line);
  const Record record = recordOf(scenario.events.front(), 1, sample::graphWithEvents());
  std::vector<std::string> fields;
  for (const Field& field : record.fields) {
    std::string text = field.name + "=";
    for (const Scalar& value : field.values) text += (text.back() == '=' ? "" : "|") + value.text;
    fields.push_back(text);
  }
  return fields;
}

using Fields = std::vector<std::string>;

}  // namespace

TEST_CASE("an event is written as a line of a timeline") {
  CHECK(
      fieldsOf(
          "op 1 maart 2025: factuur verzonden, factuur \"F1\", bedrag € 1.000, factuurdatum 28 februari 2025.\n") ==
      Fields{"op=2025-03-01", "gebeurtenis=factuur verzonden", "factuur=F1", "bedrag=1000", "factuurdatum=2025-02-28"});
}

TEST_CASE("a time, cents, a percentage and a term keep their precision") {
  CHECK(fieldsOf("op 2025-03-20T14:05: betaling ontvangen, factuur \"F1\", bedrag € 1.000,05.\n") ==
        Fields{"op=2025-03-20T14:05:00+01:00", "gebeurtenis=betaling ontvangen", "factuur=F1", "bedrag=1000.05"});
  CHECK(fieldsOf("op 1 maart 2025: insolventie gebeurtenis, percentage 8,05%, duur 14 dagen.\n") ==
        Fields{"op=2025-03-01", "gebeurtenis=insolventie gebeurtenis", "percentage=8.05%", "duur=14 dagen"});
}

TEST_CASE("an attribute of several words, and words as a value") {
  CHECK(fieldsOf("op 1 maart 2025: bezwaar gemaakt, op verzoek van Opdrachtgever.\n") ==
        Fields{"op=2025-03-01", "gebeurtenis=bezwaar gemaakt", "op verzoek van=Opdrachtgever"});
  CHECK(fieldsOf("op 1 maart 2025: insolventie gebeurtenis, soort faillissement aangevraagd.\n") ==
        Fields{"op=2025-03-01", "gebeurtenis=insolventie gebeurtenis", "soort=faillissement aangevraagd"});
}

TEST_CASE("an attribute alone says yes") {
  CHECK(fieldsOf("op 1 maart 2025: bezwaar gemaakt, gemotiveerd.\n").back() == "gemotiveerd=ja");
  CHECK(fieldsOf("op 1 maart 2025: bezwaar gemaakt, gemotiveerd nee.\n").back() == "gemotiveerd=nee");
}

TEST_CASE("several values are a list, with or without commas") {
  CHECK(fieldsOf("op 1 maart 2025: betaling ontvangen, factuur \"F1\" en \"F2\", bedrag € 5.\n")[2] == "factuur=F1|F2");
  CHECK(fieldsOf("op 1 maart 2025: betaling ontvangen, factuur \"F1\", \"F2\", bedrag € 5.\n")[2] == "factuur=F1|F2");
}

TEST_CASE("a judgement's norm is of this document unless it names another") {
  CHECK(fieldsOf("op 1 maart 2025: oordeel vastgelegd, norm \"1.11/voldoende\", uitkomst ja.\n")[2] ==
        "norm=proef:1.11/voldoende");
  CHECK(fieldsOf("op 1 maart 2025: oordeel vastgelegd, norm \"elan:5.3/fataal\", uitkomst ja.\n")[2] ==
        "norm=elan:5.3/fataal");
}

TEST_CASE("a timeline is ordered, typed and keyed by place") {
  Workspace workspace;
  const syntax::Scenario& scenario =
      sample::scenario(workspace,
                       "op 5 maart 2025: betaling ontvangen, factuur \"F1\", bedrag € 10.\n"
                       "op 1 maart 2025: factuur verzonden, factuur \"F1\", bedrag € 10.\n");
  const ScenarioTimeline made = timelineOf("proef", scenario.events, sample::graphWithEvents());
  CHECK(made.problems.empty());
  REQUIRE(made.timeline.events.size() == 2);
  CHECK(made.timeline.events.front().key == "#2");
  CHECK(made.timeline.events.front().type.index == 0);
  CHECK(made.timeline.events.front().attributes[1] == Value(Money{Number(10)}));
}

TEST_CASE("what is wrong with an event is told at its place") {
  Workspace workspace;
  const syntax::Scenario& scenario =
      sample::scenario(workspace,
                       "op 1 maart 2025: factuur verzonden, factuur \"F1\", bedrag € 10.\n"
                       "op 2 maart 2025: betaling ontvangen, bedrach € 10.\n");
  const ScenarioTimeline made = timelineOf("proef", scenario.events, sample::graphWithEvents());
  REQUIRE(made.problems.size() == 1);
  CHECK(made.problems.front().first.begin == scenario.events[1].span.begin);
  CHECK(made.problems.front().second.dutch.find("bedrach") != std::string::npos);
  CHECK(made.problems.front().second.dutch.find("bedrag") != std::string::npos);
  CHECK(made.timeline.events.empty());
}

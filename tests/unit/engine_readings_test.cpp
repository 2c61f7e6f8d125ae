#include "engine/readings.h"

#include <doctest/doctest.h>

using namespace beding;

namespace {

graph::Graph withIssue() {
  graph::Graph graph;
  graph.document = "vandeez";
  graph::Issue issue;
  issue.where.lid = "6.6";
  issue.name = "jaar";
  issue.readings = {"kalenderjaar", "twaalf maanden"};
  graph.issues = {issue};
  return graph;
}

std::string problem(const std::string& choice) {
  std::map<std::string, std::string> readings;
  return chooseReading(withIssue(), choice, readings).dutch;
}

}  // namespace

TEST_CASE("a reading is chosen, with or without the document") {
  std::map<std::string, std::string> readings;
  CHECK(chooseReading(withIssue(), "6.6/jaar=twaalf maanden", readings).empty());
  CHECK(readings == std::map<std::string, std::string>{{"6.6/jaar", "twaalf maanden"}});
  CHECK(chooseReading(withIssue(), "Vandeez:6.6/Jaar=Kalenderjaar", readings).empty());
  CHECK(readings == std::map<std::string, std::string>{{"6.6/jaar", "kalenderjaar"}});
}

TEST_CASE("an unknown reading or issue names what was perhaps meant") {
  CHECK(problem("6.6/jaar=kalenderjaren") ==
        "kwestie «6.6/jaar» heeft geen lezing «kalenderjaren»; bedoelde u «kalenderjaar»?");
  CHECK(problem("6.6/jaar=iets anders") ==
        "kwestie «6.6/jaar» heeft geen lezing «iets anders»; er is «kalenderjaar», «twaalf maanden»");
  CHECK(problem("6.6/jaer=kalenderjaar") == "er is geen kwestie «6.6/jaer»; bedoelde u «6.6/jaar»?");
  CHECK(problem("6.6") == "schrijf LID/KWESTIE=NAAM, bijvoorbeeld 6.6/jaar=kalenderjaar");
}

TEST_CASE("a document without issues says so") {
  std::map<std::string, std::string> readings;
  CHECK(chooseReading({}, "1.1/x=y", readings).dutch == "er is geen kwestie «1.1/x»; dit document heeft geen kwesties");
}

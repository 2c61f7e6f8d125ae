#include "workspace/expectation.h"

#include "diagnostics/registry_scenario.h"
#include "workspace_sample.h"

using namespace beding;

namespace {

Moment day(const char* text) { return *parseMoment(text); }

Outcome payment() {
  Outcome outcome;
  outcome.lid = "proef:6.5";
  outcome.name = "betaling";
  outcome.key = "F1";
  outcome.status = "te-laat-nagekomen";
  outcome.bearer = "Opdrachtgever";
  outcome.counterparty = "Opdrachtnemer";
  outcome.deadline = day("2025-03-15");
  outcome.since = day("2025-03-20T14:05");
  return outcome;
}

Outcome interest() {
  Outcome outcome;
  outcome.lid = "proef:6.8.a";
  outcome.name = "rente";
  outcome.kind = OutcomeKind::amount;
  outcome.key = "F1/Opdrachtgever";
  outcome.status = "verschuldigd";
  outcome.amount = Money{*parseDecimal("1.53")};
  outcome.charged = false;
  return outcome;
}

Outcome exercise() {
  Outcome outcome;
  outcome.lid = "proef:8.3";
  outcome.name = "opzeggen";
  outcome.kind = OutcomeKind::exercise;
  outcome.status = "ongeldig";
  outcome.reason = "De vorm is niet schriftelijk";
  return outcome;
}

Outcome sleeping() {
  Outcome outcome;
  outcome.lid = "proef:9.1";
  outcome.name = "melden";
  outcome.status = "slapend";
  outcome.dormant = true;
  return outcome;
}

Outcome property() {
  Outcome outcome;
  outcome.lid = "proef:23.1";
  outcome.name = "toepasselijk recht";
  outcome.kind = OutcomeKind::property;
  outcome.value = "Nederlands recht";
  return outcome;
}

Evaluation evaluation() {
  return {"proef", day("2025-03-31").day, {payment(), interest(), exercise(), sleeping(), property()}, {}, {}, {}};
}

/// Whether the words after the date are true of the evaluation.
bool holds(const std::string& words) {
  Workspace workspace;
  const syntax::Scenario& scenario = sample::scenario(workspace, "verwacht op 31 maart 2025: " + words + "\n");
  Diagnostics diagnostics;
  const Expected expected = expectedOf(scenario.expectations.front(), "proef", diagnostics);
  REQUIRE_FALSE(diagnostics.hasErrors());
  return holds(expected, evaluation());
}

/// The kind of the only message about the words.
const DiagnosticKind* complaint(const std::string& words) {
  Workspace workspace;
  const syntax::Scenario& scenario = sample::scenario(workspace, "verwacht op 31 maart 2025: " + words + "\n");
  Diagnostics diagnostics;
  expectedOf(scenario.expectations.front(), "proef", diagnostics);
  REQUIRE(diagnostics.all().size() == 1);
  return diagnostics.all().front().kind;
}

}  // namespace

TEST_CASE("an expectation is looked up by lid, name, key and bearer") {
  CHECK(holds("6.5 is te-laat-nagekomen."));
  CHECK(holds("6.5 betaling voor \"F1\" is te laat nagekomen."));
  CHECK(holds("proef:6.5 betaling voor \"F1\" door Opdrachtgever is te laat nagekomen."));
  CHECK_FALSE(holds("6.5 betaling voor \"F2\" is te laat nagekomen."));
  CHECK_FALSE(holds("6.5 levering is te laat nagekomen."));
  CHECK_FALSE(holds("6.5 betaling door Opdrachtnemer is te laat nagekomen."));
  CHECK_FALSE(holds("6.5 is geschonden."));
}

TEST_CASE("a lid covers its parts, and no other lid that begins alike") {
  CHECK(holds("6.8 is verschuldigd."));
  CHECK_FALSE(holds("6.8.b is verschuldigd."));
}

TEST_CASE("several keys stand in their order") {
  CHECK(holds("6.8 rente voor \"F1\" en Opdrachtgever is verschuldigd."));
  CHECK(holds("6.8 rente voor \"F1/Opdrachtgever\" is verschuldigd."));
  CHECK_FALSE(holds("6.8 rente voor \"F1\" is verschuldigd."));
}

TEST_CASE("days, moments and money are compared") {
  CHECK(holds("6.5 is te laat nagekomen, uiterlijk 15 maart 2025, sinds 20 maart 2025."));
  CHECK(holds("6.5 is te laat nagekomen, sinds 20 maart 2025 14:05."));
  CHECK_FALSE(holds("6.5 is te laat nagekomen, sinds 20 maart 2025 14:06."));
  CHECK_FALSE(holds("6.5 is te laat nagekomen, uiterlijk 16 maart 2025."));
  CHECK_FALSE(holds("6.5 is te laat nagekomen, tot 16 maart 2025."));
  CHECK(holds("6.8 is verschuldigd, bedrag € 1,53, in rekening nee, soort bedrag."));
  CHECK_FALSE(holds("6.8 is verschuldigd, bedrag € 1,54."));
  CHECK_FALSE(holds("6.8 is verschuldigd, in rekening ja."));
  CHECK_FALSE(holds("6.8 is verschuldigd, open € 1,53."));
}

TEST_CASE("a reason is found in its text, a value is compared whole") {
  CHECK(holds("8.3 is ongeldig, reden \"vorm\"."));
  CHECK_FALSE(holds("8.3 is ongeldig, reden \"datum\"."));
  CHECK(holds("23.1 toepasselijk recht is \"Nederlands recht\"."));
  CHECK_FALSE(holds("23.1 toepasselijk recht is \"Belgisch recht\"."));
  CHECK_FALSE(holds("23.1 is er niet."));
}

TEST_CASE("is er niet: nothing that lives") {
  CHECK(holds("9.1 is er niet."));
  CHECK(holds("9.9 is er niet."));
  CHECK(holds("9.1 is slapend."));
  CHECK_FALSE(holds("6.5 betaling voor \"F1\" is er niet."));
}

TEST_CASE("what cannot be understood is reported") {
  CHECK(complaint("betaling is geschonden.") == &diagnostics::expectedLid);
  CHECK(complaint("6.5 betaling voor \"F1\".") == &diagnostics::expectedStatus);
  CHECK(complaint("6.5 is geschonden, uiterst 15 maart 2025.") == &diagnostics::unknownField);
}

TEST_CASE("what came out names the candidates, else the rest of the lid") {
  CHECK(whatCameOut({"proef:6.5", "betaling", "", "", "open", false, {}}, evaluation()) ==
        "6.5 betaling F1, Opdrachtgever → Opdrachtnemer: te laat nagekomen, uiterlijk 15 maart 2025, sinds 20 maart "
        "2025 14:05\n");
  CHECK(whatCameOut({"proef:8.3", "", "O1", "", "geldig", false, {}}, evaluation()) ==
        "geen uitkomst van die naam\nwel: 8.3 opzeggen: ongeldig, De vorm is niet schriftelijk\n");
}

#include "repl/session.h"

#include <doctest/doctest.h>

#include <filesystem>

using namespace beding;
using namespace beding::repl;

namespace {

constexpr const char* sentence =
    "betaling: Voor elke factuur moet Opdrachtgever\n  de factuur betalen binnen 14 dagen na de factuurdatum.";
constexpr const char* invoice = "op 1 maart 2025: factuur verzonden, factuur \"F1\", bedrag € 1.000.";
constexpr const char* payment = "op 20 maart 2025: betaling ontvangen, factuur \"F1\", bedrag € 1.000.";

/// A session with 6.5 and an invoice of 1 March 2025; its last day is 15 March.
Session withInvoice() {
  Session session;
  for (const char* entry : {"artikel 6 \"Betaling\"", "lid 5", sentence, invoice})
    REQUIRE_FALSE(session.enter(entry).isError);
  return session;
}

std::string told(Session& session, const std::string& entry) {
  const Reply reply = session.enter(entry);
  CHECK_MESSAGE(!reply.isError, reply.text);
  return reply.text;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("typed clauses and events give outcomes") {
  Session session = withInvoice();
  CHECK(holds(told(session, "toon 6.5"),
              "6.5 betaling F1, Opdrachtgever → Opdrachtnemer: open, uiterlijk 15 maart 2025"));
  told(session, "peildatum 16 maart 2025");
  CHECK(holds(told(session, "toon 6.5"), "geschonden"));
  CHECK(holds(told(session, "waarom 6.5 voor \"F1\""), "geschonden"));
}

TEST_CASE("an expectation is checked on its own day") {
  Session session = withInvoice();
  CHECK(told(session, "verwacht op 15 maart 2025: 6.5 betaling voor \"F1\" is open.") == "klopt\n");
  const Reply wrong = session.enter("verwacht op 16 maart 2025: 6.5 betaling voor \"F1\" is open.");
  CHECK(wrong.isError);
  CHECK(holds(wrong.text, "geschonden"));
  CHECK_FALSE(session.state().asOf.has_value());
}

TEST_CASE("a wrong entry changes nothing") {
  Session session = withInvoice();
  const std::string before = script(session.state());
  for (const char* entry : {"Onzin is dit.", "op 31 april 2025: factuur verzonden, factuur \"F2\", bedrag € 1.",
                            "op 1 april 2025: factuur verzonde, factuur \"F2\".", "peildatum gisteren", "laad nergens",
                            "waarom 9.9", "open nergens.txt", "vraagen", "artikel"}) {
    CHECK_MESSAGE(session.enter(entry).isError, entry);
  }
  CHECK(script(session.state()) == before);
}

TEST_CASE("every step can be taken back, and no more than there were") {
  Session session = withInvoice();
  told(session, payment);
  told(session, "undo");
  CHECK(session.state().events.size() == 1);
  for (int step = 0; step < 4; ++step) told(session, "terug");
  CHECK(script(session.state()).empty());
  CHECK(session.enter("terug").isError);
}

TEST_CASE("stel tries, terug returns to before it") {
  Session session = withInvoice();
  told(session, std::string("stel ") + payment);
  told(session, "peildatum 1 april 2025");
  CHECK(holds(told(session, "toon 6.5"), "te laat nagekomen"));
  told(session, "terug");
  CHECK(session.state().events.size() == 1);
  CHECK_FALSE(session.state().asOf.has_value());
}

TEST_CASE("a saved session is read back whole") {
  Session session = withInvoice();
  told(session, "peildatum 16 maart 2025");
  const std::string path = (std::filesystem::temp_directory_path() / "beding_repl_session_test.txt").string();
  told(session, "bewaar " + path);
  Session other;
  told(other, "open " + path);
  std::filesystem::remove(path);
  CHECK(script(other.state()) == script(session.state()));
  CHECK(told(other, "toon") == told(session, "toon"));
}

TEST_CASE("nothing to tell is said, with what to do") {
  Session session;
  CHECK(holds(session.enter("toon").text, "laad vandeez"));
  CHECK(session.enter("").text.empty());
  CHECK(session.enter("einde").isEnd);
}

TEST_CASE("commands, leden, events and phrases are completed") {
  Session session = withInvoice();
  CHECK(session.complete("waa").texts == std::vector<std::string>{"waarom"});
  CHECK(session.complete("laad van").texts == std::vector<std::string>{"vandeez"});
  CHECK(session.complete("toon 6.").texts == std::vector<std::string>{"6.5 betaling"});
  CHECK(session.complete("op 1 maart 2025: factuur verz").texts == std::vector<std::string>{"factuur verzonden"});
}

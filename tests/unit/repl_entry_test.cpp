#include "repl/entry.h"

#include <doctest/doctest.h>

using namespace beding::repl;

TEST_CASE("what an entry is, by its first word") {
  CHECK(kindOf("toon 6.5") == EntryKind::command);
  CHECK(kindOf("  waarom 6.5 voor \"F1\"") == EntryKind::command);
  CHECK(kindOf("op 1 maart 2025: factuur verzonden.") == EntryKind::event);
  CHECK(kindOf("verwacht op 1 maart 2025: 6.5 is open.") == EntryKind::expectation);
  CHECK(kindOf("betaling: Opdrachtgever moet de factuur betalen.") == EntryKind::clause);
  CHECK(kindOf("lid 5") == EntryKind::clause);
  CHECK(kindOf("  // alleen commentaar") == EntryKind::nothing);
  CHECK(kindOf("") == EntryKind::nothing);
}

TEST_CASE("a mistyped command is no clause; a first line of a clause is no slip") {
  CHECK(kindOf("tonn 6.5") == EntryKind::clause);  // 6.5 holds a full stop: it may be a sentence
  CHECK(kindOf("vraagen") == EntryKind::slip);
  CHECK(kindOf("Open de deur") == EntryKind::clause);
  CHECK(kindOf("Voor elke factuur moet Opdrachtgever") == EntryKind::clause);
  CHECK(kindOf("toestand een factuur is te laat") == EntryKind::clause);
}

TEST_CASE("an entry is whole at its full stop") {
  CHECK(isComplete("toon"));
  CHECK(isComplete("lid 5"));
  CHECK(isComplete("artikel 6 \"Betaling\""));
  CHECK_FALSE(isComplete("Voor elke factuur moet Opdrachtgever"));
  CHECK(isComplete("Voor elke factuur moet Opdrachtgever\n  de factuur betalen binnen 14 dagen."));
  CHECK(isComplete("De termijn is 14 dagen.   // standaard"));
  CHECK_FALSE(isComplete("Onverminderd 6.5 geldt:\n  a. dit;"));
  CHECK_FALSE(isComplete("let op: \"een punt. en // geen commentaar\""));
  CHECK(isComplete("let op: \"a // b\"."));
}

TEST_CASE("a kwestie is whole at its standard, a scenario at an empty line") {
  CHECK_FALSE(isComplete("kwestie jaar\n  lezing ruim: De termijn is 30 dagen."));
  CHECK(isComplete("kwestie jaar\n  lezing ruim: De termijn is 30 dagen.\n  standaard ruim."));
  CHECK_FALSE(isComplete("scenario \"x\":\n  op 1 maart 2025: factuur verzonden."));
  CHECK(isComplete("scenario \"x\":\n  op 1 maart 2025: factuur verzonden.\n"));
}

TEST_CASE("an empty line ends what was begun") { CHECK(isComplete("Voor elke factuur moet Opdrachtgever\n")); }

TEST_CASE("a command and the words behind it") {
  CHECK(commandWords("  waarom   6.5 voor \"F1\" ").name == "waarom");
  CHECK(commandWords("  waarom   6.5 voor \"F1\" ").rest == "6.5 voor \"F1\"");
  CHECK(commandWords("toon").rest.empty());
}

TEST_CASE("a command at the margin gives up what was begun; an indented line and a scenario's events do not") {
  Collector collector;
  CHECK_FALSE(collector.add("betaling: Voor elke factuur moet").entry.has_value());
  CHECK_FALSE(collector.add("  toon").entry.has_value());
  const Collector::Found found = collector.add("toon");
  CHECK(found.givenUp == "betaling: Voor elke factuur moet\n  toon");
  CHECK(found.entry == "toon");
  CHECK_FALSE(collector.isBegun());
  collector.add("scenario \"x\":");
  CHECK_FALSE(collector.add("op 1 maart 2025: factuur verzonden.").givenUp.has_value());
  CHECK(collector.rest() == "scenario \"x\":\nop 1 maart 2025: factuur verzonden.");
}

#include <doctest/doctest.h>

#include "original/fingerprint.h"

using namespace beding;

TEST_SUITE("original/fingerprint") {
  TEST_CASE("FNV-1a, by the vectors of its authors") {
    CHECK(hashOf("") == "cbf29ce484222325");
    CHECK(hashOf("a") == "af63dc4c8601ec8c");
    CHECK(hashOf("foobar") == "85944171f73967e8");
  }
  TEST_CASE("spaces, quotes, broken words and ligatures do not count") {
    CHECK(normalisedText("  een  “citaat”\tvan  ’t ") == "een \"citaat\" van 't");
    CHECK(normalisedText("terug- bezorging") == normalisedText("terugbezorging"));
    CHECK(normalisedText("back-up") == normalisedText("back- up"));
    CHECK(normalisedText("e\u0301\u00ADén") == normalisedText("één"));
    CHECK(normalisedText("o\uFB03cieel") == "officieel");
  }
  TEST_CASE("case, numbers and punctuation do") {
    CHECK(normalisedText("Overeenkomst") != normalisedText("overeenkomst"));
    CHECK(normalisedText("2024-2025") != normalisedText("20242025"));
    CHECK(normalisedText("14 dagen.") != normalisedText("14 dagen"));
  }
  TEST_CASE("a record is read back as it was written; anything else is none") {
    const std::vector<Fingerprint> written = {{"6.5", "00ff"}, {"18.6.a.•1", "0101"}};
    const auto read = readRecord(recordText(written));
    REQUIRE(read.has_value());
    REQUIRE(read->size() == 2);
    CHECK(read->back().lid == "18.6.a.•1");
    CHECK(read->back().value == "0101");
    CHECK_FALSE(readRecord("").has_value());
    CHECK_FALSE(readRecord("6.5\t00ff\n").has_value());
    CHECK_FALSE(readRecord("lid\tvingerafdruk\n6.5\n").has_value());
  }
  TEST_CASE("same, changed, new with its former number, and gone") {
    const auto changes =
        changesOf({{"1", "a"}, {"2", "b"}, {"3", "c"}, {"4", "d"}}, {{"1", "a"}, {"2", "x"}, {"3", "b"}, {"5", "c"}});
    REQUIRE(changes.size() == 5);
    CHECK(changes[0].kind == ChangeKind::same);
    CHECK(changes[1].kind == ChangeKind::changed);
    CHECK(changes[1].was.empty());
    CHECK(changes[2].kind == ChangeKind::changed);
    CHECK(changes[2].was == "2");
    CHECK(changes[3].kind == ChangeKind::added);
    CHECK(changes[3].was == "3");
    CHECK(changes[4].kind == ChangeKind::gone);
    CHECK(changes[4].lid == "4");
  }
}

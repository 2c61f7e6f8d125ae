#include <doctest/doctest.h>

#include <string>

#include "base/bytes.h"

using namespace beding;

TEST_CASE("a byte is seen for what it is, wherever it stands in a text of any length") {
  for (std::size_t length = 1; length < 40; ++length) {
    for (std::size_t place = 0; place < length; ++place) {
      for (int byte = 0; byte < 256; ++byte) {
        std::string text(length, 'a');
        text[place] = static_cast<char>(byte);
        const BytesSeen seen = lookThrough<'"', '\\'>(text);
        REQUIRE(seen.special == (byte < ' ' || byte == '"' || byte == '\\'));
        REQUIRE(seen.beyondAscii == (byte >= 0x80));
      }
    }
  }
  CHECK_FALSE(lookThrough<'"'>("").special);
  CHECK_FALSE(lookThrough<'"'>("\\").special);
}

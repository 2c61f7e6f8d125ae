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

TEST_CASE("of a text of any length it is told where a byte stands, and what else is in it") {
  for (std::size_t length = 0; length < 200; ++length) {
    for (std::size_t place = 0; place < length; ++place) {
      std::string text(length, 'a');
      text[place] = '"';
      text[length / 2] = '"';
      std::string found(length, 'a');
      BytesSeen seen = eachBits(text, '"', '\\', [&](std::uint64_t bits, std::size_t begin) {
        for (std::size_t i = 0; i < bytesTogether; ++i)
          if ((bits >> i & 1) != 0) found.at(begin + i) = '"';
      });
      REQUIRE(found == text);
      REQUIRE_FALSE((seen.special || seen.beyondAscii));
      for (const char byte : {'\\', '\n', '\x1f', '\x80', '\xff', ' ', '\x7f'}) {
        text[place] = byte;
        seen = eachBits(text, '"', '\\', [](std::uint64_t, std::size_t) {});
        REQUIRE(seen.special == (byte == '\\' || byte == '\n' || byte == '\x1f'));
        REQUIRE(seen.beyondAscii == (byte == '\x80' || byte == '\xff'));
      }
    }
  }
}

TEST_CASE("names have their hashes, the empty one too") {
  CHECK(HashOfEnds()("") == HashOfEnds()(std::string()));
  CHECK(HashOfEnds()("bedrag") != HashOfEnds()("datum"));
}

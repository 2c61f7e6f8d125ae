// Text helpers: UTF-8, Dutch spelling, nearest names.
#include "base/text.h"

#include <doctest/doctest.h>

#include <array>

using namespace beding;

TEST_CASE("characters are code points, and each invalid byte is one") {
  CHECK(characters("") == 0);
  CHECK(characters("€ één") == 5);
  CHECK(characters("\xE9n") == 2);
  CHECK(characters("\xE2\x82") == 2);
}

TEST_CASE("overlong forms, surrogates and values past the last are invalid") {
  for (const char* text : {"\xC0\x80", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80", "\xFF"}) {
    CHECK_FALSE(decode(text, 0).valid);
  }
  CHECK(decode("\xF0\x9F\x99\x82", 0).value == 0x1F642);
}

TEST_CASE("invalid bytes are replaced, valid text comes back") {
  CHECK(validUtf8("be\xE9n") == "be\xEF\xBF\xBDn");
  CHECK(validUtf8("één €") == "één €");
}

TEST_CASE("every character survives being written and read") {
  for (const char32_t value : {0x41u, 0xE9u, 0x20ACu, 0x1F642u}) {
    std::string text;
    appendUtf8(text, value);
    CHECK(decode(text, 0).value == value);
    CHECK(decode(text, 0).size == text.size());
  }
}

TEST_CASE("folding makes comparable: case, white space, apostrophes, hyphens, composed accents") {
  CHECK(fold("De  Overeenkomst\n") == "de overeenkomst");
  CHECK(fold("CAFÉ ÏJS Ÿ") == "café ïjs ÿ");
  CHECK(fold("programma’s") == "programma's");
  CHECK(fold("e\u2011mail") == "e-mail");
  CHECK(fold("koppel\u00ADteken") == "koppelteken");
  CHECK(fold("vo\u0301o\u0301r") == "vóór");
  CHECK(fold("een\u00A0dag") == "een dag");
}

TEST_CASE("accents are kept: één is not een") { CHECK(fold("Één") != fold("een")); }

TEST_CASE("a long text is shortened to whole characters") {
  std::string eighty;
  for (int i = 0; i < 80; ++i) eighty += "é";
  CHECK(shortened(eighty) == eighty);
  CHECK(shortened(eighty + "é") == eighty + "…");
  CHECK(shortened("").empty());
}

TEST_CASE("capitals") {
  CHECK(capitalised("één") == "Één");
  CHECK(capitalised("") == "");
  CHECK(startsUpper("Één"));
  CHECK_FALSE(startsUpper("één"));
  CHECK_FALSE(startsUpper("6.5"));
}

TEST_CASE("edit distance counts a swap of neighbours once, in characters") {
  CHECK(editDistance("dagen", "dagen") == 0);
  CHECK(editDistance("dagn", "dagen") == 1);
  CHECK(editDistance("dgaen", "dagen") == 1);
  CHECK(editDistance("één", "een") == 2);
  CHECK(editDistance("", "abc") == 3);
}

TEST_CASE("the nearest names come first, three at most, far ones not at all") {
  const std::array<std::string, 6> names = {"betaling", "bepaling", "betalingen", "betalin", "betaalde", "opzegging"};
  const auto found = nearest("Betalling", names);
  REQUIRE(found.size() == 3);
  CHECK(found[0] == "betaling");
  CHECK(nearest("xyz", names).empty());
}

// Places in a text: lines and columns are counted in characters.
#include "source/source.h"

#include <doctest/doctest.h>

using namespace beding;

namespace {

Place placeIn(const std::string& text, std::uint32_t offset) { return SourceFile("proef", text).place(offset); }

}  // namespace

TEST_CASE("columns count characters, not bytes") {
  const std::string text = "één €\nvóór";
  const auto euro = static_cast<std::uint32_t>(text.find("€"));
  CHECK(placeIn(text, euro).column == 5);
  const auto r = static_cast<std::uint32_t>(text.rfind('r'));
  CHECK(placeIn(text, r).line == 2);
  CHECK(placeIn(text, r).column == 4);
}

TEST_CASE("the end of the text and beyond is the place behind the last character") {
  CHECK(placeIn("ab", 2).column == 3);
  CHECK(placeIn("ab", 99).column == 3);
  CHECK(placeIn("ab\n", 3).line == 2);
  CHECK(placeIn("", 0).line == 1);
}

TEST_CASE("a byte order mark is no character") { CHECK(placeIn("\xEF\xBB\xBFlid", 3).column == 1); }

TEST_CASE("a line comes without its end") {
  const SourceFile file("proef", "een\r\ntwee\ndrie");
  CHECK(file.line(1) == "een");
  CHECK(file.line(6) == "twee");
  CHECK(file.line(14) == "drie");
}

TEST_CASE("spans are cut to the text") {
  const SourceFile file("proef", "abc");
  CHECK(file.text({0, 1, 99}) == "bc");
  CHECK(file.text({0, 9, 12}).empty());
  CHECK(file.text({0, 2, 1}).empty());
}

TEST_CASE("a cover is the smallest span around both") {
  const Span both = cover({0, 5, 7}, {0, 1, 6});
  CHECK(both.begin == 1);
  CHECK(both.end == 7);
}

TEST_CASE("views into a text stay good when files are added") {
  SourceSet set;
  const FileIndex first = set.add("a", "kort");
  const std::string_view view = set.file(first).text();
  for (int i = 0; i < 100; ++i) set.add("b", "andere tekst");
  CHECK(view == "kort");
  CHECK(view.data() == set.file(first).text().data());
}

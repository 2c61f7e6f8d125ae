// Messages as text and JSON.
#include "diagnostics/text.h"

#include <doctest/doctest.h>

#include "diagnostics/english.h"
#include "diagnostics/registry.h"

using namespace beding;

namespace {

constexpr DiagnosticKind wrong{"B900", "proef", Severity::error, "{0} is geen {1}", "schrijf {1}"};
constexpr DiagnosticKind doubtful{"B901", "twijfel", Severity::warning, "let op {0}", ""};

struct Example {
  SourceSet sources;
  FileIndex file = sources.add("proef.beding", "één dagn\n\ttab dagn\n");
  Diagnostics diagnostics;
};

}  // namespace

TEST_CASE("the caret stands under the character, also behind accents") {
  Example e;
  e.diagnostics.report(wrong, {e.file, 6, 10}, {"dagn", "dagen"}).suggestions = {"dagen", "daken"};
  CHECK(textOf(e.diagnostics, e.sources) ==
        "proef.beding:1:5: fout[B900]: dagn is geen dagen\n"
        "    1 | één dagn\n"
        "      |     ^^^^\n"
        "      bedoelde u: \"dagen\" of \"daken\"?\n"
        "      schrijf dagen\n");
}

TEST_CASE("in English the words around the message are English too; a kind without English stays Dutch") {
  Example e;
  e.diagnostics.report(doubtful, {e.file, 6, 10}, {worded({"deze {0}", "this {0}"}, {"dag"})}).suggestions = {"a", "b"};
  CHECK(textOf(e.diagnostics, e.sources, {Colour::no, Language::english}) ==
        "proef.beding:1:5: warning[B901]: let op this dag\n"
        "    1 | één dagn\n"
        "      |     ^^^^\n"
        "      did you mean: \"a\" or \"b\"?\n");
  CHECK(titleOf(*findKind("B010"), Language::english) == "the full stop at the end of this sentence is missing");
}

TEST_CASE("a tab stays a tab in the caret line") {
  Example e;
  e.diagnostics.report(doubtful, {e.file, 16, 20}, {"dit"});
  CHECK(textOf(e.diagnostics, e.sources) ==
        "proef.beding:2:6: waarschuwing[B901]: let op dit\n"
        "    2 | \ttab dagn\n"
        "      | \t    ^^^^\n");
}

TEST_CASE("other places are shown with their words, in another file with its name") {
  Example e;
  const FileIndex other = e.sources.add("ander.beding", "hier ook\n");
  e.diagnostics.report(doubtful, {e.file, 0, 5}, {"dit"}).others = {{{other, 5, 8}, "hier gedeclareerd"}};
  const std::string text = textOf(e.diagnostics, e.sources);
  CHECK(text.find("ander.beding:1:6:\n    1 | hier ook\n      |      ^^^ hier gedeclareerd\n") != text.npos);
}

TEST_CASE("a span over lines is marked on its first; an empty one gets one caret") {
  Example e;
  e.diagnostics.report(doubtful, {e.file, 6, 20}, {"dit"});
  CHECK(textOf(e.diagnostics, e.sources).find("      |     ^^^^\n") != std::string::npos);
  Example empty;
  empty.diagnostics.report(doubtful, {empty.file, 10, 10}, {"dit"});
  CHECK(textOf(empty.diagnostics, empty.sources).find("      |         ^\n") != std::string::npos);
}

TEST_CASE("of a long line only a part is shown, with the place in it") {
  SourceSet sources;
  const FileIndex file = sources.add("lang", std::string(5000, 'a') + "X" + std::string(5000, 'b'));
  Diagnostics diagnostics;
  diagnostics.report(doubtful, {file, 5000, 5001}, {"X"});
  const std::string text = textOf(diagnostics, sources);
  CHECK(text.size() < 500);
  const std::size_t line = text.find("    1 | ");
  const std::size_t caret = text.find("      | ");
  CHECK(text.find('X', line) - line == text.find('^') - caret);
}

TEST_CASE("colour is optional and changes nothing else") {
  Example e;
  e.diagnostics.report(wrong, {e.file, 6, 10}, {"dagn", "dagen"});
  std::string coloured = textOf(e.diagnostics, e.sources, {Colour::yes});
  CHECK(coloured.find("\x1b[1;31m") != coloured.npos);
  for (std::size_t at = coloured.find('\x1b'); at != coloured.npos; at = coloured.find('\x1b')) {
    coloured.erase(at, coloured.find('m', at) - at + 1);
  }
  CHECK(coloured == textOf(e.diagnostics, e.sources));
}

TEST_CASE("messages are told in the order of their places") {
  Example e;
  e.diagnostics.report(doubtful, {e.file, 16, 20}, {"laat"});
  e.diagnostics.report(doubtful, {e.file, 0, 5}, {"vroeg"});
  const auto order = inOrder(e.diagnostics);
  CHECK(order[0]->arguments[0].dutch == "vroeg");
}

TEST_CASE("JSON: every field, quotes and invalid bytes escaped") {
  SourceSet sources;
  const FileIndex file = sources.add("a\"b", "\xFFx");
  Diagnostics diagnostics;
  diagnostics.report(wrong, {file, 0, 1}, {"\"\xFF\"", "tab\t"}).suggestions = {"ja"};
  CHECK(jsonOf(diagnostics, sources) == R"([{"code":"B900","naam":"proef","ernst":"fout","melding":"\")"
                                        "\xEF\xBF\xBD"
                                        R"(\" is geen tab\u0009",)"
                                        R"("bestand":"a\"b","regel":1,"kolom":1,"eindregel":1,"eindkolom":2,)"
                                        R"("remedie":"schrijf tab\u0009","bedoelde_u":["ja"],"ook":[]}])"
                                        "\n");
  CHECK(jsonOf(Diagnostics{}, sources) == "[]\n");
}

TEST_CASE("a hole without an argument stays as written") {
  CHECK(filled("{0} en {1}", {"a"}) == "a en {1}");
  CHECK(filled("{", {"a"}) == "{");
  CHECK(filled("{x}", {"a"}) == "{x}");
}

TEST_CASE("only errors count as errors") {
  Diagnostics diagnostics;
  diagnostics.report(doubtful, {});
  CHECK_FALSE(diagnostics.hasErrors());
  diagnostics.report(wrong, {});
  CHECK(diagnostics.hasErrors());
}

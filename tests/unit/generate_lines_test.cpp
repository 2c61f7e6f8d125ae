#include <doctest/doctest.h>

#include <algorithm>

#include "generate/lines.h"

using beding::generate::foldedLines;

namespace {

std::string withoutSpace(std::string text) {
  std::erase_if(text, [](char sign) { return sign == ' ' || sign == '\n'; });
  return text;
}

const std::string longName(50, 'x');

}  // namespace

TEST_CASE("lines that fit stay as they are, also empty ones") {
  const std::string code = "struct Zin {\n\n  bool geldt(int v) const { return v > 0; }  // altijd\n};\n";
  CHECK(foldedLines(code) == code);
}

TEST_CASE("a block has each statement on a line of its own") {
  CHECK(foldedLines("  void doe() { " + longName + " = 1; " + longName + " = 2; if (a < b) raak(7); }\n") ==
        "  void doe() {\n    " + longName + " = 1;\n    " + longName + " = 2;\n    if (a < b) raak(7);\n  }\n");
}

TEST_CASE("arguments go on below, as many as there is room for") {
  CHECK(foldedLines("  return en(v, " + longName + ", " + longName + ", " + longName + ");\n") ==
        "  return en(v, " + longName + ", " + longName + ",\n      " + longName + ");\n");
}

TEST_CASE("what is too long within an argument is broken there") {
  CHECK(foldedLines("zie([&](auto& v) { return of(v, [&] { return " + longName + "(v); }, [&] { return " + longName +
                    "(v); }); }, [&](Waarheid is) {\n") == "zie([&](auto& v) {\n  return of(v, [&] { return " +
                                                               longName + "(v); },\n      [&] { return " + longName +
                                                               "(v); });\n}, [&](Waarheid is) {\n");
}

TEST_CASE("brackets and marks within a text are no places to break") {
  const std::string text = "\"een (tekst; met \\\" en {haken, " + longName + longName + "\"";
  CHECK(foldedLines("vraag(v, " + text + ");\n") == "vraag(v,\n    " + text + ");\n");
}

TEST_CASE("only what stands behind has no room: each argument has its own line") {
  const std::string code = "roep(" + longName + ", 2) && " + longName + longName + ";\n";
  CHECK(foldedLines(code) == "roep(\n    " + longName + ",\n    2) && " + longName + longName + ";\n");
}

TEST_CASE("comparisons are no brackets") {
  const std::string code = "  return " + longName + " < " + longName + " || " + longName + " > 3;\n";
  CHECK(foldedLines(code) == code);
}

TEST_CASE("a comment goes on behind the same sign, and comes above the code that it stands behind") {
  CHECK(foldedLines("  /// " + longName + " en " + longName + " en " + longName + "\n") ==
        "  /// " + longName + " en " + longName + " en\n  /// " + longName + "\n");
  CHECK(foldedLines("  Dag dag;  // " + longName + " of wel " + longName + "\n") ==
        "  // " + longName + " of wel " + longName + "\n  Dag dag;\n");
}

TEST_CASE("nothing is lost of what cannot be broken") {
  const std::string code = "  " + longName + longName + longName + "((" + longName + "));\n";
  CHECK(withoutSpace(foldedLines(code)) == withoutSpace(code));
}

// The registry is complete and every message in it is shown by a golden case.
#include "diagnostics/registry.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "diagnostics/english.h"

using namespace beding;

namespace {

/// Everything golden cases say about mistakes, in one text.
std::string shownMessages() {
  std::ostringstream all;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(BEDING_TESTS_DIR "/golden")) {
    const bool expectation = entry.path().extension() == ".verwacht";
    if (expectation) all << std::ifstream(entry.path()).rdbuf();
  }
  return all.str();
}

/// Kinds without a golden case, with the reason.
const std::set<std::string_view> exempt = {
    "B002",  // needs a file of four million characters; parser_limits in parser_errors_test.cpp
    "B099",  // stands for a defect of the parser itself
};

}  // namespace

TEST_CASE("codes are well formed, in their range and never double") {
  std::set<std::string_view> codes;
  std::set<std::string_view> names;
  for (const DiagnosticKind* kind : allKinds()) {
    INFO(std::string(kind->code));
    CHECK(kind->code.size() == 4);
    CHECK(kind->code[0] == 'B');
    CHECK(codes.insert(kind->code).second);
    CHECK(names.insert(kind->name).second);
    CHECK_FALSE(kind->title.empty());
  }
}

TEST_CASE("a kind is found by its code and by its name") {
  REQUIRE(findKind("B010") != nullptr);
  CHECK(findKind("B010") == findKind("punt-ontbreekt"));
  CHECK(findKind("B9999") == nullptr);
}

TEST_CASE("every kind has its words in English, with the same holes") {
  for (const DiagnosticKind* kind : allKinds()) {
    const EnglishKind* english = englishOf(kind->code);
    REQUIRE_MESSAGE(english != nullptr, "english.cpp lacks " << std::string(kind->code));
    INFO(std::string(kind->code));
    CHECK_FALSE(english->title.empty());
    CHECK(holesIn(english->title) == holesIn(kind->title));
    CHECK(holesIn(english->remedy) == holesIn(kind->remedy));
    CHECK(english->remedy.empty() == kind->remedy.empty());
  }
}

TEST_CASE("every kind is shown by a golden case") {
  const std::string shown = shownMessages();
  for (const DiagnosticKind* kind : allKinds()) {
    if (exempt.contains(kind->code)) continue;
    CHECK_MESSAGE(shown.find("[" + std::string(kind->code) + "]") != shown.npos,
                  "no golden case shows " << std::string(kind->code) << " " << std::string(kind->name));
  }
}

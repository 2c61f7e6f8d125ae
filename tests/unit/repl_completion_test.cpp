#include "repl/completion.h"

#include <doctest/doctest.h>

using namespace beding::repl;

namespace {

const std::vector<std::string> known = {"de factuur betalen", "factuur", "factuur verzonden", "één dag", "toon"};

}  // namespace

TEST_CASE("the longest end that begins something counts") {
  const Completion found = completionOf("Opdrachtgever moet de fac", known);
  CHECK(found.length == 6);
  CHECK(found.texts == std::vector<std::string>{"de factuur betalen"});
}

TEST_CASE("all that begin alike, in order, whatever the letter case") {
  const Completion found = completionOf("op 1 maart 2025: Fac", known);
  CHECK(found.length == 3);
  CHECK(found.texts == std::vector<std::string>{"factuur", "factuur verzonden"});
}

TEST_CASE("a space asks for a next word") {
  CHECK(completionOf("factuur ", known).texts == std::vector<std::string>{"factuur verzonden"});
  CHECK(completionOf("betalen ", known).texts.empty());
  CHECK(completionOf("", known).texts.empty());
  CHECK(completionOf("xyz", known).texts.empty());
}

TEST_CASE("the common start ends at a whole character") {
  CHECK(commonStart({"factuur", "factuur verzonden"}) == "factuur");
  CHECK(commonStart({"één", "êne"}).empty());  // the first bytes are the same, the letters are not
  CHECK(commonStart({}).empty());
}

// Identifiers made of the words of clauses.
#include <doctest/doctest.h>

#include "generate/names.h"

using namespace beding::generate;

TEST_CASE("words become identifiers") {
  CHECK(identifier("Te laat") == "te_laat");
  CHECK(identifier("euro's") == "euro_s");
  CHECK(identifier("één mìddel") == "een_middel");
  CHECK(identifier("10.1") == "lid_10_1");
  CHECK(identifier("register") == "register_");
  for (const char* taken : {"template", "typename", "nullptr", "requires", "std", "beding", "linux"})
    CHECK(identifier(taken) == std::string(taken) + "_");
  CHECK(typeName("factuur verzonden") == "FactuurVerzonden");
  CHECK(predicate("een factuur is te laat", "factuur") == "te_laat");
  CHECK(literal("hij zei \"nee\" \\") == "\"hij zei \\\"nee\\\" \\\\\"");
}

TEST_CASE("a name is given once") {
  Names names;
  CHECK(names.fresh("betaling", "6_5") == "betaling");
  CHECK(names.fresh("betaling", "7_1") == "betaling_7_1");
  CHECK(names.fresh("betaling") == "betaling_2");
  CHECK(names.fresh("post_") == "post_");
  CHECK(names.fresh("post_") == "post_2");
}

TEST_CASE("what code names itself") {
  CHECK(namesIn("struct Post {\n  bool is_over(int dag) { return over_ < dag; }\n};") ==
        std::set<std::string>{"Post", "is_over", "over", "over_"});
  CHECK(namesIn("f(1") == std::set<std::string>{"f"});
  CHECK(namesIn("").empty());
}

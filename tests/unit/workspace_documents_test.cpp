#include "workspace/documents.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "bgraf/bgraf.h"
#include "workspace/workspace.h"

using namespace beding;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the shipped documents") {
  CHECK(shippedDocuments() ==
        std::vector<std::string>{"bakkerij-de-boer", "elan", "interim-administratie", "vandeez", "wonderfull"});
  const FoundSources found = findSources("vandeez");
  CHECK(found.problem.empty());
  REQUIRE_FALSE(found.files.empty());
  CHECK(found.files.front().name == "clauses/vandeez/00-vandeez.beding");
}

TEST_CASE("libraries: with files, built in, unknown") {
  const auto common = librarySources("algemeen");
  REQUIRE(common.has_value());
  CHECK(common->front().name.starts_with("stdlib/algemeen/"));
  const auto builtIn = librarySources("kalender nederland");
  REQUIRE(builtIn.has_value());
  CHECK(builtIn->empty());
  CHECK_FALSE(librarySources("algemene").has_value());
}

TEST_CASE("what is not there is named, with what was perhaps meant") {
  CHECK(findSources("vandees").problem.dutch ==
        "er is geen bestand, map of meegeleverd document «vandees»; bedoelde u «vandeez»?");
  CHECK(findSources("weg/niets.beding").problem.dutch == "er is geen bestand of map «weg/niets.beding»");
  CHECK(holds(findSources("xyzzy").problem.dutch,
              "meegeleverd zijn: bakkerij-de-boer elan interim-administratie vandeez wonderfull"));
  CHECK(holds(findSources(BEDING_SOURCE_DIR "/CMakeLists.txt").problem.dutch, "is geen .beding-bestand"));
  CHECK(holds(findSources(BEDING_SOURCE_DIR "/cmake-is-not-here").problem.dutch, "er is geen bestand of map"));
}

TEST_CASE("a folder is one document; a file of it without a header brings the others") {
  Workspace workspace;
  const Opened whole = workspace.open(BEDING_SOURCE_DIR "/clauses/elan");
  REQUIRE(whole.documents.size() == 1);
  CHECK(whole.documents.front().name == "elan");
  CHECK(whole.documents.front().files.size() > 2);
  const Opened part = workspace.open(BEDING_SOURCE_DIR "/clauses/elan/00-woordenschat.beding");
  REQUIRE(part.documents.size() == 1);
  CHECK(part.documents.front().name == "elan");
  CHECK(part.documents.front().files == whole.documents.front().files);
}

TEST_CASE("a folder of folders holds several documents, and a DOC is one") {
  Workspace workspace;
  const Opened all = workspace.openAll(BEDING_SOURCE_DIR "/clauses");
  const auto named = [&](const std::string& name) {
    return std::count_if(all.documents.begin(), all.documents.end(),
                         [&](const Document& each) { return each.name == name; });
  };
  CHECK(named("elan") == 1);
  CHECK(named("vandeez") == 1);
  CHECK(named("wonderfull") == 1);
  CHECK(holds(workspace.open(BEDING_SOURCE_DIR "/clauses").problem.dutch, "bevat meer dan een document"));
}

TEST_CASE("a document is compiled once") {
  Workspace workspace;
  const Document document{"proef", {workspace.add("proef.beding", "voorwaarden proef.\n")}};
  CHECK(&workspace.compile(document) == &workspace.compile(document));
}

TEST_CASE("an unknown library is reported at the header") {
  Workspace workspace;
  const Document document{"proef", {workspace.add("proef.beding", "voorwaarden proef.\n  gebruikt algemen.\n")}};
  const Diagnostics& diagnostics = workspace.compile(document).diagnostics;
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all().front().kind->code == "B114");
  CHECK(diagnostics.all().front().suggestions == std::vector<std::string>{"algemeen"});
}

TEST_CASE("without their scenarios the shipped documents are the same graphs") {
  for (const std::string& name : shippedDocuments()) {
    CAPTURE(name);
    Workspace all, clauses(Scenarios::passedOver);
    const Compiled& whole = all.compile(all.open(name).documents.front());
    const Compiled& bare = clauses.compile(clauses.open(name).documents.front());
    CHECK(toBgraf(bare.graph) == toBgraf(whole.graph));
    CHECK(bare.diagnostics.all().size() == whole.diagnostics.all().size());
    for (const FileIndex file : bare.document.files) CHECK(clauses.parsed(file).tree.scenarios.empty());
  }
}

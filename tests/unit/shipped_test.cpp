#include "shipped/shipped.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "bgraf/bgraf.h"
#include "workspace/workspace.h"

using namespace beding;
namespace fs = std::filesystem;

namespace {

/// A folder in which shipped documents stand as in the sources; the test works in it.
class Copies {
 public:
  explicit Copies(const std::vector<std::string>& documents) : before_(fs::current_path()) {
    folder_ =
        fs::temp_directory_path() / ("beding-shipped-" + std::to_string(std::hash<std::string>{}(documents.front())));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    fs::current_path(folder_);
    for (const std::string& document : documents)
      for (const SourceText& source : shippedSources(document)) write(source.name, source.text);
  }
  Copies(const Copies&) = delete;
  Copies& operator=(const Copies&) = delete;
  ~Copies() {
    fs::current_path(before_);
    fs::remove_all(folder_);
  }

  static void write(const std::string& name, const std::string& text, std::ios::openmode mode = {}) {
    fs::create_directories(fs::path(name).parent_path());
    std::ofstream(name, std::ios::binary | mode) << text;
  }

 private:
  fs::path before_, folder_;
};

}  // namespace

TEST_CASE("the graph of a shipped document is the one that compiling makes") {
  for (const std::string& document : shippedDocuments()) {
    CAPTURE(document);
    Workspace workspace;
    const Opened opened = workspace.open(document);
    REQUIRE(opened.documents.size() == 1);
    REQUIRE(shippedGraph(document).has_value());
    CHECK(toBgraf(workspace.compile(opened.documents.front()).graph) == *shippedGraph(document));
  }
}

TEST_CASE("a copy of a shipped document under the same names is that document, until a byte of it differs") {
  const Copies copies({"elan"});
  CHECK(shippedGraph("clauses/elan") == shippedGraph("elan"));
  CHECK(shippedGraph("./clauses/elan/") == shippedGraph("elan"));
  CHECK_FALSE(shippedGraph("clauses/elan/00-woordenschat.beding").has_value());  // brings its folder by another way
  CHECK(shippedGraph("clauses") == shippedGraph("elan"));
  Copies::write("clauses/elan/00-woordenschat.beding", "\n", std::ios::app);
  CHECK_FALSE(shippedGraph("clauses/elan").has_value());
  CHECK(shippedGraph("elan").has_value());
}

TEST_CASE("another file, another name or another place is another document") {
  const Copies copies({"elan"});
  fs::rename("clauses/elan", "clauses/zelf");
  CHECK_FALSE(shippedGraph("clauses/zelf").has_value());  // reasons name the files
  CHECK_FALSE(shippedGraph(fs::absolute("clauses/zelf").string()).has_value());
  fs::rename("clauses/zelf", "clauses/elan");
  CHECK(shippedGraph("clauses/elan").has_value());
  Copies::write("clauses/elan/99-meer.beding", "// niets\n");
  CHECK_FALSE(shippedGraph("clauses/elan").has_value());
  CHECK_FALSE(shippedGraph("geen document").has_value());
}

TEST_CASE("a contract is shipped with the documents that it is under") {
  const std::string contract = "clauses/overeenkomsten/bakkerij-de-boer.beding";
  const Copies copies({"bakkerij-de-boer", "vandeez"});
  CHECK(shippedGraph(contract) == shippedGraph("bakkerij-de-boer"));
  Copies::write("clauses/vandeez/00-vandeez.beding", "\n", std::ios::app);
  CHECK_FALSE(shippedGraph(contract).has_value());
}

// make OUT.cpp: compiles the shipped documents and writes them into a C++ file, as graphs.h declares them.
#include <fstream>
#include <iostream>
#include <stdexcept>

#include "bgraf/bgraf.h"
#include "diagnostics/text.h"
#include "embed/literal.h"
#include "workspace/workspace.h"

namespace {

using namespace beding;

const Compiled& compiled(Workspace& workspace, const std::string& document) {
  const Opened opened = workspace.open(document);
  if (!opened.problem.empty()) throw std::runtime_error(opened.problem.dutch);
  const Compiled& result = workspace.compile(opened.documents.front());
  if (!result.whole) throw std::runtime_error(textOf(result.diagnostics, workspace.sources(), {}));
  return result;
}

void writeList(std::ostream& out, const std::vector<std::string>& texts) {
  out << "std::array<std::string_view, " << texts.size() << ">{";
  for (const std::string& each : texts) {
    embed::writeLiteral(out, each);
    out << ", ";
  }
  out << '}';
}

/// `terms` and `bytes` of a document in a namespace of its own.
void writeGraph(std::ostream& out, const std::string& document) {
  Workspace workspace;
  const Compiled& graph = compiled(workspace, document);
  const std::string bytes = toBgraf(graph.graph);
  out << "  constexpr auto terms = ";
  writeList(out, workspace.parsed(graph.document.files.front()).tree.header.terms);
  out << ";\n  constexpr std::string_view bytes(\n    ";
  embed::writeLiteral(out, bytes);
  out << ",\n    " << bytes.size() << ");\n";
}

void writeAll(std::ostream& out) {
  out << "// Written by interpreter/shipped/make.cpp.\n#include <array>\n\n#include \"shipped/graphs.h\"\n\n"
         "namespace beding::shipped {\n";
  const std::vector<std::string> documents = shippedDocuments();
  for (std::size_t i = 0; i < documents.size(); ++i) {
    out << "\nnamespace document" << i << " {\n";
    writeGraph(out, documents[i]);
    out << "}\n";
  }
  out << "\nstatic constexpr Graph all[] = {\n";
  for (std::size_t i = 0; i < documents.size(); ++i)
    out << "  {\"" << documents[i] << "\", document" << i << "::terms, document" << i << "::bytes},\n";
  out << "};\n\nstd::span<const Graph> graphs() { return all; }\n\n}  // namespace beding::shipped\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: make OUT.cpp\n";
    return 2;
  }
  try {
    std::ofstream out(argv[1], std::ios::binary);
    writeAll(out);
    return out.flush() ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}

// embed OUT.cpp NAMESPACE FILE...: writes a C++ file that holds the contents of files.
//
// It defines `std::span<const std::pair<std::string_view, std::string_view>> NAMESPACE::files()`: the name of each
// file, as given on the command line, and its contents, in the order given.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

#include "embed/literal.h"

namespace {

using beding::embed::writeLiteral;

bool writeFile(std::ostream& out, const std::string& name) {
  std::ifstream in(name, std::ios::binary);
  const std::string contents{std::istreambuf_iterator<char>(in), {}};
  if (!in) {
    std::cerr << "embed: cannot read " << name << '\n';
    return false;
  }
  out << "  {";
  writeLiteral(out, name);
  out << ", {\n    ";
  writeLiteral(out, contents);
  out << ",\n    " << contents.size() << "}},\n";
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: embed OUT.cpp NAMESPACE FILE...\n";
    return 2;
  }
  std::ofstream out(argv[1], std::ios::binary);
  out << "// Written by tools/embed.\n#include <span>\n#include <string_view>\n#include <utility>\n\nnamespace "
      << argv[2]
      << " {\n\nusing File = std::pair<std::string_view, std::string_view>;\n\nstatic constexpr File embedded[] = {\n";
  for (int index = 3; index < argc; ++index) {
    if (!writeFile(out, argv[index])) {
      return 1;
    }
  }
  out << "};\n\nstd::span<const File> files();\nstd::span<const File> files() { return embedded; }\n\n}  // namespace "
      << argv[2] << '\n';
  return out.flush() ? 0 : 1;
}

// embed OUT.cpp NAMESPACE FILE...: writes a C++ file that holds the contents of files.
//
// It defines `std::span<const std::pair<std::string_view, std::string_view>> NAMESPACE::files()`: the name of each
// file, as given on the command line, and its contents, in the order given.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

namespace {

/// One byte as it stands in a string literal. Octal escapes end after three digits, whatever follows.
std::string escaped(char c) {
  if (c == '"' || c == '\\') {
    return {'\\', c};
  }
  if (c >= ' ' && c <= '~' && c != '?') {  // "??" would begin a trigraph
    return {c};
  }
  std::string text(5, '\0');
  const int length =
      std::snprintf(text.data(), text.size(), "\\%03o", static_cast<unsigned>(static_cast<unsigned char>(c)));
  text.resize(static_cast<std::size_t>(length));
  return text;
}

/// The text as string literals, one per line of it.
void writeLiteral(std::ostream& out, std::string_view text) {
  out << '"';
  for (std::size_t at = 0; at < text.size(); ++at) {
    out << escaped(text[at]);
    if (text[at] == '\n' && at + 1 < text.size()) {
      out << "\"\n    \"";
    }
  }
  out << '"';
}

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

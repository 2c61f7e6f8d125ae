#include "workspace/workspace.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/parallel.h"
#include "base/text.h"
#include "bgraf/bgraf.h"
#include "diagnostics/registry_names.h"
#include "lowering/from_syntax.h"
#include "parser/parser.h"
#include "workspace/graph_checks.h"

namespace beding {
namespace {

namespace fs = std::filesystem;

/// The library that a file without a header can count on.
constexpr const char* commonLibrary = "algemeen";

void append(Diagnostics& all, const Diagnostics& more) {
  for (const Diagnostic& diagnostic : more.all()) all.add(diagnostic);
}

/// What is wrong with the terms of a contract counts; what only deserves a look is theirs.
Diagnostics withoutRemarks(const Diagnostics& all, const std::vector<FileIndex>& terms) {
  Diagnostics kept;
  for (const Diagnostic& diagnostic : all.all()) {
    const bool theirs = std::find(terms.begin(), terms.end(), diagnostic.span.file) != terms.end();
    if (!theirs || diagnostic.kind->severity == Severity::error) kept.add(diagnostic);
  }
  return kept;
}

}  // namespace

FileIndex Workspace::enter(std::string name, std::string text) {
  parsed_.emplace_back();
  return sources_.add(std::move(name), std::move(text));
}

/// Files do not know of each other: any number may be parsed at the same time.
void Workspace::parseFile(FileIndex file) {
  syntax::File& tree = parsed_[file].tree = parse(sources_, file, parsed_[file].diagnostics, {}, scenarios_);
  if (tree.header.kind == syntax::HeaderKind::contract)
    tree.header.name = fold(fs::path(sources_.file(file).name()).stem().string());
}

FileIndex Workspace::add(std::string name, std::string text) {
  const FileIndex file = enter(std::move(name), std::move(text));
  parseFile(file);
  return file;
}

FileIndex Workspace::read(SourceText source) { return readAll({std::move(source)}).front(); }

std::vector<FileIndex> Workspace::readAll(std::vector<SourceText> sources) {
  std::vector<FileIndex> files, unread;
  for (SourceText& source : sources) {
    const auto [known, isNew] = byName_.try_emplace(source.name, 0);
    if (isNew) unread.push_back(known->second = enter(source.name, std::move(source.text)));
    files.push_back(known->second);
  }
  inParallel(unread.size(), [&](std::size_t index) { parseFile(unread[index]); });
  return files;
}

bool Workspace::hasHeader(FileIndex file) const { return parsed_[file].tree.header.kind != syntax::HeaderKind::none; }

bool Workspace::hasHeader(const std::vector<FileIndex>& files, syntax::HeaderKind kind) const {
  return std::any_of(files.begin(), files.end(),
                     [&](FileIndex file) { return parsed_[file].tree.header.kind == kind; });
}

/// A file that belongs to no document is one by itself, named after its file.
Document Workspace::alone(FileIndex file) {
  syntax::Header& header = parsed_[file].tree.header;
  if (header.kind == syntax::HeaderKind::none) {
    header.kind = syntax::HeaderKind::terms;
    header.name = fs::path(sources_.file(file).name()).stem().string();
    header.uses = {commonLibrary};
    header.usesSpans = {Span{file, 0, 0}};
  }
  return {header.name, {file}};
}

/// The documents in the files of one folder: one header makes the folder a document, several or none stand alone.
std::vector<Document> Workspace::grouped(const std::vector<FileIndex>& files) {
  const auto headed = [&](FileIndex file) { return hasHeader(file); };
  if (std::count_if(files.begin(), files.end(), headed) == 1) {
    const FileIndex head = *std::find_if(files.begin(), files.end(), headed);
    return {{parsed_[head].tree.header.name, files}};
  }
  std::vector<Document> documents;
  documents.reserve(files.size());
  for (const FileIndex file : files) documents.push_back(alone(file));
  return documents;
}

Document Workspace::typed(std::string name, std::string text) {
  return grouped({add(std::move(name), std::move(text))}).front();
}

/// A single file without a header continues the document of its folder: that of the folder's first file, if no other
/// file has a header.
std::vector<Document> Workspace::withFolder(FileIndex own) {
  std::vector<FileIndex> files = {own};
  for (SourceText& source : siblings(sources_.file(own).name()).files) files.push_back(read(std::move(source)));
  std::sort(files.begin(), files.end(), [&](FileIndex a, FileIndex b) {
    return fs::path(sources_.file(a).name()).filename() < fs::path(sources_.file(b).name()).filename();
  });
  const bool isOneDocument = hasHeader(files.front()) && std::none_of(files.begin() + 1, files.end(),
                                                                      [&](FileIndex file) { return hasHeader(file); });
  return isOneDocument ? grouped(files) : std::vector{alone(own)};
}

Opened Workspace::openAll(std::string_view path) {
  FoundSources found = findSources(path);
  if (!found.problem.empty()) return {{}, std::move(found.problem)};
  const std::vector<FileIndex> all = readAll(std::move(found.files));
  std::map<fs::path, std::vector<FileIndex>> folders;
  for (const FileIndex file : all) folders[fs::path(sources_.file(file).name()).parent_path()].push_back(file);
  if (const FileIndex first = all.front(); all.size() == 1 && !hasHeader(first)) {
    return {withFolder(first), {}};
  }
  Opened opened;
  for (const auto& [folder, files] : folders) {
    for (Document& document : grouped(files)) opened.documents.push_back(std::move(document));
  }
  return opened;
}

Opened Workspace::open(std::string_view document) {
  Opened opened = openAll(document);
  if (opened.documents.size() < 2) return opened;
  std::string names;
  for (const Document& each : opened.documents) names += (names.empty() ? "" : ", ") + each.name;
  return {{},
          worded({"«{0}» bevat meer dan een document ({1}); noem er een",
                  "«{0}» holds more than one document ({1}); name one"},
                 {std::string(document), names})};
}

void Workspace::addLibrary(const std::string& name, Span place, std::vector<FileIndex>& found,
                           Diagnostics& diagnostics) {
  if (!libraryFiles_.contains(name)) {
    auto sources = librarySources(name);
    if (!sources) {
      const std::vector<std::string> known = libraryNames();
      diagnostics.report(diagnostics::unknownLibrary, place, {name}).suggestions = nearest(name, known);
      return;
    }
    libraryFiles_[name] = readAll(std::move(*sources));
  }
  const std::vector<FileIndex>& files = libraryFiles_[name];
  found.insert(found.end(), files.begin(), files.end());
}

/// The files of every library that these files use, also by way of another library; each once.
std::vector<FileIndex> Workspace::libraries(const std::vector<FileIndex>& files, Diagnostics& diagnostics) {
  std::vector<FileIndex> found;
  std::set<std::string> seen;
  for (const FileIndex file : files) seen.insert(parsed_[file].tree.header.name);
  const auto follow = [&](FileIndex file) {
    const syntax::Header& header = parsed_[file].tree.header;
    for (std::size_t i = 0; i < header.uses.size(); ++i) {
      if (seen.insert(header.uses[i]).second) addLibrary(header.uses[i], header.usesSpans[i], found, diagnostics);
    }
  };
  for (const FileIndex file : files) follow(file);
  for (std::size_t at = 0; at < found.size(); ++at) follow(found[at]);  // grows while it is read
  return found;
}

std::vector<FileIndex> Workspace::termsNamed(const std::string& name, FileIndex contract, Span place,
                                             Diagnostics& diagnostics) {
  const Opened opened = open(besideContract(name, sources_.file(contract).name()));
  const bool found = opened.documents.size() == 1 && opened.documents.front().name == name &&
                     hasHeader(opened.documents.front().files, syntax::HeaderKind::terms);
  if (found) return opened.documents.front().files;
  const std::vector<std::string> known = shippedDocuments();
  diagnostics.report(diagnostics::unknownTerms, place, {name}).suggestions = nearest(name, known);
  return {};
}

/// The files of the documents that a contract is under; none when it is no contract.
std::vector<FileIndex> Workspace::terms(const Document& document, Diagnostics& diagnostics) {
  std::vector<FileIndex> files;
  for (const FileIndex file : document.files) {
    const syntax::Header header = parsed_[file].tree.header;
    for (std::size_t i = 0; i < header.terms.size(); ++i) {
      for (const FileIndex each : termsNamed(header.terms[i], file, header.termsSpans[i], diagnostics))
        if (std::find(files.begin(), files.end(), each) == files.end()) files.push_back(each);
    }
  }
  return files;
}

bool isBgraf(std::string_view document) { return document.ends_with(".bgraf"); }

Workspace::Loaded Workspace::load(const std::string& path) {
  const auto bytes = readFile(path);
  if (!bytes) return {nullptr, worded({"«{0}» kan niet gelezen worden", "«{0}» cannot be read"}, {path})};
  return loadBytes(path, *bytes);
}

Workspace::Loaded Workspace::loadBytes(const std::string& name, std::string_view bytes) {
  FromBgraf read = fromBgraf(bytes);
  if (!read.graph)
    return {nullptr,
            worded({"«{0}» kan niet gebruikt worden: {1}", "«{0}» cannot be used: {1}"}, {name, read.problem})};
  Compiled& compiled = loaded_.emplace_back();
  compiled.graph = std::move(*read.graph);
  compiled.document.name = compiled.graph.document;
  compiled.whole = true;
  return {&compiled, {}};
}

const Compiled& Workspace::compile(const Document& document) {
  std::unique_ptr<Compiled>& kept = compiled_[document.files];
  if (kept) return *kept;
  kept = std::make_unique<Compiled>();
  Compiled& result = *kept;
  result.document = document;
  result.terms = terms(document, result.diagnostics);
  std::vector<FileIndex> all = result.terms;
  all.insert(all.end(), document.files.begin(), document.files.end());
  result.libraries = libraries(all, result.diagnostics);
  all.insert(all.end(), result.libraries.begin(), result.libraries.end());

  std::vector<const syntax::File*> files;
  for (const FileIndex file : all) {
    append(result.diagnostics, parsed_[file].diagnostics);
    files.push_back(&parsed_[file].tree);
  }
  Lowered lowered = lower(files, sources_, result.diagnostics);
  result.graph = std::move(lowered.graph);
  result.vocabulary = std::move(lowered.vocabulary);
  if (!result.diagnostics.hasErrors()) checkGraph(result.graph, result.diagnostics);
  result.whole = !result.diagnostics.hasErrors();
  if (!result.terms.empty()) result.diagnostics = withoutRemarks(result.diagnostics, result.terms);
  return result;
}

}  // namespace beding

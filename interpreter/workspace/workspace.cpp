#include "workspace/workspace.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/text.h"
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

}  // namespace

FileIndex Workspace::add(std::string name, std::string text) {
  const FileIndex file = sources_.add(std::move(name), std::move(text));
  parsed_.emplace_back();
  parsed_.back().tree = parse(sources_, file, parsed_.back().diagnostics);
  return file;
}

FileIndex Workspace::read(SourceText source) {
  if (const auto known = byName_.find(source.name); known != byName_.end()) return known->second;
  std::string name = source.name;
  return byName_[std::move(name)] = add(source.name, std::move(source.text));
}

bool Workspace::hasHeader(FileIndex file) const { return parsed_[file].tree.header.kind != syntax::HeaderKind::none; }

/// A file that belongs to no document is one by itself, named after its file.
Document Workspace::alone(FileIndex file) {
  syntax::Header& header = parsed_[file].tree.header;
  if (header.kind == syntax::HeaderKind::none) {
    header.kind = syntax::HeaderKind::terms;
    header.name = fs::path(sources_.file(file).name()).stem().string();
    header.uses = {commonLibrary};
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
  for (const FileIndex file : files) documents.push_back(alone(file));
  return documents;
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
  std::map<fs::path, std::vector<FileIndex>> folders;
  for (SourceText& source : found.files) {
    const fs::path folder = fs::path(source.name).parent_path();
    folders[folder].push_back(read(std::move(source)));
  }
  if (const FileIndex first = folders.begin()->second.front(); found.files.size() == 1 && !hasHeader(first)) {
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
    std::vector<FileIndex>& files = libraryFiles_[name];
    for (SourceText& source : *sources) files.push_back(read(std::move(source)));
  }
  const std::vector<FileIndex>& files = libraryFiles_[name];
  found.insert(found.end(), files.begin(), files.end());
}

/// The files of every library that the document uses, also by way of another library; each once.
std::vector<FileIndex> Workspace::libraries(const Document& document, Diagnostics& diagnostics) {
  std::vector<FileIndex> found;
  std::set<std::string> seen = {document.name};
  const auto follow = [&](FileIndex file) {
    const syntax::Header& header = parsed_[file].tree.header;
    for (std::size_t i = 0; i < header.uses.size(); ++i) {
      if (seen.insert(header.uses[i]).second) addLibrary(header.uses[i], header.usesSpans[i], found, diagnostics);
    }
  };
  for (const FileIndex file : document.files) follow(file);
  for (std::size_t at = 0; at < found.size(); ++at) follow(found[at]);  // grows while it is read
  return found;
}

const Compiled& Workspace::compile(const Document& document) {
  std::unique_ptr<Compiled>& kept = compiled_[document.files];
  if (kept) return *kept;
  kept = std::make_unique<Compiled>();
  Compiled& result = *kept;
  result.document = document;
  result.libraries = libraries(document, result.diagnostics);

  std::vector<const syntax::File*> files;
  const auto take = [&](FileIndex file) {
    append(result.diagnostics, parsed_[file].diagnostics);
    files.push_back(&parsed_[file].tree);
  };
  std::for_each(document.files.begin(), document.files.end(), take);
  std::for_each(result.libraries.begin(), result.libraries.end(), take);

  Lowered lowered = lower(files, sources_, result.diagnostics);
  result.graph = std::move(lowered.graph);
  result.vocabulary = std::move(lowered.vocabulary);
  if (!result.diagnostics.hasErrors()) checkGraph(result.graph, result.diagnostics);
  result.whole = !result.diagnostics.hasErrors();
  return result;
}

}  // namespace beding

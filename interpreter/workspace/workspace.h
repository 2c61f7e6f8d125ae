// The pipeline as a few calls: find the sources, parse them, add the libraries they use, lower, verify. What has been
// read or compiled is kept, so that nothing is done twice; the command, the REPL and the tests all stand on this.
//
//   Workspace workspace;
//   const Opened opened = workspace.open("vandeez");
//   const Compiled& vandeez = workspace.compile(opened.documents.front());
//   evaluate(vandeez.graph, timeline, options);
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "graph/graph.h"
#include "names/vocabulary.h"
#include "parser/parser.h"
#include "source/source.h"
#include "syntax/tree.h"
#include "workspace/documents.h"

namespace beding {

/// A source file that has been read.
struct ParsedFile {
  syntax::File tree;
  Diagnostics diagnostics;
};

/// A document before compilation: which files it is made of.
struct Document {
  std::string name;              ///< of its header, else of its file: "vandeez"
  std::vector<FileIndex> files;  ///< in order of their names
};

/// What a DOC or PAD turned out to be.
struct Opened {
  std::vector<Document> documents;  ///< empty when there is a problem
  Wording problem;
};

/// A compiled document. `graph` may be evaluated when `whole`.
struct Compiled {
  Document document;
  std::vector<FileIndex> libraries;
  std::vector<FileIndex> terms;  ///< of the documents that a contract is under
  Diagnostics diagnostics;       ///< of every pass, its own files and its libraries
  graph::Graph graph;
  names::Vocabulary vocabulary;
  bool whole = false;  ///< nothing was wrong with it
};

/// Whether a DOC names a compiled document.
bool isBgraf(std::string_view document);

class Workspace {
 public:
  explicit Workspace(Scenarios scenarios = Scenarios::read) : scenarios_(scenarios) {}

  /// A DOC: exactly one document. A file without a header brings the rest of the document in its folder.
  Opened open(std::string_view document);
  /// A PAD: every document in it.
  Opened openAll(std::string_view path);
  /// A text that was typed; `name` is how messages call it.
  FileIndex add(std::string name, std::string text);
  /// The same as a document by itself.
  Document typed(std::string name, std::string text);

  /// Compiles a document with its libraries; a second call returns the same result. It lives as long as the workspace.
  const Compiled& compile(const Document& document);

  /// A compiled document in a `.bgraf`: a graph without files or vocabulary. Lives as long as the workspace.
  struct Loaded {
    const Compiled* compiled = nullptr;  ///< absent when there is a problem
    Wording problem;
  };
  Loaded load(const std::string& path);
  /// The same from what stands in it.
  Loaded loadBytes(const std::string& name, std::string_view bytes);

  [[nodiscard]] const ParsedFile& parsed(FileIndex file) const { return parsed_[file]; }
  [[nodiscard]] const SourceSet& sources() const { return sources_; }

 private:
  FileIndex enter(std::string name, std::string text);
  void parseFile(FileIndex file);
  FileIndex read(SourceText source);
  std::vector<FileIndex> readAll(std::vector<SourceText> sources);
  std::vector<FileIndex> libraries(const std::vector<FileIndex>& files, Diagnostics& diagnostics);
  std::vector<FileIndex> terms(const Document& document, Diagnostics& diagnostics);
  std::vector<FileIndex> termsNamed(const std::string& name, FileIndex contract, Span place, Diagnostics& diagnostics);
  void addLibrary(const std::string& name, Span place, std::vector<FileIndex>& found, Diagnostics& diagnostics);
  std::vector<Document> grouped(const std::vector<FileIndex>& files);
  std::vector<Document> withFolder(FileIndex own);
  [[nodiscard]] bool hasHeader(FileIndex file) const;
  [[nodiscard]] bool hasHeader(const std::vector<FileIndex>& files, syntax::HeaderKind kind) const;
  Document alone(FileIndex file);

  Scenarios scenarios_;
  SourceSet sources_;
  std::deque<ParsedFile> parsed_;            ///< by FileIndex; a deque, so that references stay good
  std::map<std::string, FileIndex> byName_;  ///< files that were read, by name
  std::map<std::string, std::vector<FileIndex>> libraryFiles_;
  std::map<std::vector<FileIndex>, std::unique_ptr<Compiled>> compiled_;
  std::deque<Compiled> loaded_;
};

}  // namespace beding

// Where source text comes from: files and folders on disk, and the documents and libraries shipped inside the program.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/wording.h"

namespace beding {

/// One file's text under the name by which messages call it.
struct SourceText {
  std::string name;  ///< as the user gave it, or the shipped path: "stdlib/algemeen/05-geld.beding"
  std::string text;
  friend bool operator==(const SourceText&, const SourceText&) = default;
};

/// The texts found, or why there are none.
struct FoundSources {
  std::vector<SourceText> files;  ///< in order of their names
  Wording problem;                ///< empty when found
};

/// What a DOC or PAD names: a `.beding` file, every `.beding` file in a folder and below it, or a shipped document.
FoundSources findSources(std::string_view document);

/// The other `.beding` files of the folder in which `file` lies.
FoundSources siblings(std::string_view file);

/// Names of the shipped documents, in alphabetical order: "elan", "vandeez", "wonderfull".
std::vector<std::string> shippedDocuments();

/// The files of a shipped document, in order of their names; none when there is no such document.
std::vector<SourceText> shippedSources(std::string_view document);

/// Where the document of that name is that a contract in file `contract` is under: a file or folder beside the contract
/// or its folder; else the name itself, that of a shipped document.
std::string besideContract(std::string_view name, std::string_view contract);

/// A file shipped with them, by its path: "clauses/vandeez/bron.tsv".
std::optional<std::string> shippedFile(std::string_view path);

/// A library by the name behind `gebruikt`; nothing when there is no such library. One that is built into the engine
/// (`kalender nederland`, `wettelijke rente`) has no files.
std::optional<std::vector<SourceText>> librarySources(std::string_view name);

/// Names of all libraries, for suggestions.
std::vector<std::string> libraryNames();

/// The contents of a file, or nothing when it cannot be read. "-" is standard input.
std::optional<std::string> readFile(const std::string& path);

}  // namespace beding

// Beding for C++ programs that also compile clauses. Everything of engine.h, and compiling. C++17.
//
//   const auto graph = beding::compile("vandeez");
//   if (!graph) std::cerr << graph.error().message.dutch;
//
// What this header adds is in the library `beding` (CMake: beding::beding), which brings the engine along. The rules of
// engine.h about errors, threads and text hold here too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <beding/engine.h>

namespace beding::v1 {

/// A shipped document ("vandeez"), a `.beding` file, or a folder of them. Mistakes in it are an error, which tells
/// them all with their place and remedy; what only deserves a look comes in `remarks`.
BEDING_API Result<Graph> compile(std::string_view document, Text* remarks = nullptr, int abi = BEDING_ABI) noexcept;

/// Clauses from memory. `name` is what messages call them; without a header it is also the name of the document.
BEDING_API Result<Graph> compileText(std::string_view clauses, std::string_view name = "voorwaarden.beding",
                                     Text* remarks = nullptr, int abi = BEDING_ABI) noexcept;

/// The names of the documents that the library brings along, in alphabetical order.
BEDING_API Result<std::vector<std::string>> shippedDocuments() noexcept;

/// A drawing of the document, or of what stands around one lid, as SVG. Threads that draw wait for each other.
BEDING_API Result<std::string> drawing(const Graph& graph, std::string_view around = {}) noexcept;

}  // namespace beding::v1

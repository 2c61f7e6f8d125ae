#include "beding/beding.h"
#include "bgraf/bgraf.h"
#include "diagnostics/text.h"
#include "draw/svg.h"
#include "library/c.h"
#include "shipped/shipped.h"
#include "workspace/workspace.h"

namespace beding::v1 {
namespace {

Text said(const Diagnostics& diagnostics, const SourceSet& sources) {
  return {beding::textOf(diagnostics, sources, {Colour::no, Language::dutch}),
          beding::textOf(diagnostics, sources, {Colour::no, Language::english})};
}

/// By way of its bytes: all that the engine knows of a document is what a file of it says.
Result<Graph> compiled(Workspace& workspace, const Document& document, Text* remarks, int abi) {
  const Compiled& result = workspace.compile(document);
  Text told = said(result.diagnostics, workspace.sources());
  if (!result.whole) return Error{Code::invalidInput, std::move(told)};
  if (remarks != nullptr) *remarks = std::move(told);
  return Graph::load(toBgraf(result.graph), abi);
}

}  // namespace

Result<Graph> compile(std::string_view document, Text* remarks, int abi) noexcept {
  return guarded([&]() -> Result<Graph> {
    if (const Wording problem = versionProblem(abi); !problem.empty()) return wrong(Code::wrongVersion, problem);
    const auto shipped = remarks == nullptr ? shippedGraph(document) : std::nullopt;
    if (shipped) return Graph::load(*shipped, abi);
    Workspace workspace;
    const Opened opened = workspace.open(document);
    if (!opened.problem.empty()) return wrong(Code::invalidInput, opened.problem);
    return compiled(workspace, opened.documents.front(), remarks, abi);
  });
}

Result<Graph> compileText(std::string_view clauses, std::string_view name, Text* remarks, int abi) noexcept {
  return guarded([&]() -> Result<Graph> {
    if (const Wording problem = versionProblem(abi); !problem.empty()) return wrong(Code::wrongVersion, problem);
    Workspace workspace;
    const Document document = workspace.typed(std::string(name), std::string(clauses));
    return compiled(workspace, document, remarks, abi);
  });
}

Result<std::vector<std::string>> shippedDocuments() noexcept {
  return guarded([]() -> Result<std::vector<std::string>> { return beding::shippedDocuments(); });
}

Result<std::string> drawing(const Graph& graph, std::string_view around) noexcept {
  return guarded([&]() -> Result<std::string> {
    const Result<std::string> bytes = graph.bgraf();
    if (!bytes) return bytes.error();
    const Result<std::string> asText = graph.view(View::json, around);  // refuses a lid that is not there
    if (!asText) return asText.error();
    auto svg = draw::svgOf(graph::viewOf(*fromBgraf(*bytes).graph, around));
    if (!svg) return wrong(Code::internal, Phrasing("de tekening is niet gelukt", "the drawing failed"));
    return std::move(*svg);
  });
}

}  // namespace beding::v1

// ------------------------------------------------------------------------------------------------------------------- C

beding_code beding_compile(int abi, const char* document, beding_graph** graph, beding_error** error) {
  if (beding::v1::anyNull(document, graph)) return beding::v1::toldNull(error);
  return beding::v1::handed(
      error, [&] { return beding::v1::compile(document, nullptr, abi); },
      [&](beding::v1::Graph&& made) { *graph = new beding_graph{std::move(made)}; });
}

beding_code beding_compile_text(int abi, const char* clauses, const char* name, beding_graph** graph,
                                beding_error** error) {
  if (beding::v1::anyNull(clauses, name, graph)) return beding::v1::toldNull(error);
  return beding::v1::handed(
      error, [&] { return beding::v1::compileText(clauses, name, nullptr, abi); },
      [&](beding::v1::Graph&& made) { *graph = new beding_graph{std::move(made)}; });
}

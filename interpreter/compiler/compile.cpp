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

using namespace beding::v1;

namespace {

/// Hands over the graph, with what was remarked when that is asked for.
template <class Compile>
beding_code handedGraph(beding_graph** graph, beding_text* remarks, beding_error** error, Compile compile) noexcept {
  Text told;
  return handed(
      error, [&] { return compile(remarks == nullptr ? nullptr : &told); },
      [&](Graph&& made) {
        auto held = std::make_unique<beding_graph>(beding_graph{std::move(made)});
        if (remarks != nullptr) hand(remarks, told);
        *graph = held.release();
      });
}

}  // namespace

beding_code beding_compile(int abi, const char* document, beding_graph** graph, beding_text* remarks,
                           beding_error** error) {
  if (anyNull(document, graph)) return toldNull(error);
  return handedGraph(graph, remarks, error, [&](Text* told) { return compile(document, told, abi); });
}

beding_code beding_compile_text(int abi, const char* clauses, const char* name, beding_graph** graph,
                                beding_text* remarks, beding_error** error) {
  if (anyNull(clauses, name, graph)) return toldNull(error);
  return handedGraph(graph, remarks, error, [&](Text* told) { return compileText(clauses, name, told, abi); });
}

beding_code beding_shipped_documents(beding_bytes* names, beding_error** error) {
  if (anyNull(names)) return toldNull(error);
  return handedText(names, error, []() -> Result<std::string> {
    const auto documents = shippedDocuments();
    if (!documents) return documents.error();
    std::string lines;
    for (const std::string& each : *documents) lines.append(each).append("\n");
    return lines;
  });
}

beding_code beding_drawing(const beding_graph* graph, const char* around, beding_bytes* svg, beding_error** error) {
  if (anyNull(graph, svg)) return toldNull(error);
  return handedText(svg, error, [&] { return drawing(graph->graph, orEmpty(around)); });
}

#include "shipped/shipped.h"

#include <algorithm>

#include "shipped/graphs.h"
#include "workspace/documents.h"

namespace beding {
namespace {

/// Whether these are the files of that shipped document, as they were when this program was built.
bool areShipped(const FoundSources& found, std::string_view document) {
  return found.problem.empty() && found.files == shippedSources(document);
}

bool isUnchanged(const shipped::Graph& graph, const FoundSources& found) {
  if (!areShipped(found, graph.document)) return false;
  return std::all_of(graph.terms.begin(), graph.terms.end(), [&](std::string_view terms) {
    return areShipped(findSources(besideContract(terms, found.files.front().name)), terms);
  });
}

}  // namespace

std::optional<std::string_view> shippedGraph(std::string_view document) {
  const FoundSources found = findSources(document);
  for (const shipped::Graph& graph : shipped::graphs())
    if (isUnchanged(graph, found)) return graph.bytes;
  return std::nullopt;
}

}  // namespace beding

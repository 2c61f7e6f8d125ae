#include "library/graph.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "bgraf/bgraf.h"
#include "bgraf/content.h"
#include "engine/readings.h"
#include "explain/schema.h"
#include "graph/view.h"
#include "library/guard.h"

namespace beding::v1 {
namespace {

std::optional<std::string> bytesIn(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return std::move(bytes).str();
}

Error unusable(const std::string& what, const Wording& problem) {
  return wrong(Code::invalidInput,
               worded({"{0} kan niet gebruikt worden: {1}", "{0} cannot be used: {1}"}, {what, problem}));
}

std::string textOf(const graph::View& view, View form) {
  switch (form) {
    case View::json:
      return graph::jsonOf(view);
    case View::mermaid:
      return graph::mermaidOf(view);
    case View::dot:
      break;
  }
  return graph::dotOf(view);
}

}  // namespace

Result<std::map<std::string, std::string>> readingsOf(const graph::Graph& graph,
                                                      const std::vector<std::string>& choices) {
  std::map<std::string, std::string> readings;
  for (const std::string& choice : choices) {
    const Wording problem = chooseReading(graph, choice, readings);
    if (!problem.empty())
      return wrong(Code::wrongUsage, worded({"lezing {0}: {1}", "reading {0}: {1}"}, {shortened(choice), problem}));
  }
  return readings;
}

const TimelineReader& Graph::Inside::reader() const {
  std::call_once(readerMade_, [this] { reader_.emplace(rules.events); });
  return *reader_;
}

Result<Graph> Graph::load(std::string_view bytes, int abi) noexcept {
  return guarded([&]() -> Result<Graph> {
    if (const Wording problem = versionProblem(abi); !problem.empty()) return wrong(Code::wrongVersion, problem);
    FromBgraf read = fromBgraf(bytes);
    if (!read.graph) return unusable("bgraf", read.problem);
    return Graph(std::make_shared<const Inside>(std::move(*read.graph), beding::bgraf::checksum(bytes)));
  });
}

Result<Graph> Graph::loadFile(const std::string& path, int abi) noexcept {
  return guarded([&]() -> Result<Graph> {
    const auto bytes = bytesIn(path);
    if (!bytes)
      return wrong(Code::invalidInput, worded({"«{0}» kan niet gelezen worden", "«{0}» cannot be read"}, {path}));
    Result<Graph> graph = load(*bytes, abi);
    if (graph || graph.error().code != Code::invalidInput) return graph;
    const Text& why = graph.error().message;
    return Error{Code::invalidInput, {"«" + path + "»: " + why.dutch, "«" + path + "»: " + why.english}};
  });
}

Result<std::string> Graph::bgraf() const noexcept {
  return guarded([&]() -> Result<std::string> { return toBgraf(inside_->rules); });
}

const std::string& Graph::document() const noexcept { return inside_->rules.document; }
const std::string& Graph::title() const noexcept { return inside_->rules.title; }

Result<std::string> Graph::timelineSchema() const noexcept {
  return guarded([&]() -> Result<std::string> { return beding::timelineSchema(inside_->rules.events); });
}

Result<std::string> Graph::view(View form, std::string_view around) const noexcept {
  return guarded([&]() -> Result<std::string> {
    const graph::View view = graph::viewOf(inside_->rules, around);
    if (!view.nodes.empty() || around.empty()) return textOf(view, form);
    return wrong(Code::wrongUsage, worded({"lid «{0}» heeft geen regels in {1}", "lid «{0}» has no rules in {1}"},
                                          {shortened(around), document()}));
  });
}

void Graph::keep(std::size_t evaluations) const noexcept { inside_->going.keep(evaluations); }

Graph::Graph(std::shared_ptr<const Inside> inside) noexcept : inside_(std::move(inside)) {}
Graph::~Graph() = default;
Graph::Graph(const Graph&) noexcept = default;
Graph::Graph(Graph&&) noexcept = default;
Graph& Graph::operator=(const Graph&) noexcept = default;
Graph& Graph::operator=(Graph&&) noexcept = default;

}  // namespace beding::v1

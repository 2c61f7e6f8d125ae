#include "workspace/readings.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace beding {
namespace {

std::string idOf(const graph::Issue& issue) { return issue.where.lid + "/" + issue.name; }

/// `bedoelde u ...?` when something is near, else all there is.
std::string help(const std::string& written, const std::vector<std::string>& known, const std::string& none) {
  const std::vector<std::string> meant = nearest(written, known);
  if (!meant.empty()) return "; bedoelde u «" + meant.front() + "»?";
  if (known.empty()) return none;
  std::string text = "; er is";
  for (std::size_t at = 0; at < known.size(); ++at) text += (at == 0 ? " «" : ", «") + known[at] + "»";
  return text;
}

std::string unknownIssue(const std::string& written, const graph::Graph& graph) {
  std::vector<std::string> known;
  for (const graph::Issue& issue : graph.issues) known.push_back(idOf(issue));
  return "er is geen kwestie «" + written + "»" + help(written, known, "; dit document heeft geen kwesties");
}

}  // namespace

std::string chooseReading(const graph::Graph& graph, const std::string& choice,
                          std::map<std::string, std::string>& readings) {
  const std::size_t equals = choice.find('=');
  if (equals == std::string::npos) return "schrijf LID/KWESTIE=NAAM, bijvoorbeeld 6.6/jaar=kalenderjaar";
  std::string id = fold(choice.substr(0, equals));
  const std::string prefix = fold(graph.document) + ":";
  if (id.starts_with(prefix)) id.erase(0, prefix.size());
  const std::string name = fold(choice.substr(equals + 1));

  const auto issue = std::find_if(graph.issues.begin(), graph.issues.end(),
                                  [&](const graph::Issue& each) { return fold(idOf(each)) == id; });
  if (issue == graph.issues.end()) return unknownIssue(id, graph);
  const auto reading = std::find_if(issue->readings.begin(), issue->readings.end(),
                                    [&](const std::string& each) { return fold(each) == name; });
  if (reading == issue->readings.end()) {
    return "kwestie «" + idOf(*issue) + "» heeft geen lezing «" + name + "»" + help(name, issue->readings, "");
  }
  readings[idOf(*issue)] = *reading;
  return {};
}

}  // namespace beding

#include "engine/readings.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace beding {
namespace {

std::string idOf(const graph::Issue& issue) { return issue.where.lid + "/" + issue.name; }

/// `bedoelde u ...?` when something is near, else all there is.
Wording help(const std::string& written, const std::vector<std::string>& known, const Wording& none) {
  const std::vector<std::string> meant = nearest(written, known);
  if (!meant.empty()) return worded({"; bedoelde u «{0}»?", "; did you mean «{0}»?"}, {meant.front()});
  if (known.empty()) return none;
  std::string text;
  for (const std::string& each : known) text += (text.empty() ? "«" : ", «") + each + "»";
  return Phrasing("; er is ", "; there is ") + Wording(text);
}

Wording unknownIssue(const std::string& written, const graph::Graph& graph) {
  std::vector<std::string> known;
  for (const graph::Issue& issue : graph.issues) known.push_back(idOf(issue));
  return worded({"er is geen kwestie «{0}»", "there is no kwestie «{0}»"}, {shortened(written)}) +
         help(written, known, Phrasing("; dit document heeft geen kwesties", "; this document has no kwesties"));
}

}  // namespace

Wording chooseReading(const graph::Graph& graph, const std::string& choice,
                      std::map<std::string, std::string>& readings) {
  const std::size_t equals = choice.find('=');
  if (equals == std::string::npos)
    return Phrasing("schrijf LID/KWESTIE=NAAM, bijvoorbeeld 6.6/jaar=kalenderjaar",
                    "write LID/KWESTIE=NAAM, for instance 6.6/jaar=kalenderjaar");
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
    return worded({"kwestie «{0}» heeft geen lezing «{1}»", "kwestie «{0}» has no reading «{1}»"},
                  {idOf(*issue), shortened(name)}) +
           help(name, issue->readings, "");
  }
  readings[idOf(*issue)] = *reading;
  return {};
}

}  // namespace beding

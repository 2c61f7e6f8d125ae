#include <doctest/doctest.h>

#include <algorithm>

#include "graph/print.h"
#include "graph/view.h"
#include "graph_sample.h"

using namespace beding;
using namespace beding::graph;
using sample::invoiceGraph;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::vector<std::string> names(const View& view) {
  std::vector<std::string> result;
  for (const ViewNode& node : view.nodes) result.push_back(std::string(node.kind) + " " + node.name);
  return result;
}

/// "betaling <- grootboek (vervaldag)": whether there is such an arrow.
bool hasArrow(const View& view, std::string_view from, std::string_view to, std::string_view via) {
  return std::any_of(view.edges.begin(), view.edges.end(), [&](const ViewEdge& edge) {
    return view.nodes[edge.from].name == from && view.nodes[edge.to].name == to && edge.via == via;
  });
}

}  // namespace

TEST_CASE("expressions are written with Dutch operators") {
  const Graph graph = invoiceGraph();
  CHECK(text(graph, graph.norms[0].term.last) == "einde termijn(moment van($0), 14 dagen)");
  CHECK(text(graph, graph.norms[1].during) == "er is een \"factuur\" $0(toestand \"een factuur is te laat\"($0))");
  CHECK(text(graph, graph.patterns.empty() ? PatternId{} : PatternId{0}) == "factuur verzonden als $0");
  CHECK(text(Value{Money{5}}) == "€ 5,00");
  CHECK(text(Value{Truth::unknown}) == "onbekend");
  CHECK(text(Value{std::vector<std::string>{"a", "b"}}) == "[\"a\", \"b\"]");
}

TEST_CASE("the dump has every node with what it reads") {
  const std::string dump = dumpText(invoiceGraph());
  CHECK(dump.starts_with("regelgraaf proef \"Proefvoorwaarden\"\n\ngebeurtenis 0 \"factuur verzonden\"\n"));
  CHECK(has(dump,
            "plicht 0 \"betaling\" (proef:6.5 regel 12)\n"
            "  elke \"factuur\" $0\n"
            "  handeling: handeling \"de factuur betalen\"\n"
            "  over: $0\n"
            "  termijn: einde termijn(moment van($0), 14 dagen)\n\n"));
  CHECK(has(dump,
            "toestand 0 \"een factuur is te laat\" (proef:6.8 regel 20)\n"
            "  elke \"factuur\" $0\n"
            "  zodra: voorbij(uiterste moment van \"betaling\"($0))\n"
            "  totdat: voldaan($0)\n\n"));
}

TEST_CASE("the whole view has the document's nodes and what they read") {
  const View view = viewOf(invoiceGraph());
  CHECK(names(view) == std::vector<std::string>{"gebeurtenis dienst opgeschort", "zaak factuur",
                                                "toestand een factuur is te laat", "handeling de factuur betalen",
                                                "handeling de Diensten opschorten", "plicht betaling",
                                                "bevoegdheid opschorten", "bedrag rente", "grootboek grootboek"});
  CHECK(hasArrow(view, "betaling", "een factuur is te laat", "zodra"));
  CHECK(hasArrow(view, "grootboek", "een factuur is te laat", "totdat"));
  CHECK(hasArrow(view, "een factuur is te laat", "opschorten", "zolang"));
  CHECK(hasArrow(view, "dienst opgeschort", "de Diensten opschorten", "gebeurt door"));
  CHECK_FALSE(hasArrow(view, "betaling", "rente", "zolang"));
}

TEST_CASE("around a lid: its nodes and their neighbours") {
  const View view = viewOf(invoiceGraph(), "6.5");
  CHECK(names(view) == std::vector<std::string>{"zaak factuur", "toestand een factuur is te laat",
                                                "handeling de factuur betalen", "plicht betaling",
                                                "grootboek grootboek"});
  for (const ViewNode& node : view.nodes) CHECK(node.central == (node.name == "betaling"));
  CHECK(viewOf(invoiceGraph(), "proef:6.5").nodes.size() == view.nodes.size());
  CHECK(viewOf(invoiceGraph(), "6").nodes.size() == 9);
  CHECK(viewOf(invoiceGraph(), "7").nodes.empty());
}

TEST_CASE("the graph as JSON") {
  const std::string json = jsonOf(viewOf(invoiceGraph(), "6.5"));
  CHECK(json.starts_with(
      "{\"versie\":1,\"document\":\"proef\",\"titel\":\"Proefvoorwaarden\",\"rond\":\"6.5\",\n \"knopen\":[\n"));
  CHECK(has(
      json,
      R"({"id":"norm0","soort":"plicht","naam":"betaling","lid":"proef:6.5","bestand":"proef.beding","regel":12})"));
  CHECK(has(json, R"({"van":"norm0","naar":"toestand0","soort":"aanleiding","via":"zodra","vertraagd":true})"));
  CHECK(json.ends_with("]}\n"));
}

TEST_CASE("JSON escapes what it must") {
  CHECK(jsonText("a\"b\\c\nd\x01"
                 "é") == "\"a\\\"b\\\\c\\nd\\u0001é\"");
}

TEST_CASE("readings are on the node") {
  Graph graph = invoiceGraph();
  graph.issues = {{{}, "jaar", {"kalenderjaar", "contractjaar"}, 0}};
  graph.norms[0].guard = {IssueId{0}, 1};
  const View view = viewOf(graph);
  CHECK(has(jsonOf(view), R"("kwestie":"jaar","lezing":"contractjaar")"));
  CHECK(has(dotOf(view), "(lezing contractjaar)"));
  CHECK(has(dumpText(graph), "  lezing \"contractjaar\" van \"jaar\"\n"));
}

TEST_CASE("the graph for Graphviz has frames per article and a legend") {
  const std::string dot = dotOf(viewOf(invoiceGraph()));
  CHECK(has(dot, "newrank=true"));  // without it Graphviz 2.42 loses arrows and crashes on large documents with frames
  CHECK(has(dot, "subgraph \"cluster_artikel_6\""));
  CHECK(has(dot, "norm0 [label=\"6.5 betaling\\nplicht per factuur\", shape=box"));
  CHECK_FALSE(has(dot, "zaak1 -> norm0"));  // said in the label
  CHECK(has(dot, "<b>Legenda</b>"));
  CHECK_FALSE(has(dot, " exemplaar</font>"));
  CHECK(has(dot, "<td bgcolor=\"#e8f5e9\" color=\"#2e7d32\">plicht</td>"));
  CHECK_FALSE(has(dot, ">verbod</td>"));
  CHECK(has(dot, " uitzondering</font>"));
  CHECK(has(dot, "norm0 -> toestand0 ["));
}

TEST_CASE("the graph for mermaid") {
  const std::string mermaid = mermaidOf(viewOf(invoiceGraph(), "6.5"));
  CHECK(mermaid.starts_with("flowchart LR\n"));
  CHECK(has(mermaid, "  norm0[\"6.5 betaling<br/><small>plicht</small>\"]:::plicht\n"));
  CHECK(has(mermaid, "  norm0 -.->|zodra| toestand0\n"));
  CHECK(has(mermaid, "  grootboek0 --x|totdat| toestand0\n"));
  CHECK(has(mermaid, "  classDef plicht fill:#e8f5e9,stroke:#2e7d32,color:#212121\n"));
}

TEST_CASE("the same graph gives the same text") {
  CHECK(dotOf(viewOf(invoiceGraph())) == dotOf(viewOf(invoiceGraph())));
  CHECK(dumpText(invoiceGraph()) == dumpText(invoiceGraph()));
}

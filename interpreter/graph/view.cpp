#include "graph/view.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "graph/print.h"

namespace beding::graph {
namespace {

bool liesIn(std::string_view lid, std::string_view wanted) {
  if (const std::size_t colon = wanted.find(':'); colon != std::string_view::npos) wanted.remove_prefix(colon + 1);
  return lid.starts_with(wanted) && (lid.size() == wanted.size() || lid[wanted.size()] == '.');
}

bool isOwn(const Graph& graph, NodeRef node) {
  const Provenance where = whereOf(graph, node);
  return !where.lid.empty() && where.document == graph.document;
}

std::set<NodeRef> centre(const Graph& graph, std::string_view around) {
  std::set<NodeRef> result;
  for (const NodeRef node : nodesOf(graph))
    if (isOwn(graph, node) && (around.empty() || liesIn(whereOf(graph, node).lid, around))) result.insert(node);
  return result;
}

/// The nodes and what they read; around one lid also who reads them.
std::set<NodeRef> shown(const std::set<NodeRef>& centre, const std::vector<Link>& links, bool readersToo) {
  std::set<NodeRef> result = centre;
  for (const Link& link : links) {
    if (centre.contains(link.reader)) result.insert(link.read);
    if (readersToo && centre.contains(link.read)) result.insert(link.reader);
  }
  return result;
}

/// An act of the library says little without the events that do it.
void addDeeds(std::set<NodeRef>& nodes, const std::vector<Link>& links) {
  const std::set<NodeRef> before = nodes;
  for (const Link& link : links) {
    const bool deed = link.reader.kind == NodeKind::act && link.read.kind == NodeKind::event;
    if (deed && before.contains(link.reader)) nodes.insert(link.read);
  }
}

ViewNode viewNode(const Graph& graph, NodeRef node, bool central) {
  ViewNode result;
  result.node = node;
  result.id = std::string(kindName(node.kind)) + std::to_string(node.index);
  result.kind = kindName(graph, node);
  result.name = nameOf(graph, node);
  result.where = whereOf(graph, node);
  result.central = central;
  if (const ReadingGuard guard = guardOf(graph, node); guard.issue) {
    result.issue = at(graph.issues, guard.issue).name;
    result.reading = at(graph.issues, guard.issue).readings[guard.reading];
  }
  return result;
}

/// One arrow per pair and role, with the words of all links between them.
std::vector<ViewEdge> viewEdges(const std::vector<Link>& links, const std::map<NodeRef, std::size_t>& index) {
  std::vector<ViewEdge> edges;
  std::map<std::tuple<std::size_t, std::size_t, Role>, std::size_t> seen;
  for (const Link& link : links) {
    if (!index.contains(link.read) || !index.contains(link.reader)) continue;
    const std::size_t from = index.at(link.read);
    const std::size_t to = index.at(link.reader);
    const auto [place, isNew] = seen.emplace(std::tuple(from, to, link.role), edges.size());
    if (isNew) edges.push_back({from, to, link.role, {}, link.delayed});
    ViewEdge& edge = edges[place->second];
    const std::string words(link.name);
    if (edge.via.find(words) == std::string::npos) edge.via += (edge.via.empty() ? "" : ", ") + words;
  }
  return edges;
}

std::string_view roleName(Role role) {
  switch (role) {
    case Role::instance:
      return "exemplaar";
    case Role::trigger:
      return "aanleiding";
    case Role::condition:
      return "voorwaarde";
    case Role::exception:
      return "uitzondering";
    case Role::value:
      return "waarde";
    case Role::deadline:
      return "termijn";
    case Role::act:
      return "handeling";
    case Role::contributes:
      return "draagt bij";
  }
  return {};
}

// ------------------------------------------------------------------------------------------------------------ JSON

void field(std::string& out, std::string_view name, const std::string& value) {
  if (!value.empty()) out += "," + jsonText(name) + ":" + jsonText(value);
}

std::string nodeJson(const ViewNode& node) {
  std::string out =
      "{\"id\":" + jsonText(node.id) + ",\"soort\":" + jsonText(node.kind) + ",\"naam\":" + jsonText(node.name);
  if (!node.where.lid.empty()) field(out, "lid", node.where.document + ":" + node.where.lid);
  field(out, "bestand", node.where.file);
  if (node.where.line > 0) out += ",\"regel\":" + std::to_string(node.where.line);
  field(out, "tekst", node.where.text);
  field(out, "kwestie", node.issue);
  field(out, "lezing", node.reading);
  return out + "}";
}

std::string edgeJson(const View& view, const ViewEdge& edge) {
  return "{\"van\":" + jsonText(view.nodes[edge.from].id) + ",\"naar\":" + jsonText(view.nodes[edge.to].id) +
         ",\"soort\":" + jsonText(roleName(edge.role)) + ",\"via\":" + jsonText(edge.via) +
         ",\"vertraagd\":" + (edge.delayed ? "true" : "false") + "}";
}

template <class Elements, class Make>
std::string listJson(const Elements& elements, Make make) {
  std::string out;
  for (const auto& element : elements) out += (out.empty() ? "\n  " : ",\n  ") + make(element);
  return "[" + out + "]";
}

// --------------------------------------------------------------------------------------------------------- drawing

/// How a kind of node looks: fill and line of the same hue, dark text on a light fill.
struct Look {
  std::string_view kind;
  std::string_view shape;
  std::string_view fill;
  std::string_view line;
};

constexpr std::array<Look, 23> looks = {{
    {"gebeurtenis", "ellipse", "#e3f2fd", "#1565c0"},
    {"zaak", "folder", "#eceff1", "#455a64"},
    {"oordeel", "note", "#f3e5f5", "#7b1fa2"},
    {"parameter", "box", "#fafafa", "#616161"},
    {"grootheid", "box", "#f5f5f5", "#616161"},
    {"toestand", "box", "#fff8e1", "#b26a00"},
    {"vermoeden", "box", "#fff8e1", "#b26a00"},
    {"handeling", "component", "#e8eaf6", "#303f9f"},
    {"plicht", "box", "#e8f5e9", "#2e7d32"},
    {"inspanningsplicht", "box", "#e8f5e9", "#2e7d32"},
    {"garantie", "box", "#e8f5e9", "#2e7d32"},
    {"verbod", "octagon", "#ffebee", "#c62828"},
    {"onbevoegdheid", "octagon", "#ffebee", "#c62828"},
    {"vrijheid", "box", "#ede7f6", "#4527a0"},
    {"bevoegdheid", "box", "#ede7f6", "#4527a0"},
    {"vereiste", "hexagon", "#ede7f6", "#4527a0"},
    {"bedrag", "box", "#fff3e0", "#d84315"},
    {"recht", "box", "#e0f2f1", "#00695c"},
    {"uitsluiting", "box", "#fce4ec", "#ad1457"},
    {"plafond", "box", "#fce4ec", "#ad1457"},
    {"vrijwaring", "box", "#fce4ec", "#ad1457"},
    {"gevolg", "cds", "#f1f8e9", "#558b2f"},
    {"grootboek", "cylinder", "#fff3e0", "#d84315"},
}};

constexpr Look plainLook = {"", "box", "#ffffff", "#424242"};

const Look& lookOf(std::string_view kind) {
  const auto found = std::find_if(looks.begin(), looks.end(), [&](const Look& look) { return look.kind == kind; });
  return found == looks.end() ? plainLook : *found;
}

struct Stroke {
  std::string_view colour;
  std::string_view style;
  std::string_view head;
};

Stroke strokeOf(Role role) {
  switch (role) {
    case Role::instance:
      return {"#90a4ae", "dotted", "none"};
    case Role::trigger:
      return {"#1565c0", "solid", "normal"};
    case Role::condition:
      return {"#424242", "solid", "normal"};
    case Role::exception:
      return {"#c62828", "solid", "tee"};
    case Role::value:
      return {"#9e9e9e", "solid", "vee"};
    case Role::deadline:
      return {"#b26a00", "dashed", "normal"};
    case Role::act:
      return {"#303f9f", "solid", "vee"};
    case Role::contributes:
      return {"#d84315", "solid", "normal"};
  }
  return {"#424242", "solid", "normal"};
}

/// `"tekst"` for Graphviz; a line feed in it starts a new line of a label.
std::string dotText(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out + "\"";
}

/// Broken at a space about every `width` characters, so that nodes stay narrow.
std::string wrapped(std::string_view text, std::size_t width) {
  std::string out;
  std::size_t column = 0;
  for (const char c : text) {
    const bool breaks = c == ' ' && column >= width;
    out += breaks ? '\n' : c;
    column = breaks ? 0 : column + 1;
  }
  return out;
}

/// That a node has an instance per factuur is said in its label: an arrow to each of them would hide the others.
struct Drawn {
  std::vector<std::string> per;  ///< of every node: "factuur", "factuur en Partij"
  std::vector<bool> shown;       ///< whether something else than its instances ties an entity to the rest
};

Drawn drawnOf(const View& view) {
  Drawn drawn{std::vector<std::string>(view.nodes.size()), std::vector<bool>(view.nodes.size())};
  for (std::size_t i = 0; i < view.nodes.size(); ++i) drawn.shown[i] = view.nodes[i].node.kind != NodeKind::entity;
  for (const ViewEdge& edge : view.edges) {
    std::string& per = drawn.per[edge.to];
    if (edge.role == Role::instance)
      per += (per.empty() ? "" : " en ") + view.nodes[edge.from].name;
    else
      drawn.shown[edge.from] = drawn.shown[edge.to] = true;
  }
  return drawn;
}

std::string labelOf(const ViewNode& node, const std::string& per) {
  const std::string lid = node.where.lid.empty() ? "" : node.where.lid + " ";
  const std::string kind = std::string(node.kind) + (per.empty() ? "" : " per " + per);
  std::string label = wrapped(lid + node.name, 22);
  if (node.name != kind) label += "\n" + wrapped(kind, 22);
  return node.reading.empty() ? label : label + "\n(lezing " + node.reading + ")";
}

std::string dotNode(std::string_view id, const std::string& label, const Look& look, bool bold) {
  const bool rounded = look.shape == "box";
  return std::string(id) + " [label=" + dotText(label) + ", shape=" + std::string(look.shape) + ", style=\"filled" +
         (rounded ? ",rounded" : "") + "\", fillcolor=\"" + std::string(look.fill) + "\", color=\"" +
         std::string(look.line) + "\", penwidth=" + (bold ? "2.4" : "1.1") +
         (look.shape == "cds" ? ", margin=\"0.24,0.1\"" : "") + "];\n";
}

std::string dotEdge(const std::string& from, const std::string& to, Role role, const std::string& via, bool delayed) {
  const Stroke stroke = strokeOf(role);
  std::string out = from + " -> " + to + " [color=\"" + std::string(stroke.colour) + "\", fontcolor=\"" +
                    std::string(stroke.colour) + "\", style=" + std::string(delayed ? "dashed" : stroke.style) +
                    ", arrowhead=" + std::string(stroke.head);
  if (!via.empty()) out += ", label=" + dotText(via);
  return out + "];\n";
}

/// The article of a node of this document, empty for the library's.
std::string articleOf(const View& view, const ViewNode& node) {
  if (node.where.document != view.document) return {};
  return node.where.lid.substr(0, node.where.lid.find('.'));
}

std::string dotFrame(const std::string& id, const std::string& title, const std::string& contents) {
  return "  subgraph \"cluster_" + id + "\" {\n    label=" + dotText(title) +
         "; labeljust=l; margin=14; style=rounded; color=\"#bdbdbd\"; fontcolor=\"#616161\"; fontsize=13;\n" +
         contents + "  }\n";
}

/// The nodes, those of one article together in a frame.
std::string dotNodes(const View& view, const Drawn& drawn) {
  std::map<std::string, std::string> perArticle;
  for (std::size_t i = 0; i < view.nodes.size(); ++i) {
    const ViewNode& node = view.nodes[i];
    if (!drawn.shown[i]) continue;
    perArticle[articleOf(view, node)] +=
        "    " + dotNode(node.id, labelOf(node, drawn.per[i]), lookOf(node.kind), node.central && !view.around.empty());
  }
  std::string out;
  for (const auto& [article, nodes] : perArticle) {
    if (article.empty())
      out += nodes;
    else
      out += dotFrame("artikel_" + article, "artikel " + article, nodes);
  }
  return out;
}

std::string_view strokeSample(Role role) {
  if (role == Role::exception) return "──┤";
  return role == Role::deadline ? "- - ▶" : "──▶";
}

std::string kindCell(std::string_view kind) {
  const Look& look = lookOf(kind);
  return "<td bgcolor=\"" + std::string(look.fill) + "\" color=\"" + std::string(look.line) + "\">" +
         std::string(kind) + "</td>";
}

std::string roleCell(Role role) {
  return "<td border=\"0\" align=\"left\"><font color=\"" + std::string(strokeOf(role).colour) + "\">" +
         std::string(strokeSample(role)) + " " + std::string(roleName(role)) + "</font></td>";
}

/// A table of so many cells beside each other, so that the legend is a strip and not a column.
template <class Kinds, class Cell>
std::string strip(const Kinds& kinds, Cell cell) {
  constexpr std::size_t across = 12;
  std::string rows;
  std::size_t count = 0;
  for (const auto& kind : kinds) {
    if (count % across == 0) rows += count == 0 ? "<tr>" : "</tr><tr>";
    rows += cell(kind);
    ++count;
  }
  if (rows.empty()) return {};
  return "<tr><td border=\"0\"><table border=\"0\" cellborder=\"1\" cellspacing=\"4\" cellpadding=\"3\">" + rows +
         "</tr></table></td></tr>";
}

/// One sample of every kind and every role that occurs, in rows of a table.
std::string legend(const View& view, const Drawn& drawn) {
  std::set<std::string_view> kinds;
  for (std::size_t i = 0; i < view.nodes.size(); ++i)
    if (drawn.shown[i]) kinds.insert(view.nodes[i].kind);
  std::set<Role> roles;
  for (const ViewEdge& edge : view.edges)
    if (edge.role != Role::instance) roles.insert(edge.role);
  return "<tr><td><font point-size=\"11\"><b>Legenda</b></font></td></tr>" + strip(kinds, kindCell) +
         strip(roles, roleCell);
}

std::string htmlText(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&' || c == '<' || c == '>')
      out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : "&gt;";
    else
      out += c;
  }
  return out;
}

/// The title with the legend below it, above the drawing: there it stands in nothing's way.
std::string dotHeading(const View& view, const Drawn& drawn) {
  const std::string name = view.title.empty() ? view.document : view.title;
  const std::string title = view.around.empty() ? name : name + ", rond " + view.around;
  return "<<table border=\"0\" cellspacing=\"0\"><tr><td><font point-size=\"16\">" + htmlText(title) +
         "</font></td></tr>" + (view.nodes.empty() ? "" : legend(view, drawn)) + "</table>>";
}

// --------------------------------------------------------------------------------------------------------- mermaid

std::string mermaidLabel(const ViewNode& node) {
  std::string label = (node.where.lid.empty() ? "" : node.where.lid + " ") + node.name + "<br/><small>" +
                      std::string(node.kind) + "</small>";
  for (std::size_t at = 0; (at = label.find('"', at)) != std::string::npos; at += 6) label.replace(at, 1, "#quot;");
  return "\"" + label + "\"";
}

std::string mermaidShape(const ViewNode& node) {
  const std::string label = mermaidLabel(node);
  if (node.node.kind == NodeKind::event) return "([" + label + "])";
  if (node.node.kind == NodeKind::judgement) return "{{" + label + "}}";
  if (node.node.kind == NodeKind::ledger) return "[(" + label + ")]";
  return "[" + label + "]";
}

}  // namespace

View viewOf(const Graph& graph, std::string_view around) {
  std::vector<Link> links = linksOf(graph);
  std::erase_if(links, [](const Link& link) { return link.name == "ongeldig zodra"; });  // true of every sentence
  const std::set<NodeRef> own = centre(graph, around);
  std::set<NodeRef> nodes = shown(own, links, !around.empty());
  addDeeds(nodes, links);
  View view{graph.document, graph.title, std::string(around), {}, {}};
  std::map<NodeRef, std::size_t> index;
  for (const NodeRef node : nodes) {
    index.emplace(node, view.nodes.size());
    view.nodes.push_back(viewNode(graph, node, own.contains(node)));
  }
  view.edges = viewEdges(links, index);
  return view;
}

std::string jsonText(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
      (out += '\\') += c;
    else if (c == '\n')
      out += "\\n";
    else if (byte < 0x20)
      ((out += "\\u00") += digits[byte >> 4]) += digits[byte & 15];
    else
      out += c;
  }
  return out + "\"";
}

std::string jsonOf(const View& view) {
  std::string out = "{\"versie\":1,\"document\":" + jsonText(view.document) + ",\"titel\":" + jsonText(view.title);
  field(out, "rond", view.around);
  out += ",\n \"knopen\":" + listJson(view.nodes, nodeJson);
  out += ",\n \"pijlen\":" + listJson(view.edges, [&](const ViewEdge& edge) { return edgeJson(view, edge); });
  return out + "}\n";
}

std::string dotOf(const View& view) {
  const Drawn drawn = drawnOf(view);
  std::string out =
      "digraph regelgraaf {\n  graph [rankdir=LR, newrank=true, fontname=\"Helvetica\", fontsize=11, labelloc=t, "
      "label=" +
      dotHeading(view, drawn) +
      ", ranksep=0.55, nodesep=0.2, compound=true, pad=0.3];\n"
      "  node [fontname=\"Helvetica\", fontsize=11, fontcolor=\"#212121\", margin=\"0.12,0.06\"];\n"
      "  edge [fontname=\"Helvetica\", fontsize=9, arrowsize=0.7];\n";
  out += dotNodes(view, drawn);
  for (const ViewEdge& edge : view.edges) {
    if (edge.role == Role::instance) continue;
    out += "  " + dotEdge(view.nodes[edge.from].id, view.nodes[edge.to].id, edge.role, edge.via, edge.delayed);
  }
  return out + "}\n";
}

std::string mermaidOf(const View& view) {
  std::string out = "flowchart LR\n";
  for (const ViewNode& node : view.nodes)
    out += "  " + node.id + mermaidShape(node) + ":::" + std::string(node.kind) + "\n";
  for (const ViewEdge& edge : view.edges) {
    const std::string arrow = edge.role == Role::exception ? " --x" : edge.delayed ? " -.->" : " -->";
    out += "  " + view.nodes[edge.from].id + arrow + "|" + edge.via + "| " + view.nodes[edge.to].id + "\n";
  }
  std::set<std::string_view> kinds;
  for (const ViewNode& node : view.nodes) kinds.insert(node.kind);
  for (const std::string_view kind : kinds)
    out += "  classDef " + std::string(kind) + " fill:" + std::string(lookOf(kind).fill) +
           ",stroke:" + std::string(lookOf(kind).line) + ",color:#212121\n";
  return out;
}

}  // namespace beding::graph

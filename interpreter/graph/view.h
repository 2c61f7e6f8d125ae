// A graph to look at: the nodes that matter to a reader and the arrows between them, in the forms that people and other
// programs use. `beding graaf`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/links.h"

namespace beding::graph {

struct ViewNode {
  NodeRef node;
  std::string id;         ///< `norm12`: stable for one graph
  std::string_view kind;  ///< as `kindName` says it
  std::string name;
  Provenance where;
  std::string issue;  ///< kwestie and lezing, when it only counts under one
  std::string reading;
  bool central = false;  ///< belongs to the lid the view is about
};

struct ViewEdge {
  std::size_t from = 0;  ///< what is read; index into `nodes`
  std::size_t to = 0;    ///< who reads it
  Role role = Role::condition;
  std::string via;  ///< the words of the sentence: "zodra", "tenzij, totdat"
  bool delayed = false;
};

struct View {
  std::string document;
  std::string title;
  std::string around;  ///< lid, empty for the whole document
  std::vector<ViewNode> nodes;
  std::vector<ViewEdge> edges;
};

/// The document's own nodes and what they read from the library; with `around`, the nodes of that lid (or its parts)
/// and their neighbours. Without a node of that lid the view is empty.
View viewOf(const Graph& graph, std::string_view around = {});

/// {"versie", "document", "titel", ["rond",] "knopen": [...], "pijlen": [...]}.
std::string jsonOf(const View& view);
std::string mermaidOf(const View& view);
/// For Graphviz, with colours per kind and a legend.
std::string dotOf(const View& view);

/// `"tekst"` with what JSON escapes.
std::string jsonText(std::string_view text);

}  // namespace beding::graph

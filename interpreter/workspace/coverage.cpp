#include "workspace/coverage.h"

#include <algorithm>
#include <set>

#include "explain/select.h"

namespace beding {
namespace {

/// The leden of which the graph holds something that can be evaluated.
std::set<std::string> executableLids(const graph::Graph& graph) {
  std::set<std::string> lids;
  const auto take = [&](const auto& nodes) {
    for (const auto& node : nodes) {
      if (node.where.document == graph.document) lids.insert(node.where.lid);
    }
  };
  take(graph.parameters);
  take(graph.quantities);
  take(graph.states);
  take(graph.judgements);
  take(graph.norms);
  take(graph.amounts);
  take(graph.rights);
  take(graph.limits);
  take(graph.effects);
  return lids;
}

/// Whether a set holds the lid or a part of it.
bool holdsPartOf(const std::set<std::string>& lids, const std::string& lid) {
  return std::any_of(lids.begin(), lids.end(), [&](const std::string& each) { return lidCovers(lid, each); });
}

std::string lidName(const syntax::Article& article, const syntax::Lid& lid) {
  return lid.number.empty() ? article.number : article.number + "." + lid.number;
}

/// The reason that the lid itself gives, if it says that it is not executable.
std::string reasonIn(const syntax::Lid& lid) {
  for (const syntax::Statement& statement : lid.statements) {
    if (statement.kind == syntax::StatementKind::notExecutable) return statement.quoted;
  }
  return {};
}

bool declares(const syntax::Lid& lid) {
  return std::any_of(lid.statements.begin(), lid.statements.end(), [](const syntax::Statement& statement) {
    return statement.kind == syntax::StatementKind::property || statement.kind == syntax::StatementKind::sentence;
  });
}

LidCoverage judged(const syntax::Lid& lid, LidCoverage entry, const graph::Graph& graph,
                   const std::set<std::string>& executable) {
  const auto told = std::find_if(graph.coverage.begin(), graph.coverage.end(),
                                 [&](const graph::CoverageEntry& each) { return each.lid == entry.lid; });
  entry.reason = reasonIn(lid);
  if (holdsPartOf(executable, entry.lid)) {
    entry.status = "uitvoerbaar";
  } else if (told != graph.coverage.end()) {
    entry.status = told->status;
    entry.reason = told->reason;
  } else if (!entry.reason.empty()) {
    entry.status = "niet uitvoerbaar";
  } else {
    entry.status = declares(lid) ? "declaratief" : "ontbreekt";
  }
  return entry;
}

}  // namespace

std::vector<LidCoverage> coverageOf(const Workspace& workspace, const Compiled& compiled) {
  const std::set<std::string> executable = executableLids(compiled.graph);
  std::vector<LidCoverage> entries;
  for (const FileIndex file : compiled.document.files) {
    for (const syntax::Article& article : workspace.parsed(file).tree.articles) {
      for (const syntax::Lid& lid : article.lids) {
        const std::string title = lid.title.empty() ? article.title : lid.title;
        entries.push_back(judged(lid, {lidName(article, lid), title, {}, {}}, compiled.graph, executable));
      }
    }
  }
  return entries;
}

}  // namespace beding

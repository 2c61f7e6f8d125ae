#include "workspace/outcome_names.h"

#include <algorithm>

#include "base/text.h"
#include "diagnostics/registry_scenario.h"
#include "explain/select.h"
#include "graph/links.h"
#include "workspace/leden.h"

namespace beding {

OutcomeNames::OutcomeNames(const Workspace& workspace, const Compiled& compiled) {
  const std::string& own = compiled.graph.document;
  for (const LidPlace& place : ledenOf(workspace, compiled.document)) names_[own + ":" + place.id];
  for (const graph::NodeRef node : graph::nodesOf(compiled.graph)) {
    const graph::Provenance where = graph::whereOf(compiled.graph, node);
    const std::string lid = (where.document.empty() ? own : where.document) + ":" + where.lid;
    if (!where.lid.empty()) names_[lid].insert(fold(graph::nameOf(compiled.graph, node)));
  }
}

bool OutcomeNames::has(std::string_view lid, std::string_view name) const {
  return std::any_of(names_.begin(), names_.end(), [&](const auto& place) {
    const auto& [known, names] = place;
    return lidCovers(lid, known) && (name.empty() || names.contains(std::string(name)));
  });
}

std::vector<std::string> OutcomeNames::near(const std::string& lid, const std::string& name) const {
  std::vector<std::string> leden, beside;
  for (const auto& [known, names] : names_) {
    leden.push_back(known);
    if (lidCovers(lid, known)) beside.insert(beside.end(), names.begin(), names.end());
  }
  if (beside.empty()) return nearest(lid, leden);
  std::vector<std::string> meant = nearest(name, beside);
  if (meant.empty()) meant.assign(beside.begin(), beside.begin() + std::min<std::ptrdiff_t>(3, std::ssize(beside)));
  for (std::string& each : meant) each.insert(0, lid + " ");
  return meant;
}

void checkOutcome(const Expected& expected, const OutcomeNames& names, const std::string& document, Span place,
                  Diagnostics& diagnostics) {
  if (names.has(expected.lid, expected.name)) return;
  const auto shown = [&](const std::string& text) {
    return text.starts_with(document + ":") ? text.substr(document.size() + 1) : text;
  };
  const std::string written = shown(expected.lid) + (expected.name.empty() ? "" : " " + expected.name);
  const std::string elsewhere = expected.lid.substr(0, std::min(expected.lid.find(':'), expected.lid.size()));
  Diagnostic& problem = diagnostics.report(diagnostics::unknownOutcome, place, {written, document});
  problem.suggestions =
      elsewhere == document ? names.near(expected.lid, expected.name) : nearest(elsewhere, std::vector{document});
  for (std::string& each : problem.suggestions) each = shown(each);
}

}  // namespace beding

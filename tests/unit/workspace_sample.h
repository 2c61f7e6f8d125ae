// A scenario read from text, and a graph with a few event types, without a compiler.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "graph/graph.h"
#include "workspace/workspace.h"

namespace beding::sample {

inline Attribute attribute(std::string name, Type type) {
  Attribute result;
  result.name = std::move(name);
  result.type = type;
  return result;
}

inline graph::Graph graphWithEvents() {
  graph::Graph graph;
  graph.document = "proef";
  Attribute invoice = attribute("factuur", Type::reference);
  invoice.required = invoice.isKey = true;
  Attribute kinds = attribute("soort", Type::text);
  kinds.choices = {"faillissement aangevraagd", "surseance"};
  graph.events = {
      {"factuur verzonden", {invoice, attribute("bedrag", Type::money), attribute("factuurdatum", Type::date)}, false},
      {"bezwaar gemaakt", {attribute("gemotiveerd", Type::truth), attribute("op verzoek van", Type::party)}, false},
      {"betaling ontvangen", {attribute("factuur", Type::reference), attribute("bedrag", Type::money)}, false},
      {"insolventie gebeurtenis",
       {kinds, attribute("percentage", Type::percentage), attribute("duur", Type::duration)},
       false},
  };
  return graph;
}

/// The first scenario of a file with these lines under its heading.
inline const syntax::Scenario& scenario(Workspace& workspace, const std::string& lines) {
  const FileIndex file = workspace.add("proef.beding", "scenario \"proef\":\n" + lines);
  const ParsedFile& parsed = workspace.parsed(file);
  REQUIRE_FALSE(parsed.diagnostics.hasErrors());
  REQUIRE(parsed.tree.scenarios.size() == 1);
  return parsed.tree.scenarios.front();
}

}  // namespace beding::sample

// What there is to compare on: shipped documents and the examples of the manual, those thinned to a few of their
// sentences, and the scenarios in them.
#pragma once

#include "oracle/compare.h"
#include "workspace/workspace.h"

namespace beding::oracle {

/// The documents that a name stands for: those of a folder or file, a shipped one, or (of a page `.md`) every example
/// in it that is right. A document that does not compile is left out.
std::vector<const Compiled*> documentsNamed(Workspace& workspace, const std::string& name);

/// The document with about so many of its norms, amounts, rights, limits and effects, picked by the seed; the others
/// count under a reading that is never chosen. A document made at random, in effect.
graph::Graph thinned(graph::Graph graph, std::uint64_t seed, std::size_t keep);

/// A scenario of a document, as questions: one for each day on which it expects something.
struct ScenarioQuestions {
  std::string name;
  std::vector<Question> questions;
};
std::vector<ScenarioQuestions> scenariosOf(const Workspace& workspace, const Compiled& document);

}  // namespace beding::oracle

// Runs scenarios: builds the timeline, evaluates on every date that is asked about, compares.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "engine/outcome.h"
#include "workspace/workspace.h"

namespace beding {

/// An expectation that did not come true.
struct ScenarioFailure {
  Span place;            ///< of the expectation
  std::string expected;  ///< as written
  Wording cameOut;       ///< one line per outcome that came near
};

/// One scenario under one document.
struct ScenarioResult {
  std::string name;
  std::string document;
  Span place;
  std::size_t expectations = 0;
  std::vector<ScenarioFailure> failures;
  Diagnostics problems;  ///< why it could not run
  [[nodiscard]] bool passed() const { return failures.empty() && problems.all().empty(); }
};

/// Every scenario of the document's own files, in order; `name` limits them to those with that text in their name.
/// A document that does not compile gives no results: its diagnostics are those of `compile`.
/// `see` is shown every evaluation that is made, with explanations.
using SeeEvaluation = std::function<void(const Evaluation&)>;
std::vector<ScenarioResult> runScenarios(Workspace& workspace, const Document& document, const std::string& name = {},
                                         const SeeEvaluation& see = {});

/// Checks the words of the scenarios without running them.
void checkScenarios(Workspace& workspace, const Document& document, Diagnostics& diagnostics);

/// How many scenarios the document's own files hold.
std::size_t countScenarios(const Workspace& workspace, const Document& document);

}  // namespace beding

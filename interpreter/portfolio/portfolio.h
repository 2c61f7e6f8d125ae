// One document for many contracts, in one pass: in order of first appearance, whatever the number of threads.
#pragma once

#include <cstddef>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "portfolio/totals.h"
#include "timeline/timeline.h"

namespace beding {

struct PortfolioOptions {
  EvaluationOptions evaluation;
  ReadOptions reading;  ///< with `skipBad` a bad line costs only its contract
  unsigned threads = 1;
  std::size_t memory = 32 << 20;  ///< bytes that mixed lines may take before they go to disk
  bool all = false;               ///< also what sleeps
  bool asTable = false;           ///< CSV, a line per outcome; else a JSON object per contract
};

struct PortfolioProgress {
  std::size_t done = 0;
  std::size_t contracts = 0;
};

struct PortfolioSummary {
  std::size_t contracts = 0;         ///< evaluated
  std::vector<std::string> skipped;  ///< with `skipBad`: contracts with problems
  std::size_t strayLines = 0;        ///< with `skipBad`: lines of which nobody knows the contract
  Totals totals;
  /// By line. Without `skipBad` those of the first contract with any, and nothing after it.
  std::vector<InputProblem> problems;
};

/// Evaluates the contracts of a file. What comes out is complete up to the first contract with problems (`skipBad`: up
/// to the end). Throws PortfolioError when the file cannot be read.
PortfolioSummary evaluatePortfolio(const graph::Graph& graph, const std::string& path, const PortfolioOptions& options,
                                   std::ostream& out, const std::function<void(const PortfolioProgress&)>& report = {});

}  // namespace beding

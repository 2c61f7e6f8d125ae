// One scenario: parse tree to syntax tree.
#pragma once

#include <optional>

#include "parser/builder.h"

namespace beding::parser {

class ScenarioBuilder : public Builder {
 public:
  using Builder::Builder;

  /// The scenario, or nothing when something in it is or was reported.
  std::optional<syntax::Scenario> scenario(const Node& node);

 private:
  void fillCircumstances(syntax::Scenario& result, const Node& head);
  static syntax::ReadingChoice readingChoice(TokenRange words);
  void fillHappening(syntax::Scenario& result, const Node& node);
  void fillExpectation(syntax::Scenario& result, const Node& node);
};

}  // namespace beding::parser

#include "parser/scenario_builder.h"

#include <algorithm>

#include "base/text.h"
#include "parser/literals.h"

namespace beding::parser {

std::optional<syntax::Scenario> ScenarioBuilder::scenario(const Node& node) {
  context_.failed = isDamaged(node);
  syntax::Scenario result;
  const Node& head = *child(node, Rule::scenarioHead);
  result.name = quotedIn(head);
  result.span = spanOf(range(node));
  fillCircumstances(result, head);
  for (const Node& line : node.children) {
    if (line.rule == Rule::happening) fillHappening(result, line);
    if (line.rule == Rule::expectation) fillExpectation(result, line);
  }
  return context_.failed ? std::nullopt : std::optional(std::move(result));
}

/// After `met`: the documents under which a scenario runs, and the readings it chooses.
void ScenarioBuilder::fillCircumstances(syntax::Scenario& result, const Node& head) {
  for (const Node& part : head.children) {
    if (part.rule != Rule::part) continue;
    const TokenRange words = range(part);
    if (fold(words.front().text) == "lezing" && words.size() > 1)
      result.readings.push_back(readingChoice(words));
    else
      result.documents.push_back(spelled(words));
  }
}

/// `lezing NAME van LID KWESTIE`: the name ends at the `van` before the lid. Without them the lid stays empty.
syntax::ReadingChoice ScenarioBuilder::readingChoice(TokenRange words) {
  const auto isLid = [](const Token& token) {
    return token.kind == TokenKind::reference || token.kind == TokenKind::numeral || fold(token.text) == "aanhef";
  };
  const auto lid = std::find_if(words.begin() + 2, words.end(), isLid);
  const auto at = static_cast<std::size_t>(lid - words.begin());
  const bool whole = lid != words.end() && fold(words[at - 1].text) == "van" && at > 2 && at + 1 < words.size();
  if (!whole) return {spelled(words.subspan(1)), {}, {}, spanOf(words)};
  return {spelled(words.subspan(1, at - 2)), std::string(lid->text), spelled(words.subspan(at + 1)), spanOf(words)};
}

void ScenarioBuilder::fillHappening(syntax::Scenario& result, const Node& node) {
  const auto at = readMoment(range(*child(node, Rule::moment)), context_);
  context_.unknownIsLiteral = true;
  for (const Node& event : node.children) {
    if (event.rule == Rule::parts) result.events.push_back({at.value_or(Moment{}), parts(event), spanOf(range(event))});
  }
  context_.unknownIsLiteral = false;
}

void ScenarioBuilder::fillExpectation(syntax::Scenario& result, const Node& node) {
  const auto at = readMoment(range(*child(node, Rule::moment)), context_);
  result.expectations.push_back({at.value_or(Moment{}), parts(*child(node, Rule::parts)), spanOf(range(node))});
}

}  // namespace beding::parser

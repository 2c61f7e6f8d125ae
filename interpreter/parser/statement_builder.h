// One statement, reading or line of a scenario: parse tree to syntax tree.
#pragma once

#include <optional>

#include "parser/concrete.h"
#include "parser/items.h"
#include "syntax/tree.h"

namespace beding::parser {

/// What building needs: the tokens that nodes point into, and where to report.
class StatementBuilder {
 public:
  StatementBuilder(const Tokens& tokens, const SourceSet& sources, Diagnostics& diagnostics)
      : tokens_(tokens), context_{sources, diagnostics} {}

  /// The statement, or nothing when something in it is or was reported. `node` is a statement or an issue.
  std::optional<syntax::Statement> statement(const Node& node);
  std::optional<syntax::Scenario> scenario(const Node& node);
  /// Names and parties of the header; an error leaves its part out.
  syntax::Header header(const Node& node);
  /// What the header of a contract says is agreed: sentences as any other.
  std::vector<syntax::Statement> agreements(const Node& header);

  /// The tokens of a node.
  [[nodiscard]] TokenRange range(const Node& node) const {
    return TokenRange(tokens_).subspan(node.begin, node.end - node.begin);
  }

 private:
  [[nodiscard]] bool isDamaged(const Node& node) const;

  void fill(syntax::Statement& result, const Node& node);
  void fillSentence(syntax::Statement& result, const Node& node);
  void checkMainClause(const std::vector<syntax::Clause>& clauses, const Token& first);
  void fillList(syntax::Statement& result, const Node& list, std::vector<Token>& tail);
  std::vector<Token> joinedConditions(TokenRange body, const Node& entries);
  void fillEntries(syntax::Statement& result, const Node& entries);
  void fillInlineList(syntax::Statement& result, TokenRange words, std::vector<Token>& tail);
  void fillEvent(syntax::Statement& result, const Node& node);
  void fillAct(syntax::Statement& result, const Node& node);
  void fillActForms(syntax::Statement& result, TokenRange words, std::size_t verb);
  void fillJudgement(syntax::Statement& result, const Node& node);
  void fillIssue(syntax::Statement& result, const Node& node);
  void fillQuoted(syntax::Statement& result, const Node& node);

  syntax::AttributeDecl attribute(const Node& node);
  syntax::Reading reading(const Node& node);
  std::string issueName(const Node& node);
  std::vector<std::vector<syntax::Item>> parts(const Node& node);
  void fillCircumstances(syntax::Scenario& result, const Node& head);
  syntax::ReadingChoice readingChoice(TokenRange words);
  void fillHappening(syntax::Scenario& result, const Node& node);
  void fillExpectation(syntax::Scenario& result, const Node& node);
  void fillContract(syntax::Header& result, const Node& contract);
  void fillPart(syntax::Header& result, TokenRange words);
  syntax::Statement agreement(TokenRange words);
  std::string quotedIn(const Node& node) const;
  std::vector<std::string> namesIn(const Node& node) const;

  const Tokens& tokens_;
  ItemContext context_;
};

}  // namespace beding::parser

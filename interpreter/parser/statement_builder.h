// One statement or issue: parse tree to syntax tree.
#pragma once

#include <optional>

#include "parser/builder.h"

namespace beding::parser {

class StatementBuilder : public Builder {
 public:
  using Builder::Builder;

  /// The statement, or nothing when something in it is or was reported. `node` is a statement or an issue.
  std::optional<syntax::Statement> statement(const Node& node);

 private:
  void fill(syntax::Statement& result, const Node& node);
  void fillSentence(syntax::Statement& result, const Node& node);
  void checkMainClause(const std::vector<syntax::Clause>& clauses, const Token& first);
  void fillList(syntax::Statement& result, const Node& list, std::vector<Token>& tail);
  [[nodiscard]] std::vector<TokenRange> entriesOf(const Node& entries) const;
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
};

}  // namespace beding::parser

#include "parser/builder.h"

#include <algorithm>

namespace beding::parser {

bool Builder::isDamaged(const Node& node) const {
  const TokenRange tokens = range(node);
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& t) { return t.kind == TokenKind::damaged; });
}

std::string Builder::quotedIn(const Node& node) const {
  for (const Node& part : node.children) {
    const Token& token = tokens_[part.begin];
    if (part.rule == Rule::token && token.kind == TokenKind::string) return unquoted(token);
  }
  return {};
}

std::vector<std::vector<syntax::Item>> Builder::parts(const Node& node) {
  std::vector<std::vector<syntax::Item>> result;
  for (const Node& part : node.children) {
    if (part.rule == Rule::part) result.push_back(itemsOf(range(part), context_));
  }
  return result;
}

}  // namespace beding::parser

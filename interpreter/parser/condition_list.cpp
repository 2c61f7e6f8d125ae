#include "parser/condition_list.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "diagnostics/registry_parse.h"

namespace beding::parser {
namespace {

/// "in een van deze gevallen", "in elk van deze gevallen": a list of conditions of which one is enough.
bool endsInCases(TokenRange words) {
  if (words.size() < 5) return false;
  const std::string last = fold(spelled(words.last(5)));
  return last == "in een van deze gevallen" || last == "in elk van deze gevallen";
}

bool isConnective(const Token& token) {
  const std::string key = fold(token.text);
  return token.kind == TokenKind::skeleton && (key == "of" || key == "en");
}

/// A mark that nobody wrote, at the begin or the end of these words.
Token mark(TokenKind kind, std::string_view text, TokenRange words) {
  const Span span = kind == TokenKind::openParen ? words.front().span : words.back().span;
  const std::uint32_t at = kind == TokenKind::openParen ? span.begin : span.end;
  return {kind, {span.file, at, at}, text};
}

TokenRange withoutLastCommas(TokenRange words) {
  while (!words.empty() && words.back().kind == TokenKind::comma) words = words.first(words.size() - 1);
  return words;
}

/// An item, between parentheses; its own exception is `en niet (W)`.
void appendInParentheses(std::vector<Token>& tokens, TokenRange words) {
  const auto unless =
      std::find_if(words.begin(), words.end(), [](const Token& t) { return t.kind == TokenKind::tenzij; });
  const auto length = static_cast<std::size_t>(unless - words.begin());
  const TokenRange condition = withoutLastCommas(words.first(length));
  const TokenRange exception = withoutLastCommas(words.subspan(std::min(length + 1, words.size())));
  if (condition.empty()) return;
  tokens.push_back(mark(TokenKind::openParen, "(", condition));
  tokens.insert(tokens.end(), condition.begin(), condition.end());
  if (!exception.empty()) {
    for (const std::string_view word : {"en", "niet"}) tokens.push_back(mark(TokenKind::skeleton, word, condition));
    appendInParentheses(tokens, exception);
  }
  tokens.push_back(mark(TokenKind::closeParen, ")", words));
}

/// The words up to the list, the conjunction last; cases are an `indien`.
std::vector<Token> withConjunction(TokenRange words) {
  if (!endsInCases(words)) return {words.begin(), words.end()};
  std::vector<Token> result(words.begin(), words.end() - 5);
  Token conjunction = words[words.size() - 5];
  conjunction.kind = TokenKind::indien;
  conjunction.text = "indien";
  result.push_back(conjunction);
  return result;
}

}  // namespace

bool announcesConditions(TokenRange words) { return isConjunction(words.back().kind) || endsInCases(words); }

std::vector<Token> joinedConditions(TokenRange words, std::vector<TokenRange> items, Span place, ItemContext& context) {
  std::vector<Token> joined = withConjunction(words);
  std::optional<Token> connective;
  for (TokenRange& item : items) {
    if (!isConnective(item.back())) continue;
    connective = item.back();
    item = item.first(item.size() - 1);
  }
  if (!connective && !endsInCases(words)) context.report(diagnostics::missingConnective, place);
  if (!connective) connective = Token{TokenKind::skeleton, joined.back().span, "of"};
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) joined.push_back(*connective);
    appendInParentheses(joined, items[i]);
  }
  return joined;
}

}  // namespace beding::parser

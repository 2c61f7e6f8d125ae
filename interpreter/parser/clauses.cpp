#include "parser/clauses.h"

#include "base/text.h"
#include "diagnostics/registry_parse.h"

namespace beding::parser {
namespace {

using namespace diagnostics;
using syntax::Clause;
using syntax::Conjunction;

Conjunction conjunctionOf(TokenKind kind) {
  if (!isConjunction(kind)) return Conjunction::none;
  return static_cast<Conjunction>(static_cast<int>(kind) - static_cast<int>(TokenKind::indien) + 1);
}
static_assert(static_cast<int>(Conjunction::totdat) - static_cast<int>(Conjunction::indien) ==
              static_cast<int>(TokenKind::totdat) - static_cast<int>(TokenKind::indien));

bool isVerb(TokenKind kind) { return kind == TokenKind::finite || kind == TokenKind::modal; }

TokenRange withoutOuterCommas(TokenRange tokens) {
  while (!tokens.empty() && tokens.front().kind == TokenKind::comma) tokens = tokens.subspan(1);
  while (!tokens.empty() && tokens.back().kind == TokenKind::comma) tokens = tokens.first(tokens.size() - 1);
  return tokens;
}

class Divider {
 public:
  Divider(TokenRange tokens, ItemContext& context) : tokens_(tokens), context_(context) {}

  std::vector<Clause> divide() {
    checkParentheses();
    fronted_ = !tokens_.empty() && isConjunction(tokens_[0].kind);
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (isConjunction(tokens_[i].kind) && i > begin_) close(i);
      if (endsFronted(i)) startMain(i);
    }
    close(tokens_.size());
    return std::move(clauses_);
  }

 private:
  /// The comma in front of the main clause's verb.
  [[nodiscard]] bool endsFronted(std::size_t i) const {
    return fronted_ && tokens_[i].kind == TokenKind::comma && i + 1 < tokens_.size() && isVerb(tokens_[i + 1].kind);
  }

  void startMain(std::size_t comma) {
    close(comma);
    begin_ = comma + 1;
    fronted_ = false;
  }

  /// Makes a clause of [begin_, end) and goes on at `end`.
  void close(std::size_t end) {
    const TokenRange range = tokens_.subspan(begin_, end - begin_);
    begin_ = end;
    if (range.empty()) return;
    const Conjunction conjunction = conjunctionOf(range.front().kind);
    const TokenRange words = withoutOuterCommas(conjunction == Conjunction::none ? range : range.subspan(1));
    if (words.empty()) {
      if (conjunction != Conjunction::none)
        context_.report(emptyClause, range.front().span, {fold(range.front().text)});
      return;
    }
    clauses_.push_back({conjunction, itemsOf(words, context_), cover(range.front().span, words.back().span)});
  }

  void checkParentheses() {
    std::vector<const Token*> open;
    for (const Token& token : tokens_) {
      if (token.kind == TokenKind::openParen) open.push_back(&token);
      if (token.kind == TokenKind::closeParen && open.empty())
        context_.report(unopenedParen, token.span);
      else if (token.kind == TokenKind::closeParen)
        open.pop_back();
      if (isConjunction(token.kind) && !open.empty())
        context_.report(conjunctionInParens, token.span, {fold(token.text)});
      if (open.size() > maxNesting)
        return void(context_.report(nestedTooDeep, token.span, {std::to_string(maxNesting)}));
    }
    for (const Token* token : open) context_.report(unclosedParen, token->span);
  }

  TokenRange tokens_;
  ItemContext& context_;
  std::vector<Clause> clauses_;
  std::size_t begin_ = 0;
  bool fronted_ = false;  ///< the sentence began with a conjunction and its main clause has not come yet
};

}  // namespace

std::vector<Clause> clausesOf(TokenRange tokens, ItemContext& context) { return Divider(tokens, context).divide(); }

std::vector<TokenRange> splitAtCommas(TokenRange tokens) {
  std::vector<TokenRange> parts;
  std::size_t begin = 0;
  std::size_t depth = 0;
  const auto close = [&](std::size_t end) {
    if (end > begin) parts.push_back(tokens.subspan(begin, end - begin));
    begin = end + 1;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind == TokenKind::openParen) ++depth;
    if (tokens[i].kind == TokenKind::closeParen && depth > 0) --depth;
    if (tokens[i].kind == TokenKind::comma && depth == 0) close(i);
  }
  close(tokens.size());
  return parts;
}

std::size_t lengthOfInlineList(TokenRange tokens) {
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (tokens[i].kind == TokenKind::comma && isConjunction(tokens[i + 1].kind)) return i;
  }
  return tokens.size();
}

}  // namespace beding::parser

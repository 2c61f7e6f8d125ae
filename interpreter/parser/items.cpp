#include "parser/items.h"

#include "base/text.h"
#include "diagnostics/registry_parse.h"
#include "parser/fixed_groups.h"
#include "parser/literals.h"

namespace beding::parser {
namespace {

using syntax::Item;
using syntax::ItemKind;

constexpr std::size_t longestGroup = 3;

class ItemReader {
 public:
  ItemReader(TokenRange tokens, ItemContext& context) : tokens_(tokens), context_(context) {}

  std::vector<Item> read() {
    items_.reserve(tokens_.size());
    while (at_ < tokens_.size()) readOne();
    return std::move(items_);
  }

 private:
  void readOne() {
    const Token& token = tokens_[at_];
    if (token.kind == TokenKind::openFence || token.kind == TokenKind::closeFence) return fence();
    if (group()) return;
    if (auto literal = readLiteral(tokens_.subspan(at_), context_)) {
      at_ += literal->tokens;
      items_.push_back(std::move(literal->item));
      return;
    }
    plain(token);
  }

  void plain(const Token& token) {
    Item item;
    item.kind = kindOf(token.kind);
    item.text = std::string(token.text);
    item.key = fold(token.text);
    item.span = token.span;
    items_.push_back(std::move(item));
    ++at_;
  }

  static ItemKind kindOf(TokenKind kind) {
    switch (kind) {
      case TokenKind::comma:
        return ItemKind::comma;
      case TokenKind::openParen:
        return ItemKind::openParen;
      case TokenKind::closeParen:
        return ItemKind::closeParen;
      case TokenKind::modal:
      case TokenKind::skeleton:
        return ItemKind::skeleton;
      default:
        return isConjunction(kind) ? ItemKind::skeleton : ItemKind::word;
    }
  }

  /// A fixed group, read as one item.
  bool group() {
    std::string words = fold(tokens_[at_].text);
    if (!beginsFixedGroup(words)) return false;
    for (std::size_t i = at_ + 1; i < tokens_.size() && i < at_ + longestGroup && isWord(tokens_[i].kind); ++i) {
      addWord(words, fold(tokens_[i].text));
    }
    const FixedGroup* found = fixedGroupAt(words);
    if (found == nullptr) return false;
    const TokenRange range = tokens_.subspan(at_, found->words);
    Item item;
    item.kind = found->skeleton ? ItemKind::skeleton : ItemKind::word;
    item.text = spelled(range);
    item.key = std::string(found->key);
    item.span = spanOf(range);
    items_.push_back(std::move(item));
    at_ += found->words;
    return true;
  }

  /// «...» with at least one word and no other fence inside.
  void fence() {
    std::size_t end = at_ + 1;
    while (end < tokens_.size() && tokens_[end].kind != TokenKind::closeFence &&
           tokens_[end].kind != TokenKind::openFence)
      ++end;
    const bool paired = tokens_[at_].kind == TokenKind::openFence && end < tokens_.size() && end > at_ + 1 &&
                        tokens_[end].kind == TokenKind::closeFence;
    if (!paired) {
      context_.report(diagnostics::brokenFence, tokens_[at_].span);
      at_ = tokens_.size();
      return;
    }
    Item item;
    item.kind = ItemKind::fence;
    item.inside = itemsOf(tokens_.subspan(at_ + 1, end - at_ - 1), context_);
    item.span = cover(tokens_[at_].span, tokens_[end].span);
    item.text = std::string(context_.sources.text(item.span));
    item.key = fold(item.text);
    items_.push_back(std::move(item));
    at_ = end + 1;
  }

  TokenRange tokens_;
  ItemContext& context_;
  std::size_t at_ = 0;
  std::vector<Item> items_;
};

}  // namespace

std::vector<Item> itemsOf(TokenRange tokens, ItemContext& context) { return ItemReader(tokens, context).read(); }

std::string spelled(TokenRange tokens) {
  std::string result;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i > 0 && tokens[i].span.begin > tokens[i - 1].span.end) result += ' ';
    result += tokens[i].text;
  }
  return result;
}

std::string unquoted(const Token& token) { return std::string(token.text.substr(1, token.text.size() - 2)); }

Span spanOf(TokenRange tokens) { return cover(tokens.front().span, tokens.back().span); }

}  // namespace beding::parser

#include "parser/lex.h"

#include <lexer_table.h>

#include <algorithm>
#include <iterator>
#include <stdexcept>

namespace beding::parser {
namespace {

using beding_grammar::ClassRange;
using beding_grammar::LexerTable;

std::size_t classOf(const LexerTable& table, char32_t character) {
  if (character < table.ascii.size()) return table.ascii[character];
  const auto next = std::upper_bound(table.ranges.begin(), table.ranges.end(), character,
                                     [](char32_t c, const ClassRange& range) { return c < range.from; });
  return std::prev(next)->charClass;
}

/// The longest token that begins at `at`, which is moved behind it. The grammar has one for every character.
TokenKind next(const LexerTable& table, std::u32string_view text, std::size_t& at) {
  std::size_t state = LexerTable::start;
  std::size_t accepted = 0;
  std::size_t end = at;
  for (std::size_t i = at; i < text.size(); ++i) {
    state = table.steps[state * table.classes + classOf(table, text[i])];
    if (state == LexerTable::noState) break;
    if (table.accepts[state] != 0) accepted = table.accepts[state], end = i + 1;
  }
  if (accepted == 0) throw std::runtime_error("a character that the lexer does not know");
  at = end;
  return static_cast<TokenKind>(accepted - 1);
}

}  // namespace

std::vector<RawToken> lex(std::u32string_view text) {
  const LexerTable& table = beding_grammar::lexerTable();
  std::vector<RawToken> result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const TokenKind kind = next(table, text, at);
    const bool skipped = kind == TokenKind::space || kind == TokenKind::comment;
    if (!skipped) result.push_back({kind, begin, at});
  }
  result.push_back({TokenKind::end, text.size(), text.size()});
  return result;
}

}  // namespace beding::parser

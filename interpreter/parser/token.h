// Words and marks as the lexer reads them, free of ANTLR. A token knows its place; its text is looked up in the source.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/wording.h"
#include "source/source.h"

namespace beding::parser {

/// One kind per token of grammar/BedingLexer.g4, in its order.
enum class TokenKind : std::uint8_t {
  entry,
  labelWord,
  labelColon,
  damaged,
  voorwaarden,
  bibliotheek,
  overeenkomst,
  gebruikt,
  partijen,
  artikel,
  lid,
  gebeurtenis,
  zaak,
  handeling,
  toestand,
  vorm,
  ingebouwd,
  terBeoordeling,
  kwestie,
  lezing,
  standaard,
  scenario,
  op,
  verwacht,
  letOp,
  nietUitvoerbaar,
  eigenschap,
  indien,
  tenzij,
  zodra,
  zolang,
  totdat,
  modal,
  skeleton,
  finite,
  met,
  isoMoment,
  numeral,
  pair,
  reference,
  string,
  unclosed,
  fullStop,
  comma,
  colon,
  semicolon,
  openParen,
  closeParen,
  openFence,
  closeFence,
  euro,
  percent,
  bullet,
  word,
  curly,
  dash,
  space,
  comment,
  other,
  end,
};

struct Token {
  TokenKind kind = TokenKind::word;
  Span span;
  std::string_view text;     ///< as written
  bool firstOnLine = false;  ///< nothing but white space before it on its line
  std::uint32_t column = 0;  ///< in characters from 0; only counted for the first on a line
};

using Tokens = std::vector<Token>;

/// Words that are reserved only where a statement starts.
bool isStatementWord(TokenKind kind);
bool isConjunction(TokenKind kind);
/// Anything that may be part of a name: words, verbs and skeleton words.
bool isWord(TokenKind kind);

/// What an analyst calls it: "een punt", "het woord lezing", "een tekst tussen aanhalingstekens".
Phrasing spokenName(TokenKind kind);
/// As written, between quotation marks.
std::string quoted(const Token& token);
/// One word for it, for the dump of tokens: "punt", "verwijzing".
std::string shortName(TokenKind kind);

}  // namespace beding::parser

#include "layout/layout.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "base/text.h"
#include "diagnostics/registry_parse.h"
#include "layout/fill.h"
#include "layout/lines.h"
#include "parser/antlr.h"
#include "parser/fixed_groups.h"
#include "parser/lexical.h"
#include "parser/parser.h"
#include "parser/statements.h"

namespace beding {
namespace {

using layout::Atom;
using layout::Break;
using layout::Lines;
using parser::Token;
using parser::TokenKind;
using parser::Tokens;

// ----------------------------------------------------------------------------------------------------------- reading

/// A file as tokens, before and after statement words became words, and as a parse tree.
struct Read {
  Tokens raw;
  Tokens marked;
  parser::Concrete concrete;
};

Read readFile(const SourceSet& sources, FileIndex file, Diagnostics& diagnostics) {
  Read read;
  read.raw = parser::readTokens(sources, file, diagnostics);
  read.marked = parser::markStatements(read.raw, diagnostics, ParseLimits{}.tokensPerSentence);
  read.concrete = parser::readStatements(read.marked);
  return read;
}

bool isText(const Token& token) { return token.kind == TokenKind::string; }

std::string spelled(const Token& token) {
  return isText(token) ? std::string(token.text) : withSingleSpaces(token.text);
}

/// “tekst” and „tekst” become "tekst", where nothing else is the matter with it.
std::string withStraightQuotes(const SourceSet& sources, FileIndex file) {
  constexpr std::array<char32_t, 4> doubles = {0x201C, 0x201D, 0x201E, 0x201F};
  const auto isDouble = [&](char32_t mark) { return std::find(doubles.begin(), doubles.end(), mark) != doubles.end(); };
  Diagnostics ignored;
  std::string text(sources.file(file).text());
  Tokens tokens = parser::readTokens(sources, file, ignored);
  std::reverse(tokens.begin(), tokens.end());  // so that places before a change stay good
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::damaged || token.text.size() < 5 || !isDouble(decode(token.text, 0).value)) continue;
    std::size_t last = token.text.size() - 1;
    while ((token.text[last] & 0xC0) == 0x80) --last;
    const std::string inside(token.text.substr(3, last - 3));
    text.replace(token.span.begin, token.text.size(), inQuotes(inside));
  }
  return text;
}

// ------------------------------------------------------------------------------------------------------------ pieces

/// A token or a comment, with what stands before it.
struct Piece {
  std::string text;
  const Token* token = nullptr;  ///< none: a comment
  std::size_t newlines = 0;
  std::size_t spaces = 0;  ///< white space, as far as it is on the piece's own line
};

/// Adds the comments of a gap; what is left of it stands before the next piece.
Piece addComments(std::string_view gap, std::vector<Piece>& pieces) {
  Piece next;
  for (std::size_t at = 0; at < gap.size();) {
    if (gap.substr(at, 2) == "//") {
      const std::size_t end = std::min(gap.find_first_of("\r\n", at), gap.size());
      next.text = gap.substr(at, end - at);
      while (next.text.ends_with(' ') || next.text.ends_with('\t')) next.text.pop_back();
      pieces.push_back(std::move(next));
      next = {};
      at = end;
      continue;
    }
    next.newlines += gap[at] == '\n' ? 1 : 0;
    next.spaces = gap[at] == '\n' ? 0 : next.spaces + 1;
    at += decode(gap, at).size;
  }
  return next;
}

/// Ends with a piece without text, behind what stands last in the file.
std::vector<Piece> piecesOf(std::string_view text, const Tokens& tokens) {
  std::vector<Piece> pieces;
  std::size_t before = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  for (const Token& token : tokens) {
    Piece piece = addComments(text.substr(before, token.span.begin - before), pieces);
    before = token.span.end;
    piece.token = &token;
    if (token.kind != TokenKind::end) piece.text = spelled(token);
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

// ------------------------------------------------------------------------------------------------------------ spacing

bool isOneOf(TokenKind kind, std::initializer_list<TokenKind> all) {
  return std::find(all.begin(), all.end(), kind) != all.end();
}

/// Whether a space belongs between two tokens on one line.
bool isApart(const Token& before, const Piece& piece) {
  const TokenKind kind = piece.token->kind;
  if (isOneOf(before.kind, {TokenKind::openParen, TokenKind::openFence})) return false;
  if (isOneOf(kind, {TokenKind::comma, TokenKind::semicolon, TokenKind::colon, TokenKind::fullStop,
                     TokenKind::closeParen, TokenKind::closeFence}))
    return false;
  if (isOneOf(before.kind, {TokenKind::comma, TokenKind::semicolon, TokenKind::colon, TokenKind::fullStop}))
    return true;
  return piece.spaces > 0 || piece.newlines > 0;
}

bool isNumber(TokenKind kind) {
  return isOneOf(kind,
                 {TokenKind::numeral, TokenKind::isoMoment, TokenKind::pair, TokenKind::euro, TokenKind::percent});
}

/// Words with which a part of a declaration begins.
bool opensPart(const Token& token) {
  constexpr std::array<std::string_view, 5> words = {"waarvan", "gebeurt", "ontstaat", "werkt", "omvat"};
  return std::find(words.begin(), words.end(), fold(token.text)) != words.end();
}

/// Words that lead on to the next one: no line ends with them.
bool leadsOn(const Token& token) {
  constexpr std::array<std::string_view, 22> words = {"de",   "het",    "een", "van",  "aan",   "met", "door", "bij",
                                                      "over", "in",     "op",  "te",   "tegen", "uit", "naar", "om",
                                                      "als",  "wegens", "die", "haar", "zijn",  "deze"};
  if (isOneOf(token.kind, {TokenKind::skeleton, TokenKind::modal}) || parser::isConjunction(token.kind)) return true;
  return std::find(words.begin(), words.end(), fold(token.text)) != words.end();
}

/// Where a line begins with such a word, it may look like the beginning of a statement.
bool looksLikeStart(const Token& token) {
  return parser::isStatementWord(token.kind) || startsUpper(token.text) || token.text.size() == 1 ||
         isOneOf(token.kind, {TokenKind::bullet, TokenKind::reference});
}

Break breakBefore(const Token& before, const Token& token) {
  const bool behindMark = isOneOf(before.kind, {TokenKind::comma, TokenKind::semicolon});
  if (isNumber(token.kind) || (isNumber(before.kind) && !behindMark)) return Break::never;
  if (!behindMark && (looksLikeStart(token) || leadsOn(before) || before.kind == TokenKind::colon)) return Break::never;
  if (behindMark || parser::isConjunction(token.kind) || opensPart(token)) return Break::clause;
  const std::string word = fold(token.text);
  const bool joins = word == "en" || word == "of";
  if (joins && before.kind == TokenKind::finite) return Break::joint;
  return isOneOf(token.kind, {TokenKind::skeleton, TokenKind::modal}) ? Break::term : Break::word;
}

// ------------------------------------------------------------------------------------------------------------- writing

class Writer {
 public:
  Writer(const std::vector<Piece>& pieces, const Lines& lines) : pieces_(pieces), lines_(lines) {}

  std::string write() {
    for (at_ = 0; pieces_[at_].token == nullptr || pieces_[at_].token->kind != TokenKind::end;) {
      if (at_ > 0 && pieces_[at_].newlines > 1 && (pieces_[at_].token == nullptr || startAt(at_) != nullptr))
        text_ += "\n";
      pieces_[at_].token == nullptr ? comment() : sentence();
    }
    return std::move(text_);
  }

 private:
  /// What begins with that piece, if it begins a line.
  [[nodiscard]] const layout::Start* startAt(std::size_t at) const {
    const Piece& piece = pieces_[at];
    if (piece.token == nullptr) return nullptr;
    const auto found = lines_.starts.find(piece.token->span.begin);
    const bool begins = found != lines_.starts.end() && (found->second.always || piece.newlines > 0 || at == 0);
    return begins ? &found->second : nullptr;
  }

  /// A comment on a line of its own stands above what follows.
  void comment() {
    std::size_t next = at_;
    while (pieces_[next].token == nullptr) ++next;
    std::size_t indent = hang_;
    if (const layout::Start* start = startAt(next)) indent = start->indent;
    if (pieces_[next].token->kind == TokenKind::end) indent = pieces_[at_].spaces > 0 ? 2 : 0;
    text_ += std::string(indent, ' ') + pieces_[at_].text + "\n";
    ++at_;
  }

  /// A statement, heading or item, or what is left of one behind a comment.
  void sentence() {
    const layout::Start* start = startAt(at_);
    const std::size_t indent = start != nullptr ? start->indent : hang_;
    if (start != nullptr) hang_ = indent + 2, parentheses_ = 0;
    std::vector<Atom> atoms;
    for (; isInSentence(atoms.empty()); ++at_) {
      add(atoms);
      inGroup_ = inGroup_ > 0 ? inGroup_ - 1 : restOfGroup();
    }
    text_ += layout::filled(atoms, indent, hang_);
    if (pieces_[at_].token == nullptr && pieces_[at_].newlines == 0) {
      text_ += std::string(std::max<std::size_t>(pieces_[at_].spaces, 1), ' ') + pieces_[at_].text;
      ++at_;
    }
    text_ += "\n";
  }

  /// How many words behind this one belong to a fixed group with it.
  [[nodiscard]] std::size_t restOfGroup() const {
    std::string words;
    for (std::size_t i = at_; i < at_ + 3 && pieces_[i].token != nullptr; ++i) {
      addWord(words, fold(pieces_[i].text));
      if (pieces_[i].token->kind == TokenKind::end) break;
    }
    const parser::FixedGroup* group = parser::fixedGroupAt(words);
    return group == nullptr ? 0 : group->words - 1;
  }

  [[nodiscard]] bool isInSentence(bool first) const {
    const Piece& piece = pieces_[at_];
    return piece.token != nullptr && piece.token->kind != TokenKind::end && (first || startAt(at_) == nullptr);
  }

  void add(std::vector<Atom>& atoms) {
    const Piece& piece = pieces_[at_];
    const Token* before = atoms.empty() ? nullptr : pieces_[at_ - 1].token;
    if (before == nullptr) return atoms.push_back({piece.text, Break::never, false});
    if (before->kind == TokenKind::openParen) ++parentheses_;
    if (before->kind == TokenKind::closeParen && parentheses_ > 0) --parentheses_;
    inFence_ = (inFence_ || before->kind == TokenKind::openFence) && before->kind != TokenKind::closeFence;
    if (!isApart(*before, piece)) {
      atoms.back().text += piece.text;
      return;
    }
    const std::uint32_t place = piece.token->span.begin;
    const bool joined = inFence_ || inGroup_ > 0 || lines_.joined.contains(place);
    Break best = lines_.opened.contains(place) ? Break::clause : breakBefore(*before, *piece.token);
    if (parentheses_ > 0) best = std::max(best, Break::term);  // what stands between them belongs together
    atoms.push_back({piece.text, joined ? Break::never : best, !joined && piece.newlines > 0});
  }

  const std::vector<Piece>& pieces_;
  const Lines& lines_;
  std::size_t at_ = 0;
  std::size_t hang_ = 0;  ///< indentation of the lines that continue the sentence
  bool inFence_ = false;
  std::size_t parentheses_ = 0;  ///< that are open
  std::size_t inGroup_ = 0;      ///< words still to come of a fixed group
  std::string text_;
};

// -------------------------------------------------------------------------------------------------------------- proof

bool sameTree(const parser::Node& a, const parser::Node& b) {
  return a.rule == b.rule && a.begin == b.begin && a.end == b.end &&
         std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(), sameTree);
}

/// Whether both say the same: the same tokens, and the same tree over them.
bool saysTheSame(const Read& a, const Read& b) {
  const auto sameToken = [](const Token& x, const Token& y) { return x.kind == y.kind && spelled(x) == spelled(y); };
  return std::equal(a.marked.begin(), a.marked.end(), b.marked.begin(), b.marked.end(), sameToken) &&
         std::equal(a.concrete.units.begin(), a.concrete.units.end(), b.concrete.units.begin(), b.concrete.units.end(),
                    sameTree);
}

std::optional<std::string> laidOutText(SourceSet& sources, FileIndex file, Diagnostics& diagnostics) {
  const std::string& name = sources.file(file).name();
  if (std::string straight = withStraightQuotes(sources, file); straight != sources.file(file).text())
    file = sources.add(name, std::move(straight));
  parse(sources, file, diagnostics);
  if (diagnostics.hasErrors()) return std::nullopt;
  Diagnostics ignored;
  const Read read = readFile(sources, file, ignored);
  const Lines lines = layout::linesOf(read.concrete, read.marked);
  const std::vector<Piece> pieces = piecesOf(sources.file(file).text(), read.raw);
  std::string text = Writer(pieces, lines).write();
  const FileIndex result = sources.add(name, text);
  if (!saysTheSame(read, readFile(sources, result, ignored))) throw std::logic_error("opmaak");
  return text;
}

}  // namespace

std::optional<std::string> laidOut(SourceSet& sources, FileIndex file, Diagnostics& diagnostics) {
  try {
    return laidOutText(sources, file, diagnostics);
  } catch (const std::exception& error) {
    diagnostics.report(diagnostics::internalParseError, {file, 0, 0}, {error.what()});
    return std::nullopt;
  }
}

}  // namespace beding

#include "parser/lexical.h"

#include "base/text.h"
#include "diagnostics/registry_parse.h"
#include "parser/characters.h"
#include "parser/lex.h"

namespace beding::parser {
namespace {

using namespace diagnostics;

class Reader {
 public:
  Reader(const SourceFile& file, FileIndex index, Diagnostics& diagnostics)
      : file_(file), index_(index), diagnostics_(diagnostics) {}

  Tokens read(const std::vector<Block>& without) {
    const Characters characters = charactersOf(file_, index_, diagnostics_, without);
    for (const RawToken& raw : lex(characters.text)) {
      add({raw.kind, {index_, characters.offsets[raw.begin], characters.offsets[raw.end]}, {}, false, 0});
    }
    return std::move(tokens_);
  }

 private:
  void add(Token token) {
    token.text = file_.text(token.span);
    placeOnLine(token);
    switch (token.kind) {
      case TokenKind::curly:
        return addCurly(token);
      case TokenKind::unclosed:
        return addUnclosed(token);
      case TokenKind::dash:
        return addDamaged(token, dash, {});
      case TokenKind::other:
        return addOther(token);
      case TokenKind::fullStop:
        return addFullStop(token);
      case TokenKind::word:
        return addWord(token);
      default:
        tokens_.push_back(token);
    }
  }

  void placeOnLine(Token& token) {
    const std::string_view before = file_.text({index_, lineEnd_, token.span.begin});
    token.firstOnLine = tokens_.empty() || before.find('\n') != before.npos;
    if (token.firstOnLine) token.column = file_.place(token.span.begin).column - 1;
    lineEnd_ = token.span.end;
  }

  void addDamaged(Token token, const DiagnosticKind& kind, std::vector<Wording> arguments) {
    diagnostics_.report(kind, token.span, std::move(arguments));
    token.kind = TokenKind::damaged;
    tokens_.push_back(token);
  }

  /// “tekst” is reported with what should stand there; a single curly quote without its mate gets the general remedy.
  void addCurly(const Token& token) {
    const std::size_t length = characters(token.text);
    std::string text(token.text);
    if (length > 2) {
      const std::uint32_t first = decode(text, 0).size;
      std::size_t last = text.size() - 1;
      while ((text[last] & 0xC0) == 0x80) --last;
      text = text.substr(first, last - first);
    }
    addDamaged(token, curlyQuotes, {inQuotes(length > 2 ? text : "tekst")});
  }

  /// A text that is not closed takes the rest of its line; a full stop at the end of the line still ends the sentence.
  void addUnclosed(Token token) {
    auto text = token.text;
    while (!text.empty() && isSpace(static_cast<unsigned char>(text.back()))) text.remove_suffix(1);
    const auto end = token.span.begin + static_cast<std::uint32_t>(text.size());
    const bool stopped = text.size() > 1 && text.ends_with('.');
    token.span.end = stopped ? end - 1 : end;
    addDamaged(token, unclosedQuote, {});
    if (stopped)
      tokens_.push_back({TokenKind::fullStop, {index_, end - 1, end}, text.substr(text.size() - 1), false, 0});
  }

  /// A run of strange characters is one mistake.
  void addOther(const Token& token) {
    const bool continues = strangeEnd_ == token.span.begin && token.span.begin > 0;
    strangeEnd_ = token.span.end;
    if (continues) return;
    if (!decode(token.text, 0).valid) {  // reported when the characters were read
      return tokens_.push_back({TokenKind::damaged, token.span, token.text, token.firstOnLine, token.column});
    }
    addDamaged(token, strangeCharacter, {nameOf(decode(token.text, 0).value)});
  }

  static std::string nameOf(char32_t value) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string code = "U+";
    for (int shift = value > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) code += digits[(value >> shift) & 0xF];
    if (value < 0x20 || (value >= 0x7F && value < 0xA0)) return code;
    std::string shown = "\"";
    appendUtf8(shown, value);
    return shown + "\" (" + code + ")";
  }

  /// A full stop ends a sentence only before white space, commentary or the end.
  void addFullStop(Token token) {
    const std::string_view rest = file_.text().substr(token.span.end);
    const bool ends = rest.empty() || isSpace(decode(rest, 0).value) || rest.starts_with("//");
    if (ends && !endsAbbreviation(token, rest)) return tokens_.push_back(token);
    if (ends) {
      token.kind = TokenKind::damaged;
      return tokens_.push_back(token);
    }
    diagnostics_.report(noSpaceAfterStop, token.span);
    if (!startsUpper(rest)) token.kind = TokenKind::damaged;
    tokens_.push_back(token);
  }

  /// The last point of "o.a.", whose first was reported: the word before it touches that one, and no capital follows.
  [[nodiscard]] bool endsAbbreviation(const Token& stop, std::string_view rest) const {
    if (tokens_.size() < 2) return false;
    const Token& word = tokens_[tokens_.size() - 1];
    const Token& point = tokens_[tokens_.size() - 2];
    const bool touching = point.kind == TokenKind::damaged && point.text == "." && point.span.end == word.span.begin &&
                          word.span.end == stop.span.begin;
    const std::size_t next = rest.find_first_not_of(" \t");
    return touching && next != rest.npos && !startsUpper(rest.substr(next)) && rest[next] != '\n' && rest[next] != '\r';
  }

  /// 'tekst' between straight single quotes: only 's, 't and the like may begin with an apostrophe.
  void addWord(const Token& token) {
    const std::size_t first = decode(token.text, 0).size;
    const bool quoted = fold(token.text.substr(0, first)) == "'" && characters(token.text) > 2;
    if (!quoted) return tokens_.push_back(token);
    std::string inside(token.text.substr(first));
    for (const std::string_view mark : {"'", "’"}) {
      if (inside.ends_with(mark)) inside.resize(inside.size() - mark.size());
    }
    addDamaged(token, curlyQuotes, {inQuotes(inside)});
  }

  const SourceFile& file_;
  FileIndex index_;
  Diagnostics& diagnostics_;
  Tokens tokens_;
  std::uint32_t lineEnd_ = 0;     ///< end of the token before
  std::uint32_t strangeEnd_ = 0;  ///< end of the last strange character
};

}  // namespace

Tokens readTokens(const SourceSet& sources, FileIndex file, Diagnostics& diagnostics,
                  const std::vector<Block>& without) {
  return Reader(sources.file(file), file, diagnostics).read(without);
}

}  // namespace beding::parser

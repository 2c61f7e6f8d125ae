#include "parser/statements.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "diagnostics/registry_parse.h"

namespace beding::parser {
namespace {

using namespace diagnostics;

/// Words after which a sentence cannot be finished.
bool leadsOn(const Token& token) {
  static constexpr std::array words = {"de",   "het", "een",  "van", "aan", "met",
                                       "door", "bij", "over", "in",  "op",  "te"};
  if (token.kind == TokenKind::modal || token.kind == TokenKind::skeleton || isConjunction(token.kind)) return true;
  const std::string key = fold(token.text);
  return std::find(words.begin(), words.end(), key) != words.end();
}

/// Words that begin a sentence when they have a capital and stand first on a line.
bool opensSentence(const Token& token) {
  static constexpr std::array words = {"de",  "het",  "een",          "voor", "bij",    "door", "in",   "onder",  "als",
                                       "dit", "deze", "onverminderd", "elke", "iedere", "geen", "alle", "artikel"};
  if (!startsUpper(token.text)) return false;
  if (isConjunction(token.kind)) return true;
  const std::string key = fold(token.text);
  return std::find(words.begin(), words.end(), key) != words.end();
}

bool isNumber(TokenKind kind) { return kind == TokenKind::numeral || kind == TokenKind::reference; }

bool startsMoment(TokenKind kind) { return kind == TokenKind::numeral || kind == TokenKind::isoMoment; }

bool mayBeInLabel(TokenKind kind) {
  const bool plain = kind == TokenKind::word || kind == TokenKind::skeleton || kind == TokenKind::met;
  return plain || isStatementWord(kind);
}

/// `en` or `of` behind the last item but one of a list.
bool joinsEntries(const Token& token) {
  const std::string key = fold(token.text);
  return token.kind == TokenKind::skeleton && (key == "of" || key == "en");
}

/// "a", "12": what a list item without parentheses may be marked with.
bool isShortMark(const Token& token) {
  const bool letter = token.kind == TokenKind::word && token.text.size() == 1;
  return letter || (token.kind == TokenKind::numeral && token.text.size() <= 2);
}

class Marker {
 public:
  Marker(const Tokens& tokens, Diagnostics& diagnostics, std::size_t limit)
      : in_(tokens), diagnostics_(diagnostics), limit_(limit) {}

  Tokens mark() {
    out_.reserve(in_.size() + 8);
    while (now().kind != TokenKind::end) {
      const std::size_t begin = out_.size();
      statement();
      if (out_.size() - begin > limit_) cut(begin);
    }
    out_.push_back(now());
    return std::move(out_);
  }

 private:
  /// Leaves one damaged token and the full stop of a statement that is too long.
  void cut(std::size_t begin) {
    const std::string length = std::to_string(out_.size() - begin);
    diagnostics_.report(sentenceTooLong, out_[begin].span, {length, std::to_string(limit_)});
    out_[begin].kind = TokenKind::damaged;
    out_[begin + 1] = out_.back();
    out_.resize(begin + 2);
  }

  [[nodiscard]] const Token& now() const { return in_[at_]; }
  [[nodiscard]] const Token& peek(std::size_t ahead) const { return in_[std::min(at_ + ahead, in_.size() - 1)]; }
  void take() { out_.push_back(in_[at_++]); }

  void takeAs(TokenKind kind) {
    take();
    out_.back().kind = kind;
  }

  /// A statement word in the middle of a sentence is one ordinary word, or two.
  void takeAsWords() {
    Token first = now();
    const std::size_t gap = first.text.find_first_of(" \t\r\n");
    first.kind = first.kind == TokenKind::nietUitvoerbaar ? TokenKind::skeleton : TokenKind::word;
    if (gap == first.text.npos) {
      out_.push_back(first);
    } else {
      Token second = first;
      const std::size_t next = second.text.find_first_not_of(" \t\r\n", gap);
      second.kind = TokenKind::word;
      second.span.begin += static_cast<std::uint32_t>(next);
      second.text.remove_prefix(next);
      first.span.end = first.span.begin + static_cast<std::uint32_t>(gap);
      first.text = first.text.substr(0, gap);
      out_.push_back(first);
      out_.push_back(second);
    }
    ++at_;
  }

  // --- Statements --------------------------------------------------------------------------------------------------

  void statement() {
    inList_ = false;
    begin_ = at_;
    if (!keepsKeyword()) return sentence(true);
    switch (now().kind) {
      case TokenKind::artikel:
      case TokenKind::lid:
        return heading();
      case TokenKind::kwestie:
        return issueName();
      case TokenKind::lezing:
        return readingName();
      case TokenKind::scenario:
        return scenarioHead();
      case TokenKind::verwacht:
        return expectation();
      case TokenKind::voorwaarden:
      case TokenKind::bibliotheek:
      case TokenKind::gebruikt:
      case TokenKind::partijen:
        return header();
      case TokenKind::toestand:
        take();
        return sentence(true);
      default:
        take();
        return sentence(false);
    }
  }

  /// Whether the statement word here opens its statement, rather than being a label or an ordinary word.
  [[nodiscard]] bool keepsKeyword() const {
    const TokenKind next = peek(1).kind;
    switch (now().kind) {
      case TokenKind::letOp:
      case TokenKind::nietUitvoerbaar:
        return true;
      case TokenKind::op:
        return startsMoment(next);
      case TokenKind::overeenkomst:
        return next == TokenKind::string;
      default:
        return isStatementWord(now().kind) && next != TokenKind::colon;
    }
  }

  void heading() {
    take();
    const bool number = isNumber(now().kind) || now().kind == TokenKind::word;
    if (number && !now().firstOnLine) takeAs(TokenKind::reference);
    if (now().kind == TokenKind::string && !now().firstOnLine) take();
    if (now().kind == TokenKind::fullStop && !now().firstOnLine) ++at_;  // harmless: "lid 5."
  }

  /// `kwestie NAME`: up to the end of the line or the first `lezing`.
  void issueName() {
    take();
    while (isInName()) takeWord();
    if (now().kind != TokenKind::lezing) stopBehind();
  }

  /// A full stop that nobody wrote or missed, so that the grammar reads no further.
  void stopBehind() {
    const Span last = out_.back().span;
    out_.push_back({TokenKind::fullStop, {last.file, last.end, last.end}, {}, false, 0});
  }

  [[nodiscard]] bool isInName() const {
    const TokenKind kind = now().kind;
    return !now().firstOnLine && kind != TokenKind::lezing && (isWord(kind) || isStatementWord(kind));
  }

  void takeWord() { isStatementWord(now().kind) ? takeAsWords() : take(); }

  /// `lezing NAME:`
  void readingName() {
    take();
    while (isInName()) takeWord();
    if (now().kind == TokenKind::colon) take();
  }

  /// `scenario "NAME" met A, B:`
  void scenarioHead() {
    take();
    while (!now().firstOnLine && now().kind != TokenKind::end && now().kind != TokenKind::colon) takeWord();
    if (now().kind == TokenKind::colon) take();
  }

  void expectation() {
    take();
    if (now().kind == TokenKind::op) take();
    sentence(false);
  }

  /// `voorwaarden NAME "TITLE" gebruikt A, B. partijen C, D.`
  void header() {
    take();
    while (!endsSentence()) {
      const bool part = now().kind == TokenKind::gebruikt || now().kind == TokenKind::partijen;
      if (part)
        take();
      else
        takeWord();
    }
    finish();
  }

  void sentence(bool mayHaveLabel) {
    if (mayHaveLabel) label();
    while (!endsSentence()) {
      if (takeEntryMark()) continue;
      // Only a full stop between two items of a list gets here: it ends the item, as a semicolon does.
      if (now().kind == TokenKind::fullStop)
        takeAs(TokenKind::semicolon);
      else
        takeWord();
    }
    finish();
  }

  /// One to three words and a colon.
  void label() {
    std::size_t words = 0;
    while (mayBeInLabel(peek(words).kind)) ++words;
    const bool colon = words > 0 && peek(words).kind == TokenKind::colon;
    if (colon && words <= 3) return takeLabel(words);
    if (colon && words <= 8 && hasVerbAhead(words + 1)) reportLongLabel(words);
  }

  void takeLabel(std::size_t words) {
    for (std::size_t i = 0; i < words; ++i) takeAs(TokenKind::labelWord);
    takeAs(TokenKind::labelColon);
    if (startsLabel()) reportSecondLabel();
  }

  /// `betaling: rente: Opdrachtgever moet ...`
  void reportSecondLabel() {
    std::size_t words = 0;
    while (peek(words).kind != TokenKind::colon) ++words;
    diagnostics_.report(unexpected, peek(words).span,
                        {Phrasing("een tweede dubbele punt", "a second colon"),
                         Phrasing("één label per zin", "one label per sentence")});
    for (std::size_t i = 0; i <= words; ++i) takeAs(TokenKind::damaged);
  }

  void reportLongLabel(std::size_t words) {
    const Span span = cover(now().span, peek(words - 1).span);
    std::string text;
    for (std::size_t i = 0; i < words; ++i) addWord(text, peek(i).text);
    diagnostics_.report(labelTooLong, span, {text});
    for (std::size_t i = 0; i < words; ++i) takeAs(TokenKind::damaged);
    takeAs(TokenKind::damaged);
  }

  /// Whether a modal or finite verb stands between here and the next full stop, so that a sentence follows.
  [[nodiscard]] bool hasVerbAhead(std::size_t ahead) const {
    for (std::size_t i = at_ + ahead; i < in_.size() && in_[i].kind != TokenKind::fullStop; ++i) {
      if (in_[i].kind == TokenKind::modal || in_[i].kind == TokenKind::finite) return true;
    }
    return false;
  }

  // --- Lists -------------------------------------------------------------------------------------------------------

  /// Number of tokens of the list mark that starts at `at`, or 0: `(1)`, `(a)`, `•`, and `a.` first on a line.
  [[nodiscard]] std::size_t entryMark(std::size_t at) const {
    const auto kind = [&](std::size_t i) { return at + i < in_.size() ? in_[at + i].kind : TokenKind::end; };
    if (kind(0) == TokenKind::bullet) return 1;
    if (kind(0) == TokenKind::openParen && kind(2) == TokenKind::closeParen && isShortMark(in_[at + 1])) return 3;
    const bool dotted = isShortMark(in_[at]) && kind(1) == TokenKind::fullStop && in_[at].firstOnLine;
    return dotted ? 2 : 0;
  }

  /// Whether an item of a list may start here: after the colon, after a semicolon, or first on a line within a list.
  [[nodiscard]] bool mayStartEntry() const {
    if (out_.empty()) return false;
    const TokenKind before = out_.back().kind;
    if (before == TokenKind::colon || (inList_ && before == TokenKind::semicolon)) return true;
    return inList_ && now().firstOnLine;
  }

  bool takeEntryMark() {
    const std::size_t length = mayStartEntry() ? entryMark(at_) : 0;
    if (length == 0) return false;
    closeEntryBefore(length);
    Token mark = now();
    mark.kind = TokenKind::entry;
    mark.span.end = in_[at_ + length - 1].span.end;
    mark.text = std::string_view(mark.text.data(), mark.span.end - mark.span.begin);
    out_.push_back(mark);
    at_ += length;
    inList_ = true;
    return true;
  }

  /// The item before ends with a semicolon; a forgotten one is reported and put there.
  void closeEntryBefore(std::size_t length) {
    Token& before = out_.back();
    if (before.kind == TokenKind::colon || before.kind == TokenKind::semicolon) return;
    if (joinsEntries(before) && out_[out_.size() - 2].kind == TokenKind::semicolon)
      return std::swap(before, out_[out_.size() - 2]);  // "...; of" closes the item behind its "of"
    const std::uint32_t end = in_[at_ + length - 1].span.end;
    const std::string mark(now().text.data(), end - now().span.begin);
    const Span gap{before.span.file, before.span.end, before.span.end};
    diagnostics_.report(missingSemicolon, gap, {mark});
    out_.push_back({TokenKind::semicolon, gap, {}, false, 0});
  }

  // --- The end of a sentence ---------------------------------------------------------------------------------------

  [[nodiscard]] bool endsSentence() const {
    if (now().kind == TokenKind::end) return true;
    if (now().kind == TokenKind::fullStop) return !(inList_ && entryMark(at_ + 1) > 0 && peek(1).firstOnLine);
    return at_ > begin_ && now().firstOnLine && startsStatement();
  }

  /// `let op: "Een hele zin."`: the text is the end of such a statement, and may bring its own full stop.
  [[nodiscard]] bool textEndsStatement() const {
    const TokenKind keyword = in_[begin_].kind;
    const bool quoting =
        keyword == TokenKind::letOp || keyword == TokenKind::nietUitvoerbaar || keyword == TokenKind::eigenschap;
    return quoting && out_.back().kind == TokenKind::string;
  }

  /// Takes the full stop, or puts it where it is missing.
  void finish() {
    if (now().kind == TokenKind::fullStop) return take();
    if (textEndsStatement() && out_.back().text.ends_with(".\"")) return stopBehind();
    const bool instead = out_.back().kind == TokenKind::semicolon || out_.back().kind == TokenKind::comma;
    if (instead) out_.pop_back();
    Token& last = out_.back();
    const Span gap{last.span.file, last.span.end, last.span.end};
    diagnostics_.report(missingFullStop, gap, {quoted(last)});
    out_.push_back({TokenKind::fullStop, gap, {}, false, 0});
  }

  /// Whether the line that starts here begins a statement, though the sentence before it is not closed.
  [[nodiscard]] bool startsStatement() const {
    if (startsHeading() || startsMarkedStatement() || textEndsStatement()) return true;
    const TokenKind before = out_.empty() ? TokenKind::fullStop : out_.back().kind;
    const bool open = before == TokenKind::colon || before == TokenKind::labelColon || before == TokenKind::comma ||
                      before == TokenKind::entry || isStatementWord(before);
    if (open || leadsOn(out_.back())) return false;
    return startsDeclaration() || startsLabel() || opensSentence(now());
  }

  /// `lid 5`, `artikel 6 "Titel"` alone on a line.
  [[nodiscard]] bool startsHeading() const {
    if (now().kind != TokenKind::lid && now().kind != TokenKind::artikel) return false;
    const std::size_t length = peek(2).kind == TokenKind::string && !peek(2).firstOnLine ? 3 : 2;
    return isNumber(peek(1).kind) && (peek(length).firstOnLine || peek(length).kind == TokenKind::end);
  }

  /// Statements whose first words leave no doubt.
  [[nodiscard]] bool startsMarkedStatement() const {
    switch (now().kind) {
      case TokenKind::scenario:
      case TokenKind::terBeoordeling:
        return peek(1).kind == TokenKind::string;
      case TokenKind::letOp:
      case TokenKind::nietUitvoerbaar:
        return peek(1).kind == TokenKind::colon;
      case TokenKind::op:
        return startsMoment(peek(1).kind);
      case TokenKind::verwacht:
        return peek(1).kind == TokenKind::op;
      case TokenKind::eigenschap:
      case TokenKind::lezing:
        return colonFollows(6);
      case TokenKind::kwestie:
        return lineIsName();
      default:
        return false;
    }
  }

  [[nodiscard]] bool colonFollows(std::size_t within) const {
    for (std::size_t i = 1; i <= within; ++i) {
      if (peek(i).kind == TokenKind::colon) return true;
      if (peek(i).firstOnLine || !(isWord(peek(i).kind) || isStatementWord(peek(i).kind))) return false;
    }
    return false;
  }

  /// `kwestie NAME` and then a line with `lezing`.
  [[nodiscard]] bool lineIsName() const {
    for (std::size_t i = 1; i <= 5; ++i) {
      if (peek(i).kind == TokenKind::lezing) return true;
      if (peek(i).firstOnLine) return false;
    }
    return false;
  }

  /// `zaak`, `handeling` ... first on a line, when the sentence before could be finished.
  [[nodiscard]] bool startsDeclaration() const {
    const TokenKind kind = now().kind;
    const bool declares =
        (kind >= TokenKind::gebeurtenis && kind <= TokenKind::ingebouwd) || kind == TokenKind::standaard;
    return declares && peek(1).kind != TokenKind::colon;
  }

  /// `label: Xxx`, the colon on the same line and followed by a capital.
  [[nodiscard]] bool startsLabel() const {
    std::size_t words = 0;
    while (words < 4 && mayBeInLabel(peek(words).kind) && (words == 0 || !peek(words).firstOnLine)) ++words;
    if (words == 0 || words > 3 || peek(words).kind != TokenKind::colon || peek(words).firstOnLine) return false;
    return !peek(words + 1).firstOnLine && startsUpper(peek(words + 1).text) && hasVerbAhead(words + 1);
  }

  const Tokens& in_;
  Diagnostics& diagnostics_;
  std::size_t limit_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;  ///< first token of the statement
  Tokens out_;
  bool inList_ = false;  ///< a list item has been seen in this sentence
};

}  // namespace

Tokens markStatements(const Tokens& tokens, Diagnostics& diagnostics, std::size_t limit) {
  return Marker(tokens, diagnostics, limit).mark();
}

}  // namespace beding::parser

#include "parser/syntax_errors.h"

#include <algorithm>

#include "diagnostics/registry_parse.h"

namespace beding::parser {
namespace {

using namespace diagnostics;

/// One syntax error with what is around it.
class Explainer {
 public:
  Explainer(const SyntaxError& error, const Tokens& tokens, Diagnostics& diagnostics)
      : error_(error), tokens_(tokens), diagnostics_(diagnostics), at_(tokens[error.token]) {}

  void report() {
    if (alreadyDamaged()) return;
    if (in(Rule::standard) && before().kind != TokenKind::standaard) return missingStandardReading();
    if (innermost() == Rule::issue) return missingFirstReading();
    if (in(Rule::articleHead) || in(Rule::lidHead)) return headingWithoutNumber();
    if (startsUnit() && misplacedKeyword()) return;
    if (in(Rule::attribute) && expects(TokenKind::openParen)) return attribute();
    if (expectsOnly(TokenKind::string)) return quotes();
    if (expects(TokenKind::colon) && !expects(TokenKind::fullStop)) return colon();
    diagnostics_.report(unexpected, place(), {described(at_), expectation()});
  }

 private:
  [[nodiscard]] Rule innermost() const { return error_.rules.back(); }
  [[nodiscard]] bool in(Rule rule) const {
    return std::find(error_.rules.begin(), error_.rules.end(), rule) != error_.rules.end();
  }
  [[nodiscard]] bool expects(TokenKind kind) const {
    return std::find(error_.expected.begin(), error_.expected.end(), kind) != error_.expected.end();
  }
  [[nodiscard]] bool expectsOnly(TokenKind kind) const { return error_.expected.size() == 1 && expects(kind); }
  [[nodiscard]] const Token& before() const { return tokens_[error_.token == 0 ? 0 : error_.token - 1]; }
  [[nodiscard]] bool startsUnit() const { return innermost() == Rule::unit || innermost() == Rule::statement; }

  /// Something in this statement was reported before the grammar saw it.
  [[nodiscard]] bool alreadyDamaged() const {
    if (at_.kind == TokenKind::damaged) return true;
    for (std::size_t i = error_.token; i-- > 0 && tokens_[i].kind != TokenKind::fullStop;) {
      if (tokens_[i].kind == TokenKind::damaged) return true;
    }
    return false;
  }

  /// The unexpected token; at the end of the file, and where something is missing, the place behind what stands before.
  [[nodiscard]] Span place() const {
    const bool nothing = at_.kind == TokenKind::end || at_.span.begin == at_.span.end;
    return nothing ? behind() : at_.span;
  }
  [[nodiscard]] Span behind() const { return {before().span.file, before().span.end, before().span.end}; }

  static std::string described(const Token& token) {
    if (token.kind == TokenKind::end) return dutchName(token.kind);
    if (token.kind == TokenKind::string) return "de tekst " + std::string(token.text);
    if (isWord(token.kind) || isStatementWord(token.kind) || isConjunction(token.kind)) {
      return "\"" + std::string(token.text) + "\"";
    }
    return dutchName(token.kind);
  }

  // --- What is missing ---------------------------------------------------------------------------------------------

  /// The words of the name that stand right before the error.
  [[nodiscard]] std::string nameBefore(TokenKind keyword) const {
    std::size_t begin = error_.token;
    while (begin > 0 && tokens_[begin - 1].kind != keyword) --begin;
    std::string name;
    for (std::size_t i = begin; i < error_.token && isWord(tokens_[i].kind); ++i) {
      name += (name.empty() ? "" : " ") + std::string(tokens_[i].text);
    }
    return name;
  }

  [[nodiscard]] Span keywordBefore(TokenKind keyword) const {
    std::size_t i = error_.token;
    while (i > 0 && tokens_[i].kind != keyword) --i;
    return tokens_[i].span;
  }

  void missingStandardReading() {
    const std::string reading = nameAfter(TokenKind::lezing);
    diagnostics_.report(missingStandard, keywordBefore(TokenKind::kwestie), {nameAfter(TokenKind::kwestie), reading});
  }

  /// The words behind the last `keyword` before the error.
  [[nodiscard]] std::string nameAfter(TokenKind keyword) const {
    std::size_t i = error_.token;
    while (i > 0 && tokens_[i].kind != keyword) --i;
    std::string name;
    for (++i; i < tokens_.size() && isWord(tokens_[i].kind) && !tokens_[i].firstOnLine; ++i) {
      name += (name.empty() ? "" : " ") + std::string(tokens_[i].text);
    }
    return name;
  }

  void missingFirstReading() {
    diagnostics_.report(missingReading, keywordBefore(TokenKind::kwestie), {nameAfter(TokenKind::kwestie)});
  }

  void headingWithoutNumber() {
    diagnostics_.report(missingNumber, behind(), {in(Rule::lidHead) ? "lid" : "artikel"});
  }

  void attribute() {
    const bool first = before().kind == TokenKind::met || before().kind == TokenKind::comma;
    std::size_t begin = error_.token;
    while (begin > 0 && (isWord(tokens_[begin - 1].kind) && tokens_[begin - 1].kind != TokenKind::met)) --begin;
    if (first || begin == error_.token) return void(diagnostics_.report(unexpected, place(), {described(at_), "de naam van een attribuut"}));
    std::string name;
    for (std::size_t i = begin; i < error_.token; ++i) name += (i > begin ? " " : "") + std::string(tokens_[i].text);
    diagnostics_.report(attributeWithoutType, cover(tokens_[begin].span, before().span), {name});
  }

  void quotes() {
    const bool words = isWord(at_.kind);
    diagnostics_.report(missingQuotes, place(), {words ? "\"" + std::string(at_.text) + " ...\"" : "\"...\""});
  }

  void colon() {
    const std::string last(before().text);
    const std::string next = at_.kind == TokenKind::end ? std::string() : " " + std::string(at_.text);
    diagnostics_.report(missingColon, behind(), {described(at_), last + ":" + next});
  }

  // --- What stands in the wrong place ------------------------------------------------------------------------------

  bool misplacedKeyword() {
    const std::string word = described(at_);
    switch (at_.kind) {
      case TokenKind::lezing:
      case TokenKind::standaard: diagnostics_.report(outsideIssue, at_.span, {word}); return true;
      case TokenKind::op:
      case TokenKind::verwacht: diagnostics_.report(outsideScenario, at_.span, {word}); return true;
      case TokenKind::gebruikt:
      case TokenKind::partijen: diagnostics_.report(headerNotFirst, at_.span, {word}); return true;
      default: return false;
    }
  }

  [[nodiscard]] std::string expectation() const {
    if (startsUnit()) return "het begin van een zin";
    std::vector<std::string> names;
    for (const TokenKind kind : error_.expected) {
      const std::string name = dutchName(kind);
      const bool known = std::find(names.begin(), names.end(), name) != names.end();
      if (!known && kind != TokenKind::damaged) names.push_back(name);
    }
    if (names.empty()) return "het einde van de zin";
    if (names.size() > 4) return expects(TokenKind::fullStop) ? "woorden, of een punt" : "woorden";
    std::string result;
    for (std::size_t i = 0; i < names.size(); ++i) {
      result += (i == 0 ? "" : i + 1 == names.size() ? " of " : ", ") + names[i];
    }
    return result;
  }

  const SyntaxError& error_;
  const Tokens& tokens_;
  Diagnostics& diagnostics_;
  const Token& at_;
};

}  // namespace

void reportSyntaxErrors(const Concrete& concrete, const Tokens& tokens, Diagnostics& diagnostics) {
  for (const SyntaxError& error : concrete.errors) Explainer(error, tokens, diagnostics).report();
}

}  // namespace beding::parser

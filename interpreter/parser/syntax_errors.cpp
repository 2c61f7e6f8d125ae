#include "parser/syntax_errors.h"

#include <algorithm>
#include <array>

#include "base/text.h"
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
    if (expectsOnly(TokenKind::lezing)) return missingFirstReading();
    if (startsUnit() && misplacedKeyword()) return;
    if (in(Rule::attribute) && !in(Rule::option)) return attribute();
    if (expectsOnly(TokenKind::fullStop) && at_.firstOnLine) return fullStop();
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

  static Wording described(const Token& token) {
    if (token.kind == TokenKind::end) return spokenName(token.kind);
    if (token.kind == TokenKind::string) return worded({"de tekst {0}", "the text {0}"}, {std::string(token.text)});
    if (isWord(token.kind) || isStatementWord(token.kind) || isConjunction(token.kind)) return quoted(token);
    return spokenName(token.kind);
  }

  // --- What is missing ---------------------------------------------------------------------------------------------

  [[nodiscard]] Span keywordBefore(TokenKind keyword) const { return tokens_[indexBefore(keyword)].span; }

  void missingStandardReading() {
    const std::string reading = nameAfter(TokenKind::lezing);
    diagnostics_.report(missingStandard, keywordBefore(TokenKind::kwestie), {nameAfter(TokenKind::kwestie), reading});
  }

  /// The words behind the last `keyword` before the error.
  [[nodiscard]] std::string nameAfter(TokenKind keyword) const {
    std::string name;
    for (std::size_t i = indexBefore(keyword) + 1;
         i < tokens_.size() && isWord(tokens_[i].kind) && !tokens_[i].firstOnLine; ++i) {
      addWord(name, tokens_[i].text);
    }
    return name;
  }

  void missingFirstReading() {
    diagnostics_.report(missingReading, keywordBefore(TokenKind::kwestie), {nameAfter(TokenKind::kwestie)});
  }

  void attribute() {
    const bool first = before().kind == TokenKind::met || before().kind == TokenKind::comma;
    std::size_t begin = error_.token;
    while (begin > 0 && (isWord(tokens_[begin - 1].kind) && tokens_[begin - 1].kind != TokenKind::met)) --begin;
    if (first || begin == error_.token)
      return void(diagnostics_.report(
          unexpected, place(), {described(at_), Phrasing("de naam van een attribuut", "the name of an attribute")}));
    const Span span = cover(tokens_[begin].span, before().span);
    const bool typed = begin + 1 < error_.token && isTypeName(before());
    const std::string name = wordsBetween(begin, typed ? error_.token - 1 : error_.token);
    diagnostics_.report(attributeWithoutType, span, {name, typed ? std::string(before().text) : "datum"});
  }

  static bool isTypeName(const Token& token) {
    constexpr std::array types = {"kenmerk", "verwijzing", "datum",      "tijdstip", "duur",
                                  "geld",    "getal",      "percentage", "tekst",    "vorm",
                                  "rol",     "partij",     "ja/nee",     "lijst",    "periode"};
    return std::find(types.begin(), types.end(), token.text) != types.end();
  }

  [[nodiscard]] std::string wordsBetween(std::size_t begin, std::size_t end) const {
    std::string words;
    for (std::size_t i = begin; i < end; ++i) addWord(words, tokens_[i].text);
    return words;
  }

  void fullStop() { diagnostics_.report(missingFullStop, behind(), {quoted(before())}); }

  void quotes() {
    const bool words = isWord(at_.kind);
    diagnostics_.report(missingQuotes, place(), {words ? inQuotes(std::string(at_.text) + " ...") : inQuotes("...")});
  }

  void colon() {
    const std::size_t next = placeOfColon();
    const Token& last = tokens_[next - 1];
    const bool goesOn = isWord(tokens_[next].kind) || tokens_[next].kind == TokenKind::string ||
                        tokens_[next].kind == TokenKind::numeral;
    const Wording remedy = goesOn ? worded({"schrijf {0}: {1}", "write {0}: {1}"},
                                           {std::string(last.text), std::string(tokens_[next].text)})
                                  : worded({"zet achter {0} een dubbele punt, en daarachter de rest van de zin",
                                            "put a colon behind {0}, and behind it the rest of the sentence"},
                                           {described(last)});
    diagnostics_.report(missingColon, {last.span.file, last.span.end, last.span.end}, {remedy});
  }

  /// The token before which the colon belongs: the name of a reading ends with its line or before a capital, a moment
  /// behind its year or hour; otherwise where the error was noticed.
  [[nodiscard]] std::size_t placeOfColon() const {
    if (in(Rule::reading)) return endOfName();
    if (in(Rule::happening) || in(Rule::expectation)) return endOfMoment();
    return error_.token;
  }

  [[nodiscard]] std::size_t endOfName() const {
    std::size_t i = indexBefore(TokenKind::lezing) + 2;
    while (i < error_.token && !tokens_[i].firstOnLine && !startsUpper(tokens_[i].text)) ++i;
    return i;
  }

  [[nodiscard]] std::size_t endOfMoment() const {
    std::size_t i = indexBefore(TokenKind::op) + 1;
    const auto endsDate = [](const Token& t) {
      return t.kind == TokenKind::isoMoment || (t.kind == TokenKind::numeral && t.text.size() == 4);
    };
    while (i < error_.token && !endsDate(tokens_[i])) ++i;
    if (i == error_.token) return i;
    return tokens_[i + 1].kind == TokenKind::pair ? i + 2 : i + 1;
  }

  [[nodiscard]] std::size_t indexBefore(TokenKind keyword) const {
    std::size_t i = error_.token;
    while (i > 0 && tokens_[--i].kind != keyword) {
    }
    return i;
  }

  // --- What stands in the wrong place ------------------------------------------------------------------------------

  bool misplacedKeyword() {
    const Wording word = described(at_);
    switch (at_.kind) {
      case TokenKind::lezing:
      case TokenKind::standaard:
        diagnostics_.report(outsideIssue, at_.span, {word});
        return true;
      case TokenKind::op:
      case TokenKind::verwacht:
        diagnostics_.report(outsideScenario, at_.span, {word});
        return true;
      case TokenKind::gebruikt:
      case TokenKind::partijen:
        diagnostics_.report(headerNotFirst, at_.span, {word});
        return true;
      default:
        return false;
    }
  }

  [[nodiscard]] Wording expectation() const {
    if (startsUnit()) return Phrasing("het begin van een zin", "the beginning of a sentence");
    std::vector<Phrasing> names;
    for (const TokenKind kind : error_.expected) {
      const Phrasing name = spokenName(kind);
      const bool known =
          std::any_of(names.begin(), names.end(), [&](const Phrasing& each) { return each.dutch == name.dutch; });
      if (!known && kind != TokenKind::damaged) names.push_back(name);
    }
    if (names.empty()) return Phrasing("het einde van de zin", "the end of the sentence");
    if (names.size() > 4)
      return expects(TokenKind::fullStop) ? Phrasing("woorden, of een punt", "words, or a full stop")
                                          : Phrasing("woorden", "words");
    const std::vector<Wording> first(names.begin(), names.end() - 1);
    const Wording last = names.back();
    return first.empty() ? last : joined(first, ", ") + Phrasing(" of ", " or ") + last;
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

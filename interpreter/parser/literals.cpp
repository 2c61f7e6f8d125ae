// Each reader looks at the front of the range and says how many tokens it took; nothing here looks back.
#include "parser/literals.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "diagnostics/registry_parse.h"

namespace beding::parser {
namespace {

using namespace diagnostics;
using syntax::Item;
using syntax::ItemKind;

constexpr std::array<std::string_view, 12> months = {"januari",   "februari", "maart",    "april",
                                                     "mei",       "juni",     "juli",     "augustus",
                                                     "september", "oktober",  "november", "december"};

constexpr std::array unitWords = {"uur",       "uren", "dag",   "dagen", "kalenderdag", "kalenderdagen", "werkdag",
                                  "werkdagen", "week", "weken", "maand", "maanden",     "jaar",          "jaren"};

/// Statutes by the letters lawyers cite them with.
constexpr std::array statutes = {"bw", "rv", "sr", "fw", "awb", "avg", "uavg", "atw", "wvk", "gw", "tw", "mw", "wft"};

template <class Words>
bool isIn(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool isDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

TokenKind kindAt(TokenRange tokens, std::size_t at) { return at < tokens.size() ? tokens[at].kind : TokenKind::end; }

std::string keyAt(TokenRange tokens, std::size_t at) {
  return at < tokens.size() ? fold(tokens[at].text) : std::string();
}

bool isUnit(TokenRange tokens, std::size_t at) {
  return kindAt(tokens, at) == TokenKind::word && isIn(unitWords, keyAt(tokens, at));
}

Read readAs(ItemKind kind, TokenRange tokens, Value value = {}, Type type = Type::text) {
  Item item;
  item.kind = kind;
  item.text = spelled(tokens);
  item.key = fold(item.text);
  item.value = std::move(value);
  item.type = type;
  item.span = spanOf(tokens);
  return {std::move(item), tokens.size()};
}

Read wordFrom(TokenRange tokens) { return readAs(ItemKind::word, tokens); }

// --- Dates and moments -----------------------------------------------------------------------------------------------

struct MomentText {
  std::string iso;
  std::size_t tokens = 0;
};

std::string padded(std::string_view digits) {
  std::string result(digits.size() == 1 ? 1 : 0, '0');
  return result.append(digits);
}

/// `1 maart 2025`
std::optional<MomentText> dutchDate(TokenRange tokens) {
  if (kindAt(tokens, 0) != TokenKind::numeral || kindAt(tokens, 2) != TokenKind::numeral) return std::nullopt;
  const auto month = std::find(months.begin(), months.end(), keyAt(tokens, 1));
  const bool plain =
      isDigits(tokens[0].text) && tokens[0].text.size() <= 2 && isDigits(tokens[2].text) && tokens[2].text.size() == 4;
  if (month == months.end() || !plain) return std::nullopt;
  const std::string number = std::to_string(month - months.begin() + 1);
  return MomentText{std::string(tokens[2].text) + "-" + padded(number) + "-" + padded(tokens[0].text), 3};
}

/// `14:30`, `9:05:30`, `02:30+01:00`: hours of one digit get a zero.
std::optional<std::string> clockTime(const Token& token) {
  const std::size_t colon = token.text.find(':');
  const std::string_view minutes = token.text.substr(colon + 1);
  const bool shaped = colon <= 2 && minutes.size() >= 2 && isDigits(minutes.substr(0, 2)) &&
                      (minutes.size() == 2 || std::string_view(":+-").find(minutes[2]) != std::string_view::npos);
  if (!shaped) return std::nullopt;
  return padded(token.text.substr(0, colon)) + std::string(token.text.substr(colon));
}

std::optional<MomentText> momentText(TokenRange tokens) {
  std::optional<MomentText> found = dutchDate(tokens);
  if (!found && kindAt(tokens, 0) == TokenKind::isoMoment) found = MomentText{std::string(tokens[0].text), 1};
  if (!found || found->iso.size() != 10 || kindAt(tokens, found->tokens) != TokenKind::pair) return found;
  if (const auto time = clockTime(tokens[found->tokens])) {
    found->iso += "T" + *time;
    ++found->tokens;
  }
  return found;
}

/// "april heeft 30 dagen", or nothing to say.
Wording lastDayRemedy(std::string_view iso) {
  int year = 0;
  unsigned month = 0;
  std::from_chars(iso.data(), iso.data() + 4, year);
  std::from_chars(iso.data() + 5, iso.data() + 7, month);
  if (month < 1 || month > 12) return Phrasing("een jaar heeft twaalf maanden", "a year has twelve months");
  unsigned last = 31;
  while (last > 28 && !dateOf({year, month, last})) --last;
  std::string name(months[month - 1]);
  if (month == 2) addWord(name, iso.substr(0, 4));
  return worded({"{0} heeft {1} dagen", "{0} has {1} days"}, {name, std::to_string(last)});
}

void reportMoment(MomentError error, std::string_view iso, TokenRange tokens, ItemContext& context) {
  const std::string written = spelled(tokens);
  switch (error) {
    case MomentError::noSuchDate:
      context.report(noSuchDate, spanOf(tokens), {written, lastDayRemedy(iso)});
      return;
    case MomentError::nonexistentLocalTime:
      context.report(
          noSuchTime, spanOf(tokens),
          {written, Phrasing(", omdat die nacht de zomertijd ingaat", ", because the clock goes forward that night")});
      return;
    case MomentError::ambiguousLocalTime:
      context.report(ambiguousTime, spanOf(tokens), {written});
      return;
    case MomentError::malformed:
      context.report(noSuchTime, spanOf(tokens), {written, ""});
      return;
  }
}

std::optional<Read> readMomentLiteral(TokenRange tokens, ItemContext& context) {
  const auto text = momentText(tokens);
  if (!text) return std::nullopt;
  const TokenRange range = tokens.first(text->tokens);
  MomentError error{};
  const auto moment = parseMoment(text->iso, &error);
  if (!moment) {
    reportMoment(error, text->iso, range, context);
    return wordFrom(range);
  }
  return readAs(ItemKind::literal, range, *moment, moment->instant ? Type::instant : Type::date);
}

// --- Numbers --------------------------------------------------------------------------------------------------------

std::string_view withoutDashes(std::string_view numeral) {
  const std::size_t comma = numeral.find(",-");
  return comma == numeral.npos ? numeral : numeral.substr(0, comma);
}

/// The number as Dutch writes it; reported when it is none, with the Dutch spelling of an English one as a suggestion.
std::optional<Number> numberOf(const Token& token, ItemContext& context) {
  auto number = parseDutchDecimal(withoutDashes(token.text));
  if (number) return number;
  std::string swapped(token.text);
  for (char& c : swapped) c = c == ',' ? '.' : c == '.' ? ',' : c;
  Diagnostic& message = context.report(brokenNumber, token.span, {std::string(token.text)});
  if (parseDutchDecimal(swapped)) message.suggestions.push_back(swapped);
  return std::nullopt;
}

std::optional<Read> readMoney(TokenRange tokens, ItemContext& context) {
  const bool sign = kindAt(tokens, 0) == TokenKind::euro && kindAt(tokens, 1) == TokenKind::numeral;
  const bool word = kindAt(tokens, 0) == TokenKind::numeral && keyAt(tokens, 1) == "euro";
  if (!sign && !word) return std::nullopt;
  const auto number = numberOf(tokens[sign ? 1 : 0], context);
  if (!number) return wordFrom(tokens.first(2));
  return readAs(ItemKind::literal, tokens.first(2), Money{*number}, Type::money);
}

std::optional<Read> readPercentage(TokenRange tokens, ItemContext& context) {
  if (kindAt(tokens, 0) != TokenKind::numeral) return std::nullopt;
  if (kindAt(tokens, 1) != TokenKind::percent && keyAt(tokens, 1) != "procent") return std::nullopt;
  const auto number = numberOf(tokens[0], context);
  if (!number) return wordFrom(tokens.first(2));
  return readAs(ItemKind::literal, tokens.first(2), *number / Number(100), Type::percentage);
}

/// A number with decimals is a number; with points only it is a reference, unless it has no point either.
std::optional<Read> readNumeral(TokenRange tokens, ItemContext& context) {
  if (kindAt(tokens, 0) != TokenKind::numeral) return std::nullopt;
  const std::string_view text = tokens[0].text;
  const TokenRange range = tokens.first(1);
  if (text.find(",-") != text.npos) {
    context.report(euroMissing, tokens[0].span, {std::string(text)});
    return wordFrom(range);
  }
  if (!isDigits(text) && text.find(',') == text.npos) return readAs(ItemKind::reference, range);
  const auto number = numberOf(tokens[0], context);
  return number ? readAs(ItemKind::literal, range, *number, Type::number) : wordFrom(range);
}

// --- Terms ----------------------------------------------------------------------------------------------------------

/// How many units, and in how many tokens it is written.
struct Count {
  Number number;
  std::size_t tokens = 0;
};

/// `14`, `1.000`, `veertien (14)`, `veertien`, `één`; `een` alone is the article.
std::optional<Count> countAt(TokenRange tokens, const std::string& word, ItemContext& context) {
  if (kindAt(tokens, 0) == TokenKind::numeral) {
    const auto number = parseDutchDecimal(tokens[0].text);
    return number ? std::optional(Count{*number, 1}) : std::nullopt;
  }
  if (kindAt(tokens, 0) != TokenKind::word) return std::nullopt;
  const auto value = parseDutchNumberWord(word);
  const bool figures = kindAt(tokens, 1) == TokenKind::openParen && kindAt(tokens, 2) == TokenKind::numeral &&
                       kindAt(tokens, 3) == TokenKind::closeParen;
  if (!value || (word == "een" && !figures)) return std::nullopt;
  if (!figures) return Count{Number(*value), 1};
  if (isDigits(tokens[2].text) && parseDutchDecimal(tokens[2].text) != Number(*value)) {
    context.report(wordAndFigures, spanOf(tokens.first(4)), {std::string(tokens[0].text), std::string(tokens[2].text)});
  }
  return Count{Number(*value), 4};
}

TimeUnit unitOf(std::string_view word) { return parseDuration("1 " + std::string(word))->unit; }

/// `14 dagn`: a word that is one letter away from a unit.
void checkUnit(TokenRange tokens, std::size_t at, ItemContext& context) {
  if (kindAt(tokens, at) != TokenKind::word) return;
  const std::string word = keyAt(tokens, at);
  if (characters(word) < 3) return;
  for (const std::string_view unit :
       {"uur", "dagen", "werkdagen", "weken", "maanden", "jaar", "dag", "week", "maand", "werkdag"}) {
    if (editDistance(word, unit) != 1) continue;
    context.report(unknownUnit, tokens[at].span, {std::string(tokens[at].text)}).suggestions.emplace_back(unit);
    return;
  }
}

std::optional<Read> readTerm(TokenRange tokens, const std::string& word, ItemContext& context) {
  const std::size_t reportedBefore = context.diagnostics.all().size();
  const auto count = countAt(tokens, word, context);
  if (!count) return std::nullopt;
  if (!isUnit(tokens, count->tokens)) {
    if (count->tokens == 4 || kindAt(tokens, 0) == TokenKind::numeral) checkUnit(tokens, count->tokens, context);
    return std::nullopt;
  }
  const TokenRange range = tokens.first(count->tokens + 1);
  const auto whole = count->number.whole();
  const bool isWhole = whole && Number(*whole) == count->number;
  if (!isWhole) context.report(brokenTerm, spanOf(range), {spelled(range)});
  if (context.diagnostics.all().size() > reportedBefore) return wordFrom(range);
  return readAs(ItemKind::literal, range, Duration{*whole, unitOf(keyAt(tokens, count->tokens))}, Type::duration);
}

/// `14dagen`: a number and a unit written as one word.
void checkGlued(const Token& token, ItemContext& context) {
  const std::size_t letters = token.text.find_first_not_of("0123456789");
  if (letters == 0 || letters == token.text.npos) return;
  const std::string_view unit = token.text.substr(letters);
  const std::string key = fold(unit);
  if (!isIn(unitWords, key) && !isIn(months, key)) return;
  context.report(gluedUnit, token.span,
                 {std::string(unit), std::string(token.text.substr(0, letters)) + " " + std::string(unit)});
}

// --- References -----------------------------------------------------------------------------------------------------

bool isPlaceNumber(TokenRange tokens, std::size_t at) {
  const TokenKind kind = kindAt(tokens, at);
  if (kind == TokenKind::numeral || kind == TokenKind::reference || kind == TokenKind::pair) return true;
  return kind == TokenKind::word && (isDigits(tokens[at].text.substr(0, 1)) || keyAt(tokens, at) == "aanhef");
}

/// `BW` behind a number, or any capitalised word behind one of the form 6:271.
bool isStatute(TokenRange tokens, std::size_t at, bool afterPair) {
  if (kindAt(tokens, at) != TokenKind::word) return false;
  return isIn(statutes, keyAt(tokens, at)) || (afterPair && startsUpper(tokens[at].text));
}

/// `artikel 7`, `artikel 7 lid 2`, `Artikel 7:408 lid 1 BW`, `lid 3.3`, `6:271 BW`
std::optional<Read> readPlace(TokenRange tokens, const std::string& word) {
  const bool named = word == "artikel" || word == "lid";
  const std::size_t number = named ? 1 : 0;
  const bool pair = kindAt(tokens, number) == TokenKind::pair;
  if ((!named && !pair) || !isPlaceNumber(tokens, number)) return std::nullopt;
  std::size_t end = number + 1;
  if (word != "lid" && keyAt(tokens, end) == "lid" && isPlaceNumber(tokens, end + 1)) end += 2;
  const bool statute = isStatute(tokens, end, pair);
  if (!named && !statute) return std::nullopt;
  return readAs(ItemKind::reference, tokens.first(statute ? end + 1 : end));
}

std::optional<Read> readText(TokenRange tokens) {
  if (kindAt(tokens, 0) != TokenKind::string) return std::nullopt;
  Read read = readAs(ItemKind::literal, tokens.first(1), unquoted(tokens[0]));
  read.item.key = fold(unquoted(tokens[0]));
  return read;
}

std::optional<Read> readTruth(TokenRange tokens, const std::string& word, const ItemContext& context) {
  if (kindAt(tokens, 0) != TokenKind::word) return std::nullopt;
  const auto truth = [&](Truth value) { return readAs(ItemKind::literal, tokens.first(1), value, Type::truth); };
  if (word == "ja") return truth(Truth::yes);
  if (word == "nee") return truth(Truth::no);
  if (word == "onbekend" && context.unknownIsLiteral) return truth(Truth::unknown);
  return std::nullopt;
}

}  // namespace

std::optional<Read> readLiteral(TokenRange tokens, ItemContext& context) {
  if (auto read = readMomentLiteral(tokens, context)) return read;
  if (auto read = readMoney(tokens, context)) return read;
  if (auto read = readPercentage(tokens, context)) return read;
  const std::string word = keyAt(tokens, 0);
  if (auto read = readTerm(tokens, word, context)) return read;
  if (auto read = readPlace(tokens, word)) return read;
  if (auto read = readNumeral(tokens, context)) return read;
  if (auto read = readText(tokens)) return read;
  if (kindAt(tokens, 0) == TokenKind::reference) return readAs(ItemKind::reference, tokens.first(1));
  if (kindAt(tokens, 0) == TokenKind::word) checkGlued(tokens[0], context);
  return readTruth(tokens, word, context);
}

std::optional<Moment> readMoment(TokenRange tokens, ItemContext& context) {
  const std::size_t reportedBefore = context.diagnostics.all().size();
  auto read = readMomentLiteral(tokens, context);
  if (read && read->tokens == tokens.size()) {
    if (const auto* moment = std::get_if<Moment>(&read->item.value)) return *moment;
  }
  if (context.diagnostics.all().size() == reportedBefore)
    context.report(momentExpected, spanOf(tokens), {spelled(tokens)});
  return std::nullopt;
}

}  // namespace beding::parser

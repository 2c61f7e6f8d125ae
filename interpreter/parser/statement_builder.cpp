#include "parser/statement_builder.h"

#include <algorithm>

#include "base/text.h"
#include "diagnostics/registry_parse.h"
#include "parser/clauses.h"
#include "parser/literals.h"

namespace beding::parser {
namespace {

using namespace diagnostics;
using syntax::Clause;
using syntax::Item;
using syntax::ListMode;
using syntax::Statement;
using syntax::StatementKind;

constexpr std::size_t maxNameWords = 4;

StatementKind kindOfDeclared(TokenKind keyword) {
  switch (keyword) {
    case TokenKind::zaak:
      return StatementKind::entity;
    case TokenKind::toestand:
      return StatementKind::state;
    case TokenKind::vorm:
      return StatementKind::form;
    default:
      return StatementKind::native;
  }
}

/// `onder meer` and `uitsluitend` among the last words before the colon.
ListMode listModeOf(TokenRange words) {
  const TokenRange last = words.last(std::min<std::size_t>(3, words.size()));
  for (std::size_t i = 0; i < last.size(); ++i) {
    const std::string key = fold(last[i].text);
    if (key == "uitsluitend") return ListMode::closed;
    if (key == "onder" && i + 1 < last.size() && fold(last[i + 1].text) == "meer") return ListMode::open;
  }
  return ListMode::plain;
}

/// "a." is "a"; "(1)" stays; a bullet is numbered within its list or under the item it stands in.
class EntryIds {
 public:
  std::string next(const Token& mark) {
    std::string text(mark.text);
    if (text.ends_with('.')) text.pop_back();
    const bool bullet = text.size() > 1 && static_cast<unsigned char>(text[0]) >= 0x80;
    if (!bullet) {
      bullets_ = 0;
      return parent_ = text;
    }
    const std::string own = "•" + std::to_string(++bullets_);
    return parent_.empty() ? own : parent_ + "." + own;
  }

 private:
  std::string parent_;
  int bullets_ = 0;
};

bool endsActName(TokenRange words, std::size_t i) {
  const std::string word = fold(words[i].text);
  if (word == "gebeurt" || word == "werkt") return true;
  if (word != "is" || i + 1 == words.size()) return false;
  const std::string next = fold(words[i + 1].text);
  return next == "verricht" || next == "vervuld";
}

std::string foldedText(TokenRange tokens) { return fold(spelled(tokens)); }

/// "in een van deze gevallen", "in elk van deze gevallen": a list of conditions of which one is enough.
bool endsInCases(TokenRange words) {
  if (words.size() < 5) return false;
  const std::string last = foldedText(words.last(5));
  return last == "in een van deze gevallen" || last == "in elk van deze gevallen";
}

/// Whether the items of the list behind these words are conditions.
bool announcesConditions(TokenRange words) { return isConjunction(words.back().kind) || endsInCases(words); }

/// The words up to the list, the conjunction last; cases are an `indien`.
std::vector<Token> withConjunction(TokenRange words) {
  if (!endsInCases(words)) return {words.begin(), words.end()};
  std::vector<Token> result(words.begin(), words.end() - 5);
  Token conjunction = words[words.size() - 5];
  conjunction.kind = TokenKind::indien;
  conjunction.text = "indien";
  result.push_back(conjunction);
  return result;
}

bool isConnective(const Token& token) {
  const std::string key = fold(token.text);
  return token.kind == TokenKind::skeleton && (key == "of" || key == "en");
}

/// A mark that nobody wrote, at the begin or the end of these words.
Token mark(TokenKind kind, std::string_view text, TokenRange words) {
  const Span span = kind == TokenKind::openParen ? words.front().span : words.back().span;
  const std::uint32_t at = kind == TokenKind::openParen ? span.begin : span.end;
  return {kind, {span.file, at, at}, text};
}

TokenRange withoutLastCommas(TokenRange words) {
  while (!words.empty() && words.back().kind == TokenKind::comma) words = words.first(words.size() - 1);
  return words;
}

/// An item, between parentheses; its own exception is `en niet (W)`.
void appendInParentheses(std::vector<Token>& tokens, TokenRange words) {
  const auto unless =
      std::find_if(words.begin(), words.end(), [](const Token& t) { return t.kind == TokenKind::tenzij; });
  const auto length = static_cast<std::size_t>(unless - words.begin());
  const TokenRange condition = withoutLastCommas(words.first(length));
  const TokenRange exception = withoutLastCommas(words.subspan(std::min(length + 1, words.size())));
  if (condition.empty()) return;
  tokens.push_back(mark(TokenKind::openParen, "(", condition));
  tokens.insert(tokens.end(), condition.begin(), condition.end());
  if (!exception.empty()) {
    for (const std::string_view word : {"en", "niet"}) tokens.push_back(mark(TokenKind::skeleton, word, condition));
    appendInParentheses(tokens, exception);
  }
  tokens.push_back(mark(TokenKind::closeParen, ")", words));
}

}  // namespace

// --- Statements
// --------------------------------------------------------------------------------------------------------

std::optional<Statement> StatementBuilder::statement(const Node& node) {
  context_.failed = isDamaged(node);
  Statement result;
  result.span = spanOf(range(node));
  if (node.rule == Rule::issue) {
    fillIssue(result, node);
  } else {
    fill(result, node.children.front());
  }
  return context_.failed ? std::nullopt : std::optional(std::move(result));
}

bool StatementBuilder::isDamaged(const Node& node) const {
  const TokenRange tokens = range(node);
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& t) { return t.kind == TokenKind::damaged; });
}

void StatementBuilder::fill(Statement& result, const Node& node) {
  switch (node.rule) {
    case Rule::event:
      return fillEvent(result, node);
    case Rule::act:
      return fillAct(result, node);
    case Rule::judgement:
      return fillJudgement(result, node);
    case Rule::property:
    case Rule::note:
      return fillQuoted(result, node);
    case Rule::declared:
      result.kind = kindOfDeclared(tokens_[node.begin].kind);
      return fillSentence(result, node.children.back());
    default:
      return fillSentence(result, node);
  }
}

void StatementBuilder::fillSentence(Statement& result, const Node& node) {
  if (const Node* label = child(node, Rule::label)) {
    const TokenRange words = range(*label).first(label->end - label->begin - 1);
    result.label = spelled(words);
    result.labelSpan = spanOf(words);
  }
  const Node& body = *child(node, Rule::body);
  const Node* list = child(node, Rule::list);
  const Node* entries = list == nullptr ? nullptr : child(*list, Rule::entries);
  if (entries != nullptr && announcesConditions(range(body))) {
    result.clauses = clausesOf(joinedConditions(range(body), *entries), context_);
    return;
  }
  result.clauses = clausesOf(range(body), context_);
  if (result.kind == StatementKind::sentence) checkMainClause(result.clauses, tokens_[body.begin]);
  if (list == nullptr) return;
  result.listMode = listModeOf(range(body));
  std::vector<Token> tail;
  fillList(result, *list, tail);
  for (Clause& clause : clausesOf(tail, context_)) result.clauses.push_back(std::move(clause));
}

/// "Tenzij anders overeengekomen geldt dit lid niet": without a comma nobody can say where the main clause begins.
void StatementBuilder::checkMainClause(const std::vector<Clause>& clauses, const Token& first) {
  const auto isMain = [](const Clause& clause) { return clause.conjunction == syntax::Conjunction::none; };
  if (context_.failed || std::any_of(clauses.begin(), clauses.end(), isMain)) return;
  context_.report(missingMainClause, first.span, {fold(first.text)});
}

/// The conditions of a list as one: `indien: a. V; of b. W` is `indien (V) of (W)`.
std::vector<Token> StatementBuilder::joinedConditions(TokenRange body, const Node& entries) {
  std::vector<Token> joined = withConjunction(body);
  std::vector<std::vector<Token>> parts;
  std::optional<Token> connective;
  for (const Node& entry : entries.children) {
    if (entry.rule != Rule::entry) continue;
    const TokenRange words = range(*child(entry, Rule::body));
    parts.emplace_back(words.begin(), words.end());
    if (isConnective(parts.back().back())) connective = parts.back().back(), parts.back().pop_back();
  }
  if (!connective && joined.back().kind == body.back().kind) context_.report(missingConnective, spanOf(range(entries)));
  if (!connective) connective = Token{TokenKind::skeleton, joined.back().span, "of"};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) joined.push_back(*connective);
    appendInParentheses(joined, parts[i]);
  }
  return joined;
}

/// `tail` gets the clauses behind an inline list, which belong to the sentence.
void StatementBuilder::fillList(Statement& result, const Node& list, std::vector<Token>& tail) {
  if (const Node* entries = child(list, Rule::entries)) return fillEntries(result, *entries);
  fillInlineList(result, range(*child(list, Rule::inlineList)), tail);
}

void StatementBuilder::fillEntries(Statement& result, const Node& entries) {
  EntryIds ids;
  for (const Node& entry : entries.children) {
    if (entry.rule != Rule::entry) continue;
    result.list.push_back(
        {ids.next(tokens_[entry.begin]), clausesOf(range(*child(entry, Rule::body)), context_), spanOf(range(entry))});
  }
}

void StatementBuilder::fillInlineList(Statement& result, TokenRange words, std::vector<Token>& tail) {
  const std::size_t length = lengthOfInlineList(words);
  for (const TokenRange part : splitAtCommas(words.first(length))) {
    result.list.push_back({"", clausesOf(part, context_), spanOf(part)});
  }
  tail.assign(words.begin() + static_cast<std::ptrdiff_t>(length), words.end());
}

void StatementBuilder::fillEvent(Statement& result, const Node& node) {
  result.kind = StatementKind::event;
  result.clauses = clausesOf(range(*child(node, Rule::name)), context_);
  for (const Node& part : node.children) {
    if (part.rule == Rule::attribute) result.attributes.push_back(attribute(part));
    if (part.rule != Rule::eventOption) continue;
    for (Clause& option : clausesOf(range(part), context_)) result.options.push_back(std::move(option));
  }
}

/// `soort (keuze uit "a", "b", mag ontbreken)`
syntax::AttributeDecl StatementBuilder::attribute(const Node& node) {
  syntax::AttributeDecl result;
  result.name = spelled(range(*child(node, Rule::attributeName)));
  result.span = spanOf(range(node));
  for (const Node& part : node.children) {
    if (part.rule != Rule::option) continue;
    const TokenRange option = range(part);
    if (option.size() == 2 && fold(option[0].text) == "standaard" && option.back().kind == TokenKind::string) {
      result.standard = unquoted(option.back());
      continue;
    }
    const bool choice = option.back().kind == TokenKind::string;
    if (choice) result.choices.push_back(unquoted(option.back()));
    const bool named = !choice || option.size() > 1;
    if (!named) continue;
    const std::string words = choice && fold(option[0].text) == "keuze" ? "keuze" : foldedText(option);
    if (result.typeName.empty()) {
      result.typeName = words;
      result.typeSpan = spanOf(option);
    } else {
      result.options.push_back(words);
    }
  }
  return result;
}

void StatementBuilder::fillAct(Statement& result, const Node& node) {
  result.kind = StatementKind::act;
  const TokenRange words = range(*child(node, Rule::body));
  std::size_t verb = 0;
  while (verb < words.size() && !endsActName(words, verb)) ++verb;
  fillActForms(result, words.first(verb), verb);
  result.clauses = clausesOf(words.subspan(verb), context_);
}

/// The words up to the verb: the first form, and between parentheses the others.
void StatementBuilder::fillActForms(Statement& result, TokenRange words, std::size_t verb) {
  std::size_t open = 0;
  while (open < verb && words[open].kind != TokenKind::openParen) ++open;
  const bool closed = open == verb || words[verb - 1].kind == TokenKind::closeParen;
  if (!closed) context_.report(unclosedParen, words[open].span);
  if (open > 0) result.forms.push_back(itemsOf(words.first(open), context_));
  if (open + 2 >= verb || !closed) return;
  for (const TokenRange form : splitAtCommas(words.subspan(open + 1, verb - open - 2))) {
    result.forms.push_back(itemsOf(form, context_));
  }
}

void StatementBuilder::fillJudgement(Statement& result, const Node& node) {
  result.kind = StatementKind::judgement;
  result.quoted = quotedIn(node);
  if (const Node* options = child(node, Rule::circumstances)) result.options = clausesOf(range(*options), context_);
  result.clauses = clausesOf(range(*child(node, Rule::body)), context_);
}

void StatementBuilder::fillQuoted(Statement& result, const Node& node) {
  const TokenKind keyword = tokens_[node.begin].kind;
  result.kind = keyword == TokenKind::letOp        ? StatementKind::note
                : keyword == TokenKind::eigenschap ? StatementKind::property
                                                   : StatementKind::notExecutable;
  result.quoted = quotedIn(node);
  if (const Node* name = child(node, Rule::name)) result.name = spelled(range(*name));
}

// --- Issues
// ------------------------------------------------------------------------------------------------------------

void StatementBuilder::fillIssue(Statement& result, const Node& node) {
  result.kind = StatementKind::issue;
  result.name = issueName(*child(node, Rule::name));
  for (const Node& part : node.children) {
    if (part.rule == Rule::reading) result.readings.push_back(reading(part));
    if (part.rule != Rule::standard) continue;
    const Node& name = *child(part, Rule::name);
    result.standard = issueName(name);
    result.standardSpan = spanOf(range(name));
  }
}

std::string StatementBuilder::issueName(const Node& node) {
  const TokenRange words = range(node);
  if (words.size() > maxNameWords) context_.report(nameTooLong, spanOf(words));
  return spelled(words);
}

syntax::Reading StatementBuilder::reading(const Node& node) {
  syntax::Reading result;
  result.name = issueName(*child(node, Rule::name));
  result.span = spanOf(range(node));
  for (const Node& part : node.children) {
    if (part.rule != Rule::statement) continue;
    Statement inner;
    inner.span = spanOf(range(part));
    fill(inner, part.children.front());
    result.statements.push_back(std::move(inner));
  }
  return result;
}

// --- Scenarios
// ---------------------------------------------------------------------------------------------------------

std::optional<syntax::Scenario> StatementBuilder::scenario(const Node& node) {
  context_.failed = isDamaged(node);
  syntax::Scenario result;
  const Node& head = *child(node, Rule::scenarioHead);
  result.name = quotedIn(head);
  result.span = spanOf(range(node));
  fillCircumstances(result, head);
  for (const Node& line : node.children) {
    if (line.rule == Rule::happening) fillHappening(result, line);
    if (line.rule == Rule::expectation) fillExpectation(result, line);
  }
  return context_.failed ? std::nullopt : std::optional(std::move(result));
}

/// After `met`: the documents under which a scenario runs, and the readings it chooses.
void StatementBuilder::fillCircumstances(syntax::Scenario& result, const Node& head) {
  for (const Node& part : head.children) {
    if (part.rule != Rule::part) continue;
    const TokenRange words = range(part);
    if (fold(words.front().text) == "lezing" && words.size() > 1)
      result.readings.push_back(readingChoice(words));
    else
      result.documents.push_back(spelled(words));
  }
}

/// `lezing NAME van LID KWESTIE`: the name ends at the `van` before the lid. Without them the lid stays empty.
syntax::ReadingChoice StatementBuilder::readingChoice(TokenRange words) {
  const auto isLid = [](const Token& token) {
    return token.kind == TokenKind::reference || token.kind == TokenKind::numeral || fold(token.text) == "aanhef";
  };
  const auto lid = std::find_if(words.begin() + 2, words.end(), isLid);
  const auto at = static_cast<std::size_t>(lid - words.begin());
  const bool whole = lid != words.end() && fold(words[at - 1].text) == "van" && at > 2 && at + 1 < words.size();
  if (!whole) return {spelled(words.subspan(1)), {}, {}, spanOf(words)};
  return {spelled(words.subspan(1, at - 2)), std::string(lid->text), spelled(words.subspan(at + 1)), spanOf(words)};
}

void StatementBuilder::fillHappening(syntax::Scenario& result, const Node& node) {
  const auto at = readMoment(range(*child(node, Rule::moment)), context_);
  context_.unknownIsLiteral = true;
  for (const Node& event : node.children) {
    if (event.rule == Rule::parts) result.events.push_back({at.value_or(Moment{}), parts(event), spanOf(range(event))});
  }
  context_.unknownIsLiteral = false;
}

void StatementBuilder::fillExpectation(syntax::Scenario& result, const Node& node) {
  const auto at = readMoment(range(*child(node, Rule::moment)), context_);
  result.expectations.push_back({at.value_or(Moment{}), parts(*child(node, Rule::parts)), spanOf(range(node))});
}

std::vector<std::vector<Item>> StatementBuilder::parts(const Node& node) {
  std::vector<std::vector<Item>> result;
  for (const Node& part : node.children) {
    if (part.rule == Rule::part) result.push_back(itemsOf(range(part), context_));
  }
  return result;
}

// --- The header
// --------------------------------------------------------------------------------------------------------

syntax::Header StatementBuilder::header(const Node& node) {
  syntax::Header result;
  result.span = spanOf(range(node));
  result.kind =
      tokens_[node.begin].kind == TokenKind::voorwaarden ? syntax::HeaderKind::terms : syntax::HeaderKind::library;
  result.title = quotedIn(node);
  if (const Node* contract = child(node, Rule::contract))
    fillContract(result, *contract);
  else if (const Node* name = child(node, Rule::name))
    result.name = spelled(range(*name));
  else
    context_.report(headerName, tokens_[node.begin].span);
  for (const Node& part : node.children) {
    if (part.rule == Rule::uses) {
      for (std::string& name : namesIn(part)) result.uses.push_back(std::move(name));
      for (const Node& name : part.children) {
        if (name.rule == Rule::name) result.usesSpans.push_back(spanOf(range(name)));
      }
    }
    if (part.rule != Rule::parties) continue;
    for (auto& party : parts(part)) result.parties.push_back(std::move(party));
  }
  return result;
}

namespace {

/// The words that open a part of a contract's header.
bool opensPart(TokenRange words, std::size_t i) {
  const std::string key = fold(words[i].text);
  return key == "tussen" || key == "onder" || (key == "met" && i + 1 < words.size() && isWord(words[i + 1].kind));
}

std::size_t nextPart(TokenRange words, std::size_t from) {
  while (from < words.size() && !opensPart(words, from)) ++from;
  return from;
}

bool opensAgreements(TokenRange words) {
  return words.size() > 1 && fold(words[0].text) == "met" && fold(words[1].text) == "afspraken";
}

/// The ranges between commas and `en`.
std::vector<TokenRange> splitAtAnd(TokenRange words) {
  std::vector<TokenRange> parts;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= words.size(); ++i) {
    if (i < words.size() && words[i].kind != TokenKind::comma && fold(words[i].text) != "en") continue;
    if (i > begin) parts.push_back(words.subspan(begin, i - begin));
    begin = i + 1;
  }
  return parts;
}

/// Where the agreements begin in the words behind a contract's title, or their end.
std::size_t agreementsIn(TokenRange words) {
  std::size_t at = nextPart(words, 0);
  while (at < words.size() && !opensAgreements(words.subspan(at))) at = nextPart(words, at + 1);
  return at;
}

}  // namespace

/// `tussen A en B onder D en E, met afspraken ...`
void StatementBuilder::fillContract(syntax::Header& result, const Node& contract) {
  result.kind = syntax::HeaderKind::contract;
  result.title = quotedIn(contract);
  const Node* body = child(contract, Rule::body);
  const TokenRange all = body == nullptr ? TokenRange() : range(*body);
  const TokenRange words = all.first(agreementsIn(all));
  const std::size_t first = nextPart(words, 0);
  if (first > 0) context_.report(unexpected, words.front().span, {quoted(words.front()), "«tussen» of «onder»"});
  for (std::size_t at = first; at < words.size();) {
    const std::size_t end = nextPart(words, at + 1);
    fillPart(result, words.subspan(at, end - at));
    at = end;
  }
  if (result.terms.empty()) context_.report(contractWithoutTerms, tokens_[contract.begin].span);
}

void StatementBuilder::fillPart(syntax::Header& result, TokenRange words) {
  const std::string key = fold(words.front().text);
  if (key == "met") context_.report(unexpected, words[1].span, {quoted(words[1]), "«afspraken»"});
  for (const TokenRange part : splitAtAnd(words.subspan(1))) {
    if (key == "tussen") result.parties.push_back(itemsOf(part, context_));
    if (key != "onder") continue;
    result.terms.push_back(fold(spelled(part)));
    result.termsSpans.push_back(spanOf(part));
  }
}

std::vector<Statement> StatementBuilder::agreements(const Node& header) {
  std::vector<Statement> agreed;
  const Node* contract = child(header, Rule::contract);
  if (contract == nullptr || isDamaged(header)) return agreed;
  if (const Node* body = child(*contract, Rule::body)) {
    const TokenRange words = range(*body);
    const std::size_t at = agreementsIn(words);
    if (at + 2 < words.size()) agreed.push_back(agreement(words.subspan(at + 2)));
  }
  for (const Node& part : contract->children) {
    if (part.rule != Rule::agreed) continue;
    const TokenRange words = range(part);
    agreed.push_back(agreement(words.front().kind == TokenKind::entry ? words.subspan(1) : words));
  }
  return agreed;
}

Statement StatementBuilder::agreement(TokenRange words) {
  Statement result;
  result.span = spanOf(words);
  result.clauses = clausesOf(words, context_);
  return result;
}

/// The text of the node's own quoted token, or nothing.
std::string StatementBuilder::quotedIn(const Node& node) const {
  for (const Node& part : node.children) {
    const Token& token = tokens_[part.begin];
    if (part.rule == Rule::token && token.kind == TokenKind::string) return unquoted(token);
  }
  return {};
}

std::vector<std::string> StatementBuilder::namesIn(const Node& node) const {
  std::vector<std::string> names;
  for (const Node& part : node.children) {
    if (part.rule == Rule::name) names.push_back(spelled(range(part)));
  }
  return names;
}

}  // namespace beding::parser

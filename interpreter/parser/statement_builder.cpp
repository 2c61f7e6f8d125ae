#include "parser/statement_builder.h"

#include <algorithm>

#include "base/text.h"
#include "diagnostics/registry_parse.h"
#include "parser/clauses.h"
#include "parser/condition_list.h"

namespace beding::parser {
namespace {

using namespace diagnostics;
using syntax::Clause;
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

}  // namespace

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
    const std::vector<Token> joined =
        joinedConditions(range(body), entriesOf(*entries), spanOf(range(*entries)), context_);
    result.clauses = clausesOf(joined, context_);
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

std::vector<TokenRange> StatementBuilder::entriesOf(const Node& entries) const {
  std::vector<TokenRange> words;
  for (const Node& entry : entries.children)
    if (entry.rule == Rule::entry) words.push_back(range(*child(entry, Rule::body)));
  return words;
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

}  // namespace beding::parser

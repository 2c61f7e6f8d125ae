#include "parser/header_builder.h"

#include "base/text.h"
#include "diagnostics/registry_parse.h"
#include "parser/clauses.h"

namespace beding::parser {
namespace {

using namespace diagnostics;

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

syntax::Header HeaderBuilder::header(const Node& node) {
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
    if (part.rule == Rule::uses) fillUses(result, part);
    if (part.rule != Rule::parties) continue;
    for (auto& party : parts(part)) result.parties.push_back(std::move(party));
  }
  return result;
}

void HeaderBuilder::fillUses(syntax::Header& result, const Node& uses) {
  for (const Node& name : uses.children) {
    if (name.rule != Rule::name) continue;
    result.uses.push_back(spelled(range(name)));
    result.usesSpans.push_back(spanOf(range(name)));
  }
}

/// `tussen A en B onder D en E, met afspraken ...`
void HeaderBuilder::fillContract(syntax::Header& result, const Node& contract) {
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

void HeaderBuilder::fillPart(syntax::Header& result, TokenRange words) {
  const std::string key = fold(words.front().text);
  if (key == "met") context_.report(unexpected, words[1].span, {quoted(words[1]), "«afspraken»"});
  for (const TokenRange part : splitAtAnd(words.subspan(1))) {
    if (key == "tussen") result.parties.push_back(itemsOf(part, context_));
    if (key != "onder") continue;
    result.terms.push_back(fold(spelled(part)));
    result.termsSpans.push_back(spanOf(part));
  }
}

std::vector<syntax::Statement> HeaderBuilder::agreements(const Node& header) {
  std::vector<syntax::Statement> agreed;
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

syntax::Statement HeaderBuilder::agreement(TokenRange words) {
  syntax::Statement result;
  result.span = spanOf(words);
  result.clauses = clausesOf(words, context_);
  return result;
}

}  // namespace beding::parser

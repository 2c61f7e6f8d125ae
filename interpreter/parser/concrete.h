// The parse tree, free of ANTLR: which rule of grammar/BedingParser.g4 covers which tokens.
#pragma once

#include <cstdint>
#include <vector>

#include "parser/token.h"

namespace beding::parser {

/// The rules of grammar/BedingParser.g4, in its order; `token` is a leaf.
enum class Rule : std::uint8_t {
  file,
  unit,
  header,
  headerKind,
  contract,
  agreed,
  uses,
  parties,
  articleHead,
  lidHead,
  number,
  statement,
  event,
  eventOption,
  attribute,
  attributeName,
  option,
  act,
  declared,
  judgement,
  circumstances,
  property,
  note,
  sentence,
  label,
  list,
  entries,
  entry,
  inlineList,
  issue,
  reading,
  standard,
  scenario,
  scenarioHead,
  happening,
  expectation,
  moment,
  parts,
  name,
  part,
  body,
  token,
};

/// A node covers the tokens [begin, end). Flat rules (name, part, body and the like) are leaves: their tokens are read
/// in order, and no more structure is in them.
struct Node {
  Rule rule = Rule::token;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<Node> children;
};

/// A place where the tokens do not follow the grammar: while reading `rule`, one of `expected` had to stand at `token`.
struct SyntaxError {
  std::vector<Rule> rules;  ///< outermost first
  std::size_t token = 0;
  std::vector<TokenKind> expected;
};

struct Concrete {
  std::vector<Node> units;          ///< in order, without those that have an error
  std::vector<SyntaxError> errors;  ///< at most one per statement
};

/// The child that was made by `rule`, or nothing.
inline const Node* child(const Node& node, Rule rule) {
  for (const Node& candidate : node.children) {
    if (candidate.rule == rule) return &candidate;
  }
  return nullptr;
}

}  // namespace beding::parser

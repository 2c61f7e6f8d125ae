// The only file that knows ANTLR. Its exceptions, and the C strings it throws, end here.
//
// The parser is driven unit by unit, so that nothing that is wrong in one statement can reach the next: an error climbs
// to the statement it stands in, is noted once, and reading goes on behind that statement's full stop.
#include "parser/antlr.h"

#include <BedingLexer.h>
#include <BedingParser.h>
#include <antlr4-runtime.h>

#include <algorithm>
#include <exception>
#include <map>
#include <stdexcept>

namespace beding::parser {
namespace {

using beding_grammar::BedingLexer;
using beding_grammar::BedingParser;

// TokenKind and Rule follow the order of the grammar; these fail when somebody forgets.
constexpr std::size_t typeOf(TokenKind kind) { return static_cast<std::size_t>(kind) + 1; }
static_assert(typeOf(TokenKind::damaged) == BedingLexer::DAMAGED &&
              typeOf(TokenKind::eigenschap) == BedingLexer::EIGENSCHAP);
static_assert(typeOf(TokenKind::met) == BedingLexer::MET && typeOf(TokenKind::word) == BedingLexer::WORD);
static_assert(typeOf(TokenKind::fullStop) == BedingLexer::FULLSTOP && typeOf(TokenKind::other) == BedingLexer::OTHER);
static_assert(static_cast<std::size_t>(Rule::statement) == BedingParser::RuleStatement);
static_assert(static_cast<std::size_t>(Rule::issue) == BedingParser::RuleIssue);
static_assert(static_cast<std::size_t>(Rule::body) == BedingParser::RuleBody);

TokenKind kindOf(std::size_t type) {
  return type == antlr4::Token::EOF ? TokenKind::end : static_cast<TokenKind>(type - 1);
}

/// Runs `action`; whatever comes out becomes a std::runtime_error.
template <class Action>
auto contained(Action action) {
  try {
    return action();
  } catch (const std::exception& error) {
    throw std::runtime_error(error.what());
  } catch (const char* words) {
    throw std::runtime_error(words);
  } catch (...) {
    throw std::runtime_error("ANTLR");
  }
}

/// Rules behind which reading can go on after an error in them.
bool isRecoveryRule(Rule rule) {
  constexpr std::array rules = {Rule::unit,      Rule::header,       Rule::articleHead, Rule::lidHead,
                                Rule::statement, Rule::issue,        Rule::reading,     Rule::standard,
                                Rule::scenario,  Rule::scenarioHead, Rule::happening,   Rule::expectation};
  return std::find(rules.begin(), rules.end(), rule) != rules.end();
}

/// Notes an error once and leaves the statement it stands in.
class StatementRecovery : public antlr4::DefaultErrorStrategy {
 public:
  StatementRecovery(const Tokens& tokens, std::vector<SyntaxError>& errors) : tokens_(tokens), errors_(errors) {}

  void sync(antlr4::Parser*) override {}
  antlr4::Token* recoverInline(antlr4::Parser* parser) override { throw antlr4::InputMismatchException(parser); }

  void reportError(antlr4::Parser* parser, const antlr4::RecognitionException& error) override {
    if (inErrorRecoveryMode(parser)) return;
    beginErrorCondition(parser);
    SyntaxError found{rulesAround(parser), error.getOffendingToken()->getTokenIndex(), {}};
    for (const auto type : error.getExpectedTokens().toList())
      found.expected.push_back(kindOf(static_cast<std::size_t>(type)));
    errors_.push_back(std::move(found));
  }

  void recover(antlr4::Parser* parser, std::exception_ptr error) override {
    const auto rule = static_cast<Rule>(parser->getContext()->getRuleIndex());
    if (!isRecoveryRule(rule) || (rule == Rule::reading && !hasBegun(parser))) std::rethrow_exception(error);
    const bool atEnd = tokens_[parser->getInputStream()->index()].kind == TokenKind::end;
    if (rule == Rule::unit && !atEnd) passKeyword(parser);
    const bool heading = rule == Rule::articleHead || rule == Rule::lidHead;
    while (!atEndOfStatement(parser, heading)) parser->consume();
    if (parser->getInputStream()->LA(1) == BedingParser::FULLSTOP) parser->consume();
    endErrorCondition(parser);
  }

 private:
  /// Whether the rule that is being read took a token; a reading that did not is the issue's mistake.
  static bool hasBegun(antlr4::Parser* parser) {
    return parser->getContext()->start->getTokenIndex() < parser->getInputStream()->index();
  }

  /// No statement starts with this token, so it is passed in any case; `verwacht op` is one keyword here.
  void passKeyword(antlr4::Parser* parser) const {
    const bool expects = tokens_[parser->getInputStream()->index()].kind == TokenKind::verwacht;
    parser->consume();
    if (expects && parser->getInputStream()->LA(1) == BedingParser::OP) parser->consume();
  }

  static std::vector<Rule> rulesAround(antlr4::Parser* parser) {
    std::vector<Rule> rules;
    for (const antlr4::RuleContext* context = parser->getContext(); context != nullptr;
         context = static_cast<const antlr4::RuleContext*>(context->parent)) {
      rules.insert(rules.begin(), static_cast<Rule>(context->getRuleIndex()));
    }
    return rules;
  }

  [[nodiscard]] bool atEndOfStatement(antlr4::Parser* parser, bool heading) const {
    const Token& next = tokens_[parser->getInputStream()->index()];
    const bool stop = next.kind == TokenKind::end || next.kind == TokenKind::fullStop;
    return stop || isStatementWord(next.kind) || (heading && next.firstOnLine);
  }

  const Tokens& tokens_;
  std::vector<SyntaxError>& errors_;
};

std::vector<std::unique_ptr<antlr4::Token>> forAntlr(const Tokens& tokens) {
  std::vector<std::unique_ptr<antlr4::Token>> result;
  result.reserve(tokens.size());
  for (const Token& token : tokens) {
    const std::size_t type = token.kind == TokenKind::end ? antlr4::Token::EOF : typeOf(token.kind);
    result.push_back(std::make_unique<antlr4::CommonToken>(type));
  }
  return result;
}

bool isLeaf(Rule rule) {
  constexpr std::array rules = {Rule::headerKind,    Rule::agreed, Rule::number, Rule::eventOption,
                                Rule::attributeName, Rule::option, Rule::label,  Rule::moment,
                                Rule::name,          Rule::part,   Rule::body};
  return std::find(rules.begin(), rules.end(), rule) != rules.end();
}

Node nodeOf(antlr4::tree::ParseTree* tree) {
  if (auto* leaf = dynamic_cast<antlr4::tree::TerminalNode*>(tree)) {
    const std::size_t at = leaf->getSymbol()->getTokenIndex();
    return {Rule::token, at, at + 1, {}};
  }
  auto* context = static_cast<antlr4::ParserRuleContext*>(tree);
  const auto rule = static_cast<Rule>(context->getRuleIndex());
  Node node{rule, context->start->getTokenIndex(), context->stop->getTokenIndex() + 1, {}};
  if (isLeaf(rule)) return node;
  for (auto* part : context->children) node.children.push_back(nodeOf(part));
  return node;
}

/// Reads units until the end of the text; each takes at least one token.
void readUnits(BedingParser& parser, antlr4::CommonTokenStream& stream, Concrete& result) {
  while (stream.LA(1) != antlr4::Token::EOF) {
    const std::size_t before = stream.index();
    const std::size_t errors = result.errors.size();
    auto* unit = parser.unit();
    if (result.errors.size() == errors) result.units.push_back(nodeOf(unit->children.front()));
    if (stream.index() == before) stream.consume();
  }
}

Concrete readIn(const Tokens& tokens, antlr4::atn::PredictionMode mode) {
  Concrete result;
  antlr4::ListTokenSource source(forAntlr(tokens));
  antlr4::CommonTokenStream stream(&source);
  BedingParser parser(&stream);
  parser.removeErrorListeners();
  parser.setErrorHandler(std::make_shared<StatementRecovery>(tokens, result.errors));
  parser.getInterpreter<antlr4::atn::ParserATNSimulator>()->setPredictionMode(mode);
  readUnits(parser, stream, result);
  return result;
}

/// ANTLR finds every step of the lexer in a hash map behind a lock, and steps beyond ASCII anew each time. Here the
/// steps that were taken in a text stand in a table. It has no recognizer, so that nothing is skipped by itself.
class QuickLexer : public antlr4::atn::LexerATNSimulator {
  using State = antlr4::dfa::DFAState;

 public:
  explicit QuickLexer(LexerATNSimulator& made)
      : LexerATNSimulator(made.atn, made._decisionToDFA, made.getSharedContextCache()) {}

 protected:
  State* getExistingTargetState(State* from, std::size_t character) override {
    State*& known = step(from, character);
    if (known == nullptr) known = LexerATNSimulator::getExistingTargetState(from, character);
    return known;
  }

  State* computeTargetState(antlr4::CharStream* input, State* from, std::size_t character) override {
    return step(from, character) = LexerATNSimulator::computeTargetState(input, from, character);
  }

  void consume(antlr4::CharStream* input) override { input->consume(); }  // lines are counted elsewhere

 private:
  State*& step(State* from, std::size_t character) {
    if (character >= ascii) return others_[{from, character}];
    const auto number = static_cast<std::size_t>(from->stateNumber);
    if (number >= rows_.size()) rows_.resize(number + 1);
    if (rows_[number].empty()) rows_[number].resize(ascii);
    return rows_[number][character];
  }

  static constexpr std::size_t ascii = 128;
  std::vector<std::vector<State*>> rows_;  ///< by number of the state, then by character
  std::map<std::pair<State*, std::size_t>, State*> others_;
};

std::vector<RawToken> lexAll(const std::string& text) {
  antlr4::ANTLRInputStream input(text);
  BedingLexer grammar(&input);
  QuickLexer lexer(*grammar.getInterpreter<antlr4::atn::LexerATNSimulator>());
  std::vector<RawToken> result;
  while (input.LA(1) != antlr4::Token::EOF) {
    const std::size_t begin = input.index();
    const TokenKind kind = kindOf(lexer.match(&input, antlr4::Lexer::DEFAULT_MODE));
    const bool skipped = kind == TokenKind::space || kind == TokenKind::comment;
    if (!skipped) result.push_back({kind, begin, input.index()});
  }
  result.push_back({TokenKind::end, input.size(), input.size()});
  return result;
}

}  // namespace

std::vector<RawToken> lex(const std::string& text) {
  return contained([&] { return lexAll(text); });
}

Concrete readStatements(const Tokens& tokens) {
  return contained([&] {
    // SLL is fast and decides everything that is right; only what it refuses is read again with full look-ahead.
    Concrete quick = readIn(tokens, antlr4::atn::PredictionMode::SLL);
    return quick.errors.empty() ? quick : readIn(tokens, antlr4::atn::PredictionMode::LL);
  });
}

}  // namespace beding::parser

// The only file of the interpreter that knows ANTLR. Its exceptions, and the C strings it throws, end here.
//
// The parser is driven unit by unit, so that nothing that is wrong in one statement can reach the next: an error climbs
// to the statement it stands in, is noted once, and reading goes on behind that statement's full stop.
#include "parser/antlr.h"

#include <BedingParser.h>
#include <antlr4-runtime.h>

#include <algorithm>
#include <exception>
#include <mutex>
#include <stdexcept>

namespace beding::parser {
namespace {

using beding_grammar::BedingParser;

// TokenKind and Rule follow the order of the grammar; these fail when somebody forgets.
constexpr std::size_t typeOf(TokenKind kind) { return static_cast<std::size_t>(kind) + 1; }
static_assert(typeOf(TokenKind::damaged) == BedingParser::DAMAGED &&
              typeOf(TokenKind::eigenschap) == BedingParser::EIGENSCHAP);
static_assert(typeOf(TokenKind::met) == BedingParser::MET && typeOf(TokenKind::word) == BedingParser::WORD);
static_assert(typeOf(TokenKind::fullStop) == BedingParser::FULLSTOP && typeOf(TokenKind::other) == BedingParser::OTHER);
static_assert(static_cast<std::size_t>(Rule::statement) == BedingParser::RuleStatement);
static_assert(static_cast<std::size_t>(Rule::issue) == BedingParser::RuleIssue);
static_assert(static_cast<std::size_t>(Rule::body) == BedingParser::RuleBody);

TokenKind kindOf(std::size_t type) {
  return type == antlr4::Token::EOF ? TokenKind::end : static_cast<TokenKind>(type - 1);
}

/// Runs `action`; whatever comes out becomes a std::runtime_error. One thread at a time: the runtime shares its tables
/// between all parsers and counts contexts without a lock.
template <class Action>
auto contained(Action action) {
  static std::mutex runtime;
  const std::lock_guard lock(runtime);
  BedingParser::prepare();
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

/// The tokens as ANTLR wants them: all there, in one piece of memory.
class Stream : public antlr4::TokenStream {
 public:
  explicit Stream(const Tokens& tokens) {
    tokens_.reserve(tokens.size());
    for (const Token& token : tokens) {
      tokens_.emplace_back(token.kind == TokenKind::end ? antlr4::Token::EOF : typeOf(token.kind));
      tokens_.back().setTokenIndex(tokens_.size() - 1);
    }
  }

  antlr4::Token* LT(ssize_t ahead) override { return const_cast<antlr4::CommonToken*>(&at(ahead)); }
  std::size_t LA(ssize_t ahead) override { return at(ahead).getType(); }
  void consume() override { ++next_; }
  std::size_t index() override { return next_; }
  void seek(std::size_t index) override { next_ = index; }
  std::size_t size() override { return tokens_.size(); }
  ssize_t mark() override { return 0; }
  void release(ssize_t) override {}
  antlr4::Token* get(std::size_t index) const override { return const_cast<antlr4::CommonToken*>(&tokens_[index]); }

  // Nobody asks for these: words are looked up in the source.
  antlr4::TokenSource* getTokenSource() const override { return nullptr; }
  std::string getSourceName() const override { return {}; }
  std::string getText(const antlr4::misc::Interval&) override { return {}; }
  std::string getText() override { return {}; }
  std::string getText(antlr4::RuleContext*) override { return {}; }
  std::string getText(antlr4::Token*, antlr4::Token*) override { return {}; }

 private:
  /// The token that is so many ahead, from 1; the one before is -1.
  [[nodiscard]] const antlr4::CommonToken& at(ssize_t ahead) const {
    const auto place = static_cast<ssize_t>(next_) + (ahead > 0 ? ahead - 1 : ahead);
    return tokens_[std::min(static_cast<std::size_t>(std::max<ssize_t>(place, 0)), tokens_.size() - 1)];
  }

  std::vector<antlr4::CommonToken> tokens_;
  std::size_t next_ = 0;
};

bool isLeaf(Rule rule) {
  constexpr std::array rules = {Rule::headerKind,    Rule::agreed, Rule::number, Rule::eventOption,
                                Rule::attributeName, Rule::option, Rule::label,  Rule::moment,
                                Rule::name,          Rule::part,   Rule::body};
  return std::find(rules.begin(), rules.end(), rule) != rules.end();
}

/// Makes our nodes while it reads, instead of ANTLR's tree.
class Recorder : public BedingParser {
 public:
  explicit Recorder(antlr4::TokenStream* stream) : BedingParser(stream) { setBuildParseTree(false); }

  /// What the next unit is.
  Node readUnit() {
    open_.clear();
    unit();
    closeUntil(open_.front().context);
    std::vector<Node>& parts = open_.front().node.children;
    return parts.empty() ? Node{} : std::move(parts.front());
  }

  void enterRule(antlr4::ParserRuleContext* context, std::size_t state, std::size_t rule) override {
    BedingParser::enterRule(context, state, rule);
    closeUntil(context->parent);
    const std::size_t at = getTokenStream()->index();
    open_.push_back({context, {static_cast<Rule>(rule), at, at, {}}});
  }

  antlr4::Token* consume() override {
    antlr4::Token* token = getCurrentToken();
    closeUntil(getContext());
    add({Rule::token, token->getTokenIndex(), token->getTokenIndex() + 1, {}});
    if (token->getType() != antlr4::Token::EOF) getTokenStream()->consume();
    return token;
  }

 private:
  struct Open {
    const antlr4::RuleContext* context;
    Node node;
  };

  /// A rule that was left is part of the one around it.
  void closeUntil(const antlr4::tree::ParseTree* context) {
    while (!open_.empty() && open_.back().context != context) {
      Node done = std::move(open_.back().node);
      open_.pop_back();
      if (!open_.empty()) add(std::move(done));
    }
  }

  void add(Node part) {
    Node& node = open_.back().node;
    node.end = part.end;
    if (!isLeaf(node.rule)) node.children.push_back(std::move(part));
  }

  std::vector<Open> open_;  ///< outermost first
};

/// Reads units until the end of the text; each takes at least one token.
void readUnits(Recorder& parser, Stream& stream, Concrete& result) {
  while (stream.LA(1) != antlr4::Token::EOF) {
    const std::size_t before = stream.index();
    const std::size_t errors = result.errors.size();
    Node unit = parser.readUnit();
    if (result.errors.size() == errors) result.units.push_back(std::move(unit));
    if (stream.index() == before) stream.consume();
  }
}

Concrete readIn(const Tokens& tokens, antlr4::atn::PredictionMode mode) {
  Concrete result;
  Stream stream(tokens);
  Recorder parser(&stream);
  parser.removeErrorListeners();
  parser.setErrorHandler(std::make_shared<StatementRecovery>(tokens, result.errors));
  parser.getInterpreter<antlr4::atn::ParserATNSimulator>()->setPredictionMode(mode);
  readUnits(parser, stream, result);
  return result;
}

}  // namespace

Concrete readStatements(const Tokens& tokens) {
  return contained([&] {
    // SLL is fast and decides everything that is right; only what it refuses is read again with full look-ahead.
    Concrete quick = readIn(tokens, antlr4::atn::PredictionMode::SLL);
    return quick.errors.empty() ? quick : readIn(tokens, antlr4::atn::PredictionMode::LL);
  });
}

}  // namespace beding::parser

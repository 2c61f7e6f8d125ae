// make_lexer OUT.cpp: writes the table that lexer_table.h declares, by taking every step that ANTLR's lexer can take.
#include <BedingLexer.h>
#include <antlr4-runtime.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <vector>

namespace {

using Row = std::vector<std::size_t>;

/// Where the labels of the grammar begin and end: between two of these, characters are alike.
std::vector<char32_t> borders(const antlr4::atn::ATN& atn) {
  std::set<char32_t> all = {0};
  for (const antlr4::atn::ATNState* state : atn.states)
    for (const antlr4::atn::Transition* way : state->transitions) {
      const antlr4::misc::IntervalSet label = way->label();
      for (const antlr4::misc::Interval& interval : label.getIntervals()) {
        all.insert(static_cast<char32_t>(interval.a));
        all.insert(static_cast<char32_t>(interval.b + 1));
      }
    }
  return {all.begin(), all.end()};
}

class Explorer : public antlr4::atn::LexerATNSimulator {
  using State = antlr4::dfa::DFAState;

 public:
  explicit Explorer(LexerATNSimulator& made)
      : LexerATNSimulator(made.atn, made._decisionToDFA, made.getSharedContextCache()), from(borders(made.atn)) {
    antlr4::ANTLRInputStream any("a");
    match(&any, antlr4::Lexer::DEFAULT_MODE);  // makes the first state
    numberOf(_decisionToDFA.front().s0);
    for (std::size_t at = 0; at < states_.size(); ++at) explore(at);  // grows while it is read
  }

  std::vector<char32_t> from;     ///< of each range of characters
  std::vector<Row> steps = {{}};  ///< by state, then by range; there is no state 0
  std::vector<std::size_t> accepts = {0};

 private:
  void explore(std::size_t at) {
    State* const state = states_[at];
    accepts.push_back(state->isAcceptState ? static_cast<std::size_t>(state->prediction) : 0);
    Row row;
    for (const char32_t character : from) {
      State* const next = computeTargetState(&nothing_, state, character);
      row.push_back(next == ERROR.get() ? 0 : numberOf(next));
    }
    steps.push_back(std::move(row));
  }

  std::size_t numberOf(State* state) {
    const auto [known, isNew] = numbers_.try_emplace(state, states_.size() + 1);
    if (isNew) states_.push_back(state);
    return known->second;
  }

  std::vector<State*> states_;
  std::map<State*, std::size_t> numbers_;
  antlr4::ANTLRInputStream nothing_;  // only predicates look at it, and the grammar has none
};

/// The class of each range: ranges from which every state takes the same step are one.
Row classesOf(const Explorer& lexer) {
  std::map<Row, std::size_t> known;
  Row result;
  for (std::size_t range = 0; range < lexer.from.size(); ++range) {
    Row column;
    for (std::size_t state = 1; state < lexer.steps.size(); ++state) column.push_back(lexer.steps[state][range]);
    result.push_back(known.try_emplace(column, known.size()).first->second);
  }
  return result;
}

void writeRow(std::ostream& out, const Row& numbers) {
  out << "  ";
  for (const std::size_t number : numbers) out << number << ',';
  out << '\n';
}

void write(std::ostream& out, const Explorer& lexer) {
  const Row classes = classesOf(lexer);
  const std::size_t count = *std::max_element(classes.begin(), classes.end()) + 1;
  if (count > 256 || lexer.steps.size() > 65535) throw std::runtime_error("the lexer does not fit its table");
  out << "// Written by grammar/make_lexer.cpp.\n#include \"lexer_table.h\"\n\nnamespace beding_grammar {\n\n"
         "static constexpr ClassRange ranges[] = {\n";
  for (std::size_t i = 0; i < classes.size(); ++i)
    out << "  {" << static_cast<std::uint32_t>(lexer.from[i]) << ", " << classes[i] << "},\n";
  out << "};\n\nstatic constexpr std::uint16_t steps[] = {\n";
  for (const Row& row : lexer.steps) {
    Row next(count, 0);
    for (std::size_t range = 0; range < row.size(); ++range) next[classes[range]] = row[range];
    writeRow(out, next);
  }
  out << "};\n\nstatic constexpr std::uint16_t accepts[] = {\n";
  writeRow(out, lexer.accepts);
  Row ascii;
  for (char32_t c = 0; c < 128; ++c) {
    const auto next = std::upper_bound(lexer.from.begin(), lexer.from.end(), c);
    ascii.push_back(classes[static_cast<std::size_t>(next - lexer.from.begin()) - 1]);
  }
  out << "};\n\nstatic constexpr LexerTable table = {{\n";
  writeRow(out, ascii);
  out << "}, ranges, " << count
      << ", steps, accepts};\n\nconst LexerTable& lexerTable() { return table; }\n\n"
         "}  // namespace beding_grammar\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: make_lexer OUT.cpp\n";
    return 2;
  }
  beding_grammar::BedingLexer::prepare();
  antlr4::ANTLRInputStream nothing;
  beding_grammar::BedingLexer grammar(&nothing);
  std::ofstream out(argv[1], std::ios::binary);
  write(out, Explorer(*grammar.getInterpreter<antlr4::atn::LexerATNSimulator>()));
  return out.flush() ? 0 : 1;
}

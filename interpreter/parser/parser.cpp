// The steps of parsing, in order: characters, tokens, statements, parse tree, syntax tree.
#include "parser/parser.h"

#include <stdexcept>

#include "base/text.h"
#include "diagnostics/registry_parse.h"
#include "parser/antlr.h"
#include "parser/build.h"
#include "parser/lexical.h"
#include "parser/scenario_blocks.h"
#include "parser/statements.h"
#include "parser/syntax_errors.h"

namespace beding {
namespace {

using namespace parser;

bool isTooLong(const SourceSet& sources, FileIndex index, Diagnostics& diagnostics, const ParseLimits& limits) {
  const std::size_t length = characters(sources.file(index).text());
  if (length <= limits.characters) return false;
  diagnostics.report(diagnostics::fileTooLong, {index, 0, 0},
                     {std::to_string(length), std::to_string(limits.characters)});
  return true;
}

syntax::File parseTokens(const SourceSet& sources, FileIndex index, Diagnostics& diagnostics, const ParseLimits& limits,
                         Scenarios scenarios) {
  const std::vector<Block> without =
      scenarios == Scenarios::read ? std::vector<Block>() : plainScenarios(sources.file(index).text());
  const Tokens tokens =
      markStatements(readTokens(sources, index, diagnostics, without), diagnostics, limits.tokensPerSentence);
  const Concrete concrete = readStatements(tokens);
  reportSyntaxErrors(concrete, tokens, diagnostics);
  return build(concrete, tokens, sources, index, diagnostics);
}

std::string tokenLine(const Token& token, const SourceFile& file) {
  const Place place = file.place(token.span.begin);
  return std::to_string(place.line) + ":" + std::to_string(place.column) + "\t" + shortName(token.kind) + "\t" +
         fold(token.text) + "\n";
}

}  // namespace

syntax::File parse(const SourceSet& sources, FileIndex file, Diagnostics& diagnostics, const ParseLimits& limits,
                   Scenarios scenarios) {
  syntax::File nothing;
  nothing.index = file;
  if (isTooLong(sources, file, diagnostics, limits)) return nothing;
  try {
    return parseTokens(sources, file, diagnostics, limits, scenarios);
  } catch (const std::exception& error) {
    diagnostics.report(diagnostics::internalParseError, {file, 0, 0}, {error.what()});
    return nothing;
  }
}

std::string dumpTokens(const SourceSet& sources, FileIndex file, Diagnostics& diagnostics) {
  try {
    std::string result;
    for (const Token& token :
         markStatements(readTokens(sources, file, diagnostics), diagnostics, ParseLimits{}.tokensPerSentence)) {
      if (token.kind != TokenKind::end) result += tokenLine(token, sources.file(file));
    }
    return result;
  } catch (const std::exception& error) {
    diagnostics.report(diagnostics::internalParseError, {file, 0, 0}, {error.what()});
    return {};
  }
}

}  // namespace beding

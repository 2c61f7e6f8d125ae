// Nothing is dropped in silence. Whoever reads words of a statement says so with `use`; when the statement has been
// lowered, the words that nobody used are an error at their place. A form that forgets to say what it reads is found at
// once, for its sentences no longer compile.
#include <algorithm>

#include "lowering/lowering.h"
#include "syntax/print.h"

namespace beding::lowering {

namespace {

/// Words that add nothing wherever they stand.
bool saysNothing(const Word& word) {
  return word.kind == WordKind::comma || word.kind == WordKind::auxiliary || word.kind == WordKind::open ||
         word.kind == WordKind::close || names::isFiller(word.key);
}

}  // namespace

void Lowering::use(const Words& words, std::size_t begin, std::size_t end) {
  if (trial > 0) return;
  for (std::size_t i = begin; i < std::min(end, words.size()); ++i) used_.insert(words[i].item);
}

void Lowering::use(const Words& words, std::initializer_list<std::string_view> keys) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (std::find(keys.begin(), keys.end(), words[i].key) != keys.end()) use(words, i, i + 1);
  }
}

/// `niet` or `geen` at that word.
void Lowering::useDenial(const Words& words, std::size_t at) {
  if (words[at].kind == WordKind::negation) return use(words, at, at + 1);
  if (trial == 0) denied_.insert(words[at].item);
}

void Lowering::useClause(const Words& words) {
  if (trial > 0) return;
  use(words, 0, words.size());
  for (const Word& word : words)
    if (word.determiner == Determiner::no) denied_.insert(word.item);
}

void Lowering::reportLeft(const Words& words, std::size_t begin, std::size_t end) {
  report(kinds::wordsLeft, names::spanOf(words, begin, end), {names::spelled(words, begin, end)});
}

/// A statement with another mistake is left alone: what that mistake is about was not read.
void Lowering::reportUnused(const syntax::Statement& statement) {
  if (reportedIn(statement.span)) return;
  const auto clauses = [this](const std::vector<syntax::Clause>& all) {
    for (const syntax::Clause& clause : all) reportUnused(clause);
  };
  clauses(statement.clauses);
  clauses(statement.options);
  for (const syntax::ListEntry& entry : statement.list) clauses(entry.clauses);
}

/// The stretches of a clause that nothing read; a subordinate clause of which nothing was read as a whole.
void Lowering::reportUnused(const syntax::Clause& clause) {
  const Words words = names::wordsOf(clause.items);
  const auto unused = [&](const Word& word) {
    return !used_.contains(word.item) || (word.determiner == Determiner::no && !denied_.contains(word.item));
  };
  const bool subordinate = clause.conjunction != syntax::Conjunction::none;
  if (subordinate && std::all_of(words.begin(), words.end(), unused)) {
    report(kinds::clauseLeft, clause.span, {std::string(syntax::dutchName(clause.conjunction))});
    return;
  }
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    if (saysNothing(words[begin]) || !unused(words[begin])) continue;
    std::size_t end = begin + 1;
    for (std::size_t i = end; i < words.size() && unused(words[i]); ++i) {
      if (!saysNothing(words[i])) end = i + 1;
    }
    reportLeft(words, begin, end);
    begin = end;
  }
}

}  // namespace beding::lowering

// The state of one lowering and the steps that all statement forms share. Internal to this folder.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "graph/graph.h"
#include "lowering/sentence.h"
#include "names/vocabulary.h"
#include "source/source.h"
#include "syntax/tree.h"

namespace beding::lowering {

using graph::ExpressionId;
using graph::Op;
using graph::Slot;
using names::Determiner;
using names::Free;
using names::NounPhrase;
using names::Word;
using names::WordKind;
using names::Words;

/// An instance that is open in a sentence: what "de factuur" and "zij" mean there.
struct Open {
  Slot slot = 0;
  graph::EntityId entity;
};

/// The instances open at some point of a sentence. Copied when a condition opens one of its own.
struct Scope {
  std::vector<Open> open;
  Slot next = 0;

  Open& openNew(graph::EntityId entity) { return open.emplace_back(Open{next++, entity}); }
  [[nodiscard]] const Open* latest(graph::EntityId entity) const;
};

/// Where a statement stands.
struct Site {
  std::string lid;                       ///< "6.5"; empty at document level
  graph::ReadingGuard guard;
  const syntax::Statement* statement = nullptr;
};

/// How a phrase in a clause was found: the node, its arguments and what restricts the occurrence.
struct Predicate {
  const names::Phrase* phrase = nullptr;
  std::vector<NounPhrase> slots;
  std::optional<NounPhrase> actor;
  std::vector<graph::FormId> forms;
  std::vector<std::string> truths;       ///< truth attributes required of the occurrence: "gemotiveerd"
  Free rest;
};

/// A term found in a clause.
enum class TermWord : std::uint8_t { within, atLatest, before, from, through, after };
struct FoundTerm {
  TermWord word = TermWord::within;
  ExpressionId moment;                   ///< the last moment (within, atLatest, before, through) or the first (from, after)
  ExpressionId anchor;
};

/// A value read from a range of words.
struct ParsedValue {
  ExpressionId value;
  std::size_t end = 0;
};

/// A definition sentence, lowered when first needed.
struct Definition {
  Site site;
  bool busy = false;
  bool done = false;
  bool isParameter = false;
  std::uint32_t index = 0;               ///< of the parameter or quantity
  std::size_t nounBegin = 0, nounEnd = 0;///< its name in the main words
};

/// Syntax of an act: its patterns are instantiated at every use.
struct ActSource {
  Site site;
  syntax::Statement statement;
};

/// What a label of a lid stands for.
struct Labelled {
  enum class Kind : std::uint8_t { norm, amount, right, limit, state, quantity } kind = Kind::norm;
  std::uint32_t index = 0;
};

class Lowering {
 public:
  Lowering(const SourceSet& sources, Diagnostics& diagnostics);
  void run(const std::vector<const syntax::File*>& files);

  graph::Graph graph;
  names::Vocabulary vocabulary;

  // --- expressions (builder.cpp)
  ExpressionId make(graph::Expression expression);
  ExpressionId constant(Value value, Type type, Span span = {}, std::string words = {});
  ExpressionId variable(Slot slot, graph::EntityId entity);
  ExpressionId both(ExpressionId a, ExpressionId b);     ///< and; an invalid one counts as true
  ExpressionId either(ExpressionId a, ExpressionId b);   ///< or; an invalid one counts as false
  ExpressionId negate(ExpressionId a);
  ExpressionId operation(Op op, Type type, std::vector<ExpressionId> operands, std::uint32_t index = 0);
  [[nodiscard]] Type typeOf(ExpressionId id) const;
  [[nodiscard]] graph::EntityId entityOf(ExpressionId id) const;
  ExpressionId asMoment(ExpressionId value, Span span);
  void describe(ExpressionId id, const Words& words, std::size_t begin, std::size_t end);
  [[nodiscard]] const EventType* eventOf(graph::EntityId entity) const;
  ExpressionId attribute(ExpressionId instance, graph::EntityId entity, std::uint32_t index);

  // --- declarations (declare.cpp)
  void declareAll(const std::vector<const syntax::File*>& files);
  void declareEvent(const syntax::Statement& statement);
  void declareEntity(const Site& site);
  void declareForm(const syntax::Statement& statement);
  void declareAct(const Site& site);
  void declareState(const Site& site);
  void declareJudgement(const Site& site);
  void declareNative(const syntax::Statement& statement);
  void declareDefinition(const Site& site);
  void lowerEntity(std::size_t index);
  void lowerAct(std::size_t index);
  void lowerState(std::size_t index);
  std::vector<names::PatternToken> patternOf(const Words& words, std::vector<graph::EntityId>* slots, bool anyArticle);

  // --- values (value.cpp)
  std::optional<ParsedValue> value(const Words& words, std::size_t begin, const Scope& scope);
  ExpressionId wholeValue(const Words& words, std::size_t begin, std::size_t end, const Scope& scope, std::string_view wanted);
  ExpressionId instance(const NounPhrase& phrase, const Words& words, Scope& scope);
  void ensureDefined(std::uint32_t definition);

  // --- conditions and triggers (condition.cpp, predicate.cpp)
  ExpressionId condition(const Words& words, std::size_t begin, std::size_t end, Scope scope);
  std::optional<graph::Trigger> trigger(const Words& words, Scope& scope, std::vector<graph::Binder>& binders, ExpressionId& filter);
  std::optional<Predicate> predicate(const Words& words, const Free& free, bool wantAct);
  std::optional<ExpressionId> adjective(const Words& words, const NounPhrase& phrase, ExpressionId instance, Scope& scope);

  // --- terms and patterns (term.cpp, pattern.cpp)
  std::vector<FoundTerm> terms(const Words& words, Free& free, const Scope& scope);
  std::optional<graph::PatternId> pattern(const Words& words, std::size_t begin, std::size_t& end, Scope& scope, ExpressionId actor,
                                          const std::map<Slot, ExpressionId>& substitution);
  graph::PatternId patternOf(const Predicate& predicate, const std::vector<ExpressionId>& arguments, ExpressionId actor, Scope& scope);

  // --- statements (forms/)
  void lowerStatement(const Site& site);
  void lowerSentence(const Site& site);

  // --- helpers
  graph::Provenance provenance(const Site& site, Span span) const;
  graph::Provenance provenance(const Site& site) const { return provenance(site, site.statement->span); }
  Diagnostic& report(const DiagnosticKind& kind, Span span, std::vector<std::string> arguments = {});
  void unknownPhrase(const Words& words, const Free& free, std::size_t begin, std::size_t end);

  std::string document;
  const SourceSet& sources;
  Diagnostics& diagnostics;
};

}  // namespace beding::lowering

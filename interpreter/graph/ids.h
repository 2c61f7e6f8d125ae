// What every node of the rule graph has: an id by which others name it, a place, a reading it may belong to. And the
// parties, whom a sentence can name.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "source/source.h"

namespace beding::graph {

struct Entity;
struct Expression;
struct Pattern;
struct Parameter;
struct Quantity;
struct State;
struct Judgement;
struct Act;
struct Norm;
struct Form;
struct Issue;

using EntityId = Id<Entity>;
using ExpressionId = Id<Expression>;
using PatternId = Id<Pattern>;
using ParameterId = Id<Parameter>;
using QuantityId = Id<Quantity>;
using StateId = Id<State>;
using JudgementId = Id<Judgement>;
using ActId = Id<Act>;
using NormId = Id<Norm>;
using FormId = Id<Form>;
using IssueId = Id<Issue>;
using Slot = std::uint32_t;

/// Where a node comes from. `lid` is as the catalogue writes it, without the document: "6.5", "21.1.(a)".
struct Provenance {
  std::string document;
  std::string lid;
  Span span;
  std::uint32_t line = 0;  ///< for messages without the source
  std::string file;
  std::string text;  ///< the sentence as written, for explanations
};

/// A node that only counts under one reading of an issue (`kwestie`).
struct ReadingGuard {
  IssueId issue;
  std::uint32_t reading = 0;
};

struct Issue {
  Provenance where;
  std::string name;
  std::vector<std::string> readings;
  std::uint32_t standard = 0;
};

/// The two parties, and what a sentence can name. Bound to a slot for "iedere Partij", "de andere Partij".
enum class Party : std::uint8_t { none, contractor, client };  // Opdrachtnemer, Opdrachtgever

/// Who bears a norm or acts.
struct PartyRef {
  Party fixed = Party::none;
  std::optional<Slot> slot;  ///< a party in a slot
  bool other = false;        ///< the other party than the one in `slot`
  ExpressionId expression;   ///< a party that depends on the instances ("the other party than the one in breach")
};

}  // namespace beding::graph

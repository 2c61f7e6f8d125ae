// The names that generated code gives to what is in the graph, and what of it the code has come to use.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "generate/generate.h"
#include "generate/names.h"
#include "generate/reach.h"

namespace beding::generate {

/// An event type as a struct; only the attributes that something reads become fields.
struct EventUse {
  std::string type;
  std::map<std::uint32_t, std::string> fields;
  bool arrives = false;   ///< something counts from its receipt
  bool about = false;     ///< `betreft` is read
  bool happens = false;   ///< all of them are remembered, from when they happen ...
  bool received = false;  ///< ... or from their receipt
};

/// An open norm as a struct of the header, by which its answers are told.
struct JudgementUse {
  std::string type;
  std::string name;
  bool about = false;  ///< asked of one thing or another
};

/// A kind of instance as a struct, with the event that brings it about.
struct EntityUse {
  graph::EntityId id;
  EventTypeId event;  ///< the first, if there are more
  std::string type;
  std::string name;
  std::string list;
  bool hidden = false;  ///< no sentence names it: the occasion of a norm that is there once for each
};

/// A state, norm or amount of which something is remembered: a record, per instance when it is over one.
struct Sentence {
  graph::NodeRef node;
  std::string name;     ///< of the record
  std::string heading;  ///< of what is always so of its outcomes
  std::string type;     ///< of the struct that says what its parts come to
  std::optional<graph::EntityId> over;
  std::optional<graph::EntityId> beside;  ///< and for each of these
  std::uint32_t number = 0;               ///< its turn
};

/// Something that changes. `same`: only the instance that the sentence is about, else any.
struct Read {
  enum class What : std::uint8_t {
    state,
    deadline,
    breach,
    settled,
    advance,
    instances,
    happening,
    agreement,
    exercise,
    norm,
    value,
    ledger,
    hours
  };
  What what = What::state;
  std::uint32_t index = 0;  ///< of the state, norm, entity, pattern or act
  bool same = false;
  friend auto operator<=>(const Read&, const Read&) = default;
};
using Reads = std::set<Read>;
/// Of exercises: whichever the act was.
inline constexpr std::uint32_t anyAct = 0xffffffff;

class Model {
 public:
  /// `reported`: the only leden of which outcomes are given; all of them when there are none. `taken`: names that
  /// nothing can have in the code that is made; none when no code is.
  Model(const graph::Graph& graph, Reached reached, std::vector<std::string> reported,
        const std::set<std::string>& taken = {});

  const graph::Graph& graph;
  const Reached reached;
  const std::vector<std::string> reported;
  const std::string space;  ///< the namespace of the code
  std::vector<Obstacle> obstacles;
  std::vector<EntityUse> entities;
  std::vector<Sentence> sentences;  ///< in the order of their turns
  std::vector<Reads> reads;         ///< of each sentence, by its number
  std::map<std::uint32_t, EventUse> events;
  std::map<std::uint32_t, std::string> relations;  ///< states about two instances, which are not remembered
  std::map<std::uint32_t, std::string> quantities;
  std::map<std::uint32_t, std::string> parameters;
  std::map<std::uint32_t, std::string> limits;  ///< how their headings are called
  std::map<std::uint32_t, JudgementUse> judgements;
  std::vector<std::string> persons;  ///< that clauses name, beside the parties and who acts for them
  std::set<std::uint32_t> patterns;  ///< those of which the events are remembered
  bool numbersInstances = false;     ///< some sentence tells instances of all kinds apart

  /// What it reads.
  [[nodiscard]] const std::vector<graph::NodeRef>& readsOf(graph::NodeRef node) const;
  [[nodiscard]] bool has(graph::NodeRef node) const { return reached.contains(node); }
  [[nodiscard]] bool has(graph::NodeKind kind, std::uint32_t index) const { return has({kind, index}); }
  /// Whether some sentence says by which event something came to be so.
  [[nodiscard]] bool tellsCause() const;
  /// Whether what follows from breaches matters to something: of that duty, or of any.
  [[nodiscard]] bool derives(const graph::Derivation& derivation, std::uint32_t norm) const;
  [[nodiscard]] bool derives(const graph::Derivation& derivation) const;
  /// Whether outcomes are given of it.
  [[nodiscard]] bool reports(graph::NodeRef node) const;
  [[nodiscard]] const Sentence* sentenceOf(graph::NodeRef node) const;
  /// Whether some sentence is about one of these beside another instance: those know their place.
  [[nodiscard]] bool hasPlace(graph::EntityId entity) const;
  [[nodiscard]] const EntityUse* entityOf(graph::EntityId entity) const;
  EventUse& event(EventTypeId type);
  /// The number of an instance among those of all kinds.
  std::string numberOf(const std::string& instance);
  /// The constant for somebody who is no party.
  std::string person(const std::string& name);
  JudgementUse& judgement(std::uint32_t index);
  /// The field of an attribute, which is used from now on.
  std::string field(EventTypeId type, std::uint32_t attribute);

  void refuse(const graph::Provenance& where, Wording what);

 private:
  void nameEntities();
  void nameOccasions();
  void nameValues();
  void findDerived();
  void nameSentences();
  void add(graph::NodeRef node);

  std::map<std::uint32_t, std::vector<std::pair<graph::NodeRef, graph::ExpressionId>>>
      derivedReads_;                                     ///< per event type
  std::map<graph::NodeRef, graph::EntityId> occasions_;  ///< per norm
  Names types_;
  Names members_;
  Names headings_;
  std::map<graph::NodeRef, std::vector<graph::NodeRef>> reads_;
  std::map<graph::EntityId, Names> fields_;  ///< of each kind of instance
};

/// Whether it is there once for each event of a kind.
bool isPerOccurrence(const graph::Norm& norm);

/// "betaling:1.1"; of what stands outside every lid "betaling:".
std::string lidOf(const graph::Graph& graph, const graph::Provenance& where);
/// The sentence itself on one line.
std::string sentenceText(const graph::Provenance& where);

}  // namespace beding::generate

// Which rules have to be looked at again when something changes. Read off the graph once; an evaluation then visits
// only what an event, a timer or another rule can have moved.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/cheapest.h"
#include "engine/headings.h"
#include "graph/graph.h"

namespace beding::engine {

/// A rule that an evaluation keeps records of, numbered through over all kinds.
using Unit = std::uint32_t;
inline constexpr Unit noUnit = 0xffffffff;

enum class UnitKind : std::uint8_t { state, term, norm, effect, amount, right, ledger, end };

/// The rules that read one thing, in order.
using Readers = std::vector<Unit>;

/// A slot of the record that is read and a slot of the record that reads it, in which the same instance stands.
struct SameInstance {
  graph::Slot read;
  graph::Slot reader;
  friend auto operator<=>(SameInstance, SameInstance) = default;
};

/// A rule that reads of another only the records that share these instances with its own.
struct RecordReader {
  Unit unit;
  std::vector<SameInstance> same;
  friend auto operator<=>(const RecordReader&, const RecordReader&) = default;
};

/// Who reads the records of one rule.
struct UnitReaders {
  Readers ofAll;
  std::vector<RecordReader> ofSome;
};

struct Plan {
  explicit Plan(const graph::Graph& graph);

  std::array<Unit, static_cast<std::size_t>(UnitKind::end) + 1> first{};  ///< of every kind; the last: of all
  std::vector<Readers> ofEvent;                                           ///< per event type
  std::vector<Readers> ofEntity;        ///< per entity: who reads its instances, when one comes up
  std::vector<Readers> overEntity;      ///< per entity: who has records per instance
  std::vector<UnitReaders> ofUnit;      ///< per rule: when its records change
  std::vector<UnitReaders> ofDeadline;  ///< per norm: when the deadlines of its records do
  std::vector<Readers> ofAct;           ///< per act: when it is exercised
  Readers ofLedger;                     ///< what reads it as a whole
  Readers ofClaims;                     ///< what reads in it what is claimed under the instances of its records
  Readers ofTerm;                       ///< what reads the duration of the agreement, or whether it is over
  Readers ofReferences;   ///< what reads an attribute that names an instance: it may be one that has yet to come up
  Readers ofSuspensions;  ///< obligations: when a suspension begins or ends
  std::vector<std::vector<graph::EntityId>> created;  ///< per event type: the entities whose instances it may create
  std::vector<std::vector<graph::NormId>> exercised;  ///< per event type: the norms about acts that it may be

  std::vector<graph::ExpressionId> referencesAsked;  ///< per pattern

  std::optional<EventTypeId> agreement;  ///< the type of `afspraak vastgelegd`

  std::vector<bool> opens;  ///< per rule: whether its sentence opens instances, which then stand first in its records

  std::vector<std::vector<graph::NormId>> rivals;  ///< per norm: those that may go before it
  CheapestFirst cheapestFirst;
  std::vector<Heading> headings;  ///< of what has outcomes, in their order

  [[nodiscard]] Unit firstOf(UnitKind kind) const { return first[static_cast<std::size_t>(kind)]; }
  [[nodiscard]] Unit endOf(UnitKind kind) const { return first[static_cast<std::size_t>(kind) + 1]; }
  [[nodiscard]] Unit unit(UnitKind kind, std::uint32_t index) const { return firstOf(kind) + index; }
  [[nodiscard]] Unit count() const { return first.back(); }
};

}  // namespace beding::engine

// What timelines may contain: event types with typed attributes. Part of the compiled graph, so that a timeline can be
// checked without a compiler.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "values/value.h"

namespace beding {

struct Attribute {
  std::string name;  ///< exactly as the JSON key: "factuur", "op verzoek van"
  Type type = Type::text;
  std::vector<Type> otherTypes;  ///< further types a value may have ("duur of datum")
  bool required = false;
  bool isKey = false;        ///< `kenmerk`: names the instance this event creates or is about
  bool isActor = false;      ///< the party who acts (partij, door)
  bool isForm = false;       ///< the form of a statement
  bool standsForOp = false;  ///< when absent it equals `op` (verzonden, ontvangen, factuurdatum, dagtekening ...)
  std::string standard;      ///< what it is when absent ("EUR"); empty: then it is not known
  std::vector<std::string> choices;  ///< closed set of texts, empty when free
  std::vector<std::string> aliases;  ///< other spellings of a choice or of the name
};

struct EventType {
  std::string name;  ///< "factuur verzonden"
  std::vector<Attribute> attributes;
  bool derived = false;  ///< the engine derives it; may be stated, and the stated one goes first
};

using EventTypeId = Id<EventType>;

/// Index of the attribute with that name or alias, if any.
std::optional<std::uint32_t> attributeIndex(const EventType& type, std::string_view name);

/// The event type with that name, if any; letter case and spacing do not count.
std::optional<EventTypeId> eventTypeNamed(const std::vector<EventType>& types, std::string_view name);

/// Whether a field of that name may stand on every line: op, gebeurtenis, id, vastgelegd, corrigeert, vervalt,
/// overeenkomst, betreft, toelichting.
bool isGeneralField(std::string_view name);
/// Those names, in that order.
const std::vector<std::string>& generalFields();

/// The event type of judgements, which is not an event in the order; readers know it without a declaration.
inline constexpr std::string_view judgementType = "oordeel vastgelegd";
/// The event type by which agreements change what the terms say; its name is part of the interface.
inline constexpr std::string_view agreementType = "afspraak vastgelegd";

}  // namespace beding

// What timelines may contain: event types with typed attributes. Part of the compiled graph, so that a timeline can be
// checked without a compiler.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "values/value.h"

namespace beding {

struct Attribute {
  std::string name;                   ///< exactly as the JSON key: "factuur", "op verzoek van"
  Type type = Type::text;
  bool required = false;
  bool isKey = false;                 ///< `kenmerk`: names the instance this event creates or is about
  bool isActor = false;               ///< the party who acts (partij, door)
  bool isForm = false;                ///< the form of a statement
  bool standsForOp = false;           ///< when absent it equals `op` (verzonden, ontvangen, factuurdatum, dagtekening ...)
  std::vector<std::string> choices;   ///< closed set of texts, empty when free
  std::vector<std::string> aliases;   ///< other spellings of a choice or of the name
};

struct EventType {
  std::string name;                   ///< "factuur verzonden"
  std::vector<Attribute> attributes;
  bool derived = false;               ///< the engine derives it; may be stated, and the stated one goes first
};

using EventTypeId = Id<EventType>;

/// Index of the attribute with that name, if any.
std::optional<std::uint32_t> attributeIndex(const EventType& type, std::string_view name);

}  // namespace beding

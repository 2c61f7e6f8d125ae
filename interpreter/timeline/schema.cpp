#include "timeline/schema.h"

#include <algorithm>

#include "base/text.h"

namespace beding {
namespace {

bool named(const Attribute& attribute, std::string_view folded) {
  return fold(attribute.name) == folded || std::any_of(attribute.aliases.begin(), attribute.aliases.end(),
                                                       [&](const std::string& alias) { return fold(alias) == folded; });
}

bool isAlias(const EventType& type, std::string_view name) {
  return std::any_of(type.attributes.begin(), type.attributes.end(), [&](const Attribute& attribute) {
    return std::find(attribute.aliases.begin(), attribute.aliases.end(), name) != attribute.aliases.end();
  });
}

}  // namespace

std::optional<std::uint32_t> attributeIndex(const EventType& type, std::string_view name) {
  const auto exact = std::find_if(type.attributes.begin(), type.attributes.end(),
                                  [&](const Attribute& attribute) { return attribute.name == name; });
  if (exact != type.attributes.end()) return static_cast<std::uint32_t>(exact - type.attributes.begin());
  if (isGeneralField(name) && !isAlias(type, name)) return std::nullopt;
  const std::string folded = fold(name);
  const auto found = std::find_if(type.attributes.begin(), type.attributes.end(),
                                  [&](const Attribute& attribute) { return named(attribute, folded); });
  if (found == type.attributes.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - type.attributes.begin());
}

std::optional<EventTypeId> eventTypeNamed(const std::vector<EventType>& types, std::string_view name) {
  const auto place = [&](auto found) { return EventTypeId{static_cast<std::uint32_t>(found - types.begin())}; };
  const auto exact = std::find_if(types.begin(), types.end(), [&](const EventType& type) { return type.name == name; });
  if (exact != types.end()) return place(exact);
  const std::string folded = fold(name);
  const auto found =
      std::find_if(types.begin(), types.end(), [&](const EventType& type) { return fold(type.name) == folded; });
  return found == types.end() ? std::nullopt : std::optional(place(found));
}

const std::vector<std::string>& generalFields() {
  static const std::vector<std::string> names = {"op",      "gebeurtenis",  "id",      "vastgelegd", "corrigeert",
                                                 "vervalt", "overeenkomst", "betreft", "toelichting"};
  return names;
}

bool isGeneralField(std::string_view name) {
  const auto& names = generalFields();
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace beding

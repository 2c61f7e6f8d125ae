#include "explain/schema.h"

#include <nlohmann/json.hpp>

#include "explain/json.h"
#include "explain/names.h"
#include "timeline/attribute_value.h"

namespace beding {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* dialect = "https://json-schema.org/draft/2020-12/schema";
constexpr const char* dayPattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
constexpr const char* momentPattern =
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?)?$";
constexpr const char* instantPattern =
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2})?$";
constexpr const char* amountPattern = "^-?[0-9]+\\.[0-9]{2}$";

Json text() { return {{"type", "string"}}; }
Json text(const char* pattern) { return {{"type", "string"}, {"pattern", pattern}}; }
Json whole() { return {{"type", "integer"}}; }
Json either(std::vector<Json> all) { return {{"anyOf", std::move(all)}}; }
Json listOf(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }

Json object(Json properties, std::vector<std::string> required) {
  return {{"type", "object"},
          {"properties", std::move(properties)},
          {"required", std::move(required)},
          {"additionalProperties", false}};
}

std::string finished(const char* title, const Json& schema) {
  Json json = {{"$schema", dialect}, {"title", title}};
  json.update(schema);
  return json.dump(2) + "\n";
}

// -------------------------------------------------------------------------------------------------------- timeline

Json typeSchema(Type type) {
  switch (type) {
    case Type::money:
      return either({text("^-?[0-9]+(\\.[0-9]{1,2})?$"), whole()});
    case Type::date:
    case Type::instant:
      return text(momentPattern);
    case Type::duration:
      return text();
    case Type::percentage:
      return either({text("^-?[0-9]+(\\.[0-9]+)? ?(%|procent)?$"), whole()});
    case Type::number:
      return either({text("^-?[0-9]+(\\.[0-9]+)?$"), whole()});
    case Type::truth:
      return either({{{"type", "boolean"}}, {{"enum", {"ja", "nee", "onbekend"}}}});
    case Type::text:
      return either({text(), whole()});
    case Type::reference:
      return either({text(), whole(), listOf(either({text(), whole()}))});
    case Type::list:
      return either({text(), listOf(text())});
    case Type::period:
      return text("^[0-9]{4}-([0-9]{2}|W[0-9]{2}|[0-9]{2}-[0-9]{2}/[0-9]{4}-[0-9]{2}-[0-9]{2})$");
    case Type::party:
    case Type::form:
      break;
  }
  return text();
}

Json attributeSchema(const Attribute& attribute) {
  if (!attribute.choices.empty()) {
    std::vector<std::string> all = attribute.choices;
    all.insert(all.end(), attribute.aliases.begin(), attribute.aliases.end());
    return attribute.type == Type::list ? either({{{"enum", all}}, listOf({{"enum", all}})}) : Json{{"enum", all}};
  }
  if (attribute.otherTypes.empty()) return typeSchema(attribute.type);
  std::vector<Json> all = {typeSchema(attribute.type)};
  for (const Type type : attribute.otherTypes) all.push_back(typeSchema(type));
  return either(std::move(all));
}

/// The fields that may stand on every line.
Json generalProperties() {
  Json json;
  json["op"] = text(momentPattern);
  json["id"] = either({text(), whole()});
  json["vastgelegd"] = text(momentPattern);
  json["corrigeert"] = either({text(), whole()});
  json["vervalt"] = either({text(), whole()});
  json["overeenkomst"] = either({text(), whole()});
  json["betreft"] = either({text(), whole(), listOf(either({text(), whole()}))});
  json["toelichting"] = text();
  return json;
}

Json eventSchema(const EventType& type) {
  Json properties = {{"gebeurtenis", {{"const", type.name}}}};
  properties.update(generalProperties());
  std::vector<std::string> required = {"op", "gebeurtenis"};
  for (const Attribute& attribute : type.attributes) {
    properties[attribute.name] = attributeSchema(attribute);
    const bool always = mustBeGiven(attribute);
    if (always && (attribute.isKey || attribute.type != Type::reference)) required.push_back(attribute.name);
  }
  return object(std::move(properties), std::move(required));
}

Json judgementSchema() {
  const Json outcome = either({{{"type", "boolean"}}, text(), whole()});
  Json properties = {{"gebeurtenis", {{"const", judgementType}}}};
  properties.update(generalProperties());
  properties["norm"] = text();
  properties["onderwerp"] = either({text(), whole()});
  properties["uitkomst"] = outcome;
  properties["door"] = text();
  return object(std::move(properties), {"op", "gebeurtenis", "norm", "uitkomst"});
}

/// A line that withdraws an event may leave out everything else.
Json withdrawalSchema() { return {{"type", "object"}, {"properties", generalProperties()}, {"required", {"vervalt"}}}; }

// -------------------------------------------------------------------------------------------------------- outcomes

Json violationSchema() {
  return object({{"vanaf", text(instantPattern)}, {"tot", text(instantPattern)}, {"gebeurtenis", text()}}, {"vanaf"});
}

Json segmentSchema() {
  return object({{"vanaf", text(dayPattern)},
                 {"tot", text(dayPattern)},
                 {"grondslag", text(amountPattern)},
                 {"percentage", text()},
                 {"dagen", whole()},
                 {"bedrag", text(amountPattern)},
                 {"bevestigd", {{"type", "boolean"}}}},
                {"vanaf", "tot", "grondslag", "percentage", "dagen", "bedrag", "bevestigd"});
}

/// Which statuses a kind can have; properties have none.
std::vector<std::string> statusesOf(OutcomeKind kind) {
  switch (kind) {
    case OutcomeKind::obligation:
      return {"slapend", "open", "nagekomen", "geschonden", "te-laat-nagekomen", "opgeschort", "vervallen", "onbekend"};
    case OutcomeKind::prohibition:
      return {"geldt", "geldt-niet", "overtreden", "onbekend"};
    case OutcomeKind::power:
      return {"beschikbaar", "niet-beschikbaar", "uitgeoefend", "vervallen", "onbekend"};
    case OutcomeKind::exercise:
      return {"geldig", "ongeldig", "onbekend"};
    case OutcomeKind::amount:
      return {"verschuldigd", "nog-niet-opeisbaar", "voldaan", "vervallen", "onbekend"};
    case OutcomeKind::state:
    case OutcomeKind::presumption:
      return {"ja", "nee", "onbekend"};
    case OutcomeKind::right:
      return {"bestaat", "vervallen", "onbekend"};
    case OutcomeKind::indemnity:
    case OutcomeKind::limit:
      return {"van-toepassing", "niet-van-toepassing", "onbekend"};
    case OutcomeKind::property:
      break;
  }
  return {};
}

Json kindRule(OutcomeKind kind) {
  Json then = {{"anyOf", {{{"required", {"waarde"}}}, {{"required", {"status"}}}}}};  // not filled in: onbekend
  if (kind != OutcomeKind::property)
    then = {{"properties", {{"status", {{"enum", statusesOf(kind)}}}}}, {"required", {"status"}}};
  return {{"if", {{"properties", {{"soort", {{"const", kindName(kind)}}}}}}}, {"then", std::move(then)}};
}

Json kindRules() {
  Json rules = Json::array();
  for (std::size_t i = 0; i < outcomeKindNames.size(); ++i) rules.push_back(kindRule(static_cast<OutcomeKind>(i)));
  return rules;
}

Json oneOutcomeSchema() {
  Json properties = {{"lid", text("^[^:]+:.+$")}, {"naam", text()}, {"soort", {{"enum", outcomeKindNames}}}};
  for (const char* name : {"sleutel", "status", "drager", "jegens"}) properties[name] = text();
  for (const char* name : {"bedrag", "open"}) properties[name] = text(amountPattern);
  properties["in_rekening"] = {{"type", "boolean"}};
  for (const char* name : {"vanaf", "uiterlijk", "uiterlijk_laatst", "tot", "sinds"})
    properties[name] = text(instantPattern);
  for (const char* name : {"waarde", "reden"}) properties[name] = text();
  properties["overtredingen"] = listOf(violationSchema());
  properties["segmenten"] = listOf(segmentSchema());
  Json schema = object(std::move(properties), {"lid", "naam", "soort"});
  schema["allOf"] = kindRules();
  return schema;
}

Json questionSchema() {
  return object({{"id", text()}, {"vraag", text()}, {"nodig_voor", listOf(text())}, {"onderwerpen", listOf(text())}},
                {"id", "vraag", "nodig_voor"});
}

// ----------------------------------------------------------------------------------------------------------- graph

Json nodeSchema() {
  return object({{"id", text()},
                 {"soort", text()},
                 {"naam", text()},
                 {"lid", text()},
                 {"bestand", text()},
                 {"regel", whole()},
                 {"tekst", text()},
                 {"kwestie", text()},
                 {"lezing", text()}},
                {"id", "soort", "naam"});
}

Json edgeSchema() {
  return object(
      {{"van", text()}, {"naar", text()}, {"soort", text()}, {"via", text()}, {"vertraagd", {{"type", "boolean"}}}},
      {"van", "naar", "soort"});
}

}  // namespace

std::string timelineSchema(const std::vector<EventType>& types) {
  Json kinds = Json::array();
  for (const EventType& type : types)
    if (type.name != judgementType) kinds.push_back(eventSchema(type));
  kinds.push_back(judgementSchema());
  kinds.push_back(withdrawalSchema());
  return finished("Een regel van een tijdlijn", {{"anyOf", std::move(kinds)}});
}

std::string outcomeSchema() {
  return finished("Uitkomsten op een peildatum",
                  object({{"versie", {{"const", jsonVersion}}},
                          {"document", text()},
                          {"overeenkomst", text()},
                          {"peildatum", text(dayPattern)},
                          {"uitkomsten", listOf(oneOutcomeSchema())},
                          {"vragen", listOf(questionSchema())},
                          {"aannamen", listOf(text())},
                          {"waarschuwingen", listOf(text())}},
                         {"versie", "document", "peildatum", "uitkomsten", "vragen", "aannamen", "waarschuwingen"}));
}

std::string graphSchema() {
  return finished("Regelgraaf", object({{"versie", {{"const", jsonVersion}}},
                                        {"document", text()},
                                        {"titel", text()},
                                        {"rond", text()},
                                        {"knopen", listOf(nodeSchema())},
                                        {"pijlen", listOf(edgeSchema())}},
                                       {"versie", "document", "titel", "knopen", "pijlen"}));
}

}  // namespace beding

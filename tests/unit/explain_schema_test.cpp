// That the schemas are sound and that real output keeps to them is checked by tests/schema/validate.py; here: what is
// in them.
#include <doctest/doctest.h>

#include "explain/schema.h"
#include "timeline_sample.h"

using namespace beding;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the timeline schema has every event type with its attributes") {
  const std::string schema = timelineSchema(sample::vocabulary());
  CHECK(has(schema, "\"$schema\": \"https://json-schema.org/draft/2020-12/schema\""));
  for (const EventType& type : sample::vocabulary()) {
    CHECK(has(schema, "\"const\": \"" + type.name + "\""));
    for (const Attribute& attribute : type.attributes) CHECK(has(schema, "\"" + attribute.name + "\": {"));
  }
  CHECK(has(schema, "\"const\": \"oordeel vastgelegd\""));
  CHECK(has(schema, "\"voorschot\""));
}

TEST_CASE("the outcome schema has every kind and field") {
  const std::string schema = outcomeSchema();
  for (const char* name : {"plicht", "eigenschap", "te-laat-nagekomen", "uiterlijk_laatst", "in_rekening", "grondslag",
                           "nodig_voor", "waarschuwingen"})
    CHECK(has(schema, "\"" + std::string(name) + "\""));
}

TEST_CASE("the graph schema has nodes and edges") {
  CHECK(has(graphSchema(), "\"knopen\""));
  CHECK(has(graphSchema(), "\"pijlen\""));
}

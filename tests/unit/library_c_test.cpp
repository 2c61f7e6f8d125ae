// Events as structs in C: the same as a line, and nothing when a field is not whole.
#include "beding/beding_c.h"
#include "library_sample.h"

namespace beding::sample {

namespace {

/// An evaluation in C, on the bytes of the small document.
struct Going {
  Going() {
    const std::string bytes = *paymentTerms().bgraf();
    REQUIRE(beding_graph_load(BEDING_ABI, bytes.data(), bytes.size(), &graph, nullptr) == BEDING_OK);
    REQUIRE(beding_evaluation_begin(graph, nullptr, 0, &evaluation, nullptr) == BEDING_OK);
  }
  ~Going() {
    beding_evaluation_free(evaluation);
    beding_graph_free(graph);
  }
  Going(const Going&) = delete;
  Going& operator=(const Going&) = delete;

  beding_code apply(const beding_event& event) { return beding_evaluation_apply_event(evaluation, &event, nullptr); }
  [[nodiscard]] std::string timeline() const {
    beding_bytes bytes{};
    REQUIRE(beding_evaluation_timeline(evaluation, &bytes, nullptr) == BEDING_OK);
    const std::string text(bytes.data, bytes.size);
    beding_bytes_free(&bytes);
    return text;
  }

  beding_graph* graph = nullptr;
  beding_evaluation* evaluation = nullptr;
};

beding_field text(const char* name, const char* value) { return {name, BEDING_TEXT, value, 0, nullptr, 0}; }
beding_field cents(const char* name, std::int64_t count) { return {name, BEDING_CENTS, nullptr, count, nullptr, 0}; }

}  // namespace

TEST_CASE("in C an event as a struct is the event as a line") {
  Going going;
  const char* about[] = {"a", "b"};
  const beding_field fields[] = {
      text("factuur", "F1"), cents("bedrag", 121005), {"betreft", BEDING_TEXTS, nullptr, 0, about, 2}};
  CHECK(going.apply({"factuur verzonden", "2026-05-11", fields, 3}) == BEDING_OK);
  CHECK(going.timeline() ==
        "{\"op\":\"2026-05-11\",\"gebeurtenis\":\"factuur verzonden\",\"factuur\":\"F1\",\"bedrag\":\"1210.05\","
        "\"betreft\":[\"a\",\"b\"]}\n");
}

TEST_CASE("in C a field that is not whole is refused, and so is a value of another type") {
  Going going;
  const beding_field nameless = text(nullptr, "F1"), empty = text("factuur", nullptr);
  beding_field strange = text("factuur", "F1");
  strange.kind = static_cast<beding_field_kind>(7);  // no such kind
  const beding_field truth = {"factuur", BEDING_TRUTH, nullptr, 1, nullptr, 0};
  for (const beding_field& field : {nameless, empty, strange})
    CHECK(going.apply({"factuur verzonden", "2026-05-11", &field, 1}) == BEDING_WRONG_USAGE);
  CHECK(going.apply({"factuur verzonden", "2026-05-11", nullptr, 1}) == BEDING_WRONG_USAGE);
  CHECK(going.apply({"factuur verzonden", "2026-05-11", &truth, 1}) == BEDING_INVALID_INPUT);
  CHECK(going.apply({nullptr, nullptr, nullptr, 0}) == BEDING_INVALID_INPUT);
  CHECK(going.timeline().empty());
}

}  // namespace beding::sample

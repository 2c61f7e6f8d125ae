// Of many events those that may be about an instance are looked at, and no others: what is said of it stays the same.
#include "unit/graph_builder.h"

namespace beding::built {

namespace {

/// 2.1: an invoice is disputed once an objection was made against it.
Builder disputing() {
  Builder built;
  built.invoices();
  State disputed;
  disputed.where = Builder::where("2.1");
  disputed.name = "betwist";
  disputed.binders = {{built.invoice, {}}};
  const PatternId objection =
      built.pattern("bezwaar gemaakt", 1,
                    built.make(Op::refersTo, {built.var(1), built.var(0)}, built.field("bezwaar gemaakt", "tegen")));
  disputed.begins = {{{}, built.make(Op::happened, {}, objection.index)}};
  disputed.report = StateReport::state;
  built.add(disputed);
  return built;
}

std::string invoice(int number) {
  return R"({"op":"2026-06-01","gebeurtenis":"factuur verzonden","bedrag":"1.00","id":"E)" + std::to_string(number) +
         R"(","factuur":"F)" + std::to_string(number) + "\"}\n";
}
std::string objection(const std::string& about) {
  return R"({"op":"2026-06-02","gebeurtenis":"bezwaar gemaakt")" + about + "}\n";
}

std::string statusOf(const std::string& lines, const std::string& key) {
  const Evaluation evaluation = disputing().run(lines, "2026-06-03");
  const Outcome* outcome = find(evaluation, "2.1", OutcomeKind::state, key);
  return outcome == nullptr ? "none" : outcome->status;
}

}  // namespace

TEST_CASE("of many objections those count that name the invoice, its event, or are about it") {
  std::string lines;
  for (int number = 1; number <= 40; ++number) lines += invoice(number);
  for (int number = 1; number <= 30; ++number) lines += objection(R"(,"tegen":"F)" + std::to_string(number) + "\"");
  lines += objection(R"(,"tegen":"E31")") + objection(R"(,"betreft":["F32","F33"])");
  for (const char* key : {"F1", "F30", "F31", "F32", "F33"}) CHECK_MESSAGE(statusOf(lines, key) == "ja", key);
  CHECK(statusOf(lines, "F34") == "nee");
  // one of which it is not said what it is against may be against any
  const std::string vague = lines + objection("");
  CHECK(statusOf(vague, "F1") == "ja");
  CHECK(statusOf(vague, "F34") == "onbekend");
}

}  // namespace beding::built

// Lines that come in one by one make the timeline that they make together.
#include "timeline/growing.h"

#include <doctest/doctest.h>

#include "timeline/record.h"
#include "timeline_sample.h"

using namespace beding;

namespace {

/// Everything of a timeline that the order and the corrections decide.
std::string told(const Timeline& timeline) {
  std::string all;
  for (const Event& event : timeline.events) {
    all += event.key + " " + std::to_string(event.line) + "/" + std::to_string(event.position) + " " +
           isoText(event.at) + ";";
    for (const std::string& key : event.formerKeys) all += " was " + key;
  }
  for (const JudgementAnswer& answer : timeline.judgements) all += " oordeel " + answer.key;
  for (const std::string& contract : timeline.contracts) all += " van " + contract;
  return all;
}

/// Lines as they came in, one by one and together.
struct Coming {
  GrowingTimeline growing{types(), "dossier.jsonl"};
  std::string taken;
  std::uint32_t count = 0;
  bool atTheEnd = false;

  static const std::vector<EventType>& types() {
    static const std::vector<EventType> all = sample::vocabulary();
    return all;
  }
  /// Whether the line was taken in, and both ways say the same of it.
  bool take(const std::string& line) {
    Records records = recordsIn(line);
    for (Record& record : records.records) record.line += count;
    const auto added = growing.add(typedLines(std::move(records), "dossier.jsonl", types()));
    const TimelineResult together = sample::read(taken + line + "\n");
    atTheEnd = added.atTheEnd;
    REQUIRE(added.problems.size() == together.problems.size());
    for (std::size_t i = 0; i < added.problems.size(); ++i)
      CHECK(text(added.problems[i]) == text(together.problems[i]));
    if (!added.problems.empty()) return false;
    taken += line + "\n";
    ++count;
    CHECK(told(growing.timeline()) == told(together.timeline));
    return true;
  }
};

std::string line(const std::string& id, const std::string& op, const std::string& rest) {
  return R"({"id":")" + id + R"(","op":")" + op + "\"," + rest + "}";
}

const std::string offer = R"("gebeurtenis":"aanbod uitgebracht","aanbod":)";
const std::string acceptance = R"("gebeurtenis":"aanbod aanvaard")";

}  // namespace

TEST_CASE("a line that stands by itself behind all others is put there") {
  Coming coming;
  CHECK(coming.take(line("a", "2025-03-01", offer + "\"O1\"")));
  CHECK(coming.atTheEnd);
  CHECK(coming.take(line("b", "2025-03-01T10:00", offer + R"("O2","overeenkomst":"K")")));
  CHECK(coming.atTheEnd);
  CHECK(coming.take(line("c", "2025-03-01T09:00", offer + "\"O3\"")));  // an earlier hour of that day
  CHECK_FALSE(coming.atTheEnd);
  CHECK(coming.take(line("d", "2025-03-01", offer + "\"O4\"")));  // the hour of c, which came last: before b
  CHECK_FALSE(coming.atTheEnd);
  CHECK_FALSE(coming.take(line("a", "2025-03-05", offer + "\"O5\"")));  // the id of another line
  CHECK(coming.take(line("e", "2025-03-05", R"("gebeurtenis":"aanbod uitgebracht","aanbod":"O1","corrigeert":"a")")));
  CHECK_FALSE(coming.atTheEnd);
  CHECK_FALSE(coming.take(line("a", "2025-03-06", offer + "\"O6\"")));  // of a line that gave way
  CHECK(coming.take(line("f", "2025-03-06", offer + "\"O6\"")));
  CHECK(coming.atTheEnd);
  CHECK(coming.take(R"({"vervalt":"e"})"));
  CHECK_FALSE(coming.atTheEnd);
}

TEST_CASE("what an earlier line left out may be missed once there are two things it can mean") {
  Coming coming;
  CHECK(coming.take(line("a", "2025-03-01", offer + "\"O1\"")));
  CHECK(coming.take(line("b", "2025-03-02", acceptance + R"(,"aanbod":"O1")")));
  CHECK(coming.take(line("c", "2025-03-03", acceptance)));
  CHECK_FALSE(coming.take(line("d", "2025-03-04", offer + "\"O2\"")));
  CHECK(coming.take(line("d", "2025-03-04", R"("gebeurtenis":"opzegging gedaan")")));
}

TEST_CASE("whatever comes in, and in whatever order") {
  auto any = [seed = std::uint64_t{7}](std::uint64_t below) mutable {
    seed = seed * 6364136223846793005U + 1442695040888963407U;
    return std::to_string((seed >> 33) % below);
  };
  for (int round = 0; round < 200; ++round) {
    Coming coming;
    for (int step = 0; step < 12; ++step) {
      const std::string hour = any(3) == "0" ? "T1" + any(9) + ":00" : "";
      std::string rest = any(4) == "0" ? acceptance : offer + "\"O" + any(3) + "\"";
      if (any(6) == "0") rest += R"(,"corrigeert":")" + any(9) + "\"";
      if (any(6) == "0") rest += R"(,"overeenkomst":"K")";
      if (any(12) == "0") rest = R"("gebeurtenis":"oordeel vastgelegd","norm":"x:1.1/y","uitkomst":true)";
      const bool withdraws = any(12) == "0";
      coming.take(withdraws ? R"({"vervalt":")" + any(9) + "\"}"
                            : line(any(12), "2025-03-0" + std::to_string(1 + step / 4) + hour, rest));
    }
  }
}

// Two ways from JSON Lines to a timeline: the quick one either gives what the thorough one gives, or steps aside.
#include <doctest/doctest.h>

#include <random>

#include "timeline/line_layouts.h"
#include "timeline/lines.h"
#include "timeline/packed_lines.h"
#include "timeline/plain_lines.h"
#include "timeline/reader.h"
#include "timeline/record.h"
#include "timeline_sample.h"

using namespace beding;

namespace {

std::string shown(const Value& value) {
  std::string text = std::to_string(value.index()) + "=";
  if (const auto* each = std::get_if<Truth>(&value)) text += std::to_string(static_cast<int>(*each));
  if (const auto* each = std::get_if<Number>(&value)) text += each->text();
  if (const auto* each = std::get_if<Money>(&value)) text += each->euros.text();
  if (const auto* each = std::get_if<Moment>(&value)) text += isoText(*each) + (each->instant ? "T" : "D");
  if (const auto* each = std::get_if<Duration>(&value)) text += dutchText(*each);
  for (const std::string& each : textsOf(value)) text += each + ",";
  return text;
}

std::string shown(const std::vector<std::string>& texts) {
  std::string all = "[";
  for (const std::string& each : texts) all += each + ",";
  return all + "]";
}

std::string shown(const Event& event) {
  std::string text = std::to_string(event.type.index) + " " + isoText(event.at) + " " + event.key + " " +
                     std::to_string(event.position) + " " + std::to_string(event.line) + shown(event.formerKeys) +
                     shown(event.about) + (event.recorded ? isoText(*event.recorded) : "") + "|" + event.corrects +
                     "|" + event.withdraws + "|" + event.contract + "|";
  for (const Value& value : event.attributes) text += shown(value) + ";";
  return text + "\n";
}

std::string shown(const JudgementAnswer& answer) {
  return "oordeel " + answer.norm + " " + answer.subject + " " + shown(answer.outcome) + " " + isoText(answer.at) +
         " " + std::to_string(answer.position) + " " + answer.key + " " + answer.by + " " + answer.corrects + " " +
         answer.withdraws + " " + answer.contract + "\n";
}

std::string shown(const TimelineResult& result) {
  std::string all = result.timeline.name + shown(result.timeline.contracts) + "\n";
  for (const Event& event : result.timeline.events) all += shown(event);
  for (const JudgementAnswer& answer : result.timeline.judgements) all += shown(answer);
  for (const InputProblem& problem : result.problems) all += text(problem) + text(problem, Language::english) + "\n";
  for (const InputProblem& problem : result.skipped) all += "overgeslagen " + text(problem) + "\n";
  return all;
}

std::string shown(const PlainTimeline& plain, const std::vector<EventType>& types) {
  std::string text;
  for (const PlainEvent& event : plain.events) {
    text += std::to_string(event.type.index) + " " + isoText(event.at) + " " + std::to_string(event.line) + " " +
            std::string(event.key) + " " + std::string(event.contract);
    for (std::size_t i = 0; i < at(types, event.type).attributes.size(); ++i) {
      const PlainValue& value = plain.valuesOf(event)[i];
      text += " " + std::to_string(static_cast<int>(value.kind)) + ",";
      text += value.text().empty() ? std::to_string(value.number) : std::string(value.text());
    }
    text += "\n";
  }
  return text;
}

/// The timeline or the problems, one way and the other; and without a copy, where that can be.
void checkSame(const std::string& text, const ReadOptions& options = {}) {
  static const std::vector<EventType> types = sample::vocabulary();
  static const TimelineReader reader(types);
  INFO(text);
  const std::string quick = shown(reader.read(text, {}, "dossier.jsonl", options));
  const TimelineResult thorough = readRecords(readJsonLines(text), "dossier.jsonl", types, options);
  CHECK(quick == shown(thorough));
  static LineLayouts layouts;  // of all that was read
  PlainTimeline plain, copied;
  LineLayouts none;
  const bool quickly = reader.read(text, {}, layouts, plain);
  CHECK(quickly == reader.read(text, {}, none, copied));
  PackedLines kept;
  reader.keep(text, kept);
  CHECK(reader.text(kept) == (text.empty() || text.ends_with('\n') ? text : text + "\n"));
  CHECK(quickly == reader.read(kept, copied));
  if (quickly) CHECK(shown(plain, types) == shown(copied, types));
  if (options.skipBad || options.asKnownOn || !quickly) return;
  CHECK(thorough.problems.empty());
  REQUIRE(plainOf(thorough.timeline, types, copied));
  CHECK(shown(plain, types) == shown(copied, types));
  CHECK(namesAreKnown(plain) == namesAreKnown(copied));
}

/// Whether all of it can be read without a copy.
bool isPlain(const std::string& text) {
  const std::vector<EventType> types = sample::vocabulary();
  PlainTimeline plain;
  LineLayouts layouts;
  return TimelineReader(types).read(text, {}, layouts, plain);
}

/// How many of the lines take the quick way.
std::size_t plainIn(std::string_view text) {
  const std::vector<EventType> types = sample::vocabulary();
  const PlainLines plain(types);
  std::size_t count = 0;
  eachLine(text, [&](std::string_view line, std::size_t place) {
    Event event;
    if (plain.read(line, static_cast<std::uint32_t>(place + 1), event)) ++count;
  });
  return count;
}

std::string line(const std::string& type, const std::string& fields) {
  return R"({"op":"2025-03-01","gebeurtenis":")" + type + "\"" + (fields.empty() ? "" : ",") + fields + "}\n";
}

const std::vector<std::string> fields = {R"("id":"E1")",
                                         R"("id":12)",
                                         R"("id":"")",
                                         R"("overeenkomst":"K1")",
                                         R"("overeenkomst":7)",
                                         R"("vastgelegd":"2025-03-02")",
                                         R"("vastgelegd":"x")",
                                         R"("betreft":"F1")",
                                         R"("betreft":["F1"])",
                                         R"("betreft":true)",
                                         R"("toelichting":null)",
                                         R"("toelichting":"één")",
                                         R"("factuur":"F1")",
                                         R"("Factuur":"F1")",
                                         R"("factuur":12)",
                                         R"("factuur":["F1","F2"])",
                                         R"("bedrag":"1210.05")",
                                         R"("bedrag":1000)",
                                         R"("bedrag":-0)",
                                         R"("bedrag":007)",
                                         R"("bedrag":12.50)",
                                         R"("bedrag":12345678901234567890123)",
                                         R"("bedrag":"1.210")",
                                         R"("bedrag":"99999999999999999999.99")",
                                         R"("bedrag":"")",
                                         R"("factuurdatum":"2025-02-28T12:00")",
                                         R"("soort":"Regulier")",
                                         R"("soort":"voorschot")",
                                         R"("soort":"iets")",
                                         R"("specificatie":true)",
                                         R"("specificatie":"ja")",
                                         R"("specificatie":"onbekend")",
                                         R"("specificatie":1)",
                                         R"("partij":"Opdrachtgever")",
                                         R"("partij":"opdrachtgevr")",
                                         R"("partij":"bank")",
                                         R"("vorm":"schriftelijk")",
                                         R"("ontvangen":"2025-03-30T02:30")",
                                         R"("per direct":"nee")",
                                         R"("geldigheid":"14 dagen")",
                                         R"("geldigheid":"1 eeuw")",
                                         R"("onderdelen":"a")",
                                         R"("onderdelen":["a","b"])",
                                         R"("duur":"1 jaar")",
                                         R"("termijn":"2025-04-01")",
                                         R"("termijn":"7 dagen")",
                                         R"("week":"2025-W10")",
                                         R"("week":"2025-W60")",
                                         R"("uren":"7.5")",
                                         R"("uren":7)",
                                         R"("percentage":"5%")",
                                         R"("percentage":"5 procent")",
                                         R"("corrigeert":"E1")",
                                         R"("vervalt":"E1")",
                                         R"("datum":"2025-03-01")",
                                         R"("datum":"2025-03-02")",
                                         R"("op":"2025-03-05T10:00")",
                                         R"("naam":"x")",
                                         R"("id" : "E\u0031")",
                                         R"("norm":"1.1")",
                                         R"("uitkomst":"ja")"};

}  // namespace

TEST_CASE("every field on every event type is read the same way twice") {
  std::vector<EventType> types = sample::vocabulary();
  types.push_back({std::string(judgementType), {}});
  for (const EventType& type : types)
    for (const std::string& field : fields) checkSame(line(type.name, field));
}

TEST_CASE("random lines, whole and damaged, are read the same way twice") {
  std::mt19937 random(20251122);
  const auto upTo = [&](std::size_t count) { return random() % count; };
  const std::vector<EventType> types = sample::vocabulary();
  constexpr std::string_view damaging = "\"\\{}[]:,0-9te \n\r\t\x01\x7f\xc3\xa9\xff";
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (std::size_t lines = 1 + upTo(4); lines > 0; --lines) {
      std::string some;
      for (std::size_t count = upTo(5); count > 0; --count)
        some += (some.empty() ? "" : upTo(4) == 0 ? ", " : ",") + fields[upTo(fields.size())];
      text += line(types[upTo(types.size())].name, some);
    }
    for (std::size_t damage = upTo(3); damage > 0; --damage) text[upTo(text.size())] = damaging[upTo(damaging.size())];
    ReadOptions options;
    options.skipBad = upTo(2) == 0;
    if (upTo(4) == 0) options.asKnownOn = dateOf({2025, 3, 2});
    checkSame(text, options);
  }
}

TEST_CASE("the lines of an ordinary case take the quick way") {
  const std::string ordinary =
      line("factuur verzonden",
           R"("overeenkomst":"K1","id":"E1","factuur":"F1","bedrag":"1210.00","soort":"regulier")") +
      line("betaling ontvangen", R"("id":"E2", "factuur": "F1", "bedrag": 1000)") +
      line("opzegging gedaan", R"("partij":"Opdrachtgever","vorm":"per e-mail, één keer","per direct":true)");
  CHECK(plainIn(ordinary) == 3);
  CHECK(plainIn(line("factuur verzonden", R"("factuur":"F1","bedrag":12.5)")) == 0);
  CHECK(plainIn(line(std::string(judgementType), R"("norm":"1.1","uitkomst":"ja")")) == 0);
}

TEST_CASE("lines that are nearly like all others are read the same way twice") {
  const std::string whole = line("factuur verzonden", R"("overeenkomst":"K1","factuur":"F1","bedrag":"1.00")");
  for (std::size_t place = 0; place < whole.size(); ++place) {
    checkSame(std::string(whole).erase(place, 1));
    checkSame(std::string(whole).insert(place, 1, whole[place]));
    for (const char each : std::string_view("\"{}:, x")) checkSame(std::string(whole).replace(place, 1, 1, each));
  }
  checkSame(
      line("factuur verzonden", R"("factuur":"F1","bedrag":"1.00","toelichting":")" + std::string(5000, 'x') + '"'));
  checkSame(line("factuur verzonden", R"("factuur":"","bedrag":"1.00")"));
  for (const std::string_view day : {"2015-03-01", "2025-03-01", "2015-03-01", "2025-02-31", "2025-03-1x", "2025-33-01",
                                     "2025-03/01", "0000-01-01", "2025-03-01"})
    checkSame(R"({"op":")" + std::string(day) + R"(","gebeurtenis":"betaling ontvangen","bedrag":"1.00"})" + "\n");
  for (const std::string_view cents :
       {"1.", ".1", "1.234", "-", "-1.5", "9999999999999.99", "10000000000000.00", "1,5"})
    checkSame(line("factuur verzonden", R"("factuur":"F1","bedrag":")" + std::string(cents) + '"'));
}

TEST_CASE("what stands in order and has to be held against nothing is read without a copy") {
  const std::string invoice =
      line("factuur verzonden", R"("id":"E1","factuur":"F1","bedrag":"1210.5","soort":"regulier")");
  const std::string payment = line("betaling ontvangen", R"("id":"E2","factuur":"F1","bedrag":1000)");
  const std::string earlier = R"({"op":"2025-02-28","gebeurtenis":"betaling ontvangen","bedrag":"1.00"})";
  CHECK(isPlain(invoice + payment + line("betaling ontvangen", R"("bedrag":"-0.05")")));
  CHECK_FALSE(isPlain(invoice + earlier));            // has to be sorted
  CHECK_FALSE(isPlain(invoice + invoice));            // an id twice
  CHECK_FALSE(isPlain(line("aanbod aanvaard", "")));  // may be left out when there is only one
  CHECK_FALSE(isPlain(line("betaling ontvangen", R"("overeenkomst":"K1","bedrag":1)") +
                      line("betaling ontvangen", R"("overeenkomst":"K2","bedrag":1)")));
  CHECK_FALSE(isPlain(line("opzegging gedaan", R"("partij":"bank")")));
  CHECK_FALSE(isPlain(line("factuur verzonden", R"("factuur":"F1","bedrag":1,"soort":"Regulier")")));
  CHECK_FALSE(isPlain(R"({"op":"2025-03-01T10:00","gebeurtenis":"betaling ontvangen","bedrag":1})"));
}

TEST_CASE("of lines that are laid out alike only the values are kept, for many contracts at once") {
  const std::vector<EventType> types = sample::vocabulary();
  const TimelineReader reader(types);
  const std::string first = line("factuur verzonden", R"("factuur":"F1","bedrag":"1.00")");
  const std::string second = line("factuur verzonden", R"("factuur":"F22","bedrag":"300.00")");
  PackedLines kept, others;
  reader.keep(first + second, kept);
  reader.keep(second, others);
  CHECK(kept.end().bytes == (1 + 11 + 3 + 5) + (1 + 11 + 4 + 7));  // layout; then each value behind its length
  CHECK(others.end().bytes == 1 + 11 + 4 + 7);
  const PackedLines::Place end = kept.end(), last = kept.last();
  const std::string odd = line("factuur verzonden", R"("factuur":")" + std::string(300, 'F') + R"(","bedrag":1)");
  reader.keep(odd + "\n" + first, kept);
  CHECK(kept.count() == 5);
  CHECK(reader.text(kept) == first + second + odd + "\n" + first);
  kept.cut(end, last);
  CHECK(kept.count() == 2);
  CHECK(reader.text(kept) == first + second);
}

TEST_CASE("a line that goes on from the one before it need not be held against the others") {
  const std::vector<EventType> types = sample::vocabulary();
  const TimelineReader reader(types);
  const auto payment = [](const std::string& day, const std::string& rest) {
    return R"({"op":"2025-03-)" + day + R"(","gebeurtenis":"betaling ontvangen","bedrag":"1.00")" + rest + "}\n";
  };
  PlainTimeline plain;
  const auto goOn = [&](const std::string& before, const std::string& lines) {
    PackedLines kept;
    reader.keep(before, kept);
    const PackedLines::Place last = kept.last();
    reader.keep(lines, kept);
    return reader.readOn(kept, last, plain);
  };
  const std::string first = payment("01", R"(,"id":"E8")"), second = payment("02", R"(,"id":"E9")");
  CHECK(goOn("", first + second));
  CHECK(goOn(first + second, payment("02", R"(,"id":"E10")")));
  CHECK(plain.events.size() == 2);
  CHECK(plain.events.back().line == 3);
  CHECK_FALSE(goOn(first + second, payment("02", R"(,"id":"E8")")));
  CHECK_FALSE(goOn(first + second, payment("01", R"(,"id":"E10")")));
  CHECK_FALSE(goOn(first + second, payment("02", R"(,"id":"E10","overeenkomst":"K1")")));
  CHECK_FALSE(goOn(first + second + "\n", payment("01", R"(,"id":"E8")")));
  CHECK_FALSE(goOn(first, payment("02", R"(,"id":"E10","corrigeert":"E8")")));
}

TEST_CASE("plain lines know what they refer to") {
  const std::vector<EventType> types = sample::vocabulary();
  const TimelineReader reader(types);
  PlainTimeline plain;
  LineLayouts layouts;
  const auto areKnown = [&](const std::string& text) {
    REQUIRE(reader.read(text, {}, layouts, plain));
    return namesAreKnown(plain);
  };
  const std::string invoice = line("factuur verzonden", R"("id":"E1","factuur":"F1","bedrag":1)");
  CHECK(areKnown(invoice + line("betaling ontvangen", R"("factuur":"F1","bedrag":1)")));
  CHECK(areKnown(invoice + line("betaling ontvangen", R"("betreft":"E1","bedrag":1)")));
  CHECK_FALSE(areKnown(invoice + line("betaling ontvangen", R"("factuur":"F2","bedrag":1)")));
  CHECK_FALSE(areKnown(invoice + line("betaling ontvangen", R"("betreft":"E7","bedrag":1)")));
}

TEST_CASE("a line goes by the number that it is given") {
  const std::vector<EventType> types = sample::vocabulary();
  const std::string text = line("betaling ontvangen", R"("bedrag":10)") + "\n" + line("betaling ontvangen", "");
  const auto result = TimelineReader(types).read(text, {1, {4, 5, 9}}, "dossier.jsonl", {});
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems.front().line == 9);
}

TEST_CASE("an array in place of lines is said once") {
  checkSame("[" + line("betaling ontvangen", R"("bedrag":10)"));
  checkSame(line("betaling ontvangen", R"("bedrag":10)") + "[");
}

#include <doctest/doctest.h>

#include "timeline_sample.h"

using namespace beding;
using sample::read;

namespace {

/// The one event of a line, which must be readable.
Event event(std::string_view line) {
  const TimelineResult result = read(line);
  for (const InputProblem& problem : result.problems) FAIL_CHECK(text(problem));
  REQUIRE(result.timeline.events.size() == 1);
  return result.timeline.events.front();
}

const Value& attribute(const Event& event, std::string_view name) {
  static const std::vector<EventType> types = sample::vocabulary();
  return event.attributes.at(*attributeIndex(at(types, event.type), name));
}

Value valueOf(std::string_view line, std::string_view name) { return attribute(event(line), name); }

}  // namespace

TEST_CASE("an invoice is read with its attributes typed") {
  const Event invoice = event(
      R"({"op":"2025-03-01","gebeurtenis":"factuur verzonden","factuur":"F1","factuurdatum":"2025-02-28","bedrag":"1210.05"})");
  CHECK(invoice.type == EventTypeId{0});
  CHECK(invoice.key == "#1");
  CHECK(isoText(invoice.at) == "2025-03-01");
  CHECK(std::get<std::string>(attribute(invoice, "factuur")) == "F1");
  CHECK(std::get<Money>(attribute(invoice, "bedrag")) == Money{Number::ratio(121005, 100)});
  CHECK(isoText(std::get<Moment>(attribute(invoice, "factuurdatum"))) == "2025-02-28");
  CHECK_FALSE(isKnown(attribute(invoice, "soort")));
}

TEST_CASE("general fields are kept beside the attributes") {
  const Event payment =
      event(R"({"op":"2025-03-20T14:05","gebeurtenis":"betaling ontvangen","id":"B1","bedrag":1000,)"
            R"("betreft":["F1","F2"],"overeenkomst":"K1","vastgelegd":"2025-03-21","toelichting":"bank"})");
  CHECK(payment.key == "B1");
  CHECK(payment.about == std::vector<std::string>{"F1", "F2"});
  CHECK(payment.contract == "K1");
  CHECK(isoText(*payment.recorded) == "2025-03-21");
  CHECK(isoText(payment.at) == "2025-03-20T14:05:00+01:00");
  CHECK(std::get<Money>(attribute(payment, "bedrag")) == Money{1000});
}

TEST_CASE("overeenkomst is both the contract and, where declared, an attribute") {
  const Event made = event(R"({"op":"2025-01-01","gebeurtenis":"overeenkomst gesloten","overeenkomst":"K1"})");
  CHECK(made.contract == "K1");
  CHECK(std::get<std::string>(attribute(made, "overeenkomst")) == "K1");
}

TEST_CASE("an instant with another offset belongs to its Amsterdam day") {
  const Event made = event(R"({"op":"2025-06-30T23:30:00Z","gebeurtenis":"overeenkomst gesloten"})");
  CHECK(isoText(made.at.day) == "2025-07-01");
  CHECK(isoText(made.at) == "2025-07-01T01:30:00+02:00");
}

TEST_CASE("truth is a boolean, ja, nee or onbekend") {
  const auto truth = [](std::string_view written) {
    return std::get<Truth>(
        valueOf(R"({"op":"2025-01-01","gebeurtenis":"opzegging gedaan","per direct":)" + std::string(written) + "}",
                "per direct"));
  };
  CHECK(truth("true") == Truth::yes);
  CHECK(truth("false") == Truth::no);
  CHECK(truth(R"("ja")") == Truth::yes);
  CHECK(truth(R"("Nee")") == Truth::no);
  CHECK(truth(R"("onbekend")") == Truth::unknown);
}

TEST_CASE("lists, references, durations, numbers, percentages and periods") {
  using Texts = std::vector<std::string>;
  const std::string made = R"({"op":"2025-01-01","gebeurtenis":"overeenkomst gesloten",)";
  CHECK(std::get<Texts>(valueOf(made + R"("onderdelen":["VPS","domein"]})", "onderdelen")) == Texts{"VPS", "domein"});
  CHECK(std::get<Texts>(valueOf(made + R"("onderdelen":"VPS"})", "onderdelen")) == Texts{"VPS"});
  CHECK(std::get<Duration>(valueOf(made + R"("duur":"12 maanden"})", "duur")) == Duration{12, TimeUnit::month});
  CHECK(std::get<Duration>(valueOf(made + R"("duur":"onbepaald"})", "duur")).unit == TimeUnit::indefinite);
  CHECK_FALSE(isKnown(valueOf(made + R"("onderdelen":[]})", "onderdelen")));
  CHECK_FALSE(isKnown(valueOf(made + R"("duur":null})", "duur")));

  const std::string paid = R"({"op":"2025-01-01","gebeurtenis":"betaling ontvangen","bedrag":"1.5",)";
  CHECK(std::get<Texts>(valueOf(paid + R"("factuur":["F1","F2"]})", "factuur")) == Texts{"F1", "F2"});
  CHECK(std::get<std::string>(valueOf(paid + R"("factuur":["F1"]})", "factuur")) == "F1");
  CHECK(std::get<std::string>(valueOf(paid + R"("factuur":2025001})", "factuur")) == "2025001");

  const std::string hours = R"({"op":"2025-01-01","gebeurtenis":"uren geregistreerd",)";
  CHECK(std::get<Number>(valueOf(hours + R"("uren":"37.5"})", "uren")) == Number::ratio(75, 2));
  CHECK(std::get<Number>(valueOf(hours + R"("uren":40})", "uren")) == Number(40));
  CHECK(std::get<Number>(valueOf(hours + R"("percentage":"5%"})", "percentage")) == Number::ratio(5, 100));
  CHECK(std::get<Number>(valueOf(hours + R"("percentage":"10.15"})", "percentage")) == Number::ratio(1015, 10000));
  CHECK(std::get<std::string>(valueOf(hours + R"("week":"2026-W53"})", "week")) == "2026-W53");
  CHECK(std::get<std::string>(valueOf(hours + R"("week":"2026-06"})", "week")) == "2026-06");
  CHECK(std::get<std::string>(valueOf(hours + R"("week":"2026-06-01/2026-06-30"})", "week")) ==
        "2026-06-01/2026-06-30");
}

TEST_CASE("an attribute may have a second type") {
  const std::string notice = R"({"op":"2025-01-01","gebeurtenis":"ingebrekestelling verzonden","termijn":)";
  CHECK(std::get<Duration>(valueOf(notice + R"("7 dagen"})", "termijn")) == Duration{7, TimeUnit::day});
  CHECK(isoText(std::get<Moment>(valueOf(notice + R"("2025-01-15"})", "termijn"))) == "2025-01-15");
}

TEST_CASE("a date keeps no hour, an instant does when it is given") {
  const Event invoice = event(
      R"({"op":"2025-03-01","gebeurtenis":"factuur verzonden","factuur":"F1","bedrag":1,"factuurdatum":"2025-03-01T09:00"})");
  CHECK(isoText(std::get<Moment>(attribute(invoice, "factuurdatum"))) == "2025-03-01");
  const std::string notice = R"({"op":"2025-03-01","gebeurtenis":"opzegging gedaan","ontvangen":)";
  CHECK(isoText(std::get<Moment>(valueOf(notice + R"("2025-03-02"})", "ontvangen"))) == "2025-03-02");
  CHECK(isoText(std::get<Moment>(valueOf(notice + R"("2025-07-02T09:00"})", "ontvangen"))) ==
        "2025-07-02T09:00:00+02:00");
}

TEST_CASE("parties and choices get their declared spelling, forms stay as written") {
  const std::string notice = R"({"op":"2025-03-01","gebeurtenis":"opzegging gedaan",)";
  CHECK(std::get<std::string>(valueOf(notice + R"("partij":"opdrachtgever"})", "partij")) == "Opdrachtgever");
  CHECK(std::get<std::string>(valueOf(notice + R"("partij":"Jansen B.V."})", "partij")) == "Jansen B.V.");
  CHECK(std::get<std::string>(valueOf(notice + R"("vorm":"e-mail"})", "vorm")) == "e-mail");
  CHECK(std::get<std::string>(valueOf(notice + R"("vorm":"schriftelijk papier"})", "vorm")) == "schriftelijk papier");
  CHECK(std::get<std::string>(valueOf(
            R"({"op":"2025-03-01","gebeurtenis":"factuur verzonden","factuur":"F1","bedrag":1,"soort":"Voorschot"})",
            "soort")) == "voorschot");
}

TEST_CASE("the day or hour of the event itself may be repeated") {
  CHECK(read(R"({"op":"2025-03-01T10:00","gebeurtenis":"betaling ontvangen","bedrag":1,"datum":"2025-03-01"})")
            .problems.empty());
  CHECK(sample::problems(R"({"op":"2025-03-01","gebeurtenis":"betaling ontvangen","bedrag":1,"datum":"2025-03-02"})") ==
        "dossier.jsonl:1: \"datum\" is hier het moment van de gebeurtenis zelf en wijkt af van \"op\"; laat \"datum\" "
        "weg "
        "of verbeter \"op\"\n");
}

TEST_CASE("judgements are no events") {
  const TimelineResult result = read(
      R"({"op":"2025-03-05","gebeurtenis":"oordeel vastgelegd","norm":"vandeez:1.11/voldoende","onderwerp":"O1","uitkomst":"ja","door":"rechter"}
{"op":"2025-03-01","gebeurtenis":"oordeel vastgelegd","norm":"vandeez:21.1","uitkomst":false}
{"op":"2025-03-06","gebeurtenis":"oordeel vastgelegd","norm":"a:1/b","uitkomst":"1500.00"}
{"op":"2025-03-07","gebeurtenis":"oordeel vastgelegd","norm":"a:1/c","uitkomst":"2025-04-01"}
{"op":"2025-03-08","gebeurtenis":"oordeel vastgelegd","norm":"a:1/d","uitkomst":"10 dagen"})");
  REQUIRE(result.problems.empty());
  CHECK(result.timeline.events.empty());
  const auto& judgements = result.timeline.judgements;
  REQUIRE(judgements.size() == 5);
  CHECK(judgements[0].norm == "vandeez:21.1");
  CHECK(std::get<Truth>(judgements[0].outcome) == Truth::no);
  CHECK(judgements[0].subject.empty());
  CHECK(judgements[1].norm == "vandeez:1.11/voldoende");
  CHECK(judgements[1].subject == "O1");
  CHECK(judgements[1].by == "rechter");
  CHECK(std::get<Number>(judgements[2].outcome) == Number(1500));
  CHECK(isoText(std::get<Moment>(judgements[3].outcome)) == "2025-04-01");
  CHECK(std::get<Duration>(judgements[4].outcome) == Duration{10, TimeUnit::day});
}

TEST_CASE("a reference may be left out while there is only one thing it can mean") {
  const std::string offer1 = R"({"op":"2025-01-01","gebeurtenis":"aanbod uitgebracht","aanbod":"A1"})"
                             "\n";
  const std::string offer2 = R"({"op":"2025-01-02","gebeurtenis":"aanbod uitgebracht","aanbod":"A2"})"
                             "\n";
  const std::string accepted = R"({"op":"2025-01-03","gebeurtenis":"aanbod aanvaard"})"
                               "\n";
  CHECK(read(offer1 + accepted).problems.empty());
  CHECK(sample::problems(offer1 + offer2 + accepted)
            .starts_with("dossier.jsonl:3: bij \"aanbod aanvaard\" ontbreekt het verplichte attribuut \"aanbod\"; "
                         "verwacht wordt het kenmerk"));
}

TEST_CASE("blank lines, line ends of Windows and a byte order mark do not count") {
  const TimelineResult result = read(
      "\xEF\xBB\xBF{\"op\":\"2025-01-01\",\"gebeurtenis\":\"opzegging gedaan\"}\r\n\r\n"
      "{\"op\":\"2025-01-02\",\"gebeurtenis\":\"opzegging gedaan\"}\r\n");
  CHECK(result.problems.empty());
  CHECK(sample::keys(result.timeline) == "#1 #3");
}

TEST_CASE("an empty text is an empty timeline") {
  CHECK(read("").problems.empty());
  CHECK(read(" \n").timeline.events.empty());
}

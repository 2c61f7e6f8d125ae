#include <doctest/doctest.h>

#include "timeline_sample.h"

using beding::sample::problems;

namespace {

/// What is said about the only line of a text, without "dossier.jsonl:1: ".
std::string complaint(std::string_view line) {
  const std::string all = problems(line);
  const std::string start = "dossier.jsonl:1: ";
  return all.starts_with(start) ? all.substr(start.size(), all.size() - start.size() - 1) : "(geen melding) " + all;
}

/// The same for an attribute of an invoice.
std::string invoice(std::string_view attributes) {
  return complaint(R"({"op":"2025-03-01","gebeurtenis":"factuur verzonden","factuur":"F1",)" + std::string(attributes) +
                   "}");
}

const std::string money =
    "; verwacht wordt een bedrag: een tekst met een punt (\"1210.00\") of een geheel aantal euro's (1210)";

}  // namespace

TEST_CASE("half a line of JSON says where it stops") {
  const std::string remedy =
      "; verwacht wordt één volledig object op één regel, zoals "
      "{\"op\":\"2025-03-01\",\"gebeurtenis\":\"factuur verzonden\"}; maak de regel af of laat hem weg";
  CHECK(complaint(R"({"op":"2025-03-01","gebeurtenis":"factuur ver)") ==
        "deze regel is halve JSON: zij houdt op midden in de tekst \"factuur ver" + remedy);
  CHECK(complaint(R"({"op":"2025-03-01")") ==
        "deze regel is halve JSON: zij houdt op voordat het object met } gesloten is" + remedy);
  CHECK(complaint(R"({"op":)") == "deze regel is halve JSON: na \"op\": ontbreekt de waarde" + remedy);
  CHECK(complaint(R"({"op":"2025-03-01",)") ==
        "deze regel is halve JSON: zij houdt op na een komma, waar nog een veld hoort te komen" + remedy);
}

TEST_CASE("a line that is not JSON says where it goes wrong") {
  CHECK(complaint(R"({'op':"2025-03-01"})") ==
        "deze regel is geen JSON: onverwacht teken \"'\" op plaats 2; namen en teksten staan in JSON tussen rechte "
        "dubbele aanhalingstekens: \"op\"");
  CHECK(complaint("{“op”:“2025-03-01”}")
            .starts_with("deze regel is geen JSON: onverwacht teken \"“\" op plaats 2; namen en teksten"));
  CHECK(complaint(R"({"op":"2025-03-01"} {"op":"2025-03-02"})") ==
        "deze regel is geen JSON: onverwacht teken \"{\" op plaats 21; na het object hoort de regel op te houden; zet "
        "elke "
        "gebeurtenis op een eigen regel");
  CHECK(complaint(R"({"op" "2025-03-01"})").starts_with("deze regel is geen JSON: onverwacht teken "));
  CHECK(complaint("{\"op\":\"caf\xE9\"}") ==
        "teken 11 van deze regel is geen UTF-8; sla het bestand op als UTF-8 en probeer het opnieuw");
}

TEST_CASE("JSON that is no event") {
  CHECK(complaint("[{\"op\":\"2025-03-01\"}]") ==
        "de tijdlijn begint met [; verwacht wordt JSON Lines: één object per regel, zonder [ ] eromheen en zonder "
        "komma's "
        "ertussen");
  CHECK(problems("{\"op\":\"2025-03-01\",\"gebeurtenis\":\"opzegging gedaan\"}\n12\n") ==
        "dossier.jsonl:2: deze regel is geen JSON-object; verwacht wordt één gebeurtenis tussen { en }, met ten minste "
        "\"op\" en \"gebeurtenis\"\n");
  CHECK(invoice(R"("bedrag":{"euro":1})") ==
        "de waarde van \"bedrag\" is een object of een lijst in een lijst; verwacht wordt één waarde, of een lijst van "
        "teksten");
  CHECK(invoice(R"("bedrag":[["1"]])").starts_with("de waarde van \"bedrag\" is een object of een lijst in een lijst"));
  CHECK(invoice(R"("bedrag":"1","bedrag":"2")") ==
        "het veld \"bedrag\" staat twee keer op deze regel; laat er één staan, of maak er een lijst van");
  CHECK(complaint("geen json") ==
        "de eerste regel is geen JSON en geen CSV-kop; verwacht wordt een JSON-object per regel, zoals "
        "{\"op\":\"2025-03-01\",\"gebeurtenis\":\"factuur verzonden\"}, of een CSV-kop met de kolommen op en "
        "gebeurtenis");
}

TEST_CASE("unknown names come with the nearest known one") {
  CHECK(complaint(R"({"op":"2025-03-01","gebeurtenis":"factuur verzenden"})") ==
        "onbekende gebeurtenis \"factuur verzenden\"; bedoelde u \"factuur verzonden\"?");
  CHECK(complaint(R"({"op":"2025-03-01","gebeurtenis":"maanlanding"})") ==
        "onbekende gebeurtenis \"maanlanding\"; de bekende namen staan in het vocabulaire (`beding schema tijdlijn`)");
  CHECK(invoice(R"("bedrag":1,"factuurdatums":"2025-03-01")") ==
        "onbekend attribuut \"factuurdatums\" bij \"factuur verzonden\"; bedoelde u \"factuurdatum\"?");
  CHECK(complaint(R"({"op":"2025-03-01","gebeurtenis":"aanbod aanvaard","aanbod":"A1","xyzzy":1})") ==
        "onbekend attribuut \"xyzzy\" bij \"aanbod aanvaard\"; verwacht wordt een van: aanbod, op, gebeurtenis, id, "
        "vastgelegd, corrigeert, vervalt, overeenkomst, betreft, toelichting");
}

TEST_CASE("what is missing is named") {
  CHECK(complaint(R"({"gebeurtenis":"opzegging gedaan"})") ==
        "\"op\" ontbreekt; verwacht wordt wanneer het gebeurde: \"JJJJ-MM-DD\" of \"JJJJ-MM-DDTuu:mm\"");
  CHECK(complaint(R"({"op":"2025-03-01"})") ==
        "\"gebeurtenis\" ontbreekt; verwacht wordt de naam van een gebeurtenistype");
  CHECK(invoice(R"("soort":"regulier")") ==
        "bij \"factuur verzonden\" ontbreekt het verplichte attribuut \"bedrag\"" + money);
  CHECK(complaint(R"({"op":"2025-03-01","gebeurtenis":"oordeel vastgelegd","norm":"a:1"})") ==
        "\"uitkomst\" ontbreekt; een oordeel noemt de vraag (\"norm\") en het antwoord (\"uitkomst\")");
}

TEST_CASE("money is exact") {
  const std::string start = "\"bedrag\" bij \"factuur verzonden\": ";
  CHECK(invoice(R"("bedrag":1210.50)") ==
        start + "1210.50 is een JSON-kommagetal en dus niet exact; zet het tussen aanhalingstekens" + money);
  CHECK(invoice(R"("bedrag":1e3)").starts_with(start + "1e3 is een JSON-kommagetal"));
  CHECK(invoice(R"("bedrag":"1.210,50")") ==
        start + "\"1.210,50\" is op z'n Nederlands geschreven; schrijf \"1210.5\"" + money);
  CHECK(invoice(R"("bedrag":"veel")") == start + "\"veel\" is iets anders" + money);
  CHECK(invoice(R"("bedrag":true)") == start + "true is iets anders" + money);
  CHECK(invoice(R"("bedrag":["1","2"])") == start + "[\"1\", \"2\"] is een lijst" + money);
}

TEST_CASE("an amount is in whole cents; a point that may be a Dutch one is not taken for one") {
  const std::string start = "\"bedrag\" bij \"factuur verzonden\": ";
  const std::string cents = " is niet in hele centen: een bedrag heeft hoogstens twee decimalen";
  CHECK(invoice(R"("bedrag":"1.005")") ==
        start + "\"1.005\"" + cents + "; rond het af op centen, of schrijf \"1005\" als de punt duizendtallen scheidt" +
            money);
  CHECK(invoice(R"("bedrag":"1000.000")") == start + "\"1000.000\"" + cents + money);
  CHECK(invoice(R"("bedrag":"1.210,505")") == start + "\"1.210,505\"" + cents + money);
  CHECK(invoice(R"("bedrag":"1.234.567")").starts_with(start + "\"1.234.567\" is op z'n Nederlands geschreven"));
}

TEST_CASE("of a long value a message shows the beginning") {
  const std::string longer(1000, 'x');
  const std::string begin = "\"" + std::string(80, 'x') + "…\"";
  CHECK(invoice("\"bedrag\":\"" + longer + "\"") ==
        "\"bedrag\" bij \"factuur verzonden\": " + begin + " is iets anders" + money);
  CHECK(complaint("{\"op\":\"" + longer + "\",\"gebeurtenis\":\"opzegging gedaan\"}").size() < 300);
  CHECK(complaint("{\"op\":\"2025-03-01\",\"gebeurtenis\":\"" + longer + "\"}").size() < 300);
  CHECK(invoice("\"bedrag\":1." + std::string(1000, '5')).size() < 300);
  CHECK(complaint("{\"op\":\"" + longer).size() < 300);
  CHECK(invoice("\"bedrag\":[\"" + longer + "\",\"" + longer + "\"]").size() < 400);
}

TEST_CASE("values of another type") {
  CHECK(
      invoice(R"("bedrag":1,"factuurdatum":"morgen")") ==
      "\"factuurdatum\" bij \"factuur verzonden\": \"morgen\" is iets anders; verwacht wordt een dag: \"JJJJ-MM-DD\"");
  CHECK(invoice(R"("bedrag":1,"specificatie":"misschien")") ==
        "\"specificatie\" bij \"factuur verzonden\": \"misschien\" is iets anders; verwacht wordt true, false, \"ja\", "
        "\"nee\" of \"onbekend\"");
  CHECK(invoice(R"("bedrag":1,"soort":"voorscot")") ==
        "\"soort\" bij \"factuur verzonden\": \"voorscot\" is hier geen bekende waarde; bedoelde u \"voorschot\"?; "
        "verwacht "
        "wordt een van: regulier, voorschot, registratie");
  CHECK(complaint(R"({"op":"2025-03-01","gebeurtenis":"opzegging gedaan","partij":"Opdrachtgevr"})") ==
        "\"partij\" bij \"opzegging gedaan\": \"Opdrachtgevr\" is geen bekende partij; bedoelde u \"Opdrachtgever\"?; "
        "verwacht wordt een partij: \"Opdrachtnemer\", \"Opdrachtgever\" of de naam van een derde");
  CHECK(complaint(R"({"op":"2025-03-01","gebeurtenis":"aanbod uitgebracht","aanbod":"A1","geldigheid":14})") ==
        "\"geldigheid\" bij \"aanbod uitgebracht\": 14 is iets anders; verwacht wordt een duur: \"14 dagen\", \"1 "
        "maand\", "
        "\"10 werkdagen\", \"48 uur\" of \"onbepaald\"");
  CHECK(complaint(R"({"op":"2025-03-01","gebeurtenis":"uren geregistreerd","uren":37.5})") ==
        "\"uren\" bij \"uren geregistreerd\": 37.5 is een JSON-kommagetal en dus niet exact; zet het tussen "
        "aanhalingstekens; verwacht wordt een getal als tekst met een punt: \"37.5\"");
  CHECK(complaint(R"({"op":"2025-03-01","gebeurtenis":"uren geregistreerd","percentage":"5,5"})") ==
        "\"percentage\" bij \"uren geregistreerd\": \"5,5\" is op z'n Nederlands geschreven; schrijf \"5.5\"; verwacht "
        "wordt "
        "een percentage als tekst: \"5%\" of \"10.15\"");
  CHECK(complaint(R"({"op":"2025-03-01","gebeurtenis":"uren geregistreerd","week":"2025-W53"})") ==
        "\"week\" bij \"uren geregistreerd\": \"2025-W53\" is iets anders; verwacht wordt een periode: \"2026-06\", "
        "\"2026-W23\" of \"2026-06-01/2026-06-30\"");
  CHECK(complaint(R"({"op":"2025-03-01","gebeurtenis":"oordeel vastgelegd","norm":"a:1","uitkomst":"misschien"})") ==
        "de uitkomst \"misschien\" is geen antwoord; verwacht wordt \"ja\", \"nee\" of \"onbekend\", een dag "
        "(\"2025-03-01\"), een duur (\"14 dagen\"), of een getal of bedrag als tekst (\"1500.00\")");
  CHECK(complaint(R"({"op":"2025-03-01","gebeurtenis":"opzegging gedaan","id":["a","b"]})") ==
        "de waarde van \"id\" is geen tekst; zet haar tussen aanhalingstekens");
}

TEST_CASE("an attribute that is a list where one key is meant") {
  CHECK(complaint(R"({"op":"2025-03-01","gebeurtenis":"aanbod uitgebracht","aanbod":["A1","A2"]})") ==
        "\"aanbod\" bij \"aanbod uitgebracht\": [\"A1\", \"A2\"] is een lijst; verwacht wordt het kenmerk van een "
        "exemplaar "
        "als tekst, zoals \"F1\", of een lijst daarvan");
}

TEST_CASE("moments that do not exist") {
  const auto at = [](std::string_view op) {
    return complaint(R"({"op":")" + std::string(op) + R"(","gebeurtenis":"opzegging gedaan"})");
  };
  CHECK(at("1 maart 2025") ==
        "\"op\": \"1 maart 2025\" is geen dag of tijdstip; verwacht wordt \"JJJJ-MM-DD\" of \"JJJJ-MM-DDTuu:mm\", zo "
        "nodig "
        "met seconden en \"+02:00\"");
  CHECK(at("2025-02-29") ==
        "\"op\": \"2025-02-29\" bestaat niet: die dag of dat uur komt niet voor; verbeter de datum");
  CHECK(
      at("2025-03-30T02:30") ==
      "\"op\": \"2025-03-30T02:30\" bestaat niet: de klok gaat dan een uur vooruit; verbeter de tijd of schrijf er de "
      "afstand tot UTC bij, zoals \"+02:00\"");
  CHECK(at("2025-10-26T02:30") ==
        "\"op\": \"2025-10-26T02:30\" komt twee keer voor: de klok gaat dan een uur terug; schrijf er \"+02:00\" "
        "(zomertijd) "
        "of \"+01:00\" (wintertijd) achter");
  CHECK(at("2025-10-26T02:30+02:00").starts_with("(geen melding)"));
  CHECK(invoice(R"("bedrag":1,"factuurdatum":"2025-04-31")")
            .starts_with("\"factuurdatum\" bij \"factuur verzonden\": \"2025-04-31\" bestaat niet"));
  CHECK(complaint(R"({"op":"2025-03-01","vastgelegd":"2025-13-01","gebeurtenis":"opzegging gedaan"})")
            .starts_with("\"vastgelegd\": \"2025-13-01\" bestaat niet"));
}

TEST_CASE("every problem of every line is reported, in the order of the lines") {
  CHECK(problems("{\"op\":\"2025-02-30\",\"gebeurtenis\":\"betaling ontvangen\",\"bedrag\":1.5}\n{\n").size() > 0);
  const auto result =
      beding::sample::read("{\"op\":\"2025-02-30\",\"gebeurtenis\":\"betaling ontvangen\",\"bedrag\":1.5}\n{\n");
  REQUIRE(result.problems.size() == 3);
  CHECK(result.problems[0].line == 1);
  CHECK(result.problems[1].line == 1);
  CHECK(result.problems[2].line == 2);
  CHECK(result.timeline.events.empty());
}

TEST_CASE("nothing is left of a timeline with a problem, unless bad lines are skipped") {
  const std::string lines = "{\"op\":\"2025-03-01\",\"gebeurtenis\":\"opzegging gedaan\"}\n{\"op\":\n";
  CHECK(beding::sample::read(lines).timeline.events.empty());
  beding::ReadOptions options;
  options.skipBad = true;
  const auto result = beding::sample::read(lines, options);
  CHECK(result.problems.empty());
  CHECK(result.timeline.events.size() == 1);
  REQUIRE(result.skipped.size() == 1);
  CHECK(result.skipped[0].line == 2);
}

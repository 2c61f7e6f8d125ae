// The fixed part of generated code, by itself: days, cents, truth, interest, the ledger.
#include <doctest/doctest.h>

#include "generate/kern/grootboek.h"
#include "generate/kern/loop.h"
#include "generate/kern/recht.h"
#include "generate/kern/uitkomst.h"
#include "generate/kern/wekker.h"
#include "values/deadline.h"
#include "values/interest.h"

using namespace beding::kern;

TEST_CASE("days and terms are those of the calendar") {
  for (const int year : {1900, 1999, 2000, 2024, 2025, 2100})
    for (const int month : {1, 2, 3, 12})
      for (const int day : {1, 28}) {
        const Dag here = ineen(year, month, day);
        CHECK(here == beding::dateOf({year, static_cast<unsigned>(month), static_cast<unsigned>(day)})->days);
        const JaarMaandDag back = uiteen(here);
        CHECK(back.jaar == year);
        CHECK(back.maand == month);
        CHECK(back.dag == day);
      }
  CHECK(Termijn::maanden(1).einde(ineen(2025, 1, 31)) == ineen(2025, 2, 28));
  CHECK(Termijn::jaren(1).einde(ineen(2024, 2, 29)) == ineen(2025, 2, 28));
  CHECK(Termijn::dagen(14).einde(ineen(2025, 3, 1)) == ineen(2025, 3, 15));
  CHECK(Termijn::weken(2).terug(ineen(2025, 3, 15)) == ineen(2025, 3, 1));
  CHECK_THROWS_AS(Datum(2025, 2, 29), std::invalid_argument);
  CHECK_THROWS_AS(Termijn::dagen(5'000'000), std::overflow_error);
}

TEST_CASE("every day of the calendar is taken apart and put together") {
  int wrong = 0;
  for (Dag day = ineen(1, 1, 1); day <= ineen(9999, 12, 31); ++day) {
    const JaarMaandDag parts = uiteen(day);
    const bool exists =
        parts.maand >= 1 && parts.maand <= 12 && parts.dag >= 1 && parts.dag <= dagen_in(parts.jaar, parts.maand);
    if (!exists || ineen(parts.jaar, parts.maand, parts.dag) != day) ++wrong;
  }
  CHECK(wrong == 0);
  std::string text;
  schrijf(text, ineen(1, 1, 1));
  schrijf(text += ' ', ineen(2024, 2, 29));
  CHECK(text == "0001-01-01 2024-02-29");
}

TEST_CASE("cents are refused when they do not fit, and rounded half away from zero") {
  CHECK(deel(100'000, 1115 * 5, 3'650'000) == 153);
  CHECK(deel(1, 1, 2) == 1);
  CHECK(deel(-1, 1, 2) == -1);
  CHECK(deel(1, 1, 3) == 0);
  CHECK_THROWS_AS(deel(4'000'000'000'000'000'000, 1000, 1), std::overflow_error);
  const Centen most = Centen(4'000'000'000'000'000'000);
  CHECK_THROWS_AS(most + Centen(1), std::overflow_error);
  std::string text;
  schrijf(text, Centen(-5));
  CHECK(text == "-0.05");
}

TEST_CASE("what is unknown is neither") {
  Vraagt v{0, 0};
  const auto unknown = [&] {
    v.vraag("termijn", "E1");
    return Waarheid::onbekend;
  };
  CHECK(en(v, unknown, [] { return Waarheid::nee; }) == Waarheid::nee);
  CHECK(v.gevraagd.empty());
  CHECK(of(v, unknown, [] { return Waarheid::nee; }) == Waarheid::onbekend);
  REQUIRE(v.gevraagd.size() == 1);
  CHECK(v.gevraagd.front().id == "feit/E1/termijn");
  CHECK(gelijk(Moment(Kennis::onbekend), Moment(3)) == Waarheid::onbekend);
  CHECK(gelijk(Moment(), Moment(3)) == Waarheid::nee);
}

namespace {

constexpr Tarief rows[] = {{ineen(2024, 1, 1), 125'000}, {ineen(2024, 7, 1), 122'500}, {ineen(2025, 1, 1), 111'500}};
constexpr Tarieven table{"wettelijke handelsrente", rows, 3, 1'000'000, ineen(2025, 6, 30), 365, true};

struct Order {
  static constexpr std::size_t rangen = 3;
  static constexpr std::size_t rang(Soort soort) { return soort == Soort::kosten ? 0 : soort == Soort::rente ? 1 : 2; }
};

}  // namespace

// 16 March through 30 June 2024: 10.000 x 12,5% x 107 / 365 = 366,44; through 31 December x 12,25% x 184 = 617,53;
// through 15 March 2025 x 11,15% x 74 = 226,05. Together 1.210,02, which joins the base: 11.210,02 x 11,15% x 16 / 365.
TEST_CASE("interest over interest after a year") {
  Renteloop interest(table, ineen(2024, 3, 16), Centen::euro(10'000));
  CHECK(interest.tot_en_met(ineen(2025, 3, 15)).aantal() == 121'002);
  CHECK(interest.tot_en_met(ineen(2025, 3, 31)).aantal() == 126'481);
}

TEST_CASE("interest is that of the engine, whatever is paid when") {
  beding::RateTable rates{"t", {}, beding::lastDate(), ""};
  for (const Tarief& row : rows)
    rates.changes.push_back({{row.vanaf}, beding::Number::ratio(row.teller, table.noemer)});
  for (int seed = 1; seed <= 60; ++seed) {
    const Dag first = ineen(2024, 2, 20) + seed;
    Renteloop ours(table, first, Centen(700'000 + seed * 1'357));
    std::vector<beding::BasePayment> payments;
    beding::Money open{beding::Number::ratio(700'000 + seed * 1'357, 100)};
    beding::InterestTerms terms;
    terms.table = &rates;
    for (int number = 1; number <= 4; ++number) {
      const Dag day = first + number * (37 + seed);
      const std::int64_t interest = std::min<std::int64_t>(ours.open(day).aantal(), 4'000);
      ours.betaal_rente(day, Centen(interest));
      ours.betaal_hoofdsom(day, Centen(100'000));
      payments.push_back({{day}, {beding::Number::ratio(interest, 100)}, true});
      payments.push_back({{day}, {beding::Number(1'000)}, false});
    }
    const Dag last = first + 700;
    const auto theirs = beding::interest(open, {first}, {last}, terms, payments);
    CHECK(beding::Number(ours.tot_en_met(last).aantal()) == theirs.total.euros * beding::Number(100));
  }
}

TEST_CASE("a payment goes to costs, interest and the oldest invoice; what is left waits until something falls due") {
  Grootboek<Order> ledger;
  const auto invoice = [&](std::string_view key, Dag due, std::int64_t cents, std::uint32_t number) {
    Post post;
    post.sleutel = key;
    post.dag = due - 14;
    post.uiterlijk = due;
    post.bedrag = Centen(cents);
    post.orde = post.exemplaar = number;
    return ledger.boek(post);
  };
  const auto late = invoice("F2", 200, 5'000, 1), old = invoice("F1", 100, 10'000, 0);
  std::vector<std::uint32_t> paid;
  const auto told = [&](const Post& post) { paid.push_back(post.exemplaar); };
  ledger.ontvang(90, Centen(12'000), told);
  CHECK(ledger.post(old).open() == Centen());
  CHECK(ledger.post(late).open() == Centen(3'000));
  CHECK(paid == std::vector<std::uint32_t>{0});
  ledger.ontvang(91, Centen(4'000), told);
  CHECK(ledger.tegoed() == Centen(1'000));
  const auto next = invoice("F3", 300, 400, 2);
  ledger.gebruik_tegoed(299, told);
  CHECK(ledger.post(next).open() == Centen(400));
  CHECK(ledger.wek(299) == 300);
  ledger.gebruik_tegoed(300, told);
  CHECK(ledger.post(next).voldaan == 300);
  CHECK(ledger.tegoed() == Centen(600));
}

TEST_CASE("all that is open is that of the day asked for, and of what has happened by then") {
  Grootboek<Order> ledger;
  Post post;
  post.sleutel = "F1";
  post.dag = ineen(2024, 1, 1);
  post.bedrag = Centen(365'000);
  const Dag first = ineen(2024, 2, 1);
  const auto account = ledger.open_rekening(table, ledger.boek(post), first, geen_post);
  CHECK(ledger.alles_open(first) == Centen(365'125));
  CHECK(ledger.alles_open(first + 1) == Centen(365'250));
  ledger.ontvang(first + 1, Centen(100'000), [](const Post&) {});
  CHECK(ledger.alles_open(first + 1) == Centen(265'250));
  Post costs;
  costs.soort = Soort::kosten;
  costs.bedrag = Centen(4'000);
  const auto extra = ledger.boek(costs);
  CHECK(ledger.alles_open(first + 1) == Centen(269'250));
  ledger.stel_bedrag(extra, Centen(5'000), true);
  CHECK(ledger.alles_open(first + 1) == Centen(270'250));
  const Centen before = ledger.alles_open(first + 30);
  ledger.rekening(account).rente.stop(first + 9);
  CHECK(ledger.alles_open(first + 30) < before);
}

TEST_CASE("outcomes are written whole, however many and however long their texts") {
  constexpr Kop heading{"d:1", "a", "plicht", "", "", "{\"lid\":\"d:1\"", ",\"drager\":\"X\""};
  const auto written = [&](std::string_view key, std::size_t count) {
    Uitkomsten outcomes;
    for (std::size_t i = 0; i < count; ++i) {
      outcomes.uitkomsten.emplace_back(heading, key, Status::open);
      outcomes.uitkomsten.back().vanaf = ineen(2025, 3, 1);
    }
    std::string text;
    schrijf(text, outcomes);
    return text;
  };
  const auto one = [](const std::string& key) {
    return R"({"lid":"d:1","sleutel":")" + key + R"(","status":"open","drager":"X","vanaf":"2025-03-01"})";
  };
  CHECK(written("F1", 2) == "\"uitkomsten\":[" + one("F1") + "," + one("F1") + "],\"vragen\":[]");
  CHECK(written("F\"1", 1) == "\"uitkomsten\":[" + one("F\\\"1") + "],\"vragen\":[]");
  CHECK(written("F\n1", 1) == "\"uitkomsten\":[" + one("F\\u000a1") + "],\"vragen\":[]");
  const std::string lengthy(10'000, 'x');
  CHECK(written(lengthy, 1) == "\"uitkomsten\":[" + one(lengthy) + "],\"vragen\":[]");
  std::string many;
  for (int i = 0; i < 1000; ++i) many += (i == 0 ? "" : ",") + one("F1");
  CHECK(written("F1", 1000) == "\"uitkomsten\":[" + many + "],\"vragen\":[]");
}

TEST_CASE("alarms come in the order of their days, and instances beyond the sixty-third are not lost") {
  Wekkers alarms;
  for (const Dag day : {30, 10, 20, 10}) alarms.zet(day, 0, static_cast<std::uint32_t>(day));
  std::vector<Dag> days;
  while (alarms.eerste() != nooit) days.push_back(alarms.neem().dag);
  CHECK(days == std::vector<Dag>{10, 10, 20, 30});
  std::vector<int> things(100), seen;
  Beurt turn;
  turn.raak(2);
  turn.raak(80);
  turn.elk(things, [&](int&, std::uint32_t i) { seen.push_back(static_cast<int>(i)); });
  CHECK(seen.front() == 2);
  CHECK(seen[1] == 63);
  CHECK(seen.back() == 99);
  CHECK(seen.size() == 1 + 100 - 63);
  seen.clear();
  turn.raak_alle();
  things.resize(2);
  turn.elk(things, [&](int&, std::uint32_t i) { seen.push_back(static_cast<int>(i)); });
  CHECK(seen == std::vector<int>{0, 1});
  CHECK(turn.leeg());
  Agenda<70> agenda;
  agenda.zet(66);
  agenda.zet(3);
  CHECK(agenda.neem() == 3);
  CHECK(agenda.neem() == 66);
  CHECK(agenda.neem() == 70);
}

TEST_CASE("numbers are exact, and are refused when they do not fit") {
  CHECK(Getal::breuk(1, 3) + Getal::breuk(1, 6) == Getal::breuk(1, 2));
  CHECK(Getal::breuk(3, 4) * Getal::breuk(8, 9) == Getal::breuk(2, 3));
  CHECK((Getal(1) / Getal(3)).centen() == Centen(33));
  CHECK(Getal::breuk(1, 200).centen() == Centen(1));  // half a cent
  CHECK(Getal::breuk(-1, 200).centen() == Centen(-1));
  CHECK(Getal(-1) < Getal::breuk(-1, 2));
  CHECK_THROWS_AS(Getal(4'000'000'000'000'000'000) * Getal(3), std::overflow_error);
  CHECK(plus(Mogelijk<Getal>(Getal(1)), Mogelijk<Getal>(Kennis::onbekend)).onbekend());
  CHECK(laagste(Mogelijk<Getal>(Getal(2)), Mogelijk<Getal>()).waarde == Getal(2));
  CHECK(gedeeld(Mogelijk<Getal>(Getal(2)), Mogelijk<Getal>(Getal(0))).kennis == Kennis::geen);
}

TEST_CASE(
    "a judgement about the subject goes before one about all, later before earlier; without one it is a question") {
  Oordelen<bool> judgements;
  Vraagt reader{10, 10};
  CHECK(geoordeeld(reader, judgements, "d:1/redelijk", "F1") == Waarheid::onbekend);
  CHECK(reader.gevraagd.size() == 1);
  CHECK(reader.gevraagd.front().id == "d:1/redelijk");
  CHECK(geoordeeld_vanaf(reader, judgements, "d:1/redelijk", "F1") == Waarheid::nee);
  judgements.neem("F1", false, 20);
  judgements.neem("", true, 30);
  CHECK(geoordeeld(reader, judgements, "", "F1") == Waarheid::nee);
  CHECK(geoordeeld(reader, judgements, "", "F2") == Waarheid::ja);
  judgements.neem("F1", true, 20);
  CHECK(geoordeeld(reader, judgements, "", "F1") == Waarheid::ja);
  Kijk now{10, 10};
  CHECK(geoordeeld_vanaf(now, judgements, "", "F1") == Waarheid::nee);
  CHECK(now.wek == 20);
}

TEST_CASE("a ground that names a lid of whatever document of the agreement is of that lid alone") {
  const std::vector<std::string_view> lids = {"contract:2", "vandeez:6.5", "vandeez:6.8"};
  const auto other = [&](std::string_view ground, std::string_view lid) {
    return noemt_ander_lid(ground, lid, lids.begin(), lids.end());
  };
  CHECK(other("vandeez:6.5", "vandeez:6.8"));
  CHECK(other("vandeez:6", "contract:2"));
  CHECK(other("6.5", "contract:2"));
  CHECK_FALSE(other("6.8", "vandeez:6.8"));
  CHECK_FALSE(other("vandeez:6", "vandeez:6.8"));
  CHECK_FALSE(other("wanbetaling", "vandeez:6.8"));
  CHECK_FALSE(other("vandeez:7", "contract:2"));
}

TEST_CASE("what has no name of its own refers to the only one there was when it came") {
  struct Thing {
    struct {
      std::string_view sleutel;
    } bij;
    std::string_view sleutel;
    Wie wie;
  };
  std::vector<Thing> things = {{{"e1"}, "F1", {1, 5}}};
  Vraagt reader{};
  const auto refers = [&](const Lijst& about, std::size_t which) {
    return verwijst(reader, Niets{}, about, Wie{2, 6}, "e2", things, things[which], false);
  };
  CHECK(refers({}, 0) == Waarheid::ja);
  things.push_back({{"e3"}, "F3", {3, 7}});  // later
  CHECK(refers({}, 0) == Waarheid::ja);
  things.push_back({{"e0"}, "F0", {0, 4}});
  CHECK(refers({}, 0) == Waarheid::onbekend);
  CHECK(reader.gevraagd.back().id == "feit/e2/betreft");
  CHECK(refers({"e1"}, 0) == Waarheid::ja);
  CHECK(refers({"F1"}, 2) == Waarheid::nee);
}

TEST_CASE("a cap per event and per year is used up by earlier damage") {
  const auto damage = [](const char* key, Dag day, std::int64_t sum) {
    return Plafond{key,
                   Waarheid::ja,
                   Mogelijk<Getal>(Getal(100)),
                   Mogelijk<Getal>(Getal(150)),
                   {day, Mogelijk<Getal>(Getal(sum)), {}},
                   {}};
  };
  const auto left = resten({damage("S1", 10, 80), damage("S2", 20, 90), damage("S3", 30, 5), damage("S4", 400, 5)});
  CHECK(*left[0] == Getal(100));
  CHECK(*left[1] == Getal(70));
  CHECK(*left[2] == Getal(0));
  CHECK(*left[3] == Getal(100));
}

TEST_CASE("hours are counted by the clock of Amsterdam, from the first second of a day and from its last") {
  for (const int year : {1996, 2025, 2026, 2038, 2100})
    for (Dag day = ineen(year, 3, 24); day < ineen(year, 11, 2); ++day)
      REQUIRE(begin_van_dag(day) == beding::startOf({day}).seconds);
  const Dag before = ineen(2025, 3, 29);  // in the night of the 30th an hour is skipped
  const Uurmoment ends = na_uren({Moment(before), "S1"}, 48);
  const auto same = beding::endOfTerm(beding::momentOf(beding::Date{before}), {48, beding::TimeUnit::hour}, {}, {});
  CHECK(ends.waarde.eerst == same.last.instant->seconds);
  CHECK(ends.waarde.laatst == same.latestPossible->seconds);
  std::string text;
  schrijf_ogenblik(text, ends.waarde.eerst);
  CHECK(text == "2025-03-31T01:00:00+02:00");
  CHECK(dag_van(ends.waarde.laatst) == ineen(2025, 4, 1));
  CHECK_THROWS_AS(begin_van_dag(ineen(1995, 6, 1)), std::invalid_argument);
}

TEST_CASE("what is done on a day in which a term in hours may end, was perhaps in time") {
  Vraagt v{0, 0};
  const Dag day = ineen(2025, 3, 4);
  const Uurmoment ends = na_uren({Moment(day), "S1"}, 48);
  CHECK(niet_na(v, day + 1, "K1", ends) == Waarheid::ja);
  CHECK(niet_na(v, day + 3, "K1", ends) == Waarheid::nee);
  CHECK(v.gevraagd.empty());
  CHECK(niet_na(v, day + 2, "K1", ends) == Waarheid::onbekend);
  CHECK(v.gevraagd.back().id == "feit/K1/tijdstip");
}

TEST_CASE("a period of the term is counted from the first start") {
  const Kalender calendar;
  const Looptijd term{Moment(ineen(2024, 1, 31)), Termijn::maanden(1), true, Termijn::maanden(1)};
  CHECK(term.einde(calendar, 0) == ineen(2024, 2, 29));
  CHECK(term.einde(calendar, 1) == ineen(2024, 3, 30));
  const Looptijd longer{Moment(ineen(2024, 2, 1)), Termijn::jaren(1), true, Termijn::maanden(1)};
  CHECK(longer.einde(calendar, 1) == ineen(2025, 2, 28));
  CHECK(Looptijd{Moment(), Mogelijk<Termijn>(Kennis::onbekend)}.is_onbekend());
}

TEST_CASE("lengths of different units are not compared, and what has no end is longer than all") {
  const auto length = [](Termijn term) { return Mogelijk<Termijn>(term); };
  CHECK(ten_hoogste(length(Termijn::jaren(1)), length(Termijn::maanden(12))) == Waarheid::ja);
  CHECK(ten_hoogste(length(Termijn::jaren(1)), length(Termijn::dagen(12))) == Waarheid::nee);
  CHECK(ten_hoogste(length(Termijn::dagen(400)), length(Termijn::jaren(1))) == Waarheid::nee);
  CHECK(minder(length(Termijn::jaren(1)), length(Termijn::onbepaald())) == Waarheid::ja);
  CHECK(minder(length(Termijn::onbepaald()), length(Termijn::jaren(1))) == Waarheid::nee);
}

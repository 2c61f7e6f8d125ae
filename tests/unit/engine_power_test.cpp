// Powers and their exercise, notice and renewal, prohibitions, rights that lapse, caps.
#include "unit/graph_builder.h"

namespace beding::built {

namespace {

constexpr auto power = OutcomeKind::power;
constexpr auto exercise = OutcomeKind::exercise;

/// 4.4: for every price rise above 5% the client can dissolve by registered letter, within 5 working days.
Builder priceRise() {
  Builder built;
  const FormId registered = built.form("aangetekende brief", {"aangetekend"});
  const FormId letter = built.form("brief", {}, {registered});
  const FormId mail = built.form("e-mail", {"email"});
  built.form("schriftelijk", {}, {letter, mail});
  const EntityId rise = built.entity("prijsstijging", "prijswijziging aangekondigd");
  const ActId dissolve = built.act("de Overeenkomst ontbinden", "ontbinding ingeroepen", "partij", true);
  const ExpressionId before = built.get(built.var(0), "prijswijziging aangekondigd", "oud");
  const ExpressionId after = built.get(built.var(0), "prijswijziging aangekondigd", "nieuw");
  const ExpressionId share =
      built.make(Op::divide, {built.make(Op::subtract, {after, before}, 0, Type::money), before}, 0, Type::percentage);
  const ExpressionId above =
      built.words(built.make(Op::less, {built.value(Number::ratio(5, 100), Type::percentage), share}), "meer dan 5%");
  Norm norm = built.norm(NormKind::power, "4.4", "ontbinden", Party::client, dissolve);
  norm.binders = {{rise, above}};
  norm.form = registered;
  norm.term.last = built.term(built.make(Op::occurredAt, {built.var(0)}, 0, Type::date), "5 werkdagen");
  built.add(norm);
  Effect end;
  end.act = dissolve;
  built.add(end);
  return built;
}

std::string riseTo(std::string_view price, std::string_view exerciseLine = "") {
  return R"({"op":"2026-04-20","gebeurtenis":"prijswijziging aangekondigd","id":"P1","oud":"10000.00","nieuw":")" +
         std::string(price) + R"(","ingang":"2026-04-20","vorm":"brief"})" + "\n" + std::string(exerciseLine);
}

constexpr std::string_view inTime =
    R"({"op":"2026-04-28T16:00","gebeurtenis":"ontbinding ingeroepen","id":"O1","partij":"Opdrachtgever","vorm":"aangetekend","ontvangen":"2026-04-28T16:00"})";
constexpr std::string_view tooLate =
    R"({"op":"2026-04-24","gebeurtenis":"ontbinding ingeroepen","id":"O1","partij":"Opdrachtgever","vorm":"aangetekend","ontvangen":"2026-04-29"})";
constexpr std::string_view byMail =
    R"({"op":"2026-04-21","gebeurtenis":"ontbinding ingeroepen","id":"O1","partij":"Opdrachtgever","vorm":"email"})";

/// 8.1-8.3: 12 months from the start, renewed by 12; either party can give one month's notice against the end.
Builder renewing() {
  Builder built;
  const EntityId contract = built.entity("overeenkomst", "overeenkomst gesloten");
  built.graph.formation = built.pattern("overeenkomst gesloten");
  State force;
  force.name = "overeenkomst van kracht";
  force.where = Builder::where("8");
  force.begins = {{built.pattern("overeenkomst gesloten"), {}}};
  built.graph.inForce = built.add(force);
  const ExpressionId only = built.make(Op::onlyInstance, {}, contract.index, Type::reference);
  ContractTerm& term = built.graph.term;
  term.declared = true;
  term.start = built.get(only, "overeenkomst gesloten", "start");
  term.duration = built.get(only, "overeenkomst gesloten", "duur");
  term.renewal = term.duration;
  for (const char* lid : {"8.1", "8.2"}) {
    State period;
    period.where = Builder::where(lid);
    period.name = "lopende periode";
    period.report = StateReport::state;
    term.reports.push_back(built.add(period));
  }
  const ActId terminate = built.act("de Overeenkomst opzeggen", "opzegging gedaan", "partij", true);
  Norm norm = built.norm(NormKind::power, "8.3", "opzeggen", Party::none, terminate);
  norm.binders = {{EntityId{0}, {}}};
  norm.bearer.slot = 0;
  norm.effectTime = EffectTime::againstDay;
  norm.againstDay = built.make(Op::runningPeriodEnd, {}, 0, Type::date);
  norm.noticePeriod = built.duration("1 maand");
  built.add(norm);
  Effect end;
  end.act = terminate;
  built.add(end);
  return built;
}

std::string contract(std::string_view notice) {
  return R"({"op":"2025-12-10","gebeurtenis":"overeenkomst gesloten","start":"2026-01-01","duur":"12 maanden"})" +
         std::string("\n") + std::string(notice);
}

}  // namespace

TEST_CASE("a power with form and a term in working days") {
  const Builder built = priceRise();
  CHECK(told(find(built.run(riseTo("10500.01", inTime), "2026-04-20"), "4.4", power)) ==
        "beschikbaar vanaf 2026-04-20 tot 2026-04-28 sinds 2026-04-20");
  CHECK(told(find(built.run(riseTo("10500.01", inTime), "2026-04-28"), "4.4", exercise, "O1")) ==
        "geldig sinds 2026-04-28");
  CHECK(find(built.run(riseTo("10500.01", inTime), "2026-04-28"), "4.4", power)->status == "uitgeoefend");
  CHECK(told(find(built.run(riseTo("10500.01", tooLate), "2026-04-28"), "4.4", exercise)) == "afwezig");
  const Evaluation late = built.run(riseTo("10500.01", tooLate), "2026-04-29");
  CHECK(told(find(late, "4.4", exercise, "O1")) == "ongeldig sinds 2026-04-29");
  CHECK(find(late, "4.4", exercise, "O1")->reason == "termijn: uiterlijk 28 april 2026, ontvangen 29 april 2026");
  CHECK(told(find(late, "4.4", power)) == "vervallen vanaf 2026-04-20 tot 2026-04-28 sinds 2026-04-29");
}

TEST_CASE("the wrong form has no effect, and the power stays") {
  const Builder built = priceRise();
  const Evaluation evaluation = built.run(riseTo("10500.01", byMail), "2026-04-21");
  CHECK(told(find(evaluation, "4.4", exercise, "O1")) == "ongeldig sinds 2026-04-21");
  CHECK(find(evaluation, "4.4", exercise, "O1")->reason == "vorm: aangetekende brief vereist");
  CHECK(told(find(evaluation, "4.4", power)) == "beschikbaar vanaf 2026-04-20 tot 2026-04-28 sinds 2026-04-20");
}

TEST_CASE("a rise of exactly five percent gives no power; the invalid attempt says why, and needs no warning") {
  const Builder built = priceRise();
  const Evaluation evaluation = built.run(riseTo("10500.00", inTime), "2026-04-28");
  CHECK(find(evaluation, "4.4", power) == nullptr);
  CHECK(told(find(evaluation, "4.4", exercise, "O1")) == "ongeldig sinds 2026-04-28");
  CHECK(find(evaluation, "4.4", exercise, "O1")->reason == "voorwaarde niet vervuld: meer dan 5% (prijsstijging P1)");
  CHECK(evaluation.warnings.empty());
}

TEST_CASE("an attempt by whom no power is given to, is no exercise and gives a warning") {
  const Builder built = priceRise();
  const std::string byOther =
      R"({"op":"2026-04-28","gebeurtenis":"ontbinding ingeroepen","id":"O1","partij":"Opdrachtnemer"})";
  const Evaluation evaluation = built.run(riseTo("10500.01", byOther), "2026-04-28");
  CHECK(told(find(evaluation, "4.4", exercise, "O1")) == "afwezig");
  REQUIRE(evaluation.warnings.size() == 1);
  CHECK(evaluation.warnings[0].dutch == "geen grondslag in dit document: ontbinding ingeroepen O1 van 28 april 2026");
}

TEST_CASE("a vague form makes the exercise unknown, with a question") {
  Builder built = priceRise();
  built.form("papier", {}, {});
  const Evaluation evaluation = built.run(
      riseTo(
          "10500.01",
          R"({"op":"2026-04-21","gebeurtenis":"ontbinding ingeroepen","id":"O1","partij":"Opdrachtgever","vorm":"schriftelijk"})"),
      "2026-04-21");
  CHECK(find(evaluation, "4.4", exercise, "O1")->status == "onbekend");
  REQUIRE(evaluation.questions.size() == 1);
  CHECK(evaluation.questions[0].id == "feit/O1/vorm");
}

TEST_CASE("notice on the last day prevents renewal; a day late it works a period later") {
  const Builder built = renewing();
  const std::string onTime = contract(
      R"({"op":"2026-11-30T23:59","gebeurtenis":"opzegging gedaan","id":"O1","partij":"Opdrachtgever","vorm":"brief"})");
  CHECK(told(find(built.run(onTime, "2026-11-29"), "8.3", power, "*", "Opdrachtgever"))
            .starts_with("beschikbaar vanaf 2025-12-10 tot 2026-11-30"));
  CHECK(find(built.run(onTime, "2026-11-30"), "8.3", exercise, "O1")->status == "geldig");
  CHECK(told(find(built.run(onTime, "2026-12-31"), "8.1", OutcomeKind::state)) ==
        "ja vanaf 2026-01-01 tot 2026-12-31 sinds 2026-01-01");
  CHECK(find(built.run(onTime, "2027-01-01"), "8.2", OutcomeKind::state)->status == "nee");
  const std::string late = contract(
      R"({"op":"2026-11-30","gebeurtenis":"opzegging gedaan","id":"O1","partij":"Opdrachtgever","vorm":"brief","ontvangen":"2026-12-01"})");
  CHECK(find(built.run(late, "2026-12-01"), "8.3", exercise, "O1")->status == "geldig");
  CHECK(told(find(built.run(late, "2026-11-30"), "8.1", OutcomeKind::state)) ==
        "ja vanaf 2026-01-01 tot 2026-12-31 sinds 2026-01-01");
  CHECK(told(find(built.run(late, "2027-01-01"), "8.2", OutcomeKind::state)) ==
        "ja vanaf 2027-01-01 tot 2027-12-31 sinds 2027-01-01");
  CHECK(find(built.run(late, "2028-01-01"), "8.2", OutcomeKind::state)->status == "nee");
}

TEST_CASE("under the other reading notice that is late is invalid") {
  Builder built = renewing();
  built.graph.norms[0].lateWithoutEffect = true;
  const std::string late = contract(
      R"({"op":"2026-12-01","gebeurtenis":"opzegging gedaan","id":"O1","partij":"Opdrachtgever","vorm":"brief"})");
  CHECK(find(built.run(late, "2026-12-01"), "8.3", exercise, "O1")->status == "ongeldig");
  CHECK(find(built.run(late, "2028-01-01"), "8.2", OutcomeKind::state)->status == "ja");
}

TEST_CASE("notice ends the agreement after the month, by the month rule") {
  Builder built = renewing();
  built.graph.norms[0].effectTime = EffectTime::afterNotice;
  const std::string notice =
      R"({"op":"2027-06-01","gebeurtenis":"overeenkomst gesloten","start":"2027-06-01","duur":"24 maanden"}
{"op":"2028-01-31","gebeurtenis":"opzegging gedaan","id":"O1","partij":"Opdrachtgever","vorm":"email"})";
  CHECK(told(find(built.run(notice, "2028-02-29"), "8.1", OutcomeKind::state)) ==
        "ja vanaf 2027-06-01 tot 2028-02-29 sinds 2027-06-01");
  CHECK(told(find(built.run(notice, "2028-03-01"), "8.1", OutcomeKind::state)) == "nee tot 2028-02-29");
}

TEST_CASE("a prohibition survives the agreement for a year") {
  Builder built;
  const ActId hire = built.act("een medewerker in dienst nemen", "medewerker in dienst genomen", "door");
  Norm norm = built.norm(NormKind::prohibition, "15.2", "overname", Party::none, hire);
  norm.binders = {{EntityId{0}, {}}};
  norm.bearer.slot = 0;
  norm.surviving = true;
  norm.survivesUntil = built.term(built.make(Op::contractEnd, {}, 0, Type::date), "1 jaar");
  built.add(norm);
  Effect end;
  end.kind = EffectKind::endAgreement;
  end.trigger = Trigger{built.pattern("overeenkomst geeindigd"), {}};
  built.add(end);
  const std::string_view lines =
      R"({"op":"2026-08-31","gebeurtenis":"overeenkomst geeindigd","wijze":"afloop"}
{"op":"2027-08-31","gebeurtenis":"medewerker in dienst genomen","id":"E1","door":"Opdrachtgever","medewerker":"M1"}
{"op":"2027-09-01","gebeurtenis":"medewerker in dienst genomen","id":"E2","door":"Opdrachtgever","medewerker":"M2"})";
  CHECK(told(find(built.run(lines, "2027-08-30"), "15.2", OutcomeKind::prohibition, "*", "Opdrachtgever")) ==
        "geldt tot 2027-08-31");
  const Evaluation breached = built.run(lines, "2027-09-01");
  const Outcome* outcome = find(breached, "15.2", OutcomeKind::prohibition, "*", "Opdrachtgever");
  REQUIRE(outcome != nullptr);
  CHECK(outcome->status == "overtreden");
  REQUIRE(outcome->violations.size() == 1);
  CHECK(outcome->violations[0].event == "E1");
  CHECK(find(breached, "15.2", OutcomeKind::prohibition, "*", "Opdrachtnemer")->status == "geldt-niet");
}

TEST_CASE("a right that is not used in time lapses; used in time it stays") {
  Builder built;
  built.invoices();
  const FormId letter = built.form("brief");
  const PatternId objection = built.pattern(
      "bezwaar gemaakt", 1,
      built.all({built.make(Op::refersTo, {built.var(1), built.var(0)}, built.field("bezwaar gemaakt", "tegen")),
                 built.make(Op::satisfiesForm, {built.var(1)}, letter.index),
                 built.get(built.var(1), "bezwaar gemaakt", "gemotiveerd")}));
  Right right;
  right.where = Builder::where("5.9");
  right.name = "bezwaar";
  right.binders = {{built.invoice, {}}};
  right.holder.fixed = Party::client;
  right.last = built.term(built.make(Op::occurredAt, {built.var(0)}, 0, Type::date), "14 dagen");
  right.used = built.make(Op::happenedWithin, {right.last}, objection.index);
  built.add(right);
  const std::string invoice = R"({"op":"2026-09-01","gebeurtenis":"factuur verzonden","factuur":"F6","bedrag":"900.00"}
{"op":"2026-09-10","gebeurtenis":"bezwaar gemaakt","id":"Z1","tegen":"F6","vorm":"brief","gemotiveerd":"nee"}
)";
  const auto on = [&](std::string_view day, std::string_view objected) {
    const std::string line =
        R"({"op":")" + std::string(objected) +
        R"(","gebeurtenis":"bezwaar gemaakt","id":"Z2","tegen":"F6","vorm":"brief","gemotiveerd":"ja"})";
    return told(find(built.run(invoice + line, day), "5.9", OutcomeKind::right, "F6"));
  };
  CHECK(on("2026-09-15", "2026-09-16") == "bestaat vanaf 2026-09-01 uiterlijk 2026-09-15 sinds 2026-09-01");
  CHECK(on("2026-09-16", "2026-09-16") == "vervallen vanaf 2026-09-01 uiterlijk 2026-09-15 sinds 2026-09-16");
  CHECK(on("2026-09-20", "2026-09-14") == "bestaat vanaf 2026-09-01 uiterlijk 2026-09-15 sinds 2026-09-14");
}

TEST_CASE(
    "caps: a series is one event, then the year's cap over what is left; an open cap is unknown with the known bound") {
  Builder built;
  const EntityId damage = built.entity("schade", "schade ontstaan", "schade");
  Limit cap;
  cap.where = Builder::where("20.2");
  cap.name = "plafond";
  cap.binders = {{damage, {}}};
  cap.bearer.fixed = Party::contractor;
  cap.amount = built.money("1000.00");
  cap.perYear = built.money("1500.00");
  cap.groupAttribute = built.field("schade ontstaan", "reeks");
  built.add(cap);
  const std::string_view lines =
      R"({"op":"2026-02-01","gebeurtenis":"schade ontstaan","schade":"S1","bedrag":"700.00","reeks":"R"}
{"op":"2026-03-01","gebeurtenis":"schade ontstaan","schade":"S2","bedrag":"800.00","reeks":"R"}
{"op":"2026-04-01","gebeurtenis":"schade ontstaan","schade":"S3","bedrag":"900.00"}
{"op":"2027-01-01","gebeurtenis":"schade ontstaan","schade":"S4","bedrag":"900.00"})";
  const Evaluation evaluation = built.run(lines, "2027-01-01");
  const auto capOf = [&](std::string_view key) { return find(evaluation, "20.2", OutcomeKind::limit, key); };
  CHECK(told(capOf("S1")) == "van-toepassing bedrag 1000.00");
  CHECK(told(capOf("S2")) == "van-toepassing bedrag 300.00");   // the rest of the series
  CHECK(told(capOf("S3")) == "van-toepassing bedrag 500.00");   // 1.500 less 1.000
  CHECK(told(capOf("S4")) == "van-toepassing bedrag 1000.00");  // a new year
  CHECK(capOf("S3")->reason == "vergoedbaar € 500,00 van € 900,00");

  Parameter open;
  open.name = "jaarplafond";
  open.type = Type::money;
  built.graph.parameters.push_back(open);
  built.graph.limits[0].perYear = built.make(Op::parameter, {}, 0, Type::money);
  const Evaluation unknown = built.run(lines, "2026-02-01");
  CHECK(told(find(unknown, "20.2", OutcomeKind::limit, "S1")) == "onbekend bedrag 1000.00");
  REQUIRE(unknown.questions.size() == 1);
  CHECK(unknown.questions[0].id == "feit/jaarplafond");
}

TEST_CASE("outcomes are in order of lid as numbered, and the same twice") {
  Builder built;
  for (const char* lid : {"6.10", "6.2", "21.1.(b)", "21.1.(a)", "6.1"}) {
    built.graph.properties.push_back({Builder::where(lid), {}, "eigenschap", lid});
  }
  const Evaluation evaluation = built.run("", "2026-01-01");
  std::string order;
  for (const Outcome& outcome : evaluation.outcomes) order += outcome.value + " ";
  CHECK(order == "6.1 6.2 6.10 21.1.(a) 21.1.(b) ");
}

}  // namespace beding::built

// Terms in hours, vague hours, standing still, soft terms, judgements.
#include <algorithm>

#include "unit/graph_builder.h"

namespace beding::built {

namespace {

constexpr auto duty = OutcomeKind::obligation;

/// 9.4: after a notice the client must answer within 48 hours of its receipt.
Builder answering() {
  Builder built;
  const EntityId notice = built.entity("melding", "kennisgeving verzonden");
  Norm answer =
      built.norm(NormKind::obligation, "9.4", "reageren", Party::client, built.act("reageren", "reactie ontvangen"));
  answer.binders = {{notice, {}}};
  answer.term.last = built.term(built.make(Op::occurredAt, {built.var(0)}, 0, Type::instant), "48 uur");
  built.add(answer);
  return built;
}

std::string answerOn(std::string_view lines, std::string_view day) {
  return told(find(answering().run(lines, day), "9.4", duty));
}

}  // namespace

TEST_CASE("48 hours over the change to summer time are elapsed hours") {
  const std::string notice = R"({"op":"2026-03-28T14:00","gebeurtenis":"kennisgeving verzonden","id":"N1"})";
  const std::string reaction = notice + "\n" + R"({"op":"2026-03-30T14:30","gebeurtenis":"reactie ontvangen"})";
  CHECK(answerOn(reaction, "2026-03-29") ==
        "open vanaf 2026-03-28 uiterlijk 2026-03-30T15:00:00+02:00 sinds 2026-03-28");
  CHECK(answerOn(reaction, "2026-03-30") ==
        "nagekomen vanaf 2026-03-28 uiterlijk 2026-03-30T15:00:00+02:00 sinds 2026-03-30");
  const std::string late = notice + "\n" + R"({"op":"2026-03-30T15:00:01","gebeurtenis":"reactie ontvangen"})";
  CHECK(answerOn(late, "2026-03-30") ==
        "te-laat-nagekomen vanaf 2026-03-28 uiterlijk 2026-03-30T15:00:00+02:00 sinds 2026-03-30");
  const std::string onTheSecond = notice + "\n" + R"({"op":"2026-03-30T15:00","gebeurtenis":"reactie ontvangen"})";
  CHECK(answerOn(onTheSecond, "2026-03-30") ==
        "nagekomen vanaf 2026-03-28 uiterlijk 2026-03-30T15:00:00+02:00 sinds 2026-03-30");
  CHECK(answerOn(notice, "2026-03-30") ==
        "geschonden vanaf 2026-03-28 uiterlijk 2026-03-30T15:00:00+02:00 sinds 2026-03-30");
}

TEST_CASE("a term in hours from a day without an hour is an interval: unknown between its ends") {
  const std::string notice = R"({"op":"2026-06-01","gebeurtenis":"kennisgeving verzonden","id":"N1"})";
  CHECK(answerOn(notice, "2026-06-02").starts_with("open vanaf 2026-06-01"));
  CHECK(answerOn(notice, "2026-06-03")
            .starts_with("onbekend vanaf 2026-06-01 uiterlijk 2026-06-03T00:00:00+02:00 uiterlijk_laatst "));
  CHECK(answerOn(notice, "2026-06-04").starts_with("geschonden"));
  const std::string reaction = notice + "\n" + R"({"op":"2026-06-03T12:00","gebeurtenis":"reactie ontvangen"})";
  const Evaluation evaluation = answering().run(reaction, "2026-06-10");
  CHECK(find(evaluation, "9.4", duty)->status == "onbekend");
  REQUIRE(evaluation.questions.size() == 1);
  CHECK(evaluation.questions[0].id == "feit/N1/tijdstip");
  CHECK(evaluation.questions[0].neededFor == std::vector<std::string>{"proef:9.4 reageren"});
}

TEST_CASE(
    "a statutory term reckons with the days on a par with holidays that the graph holds, and says where they end") {
  Builder built;
  const EntityId notice = built.entity("melding", "kennisgeving verzonden");
  Norm answer =
      built.norm(NormKind::obligation, "9.5", "reageren", Party::client, built.act("reageren", "reactie ontvangen"));
  answer.binders = {{notice, {}}};
  answer.term.last = built.term(built.make(Op::occurredAt, {built.var(0)}, 0, Type::instant), "14 dagen");
  at(built.graph.expressions, answer.term.last).rule.extension = Extension::termijnenwet;
  built.add(answer);
  const std::string sent = R"({"op":"2026-06-02","gebeurtenis":"kennisgeving verzonden","id":"N1"})";
  const auto due = [&] {
    const Evaluation evaluation = built.run(sent, "2026-06-03");
    return isoText(*find(evaluation, "9.5", duty)->deadline) + (evaluation.warnings.empty() ? "" : " !");
  };
  CHECK(due() == "2026-06-16");  // a Tuesday
  built.graph.equatedDays.days.push_back(parseMoment("2026-06-16")->day);
  std::sort(built.graph.equatedDays.days.begin(), built.graph.equatedDays.days.end());
  CHECK(due() == "2026-06-17");
  built.graph.equatedDays = {};  // a graph of when nothing was known
  CHECK(due() == "2026-06-16 !");
}

TEST_CASE("an open norm gives a question, and a judgement answers it for the whole life of its subject") {
  Builder built;
  built.invoices();
  const JudgementId reasonable = built.judgement("2.1", "redelijk");
  Norm stop = built.norm(NormKind::obligation, "2.1", "stoppen", Party::client, built.act("stoppen", "melding gedaan"));
  stop.binders = {{built.invoice, {}}};
  stop.condition = built.make(Op::judgement, {built.var(0)}, reasonable.index);
  built.add(stop);
  const std::string invoice = R"({"op":"2026-06-01","gebeurtenis":"factuur verzonden","factuur":"F1","bedrag":"1.00"})";
  const Evaluation open = built.run(invoice, "2026-06-02");
  CHECK(find(open, "2.1", duty, "F1")->status == "onbekend");
  REQUIRE(open.questions.size() == 1);
  CHECK(open.questions[0].id == "proef:2.1/redelijk");
  CHECK(open.questions[0].subjects == std::vector<std::string>{"F1"});
  const auto judged = [&](std::string_view answer) {
    const std::string line =
        R"({"op":"2026-06-09","gebeurtenis":"oordeel vastgelegd","norm":"proef:2.1","uitkomst":")" +
        std::string(answer) + "\"}";
    return built.run(invoice + "\n" + line, "2026-06-09");
  };
  CHECK(told(find(judged("ja"), "2.1", duty, "F1")) == "open vanaf 2026-06-01 sinds 2026-06-01");
  CHECK(told(find(judged("nee"), "2.1", duty, "F1")) == "slapend");
  CHECK(judged("ja").questions.empty());
}

TEST_CASE("an assumed judgement is listed and its question stays") {
  Builder built;
  const JudgementId reliable = built.judgement("1.11", "voldoende", true);
  Norm stop = built.norm(NormKind::obligation, "2.1", "stoppen", Party::client, built.act("stoppen", "melding gedaan"));
  stop.condition = built.make(Op::judgement, {}, reliable.index);
  built.add(stop);
  const Evaluation evaluation =
      built.run(R"({"op":"2026-06-01","gebeurtenis":"kennisgeving verzonden"})", "2026-06-01");
  CHECK(find(evaluation, "2.1", duty)->status == "open");
  REQUIRE(evaluation.assumptions.size() == 2);
  CHECK(evaluation.assumptions[0].dutch == "overeenkomst van kracht");
  CHECK(evaluation.assumptions[1].dutch == "verondersteld: is het voldoende?");
  REQUIRE(evaluation.questions.size() == 1);
  CHECK(evaluation.questions[0].id == "proef:1.11/voldoende");
}

TEST_CASE("beside a hard term the soft half adds a question, and nee turns the outcome") {
  Builder built = answering();
  built.graph.norms[0].term.soft = built.judgement("9.4", "zo spoedig mogelijk");
  const std::string lines = R"({"op":"2026-03-28T14:00","gebeurtenis":"kennisgeving verzonden","id":"N1"}
{"op":"2026-03-30T14:30","gebeurtenis":"reactie ontvangen"})";
  const Evaluation open = built.run(lines, "2026-03-30");
  CHECK(find(open, "9.4", duty)->status == "nagekomen");
  REQUIRE(open.questions.size() == 1);
  const std::string judged =
      lines + "\n" +
      R"({"op":"2026-03-31","gebeurtenis":"oordeel vastgelegd","norm":"proef:9.4/zo spoedig mogelijk","uitkomst":"nee"})";
  CHECK(find(built.run(judged, "2026-03-31"), "9.4", duty)->status == "te-laat-nagekomen");
}

TEST_CASE("suspended days are not counted; a term already passed stays passed") {
  Builder built;
  built.invoices();
  Norm deliver =
      built.norm(NormKind::obligation, "3.1", "leveren", Party::contractor, built.act("leveren", "melding gedaan"));
  deliver.binders = {{built.invoice, {}}};
  deliver.term.last = built.term(built.get(built.var(0), "factuur verzonden", "factuurdatum"), "10 dagen");
  built.add(deliver);
  State force;
  force.where = Builder::where("4.1");
  force.name = "overmacht";
  force.begins = {{built.pattern("overmacht ingetreden"), {}}};
  force.ends = {{built.pattern("overmacht geeindigd"), {}}};
  Effect suspend;
  suspend.where = Builder::where("4.1");
  suspend.kind = EffectKind::suspend;
  suspend.during = built.stateOf(built.add(force));
  suspend.allOf.fixed = Party::contractor;
  built.add(suspend);
  const std::string_view lines =
      R"({"op":"2026-06-01","gebeurtenis":"factuur verzonden","factuur":"F1","bedrag":"1.00"}
{"op":"2026-06-05","gebeurtenis":"overmacht ingetreden"}
{"op":"2026-06-12","gebeurtenis":"overmacht geeindigd"})";
  const auto on = [&](std::string_view day) { return told(find(built.run(lines, day), "3.1", duty, "F1")); };
  CHECK(on("2026-06-04") == "open vanaf 2026-06-01 uiterlijk 2026-06-11 sinds 2026-06-01");
  CHECK(on("2026-06-11").starts_with("opgeschort vanaf 2026-06-01"));
  CHECK(on("2026-06-12") == "open vanaf 2026-06-01 uiterlijk 2026-06-18 sinds 2026-06-01");
  CHECK(on("2026-06-18").starts_with("open"));
  CHECK(on("2026-06-19") == "geschonden vanaf 2026-06-01 uiterlijk 2026-06-18 sinds 2026-06-19");
  // The other party's obligation to pay goes on.
  CHECK(told(find(built.run(lines, "2026-06-16"), "1.1", duty, "F1")) ==
        "geschonden vanaf 2026-06-01 uiterlijk 2026-06-15 sinds 2026-06-16");
}

TEST_CASE("a backward term whose last day lies before the norm arose is judged on arising") {
  Builder built;
  const EntityId rise = built.entity("aanpassing", "prijswijziging aangekondigd");
  Norm inform = built.norm(NormKind::obligation, "5.10", "informeren", Party::contractor,
                           built.act("informeren", "prijswijziging aangekondigd", "", false, {rise}));
  built.graph.patterns.back().alternatives[0].where =
      built.make(Op::refersTo, {built.var(2), built.var(0)}, 0xfffffffe);
  inform.binders = {{rise, {}}};
  inform.arguments = {built.var(0)};
  inform.term.last =
      built.term(built.get(built.var(0), "prijswijziging aangekondigd", "ingang"), "1 maand", Direction::backward);
  built.add(inform);
  const auto announced = [&](std::string_view day) {
    const std::string line =
        R"({"op":")" + std::string(day) +
        R"(","gebeurtenis":"prijswijziging aangekondigd","id":"P1","ingang":"2026-05-01","vorm":"brief"})";
    return told(find(built.run(line, day), "5.10", duty, "P1"));
  };
  CHECK(announced("2026-03-31") == "nagekomen vanaf 2026-03-31 uiterlijk 2026-04-01 sinds 2026-03-31");
  CHECK(announced("2026-04-02") == "te-laat-nagekomen vanaf 2026-04-02 uiterlijk 2026-04-01 sinds 2026-04-02");
}

TEST_CASE("events of one day: a date-only event keeps its place, and timers go before events") {
  Builder built;
  built.invoices();
  const std::string_view lines =
      R"({"op":"2026-06-01T10:00","gebeurtenis":"factuur verzonden","factuur":"F1","factuurdatum":"2026-05-18","bedrag":"5.00"}
{"op":"2026-06-01","gebeurtenis":"betaling ontvangen","factuur":"F1","bedrag":"5.00"})";
  CHECK(told(find(built.run(lines, "2026-06-01"), "1.1", duty, "F1")) ==
        "nagekomen vanaf 2026-06-01 uiterlijk 2026-06-01 sinds 2026-06-01");
  const std::string_view nextDay =
      R"({"op":"2026-05-18","gebeurtenis":"factuur verzonden","factuur":"F1","bedrag":"5.00"}
{"op":"2026-06-02","gebeurtenis":"betaling ontvangen","factuur":"F1","bedrag":"5.00"})";
  CHECK(told(find(built.run(nextDay, "2026-06-02"), "1.1", duty, "F1")) ==
        "te-laat-nagekomen vanaf 2026-05-18 uiterlijk 2026-06-01 sinds 2026-06-02");
}

TEST_CASE("an agreed parameter counts from its start for norms that arise later, in the form asked for") {
  Builder built;
  built.invoices();
  const FormId letter = built.form("brief");
  const FormId written = built.form("schriftelijk", {}, {letter});
  built.form("mondeling");
  Parameter term;
  term.where = Builder::where("1.1");
  term.name = "betalingstermijn";
  term.type = Type::duration;
  term.value = built.duration("14 dagen");
  term.deviable = true;
  term.deviationForm = written;
  built.graph.parameters.push_back(term);
  const ExpressionId date = built.get(built.var(0), "factuur verzonden", "factuurdatum");
  at(built.graph.norms, built.payment).term.last =
      built.make(Op::termEnd, {date, built.make(Op::parameter, {}, 0, Type::duration)}, 0, Type::date);
  const std::string invoices = R"({"op":"2026-06-01","gebeurtenis":"factuur verzonden","factuur":"F1","bedrag":"5.00"}
{"op":"2026-06-10","gebeurtenis":"factuur verzonden","factuur":"F2","bedrag":"5.00"})";
  const auto agreed = [&](std::string_view form) {
    const std::string line =
        R"({"op":"2026-06-05","gebeurtenis":"afspraak vastgelegd","id":"A1","over":"de betalingstermijn","waarde":"30 dagen","vorm":")" +
        std::string(form) + "\"}";
    return built.run(invoices + "\n" + line, "2026-06-11");
  };
  const Evaluation valid = agreed("brief");
  CHECK(told(find(valid, "1.1", duty, "F1")) == "open vanaf 2026-06-01 uiterlijk 2026-06-15 sinds 2026-06-01");
  CHECK(told(find(valid, "1.1", duty, "F2")) == "open vanaf 2026-06-10 uiterlijk 2026-07-10 sinds 2026-06-10");
  CHECK(told(find(valid, "1.1", OutcomeKind::exercise, "A1")) == "geldig sinds 2026-06-05");
  const Evaluation oral = agreed("mondeling");
  CHECK(told(find(oral, "1.1", duty, "F2")) == "open vanaf 2026-06-10 uiterlijk 2026-06-24 sinds 2026-06-10");
  CHECK(find(oral, "1.1", OutcomeKind::exercise, "A1")->reason == "vorm: schriftelijk vereist");
}

}  // namespace beding::built

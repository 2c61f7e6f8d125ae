// C: events as structs are the same as lines, and nothing when a field is not whole; what comes out is told in lists.
#include "beding/beding_c.h"

#include <cstdio>
#include <fstream>

#include "library_sample.h"

namespace beding::sample {

namespace {

/// An evaluation in C, on the bytes of the small document.
struct Going {
  explicit Going(const v1::Graph& document = paymentTerms()) {
    const std::string bytes = *document.bgraf();
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

namespace {

/// Interest that is due on an invoice of 1210 euros, one day late.
struct Late : Going {
  Late() {
    const beding_field fields[] = {text("factuur", "F1"), cents("bedrag", 121000)};
    REQUIRE(apply({"factuur verzonden", "2026-05-11", fields, 2}) == BEDING_OK);
    REQUIRE(beding_evaluation_advance(evaluation, {2026, 5, 26}, nullptr) == BEDING_OK);
    REQUIRE(beding_evaluation_outcomes(evaluation, 0, &outcomes, nullptr) == BEDING_OK);
  }
  ~Late() { beding_outcomes_free(outcomes); }

  beding_outcomes* outcomes = nullptr;
};

beding_outcome outcomeNamed(const beding_outcomes* outcomes, const std::string& norm) {
  beding_outcome outcome{};
  for (std::size_t i = 0; beding_outcomes_get(outcomes, i, &outcome) != 0; ++i)
    if (outcome.norm == norm) return outcome;
  FAIL("no such outcome");
  return outcome;
}

}  // namespace

TEST_CASE("in C an outcome tells its stretches of interest, one by one") {
  const Late late;
  beding_date day{};
  CHECK(beding_outcomes_day(late.outcomes, &day) == 1);
  CHECK((day.year == 2026 && day.month == 5 && day.day == 26));
  const beding_outcome interest = outcomeNamed(late.outcomes, "rente");
  CHECK(beding_kind_name(interest.kind) == std::string("bedrag"));
  CHECK(interest.violations == 0);
  REQUIRE(interest.segments == 1);
  beding_segment segment{};
  REQUIRE(beding_segment_get(&interest, 0, &segment) == 1);
  CHECK((segment.from.day == 26 && segment.to.day == 26 && segment.base == 121000 && segment.amount == 34));
  CHECK(segment.percentage == std::string("10.15"));
  CHECK(segment.confirmed == 1);
  CHECK(beding_segment_get(&interest, 1, &segment) == 0);
  beding_violation violation{};
  CHECK(beding_violation_get(&interest, 0, &violation) == 0);
}

TEST_CASE("in C reasons are walked down to what they rest on") {
  const Late late;
  beding_explanations* explanations = nullptr;
  REQUIRE(beding_evaluation_explain(late.evaluation, "rente", "F1", &explanations, nullptr) == BEDING_OK);
  CHECK(beding_explanations_count(explanations) == 1);
  beding_outcome outcome{};
  beding_reason why{}, step{};
  REQUIRE(beding_explanations_get(explanations, 0, &outcome, &why) == 1);
  CHECK(outcome.amount.cents == 34);
  CHECK(beding_explanations_get(explanations, 1, &outcome, &why) == 0);
  REQUIRE(why.because > 0);
  REQUIRE(beding_reason_because(&why, why.because - 1, &step) == 1);
  CHECK(std::string(step.text).find("= € 0,34") != std::string::npos);
  CHECK(beding_reason_because(&why, why.because, &step) == 0);
  beding_explanations_free(explanations);
  CHECK(beding_evaluation_explain(late.evaluation, "boete", nullptr, &explanations, nullptr) == BEDING_WRONG_USAGE);
}

namespace {

/// 2.1: for every invoice the client stops, when that is reasonable: an open norm.
v1::Graph stoppingWhenReasonable() {
  using namespace graph;
  built::Builder built;
  built.invoices();
  const JudgementId reasonable = built.judgement("2.1", "redelijk");
  Norm stop = built.norm(NormKind::obligation, "2.1", "stoppen", Party::client, built.act("stoppen", "melding gedaan"));
  stop.binders = {{built.invoice, {}}};
  stop.condition = built.make(Op::judgement, {built.var(0)}, reasonable.index);
  built.add(stop);
  return *v1::Graph::load(toBgraf(built.graph));
}

}  // namespace

TEST_CASE("in C a question tells what it is needed for and about what it is asked") {
  Going going(stoppingWhenReasonable());
  const beding_field fields[] = {text("factuur", "F1"), cents("bedrag", 121000)};
  REQUIRE(going.apply({"factuur verzonden", "2026-05-11", fields, 2}) == BEDING_OK);
  beding_outcomes* outcomes = nullptr;
  REQUIRE(beding_evaluation_outcomes(going.evaluation, 0, &outcomes, nullptr) == BEDING_OK);
  CHECK(outcomeNamed(outcomes, "stoppen").status == std::string("onbekend"));
  beding_question question{};
  REQUIRE(beding_questions_count(outcomes) == 1);
  REQUIRE(beding_questions_get(outcomes, 0, &question) == 1);
  CHECK(question.id == std::string("proef:2.1/redelijk"));
  REQUIRE(question.needed_for == 1);
  CHECK(beding_question_needed_for(&question, 0) == std::string("proef:2.1 stoppen"));
  CHECK(beding_question_needed_for(&question, 1) == nullptr);
  REQUIRE(question.subjects == 1);
  CHECK(beding_question_subject(&question, 0) == std::string("F1"));
  CHECK(beding_question_subject(&question, 1) == nullptr);
  beding_outcomes_free(outcomes);
}

TEST_CASE("in C a document tells its events, and shows itself in three ways") {
  const Going going;
  beding_bytes bytes{};
  REQUIRE(beding_graph_timeline_schema(going.graph, &bytes, nullptr) == BEDING_OK);
  CHECK(std::string(bytes.data).find("factuur verzonden") != std::string::npos);
  beding_bytes_free(&bytes);
  for (const auto& [form, begin] :
       {std::pair{BEDING_VIEW_JSON, "{"}, {BEDING_VIEW_MERMAID, "flowchart"}, {BEDING_VIEW_DOT, "digraph"}}) {
    REQUIRE(beding_graph_view(going.graph, form, nullptr, &bytes, nullptr) == BEDING_OK);
    CHECK(std::string(bytes.data).rfind(begin, 0) == 0);
    beding_bytes_free(&bytes);
  }
  CHECK(beding_graph_view(going.graph, static_cast<beding_view>(3), nullptr, &bytes, nullptr) == BEDING_WRONG_USAGE);
  CHECK(beding_graph_view(going.graph, BEDING_VIEW_JSON, "9.9", &bytes, nullptr) == BEDING_WRONG_USAGE);
}

TEST_CASE("in C nothing is had of NULL, and nothing goes wrong") {
  beding_outcome outcome{};
  beding_question question{};
  beding_reason reason{};
  beding_segment segment{};
  beding_date day{};
  CHECK(beding_graph_title(nullptr) == nullptr);
  beding_graph_keep(nullptr, 1);
  CHECK(beding_outcomes_day(nullptr, &day) == 0);
  CHECK(beding_outcomes_get(nullptr, 0, &outcome) == 0);
  CHECK(beding_outcomes_warning(nullptr, 0) == nullptr);
  CHECK(beding_outcomes_assumption(nullptr, 0) == nullptr);
  CHECK(beding_segment_get(nullptr, 0, &segment) == 0);
  CHECK(beding_segment_get(&outcome, 0, &segment) == 0);  // nothing was put in it
  CHECK(beding_question_subject(&question, 0) == nullptr);
  CHECK(beding_reason_because(&reason, 0, &reason) == 0);
  CHECK(beding_explanations_get(nullptr, 0, &outcome, &reason) == 0);
  CHECK(beding_kind_name(static_cast<beding_kind>(15)) == std::string());
  beding_explanations_free(nullptr);
  beding_text_free(nullptr);
  CHECK(beding_portfolio_open(nullptr, "x", nullptr, nullptr, nullptr) == BEDING_WRONG_USAGE);
}

TEST_CASE("in C a portfolio has the options of a program, and outcomes as structs") {
  const Going going;
  const std::string path = "library_c_test.jsonl";
  std::ofstream(path)
      << R"({"overeenkomst":"K1","op":"2026-05-11","gebeurtenis":"factuur verzonden","factuur":"F1","bedrag":"1210.00","vastgelegd":"2026-05-11"})";
  const beding_date asOf{2026, 5, 26};
  beding_portfolio_options options{};
  options.as_of = &asOf;
  options.all = 1;
  beding_portfolio* portfolio = nullptr;
  REQUIRE(beding_portfolio_open(going.graph, path.c_str(), &options, &portfolio, nullptr) == BEDING_OK);
  beding_bytes name{};
  beding_outcomes* outcomes = nullptr;
  REQUIRE(beding_portfolio_next_outcomes(portfolio, &name, &outcomes, nullptr) == BEDING_OK);
  CHECK(name.data == std::string("K1"));
  CHECK(outcomeNamed(outcomes, "rente").amount.cents == 34);
  beding_bytes_free(&name);
  beding_outcomes_free(outcomes);
  REQUIRE(beding_portfolio_next_outcomes(portfolio, &name, &outcomes, nullptr) == BEDING_OK);
  CHECK((outcomes == nullptr && name.data == nullptr));
  beding_portfolio_free(portfolio);
  const beding_date before{2026, 5, 10};  // the invoice was recorded later
  options.as_known_on = &before;
  REQUIRE(beding_portfolio_open(going.graph, path.c_str(), &options, &portfolio, nullptr) == BEDING_OK);
  REQUIRE(beding_portfolio_next_outcomes(portfolio, &name, &outcomes, nullptr) == BEDING_OK);
  CHECK(beding_outcomes_count(outcomes) == 0);
  beding_bytes_free(&name);
  beding_outcomes_free(outcomes);
  beding_portfolio_free(portfolio);
  const char* unknown = "9.9/onbekend=nee";
  options.readings = &unknown;
  options.count = 1;
  CHECK(beding_portfolio_open(going.graph, path.c_str(), &options, &portfolio, nullptr) == BEDING_WRONG_USAGE);
  options.readings = nullptr;
  CHECK(beding_portfolio_open(going.graph, path.c_str(), &options, &portfolio, nullptr) == BEDING_WRONG_USAGE);
  std::remove(path.c_str());
}

}  // namespace beding::sample

// The library as a program sees it: events in, days on, outcomes and reasons out, and every way to be refused.
#include <thread>

#include "library_sample.h"

namespace beding::sample {

namespace {

const v1::Outcome* find(const v1::Outcomes& outcomes, const std::string& norm, const std::string& key) {
  for (const v1::Outcome& each : outcomes.outcomes)
    if (each.norm == norm && each.key == key) return &each;
  return nullptr;
}

/// Saved, and gone on with.
v1::Evaluation begunAgain(const v1::Graph& graph, const v1::Evaluation& evaluation) {
  auto again = v1::Evaluation::resume(graph, *evaluation.save());
  REQUIRE(again);
  return std::move(*again);
}

bool mentions(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("an invoice that is paid late: the duty, its days, and interest to the cent") {
  const v1::Graph graph = paymentTerms();
  v1::Evaluation evaluation = begun(graph);
  CHECK_FALSE(evaluation.today());
  REQUIRE(evaluation.apply(invoice("F1", "2026-05-11", 121000)));
  CHECK(evaluation.today() == v1::Date{2026, 5, 11});
  REQUIRE(evaluation.advance({2026, 5, 26}));
  const auto outcomes = evaluation.outcomes();
  REQUIRE(outcomes);
  CHECK(outcomes->document == "proef");
  CHECK(outcomes->asOf == v1::Date{2026, 5, 26});
  const v1::Outcome* duty = find(*outcomes, "betaling", "F1");
  REQUIRE(duty != nullptr);
  CHECK(duty->kind == v1::Kind::obligation);
  CHECK(v1::kindName(duty->kind) == "plicht");
  CHECK(duty->lid == "proef:1.1");
  CHECK(duty->status == "geschonden");
  CHECK(duty->due->date == v1::Date{2026, 5, 25});
  CHECK_FALSE(duty->due->second);
  CHECK(v1::isoText(*duty->since) == "2026-05-26");
  CHECK_FALSE(duty->amount);
  const v1::Outcome* interest = find(*outcomes, "rente", "F1");
  REQUIRE(interest != nullptr);
  CHECK(interest->amount->count == 34);  // 1210 x 10,15% / 365 = 0,336 for one day
  CHECK(interest->open->count == 34);
  REQUIRE(interest->segments.size() == 1);
  CHECK(interest->segments.front().base.count == 121000);
  CHECK(interest->segments.front().percentage == "10.15");
}

TEST_CASE("structs and lines of a timeline say the same") {
  const v1::Graph graph = paymentTerms();
  v1::Evaluation structs = begun(graph), lines = begun(graph), table = begun(graph);
  REQUIRE(structs.apply(invoice("F1", "2026-05-11", 121000)));
  REQUIRE(structs.apply(payment("F1", "2026-05-20", 100000)));
  REQUIRE(lines.apply(R"({"op":"2026-05-11","gebeurtenis":"factuur verzonden","factuur":"F1","bedrag":"1210.00"}
{"op":"2026-05-20","gebeurtenis":"betaling ontvangen","factuur":"F1","bedrag":"1000.00"})"));
  REQUIRE(
      table.apply("op,gebeurtenis,factuur,bedrag\n2026-05-11,factuur verzonden,F1,1210.00\n"
                  "2026-05-20,betaling ontvangen,F1,1000.00\n"));
  CHECK(*structs.json() == *lines.json());
  CHECK(*structs.json() == *table.json());
  CHECK(*structs.timeline() == *lines.timeline());
  CHECK(mentions(*table.timeline(), "\n{\"op\":\"2026-05-11\""));  // the heading was line 1
}

TEST_CASE("what is refused changes nothing and says which line and why, in both languages") {
  v1::Evaluation evaluation = begun(paymentTerms());
  REQUIRE(evaluation.apply(invoice("F1", "2026-05-11", 121000)));
  const std::string before = *evaluation.json();
  const auto unknown = evaluation.apply(v1::Event{"factuur verzonde", "2026-05-12", {}});
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().code == v1::Code::invalidInput);
  CHECK(mentions(unknown.error().message.dutch, "tijdlijn:2: "));
  CHECK(mentions(unknown.error().message.dutch, "factuur verzonden"));  // what was perhaps meant
  CHECK(unknown.error().message.english != unknown.error().message.dutch);
  CHECK_FALSE(evaluation.apply("{\"op\":\"2026-05-12\"}\n{\"op\":"));
  CHECK_FALSE(evaluation.apply(v1::Event{"betaling ontvangen", "2026-05-12", {{"kenmerk", std::string("\xFF")}}}));
  CHECK(
      mentions(problemOf(evaluation.apply(v1::Event{
                   "betaling ontvangen", "2026-05-12", {{"factuur", std::string("\xFF")}, {"bedrag", v1::Cents{1}}}})),
               "UTF-8"));
  CHECK(*evaluation.json() == before);
}

TEST_CASE("lines that stand by themselves, and others behind them, say what all of them say at once") {
  const v1::Graph graph = paymentTerms();
  const auto at = [](const std::string& day, const std::string& rest) {
    return R"({"op":")" + day + "\"," + rest + "}\n";
  };
  const std::string first =
      at("2026-05-11", R"("id":"E1","gebeurtenis":"factuur verzonden","factuur":"F1","bedrag":"10")");
  const std::string more[] = {
      "\n" + at("2026-05-12", R"("gebeurtenis":"betaling ontvangen","factuur":"F1","bedrag":3)"),
      at("2026-05-13", R"("id":"E3","gebeurtenis":"betaling ontvangen","factuur":"F7","bedrag":"1")"),  // who is F7?
      at("2026-05-10", R"("gebeurtenis":"factuur verzonden","factuur":"F0","bedrag":"5")"),             // late
      at("2026-05-13", R"("corrigeert":"E3","gebeurtenis":"betaling ontvangen","factuur":"F1","bedrag":"1")"),
      at("2026-05-14", R"("gebeurtenis":"factuur verzonden","factuur":"F2","bedrag":"7")")};
  v1::Evaluation going = begun(graph);
  REQUIRE(going.apply(first));
  std::string all = first;
  for (const std::string& lines : more) {
    const std::string again = at("2026-05-31", R"("id":"E1","gebeurtenis":"betaling ontvangen","bedrag":"1")");
    CHECK(mentions(problemOf(going.apply(lines + again)), "E1"));  // all or nothing
    REQUIRE(going.apply(lines));
    all += lines;
    v1::Evaluation whole = begun(graph);
    REQUIRE(whole.apply(all));
    CHECK(going.today() == whole.today());
    CHECK(*going.json() == *whole.json());
    CHECK(*going.json(true) == *whole.json(true));
    CHECK(*going.timeline() == all);
    CHECK(*begunAgain(graph, going).json() == *whole.json());
  }
}

TEST_CASE("one evaluation is about one contract") {
  v1::Evaluation evaluation = begun(paymentTerms());
  v1::Event first = invoice("F1", "2026-05-11", 100), second = invoice("F2", "2026-05-12", 100);
  first.fields.push_back({"overeenkomst", std::string("A")});
  second.fields.push_back({"overeenkomst", std::string("B")});
  REQUIRE(evaluation.apply(first));
  REQUIRE(evaluation.apply(invoice("F3", "2026-05-12", 100)));
  CHECK(mentions(problemOf(evaluation.apply(second)), "overeenkomst «B», de evaluatie over «A»"));
}

TEST_CASE("days that are past or do not exist, and no day at all, are refused") {
  v1::Evaluation evaluation = begun(paymentTerms());
  CHECK(mentions(problemOf(evaluation.outcomes()), "nog geen dag"));
  CHECK(mentions(problemOf(evaluation.advance({2026, 2, 30})), "bestaat niet"));
  CHECK(mentions(problemOf(evaluation.advance({2026, 13, 1})), "bestaat niet"));
  REQUIRE(evaluation.advance({2026, 5, 26}));
  CHECK(mentions(problemOf(evaluation.advance({2026, 5, 25})), "25 mei 2026 is voorbij: de evaluatie staat op 26 mei"));
}

TEST_CASE("reasons of the outcomes that are meant; what there is when there are none") {
  v1::Evaluation evaluation = begun(paymentTerms());
  REQUIRE(evaluation.apply(invoice("F1", "2026-05-11", 121000)));
  REQUIRE(evaluation.advance({2026, 5, 26}));
  const auto why = evaluation.why("betaling", "F1");
  REQUIRE(why);
  REQUIRE(why->size() == 1);
  CHECK(why->front().outcome.status == "geschonden");
  CHECK(why->front().why.because.size() > 0);
  CHECK(mentions(evaluation.whyText("betaling")->dutch, "geschonden"));
  CHECK(mentions(evaluation.whyText("betaling")->english, "breached"));
  CHECK(mentions(*evaluation.whyJson("1.1"), "\"waarom\""));
  const auto none = evaluation.why("betaling", "F2");
  REQUIRE_FALSE(none);
  CHECK(none.error().code == v1::Code::wrongUsage);
  CHECK(mentions(none.error().message.dutch, "«betaling» voor «F2» op 26 mei 2026"));
  CHECK(mentions(none.error().message.dutch, "1.1 betaling F1"));
}

TEST_CASE("an amount that is no number of cents is refused as a struct, and whole in the JSON") {
  v1::Evaluation evaluation = begun(paymentTerms());
  const std::string huge = "123456789012345678901234567890.00";
  REQUIRE(evaluation.apply(
      v1::Event{"factuur verzonden", "2026-05-11", {{"factuur", std::string("F1")}, {"bedrag", huge}}}));
  REQUIRE(evaluation.advance({2026, 6, 26}));
  CHECK(mentions(problemOf(evaluation.outcomes()), "64 bits"));
  CHECK(mentions(*evaluation.json(), huge));
}

TEST_CASE("a program with other headers, a file that is no graph, and a reading that is not there are refused") {
  const std::string bytes = *paymentTerms().bgraf();
  const auto other = v1::Graph::load(bytes, BEDING_ABI + 1);
  REQUIRE_FALSE(other);
  CHECK(other.error().code == v1::Code::wrongVersion);
  CHECK(mentions(problemOf(v1::Graph::load("iets anders")), "geen gecompileerd document"));
  CHECK(mentions(problemOf(v1::Graph::loadFile("/er/is/niets.bgraf")), "«/er/is/niets.bgraf» kan niet gelezen"));
  CHECK(mentions(problemOf(v1::Evaluation::begin(paymentTerms(), {{"1.1/x=y"}})), "geen kwestie"));
  CHECK(mentions(problemOf(paymentTerms().view(v1::View::json, "99.9")), "lid «99.9» heeft geen regels"));
}

TEST_CASE("threads share a graph") {
  const v1::Graph graph = paymentTerms();
  std::vector<std::string> answers(4);
  std::vector<std::thread> threads;
  for (std::string& answer : answers) {
    threads.emplace_back([&answer, graph] {
      auto evaluation = v1::Evaluation::begin(graph);
      (void)evaluation->apply(invoice("F1", "2026-05-11", 121000));
      (void)evaluation->advance({2026, 7, 1});
      answer = *evaluation->json();
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(answers[0] != "");
  for (const std::string& answer : answers) CHECK(answer == answers[0]);
}

}  // namespace beding::sample

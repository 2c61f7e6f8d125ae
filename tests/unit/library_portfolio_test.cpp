// The contracts of a file, as a program takes them: in either shape, on any number of threads.
#include <cstdio>
#include <fstream>

#include "library_sample.h"

namespace beding::sample {

namespace {

constexpr int contracts = 150;  // several blocks on two threads

/// Of each contract an invoice; every seventh corrects it, which only the engine does, and the ninth has a mistake.
struct File {
  File() {
    std::ofstream out(path);
    for (int i = 1; i <= contracts; ++i) {
      const std::string begin =
          "{\"overeenkomst\":\"K" + std::to_string(i) + "\",\"op\":\"2026-05-11\",\"gebeurtenis\":\"";
      const std::string invoice = begin + (i == 9 ? "factuur verzonde" : "factuur verzonden") +
                                  "\",\"factuur\":\"F1\",\"bedrag\":\"" + std::to_string(100 + i) + ".00\",";
      out << invoice << "\"id\":\"E1\"}\n";
      if (i % 7 == 0) out << invoice << "\"corrigeert\":\"E1\"}\n";
    }
  }
  ~File() { std::remove(path.c_str()); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  const std::string path = "library_portfolio_test.jsonl";
};

v1::Portfolio opened(const v1::Graph& graph, const std::string& path, unsigned threads) {
  v1::PortfolioOptions options;
  options.asOf = v1::Date{2026, 6, 30};
  options.threads = threads;
  auto portfolio = v1::Portfolio::open(graph, path, options);
  REQUIRE_MESSAGE(portfolio, problemOf(portfolio));
  return std::move(*portfolio);
}

/// All that it says as JSON, a line per contract; a message where one is refused.
std::vector<std::string> texts(v1::Portfolio portfolio) {
  std::vector<std::string> result;
  for (std::size_t i = 0; i < portfolio.contracts(); ++i) {
    const auto text = portfolio.nextJson();
    result.push_back(text ? **text : problemOf(text));
  }
  const auto end = portfolio.nextJson();
  CHECK((end && !*end));
  return result;
}

const v1::Outcome& interestIn(const v1::Contract& contract) {
  for (const v1::Outcome& each : contract.outcomes.outcomes)
    if (each.norm == "rente") return each;
  FAIL("no interest");
  return contract.outcomes.outcomes.front();
}

}  // namespace

TEST_CASE("threads change nothing that a portfolio says, and a mistake costs its contract alone") {
  const File file;
  const v1::Graph graph = paymentTerms();
  const auto alone = texts(opened(graph, file.path, 1));
  REQUIRE(alone.size() == contracts);
  CHECK(alone[8].find(":10: onbekende gebeurtenis") != std::string::npos);  // the seventh contract has two lines
  CHECK(alone[9].find("\"overeenkomst\":\"K10\"") != std::string::npos);
  CHECK(texts(opened(graph, file.path, 2)) == alone);
  CHECK(texts(opened(graph, file.path, 5)) == alone);
}

TEST_CASE("lines of which nobody knows the contract are one mistake, which stops nothing") {
  const File file;
  std::ofstream(file.path, std::ios::app) << "geen json\n5\n";
  for (const unsigned threads : {1U, 3U}) {
    const auto said = texts(opened(paymentTerms(), file.path, threads));
    REQUIRE(said.size() == contracts + 1);
    CHECK(said[contracts - 1].find("\"overeenkomst\":\"K150\"") != std::string::npos);
    CHECK(said[contracts].find(":172: deze regel is geen JSON") != std::string::npos);  // 150 invoices, 21 corrections
    CHECK(said[contracts].find(":173: ") != std::string::npos);
  }
}

TEST_CASE("contracts may be asked for as structs and as JSON by turns") {
  const File file;
  const v1::Graph graph = paymentTerms();
  const auto alone = texts(opened(graph, file.path, 1));
  v1::Portfolio portfolio = opened(graph, file.path, 2);
  for (std::size_t i = 0; i < contracts; ++i) {
    if (i % 3 == 0) {
      const auto text = portfolio.nextJson();
      CHECK((text ? **text : problemOf(text)) == alone[i]);
      continue;
    }
    const auto contract = portfolio.next();
    CHECK(bool(contract) == (i != 8));
    if (!contract) continue;
    CHECK((*contract)->name == "K" + std::to_string(i + 1));
    const v1::Outcome& interest = interestIn(**contract);
    // due on May 25, so 36 days until June 30 of 10,15%
    const std::int64_t cents = static_cast<std::int64_t>(101 + i) * 100;
    CHECK(interest.amount->count == (cents * 1015 * 36 + 365 * 5000) / (365 * 10000));
  }
}

TEST_CASE("as known on a day, what was recorded later is left out") {
  const std::string path = "library_portfolio_known_test.jsonl";
  const std::string invoice =
      R"({"overeenkomst":"K1","op":"2026-05-11","gebeurtenis":"factuur verzonden","factuur":"F1",)";
  std::ofstream(path) << invoice << R"("bedrag":"100.00","id":"E1"})" << '\n'
                      << invoice << R"("bedrag":"200.00","corrigeert":"E1","vastgelegd":"2026-06-10"})" << '\n';
  const auto interestKnown = [&](std::optional<v1::Date> day) {
    v1::PortfolioOptions options;
    options.asOf = v1::Date{2026, 6, 30};
    options.asKnownOn = day;
    auto portfolio = v1::Portfolio::open(paymentTerms(), path, options);
    REQUIRE(portfolio);
    return interestIn(**portfolio->next()).amount->count;
  };
  CHECK(interestKnown(std::nullopt) == 200);  // 36 days of 10,15%
  CHECK(interestKnown(v1::Date{2026, 6, 10}) == 200);
  CHECK(interestKnown(v1::Date{2026, 6, 9}) == 100);
  v1::PortfolioOptions never;
  never.asKnownOn = v1::Date{2026, 2, 30};
  CHECK(problemOf(v1::Portfolio::open(paymentTerms(), path, never)) == "die dag bestaat niet");
  std::remove(path.c_str());
}

}  // namespace beding::sample

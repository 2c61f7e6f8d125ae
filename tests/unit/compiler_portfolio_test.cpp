// A portfolio on several threads: the same bytes and totals, complete up to the first contract with problems.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "explain/json.h"
#include "portfolio/portfolio.h"
#include "workspace/workspace.h"

using namespace beding;

namespace {

/// Hundreds of contracts, so that every thread has several pieces. Each has an invoice and, two in three, a payment.
class Case {
 public:
  static constexpr int contracts = 700;

  Case() {
    for (int i = 1; i <= contracts; ++i) {
      lines += line(i, R"("gebeurtenis":"factuur verzonden","factuur":"F1","bedrag":"1000.00")", "2025-03-03");
      if (i % 3 != 0) lines += line(i, R"("gebeurtenis":"betaling ontvangen","bedrag":"1000.00")", "2025-03-10");
    }
  }
  ~Case() { std::remove(path.c_str()); }

  /// What comes out.
  std::string run(const PortfolioOptions& options) {
    std::ofstream(path, std::ios::binary) << lines;
    std::ostringstream out;
    summary = evaluatePortfolio(compiled.graph, path, options, out);
    return out.str();
  }
  static std::string line(int contract, const std::string& fields, const std::string& day) {
    return R"({"op":")" + day + R"(","overeenkomst":"K)" + std::to_string(contract) + "\"," + fields + "}\n";
  }
  void replace(const std::string& what, const std::string& by) { lines.replace(lines.find(what), what.size(), by); }

  Workspace workspace;
  const Compiled& compiled =
      workspace.compile(workspace.open(std::string(BEDING_SOURCE_DIR) + "/tests/bench/betaling").documents.front());
  std::string path = "beding-portfolio-test.jsonl";
  std::string lines;
  PortfolioSummary summary;
};

PortfolioOptions on(unsigned threads) {
  PortfolioOptions options;
  options.evaluation.asOf = dateOf({2025, 6, 1});
  options.threads = threads;
  return options;
}

std::size_t linesIn(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_CASE("neither bytes nor totals of a portfolio depend on threads") {
  Case portfolio;
  const std::string alone = portfolio.run(on(1));
  const std::string totals = totalsText(portfolio.summary.totals);
  CHECK(linesIn(alone) == Case::contracts);
  CHECK(portfolio.summary.contracts == Case::contracts);
  CHECK(alone.find(R"("overeenkomst":"K700")") > alone.find(R"("overeenkomst":"K699")"));
  // Of 700, 233 are divisible by three: those are breached since 18 March. The other 467 are paid in time.
  CHECK(totals.find("nagekomen             467") != std::string::npos);
  CHECK(totals.find("geschonden            233") != std::string::npos);
  for (const unsigned threads : {2U, 5U}) {
    CHECK(portfolio.run(on(threads)) == alone);
    CHECK(totalsText(portfolio.summary.totals) == totals);
  }
}

TEST_CASE("what comes out is complete up to the first contract with problems") {
  Case portfolio;
  portfolio.replace(R"("overeenkomst":"K300","gebeurtenis":"factuur verzonden")",
                    R"("overeenkomst":"K300","gebeurtenis":"faktuur")");
  for (const unsigned threads : {1U, 4U}) {
    const std::string out = portfolio.run(on(threads));
    CHECK(linesIn(out) == 299);
    CHECK(portfolio.summary.contracts == 299);
    REQUIRE(portfolio.summary.problems.size() == 1);
    CHECK(portfolio.summary.problems.front().line == 500);  // 299 invoices and 200 payments stand before it
    PortfolioOptions skipping = on(threads);
    skipping.reading.skipBad = true;
    CHECK(linesIn(portfolio.run(skipping)) == Case::contracts - 1);
    CHECK(portfolio.summary.skipped == std::vector<std::string>{"K300"});
  }
}

TEST_CASE("a contract that the machine leaves to the engine stands between the others") {
  Case portfolio;
  portfolio.replace(R"("overeenkomst":"K350","gebeurtenis":"betaling ontvangen","bedrag":"1000.00")",
                    R"("overeenkomst":"K350","gebeurtenis":"betaling ontvangen","factuur":"F11","bedrag":"1000.00")");
  const std::string alone = portfolio.run(on(1));
  CHECK(portfolio.run(on(3)) == alone);
  const std::size_t begin = alone.find(R"("overeenkomst":"K350")");
  const std::string its = alone.substr(begin, alone.find('\n', begin) - begin);
  CHECK(its.find("F11") != std::string::npos);  // it warns: there is no such invoice
  PortfolioOptions table = on(2);
  table.asTable = true;
  const std::string cells = portfolio.run(table);
  table.threads = 1;
  CHECK(portfolio.run(table) == cells);
}

TEST_CASE("lines of which nobody knows the contract stop a portfolio, or are skipped and counted") {
  Case portfolio;
  portfolio.replace(R"("overeenkomst":"K300",)", "");
  portfolio.lines = "garbage\n" + portfolio.lines;
  for (const unsigned threads : {1U, 4U}) {
    CHECK(portfolio.run(on(threads)).empty());
    REQUIRE(portfolio.summary.problems.size() == 2);
    CHECK(portfolio.summary.problems.back().line == 501);
    PortfolioOptions skipping = on(threads);
    skipping.reading.skipBad = true;
    CHECK(linesIn(portfolio.run(skipping)) == Case::contracts - 1);  // K300 has no other line: it is divisible by three
    CHECK(portfolio.summary.strayLines == 2);
    CHECK(portfolio.summary.skipped.empty());
  }
}

// Runs a compiled document over the contracts of a file, without a compiler.
#include <beding/engine.h>

#include <iostream>

int main(int, char** words) {
  const auto graph = beding::Graph::loadFile(words[1]);
  if (!graph) return std::cerr << graph.error().message.dutch << '\n', 1;
  beding::PortfolioOptions options;
  options.asOf = beding::Date{2026, 3, 31};
  options.threads = 2;  // the order stays that of the file
  auto portfolio = beding::Portfolio::open(*graph, words[2], options);
  if (!portfolio) return std::cerr << portfolio.error().message.dutch << '\n', 1;

  std::cout << portfolio->contracts() << " overeenkomsten\n";
  while (true) {
    const auto contract = portfolio->next();
    if (!contract) {
      std::cout << contract.error().message.dutch << '\n';  // costs that contract only
      continue;
    }
    if (!contract->has_value()) break;
    for (const beding::Outcome& outcome : (*contract)->outcomes.outcomes)
      std::cout << (*contract)->name << ' ' << outcome.norm << ' ' << outcome.key << ": " << outcome.status << '\n';
  }
}

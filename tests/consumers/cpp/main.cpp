// Compiles clauses, tells what happens, and asks what holds, why, and what if.
#include <beding/beding.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

namespace {

/// The value, or the end of the program with the reason.
template <class T>
T taken(beding::Result<T> result) {
  if (result) return std::move(*result);
  std::cerr << result.error().message.dutch << '\n';
  std::exit(1);
}

void show(const beding::Evaluation& evaluation) {
  const beding::Outcomes now = taken(evaluation.outcomes());
  std::cout << now.document << " op " << beding::isoText({now.asOf, {}}) << '\n';
  for (const beding::Outcome& outcome : now.outcomes) {
    std::cout << "  " << outcome.lid << ' ' << outcome.norm << ' ' << outcome.key << ": " << outcome.status;
    if (outcome.due) std::cout << ", uiterlijk " << beding::isoText(*outcome.due);
    if (outcome.amount) std::cout << ", " << outcome.amount->count << " cent";
    std::cout << '\n';
  }
}

}  // namespace

int main(int, char** words) {
  std::ifstream file(words[1]);
  const std::string clauses{std::istreambuf_iterator<char>(file), {}};
  const beding::Graph graph = taken(beding::compileText(clauses, "verhuur.beding"));

  beding::Evaluation dossier = taken(beding::Evaluation::begin(graph));
  taken(dossier.apply({"factuur verzonden", "2026-03-02", {{"factuur", "F1"}, {"bedrag", beding::Cents{100000}}}}));
  taken(dossier.advance({2026, 3, 31}));
  show(dossier);
  std::cout << taken(dossier.whyText("rente", "F1")).dutch;

  // What if it was paid in time? The saved state goes on apart from the dossier.
  const std::string saved = taken(dossier.save());
  beding::Evaluation supposed = taken(beding::Evaluation::resume(graph, saved));
  taken(supposed.apply({"betaling ontvangen", "2026-03-16", {{"factuur", "F1"}, {"bedrag", beding::Cents{100000}}}}));
  show(supposed);
  show(dossier);

  // What is wrong is refused, and changes nothing.
  const auto refused = dossier.apply("{\"op\":\"2026-04-01\",\"gebeurtenis\":\"factuur betaald\"}");
  std::cout << (refused ? "" : refused.error().message.dutch) << '\n';
}

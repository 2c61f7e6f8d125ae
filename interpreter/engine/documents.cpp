#include "engine/documents.h"

#include <algorithm>

#include "engine/expressions.h"
#include "engine/report.h"

namespace beding::engine {

std::string rankText(const World& world, const std::string& first, const std::string& second) {
  const auto& ranks = world.graph.documentRanks;
  const auto rank = std::find_if(ranks.begin(), ranks.end(), [&](const graph::DocumentRank& each) {
    return each.first == first && each.second == second;
  });
  if (rank == ranks.end()) return {};
  return rank->where.text.empty() ? "de overeenkomst gaat voor " + second : rank->where.text;
}

std::string givesWayText(const World& world, const graph::Provenance& first, const std::string& name,
                         const graph::Provenance& second) {
  const std::string rank = rankText(world, first.document, second.document);
  return rank.empty() ? rank : "wijkt voor " + lidOf(world, first) + " " + name + ": " + rank;
}

std::string agreedText(World& world, const graph::Parameter& parameter) {
  if (parameter.agreedIn.document.empty()) return {};
  const Answer own = evaluate(world, parameter.displaced, {});
  const std::string says = parameter.displaced && own.known() ? " zegt " + textOf(own.value) : " laat het open";
  return "afgesproken in " + parameter.agreedIn.document + "; " + parameter.where.document + says;
}

}  // namespace beding::engine

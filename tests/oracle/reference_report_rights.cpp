// Rights as outcomes.
#include "oracle/reference_page.h"

namespace beding::oracle {

namespace {

bool givesWay(const View& view, graph::RightId id, const RightFact& fact) {
  for (std::uint32_t index = 0; index < view.graph().rights.size(); ++index) {
    const graph::Right& rival = view.graph().rights[index];
    if (!contains(rival.defeats, id)) continue;
    for (const RightFact& each : view.facts.rights[index])
      if (each.arisen && sameInstances(at(view.graph().rights, id).binders, fact.place, rival.binders, each.place))
        return true;
  }
  return false;
}

void reportRight(Page& page, const graph::Right& right, const RightFact& fact) {
  Outcome outcome = page.begin(right.where, right.name, OutcomeKind::right);
  outcome.key = keyOf(page.view, fact.place, right.binders.size(), right.holder.slot);
  nameParties(outcome, fact.holder, other(fact.holder));
  outcome.status = fact.status;
  outcome.from = onDay(fact.arose->at);
  outcome.deadline = fact.deadline;
  if (fact.latestDeadline) outcome.latestDeadline = momentOf(*fact.latestDeadline);
  outcome.since = onDay(fact.since);
  const Answer kept = fact.status == "vervallen" ? valueOf(page.view, right.keptFor, fact.place) : Answer{};
  if (moneyIn(kept) != nullptr) outcome.amount = roundedToCents(*moneyIn(kept));
  page.add(std::move(outcome), fact.asks, fact.assumed);
}

}  // namespace

void reportRights(Page& page) {
  const auto& rights = page.view.graph().rights;
  for (std::uint32_t index = 0; index < rights.size(); ++index)
    for (const RightFact& fact : page.view.facts.rights[index])
      if (fact.arisen && !givesWay(page.view, graph::RightId{index}, fact)) reportRight(page, rights[index], fact);
}

}  // namespace beding::oracle

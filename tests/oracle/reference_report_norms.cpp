// Norms, and attempts to use powers, as outcomes.
#include "oracle/reference_page.h"

namespace beding::oracle {

namespace {

using graph::NormKind;

OutcomeKind kindOf(NormKind kind) {
  if (kind == NormKind::prohibition || kind == NormKind::noPower) return OutcomeKind::prohibition;
  return kind == NormKind::power || kind == NormKind::liberty ? OutcomeKind::power : OutcomeKind::obligation;
}

std::string asleep(OutcomeKind kind) {
  return kind == OutcomeKind::prohibition ? "geldt-niet" : kind == OutcomeKind::power ? "niet-beschikbaar" : "slapend";
}

/// While it stands still, the end of a term moves on with the days.
void fillDuty(const View& view, graph::NormId id, const NormFact& fact, Outcome& outcome) {
  outcome.deadline = fact.deadline;
  auto last = fact.latestDeadline;
  if (!fact.closed && !fact.breached && isYes(isSuspended(view, id, fact))) {
    const Answer now = deadlineOf(view, id, fact, false).moment;
    if (momentIn(now) != nullptr) outcome.deadline = *momentIn(now);
    if (now.latest) last = now.latest;
  }
  if (last) outcome.latestDeadline = momentOf(*last);
  if (fact.fromStart && fact.status == "open") outcome.since.reset();
}

void fillProhibition(const View& view, const graph::Norm& norm, const NormFact& fact, Outcome& outcome) {
  outcome.to = onDay(fact.appliedTo);
  if (fact.status != "geldt-niet") {
    const Answer last = norm.surviving ? valueOf(view, norm.survivesUntil, fact.place) : Answer{};
    outcome.to = momentIn(last) != nullptr ? onDay(*momentIn(last)) : std::nullopt;
  }
  if (fact.fromStart && fact.status == "geldt") outcome.since.reset();
  for (const Against& against : fact.against)
    outcome.violations.push_back({momentOf(against.from.day), against.to, against.event});
}

void fillPower(const NormFact& fact, Outcome& outcome) {
  outcome.from = onDay(fact.availableFrom);
  if (fact.status == "beschikbaar" || fact.status == "onbekend") {
    outcome.to = fact.deadline;
    if (fact.latestDeadline) outcome.latestDeadline = momentOf(*fact.latestDeadline);
  }
  if (fact.status == "vervallen") outcome.to = onDay(fact.availableTo);
}

/// It may have arisen: on what that hangs.
Answer mayHaveArisen(const View& view, const graph::Norm& norm, const NormFact& fact) {
  if (fact.arisen) return no();
  if (!norm.trigger && isStanding(norm)) return both(fact.included, hasBegun(view));
  if (!norm.trigger || !norm.trigger->becomes) return no();
  return both(fact.included, valueOf(view, norm.trigger->becomes, fact.place));
}

void reportNorm(Page& page, graph::NormId id, const NormFact& fact) {
  const graph::Norm& norm = at(page.view.graph().norms, id);
  Outcome outcome = page.begin(norm.where, norm.name, kindOf(norm.kind));
  outcome.key = keyOf(page.view, fact.place, norm.binders.size(), norm.bearer.slot);
  if (fact.child) outcome.key += (outcome.key.empty() ? "" : "/") + keyOf(page.view, fact.arose->event);
  nameParties(outcome, fact.bearer, fact.counterparty);
  outcome.status = fact.status.empty() ? asleep(outcome.kind) : fact.status;
  outcome.dormant = outcome.status == asleep(outcome.kind);
  const Answer may = mayHaveArisen(page.view, norm, fact);
  if (isOpen(may)) {
    outcome.status = "onbekend";
    outcome.dormant = false;
    return page.add(std::move(outcome), may.asks, may.assumed);
  }
  if (fact.status.empty() || !fact.arisen) return page.add(std::move(outcome));
  if (!fact.fromStart) outcome.from = onDay(fact.arose->at);
  outcome.since = onDay(fact.since);
  if (outcome.kind == OutcomeKind::obligation) fillDuty(page.view, id, fact, outcome);
  if (outcome.kind == OutcomeKind::prohibition) fillProhibition(page.view, norm, fact, outcome);
  if (outcome.kind == OutcomeKind::power) fillPower(fact, outcome);
  page.add(std::move(outcome), fact.asks, fact.assumed);
}

}  // namespace

void reportNorms(Page& page) {
  for (std::uint32_t index = 0; index < page.view.graph().norms.size(); ++index) {
    const auto& facts = page.view.facts.norms[index];
    if (page.view.graph().norms[index].kind == NormKind::requirement) continue;
    for (const NormFact& fact : facts) {
      const bool nothing = fact.neverArises && !page.view.graph().norms[index].condition;  // else it can say why
      if (!(fact.source && facts.size() > 1) && !nothing && !isNo(fact.included))
        reportNorm(page, graph::NormId{index}, fact);
    }
  }
}

void reportAttempts(Page& page) {
  for (const Attempt& attempt : page.view.facts.attempts) {
    const graph::Norm& norm = at(page.view.graph().norms, attempt.norm);
    Outcome outcome = page.begin(norm.where, norm.name, OutcomeKind::exercise);
    outcome.key = page.view.in.happenings[attempt.event].event.key;
    nameParties(outcome, attempt.bearer, attempt.counterparty);
    outcome.status = validityText(attempt.valid);
    outcome.since = onDay(attempt.at);
    page.add(std::move(outcome), attempt.asks, attempt.assumed);
  }
}

}  // namespace beding::oracle

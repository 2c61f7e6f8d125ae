// States, and the period that the agreement runs in, as outcomes.
#include "oracle/reference_page.h"

namespace beding::oracle {

namespace {

std::optional<Moment> lastDayOf(const View& view, std::uint32_t index, const StateFact& fact) {
  if (fact.holds == Truth::no) return fact.until;
  const auto& end = view.facts.course.lastDay;
  if (view.graph().inForce.index == index && end) return momentOf(*end);
  const Answer last = valueOf(view, view.graph().states[index].lastDay, fact.place);
  return momentIn(last) != nullptr ? std::optional(*momentIn(last)) : std::nullopt;
}

void reportState(Page& page, std::uint32_t index, const StateFact& fact) {
  const graph::State& state = page.view.graph().states[index];
  const bool presumed = state.report == graph::StateReport::presumption;
  Outcome outcome = page.begin(state.where, state.name, presumed ? OutcomeKind::presumption : OutcomeKind::state);
  outcome.key = keyOf(page.view, fact.place, state.binders.size(), state.bearer.slot);
  const graph::Party bearer = partyOf(page.view, state.bearer, fact.place);
  nameParties(outcome, bearer, other(bearer));
  outcome.status = textOf(fact.holds);
  const bool assumed = page.view.graph().inForce.index == index && page.view.in.assumedInForce;
  if (!assumed) outcome.from = onDay(fact.since);
  if (fact.holds == Truth::yes) outcome.since = outcome.from;
  outcome.to = onDay(lastDayOf(page.view, index, fact));
  outcome.dormant = fact.holds == Truth::no && !fact.since;
  page.add(std::move(outcome), fact.holds == Truth::unknown ? fact.asks : Asks{}, fact.assumed);
}

/// The first report tells of the first period, the second of the renewed ones; a single one of both.
void reportPeriod(Page& page, std::size_t which, const RunningPeriod& running) {
  const View& view = page.view;
  const auto& reports = view.graph().term.reports;
  const graph::State& state = at(view.graph().states, reports[which]);
  const auto isMine = [&](const std::optional<Period>& period) {
    return reports.size() == 1 || (period && period->number > 0) == (which == 1);
  };
  const auto& end = view.facts.course.lastDay;
  Outcome outcome = page.begin(state.where, state.name, OutcomeKind::state);
  const bool inForce = view.facts.course.begun && view.now < view.facts.course.ends;
  const bool runs = running.period && isMine(running.period);
  const bool open =
      !running.period && isUnknown(running.basis) && inForce && (!running.possible || isMine(running.possible));
  const bool endless = !running.period && !open && inForce && which == 0;
  outcome.status = runs || endless ? "ja" : open ? "onbekend" : "nee";
  outcome.dormant = outcome.status == "nee";
  if (runs) {
    outcome.from = outcome.since = momentOf(running.period->first);
    outcome.to = momentOf(end ? std::min(*end, running.period->last) : running.period->last);
  }
  if (endless && end) outcome.to = momentOf(*end);
  if (view.now >= view.facts.course.ends && end) {
    outcome.to = momentOf(*end);
    outcome.dormant = which > 0;
  }
  page.add(std::move(outcome), open ? running.basis.asks : Asks{}, running.basis.assumed);
}

}  // namespace

void reportStates(Page& page) {
  const View& view = page.view;
  const auto& term = view.graph().term;
  for (std::uint32_t index = 0; index < view.graph().states.size(); ++index) {
    const bool period = term.declared && contains(term.reports, graph::StateId{index});
    if (view.graph().states[index].report == graph::StateReport::hidden || period) continue;
    for (const StateFact& fact : view.facts.states[index]) reportState(page, index, fact);
  }
  if (!term.declared) return;
  const RunningPeriod running = runningPeriod(view);
  for (std::size_t which = 0; which < term.reports.size(); ++which) reportPeriod(page, which, running);
}

}  // namespace beding::oracle

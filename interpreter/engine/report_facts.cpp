// Toestanden and vermoedens, the running period, rechten, eigenschappen.
#include <algorithm>

#include "engine/documents.h"
#include "engine/instances.h"
#include "engine/lookup.h"
#include "engine/parameters.h"
#include "engine/report.h"
#include "engine/why.h"

namespace beding::engine {

namespace {

using graph::State;
using graph::StateReport;

std::string_view truthText(Truth truth) { return truth == Truth::yes ? "ja" : truth == Truth::no ? "nee" : "onbekend"; }

bool isInForce(const World& world, std::uint32_t state) { return world.graph.inForce.index == state; }

/// The last day: of a holding that is over, or the last day it will hold as far as that is known.
std::optional<Moment> lastDayOf(World& world, std::uint32_t index, const StateRecord& record) {
  const State& state = world.graph.states[index];
  if (record.holds == Truth::no) return record.held.until;
  if (isInForce(world, index) && world.agreement.lastDay) return beding::momentOf(*world.agreement.lastDay);
  const Answer last = evaluate(world, state.lastDay, record.environment);
  return last.moment() != nullptr ? std::optional(*last.moment()) : std::nullopt;
}

void reportRecord(Reporter& reporter, std::uint32_t index, const StateRecord& record) {
  World& world = reporter.world;
  const State& state = world.graph.states[index];
  const QuestionSet questions = record.holds == Truth::unknown ? record.questions : QuestionSet{};
  const bool sleeps = record.holds == Truth::no && !record.held.ever;
  if (!reporter.tells(sleeps)) return reporter.need(questions, record.assumed);
  const bool presumed = state.report == StateReport::presumption;
  Outcome& outcome = reporter.begin(presumed ? OutcomeKind::presumption : OutcomeKind::state);
  outcome.key = keyOf(world, record.environment, state.binders.size(), state.bearer.slot);
  const graph::Party bearer = resolveParty(world, state.bearer, record.environment);
  Reporter::parties(outcome, bearer, otherParty(bearer));
  outcome.status = truthText(record.holds);
  const bool assumedForce = isInForce(world, index) && world.agreement.assumed;
  if (record.held.ever && !assumedForce) outcome.from = onDay(record.held.since);
  if (record.holds == Truth::yes) outcome.since = outcome.from;
  outcome.to = onDay(lastDayOf(world, index, record));
  outcome.dormant = sleeps;
  if (world.options.explain) outcome.why = Explainer(world).state(index, record);
  reporter.need(questions, record.assumed);
}

Date lastDayOf(const World& world, const Period& period) {
  return world.agreement.lastDay ? std::min(period.last, *world.agreement.lastDay) : period.last;
}

/// The first report tells the first period, the second the renewed one; a single report tells both.
void reportPeriod(Reporter& reporter, std::size_t which) {
  World& world = reporter.world;
  const RunningPeriod running = runningPeriod(world);
  const auto& reports = world.graph.term.reports;
  Outcome& outcome = reporter.begin(OutcomeKind::state);
  const bool renewed = running.period && running.period->number > 0;
  const bool mine = running.period && (reports.size() == 1 || renewed == (which == 1));
  outcome.status = mine ? "ja" : "nee";
  outcome.dormant = !mine;
  if (mine) {
    outcome.from = beding::momentOf(running.period->first);
    outcome.since = outcome.from;
    outcome.to = beding::momentOf(lastDayOf(world, *running.period));
  }
  const bool isWhich = !running.possible || reports.size() == 1 || (running.possible->number > 0) == (which == 1);
  const bool unknown = !running.period && running.basis.unknown() && world.inForce() && isWhich;
  const bool indefinite = !running.period && !unknown && world.inForce() && which == 0;
  if (unknown) outcome.status = "onbekend";
  if (indefinite) {
    outcome.status = "ja";
    if (world.agreement.lastDay) outcome.to = beding::momentOf(*world.agreement.lastDay);
  }
  if (unknown || indefinite) outcome.dormant = false;
  if (world.over() && world.agreement.lastDay) {
    outcome.to = beding::momentOf(*world.agreement.lastDay);
    outcome.dormant = which > 0;
  }
  reporter.need(unknown ? running.basis.questions : QuestionSet{}, running.basis.assumed);
}

void reportRecord(Reporter& reporter, const graph::Right& right, const RightRecord& record) {
  World& world = reporter.world;
  Outcome& outcome = reporter.begin(OutcomeKind::right);
  outcome.key = keyOf(world, record.environment, right.binders.size(), right.holder.slot);
  Reporter::parties(outcome, record.holder, otherParty(record.holder));
  outcome.status = record.status;
  outcome.from = onDay(record.arose->at);
  outcome.deadline = record.deadline;
  if (record.latestDeadline) outcome.latestDeadline = beding::momentOf(*record.latestDeadline);
  outcome.since = onDay(record.since);
  if (world.options.explain) outcome.why = Explainer(world).right(right, record);
  if (record.status == "vervallen" && right.keptFor) {
    const Answer kept = evaluate(world, right.keptFor, record.environment);
    if (kept.money() != nullptr) outcome.amount = roundedToCents(*kept.money());
  }
  reporter.need(record.questions, record.assumed);
}

/// Whether a chain of definitions ends with this parameter: a derogation or a reading goes before it.
bool endsWith(const World& world, graph::QuantityId id, graph::ParameterId parameter) {
  while (at(world.graph.quantities, id).otherwise) id = at(world.graph.quantities, id).otherwise;
  return at(world.graph.quantities, id).parameter == parameter;
}

/// The value that counts now, by what goes before the parameter if something does.
Answer valueShown(World& world, graph::ParameterId id) {
  for (std::uint32_t index = 0; index < world.graph.quantities.size(); ++index) {
    const graph::Quantity& quantity = world.graph.quantities[index];
    const bool goesBefore = quantity.derogates && quantity.binders.empty() && world.active(quantity.guard);
    if (!goesBefore || !endsWith(world, graph::QuantityId{index}, id)) continue;
    if (holds(world, quantity.condition, {}).truth() == Truth::yes) return evaluate(world, quantity.value, {});
  }
  const bool isOpen = !at(world.graph.parameters, id).value && agreementsAbout(world, id).empty();
  return isOpen ? Answer() : parameterValue(world, id, {}, true);  // nobody has to be asked to say that it is not known
}

/// Another right about the same instances that goes before this one.
bool givesWay(const World& world, graph::RightId id, const RightRecord& record) {
  for (std::uint32_t o = 0; o < world.graph.rights.size(); ++o) {
    const graph::Right& other = world.graph.rights[o];
    if (!contains(other.defeats, id)) continue;
    for (const RightRecord& entry : world.rights[o]) {
      if (entry.arisen &&
          concernSame(at(world.graph.rights, id).binders, record.environment, other.binders, entry.environment))
        return true;
    }
  }
  return false;
}

/// What the source leaves open is asked where something hangs on it.
void reportValue(Reporter& reporter, graph::ParameterId id) {
  const Answer value = valueShown(reporter.world, id);
  Outcome& outcome = reporter.begin(OutcomeKind::property);
  outcome.value = value.known() ? textOf(value.value) : "onbekend";
  outcome.reason = agreedText(reporter.world, at(reporter.world.graph.parameters, id));
}

/// Agreements about parameters are exercises: one without the form asked for has no effect.
void reportAgreements(Reporter& reporter, graph::ParameterId id) {
  for (const AgreementTest& test : agreementsAbout(reporter.world, id)) {
    Outcome& outcome = reporter.begin(OutcomeKind::exercise);
    outcome.key = reporter.world.occurrences[test.occurrence].event.key;
    outcome.status = test.valid.truth() == Truth::yes  ? "geldig"
                     : test.valid.truth() == Truth::no ? "ongeldig"
                                                       : "onbekend";
    outcome.since = onDay(reporter.world.occurrences[test.occurrence].received);
    for (const Requirement& requirement : test.requirements) {
      if (requirement.met.truth() == Truth::yes) continue;
      outcome.reason += (outcome.reason.empty() ? "" : "; ") + requirement.reason;
    }
    reporter.need(test.valid.questions, test.valid.assumed);
  }
}

/// An amount that a definition gives of an invoice is paid when the invoice is: it is no second debt.
void followInvoice(const World& world, Outcome& outcome) {
  const auto index = world.ledger.claimOf(outcome.key);
  if (!index) return;
  const Post& post = world.ledger.posts[*index];
  Reporter::parties(outcome, post.debtor, otherParty(post.debtor));
  outcome.open = std::min(*outcome.amount, post.open());
  if (*outcome.open > Money{}) return;
  outcome.status = "voldaan";
  if (post.settledOn) outcome.since = beding::momentOf(*post.settledOn);
}

void reportQuantity(Reporter& reporter, graph::QuantityId id, const Environment& environment) {
  World& world = reporter.world;
  const graph::Quantity& quantity = at(world.graph.quantities, id);
  if (holds(world, quantity.condition, environment).truth() == Truth::no) return;
  const Answer value = evaluate(world, quantity.value, environment);
  if (!value.known() && !value.unknown()) return;
  const bool isMoney = quantity.type == Type::money;
  Outcome& outcome = reporter.begin(isMoney ? OutcomeKind::amount : OutcomeKind::property);
  outcome.key = keyOf(world, environment, quantity.binders.size());
  if (isMoney) outcome.status = value.known() ? "verschuldigd" : "onbekend";
  if (value.money() != nullptr) outcome.amount = roundedToCents(*value.money());
  if (value.money() != nullptr) followInvoice(world, outcome);
  if (!isMoney) outcome.value = value.known() ? textOf(value.value) : "onbekend";
  if (world.options.explain) outcome.why = Explainer(world).quantity(id, environment);
  reporter.need(value.questions, value.assumed);
}

}  // namespace

void reportState(Reporter& reporter, graph::StateId id) {
  const World& world = reporter.world;
  const auto& periods = world.graph.term.reports;
  const auto period = std::find(periods.begin(), periods.end(), id);
  if (world.graph.term.declared && period != periods.end())
    return reportPeriod(reporter, static_cast<std::size_t>(period - periods.begin()));
  const State& state = at(world.graph.states, id);
  if (state.report == StateReport::hidden || !world.active(state.guard)) return;
  for (const StateRecord& record : world.states[id.index]) reportRecord(reporter, id.index, record);
}

void reportRight(Reporter& reporter, graph::RightId id) {
  const World& world = reporter.world;
  for (const RightRecord& record : world.rights[id.index])
    if (record.arisen && !givesWay(world, id, record)) reportRecord(reporter, at(world.graph.rights, id), record);
}

void reportProperty(Reporter& reporter, const graph::Property& property) {
  if (reporter.world.active(property.guard)) reporter.begin(OutcomeKind::property).value = property.value;
}

void reportParameter(Reporter& reporter, graph::ParameterId id) {
  const graph::Parameter& parameter = at(reporter.world.graph.parameters, id);
  if (!reporter.world.active(parameter.guard)) return;
  if (parameter.reported) reportValue(reporter, id);
  reportAgreements(reporter, id);
}

void reportQuantity(Reporter& reporter, graph::QuantityId id) {
  const World& world = reporter.world;
  const graph::Quantity& quantity = at(world.graph.quantities, id);
  if (!quantity.reported || !world.active(quantity.guard)) return;
  eachCombination(world, quantity.binders,
                  [&](const Environment& environment) { reportQuantity(reporter, id, environment); });
}

}  // namespace beding::engine

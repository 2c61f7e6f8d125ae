// From facts to outcomes, as the interface has them (docs/taal.md 17).
#include <algorithm>
#include <map>

#include "base/text.h"
#include "oracle/reference_instant.h"

namespace beding::oracle {

namespace {

using graph::NormKind;

std::optional<Moment> onDay(const std::optional<Moment>& moment) {
  return moment ? std::optional(momentOf(moment->day)) : std::nullopt;
}

std::string textOf(const Value& value) {
  if (const auto* money = std::get_if<Money>(&value)) return decimalText(*money);
  if (const auto* number = std::get_if<Number>(&value)) return number->text();
  if (const auto* moment = std::get_if<Moment>(&value)) return isoText(*moment);
  if (const auto* duration = std::get_if<Duration>(&value)) return dutchText(*duration);
  if (const auto* truth = std::get_if<Truth>(&value))
    return *truth == Truth::yes ? "ja" : *truth == Truth::no ? "nee" : "onbekend";
  std::string whole;
  for (const std::string& text : textsOf(value)) whole += (whole.empty() ? "" : ", ") + text;
  return whole;
}

/// Outcomes so far, and what each of them asks.
struct Page {
  const View& view;
  std::vector<Outcome> outcomes;
  std::map<std::string, Question> questions;

  [[nodiscard]] Outcome begin(const graph::Provenance& where, const std::string& name, OutcomeKind kind) const {
    Outcome outcome;
    outcome.lid = lidOf(view, where);
    outcome.name = name;
    outcome.kind = kind;
    return outcome;
  }

  void add(Outcome outcome, const Asks& asks = {}, const Asks& assumed = {}) {
    for (const Asks* all : {&asks, &assumed})
      for (const auto& [id, subject] : *all) {
        Question& question = questions[id];
        question.id = id;
        const std::string by = outcome.lid + (outcome.name.empty() ? "" : " " + outcome.name);
        if (std::find(question.neededFor.begin(), question.neededFor.end(), by) == question.neededFor.end())
          question.neededFor.push_back(by);
        const auto& known = question.subjects;
        if (!subject.empty() && std::find(known.begin(), known.end(), subject) == known.end())
          question.subjects.push_back(subject);
      }
    outcomes.push_back(std::move(outcome));
  }
};

void nameParties(Outcome& outcome, graph::Party bearer, graph::Party counterparty) {
  outcome.bearer = nameOf(bearer);
  outcome.counterparty = nameOf(counterparty);
}

// -------------------------------------------------------------------------------------------------------------- norms

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

std::string validityText(Truth valid) {
  return valid == Truth::yes ? "geldig" : valid == Truth::no ? "ongeldig" : "onbekend";
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

// ------------------------------------------------------------------------------------------------------------- states

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

// ------------------------------------------------------------------------------------------------------------- rights

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

void reportRights(Page& page) {
  for (std::uint32_t index = 0; index < page.view.graph().rights.size(); ++index) {
    const graph::Right& right = page.view.graph().rights[index];
    for (const RightFact& fact : page.view.facts.rights[index]) {
      if (!fact.arisen || givesWay(page.view, graph::RightId{index}, fact)) continue;
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
  }
}

// ------------------------------------------------------------------------------------------------------------ amounts

using graph::Amount;
using graph::AmountKind;

std::string moneyStatus(const View& view, Money amount, Money open, const std::optional<Moment>& due) {
  if (amount > Money{} && open <= Money{}) return "voldaan";
  return due && view.now < endOf(*due) ? "nog-niet-opeisbaar" : "verschuldigd";
}

Outcome beginAmount(const Page& page, const Amount& amount, const AmountFact& fact) {
  Outcome outcome = page.begin(amount.where, amount.name, OutcomeKind::amount);
  outcome.key = keyOf(page.view, fact.place, amount.binders.size(), amount.debtor.slot);
  nameParties(outcome, fact.debtor, fact.creditor == graph::Party::none ? other(fact.debtor) : fact.creditor);
  outcome.from = onDay(fact.from);
  return outcome;
}

void reportPost(Page& page, const Amount& amount, const AmountFact& fact, const Post& post) {
  if (post.amount == Money{}) return;
  Outcome outcome = beginAmount(page, amount, fact);
  outcome.key = post.key;
  outcome.amount = post.amount;
  outcome.open = post.open();
  outcome.status = moneyStatus(page.view, post.amount, post.open(), post.due);
  outcome.from = momentOf(post.date);
  if (amount.kind == AmountKind::perDay && fact.to) outcome.to = momentOf(*fact.to);
  outcome.deadline = post.due;
  if (!amount.owed) outcome.charged = post.payable;
  if (post.settledOn) outcome.since = momentOf(*post.settledOn);
  page.add(std::move(outcome), {}, fact.assumed);
}

void reportInterest(Page& page, const Amount& amount, const AmountFact& fact) {
  Outcome outcome = beginAmount(page, amount, fact);
  Money total, paid, charged;
  const auto& accounts = page.view.facts.books.accounts;
  for (const std::uint32_t index : fact.accounts) {
    const InterestResult result = interestThrough(page.view, accounts[index], page.view.in.asOf);
    outcome.segments.insert(outcome.segments.end(), result.segments.begin(), result.segments.end());
    total = total + result.total;
    paid = paid + accounts[index].paid;
    charged = accounts[index].charged;
  }
  outcome.amount = total;
  outcome.open = total - paid;
  if (!amount.owed) outcome.charged = charged > Money{};
  outcome.from = momentOf(accounts[fact.accounts.front()].firstDay);
  if (const auto& last = accounts[fact.accounts.back()].lastDay) outcome.to = momentOf(*last);
  outcome.status = moneyStatus(page.view, total, *outcome.open, std::nullopt);
  page.add(std::move(outcome), {}, fact.assumed);
}

/// A formula, as it is on the day asked for; one that comes to nothing has not arisen.
void reportFollowed(Page& page, const Amount& amount, const AmountFact& fact) {
  const Answer value = valueOf(page.view, amount.value, fact.place);
  Outcome outcome = beginAmount(page, amount, fact);
  if (fact.to) outcome.to = momentOf(*fact.to);
  if (moneyIn(value) == nullptr) {
    outcome.status = "onbekend";
    if (isUnknown(value)) page.add(std::move(outcome), value.asks, value.assumed);
    return;
  }
  outcome.amount = outcome.open = roundedToCents(*moneyIn(value));
  const Answer due = valueOf(page.view, amount.due, fact.place);
  outcome.status = moneyStatus(page.view, *outcome.amount, *outcome.open,
                               momentIn(due) != nullptr ? std::optional(*momentIn(due)) : std::nullopt);
  if (!amount.owed) outcome.charged = false;
  if (*outcome.amount > Money{}) page.add(std::move(outcome), {}, value.assumed);
}

void reportOccurrence(Page& page, const Amount& amount, const AmountFact& fact, const OccurrenceAmount& entry,
                      const Books& books) {
  if (entry.post != noPost) return reportPost(page, amount, fact, books.posts[entry.post]);
  Outcome outcome = beginAmount(page, amount, fact);
  outcome.key += (outcome.key.empty() ? "" : "/") + page.view.in.happenings[entry.event].event.key;
  outcome.status = "onbekend";
  if (moneyIn(entry.value) != nullptr) outcome.amount = roundedToCents(*moneyIn(entry.value));
  Asks asks = entry.counts.asks;
  add(asks, entry.value.asks);
  page.add(std::move(outcome), asks, entry.counts.assumed);
}

void reportAmount(Page& page, const Amount& amount, const AmountFact& fact, const Books& books) {
  for (const OccurrenceAmount& entry : fact.occurrences) reportOccurrence(page, amount, fact, entry, books);
  if (amount.kind == AmountKind::perOccurrence || !fact.arisen) return;
  if (!fact.asks.empty() && fact.posts.empty() && fact.accounts.empty()) {
    Outcome outcome = beginAmount(page, amount, fact);
    outcome.status = "onbekend";
    return page.add(std::move(outcome), fact.asks, fact.assumed);
  }
  if (!fact.accounts.empty()) return reportInterest(page, amount, fact);
  for (const std::uint32_t post : fact.posts) reportPost(page, amount, fact, books.posts[post]);
  if (amount.kind == AmountKind::followed && fact.running) reportFollowed(page, amount, fact);
}

void reportAmounts(Page& page) {
  Books books = page.view.facts.books;
  growDailySums(page.view, books);
  for (std::uint32_t index = 0; index < page.view.graph().amounts.size(); ++index)
    for (const AmountFact& fact : page.view.facts.amounts[index])
      reportAmount(page, page.view.graph().amounts[index], fact, books);
}

// ------------------------------------------------------------------------------------------------------------- limits

using graph::Limit;
using graph::LimitKind;

/// A limit for one instance that it is about.
struct Limited {
  Place place;
  Answer applies;
  Answer cap;
  Answer perYear;
  Answer damage;
  Moment when;
  std::string group;
};

Answer ownApplies(const View& view, const Limit& limit, const Place& place) {
  Answer applies = both(included(view, limit.binders, place), met(view, limit.condition, place));
  applies = both(applies, isNot(defeats(view, limit.voidWhen, place)));
  return both(applies, isNot(defeats(view, limit.unless, place)));
}

Answer limitApplies(const View& view, std::uint32_t index, const Place& place) {
  Answer applies = ownApplies(view, view.graph().limits[index], place);
  for (const Limit& rival : view.graph().limits)
    if (contains(rival.defeats, graph::LimitId{index}) && view.active(rival.guard))
      applies = both(applies, isNot(ownApplies(view, rival, place)));
  return applies;
}

/// Damages of one series count as one event, unless it is not so that this one goes with it.
std::string groupOf(const View& view, const Limit& limit, const Place& place) {
  const auto event = eventOf(view, place.at(0));
  const bool apart = limit.together && isNo(valueOf(view, limit.together, place));
  const Value* value = event && !apart ? attribute(view, *event, limit.groupAttribute) : nullptr;
  const auto* series = value != nullptr ? std::get_if<std::string>(value) : nullptr;
  return series != nullptr ? "reeks " + *series : keyOf(view, place.at(0));
}

Limited limitedAt(const View& view, std::uint32_t index, const Place& place) {
  const Limit& limit = view.graph().limits[index];
  Limited entry{place,
                limitApplies(view, index, place),
                valueOf(view, limit.amount, place),
                valueOf(view, limit.perYear, place),
                valueOf(view, limit.damage, place),
                {},
                groupOf(view, limit, place)};
  const auto event = eventOf(view, place.at(0));
  if (!event) return entry;
  entry.when = view.in.happenings[*event].event.at;
  const Value* amount = limit.damage ? nullptr : attribute(view, *event, "bedrag");
  if (amount != nullptr) entry.damage = answer(*amount);
  return entry;
}

/// What is left of the cap for the event, and of that for the year in which its series began, after earlier ones.
std::optional<Money> capFor(const std::vector<Limited>& entries, std::size_t number) {
  std::map<std::string, Money> ofGroup;
  std::map<std::string, int> yearOf;
  std::map<int, Money> ofYear;
  for (std::size_t index = 0;; ++index) {
    const Limited& entry = entries[index];
    if (isNo(entry.applies)) continue;
    const int year = yearOf.try_emplace(entry.group, civil(entry.when.day).year).first->second;
    std::optional<Money> left;
    const auto atMost = [&](const Answer& cap, Money used) {
      if (moneyIn(cap) == nullptr) return;
      const Money rest = std::max(Money{}, *moneyIn(cap) - used);
      left = left ? std::min(*left, rest) : rest;
    };
    atMost(entry.cap, ofGroup[entry.group]);
    atMost(entry.perYear, ofYear[year]);
    if (index == number) return left;
    if (!isYes(entry.applies) || moneyIn(entry.damage) == nullptr) continue;
    const Money taken = left ? std::min(*left, *moneyIn(entry.damage)) : *moneyIn(entry.damage);
    ofGroup[entry.group] = ofGroup[entry.group] + taken;
    ofYear[year] = ofYear[year] + taken;
  }
}

void reportLimited(Page& page, std::uint32_t index, const std::vector<Limited>& entries, std::size_t number) {
  const Limit& limit = page.view.graph().limits[index];
  const Limited& entry = entries[number];
  const bool indemnity = limit.kind == LimitKind::indemnity;
  Outcome outcome = page.begin(limit.where, limit.name, indemnity ? OutcomeKind::indemnity : OutcomeKind::limit);
  outcome.key = keyOf(page.view, entry.place, limit.binders.size(), limit.bearer.slot);
  const graph::Party bearer = partyOf(page.view, limit.bearer, entry.place);
  const graph::Party counterparty = partyOf(page.view, limit.counterparty, entry.place);
  nameParties(outcome, bearer, counterparty == graph::Party::none ? other(bearer) : counterparty);
  const Truth applies = truth(entry.applies);
  outcome.status = applies == Truth::yes ? "van-toepassing" : applies == Truth::no ? "niet-van-toepassing" : "onbekend";
  outcome.dormant = applies == Truth::no;
  Asks asks = entry.applies.asks;
  if (limit.kind == LimitKind::exclusion) outcome.amount = Money{};
  if (limit.kind == LimitKind::cap && !outcome.dormant) {
    outcome.amount = capFor(entries, number);
    if (outcome.amount) outcome.amount = roundedToCents(*outcome.amount);
    if (isUnknown(entry.cap) || isUnknown(entry.perYear)) outcome.status = "onbekend";
    add(asks, entry.cap.asks);
    add(asks, entry.perYear.asks);
  }
  page.add(std::move(outcome), asks, entry.applies.assumed);
}

void reportLimits(Page& page) {
  for (std::uint32_t index = 0; index < page.view.graph().limits.size(); ++index) {
    const Limit& limit = page.view.graph().limits[index];
    if (!page.view.active(limit.guard)) continue;
    std::vector<Limited> entries;
    for (const Place& place : combinations(page.view, limit.binders))
      entries.push_back(limitedAt(page.view, index, place));
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Limited& a, const Limited& b) { return earliest(a.when) < earliest(b.when); });
    for (std::size_t number = 0; number < entries.size(); ++number) reportLimited(page, index, entries, number);
  }
}

// ------------------------------------------------------------------------------------------------------------- values

/// A derogation from a parameter is a quantity in its place.
bool standsFor(const graph::Graph& graph, graph::QuantityId id, graph::ParameterId parameter) {
  while (at(graph.quantities, id).otherwise) id = at(graph.quantities, id).otherwise;
  return at(graph.quantities, id).parameter == parameter;
}

Answer valueShown(const View& view, graph::ParameterId id) {
  for (std::uint32_t index = 0; index < view.graph().quantities.size(); ++index) {
    const graph::Quantity& quantity = view.graph().quantities[index];
    const bool goesBefore = quantity.derogates && quantity.binders.empty() && view.active(quantity.guard);
    if (goesBefore && standsFor(view.graph(), graph::QuantityId{index}, id) && isYes(met(view, quantity.condition, {})))
      return valueOf(view, quantity.value, {});
  }
  return parameterValue(view, id, {}, true);
}

void reportParameter(Page& page, graph::ParameterId id) {
  const graph::Parameter& parameter = at(page.view.graph().parameters, id);
  if (parameter.reported) {
    Outcome outcome = page.begin(parameter.where, parameter.name, OutcomeKind::property);
    const Answer value = valueShown(page.view, id);
    outcome.value = isKnownAnswer(value) ? textOf(value.value) : "onbekend";
    page.add(std::move(outcome));
  }
  for (const Agreed& agreed : agreementsAbout(page.view, id)) {
    Outcome outcome = page.begin(parameter.where, parameter.name, OutcomeKind::exercise);
    outcome.key = page.view.in.happenings[agreed.event].event.key;
    outcome.status = validityText(truth(agreed.valid));
    outcome.since = onDay(page.view.in.happenings[agreed.event].received);
    page.add(std::move(outcome), agreed.valid.asks, agreed.valid.assumed);
  }
}

/// What a definition asks of an invoice is paid when the invoice is.
void followInvoice(const View& view, Outcome& outcome) {
  const auto index = claimOf(view.facts.books, outcome.key);
  if (!index) return;
  const Post& post = view.facts.books.posts[*index];
  nameParties(outcome, post.debtor, other(post.debtor));
  outcome.open = std::min(*outcome.amount, post.open());
  if (*outcome.open > Money{}) return;
  outcome.status = "voldaan";
  if (post.settledOn) outcome.since = momentOf(*post.settledOn);
}

void reportQuantity(Page& page, const graph::Quantity& quantity, const Place& place) {
  if (isNo(met(page.view, quantity.condition, place))) return;
  const Answer value = valueOf(page.view, quantity.value, place);
  if (!isKnownAnswer(value) && !isUnknown(value)) return;
  const bool money = quantity.type == Type::money;
  Outcome outcome = page.begin(quantity.where, quantity.name, money ? OutcomeKind::amount : OutcomeKind::property);
  outcome.key = keyOf(page.view, place, quantity.binders.size(), std::nullopt);
  const std::string shown = isKnownAnswer(value) ? textOf(value.value) : "onbekend";
  if (money) outcome.status = isKnownAnswer(value) ? "verschuldigd" : "onbekend";
  if (!money) outcome.value = shown;
  if (moneyIn(value) != nullptr) {
    outcome.amount = roundedToCents(*moneyIn(value));
    followInvoice(page.view, outcome);
  }
  page.add(std::move(outcome), value.asks, value.assumed);
}

void reportValues(Page& page) {
  const graph::Graph& graph = page.view.graph();
  for (const graph::Property& property : graph.properties) {
    if (!page.view.active(property.guard)) continue;
    Outcome outcome = page.begin(property.where, property.name, OutcomeKind::property);
    outcome.value = property.value;
    page.add(std::move(outcome));
  }
  for (std::uint32_t index = 0; index < graph.parameters.size(); ++index)
    if (page.view.active(graph.parameters[index].guard)) reportParameter(page, graph::ParameterId{index});
  for (const graph::Quantity& quantity : graph.quantities)
    if (quantity.reported && page.view.active(quantity.guard))
      for (const Place& place : combinations(page.view, quantity.binders)) reportQuantity(page, quantity, place);
}

}  // namespace

Evaluation report(const View& view) {
  Page page{view, {}, {}};
  reportNorms(page);
  reportAttempts(page);
  reportStates(page);
  reportRights(page);
  reportAmounts(page);
  reportLimits(page);
  reportValues(page);
  Evaluation whole;
  whole.document = view.graph().document;
  whole.asOf = view.in.asOf;
  whole.outcomes = std::move(page.outcomes);
  for (auto& [id, question] : page.questions) whole.questions.push_back(std::move(question));
  return whole;
}

}  // namespace beding::oracle

#include "machine/contract.h"

#include <algorithm>

#include "machine/parts.h"
#include "machine/steps.h"

namespace beding::machine {

using kern::Kijk;
using kern::Waarheid;

Contract::Contract(const Program& program)
    : program_(program),
      things_(program.entities.size()),
      states_(program.columns[static_cast<std::size_t>(Kind::state)]),
      duties_(program.columns[static_cast<std::size_t>(Kind::duty)]),
      powers_(program.columns[static_cast<std::size_t>(Kind::power)]),
      posted_(program.columns[static_cast<std::size_t>(Kind::posted)]),
      interest_(program.columns[static_cast<std::size_t>(Kind::interest)]) {
  boek_.orde().ranks = program.ranks;
}

namespace {

/// One record in the columns of sentences without instances, none yet in the others.
template <class Record>
void restart(std::vector<Record>& column, bool single) {
  column.clear();
  if (single) column.emplace_back();
}

}  // namespace

void Contract::vergeet() {
  for (auto& things : things_) things.clear();
  for (const Sentence& sentence : program_.sentences) {
    const bool single = sentence.entity == none;
    if (sentence.kind == Kind::state) restart(states_[sentence.column], single);
    if (sentence.kind == Kind::duty) restart(duties_[sentence.column], single);
    if (sentence.kind == Kind::power) restart(powers_[sentence.column], single);
    if (sentence.kind == Kind::posted) restart(posted_[sentence.column], single);
    if (sentence.kind == Kind::interest) restart(interest_[sentence.column], single);
  }
  happened_.assign(program_.memories, false);
  last_.assign(program_.lasts, nullptr);
  tried_.clear();
  forTheEngine_ = false;
}

const PlainEvaluation* Contract::evaluate(const PlainTimeline& timeline, Date asOf) {
  if (!read(timeline, asOf)) return nullptr;
  run(asOf);
  if (forTheEngine_) return nullptr;
  evaluation_.asOf = asOf;
  evaluation_.assumedInForce = aangenomen_;
  evaluation_.asWritten = timeline.asWritten;
  report(*this, evaluation_);
  return forTheEngine_ || orderDecides(asOf) ? nullptr : &evaluation_;
}

void Contract::run(Date asOf) {
  leeg();
  announce();
  for (const Taken& event : taken_) {
    take(event);
    if (forTheEngine_) return;
  }
  tot(asOf.days);
}

/// Whether there is an agreement at all, and whether its end is said, is known beforehand.
void Contract::announce() {
  for (const Taken& event : taken_) {
    if (event.plan == nullptr) continue;
    if (event.plan->endsAgreement) einde_staat_vast_ = true;
    Kijk v{};
    if (event.plan->formation != noStep &&
        truth(event.plan->formation, Frame{nullptr, &event.thing}, v) != Waarheid::nee)
      aangenomen_ = false;
  }
}

Waarheid Contract::gevormd_nu() const {
  if (aangenomen_ || program_.formed == none) return Waarheid::ja;
  return states_[program_.sentences[program_.formed].column].front().geldt;
}

std::vector<Decision> Contract::decisions() const {
  std::vector<Decision> all;
  for (const kern::Poging& attempt : pogingen_)
    all.push_back({attempt.sleutel, attempt.zin, 1 + static_cast<int>(attempt.geldig)});
  for (const Sentence& sentence : program_.sentences) {
    if (sentence.kind != Kind::duty) continue;
    const auto& duties = duties_[sentence.column];
    for (std::size_t row = 0; row < duties.size(); ++row)
      if (duties[row].geschonden != kern::geen_dag)
        all.push_back({sentence.entity == none ? "" : things_[sentence.entity][row].key, sentence.number, 0});
  }
  std::sort(all.begin(), all.end());
  return all;
}

/// Places of events that stand before another of their day, where one of the two is a use of a power.
std::vector<std::size_t> Contract::exchangeable() const {
  std::vector<std::size_t> found;
  const auto isUse = [&](std::size_t place) {
    return std::any_of(tried_.begin(), tried_.end(), [&](const Tried& tried) { return tried.place == place; });
  };
  for (std::size_t place = 0; !tried_.empty() && place + 1 < taken_.size(); ++place)
    if (taken_[place].thing.day == taken_[place + 1].thing.day && (isUse(place) || isUse(place + 1)))
      found.push_back(place);
  return found;
}

/// Whether events of one day would have come to something else in another order; the engine then says so.
bool Contract::orderDecides(Date asOf) {
  const std::vector<std::size_t> found = exchangeable();
  if (found.empty()) return false;
  const std::vector<Decision> before = decisions();
  const auto exchange = [&](std::size_t place) {
    std::swap(taken_[place], taken_[place + 1]);
    std::swap(taken_[place].thing.order, taken_[place + 1].thing.order);
  };
  for (const std::size_t place : found) {
    exchange(place);
    run(asOf);
    if (forTheEngine_ || decisions() != before) return true;
    exchange(place);
  }
  return false;
}

// ------------------------------------------------------------------------------------------------------------ events

void Contract::take(const Taken& event) {
  begin(event.thing.day);
  if (event.plan != nullptr) {
    const EventPlan& plan = *event.plan;
    for (const auto& [entity, matches] : plan.creates) {
      Kijk v{nu_, nu_};
      if (truth(matches, Frame{nullptr, &event.thing}, v) == Waarheid::ja) create(entity, event);
    }
    if (!plan.creates.empty() && !plan.onHappening.attempts.empty()) kom_tot_rust();
    happen(plan.onHappening, event);
    if (plan.paid != none) betaal(kern::Centen(event.thing.cells[plan.paid].number));
    if (plan.endsAgreement) eindig(nu_);
    if (event.received > nu_)
      post_.push_back({event.received, volgnummer_, &event});
    else
      komt_aan(&event);
  }
  kom_tot_rust();
}

void Contract::komt_aan(const Taken* event) {
  moment_ = event->received;
  happen(event->plan->onReceipt, *event);
  kom_tot_rust();
}

void Contract::happen(const Doings& doings, const Taken& event) {
  const std::size_t first = pogingen_.size();
  for (const Attempt& each : doings.attempts) attempt(each, event);
  // An act without ground is explained by the engine.
  if (event.plan->isLegalAct && !doings.attempts.empty() && pogingen_.size() == first) forTheEngine_ = true;
  for (const Consequence& each : doings.consequences) apply(each, event, first);
  for (const Fact& fact : doings.facts) tell(fact, event);
  const auto remember = [&](const std::vector<Memory>& memories, auto keep) {
    for (const Memory& memory : memories) {
      Kijk v{nu_, nu_};
      if (part(memory.matches, Frame{nullptr, &event.thing}, v, true) != Waarheid::ja) continue;
      keep(memory.index);
      mark(memory.readers);
    }
  };
  remember(doings.memories, [&](std::uint32_t index) { happened_[index] = true; });
  remember(doings.lasts, [&](std::uint32_t index) { last_[index] = &event; });
}

/// Whether a text names a lid of the document other than that of the power.
bool Contract::saysOtherLid(const Attempt& attempt, const Taken& event) const {
  if (attempt.ground == none) return false;
  const Cell& ground = event.thing.cells[attempt.ground];
  const std::string& lid = headingOf(program_.sentences[attempt.sentence]).lid;
  return ground.kind == Cell::Kind::text &&
         kern::noemt_ander_lid(ground.text(), lid, program_.lids.begin(), program_.lids.end());
}

void Contract::attempt(const Attempt& attempt, const Taken& event) {
  if (saysOtherLid(attempt, event)) return;
  const Sentence& sentence = program_.sentences[attempt.sentence];
  const Frame frame{nullptr, &event.thing};
  Kijk v{nu_, nu_};
  if (part(attempt.fits, frame, v, true) == Waarheid::nee) return;
  const kern::Bevoegdheid& power = powers_[sentence.column].front();
  const Frame own{};
  const Waarheid valid =
      power.ontstaan ? eisen(power, PowerParts{{{}, {*this, sentence, own}}}, v, moment_) : is_begonnen(v);
  const bool inVain = valid != Waarheid::ja;
  tried_.push_back({inVain && power.ontstaan ? wanting(sentence, power, v) : "", event.thing.order - 1});
  if (inVain && tried_.back().reason.empty()) forTheEngine_ = true;
  kern::Poging& tried = pogingen_.emplace_back();
  tried.sleutel = event.thing.key;
  tried.zin = attempt.sentence;
  tried.handeling = attempt.act;
  tried.dag = moment_;
  tried.geldig = valid;
  tried.volgnummer = volgnummer_;
  tried.drager = sentence.bearer;
  tried.eind = {kern::Moment(nu_), true};
}

/// Why a use is in vain, as the engine words it.
std::string Contract::wanting(const Sentence& sentence, const kern::Bevoegdheid& power, Kijk& v) const {
  std::string reason;
  const auto add = [&](const std::string& text) {
    if (reason.find(text) == std::string::npos) reason += (reason.empty() ? "" : "; ") + text;
  };
  const auto day = [](kern::Dag of) { return dutchText(momentOf(Date{of})); };
  if (sentence.endsWithAgreement && is_voorbij(v) == Waarheid::ja)
    add("voorwaarde niet vervuld: de Overeenkomst is op " + day(laatste_dag_) + " geëindigd");
  const Frame own{};
  for (const Demand& demand : sentence.demands)
    if (part(demand.met, own, v, true) == Waarheid::nee) add(demand.otherwise);
  if (!sentence.repeatable && power.gebruikt != kern::geen_dag) add("de bevoegdheid is al uitgeoefend");
  const kern::Moment last = moment(sentence.deadline, own, v);
  if (kern::voorbij(v, last) == Waarheid::ja)
    add("termijn: uiterlijk " + day(last.waarde) + ", ontvangen " + day(moment_));
  return reason;
}

void Contract::apply(const Consequence& consequence, const Taken& event, std::size_t first) {
  bool whole = true;
  if (consequence.mayEnd) {
    whole = std::any_of(consequence.ends.begin(), consequence.ends.end(), [&](StepId ends) {
      Kijk v{nu_, nu_};
      return part(ends, Frame{nullptr, &event.thing}, v, true) == Waarheid::ja;
    });
  }
  gebruik(first, consequence.act, whole);
  if (consequence.mayEnd && whole) eindig_door(first, consequence.act);
  for (const Suspender& each : consequence.suspends) schort_op(first, consequence.act, each.effect, each.party);
}

void Contract::tell(const Fact& fact, const Taken& event) {
  const Sentence& sentence = program_.sentences[fact.sentence];
  if (sentence.entity == none) return tellOne(fact, Frame{nullptr, &event.thing}, none);
  for (const Thing& thing : things_[sentence.entity]) tellOne(fact, Frame{&thing, &event.thing}, thing.row);
}

void Contract::tellOne(const Fact& fact, const Frame& frame, std::uint32_t row) {
  Kijk v{nu_, nu_};
  if (part(fact.matches, frame, v, true) != Waarheid::ja) return;
  const Sentence& sentence = program_.sentences[fact.sentence];
  const std::size_t place = row == none ? 0 : row;
  if (fact.what == Fact::What::performs)
    duties_[sentence.column][place].doe(Waarheid::ja, {}, moment_, geheugen_);
  else if (fact.what == Fact::What::begins)
    states_[sentence.column][place].begin_door(Waarheid::ja, {}, moment_, geheugen_);
  else
    states_[sentence.column][place].einde_door(Waarheid::ja, {}, moment_, geheugen_);
  row == none ? raak(sentence.number) : raak(sentence.number, row);
}

// --------------------------------------------------------------------------------------------------------- instances

void Contract::create(std::uint32_t index, const Taken& event) {
  const Entity& entity = program_.entities[index];
  std::vector<Thing>& all = things_[index];
  Thing thing = event.thing;
  if (entity.keyCell != none) {
    const Cell& key = event.thing.cells[entity.keyCell];
    if (key.kind == Cell::Kind::text) thing.key = key.text();
    for (const Thing& known : all)
      if (kern::zelfde(known.key, thing.key)) return;
  }
  thing.row = static_cast<std::uint32_t>(all.size());
  for (const std::uint32_t number : entity.sentences) {
    const Sentence& sentence = program_.sentences[number];
    if (sentence.kind == Kind::state) states_[sentence.column].emplace_back();
    if (sentence.kind == Kind::duty) duties_[sentence.column].emplace_back();
    if (sentence.kind == Kind::posted) posted_[sentence.column].emplace_back();
    if (sentence.kind == Kind::interest) interest_[sentence.column].emplace_back();
  }
  all.push_back(thing);
  if (entity.isInvoice) book(entity, all.back(), thing.row);
  mark(entity.marks, thing.row);
}

void Contract::book(const Entity& entity, Thing& invoice, std::uint32_t row) {
  const Frame frame{&invoice};
  Kijk v{nu_, nu_};
  const Cell amount = value(entity.amount, frame, v);
  if (amount.kind != Cell::Kind::cents) {
    forTheEngine_ = true;
    return;
  }
  const kern::Moment day = moment(entity.date, frame, v), due = moment(entity.due, frame, v);
  kern::Post post;
  post.sleutel = invoice.key;
  post.dag = day.bekend() ? day.waarde : nu_;
  post.uiterlijk = due.bekend() ? due.waarde : kern::geen_dag;
  post.bedrag = kern::Centen(amount.number);
  post.orde = invoice.order;
  post.exemplaar = row;
  invoice.post = boek_.boek(post);
}

// --------------------------------------------------------------------------------------------------------- sentences

void Contract::mark(const Marks& marks) {
  for (const Mark& mark : marks) raak(mark.sentence);
}
void Contract::mark(const Marks& marks, std::uint32_t row) {
  for (const Mark& mark : marks) mark.same ? raak(mark.sentence, row) : raak(mark.sentence);
}

void Contract::bekijk(std::size_t number) {
  const Sentence& sentence = program_.sentences[number];
  if (sentence.entity == none) return step(sentence, {}, 0);
  beurten_[number].elk(things_[sentence.entity],
                       [&](const Thing& own, std::uint32_t row) { step(sentence, Frame{&own}, row); });
}

void Contract::step(const Sentence& sentence, const Frame& frame, std::uint32_t row) {
  Kijk v{nu_, slot_, &geheugen_};
  kern::Dag& woken = sentence.kind == Kind::state   ? moveState(sentence, frame, row, v)
                     : sentence.kind == Kind::duty  ? moveDuty(sentence, frame, row, v)
                     : sentence.kind == Kind::power ? movePower(sentence, frame, v)
                                                    : moveAmount(sentence, frame, row, v);
  wek(woken, v.wek, sentence.number, row);
}

kern::Dag& Contract::moveState(const Sentence& sentence, const Frame& frame, std::uint32_t row, Kijk& v) {
  kern::Toestand& state = states_[sentence.column][row];
  if (beweeg(state, StateParts{{}, {*this, sentence, frame}}, v)) {
    sentence.entity == none ? mark(sentence.readers) : mark(sentence.readers, row);
    if (sentence.isInForce) komt_tot_stand();
  }
  return state.gewekt;
}

kern::Dag& Contract::moveDuty(const Sentence& sentence, const Frame& frame, std::uint32_t row, Kijk& v) {
  kern::Plicht& duty = duties_[sentence.column][row];
  const bool moved = beweeg(duty, DutyParts{{{}, {*this, sentence, frame}}, duty}, v);
  if (moved) sentence.entity == none ? mark(sentence.readers) : mark(sentence.readers, row);
  return duty.gewekt;
}

kern::Dag& Contract::movePower(const Sentence& sentence, const Frame& frame, Kijk& v) {
  kern::Bevoegdheid& power = powers_[sentence.column].front();
  const PowerParts parts{{{}, {*this, sentence, frame}}};
  beweeg(power, parts, v);
  herzie_stilstand(power, parts);
  return power.gewekt;
}

kern::Dag& Contract::moveAmount(const Sentence& sentence, const Frame& frame, std::uint32_t row, Kijk& v) {
  const bool interest = sentence.kind == Kind::interest;
  kern::Bedrag& amount = interest ? interest_[sentence.column][row] : posted_[sentence.column][row];
  const kern::Stap stap = beweeg(amount, AmountParts{{}, {*this, sentence, frame}}, v);
  if (interest) {
    if (stap == kern::Stap::start) open_rekening(amount, program_.tables[sentence.table].table, frame[ownPlace]->post);
    if (stap == kern::Stap::stop) sluit_rekening(amount);
  } else if (stap == kern::Stap::start) {
    const Cell cell = value(sentence.value, frame, v);
    if (cell.kind == Cell::Kind::cents)
      boek(amount, kern::Mogelijk<kern::Centen>(kern::Centen(cell.number)), sentence.post,
           frame[ownPlace] != nullptr ? frame[ownPlace]->key : std::string_view());
    else
      forTheEngine_ = true;
  }
  return amount.gewekt;
}

}  // namespace beding::machine

// What steps come to.
#include <algorithm>

#include "machine/contract.h"

namespace beding::machine {

using kern::Kijk;
using kern::Waarheid;

/// Not a part of who calls it: most steps have no parts, and would wait for what it needs.
[[gnu::noinline]] Waarheid Contract::connect(const Step& step, const Frame& frame, Kijk& v) const {
  const bool all = step.what == Do::all;
  const Waarheid decisive = kern::waar(!all);
  Waarheid whole = kern::waar(all);
  for (std::uint32_t i = 0; i < step.count && whole != decisive; ++i) {
    const Waarheid part = truth(partOf(step, i), frame, v);
    whole = all ? kern::laagste(whole, part) : kern::hoogste(whole, part);
  }
  return whole;
}

Waarheid Contract::goesAlong(const Step& step, const Frame& frame, Kijk& v) const {
  const bool some = step.what == Do::exists;
  const Waarheid decisive = kern::waar(some);
  Waarheid whole = kern::waar(!some);
  Frame inner = frame;
  for (const Thing& thing : things_[step.index]) {
    inner[step.place] = &thing;
    const Waarheid part = truth(partOf(step, 0), inner, v);
    whole = some ? kern::hoogste(whole, part) : kern::laagste(whole, part);
    if (whole == decisive) break;
  }
  return whole;
}

namespace {

constexpr Cell unknownCell{Cell::Kind::other, 0};

/// What is nothing is not equal to anything, and not before it.
Waarheid without(const Cell& a, const Cell& b) {
  const bool unknown = a.kind == Cell::Kind::other || b.kind == Cell::Kind::other;
  return unknown ? Waarheid::onbekend : Waarheid::nee;
}

bool same(const Cell& a, const Cell& b) {
  if (a.kind != b.kind) return false;
  return a.kind == Cell::Kind::text ? kern::zelfde(a.text(), b.text()) : a.number == b.number;
}

/// A known day, or what is wanting.
kern::Moment momentOf(const Cell& cell) {
  if (cell.kind == Cell::Kind::day) return kern::Moment(static_cast<kern::Dag>(cell.number));
  return kern::Moment(cell.kind == Cell::Kind::other ? kern::Kennis::onbekend : kern::Kennis::geen);
}

Cell cellOf(const kern::Moment& moment) {
  if (moment.bekend()) return {Cell::Kind::day, moment.waarde};
  return moment.onbekend() ? unknownCell : Cell();
}

/// From when it holds, while it does.
Cell sinceOf(const kern::Toestand& state) {
  if (state.geldt == Waarheid::ja) return {Cell::Kind::day, state.sinds};
  return state.geldt == Waarheid::onbekend ? unknownCell : Cell();
}

/// A term, or the day on which it ends.
kern::Mogelijk<kern::Termijn> termOf(const Cell& cell) {
  if (cell.kind == Cell::Kind::days) return {kern::Termijn::dagen(cell.number)};
  if (cell.kind == Cell::Kind::months) return {kern::Termijn::maanden(cell.number)};
  if (cell.kind == Cell::Kind::day)
    return {kern::Termijn::tot_en_met(kern::Datum(static_cast<kern::Dag>(cell.number)))};
  return kern::Mogelijk<kern::Termijn>(cell.kind == Cell::Kind::other ? kern::Kennis::onbekend : kern::Kennis::geen);
}

}  // namespace

Waarheid Contract::compare(const Step& step, const Frame& frame, Kijk& v) const {
  const Cell a = value(partOf(step, 0), frame, v), b = value(partOf(step, 1), frame, v);
  if (!a.known() || !b.known()) return without(a, b);
  if (step.what == Do::equal) return kern::waar(same(a, b));
  return kern::waar(step.what == Do::less ? a.number < b.number : a.number <= b.number);
}

Waarheid Contract::lasted(const Step& step, const Frame& frame, Kijk& v) const {
  const kern::Moment since = momentOf(value(partOf(step, 0), frame, v));
  const auto length = termOf(value(partOf(step, 1), frame, v));
  return step.what == Do::longer ? kern::langer_dan(v, since, length, {}) : kern::ten_minste(v, since, length, {});
}

Waarheid Contract::ofLast(const Step& step, const Frame& frame, Kijk& v) const {
  const Taken* last = last_[step.index];
  if (last == nullptr) return Waarheid::nee;
  Frame inner = frame;
  inner[step.place] = &last->thing;
  return truth(partOf(step, 0), inner, v);
}

Waarheid Contract::truth(StepId id, const Frame& frame, Kijk& v) const {
  const Step& step = program_.steps[id];
  switch (step.what) {
    case Do::constant:
      return kern::waar(step.value.number != 0);
    case Do::state:
      return states_[step.index].front().geldt;
    case Do::stateOf:
      return states_[step.index][frame[step.place]->row].geldt;
    case Do::settled:
      return kern::waar(boek_.post(frame[step.place]->post).open() <= kern::Centen());
    case Do::has:
      return kern::waar(frame[step.place]->cells[step.index].known());
    case Do::happened:
      return kern::waar(happened_[step.index]);
    case Do::begun:
      return kern::waar(begonnen_);
    case Do::all:
    case Do::any:
      return connect(step, frame, v);
    case Do::equal:
    case Do::less:
    case Do::atMost:
      return compare(step, frame, v);
    case Do::exists:
    case Do::each:
      return goesAlong(step, frame, v);
    default:
      return otherTruth(id, frame, v);
  }
}

/// What is asked less often.
Waarheid Contract::otherTruth(StepId id, const Frame& frame, Kijk& v) const {
  const Step& step = program_.steps[id];
  switch (step.what) {
    case Do::negate:
      return kern::niet(truth(partOf(step, 0), frame, v));
    case Do::choose:
      return kern::kies(
          v, [&] { return truth(partOf(step, 0), frame, v); }, [&] { return truth(partOf(step, 1), frame, v); },
          [&] { return truth(partOf(step, 2), frame, v); });
    case Do::reached:
      return kern::bereikt(v, momentOf(value(partOf(step, 0), frame, v)));
    case Do::passed:
      return kern::voorbij(v, momentOf(value(partOf(step, 0), frame, v)));
    case Do::longer:
    case Do::asLong:
      return lasted(step, frame, v);
    case Do::ofLast:
      return ofLast(step, frame, v);
    case Do::over:
      return is_voorbij(v);
    default: {  // a value that is a truth
      const Cell cell = value(id, frame, v);
      return cell.kind == Cell::Kind::truth    ? kern::waar(cell.number != 0)
             : cell.kind == Cell::Kind::absent ? Waarheid::nee
                                               : Waarheid::onbekend;
    }
  }
}

Cell Contract::absent(const Step& step, const Thing& thing) const {
  switch (step.absent) {
    case Absent::day:
      return {Cell::Kind::day, thing.day};
    case Absent::key:
      return Cell(thing.key);
    case Absent::standard:
      return step.value;
    default:
      return unknownCell;
  }
}

Cell Contract::partyIn(const Cell& name) const {
  if (name.kind != Cell::Kind::text) return name;
  const std::string_view text = name.text();
  const auto is = [&](std::string_view role, const std::string& own) {
    return text == role || (!own.empty() && text == own);
  };
  kern::Partij party = is("Opdrachtnemer", program_.contractor) ? kern::Partij::opdrachtnemer
                       : is("Opdrachtgever", program_.client)   ? kern::Partij::opdrachtgever
                                                                : kern::Partij::ander;
  for (const auto& [agent, of] : program_.agents)
    if (text == agent && party == kern::Partij::ander) party = of;
  return {Cell::Kind::party, static_cast<std::int64_t>(party)};
}

Cell Contract::value(StepId id, const Frame& frame, Kijk& v) const {
  const Step& step = program_.steps[id];
  switch (step.what) {
    case Do::constant:
      return step.value;
    case Do::cell: {
      const Thing& thing = *frame[step.place];
      const Cell& cell = thing.cells[step.index];
      return cell.known() ? cell : absent(step, thing);
    }
    case Do::since:
      return sinceOf(states_[step.index].front());
    case Do::sinceOf:
      return sinceOf(states_[step.index][frame[step.place]->row]);
    case Do::key:
      return Cell(frame[step.place]->key);
    case Do::deadline:
      return cellOf(kern::gezet(duties_[step.index][frame[step.place]->row].uiterlijk));
    default:
      return otherValue(step, frame, v);
  }
}

/// Likewise.
Cell Contract::otherValue(const Step& step, const Frame& frame, Kijk& v) const {
  switch (step.what) {
    case Do::happenedOn: {
      const Thing& thing = *frame[step.place];
      const bool received = step.index != none && thing.cells[step.index].known();
      return received ? thing.cells[step.index] : Cell(Cell::Kind::day, thing.day);
    }
    case Do::dayAfter:
      return cellOf(kern::dag_na(momentOf(value(partOf(step, 0), frame, v))));
    case Do::termEnd:
    case Do::termBegin: {
      const kern::Moment anchor = momentOf(value(partOf(step, 0), frame, v));
      const auto length = termOf(value(partOf(step, 1), frame, v));
      return cellOf(step.what == Do::termEnd ? kern::einde_termijn(anchor, length)
                                             : kern::begin_termijn(anchor, length));
    }
    case Do::party:
      return partyIn(value(partOf(step, 0), frame, v));
    case Do::partyName: {
      const Cell name = value(partOf(step, 0), frame, v);
      if (name.kind != Cell::Kind::text) return name;
      if (!program_.client.empty() && name.text() == program_.client) return Cell("Opdrachtgever");
      if (!program_.contractor.empty() && name.text() == program_.contractor) return Cell("Opdrachtnemer");
      return name;
    }
    default:
      return unknownCell;
  }
}

}  // namespace beding::machine

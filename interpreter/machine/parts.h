// What the parts of a sentence come to, as the fixed part asks for them.
#pragma once

#include "machine/contract.h"

namespace beding::machine {

template <class V>
kern::Waarheid Contract::part(StepId id, const Frame& frame, V& v, bool otherwise) const {
  if (id == noStep) return kern::waar(otherwise);
  kern::Kijk look{v.nu, v.slot};
  const kern::Waarheid found = truth(id, frame, look);
  v.kijk(look.wek);
  if (found == kern::Waarheid::onbekend) forTheEngine_ = true;
  return found;
}

template <class V>
kern::Moment Contract::moment(StepId id, const Frame& frame, V& v) const {
  if (id == noStep) return {};
  kern::Kijk look{v.nu, v.slot};
  const Cell cell = value(id, frame, look);
  v.kijk(look.wek);
  if (cell.kind == Cell::Kind::other) forTheEngine_ = true;
  return cell.kind == Cell::Kind::day ? kern::Moment(static_cast<kern::Dag>(cell.number)) : kern::Moment();
}

struct Parts {
  const Contract& contract;
  const Sentence& sentence;
  const Frame& frame;
  std::uint32_t nummer = sentence.number;

  template <class V>
  kern::Waarheid indien(V& v) const {
    return contract.part(sentence.condition, frame, v, true);
  }
};

struct StateParts : kern::ToestandZin, Parts {
  int beginnen = static_cast<int>(sentence.begins.size());
  bool heeft_begin = sentence.hasBegin;

  template <class V>
  kern::Waarheid begint(int which, V& v) const {
    return contract.part(sentence.begins[static_cast<std::size_t>(which)], frame, v, false);
  }
  template <class V>
  kern::Waarheid mits(V& v) const {
    return contract.part(sentence.condition, frame, v, true);
  }
  template <class V>
  kern::Waarheid eindigt(V& v) const {
    return contract.part(sentence.ends, frame, v, false);
  }
  template <class V>
  kern::Waarheid zolang(V& v) const {
    return contract.part(sentence.applies, frame, v, true);
  }
  template <class V>
  kern::Waarheid tenzij(V& v) const {
    return contract.part(sentence.unless, frame, v, false);
  }
};

template <class Zin>
struct NormParts : Zin, Parts {
  using Parts::indien;

  template <class V>
  kern::Waarheid kan_ontstaan(V& v) const {
    return contract.part(sentence.canArise, frame, v, true);
  }
  template <class V>
  kern::Waarheid geldt(V& v) const {
    return contract.part(sentence.applies, frame, v, true);
  }
  template <class V>
  kern::Moment uiterlijk(V& v) const {
    return contract.moment(sentence.deadline, frame, v);
  }
};

struct DutyParts : NormParts<kern::PlichtZin> {
  const kern::Plicht& duty;
  bool doorlopend = sentence.continuing;
  bool heropent = sentence.standing && sentence.deadline == noStep;

  template <class V>
  kern::Moment uiterlijk(V& v) const {
    const bool known = sentence.deadlineStays && duty.uiterlijk != kern::geen_dag;
    return known ? kern::Moment(duty.uiterlijk) : NormParts::uiterlijk(v);
  }
  [[nodiscard]] bool van_begin() const { return sentence.standing && contract.begins(); }
  template <class V>
  kern::Waarheid uitzondering(V& v) const {
    return contract.part(sentence.unless, frame, v, false);
  }
  template <class V>
  kern::Waarheid vervuld(V& v) const {
    return contract.part(sentence.fulfilled, frame, v, false);
  }
  template <class V>
  kern::Waarheid schending(V& v) const {
    return contract.part(sentence.breach, frame, v, false);
  }
  /// Not by what its own instance's event brought about.
  [[nodiscard]] bool treft(const kern::Stilstand& standstill) const {
    const auto stops = [&](const Suspender& each) {
      return each.effect == standstill.gevolg && (each.party == kern::geen_partij || each.party == standstill.partij);
    };
    const bool own = frame[ownPlace] != nullptr && standstill.volgnummer == frame[ownPlace]->order;
    return !own && std::any_of(sentence.suspenders.begin(), sentence.suspenders.end(), stops);
  }
  template <class V>
  kern::Waarheid opgeschort(V& v) const {
    return sentence.suspenders.empty() ? kern::Waarheid::nee : contract.standstill(v, *this);
  }
  [[nodiscard]] kern::Dag opgeschort_sinds() const { return contract.standstillSince(*this); }
};

struct PowerParts : NormParts<kern::BevoegdheidZin> {
  template <class V>
  kern::Waarheid grond(V& v) const {
    return geldt(v);
  }
  bool herhaalbaar = sentence.repeatable;
};

struct AmountParts : kern::BedragZin, Parts {
  using Parts::indien;

  template <class V>
  kern::Waarheid loopt(V& v) const {
    return contract.part(sentence.applies, frame, v, true);
  }
};

}  // namespace beding::machine

// Duties: open, performed in time or late, breached, suspended, lapsed.
#pragma once

#include <string_view>
#include <type_traits>
#include <utility>

#include "generate/kern/norm.h"
#include "generate/kern/status.h"
#include "generate/kern/uren.h"

namespace beding::kern {

/// Its last day as it now is, and whether it stands still.
struct Termijnstand {
  Moment moment;
  bool stil = false;
};

/// The same of a term in hours.
struct Uurstand {
  Uurmoment moment;
  bool stil = false;
};

struct PlichtZin : NormZin {
  static constexpr bool in_uren = false;  ///< its term
  template <class V>
  Waarheid uitzondering(V&) const {
    return Waarheid::nee;
  }
  template <class V>
  Waarheid vervuld(V&) const {
    return Waarheid::nee;
  }
  template <class V>
  Waarheid schending(V&) const {
    return Waarheid::nee;
  }
  template <class V>
  Waarheid opgeschort(V&) const {
    return Waarheid::nee;
  }
  /// Whether it was soon enough, where people judge that.
  template <class V>
  Waarheid tijdig(V&) const {
    return Waarheid::ja;
  }
  Dag opgeschort_sinds() const { return geen_dag; }
  /// The days on which it stood still; `misschien`: also those of which that is not known.
  void verschuif(Termijnstand&, Dag, bool) const {}
  template <class V>
  bool kan_stil(V&) const {
    return false;
  }
  /// Gives each event that may have performed it before it arose.
  template <class V, class Doe>
  void terugblik(V&, Doe) const {}
  static constexpr bool open_termijn = false;  ///< people judge whether it was soon enough
  static constexpr bool met_haast = false;     ///< on the same day it surely was
  static constexpr bool met_termijn = false;
  static constexpr bool doorlopend = false;  ///< kept as long as it is there
  static constexpr bool heropent = false;    ///< breached after it was performed it is there again
  bool van_begin() const { return false; }   ///< there from before the first event
};

struct Plicht : NormStand {
  Status status = Status::slapend;
  bool gesloten = false;
  bool bedorven = false;  ///< performed in breach of it
  bool sliep = false;
  bool gemeld = false;          ///< the event that follows from its breach is in, or stated
  bool herstel_gemeld = false;  ///< and that of its late performance
  Waarheid op_tijd = Waarheid::nee;
  Waarheid nakoming = Waarheid::nee;  ///< an event of this instant that may perform it
  Waarheid misschien_gedaan = Waarheid::nee;
  Dag nakoming_op = geen_dag;
  Dag uiterlijk = geen_dag;
  Dag vervroegd = geen_dag;  ///< it fell due at once, on that day
  Dag gedaan = geen_dag;
  Dag geschonden = geen_dag;
  Dag sinds = geen_dag;
  Twijfel gedaan_twijfel;    ///< about what may have performed it
  Twijfel tijd_twijfel;      ///< about whether it was in time
  Twijfel nakoming_twijfel;  ///< about the event of this instant

  /// What others can read of it.
  std::pair<Status, Dag> stand() const { return {status, geschonden}; }
  void doe(Waarheid is, Twijfel vragen, Dag dag, Geheugen& geheugen) {
    nakoming = hoogste(nakoming, is);
    nakoming_op = dag;
    if (vragen.laatste != nullptr) nakoming_twijfel = geheugen.samen(nakoming_twijfel, vragen);
  }
};

/// Of a term in hours.
struct UurPlicht : Plicht {
  Uurmoment termijn;
  std::string_view door;  ///< the event that may perform it, or did

  void doe(Waarheid is, Twijfel vragen, Dag dag, Geheugen& geheugen, std::string_view sleutel) {
    if (gedaan == geen_dag) door = sleutel;
    Plicht::doe(is, vragen, dag, geheugen);
  }
};

inline void wordt(Plicht& p, Status status, Dag sinds, bool gesloten = false) {
  if (p.status != status || sinds != geen_dag) p.sinds = sinds;
  p.status = status;
  p.gesloten = gesloten;
}

template <class V>
inline void klaar(Plicht& p, V& v) {
  const auto stand = v.stand();
  const auto onbekend = [&](Twijfel door) {  // it is all that is asked
    herinner(v, door);
    v.alleen_vanaf(stand);
    wordt(p, Status::onbekend, geen_dag);
  };
  herinner_aannamen(v, p.tijd_twijfel);
  if (p.op_tijd == Waarheid::onbekend) return onbekend(p.tijd_twijfel);
  const bool te_laat = p.op_tijd == Waarheid::nee || p.geschonden != geen_dag;
  if (te_laat && p.voorwaarde == Waarheid::onbekend) return onbekend(p.twijfel);
  wordt(p, te_laat ? Status::te_laat_nagekomen : Status::nagekomen, p.gedaan, true);
}

template <class Zin, class V>
inline Termijnstand termijn_nu(const Plicht& p, const Zin& zin, V& v, bool misschien = false) {
  Termijnstand termijn{zin.uiterlijk(v)};
  if (termijn.moment.bekend()) zin.verschuif(termijn, p.vanaf, misschien);
  const bool eerder = p.vervroegd != geen_dag && !(termijn.moment.bekend() && termijn.moment.waarde <= p.vervroegd);
  return {eerder ? Moment(p.vervroegd) : termijn.moment, termijn.stil};
}

/// A suspension that may have stopped the term leaves it open whether the term has gone by.
template <class Zin, class V>
inline Waarheid uren_voorbij(const Plicht& p, const Zin& zin, V& v) {
  const auto stand = v.stand();
  const Uurstand termijn = zin.uurtermijn(v, p.vanaf, false);
  if (!termijn.moment.bekend()) return zin.uren_voorbij(v, termijn.moment);
  v.terug(stand);
  if (termijn.stil) return Waarheid::nee;
  const Waarheid is = zin.uren_voorbij(v, termijn.moment);
  if (is != Waarheid::ja) return is;
  const Uurstand laatste = zin.uurtermijn(v, p.vanaf, true);
  v.terug(stand);
  if (!laatste.stil && zin.uren_voorbij(v, laatste.moment) == Waarheid::ja) return Waarheid::ja;
  v.terug(stand);
  return zin.kan_stil(v) ? Waarheid::onbekend : Waarheid::ja;
}
template <class Zin, class V>
inline Waarheid termijn_voorbij(const Plicht& p, const Zin& zin, V& v, const Termijnstand& termijn) {
  if constexpr (Zin::in_uren) return uren_voorbij(p, zin, v);
  if (termijn.stil) return Waarheid::nee;
  const auto stand = v.stand();
  if (termijn.moment.bekend()) {
    const Waarheid is = voorbij(v, termijn.moment);
    if (is != Waarheid::ja || !zin.kan_stil(v)) {
      v.terug(stand);
      return is;
    }
    const Termijnstand laatste = termijn_nu(p, zin, v, true);
    v.terug(stand);
    if (!laatste.stil && voorbij(v, laatste.moment) == Waarheid::ja) return Waarheid::ja;
    zin.kan_stil(v);
    return Waarheid::onbekend;
  }
  return voorbij(v, zin.uiterlijk(v));
}

/// A term that has gone by, a fact that breaches, a judgement that it was not soon enough.
template <class Zin, class V>
inline Waarheid is_geschonden(const Plicht& p, const Zin& zin, V& v, const Termijnstand& termijn) {
  const auto stand = v.stand();
  const Waarheid feit = of(
      v, [&] { return zin.schending(v); }, [&] { return termijn_voorbij(p, zin, v, termijn); });
  if (!zin.open_termijn) return feit;
  const auto daarna = v.stand();
  const bool te_laat = zin.tijdig(v) == Waarheid::nee;
  v.vergeet(te_laat ? stand : daarna);
  return te_laat ? Waarheid::ja : feit;
}

template <class Zin, class V>
inline void nog_niet_klaar(Plicht& p, const Zin& zin, Waarheid vervuld, Waarheid geldt, const Termijnstand& termijn,
                           V& v) {
  const bool twijfel = p.voorwaarde == Waarheid::onbekend || p.misschien_gedaan == Waarheid::onbekend ||
                       geldt == Waarheid::onbekend || vervuld == Waarheid::onbekend;
  if (p.voorwaarde == Waarheid::onbekend) herinner(v, p.twijfel);
  if (p.misschien_gedaan == Waarheid::onbekend) herinner_vragen(v, p.gedaan_twijfel);
  if (p.geschonden != geen_dag)
    return wordt(p, twijfel ? Status::onbekend : Status::geschonden, twijfel ? geen_dag : p.geschonden);
  if (geldt == Waarheid::nee) {
    const bool uitgezonderd = zin.uitzondering(v) == Waarheid::ja;
    return wordt(p, zin.doorlopend && !uitgezonderd ? Status::nagekomen : Status::vervallen, v.moment(), true);
  }
  const auto stand = v.stand();
  const Waarheid geschonden = is_geschonden(p, zin, v, termijn);
  if (geschonden == Waarheid::onbekend) v.alleen_vanaf(stand);  // it is all that is asked
  if (geschonden == Waarheid::ja) p.geschonden = v.moment();
  if (geschonden == Waarheid::onbekend || twijfel) return wordt(p, Status::onbekend, geen_dag);
  if (geschonden == Waarheid::ja) return wordt(p, Status::geschonden, p.geschonden);
  const Waarheid opgeschort = zin.opgeschort(v);
  if (opgeschort == Waarheid::ja) return wordt(p, Status::opgeschort, zin.opgeschort_sinds());
  if (opgeschort == Waarheid::onbekend) return wordt(p, Status::onbekend, geen_dag);
  wordt(p, Status::open, p.vanaf);
}

/// Nothing is asked before what it follows (zolang) is true for the first time: that is when it arises.
inline bool slaapt(Plicht& p, Waarheid geldt, Dag nu) {
  if (p.status != Status::slapend || p.geschonden != geen_dag) return false;
  if (geldt == Waarheid::nee) return p.sliep = true;
  if (p.sliep && geldt == Waarheid::ja) {
    p.sliep = false;
    p.vanaf = nu;
  }
  return false;
}

/// In time: not after its last day, and soon enough where people must judge that. While that is open the last day
/// decides, and without one the same day is soon enough; the question stays.
template <class Zin, class V>
inline void beoordeel_tijd(Plicht& p, const Zin& zin, V& v, const Moment& uiterlijk) {
  p.op_tijd = uiterlijk.bekend() ? waar(p.gedaan <= uiterlijk.waarde) : waar(p.geschonden == geen_dag);
  if constexpr (!Zin::in_uren)
    if (!zin.open_termijn) return;
  Vraagt w{v.nu, v.slot, v.geheugen};
  if constexpr (Zin::in_uren) {
    auto& in_uren = static_cast<UurPlicht&>(p);
    if (in_uren.termijn.bekend()) p.op_tijd = niet_na(w, p.gedaan, in_uren.door, in_uren.termijn);
    if (!zin.open_termijn) p.tijd_twijfel = w.bewaar();
  }
  if (!zin.open_termijn) return;
  const auto stand = w.stand();
  const Waarheid tijdig = zin.tijdig(w);
  const bool zelfde_dag = zin.met_haast && p.gedaan == p.vanaf;
  if (tijdig != Waarheid::onbekend || (!zin.met_termijn && !zelfde_dag))
    p.op_tijd = laagste(p.op_tijd, tijdig);
  else
    w.neem_aan_vanaf(stand);
  p.tijd_twijfel = w.bewaar();
}

/// Whether it was done, by an event or because it is so, and whether that was in time and not in breach.
template <class Zin, class V>
inline void kom_na(Plicht& p, const Zin& zin, V& v, Waarheid nakoming, Waarheid vervuld, const Moment& uiterlijk) {
  const bool door_feit = nakoming == Waarheid::ja;
  if (nakoming == Waarheid::onbekend) p.misschien_gedaan = Waarheid::onbekend;
  if (p.gedaan != geen_dag || !(door_feit || (vervuld == Waarheid::ja && !p.bedorven))) return;
  p.gedaan = door_feit ? p.nakoming_op : v.moment();
  beoordeel_tijd(p, zin, v, uiterlijk);
  if (p.geschonden != geen_dag || p.op_tijd != Waarheid::ja || zin.schending(v) != Waarheid::ja) return;
  p.gedaan = geen_dag;
  p.bedorven = true;
}

/// Of one whose last day lies before it arose, what was done before counts too.
template <class Zin, class V>
inline void blik_terug(Plicht& p, const Zin& zin, V& v, Waarheid vervuld, const Moment& uiterlijk) {
  bool voorbij_al = uiterlijk.bekend() && uiterlijk.waarde < v.nu;
  if constexpr (Zin::in_uren) {
    const auto stand = v.stand();
    voorbij_al = zin.uren_voorbij(v, static_cast<UurPlicht&>(p).termijn) != Waarheid::nee;
    v.vergeet(stand);
  }
  if (!voorbij_al) return;
  Vraagt w{v.nu, v.slot, v.geheugen};
  w.sinds = v.sinds;
  zin.terugblik(w, [&](Waarheid telt, Dag op, [[maybe_unused]] std::string_view sleutel) {
    if (telt == Waarheid::nee || p.gedaan != geen_dag) return;
    p.nakoming_op = op;
    if constexpr (Zin::in_uren) static_cast<UurPlicht&>(p).door = sleutel;
    kom_na(p, zin, v, telt, vervuld, uiterlijk);
  });
  if (p.misschien_gedaan == Waarheid::onbekend) p.gedaan_twijfel = w.bewaar(p.gedaan_twijfel);
}

/// A duty that goes on without a term can be breached after it was performed for a time.
template <class Zin, class V>
inline bool heropen(Plicht& p, const Zin& zin, V& v, Waarheid geldt) {
  if (!zin.heropent || p.status != Status::nagekomen || geldt == Waarheid::nee || zin.schending(v) != Waarheid::ja)
    return false;
  p.gedaan = geen_dag;
  p.misschien_gedaan = Waarheid::nee;
  p.gedaan_twijfel = {};
  p.bedorven = true;
  return true;
}

/// Looks again; true when its last day has changed.
template <class Zin, class V>
inline bool beweeg(Plicht& p, const Zin& zin, V& v) {
  const Waarheid nakoming = std::exchange(p.nakoming, Waarheid::nee);
  const Twijfel vragen = std::exchange(p.nakoming_twijfel, {});
  const bool bestond = p.ontstaan, sliep = p.sliep;
  if (!ontsta(p, zin, v)) {
    p.twijfel = {};
    return false;
  }
  v.sinds = p.vanaf;
  const Dag was_uiterlijk = p.uiterlijk;
  if (!p.gesloten) eindig(p, zin, v);
  const Waarheid geldt = van_toepassing(p, zin, v);
  if (p.gesloten && !heropen(p, zin, v, geldt)) return false;
  if (slaapt(p, geldt, v.moment())) return false;
  if (vragen.laatste != nullptr) p.gedaan_twijfel = v.geheugen->samen(p.gedaan_twijfel, vragen);
  v.sinds = p.vanaf;
  const auto stand = v.stand();
  const Termijnstand termijn = termijn_nu(p, zin, v);
  v.vergeet(stand);  // asked only when it decides
  if (p.geschonden == geen_dag) p.uiterlijk = termijn.moment.bekend() ? termijn.moment.waarde : geen_dag;
  if constexpr (Zin::in_uren) {
    if (p.geschonden == geen_dag) static_cast<UurPlicht&>(p).termijn = zin.uurtermijn(v, p.vanaf, false).moment;
    v.vergeet(stand);
  }
  const Waarheid vervuld = zin.vervuld(v);
  if (vervuld == Waarheid::nee) p.bedorven = false;
  if ((!bestond || (sliep && !p.sliep)) && p.gedaan == geen_dag) blik_terug(p, zin, v, vervuld, termijn.moment);
  kom_na(p, zin, v, nakoming, vervuld, termijn.moment);
  if (p.gedaan != geen_dag)
    klaar(p, v);
  else
    nog_niet_klaar(p, zin, vervuld, geldt, termijn, v);
  if (zin.doorlopend && p.geschonden != geen_dag && geldt == Waarheid::nee) p.gesloten = true;
  return was_uiterlijk != p.uiterlijk;
}

/// Whether it was ever breached; it may have been while it is not known how it stands.
template <class V, class Stand, class Zin>
inline Waarheid ooit_geschonden(V& v, const Stand& p, const Zin& zin) {
  if (p.geschonden != geen_dag) return Waarheid::ja;
  if (p.status != Status::onbekend) return Waarheid::nee;
  if constexpr (std::is_same_v<V, Vraagt>) {
    Stand kopie = p;
    beweeg(kopie, zin, v);
  }
  return Waarheid::onbekend;
}

}  // namespace beding::kern

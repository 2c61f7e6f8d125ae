// How states, duties and powers go from one instant to the next. A sentence says what its parts come to on that day
// (`Zin`); what is remembered of it per instance is a small record.
#pragma once

#include <cstdint>
#include <type_traits>
#include <utility>

#include "generate/kern/waarheid.h"

namespace beding::kern {

enum class Status : std::uint8_t {
  slapend,
  open,
  nagekomen,
  geschonden,
  te_laat_nagekomen,
  opgeschort,
  vervallen,
  onbekend,
  niet_beschikbaar,
  beschikbaar,
  uitgeoefend,
  geldig,
  ongeldig,
  nog_niet_opeisbaar,
  verschuldigd,
  voldaan,
  ja,
  nee,
  geldt,
  geldt_niet,
  overtreden,
  bestaat,
  van_toepassing,
  niet_van_toepassing,
};

inline const char* tekst(Status status) {
  constexpr const char* teksten[] = {"slapend",
                                     "open",
                                     "nagekomen",
                                     "geschonden",
                                     "te-laat-nagekomen",
                                     "opgeschort",
                                     "vervallen",
                                     "onbekend",
                                     "niet-beschikbaar",
                                     "beschikbaar",
                                     "uitgeoefend",
                                     "geldig",
                                     "ongeldig",
                                     "nog-niet-opeisbaar",
                                     "verschuldigd",
                                     "voldaan",
                                     "ja",
                                     "nee",
                                     "geldt",
                                     "geldt-niet",
                                     "overtreden",
                                     "bestaat",
                                     "van-toepassing",
                                     "niet-van-toepassing"};
  return teksten[static_cast<int>(status)];
}
constexpr Status status_van(Waarheid waarheid) {
  return waarheid == Waarheid::ja ? Status::ja : waarheid == Waarheid::nee ? Status::nee : Status::onbekend;
}
constexpr Status geldigheid(Waarheid waarheid) {
  return waarheid == Waarheid::ja ? Status::geldig : waarheid == Waarheid::nee ? Status::ongeldig : Status::onbekend;
}

// ----------------------------------------------------------------------------------------------------------- states

/// The parts of a state; each that a sentence does not have is as here.
struct ToestandZin {
  static constexpr bool veronderstelt = false;  ///< a judgement that is assumed is among what it reads
  static constexpr bool eigen = true;           ///< false: it only holds because something makes it so
  static constexpr int beginnen = 0;            ///< conditions that begin it when they become true
  static constexpr bool heeft_begin = false;    ///< an event or a condition begins it
  template <class V>
  Waarheid begint(int, V&) const {
    return Waarheid::nee;
  }
  template <class V>
  Waarheid mits(V&) const {
    return Waarheid::ja;
  }
  template <class V>
  Waarheid eindigt(V&) const {
    return Waarheid::nee;
  }
  template <class V>
  Waarheid zolang(V&) const {
    return Waarheid::ja;
  }
  template <class V>
  Waarheid tenzij(V&) const {
    return Waarheid::nee;
  }
};

struct Toestand {
  Waarheid geldt = Waarheid::nee;
  Waarheid tijdvak = Waarheid::nee;     ///< whether it has begun and not surely ended
  Waarheid einde = Waarheid::nee;       ///< whether it has ended, as far as that is doubtful
  Waarheid aanleiding = Waarheid::nee;  ///< an event of this instant that begins it
  Dag aanleiding_van = geen_dag;
  bool gedwongen = false;  ///< something makes it so
  std::uint8_t was = 0;    ///< per begin: its condition was true
  Dag van = geen_dag;      ///< of the stretch
  Dag sinds = geen_dag;    ///< of the present or last holding
  Dag tot = geen_dag;
  Dag gewekt = geen_dag;
  Twijfel twijfel;

  void begin_door(Waarheid is, Twijfel vragen, Dag dag, Geheugen& geheugen) {
    aanleiding = hoogste(aanleiding, is);
    aanleiding_van = dag;
    if (vragen.laatste != nullptr) twijfel = geheugen.samen(twijfel, vragen);
  }
  void einde_door(Waarheid is, Twijfel vragen, Dag, Geheugen& geheugen) {
    einde = hoogste(einde, is);
    if (vragen.laatste != nullptr) twijfel = geheugen.samen(twijfel, vragen);
  }
};

/// What it rests on that it began, as far as that is doubtful or assumed.
template <class Zin, class V>
void onthoud_begin(Toestand& t, const Zin& zin, V& v, Waarheid zeker) {
  if (zeker != Waarheid::onbekend && !zin.veronderstelt) return;
  Vraagt w{v.nu, v.slot, v.geheugen};
  zin.mits(w);
  if (zeker != Waarheid::onbekend) w.gevraagd.clear();
  t.twijfel = w.bewaar(t.twijfel);
}

template <class Zin, class V>
Waarheid loopt(Toestand& t, const Zin& zin, V& v) {
  const auto begin = [&](Waarheid zeker, Dag van) {
    if (zeker == Waarheid::nee) return;
    onthoud_begin(t, zin, v, zeker);
    if (zeker > t.tijdvak) t.tijdvak = zeker;
    if (zeker == Waarheid::ja && t.einde == Waarheid::onbekend) t.einde = Waarheid::nee;
    t.van = van;
  };
  if (t.aanleiding != Waarheid::nee)
    begin(en(
              v, [&] { return t.aanleiding; }, [&] { return zin.mits(v); }),
          t.aanleiding_van);
  t.aanleiding = Waarheid::nee;
  Waarheid misschien = Waarheid::nee;
  for (int i = 0; i < zin.beginnen; ++i) {
    const Waarheid nu = zin.begint(i, v);
    const auto bit = static_cast<std::uint8_t>(1 << i);
    if (nu == Waarheid::ja && (t.was & bit) == 0) begin(zin.mits(v), v.moment());
    t.was = static_cast<std::uint8_t>(nu == Waarheid::ja ? t.was | bit : t.was & ~bit);
    if (nu == Waarheid::onbekend) misschien = hoogste(misschien, laagste(nu, zin.mits(v)));
  }
  if (t.tijdvak == Waarheid::nee) {
    t.einde = Waarheid::nee;
    return misschien;
  }
  const Waarheid gesloten = hoogste(t.einde, zin.eindigt(v));
  if (gesloten == Waarheid::ja)
    t.tijdvak = t.einde = Waarheid::nee;
  else if (t.tijdvak == Waarheid::onbekend || t.einde == Waarheid::onbekend)
    herinner(v, t.twijfel);
  else
    herinner_aannamen(v, t.twijfel);
  return hoogste(misschien, laagste(t.tijdvak, niet(gesloten)));
}

/// By its own conditions, or because something makes it so.
template <class Zin, class V>
Waarheid geldt_nu(Toestand& t, const Zin& zin, V& v) {
  const auto eigen = [&] {
    if (!zin.eigen) return Waarheid::nee;
    return en(
        v, [&] { return zin.heeft_begin ? loopt(t, zin, v) : Waarheid::ja; }, [&] { return zin.zolang(v); });
  };
  return en(
      v, [&] { return t.gedwongen ? Waarheid::ja : eigen(); }, [&] { return niet(zin.tenzij(v)); });
}

/// Looks again; true when it came to hold, or no longer does, or may.
template <class Zin, class V>
bool beweeg(Toestand& t, const Zin& zin, V& v) {
  const Waarheid nu = geldt_nu(t, zin, v);
  if (nu == t.geldt) return false;
  if (t.geldt == Waarheid::ja) t.tot = v.slot;
  if (nu == Waarheid::ja) {
    t.sinds = t.tijdvak != Waarheid::nee ? t.van : v.moment();
    t.tot = geen_dag;
  }
  t.geldt = nu;
  return true;
}

/// What is remembered of it; who asks, hears what it rests on.
template <class V, class Zin>
Waarheid lees(V& v, const Toestand& t, const Zin& zin) {
  if constexpr (std::is_same_v<V, Vraagt>) {
    if (t.geldt == Waarheid::onbekend || zin.veronderstelt) {
      const Dag sinds = std::exchange(v.sinds, geen_dag);
      Toestand kopie = t;
      beweeg(kopie, zin, v);
      v.sinds = sinds;
    }
  }
  return t.geldt;
}

// ----------------------------------------------------------------------------------------------------------- duties

/// What a sentence of any norm says unless it says otherwise.
struct NormZin {
  static constexpr bool staand = false;          ///< lasts as long as the agreement
  static constexpr bool veronderstelt = false;   ///< a judgement that is assumed is among what it reads
  static constexpr bool met_aanleiding = false;  ///< arises at an event, or when a condition becomes true
  static constexpr bool leest_eenmaal = true;    ///< its condition is read when it arises, else whenever it matters
  template <class V>
  Waarheid kan_ontstaan(V&) const {
    return Waarheid::ja;
  }
  /// The condition that makes it arise when it becomes true.
  template <class V>
  Waarheid begint(V&) const {
    return Waarheid::nee;
  }
  /// Whether the sentence is about these instances.
  template <class V>
  Waarheid waarvoor(V&) const {
    return Waarheid::ja;
  }
  template <class V>
  Waarheid indien(V&) const {
    return Waarheid::ja;
  }
  /// What it follows: zolang, and tenzij denied.
  template <class V>
  Waarheid gevolgd(V&) const {
    return Waarheid::ja;
  }
  template <class V>
  Waarheid geldt(V&) const {
    return Waarheid::ja;
  }
  template <class V>
  Waarheid totdat(V&) const {
    return Waarheid::nee;
  }
  template <class V>
  Moment uiterlijk(V&) const {
    return {};
  }
};

/// What is remembered of any norm.
struct NormStand {
  bool ontstaan = false;
  bool nooit_ontstaan = false;
  bool van_begin = false;
  bool begon_waar = false;             ///< the condition that makes it arise was true
  bool was_einde = false;              ///< the condition that ends it was true
  bool geeindigd = false;              ///< `totdat` has come
  Waarheid voorwaarde = Waarheid::ja;  ///< as read when it arose
  Waarheid aanleiding = Waarheid::nee;
  Dag aanleiding_op = geen_dag;
  Dag vanaf = geen_dag;
  Dag gewekt = geen_dag;
  Twijfel twijfel;

  void begin_door(Waarheid is, Twijfel vragen, Dag dag, Geheugen& geheugen) {
    if (ontstaan) return;
    aanleiding = is;
    aanleiding_op = dag;
    if (vragen.laatste != nullptr) twijfel = geheugen.samen({}, vragen);
  }
  void einde_door(Waarheid is, Twijfel, Dag, Geheugen&) { geeindigd = geeindigd || (ontstaan && is == Waarheid::ja); }
};

/// Whether its occasion comes now.
template <class Zin, class V>
Waarheid komt_op(NormStand& n, const Zin& zin, V& v) {
  if (!zin.met_aanleiding) {
    n.aanleiding_op = v.moment();
    return Waarheid::ja;
  }
  const Waarheid door = std::exchange(n.aanleiding, Waarheid::nee);
  const bool nu = zin.begint(v) == Waarheid::ja, was = std::exchange(n.begon_waar, nu);
  if (door != Waarheid::nee) return door;
  n.aanleiding_op = v.moment();
  return waar(nu && !was);
}

template <class Zin, class V>
bool ontsta(NormStand& n, const Zin& zin, V& v) {
  if (n.ontstaan || n.nooit_ontstaan) return n.ontstaan;
  const Waarheid komt = komt_op(n, zin, v);
  if (komt == Waarheid::nee || zin.kan_ontstaan(v) == Waarheid::nee) return false;
  const auto voorwaarde = [&](auto& w) {
    return en(
        w, [&] { return zin.kan_ontstaan(w); }, [&] { return komt; }, [&] { return zin.waarvoor(w); },
        [&] { return zin.leest_eenmaal ? zin.indien(w) : Waarheid::ja; });
  };
  n.voorwaarde = voorwaarde(v);
  if (n.voorwaarde == Waarheid::nee) {
    n.nooit_ontstaan = !zin.met_aanleiding;
    return false;
  }
  if (n.voorwaarde == Waarheid::onbekend || zin.veronderstelt) {
    Vraagt w{v.nu, v.slot, v.geheugen};
    voorwaarde(w);
    n.twijfel = w.bewaar(n.twijfel);
  }
  n.ontstaan = true;
  n.van_begin = zin.van_begin();
  n.vanaf = n.aanleiding_op;
  return true;
}

template <class Zin, class V>
void eindig(NormStand& n, const Zin& zin, V& v) {
  const bool nu = zin.totdat(v) == Waarheid::ja, was = std::exchange(n.was_einde, nu);
  n.geeindigd = n.geeindigd || (n.ontstaan && nu && !was);
}

/// Whether what it follows lets it apply.
template <class Zin, class V>
Waarheid van_toepassing(const NormStand& n, const Zin& zin, V& v) {
  return n.geeindigd ? Waarheid::nee : zin.geldt(v);
}

template <class V>
Waarheid voorwaarde_van(const NormStand& n, V& v) {
  if (n.voorwaarde == Waarheid::onbekend) herinner(v, n.twijfel);
  return n.voorwaarde;
}
/// The own condition of a norm that goes before another; a power that is past its term does so no more.
template <class Zin, class V>
Waarheid eigen_voorwaarde(const NormStand& n, const Zin& zin, V& v) {
  if (!n.ontstaan || n.geeindigd) return Waarheid::nee;
  const auto kan_nog = [&] {
    if (zin.leest_eenmaal) return Waarheid::ja;
    return en(
        v, [&] { return zin.indien(v); }, [&] { return niet(voorbij(v, zin.uiterlijk(v))); });
  };
  return en(
      v, [&] { return voorwaarde_van(n, v); }, [&] { return zin.gevolgd(v); }, kan_nog);
}

/// Its last day as it now is, and whether it stands still.
struct Termijnstand {
  Moment moment;
  bool stil = false;
};

struct PlichtZin : NormZin {
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
  Twijfel tijd_twijfel;  ///< about whether it was in time

  /// What others can read of it.
  std::pair<Status, Dag> stand() const { return {status, geschonden}; }
  void doe(Waarheid is, Twijfel vragen, Dag dag, Geheugen& geheugen) {
    nakoming = hoogste(nakoming, is);
    nakoming_op = dag;
    if (vragen.laatste != nullptr) twijfel = geheugen.samen(twijfel, vragen);
  }
};

inline void wordt(Plicht& p, Status status, Dag sinds, bool gesloten = false) {
  if (p.status != status || sinds != geen_dag) p.sinds = sinds;
  p.status = status;
  p.gesloten = gesloten;
}

template <class V>
void klaar(Plicht& p, V& v) {
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
Termijnstand termijn_nu(const Plicht& p, const Zin& zin, V& v, bool misschien = false) {
  Termijnstand termijn{zin.uiterlijk(v)};
  if (termijn.moment.bekend()) zin.verschuif(termijn, p.vanaf, misschien);
  if (p.vervroegd != geen_dag && !(termijn.moment.bekend() && termijn.moment.waarde <= p.vervroegd))
    termijn.moment = Moment(p.vervroegd);
  return termijn;
}

/// A suspension that may have stopped the term leaves it open whether the term has gone by.
template <class Zin, class V>
Waarheid termijn_voorbij(const Plicht& p, const Zin& zin, V& v, const Termijnstand& termijn) {
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
Waarheid is_geschonden(const Plicht& p, const Zin& zin, V& v, const Termijnstand& termijn) {
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
void nog_niet_klaar(Plicht& p, const Zin& zin, Waarheid vervuld, Waarheid geldt, const Termijnstand& termijn, V& v) {
  const bool eerder = p.voorwaarde == Waarheid::onbekend || p.misschien_gedaan == Waarheid::onbekend;
  const bool twijfel = eerder || geldt == Waarheid::onbekend || vervuld == Waarheid::onbekend;
  if (eerder) herinner(v, p.twijfel);
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
void beoordeel_tijd(Plicht& p, const Zin& zin, V& v, const Moment& uiterlijk) {
  p.op_tijd = uiterlijk.bekend() ? waar(p.gedaan <= uiterlijk.waarde) : waar(p.geschonden == geen_dag);
  if (!zin.open_termijn) return;
  Vraagt w{v.nu, v.slot, v.geheugen};
  const Waarheid tijdig = zin.tijdig(w);
  const bool zelfde_dag = zin.met_haast && p.gedaan == p.vanaf;
  if (tijdig != Waarheid::onbekend || (!zin.met_termijn && !zelfde_dag))
    p.op_tijd = laagste(p.op_tijd, tijdig);
  else
    w.aangenomen = std::exchange(w.gevraagd, {});
  p.tijd_twijfel = w.bewaar();
}

/// Whether it was done, by an event or because it is so, and whether that was in time and not in breach.
template <class Zin, class V>
void kom_na(Plicht& p, const Zin& zin, V& v, Waarheid nakoming, Waarheid vervuld, const Moment& uiterlijk) {
  const bool door_feit = nakoming == Waarheid::ja;
  if (nakoming == Waarheid::onbekend) p.misschien_gedaan = Waarheid::onbekend;
  if (p.gedaan != geen_dag || !(door_feit || (vervuld == Waarheid::ja && !p.bedorven))) return;
  p.gedaan = door_feit ? p.nakoming_op : v.moment();
  beoordeel_tijd(p, zin, v, uiterlijk);
  if (p.geschonden != geen_dag || p.op_tijd != Waarheid::ja || zin.schending(v) != Waarheid::ja) return;
  p.gedaan = geen_dag;
  p.bedorven = true;
}

/// A duty that goes on without a term can be breached after it was performed for a time.
template <class Zin, class V>
bool heropen(Plicht& p, const Zin& zin, V& v, Waarheid geldt) {
  if (!zin.heropent || p.status != Status::nagekomen || geldt == Waarheid::nee || zin.schending(v) != Waarheid::ja)
    return false;
  p.gedaan = geen_dag;
  p.misschien_gedaan = Waarheid::nee;
  p.bedorven = true;
  return true;
}

/// Looks again; true when its last day has changed.
template <class Zin, class V>
bool beweeg(Plicht& p, const Zin& zin, V& v) {
  const Waarheid nakoming = std::exchange(p.nakoming, Waarheid::nee);
  if (!ontsta(p, zin, v)) return false;
  v.sinds = p.vanaf;
  const Dag was_uiterlijk = p.uiterlijk;
  if (!p.gesloten) eindig(p, zin, v);
  const Waarheid geldt = van_toepassing(p, zin, v);
  if (p.gesloten && !heropen(p, zin, v, geldt)) return false;
  if (slaapt(p, geldt, v.moment())) return false;
  v.sinds = p.vanaf;
  const auto stand = v.stand();
  const Termijnstand termijn = termijn_nu(p, zin, v);
  v.vergeet(stand);  // asked only when it decides
  if (p.geschonden == geen_dag) p.uiterlijk = termijn.moment.bekend() ? termijn.moment.waarde : geen_dag;
  const Waarheid vervuld = zin.vervuld(v);
  if (vervuld == Waarheid::nee) p.bedorven = false;
  kom_na(p, zin, v, nakoming, vervuld, termijn.moment);
  if (p.gedaan != geen_dag)
    klaar(p, v);
  else
    nog_niet_klaar(p, zin, vervuld, geldt, termijn, v);
  if (zin.doorlopend && p.geschonden != geen_dag && geldt == Waarheid::nee) p.gesloten = true;
  return was_uiterlijk != p.uiterlijk;
}

/// Whether it was ever breached; it may have been while it is not known how it stands.
template <class V, class Zin>
Waarheid ooit_geschonden(V& v, const Plicht& p, const Zin& zin) {
  if (p.geschonden != geen_dag) return Waarheid::ja;
  if (p.status != Status::onbekend) return Waarheid::nee;
  if constexpr (std::is_same_v<V, Vraagt>) {
    Plicht kopie = p;
    beweeg(kopie, zin, v);
  }
  return Waarheid::onbekend;
}

// ----------------------------------------------------------------------------------------------------------- powers

struct BevoegdheidZin : NormZin {
  static constexpr bool leest_eenmaal = false;
  static constexpr bool herhaalbaar = false;
  /// What its exercise asks: as `geldt`, whether or not its provision is void.
  template <class V>
  Waarheid grond(V&) const {
    return Waarheid::ja;
  }
  bool van_begin() const { return false; }
};

struct Bevoegdheid : NormStand {
  Status status = Status::niet_beschikbaar;
  bool ooit = false;
  bool begon = false;  ///< its status was looked at
  Waarheid misschien_gebruikt = Waarheid::nee;
  Dag uiterlijk = geen_dag;
  Dag beschikbaar_vanaf = geen_dag;
  Dag tot = geen_dag;
  Dag gebruikt = geen_dag;
  Dag sinds = geen_dag;
  Twijfel gebruik_twijfel;
};

template <class Zin, class V>
Waarheid voorwaarde_nu(const Bevoegdheid& b, const Zin& zin, V& v) {
  return en(
      v, [&] { return voorwaarde_van(b, v); }, [&] { return zin.indien(v); });
}

template <class Zin, class V>
Waarheid beschikbaar(const Bevoegdheid& b, const Zin& zin, V& v) {
  if (!b.ontstaan) return Waarheid::nee;
  return en(
      v, [&] { return van_toepassing(b, zin, v); }, [&] { return voorwaarde_nu(b, zin, v); },
      [&] { return niet(voorbij(v, zin.uiterlijk(v))); });
}

/// All that is asked of its exercise on that day, as it stands just before.
template <class Zin, class V>
Waarheid eisen(const Bevoegdheid& b, const Zin& zin, V& v, Dag dag) {
  const auto op_tijd = [&] {
    const Moment laatste = zin.uiterlijk(v);
    return laatste.bekend() ? waar(dag <= laatste.waarde) : laatste.onbekend() ? Waarheid::onbekend : Waarheid::ja;
  };
  const auto ongebruikt = [&] {
    if (zin.herhaalbaar) return Waarheid::ja;
    if (b.misschien_gebruikt != Waarheid::nee) herinner_vragen(v, b.gebruik_twijfel);
    return b.gebruikt != geen_dag ? Waarheid::nee : niet(b.misschien_gebruikt);
  };
  return elk_van(
      v, [&] { return waar(!b.geeindigd); }, [&] { return zin.grond(v); }, [&] { return voorwaarde_nu(b, zin, v); },
      op_tijd, ongebruikt);
}

inline Status status_van(const Bevoegdheid& b, Waarheid beschikbaar, bool herhaalbaar) {
  if (b.gebruikt != geen_dag && !herhaalbaar) return Status::uitgeoefend;
  if (!herhaalbaar && b.misschien_gebruikt != Waarheid::nee) return Status::onbekend;
  if (beschikbaar == Waarheid::nee) return b.ooit ? Status::vervallen : Status::niet_beschikbaar;
  return beschikbaar == Waarheid::ja ? Status::beschikbaar : Status::onbekend;
}

template <class Zin, class V>
bool beweeg(Bevoegdheid& b, const Zin& zin, V& v) {
  if (!ontsta(b, zin, v)) return false;
  v.sinds = b.vanaf;
  eindig(b, zin, v);
  const auto stand = v.stand();
  const Moment uiterlijk = zin.uiterlijk(v);
  v.vergeet(stand);
  b.uiterlijk = uiterlijk.bekend() ? uiterlijk.waarde : geen_dag;
  const Status nu = status_van(b, beschikbaar(b, zin, v), zin.herhaalbaar);
  if (nu == Status::onbekend && !zin.herhaalbaar) herinner_vragen(v, b.gebruik_twijfel);
  if (b.begon && nu == b.status) return false;
  b.begon = true;
  b.status = nu;
  if (nu == Status::beschikbaar) {
    b.beschikbaar_vanaf = v.moment();
    b.ooit = true;
  }
  if (nu == Status::vervallen) b.tot = v.slot;
  b.sinds = nu == Status::uitgeoefend ? b.gebruikt : v.moment();
  return true;
}

// ---------------------------------------------------------------------------------------------------------- amounts

struct BedragZin {
  static constexpr bool veronderstelt = false;
  static constexpr bool verschuldigd = true;  ///< false: a right to charge it, that takes no payment until then
  static constexpr bool per_dag = false;      ///< it grows by the day
  static constexpr bool met_aanleiding = false;
  /// The condition that makes it arise when it becomes true.
  template <class V>
  Waarheid begint(V&) const {
    return Waarheid::nee;
  }
  template <class V>
  Waarheid indien(V&) const {
    return Waarheid::ja;
  }
  template <class V>
  Waarheid loopt(V&) const {
    return Waarheid::ja;
  }
};

struct Bedrag {
  bool ontstaan = false;
  bool nooit_ontstaan = false;
  bool loopt = false;
  Waarheid voorwaarde = Waarheid::ja;  ///< as read when it arose
  Waarheid lopen = Waarheid::nee;
  std::uint32_t post = 0xffffffff;
  std::uint32_t rekening = 0xffffffff;
  bool begon_waar = false;
  Dag ontstaan_op = geen_dag;
  Dag vanaf = geen_dag;    ///< it first ran, whether or not its value was known
  Dag tot = geen_dag;      ///< last day, once it has stopped
  Twijfel twijfel;         ///< about its condition
  std::int32_t pauze = 0;  ///< days on which it stood still before it ran again
  Dag gewekt = geen_dag;
};

enum class Stap : std::uint8_t { geen, start, stop };

/// Whether it begins or stops to run; what that does to the ledger is for the caller.
template <class Zin, class V>
Stap beweeg(Bedrag& b, const Zin& zin, V& v) {
  if (b.nooit_ontstaan) return Stap::geen;
  if (!b.ontstaan) {
    const bool begint = !zin.met_aanleiding || zin.begint(v) == Waarheid::ja;
    const bool was = std::exchange(b.begon_waar, begint && zin.met_aanleiding);
    if (!begint || was) return Stap::geen;
    b.voorwaarde = zin.indien(v);
    if (b.voorwaarde == Waarheid::onbekend || (b.voorwaarde == Waarheid::ja && zin.veronderstelt)) {
      Vraagt w{v.nu, v.slot, v.geheugen};
      zin.indien(w);
      b.twijfel = w.bewaar();
    }
    b.ontstaan = b.voorwaarde != Waarheid::nee;
    b.nooit_ontstaan = !b.ontstaan && !zin.met_aanleiding;
    b.ontstaan_op = v.moment();
    if (!b.ontstaan) return Stap::geen;
  }
  v.sinds = b.ontstaan_op;
  b.lopen = en(
      v,
      [&] {
        if (b.voorwaarde == Waarheid::onbekend)
          herinner(v, b.twijfel);
        else
          herinner_aannamen(v, b.twijfel);
        return b.voorwaarde;
      },
      [&] { return zin.loopt(v); });
  if (b.lopen == Waarheid::ja && !b.loopt) return Stap::start;
  return b.lopen == Waarheid::nee && b.loopt ? Stap::stop : Stap::geen;
}

// ----------------------------------------------------------------------------------------------------------- effects

struct GevolgZin {
  template <class V>
  Waarheid begint(V&) const {
    return Waarheid::nee;
  }
  template <class V>
  Waarheid indien(V&) const {
    return Waarheid::ja;
  }
};

struct Gevolg {
  bool was = false;
  Dag gewekt = geen_dag;
};

/// Whether what it waits for becomes true now, under its condition.
template <class Zin, class V>
bool beweeg(Gevolg& g, const Zin& zin, V& v) {
  const bool nu = zin.begint(v) == Waarheid::ja, was = std::exchange(g.was, nu);
  return nu && !was && zin.indien(v) == Waarheid::ja;
}

}  // namespace beding::kern

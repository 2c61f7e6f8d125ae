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
  static constexpr int beginnen = 0;          ///< conditions that begin it when they become true
  static constexpr bool heeft_begin = false;  ///< an event or a condition begins it
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
  std::uint8_t was = 0;  ///< per begin: its condition was true
  Dag van = geen_dag;    ///< of the stretch
  Dag sinds = geen_dag;  ///< of the present or last holding
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

template <class Zin, class V>
Waarheid loopt(Toestand& t, const Zin& zin, V& v) {
  const auto begin = [&](Waarheid zeker, Dag van) {
    if (zeker == Waarheid::nee) return;
    if (zeker == Waarheid::onbekend) {
      Vraagt w{v.nu, v.slot, v.geheugen};
      zin.mits(w);
      t.twijfel = v.geheugen->bewaar(std::move(w.gevraagd), t.twijfel);
    }
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
    if (nu == Waarheid::ja && (t.was & bit) == 0) begin(zin.mits(v), v.nu);
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
  return hoogste(misschien, laagste(t.tijdvak, niet(gesloten)));
}

/// Looks again; true when it came to hold, or no longer does, or may.
template <class Zin, class V>
bool beweeg(Toestand& t, const Zin& zin, V& v) {
  const auto stand = v.stand();
  Waarheid nu = zin.heeft_begin ? loopt(t, zin, v) : Waarheid::ja;
  if (nu != Waarheid::nee) nu = laagste(nu, zin.zolang(v));
  if (nu != Waarheid::nee) nu = laagste(nu, niet(zin.tenzij(v)));
  if (nu != Waarheid::onbekend) v.terug(stand);
  if (nu == t.geldt) return false;
  if (t.geldt == Waarheid::ja) t.tot = v.slot;
  if (nu == Waarheid::ja) {
    t.sinds = t.tijdvak != Waarheid::nee ? t.van : v.nu;
    t.tot = geen_dag;
  }
  t.geldt = nu;
  return true;
}

/// What is remembered of it; who asks, hears what it rests on.
template <class V, class Zin>
Waarheid lees(V& v, const Toestand& t, const Zin& zin) {
  if constexpr (std::is_same_v<V, Vraagt>) {
    Toestand kopie = t;
    if (t.geldt == Waarheid::onbekend) beweeg(kopie, zin, v);
  }
  return t.geldt;
}

// ----------------------------------------------------------------------------------------------------------- duties

/// What a sentence of any norm says unless it says otherwise.
struct NormZin {
  static constexpr bool staand = false;  ///< lasts as long as the agreement
  template <class V>
  Waarheid kan_ontstaan(V&) const {
    return Waarheid::ja;
  }
  template <class V>
  Waarheid indien(V&) const {
    return Waarheid::ja;
  }
  template <class V>
  Waarheid geldt(V&) const {
    return Waarheid::ja;
  }
  template <class V>
  Moment uiterlijk(V&) const {
    return {};
  }
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
  Moment uiterlijk(V&) const {
    return {};
  }
  template <class V>
  Waarheid schending(V&) const {
    return Waarheid::nee;
  }
  template <class V>
  Waarheid opgeschort(V&) const {
    return Waarheid::nee;
  }
  Dag opgeschort_sinds() const { return geen_dag; }
  static constexpr bool doorlopend = false;  ///< kept as long as it is there
  static constexpr bool heropent = false;    ///< breached after it was performed it is there again
  bool van_begin() const { return false; }   ///< there from before the first event
};

struct Plicht {
  Status status = Status::slapend;
  bool ontstaan = false;
  bool nooit_ontstaan = false;
  bool gesloten = false;
  bool bedorven = false;  ///< performed in breach of it
  bool sliep = false;
  bool van_begin = false;
  bool op_tijd = false;
  Waarheid voorwaarde = Waarheid::ja;  ///< as read when it arose
  Waarheid nakoming = Waarheid::nee;   ///< an event of this instant that may perform it
  Waarheid misschien_gedaan = Waarheid::nee;
  Dag nakoming_op = geen_dag;
  Dag vanaf = geen_dag;
  Dag uiterlijk = geen_dag;
  Dag gedaan = geen_dag;
  Dag geschonden = geen_dag;
  Dag sinds = geen_dag;
  Dag gewekt = geen_dag;
  Twijfel twijfel;

  void doe(Waarheid is, Twijfel vragen, Dag dag, Geheugen& geheugen) {
    nakoming = hoogste(nakoming, is);
    nakoming_op = dag;
    if (vragen.laatste != nullptr) twijfel = geheugen.samen(twijfel, vragen);
  }
};

template <class Zin, class V>
bool ontsta(Plicht& p, const Zin& zin, V& v) {
  if (p.ontstaan || p.nooit_ontstaan) return p.ontstaan;
  const Waarheid kan = zin.kan_ontstaan(v);
  if (kan == Waarheid::nee) return false;
  p.voorwaarde = laagste(kan, zin.indien(v));
  p.nooit_ontstaan = p.voorwaarde == Waarheid::nee;
  if (p.nooit_ontstaan) return false;
  if (p.voorwaarde == Waarheid::onbekend) {
    Vraagt w{v.nu, v.slot, v.geheugen};
    if (zin.kan_ontstaan(w) == Waarheid::onbekend || zin.indien(w) == Waarheid::onbekend)
      p.twijfel = v.geheugen->bewaar(std::move(w.gevraagd), p.twijfel);
  }
  p.ontstaan = true;
  p.van_begin = zin.van_begin();
  p.vanaf = v.nu;
  return true;
}

inline void wordt(Plicht& p, Status status, Dag sinds, bool gesloten = false) {
  if (p.status != status || sinds != geen_dag) p.sinds = sinds;
  p.status = status;
  p.gesloten = gesloten;
}

template <class V>
void klaar(Plicht& p, V& v) {
  const bool te_laat = !p.op_tijd || p.geschonden != geen_dag;
  if (te_laat && p.voorwaarde == Waarheid::onbekend) {
    herinner(v, p.twijfel);
    return wordt(p, Status::onbekend, geen_dag);
  }
  wordt(p, te_laat ? Status::te_laat_nagekomen : Status::nagekomen, p.gedaan, true);
}

template <class Zin, class V>
void nog_niet_klaar(Plicht& p, const Zin& zin, Waarheid vervuld, Waarheid geldt, V& v) {
  const bool eerder = p.voorwaarde == Waarheid::onbekend || p.misschien_gedaan == Waarheid::onbekend;
  const bool twijfel = eerder || geldt == Waarheid::onbekend || vervuld == Waarheid::onbekend;
  if (eerder) herinner(v, p.twijfel);
  if (p.geschonden != geen_dag)
    return wordt(p, twijfel ? Status::onbekend : Status::geschonden, twijfel ? geen_dag : p.geschonden);
  if (geldt == Waarheid::nee) {
    const bool uitgezonderd = zin.uitzondering(v) == Waarheid::ja;
    return wordt(p, zin.doorlopend && !uitgezonderd ? Status::nagekomen : Status::vervallen, v.nu, true);
  }
  const auto stand = v.stand();
  const Waarheid geschonden = of(
      v, [&] { return zin.schending(v); }, [&] { return voorbij(v, zin.uiterlijk(v)); });
  if (geschonden == Waarheid::onbekend) v.alleen_vanaf(stand);  // it is all that is asked
  if (geschonden == Waarheid::ja) p.geschonden = v.nu;
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

/// Looks again; true when its last day has changed.
template <class Zin, class V>
bool beweeg(Plicht& p, const Zin& zin, V& v) {
  const Waarheid nakoming = std::exchange(p.nakoming, Waarheid::nee);
  if (!ontsta(p, zin, v)) return false;
  const Dag was_uiterlijk = p.uiterlijk;
  const Waarheid geldt = zin.geldt(v);
  if (p.gesloten) {
    if (!zin.heropent || p.status != Status::nagekomen || geldt == Waarheid::nee || zin.schending(v) != Waarheid::ja)
      return false;
    p.gedaan = geen_dag;
    p.misschien_gedaan = Waarheid::nee;
    p.bedorven = true;
  }
  if (slaapt(p, geldt, v.nu)) return false;
  const auto stand = v.stand();
  const Moment uiterlijk = zin.uiterlijk(v);
  v.terug(stand);  // asked only when it decides
  if (p.geschonden == geen_dag) p.uiterlijk = uiterlijk.bekend() ? uiterlijk.waarde : geen_dag;
  const Waarheid vervuld = zin.vervuld(v);
  if (vervuld == Waarheid::nee) p.bedorven = false;
  const bool door_feit = nakoming == Waarheid::ja;
  const bool gedaan = door_feit || (vervuld == Waarheid::ja && !p.bedorven);
  if (nakoming == Waarheid::onbekend) p.misschien_gedaan = Waarheid::onbekend;
  if (gedaan && p.gedaan == geen_dag) {
    p.gedaan = door_feit ? p.nakoming_op : v.nu;
    p.op_tijd = uiterlijk.bekend() ? p.gedaan <= uiterlijk.waarde : p.geschonden == geen_dag;
    if (p.geschonden == geen_dag && p.op_tijd && zin.schending(v) == Waarheid::ja) {
      p.gedaan = geen_dag;
      p.bedorven = true;
    }
  }
  if (p.gedaan != geen_dag)
    klaar(p, v);
  else
    nog_niet_klaar(p, zin, vervuld, geldt, v);
  if (zin.doorlopend && p.geschonden != geen_dag && geldt == Waarheid::nee) p.gesloten = true;
  return was_uiterlijk != p.uiterlijk;
}

// ----------------------------------------------------------------------------------------------------------- powers

struct BevoegdheidZin : NormZin {
  static constexpr bool herhaalbaar = false;
};

struct Bevoegdheid {
  Status status = Status::niet_beschikbaar;
  bool ontstaan = false;
  bool ooit = false;
  bool begon = false;  ///< its status was looked at
  Waarheid voorwaarde = Waarheid::ja;
  Waarheid misschien_gebruikt = Waarheid::nee;
  Dag ontstaan_op = geen_dag;
  Dag uiterlijk = geen_dag;
  Dag vanaf = geen_dag;
  Dag tot = geen_dag;
  Dag gebruikt = geen_dag;
  Dag sinds = geen_dag;
  Dag gewekt = geen_dag;
  Twijfel twijfel;  ///< about its use
};

template <class Zin, class V>
Waarheid beschikbaar(const Bevoegdheid& b, const Zin& zin, V& v) {
  if (!b.ontstaan) return Waarheid::nee;
  return en(
      v, [&] { return zin.geldt(v); },
      [&] {
        return en(
            v,
            [&] {
              return en(
                  v, [&] { return b.voorwaarde; }, [&] { return zin.indien(v); });
            },
            [&] { return niet(voorbij(v, zin.uiterlijk(v))); });
      });
}

/// All that is asked of its exercise, as it stands just before.
template <class Zin, class V>
Waarheid eisen(const Bevoegdheid& b, const Zin& zin, V& v) {
  const auto stand = v.stand();
  Waarheid geheel = laagste(zin.geldt(v), b.voorwaarde);
  geheel = laagste(geheel, zin.indien(v));
  geheel = laagste(geheel, niet(voorbij(v, zin.uiterlijk(v))));
  if (!zin.herhaalbaar) {
    if (b.misschien_gebruikt != Waarheid::nee) herinner(v, b.twijfel);
    geheel = laagste(geheel, b.gebruikt != geen_dag ? Waarheid::nee : niet(b.misschien_gebruikt));
  }
  if (geheel != Waarheid::onbekend) v.terug(stand);
  return geheel;
}

inline Status status_van(const Bevoegdheid& b, Waarheid beschikbaar, bool herhaalbaar) {
  if (b.gebruikt != geen_dag && !herhaalbaar) return Status::uitgeoefend;
  if (!herhaalbaar && b.misschien_gebruikt != Waarheid::nee) return Status::onbekend;
  if (beschikbaar == Waarheid::nee) return b.ooit ? Status::vervallen : Status::niet_beschikbaar;
  return beschikbaar == Waarheid::ja ? Status::beschikbaar : Status::onbekend;
}

template <class Zin, class V>
bool beweeg(Bevoegdheid& b, const Zin& zin, V& v) {
  if (!b.ontstaan) {
    b.voorwaarde = zin.kan_ontstaan(v);
    if (b.voorwaarde == Waarheid::nee) return false;
    b.ontstaan = true;
    b.ontstaan_op = v.nu;
  }
  const auto stand = v.stand();
  const Moment uiterlijk = zin.uiterlijk(v);
  v.terug(stand);
  b.uiterlijk = uiterlijk.bekend() ? uiterlijk.waarde : geen_dag;
  const Status nu = status_van(b, beschikbaar(b, zin, v), zin.herhaalbaar);
  if (nu == Status::onbekend && !zin.herhaalbaar) herinner(v, b.twijfel);
  if (b.begon && nu == b.status) return false;
  b.begon = true;
  b.status = nu;
  if (nu == Status::beschikbaar) {
    b.vanaf = v.nu;
    b.ooit = true;
  }
  if (nu == Status::vervallen) b.tot = v.slot;
  b.sinds = nu == Status::uitgeoefend ? b.gebruikt : v.nu;
  return true;
}

// ---------------------------------------------------------------------------------------------------------- amounts

struct BedragZin {
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
  Dag ontstaan_op = geen_dag;
  Dag vanaf = geen_dag;  ///< it first ran, whether or not its value was known
  Dag gewekt = geen_dag;
};

enum class Stap : std::uint8_t { geen, start, stop };

/// Whether it begins or stops to run; what that does to the ledger is for the caller.
template <class Zin, class V>
Stap beweeg(Bedrag& b, const Zin& zin, V& v) {
  if (b.nooit_ontstaan) return Stap::geen;
  if (!b.ontstaan) {
    b.voorwaarde = zin.indien(v);
    b.nooit_ontstaan = b.voorwaarde == Waarheid::nee;
    b.ontstaan = !b.nooit_ontstaan;
    b.ontstaan_op = v.nu;
    if (b.nooit_ontstaan) return Stap::geen;
  }
  b.lopen = en(
      v, [&] { return b.voorwaarde; }, [&] { return zin.loopt(v); });
  if (b.lopen == Waarheid::ja && !b.loopt) return Stap::start;
  return b.lopen == Waarheid::nee && b.loopt ? Stap::stop : Stap::geen;
}

}  // namespace beding::kern

// How states go from one instant to the next: stretches that begin and end, and conditions that are followed. A
// sentence says what its parts come to on that day (`Zin`); what is remembered of it per instance is a small record.
#pragma once

#include <cstdint>
#include <type_traits>
#include <utility>

#include "generate/kern/waarheid.h"

namespace beding::kern {

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
  /// Through which it will hold, while it does.
  template <class V>
  Moment laatste_dag(V&) const {
    return {};
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
inline void onthoud_begin(Toestand& t, const Zin& zin, V& v, Waarheid zeker) {
  if (zeker != Waarheid::onbekend && !zin.veronderstelt) return;
  Vraagt w{v.nu, v.slot, v.geheugen};
  zin.mits(w);
  if (zeker != Waarheid::onbekend) w.gevraagd.clear();
  t.twijfel = w.bewaar(t.twijfel);
}

template <class Zin, class V>
inline Waarheid loopt(Toestand& t, const Zin& zin, V& v) {
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
inline Waarheid geldt_nu(Toestand& t, const Zin& zin, V& v) {
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
inline bool beweeg(Toestand& t, const Zin& zin, V& v) {
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
inline Waarheid lees(V& v, const Toestand& t, const Zin& zin) {
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

/// Since when it holds.
template <class V, class Zin>
inline Moment sinds(V& v, const Toestand& t, const Zin& zin) {
  if (t.geldt == Waarheid::ja) return Moment(t.sinds);
  return lees(v, t, zin) == Waarheid::onbekend ? Moment(Kennis::onbekend) : Moment();
}

}  // namespace beding::kern

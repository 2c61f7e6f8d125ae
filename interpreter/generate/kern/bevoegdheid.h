// Powers: when they are there, and what their use asks.
#pragma once

#include <cstdint>
#include <utility>

#include "generate/kern/norm.h"
#include "generate/kern/status.h"

namespace beding::kern {

/// Against what a power works, where that is a later day: one that the sentence says, or the end of a period.
enum class Tegen : std::uint8_t { niets, dag, periode };

struct BevoegdheidZin : NormZin {
  static constexpr Tegen tegen = Tegen::niets;
  template <class V>
  Moment laatste_opzegging(V&) const {
    return {};
  }
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
  bool begon = false;     ///< its status was looked at
  bool heropend = false;  ///< in this instant
  Waarheid misschien_gebruikt = Waarheid::nee;
  Dag uiterlijk = geen_dag;
  Dag beschikbaar_vanaf = geen_dag;
  Dag tot = geen_dag;
  Dag gebruikt = geen_dag;
  Dag sinds = geen_dag;
  Twijfel gebruik_twijfel;

  /// One that was used or has gone is there again when its occasion comes up again.
  void begin_door(Waarheid is, Twijfel vragen, Dag dag, Geheugen& geheugen) {
    if (!ontstaan) return NormStand::begin_door(is, vragen, dag, geheugen);
    heropend = true;
    vanaf = dag;
    beschikbaar_vanaf = tot = gebruikt = geen_dag;
    misschien_gebruikt = Waarheid::nee;
    gebruik_twijfel = {};
    ooit = false;
  }
};

/// The last day on which it can be used: by its own term, or against the day against which it works.
template <class Zin, class V>
inline Moment laatste_gebruik(const Zin& zin, V& v) {
  if constexpr (Zin::tegen == Tegen::niets)
    return zin.uiterlijk(v);
  else
    return zin.laatste_opzegging(v);
}
/// The same; of periods there is always a next one.
template <class Zin, class V>
inline Moment verloopt(const Zin& zin, V& v) {
  return Zin::tegen == Tegen::periode ? Moment() : laatste_gebruik(zin, v);
}

template <class Zin, class V>
inline Waarheid voorwaarde_nu(const Bevoegdheid& b, const Zin& zin, V& v) {
  return en(
      v, [&] { return voorwaarde_van(b, v); }, [&] { return zin.indien(v); });
}

template <class Zin, class V>
inline Waarheid beschikbaar(const Bevoegdheid& b, const Zin& zin, V& v) {
  if (!b.ontstaan) return Waarheid::nee;
  return en(
      v, [&] { return van_toepassing(b, zin, v); }, [&] { return voorwaarde_nu(b, zin, v); },
      [&] { return niet(voorbij(v, verloopt(zin, v))); });
}

/// All that is asked of its exercise on that day, as it stands just before.
template <class Zin, class V>
inline Waarheid eisen(const Bevoegdheid& b, const Zin& zin, V& v, Dag dag) {
  const auto op_tijd = [&] {
    const Moment laatste = verloopt(zin, v);
    return laatste.bekend() ? waar(dag <= laatste.waarde) : laatste.onbekend() ? Waarheid::onbekend : Waarheid::ja;
  };
  const auto ongebruikt = [&] {
    if (zin.herhaalbaar) return Waarheid::ja;
    if (b.misschien_gebruikt != Waarheid::nee) herinner_vragen(v, b.gebruik_twijfel);
    return b.gebruikt != geen_dag ? Waarheid::nee : niet(b.misschien_gebruikt);
  };
  herinner_aannamen(v, b.twijfel);
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
inline bool beweeg(Bevoegdheid& b, const Zin& zin, V& v) {
  const bool nieuw = !b.ontstaan || std::exchange(b.heropend, false);
  if (!ontsta(b, zin, v)) return false;
  v.sinds = b.vanaf;
  eindig(b, zin, v);
  const auto stand = v.stand();
  const Moment uiterlijk = laatste_gebruik(zin, v);
  v.vergeet(stand);
  b.uiterlijk = uiterlijk.bekend() ? uiterlijk.waarde : geen_dag;
  const Status nu = status_van(b, beschikbaar(b, zin, v), zin.herhaalbaar);
  if (nu == Status::onbekend && !zin.herhaalbaar) herinner_vragen(v, b.gebruik_twijfel);
  if (b.begon && nu == b.status) return false;
  b.begon = true;
  b.status = nu;
  if (nu == Status::beschikbaar) {
    b.beschikbaar_vanaf = nieuw ? b.vanaf : v.moment();
    b.ooit = true;
  }
  if (nu == Status::vervallen) b.tot = v.slot;
  b.sinds = nu == Status::uitgeoefend ? b.gebruikt : v.moment();
  return true;
}

}  // namespace beding::kern

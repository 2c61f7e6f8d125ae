// Prohibitions: whether they apply, and what was done against them.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "generate/kern/norm.h"
#include "generate/kern/status.h"

namespace beding::kern {

struct VerbodZin : NormZin {
  static constexpr bool duurt = false;  ///< it forbids that something is so
  template <class V>
  Waarheid daad(V&) const {
    return Waarheid::nee;
  }
  /// The last day on which it survives the end of the agreement.
  template <class V>
  Moment overleeft_tot(V&) const {
    return {};
  }
  std::string_view door() const { return {}; }
  bool van_begin() const { return false; }
};

/// One thing that was done against it; what lasts has no end yet.
struct Overtreding {
  Dag van = geen_dag;
  Dag tot = geen_dag;
  std::string_view door;
};

struct Verbod : NormStand {
  Status status = Status::geldt_niet;
  bool begon = false;
  Waarheid misschien = Waarheid::nee;
  Waarheid daad = Waarheid::nee;  ///< an event of this instant that is what it forbids
  Dag daad_op = geen_dag;
  std::string_view daad_door;
  Twijfel daad_twijfel;
  std::vector<Overtreding> overtredingen{};
  Dag sinds = geen_dag;
  Dag gold_tot = geen_dag;    ///< last day on which it applied
  Twijfel misschien_twijfel;  ///< about what was done

  void doe(Waarheid is, Twijfel vragen, Dag dag, std::string_view door) {
    if (is < daad) return;
    daad = is;
    daad_op = dag;
    daad_door = door;
    daad_twijfel = vragen;
  }
};

/// What is done while it applies is against it, and may be so while that is not known.
template <class Zin, class V>
Waarheid tegen(const Verbod& b, const Zin& zin, V& v, Waarheid daad) {
  return en(
      v, [&] { return daad; }, [&] { return van_toepassing(b, zin, v); }, [&] { return voorwaarde_van(b, v); });
}

/// What may have been against it, for as long as that is asked.
template <class Zin, class V>
void verdenk(Verbod& b, const Zin& zin, V& v, Waarheid daad, Twijfel over) {
  Vraagt w{v.nu, v.slot, v.geheugen};
  if (over.laatste == nullptr) zin.daad(w);
  tegen(b, zin, w, daad);
  b.misschien = Waarheid::onbekend;
  b.misschien_twijfel = w.bewaar(v.geheugen->samen(b.misschien_twijfel, over));
}

/// An event that is against it; and something that is so, for as long as it is.
template <class Zin, class V>
void betrap(Verbod& b, const Zin& zin, V& v, Waarheid daad) {
  const Waarheid gedaan = tegen(b, zin, v, daad);
  if (gedaan == Waarheid::ja) b.overtredingen.push_back({b.daad_op, geen_dag, b.daad_door});
  if (gedaan == Waarheid::onbekend) verdenk(b, zin, v, daad, b.daad_twijfel);
  if (!Zin::duurt) return;
  const Waarheid zo = tegen(b, zin, v, zin.daad(v));
  const bool loopt = !b.overtredingen.empty() && b.overtredingen.back().tot == geen_dag;
  if (zo == Waarheid::ja && !loopt) b.overtredingen.push_back({v.moment(), geen_dag, zin.door()});
  if (zo == Waarheid::nee && loopt) b.overtredingen.back().tot = v.slot;
  if (zo == Waarheid::onbekend) verdenk(b, zin, v, zo, {});
}

template <class Zin, class V>
void beweeg(Verbod& b, const Zin& zin, V& v) {
  const Waarheid daad = std::exchange(b.daad, Waarheid::nee);
  if (!ontsta(b, zin, v)) return;
  v.sinds = b.vanaf;
  eindig(b, zin, v);
  const auto stand = v.stand();
  betrap(b, zin, v, daad);
  v.terug(stand);
  const Waarheid geldt = van_toepassing(b, zin, v);
  Status nu = Status::geldt;
  if (!b.overtredingen.empty())
    nu = Status::overtreden;
  else if (b.misschien != Waarheid::nee)
    nu = Status::onbekend;
  else if (geldt == Waarheid::nee)
    nu = Status::geldt_niet;
  else if (geldt == Waarheid::onbekend || b.voorwaarde == Waarheid::onbekend)
    nu = Status::onbekend;
  if (nu == Status::onbekend) {
    herinner(v, b.misschien_twijfel);
    if (b.voorwaarde == Waarheid::onbekend) herinner(v, b.twijfel);
  } else {
    v.terug(stand);
  }
  if (b.begon && nu == b.status) return;
  if (!b.begon && nu == Status::geldt_niet) return;
  if (b.status == Status::geldt && nu == Status::geldt_niet) b.gold_tot = v.slot;
  b.begon = true;
  b.status = nu;
  b.sinds = nu == Status::overtreden ? b.overtredingen.front().van : v.moment();
}

}  // namespace beding::kern

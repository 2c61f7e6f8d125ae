// What all norms have in common: how they arise, when they apply, how they end.
#pragma once

#include <utility>

#include "generate/kern/waarheid.h"

namespace beding::kern {

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
inline Waarheid komt_op(NormStand& n, const Zin& zin, V& v) {
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
inline bool ontsta(NormStand& n, const Zin& zin, V& v) {
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
inline void eindig(NormStand& n, const Zin& zin, V& v) {
  const bool nu = zin.totdat(v) == Waarheid::ja, was = std::exchange(n.was_einde, nu);
  n.geeindigd = n.geeindigd || (n.ontstaan && nu && !was);
}

/// Whether what it follows lets it apply.
template <class Zin, class V>
inline Waarheid van_toepassing(const NormStand& n, const Zin& zin, V& v) {
  return n.geeindigd ? Waarheid::nee : zin.geldt(v);
}

template <class V>
inline Waarheid voorwaarde_van(const NormStand& n, V& v) {
  herinner_aannamen(v, n.twijfel);
  if (n.voorwaarde == Waarheid::onbekend) herinner_vragen(v, n.twijfel);
  return n.voorwaarde;
}
/// The own condition of a norm that goes before another; a power that is past its term does so no more.
template <class Zin, class V>
inline Waarheid eigen_voorwaarde(const NormStand& n, const Zin& zin, V& v) {
  if (!n.ontstaan || n.geeindigd) return Waarheid::nee;
  const auto kan_nog = [&] {
    if (zin.leest_eenmaal) return Waarheid::ja;
    return en(
        v, [&] { return zin.indien(v); }, [&] { return niet(voorbij(v, zin.uiterlijk(v))); });
  };
  return en(
      v, [&] { return voorwaarde_van(n, v); }, [&] { return zin.gevolgd(v); }, kan_nog);
}

}  // namespace beding::kern

// Requirements ("kan … alleen"): what every use of a power has to meet, whichever sentence gives it.
#pragma once

#include <utility>

#include "generate/kern/norm.h"

namespace beding::kern {

struct EisZin : NormZin {
  static constexpr bool leest_eenmaal = false;
  bool van_begin() const { return false; }
};

struct Eis : NormStand {};

template <class Zin, class V>
void beweeg(Eis& e, const Zin& zin, V& v) {
  if (!ontsta(e, zin, v)) return;
  v.sinds = e.vanaf;
  eindig(e, zin, v);
}

/// What it asks of a use that it is about (`past`), while it applies.
template <class V, class Zin, class Past, class Deel>
Waarheid voldoet(V& v, const Eis& e, const Zin& zin, Past past, Deel vraagt) {
  if (!e.ontstaan) return Waarheid::ja;
  const auto stand = v.stand();
  const Dag sinds = std::exchange(v.sinds, e.vanaf);
  const bool telt = past() != Waarheid::nee && van_toepassing(e, zin, v) != Waarheid::nee;
  v.vergeet(stand);
  const Waarheid is = telt ? vraagt() : Waarheid::ja;
  v.sinds = sinds;
  return is;
}

}  // namespace beding::kern

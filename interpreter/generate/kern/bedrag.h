// Amounts and effects: whether they begin or stop.
#pragma once

#include <cstdint>
#include <utility>

#include "generate/kern/waarheid.h"

namespace beding::kern {

/// What comes about when a condition becomes true, under another.
struct AanleidingZin {
  template <class V>
  Waarheid begint(V&) const {
    return Waarheid::nee;
  }
  template <class V>
  Waarheid indien(V&) const {
    return Waarheid::ja;
  }
};

struct BedragZin : AanleidingZin {
  static constexpr bool veronderstelt = false;
  static constexpr bool verschuldigd = true;  ///< false: a right to charge it, that takes no payment until then
  static constexpr bool per_dag = false;      ///< it grows by the day
  static constexpr bool met_aanleiding = false;
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
inline Stap beweeg(Bedrag& b, const Zin& zin, V& v) {
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

struct Gevolg {
  bool was = false;
  Dag gewekt = geen_dag;
};

/// Whether what it waits for becomes true now, under its condition.
template <class Zin, class V>
inline bool beweeg(Gevolg& g, const Zin& zin, V& v) {
  const bool nu = zin.begint(v) == Waarheid::ja, was = std::exchange(g.was, nu);
  return nu && !was && zin.indien(v) == Waarheid::ja;
}

}  // namespace beding::kern

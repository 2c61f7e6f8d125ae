// Terms in hours. Events have a day and no hour, so that of such a term only the bounds are known: counted from the
// first second of the day, and from its last. Between them it is not known whether the term has gone by.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "generate/kern/waarheid.h"

namespace beding::kern {

/// Seconds since 1970-01-01T00:00Z.
using Ogenblik = std::int64_t;
inline constexpr Ogenblik geen_ogenblik = std::numeric_limits<Ogenblik>::min();
inline constexpr Ogenblik seconden_per_dag = 86'400;

/// The last Sunday of a month of 31 days: then the clock changes, at 01:00Z (since 1996).
constexpr Dag laatste_zondag(int jaar, int maand) {
  const Dag laatste = ineen(jaar, maand, 31);
  return laatste - (weekdag(laatste) + 1) % 7;
}
/// By how much the clock of Amsterdam is ahead. Of years before 1996 that is not known here.
constexpr Ogenblik voorsprong(Ogenblik moment) {
  const auto dag = static_cast<Dag>(moment / seconden_per_dag);
  const int jaar = uiteen(dag).jaar;
  if (moment < 0 || jaar < 1996) throw std::invalid_argument("een termijn in uren van voor 1996");
  const Ogenblik begin = laatste_zondag(jaar, 3) * seconden_per_dag + 3'600;
  const Ogenblik einde = laatste_zondag(jaar, 10) * seconden_per_dag + 3'600;
  return begin <= moment && moment < einde ? 7'200 : 3'600;
}
/// 00:00 of the day in Amsterdam; the clock never changes then.
constexpr Ogenblik begin_van_dag(Dag dag) {
  const Ogenblik middernacht = Ogenblik{dag} * seconden_per_dag;
  return middernacht - voorsprong(middernacht - 3'600);
}
constexpr Dag dag_van(Ogenblik moment) { return static_cast<Dag>((moment + voorsprong(moment)) / seconden_per_dag); }

/// `2026-03-30T15:00:00+02:00`
inline void schrijf_ogenblik(std::string& uit, Ogenblik moment) {
  const Ogenblik vooruit = voorsprong(moment), seconde = (moment + vooruit) % seconden_per_dag;
  const auto twee = [&](char voor, Ogenblik getal) {
    ((uit += voor) += static_cast<char>('0' + getal / 10)) += static_cast<char>('0' + getal % 10);
  };
  schrijf(uit, dag_van(moment));
  twee('T', seconde / 3'600);
  twee(':', seconde / 60 % 60);
  twee(':', seconde % 60);
  twee('+', vooruit / 3'600);
  uit += ":00";
}

/// From the first second at which a term can end through the last; `van`: whose hour would tell.
struct Tijdvak {
  Ogenblik eerst = 0;
  Ogenblik laatst = 0;
  std::string_view van;
};
using Uurmoment = Mogelijk<Tijdvak>;

inline Uurmoment na_uren(const Vanaf& vanaf, std::int64_t uren) {
  if (!vanaf.dag.bekend()) return Uurmoment(vanaf.dag.kennis);
  const Dag dag = vanaf.dag.waarde;
  return Tijdvak{begin_van_dag(dag) + uren * 3'600, begin_van_dag(dag + 1) - 1 + uren * 3'600, vanaf.van};
}

/// The hour is what is asked.
template <class V>
Waarheid vraag_uur(V& v, std::string_view van) {
  v.vraag("tijdstip", van);
  return Waarheid::onbekend;
}
/// Whether what happened on that day (`door`) was not after it.
template <class V>
Waarheid niet_na(V& v, Dag dag, std::string_view door, const Uurmoment& grens) {
  if (!grens.bekend()) return grens.onbekend() ? Waarheid::onbekend : Waarheid::nee;
  if (begin_van_dag(dag + 1) - 1 <= grens.waarde.eerst) return Waarheid::ja;
  if (begin_van_dag(dag) > grens.waarde.laatst) return Waarheid::nee;
  return vraag_uur(v, door.empty() ? grens.waarde.van : door);
}

/// Seconds on which the bounds of some term go by: after all that happens on those days.
class Uurwerk {
 public:
  bool is_leeg() const { return tijden_.empty(); }
  Ogenblik eerste() const { return is_leeg() ? std::numeric_limits<Ogenblik>::max() : tijden_.front(); }
  void zet(Ogenblik moment) {
    const auto plaats = std::lower_bound(tijden_.begin(), tijden_.end(), moment);
    if (plaats == tijden_.end() || *plaats != moment) tijden_.insert(plaats, moment);
  }
  Ogenblik neem() {
    const Ogenblik eerste = tijden_.front();
    tijden_.erase(tijden_.begin());
    return eerste;
  }
  void leeg() { tijden_.clear(); }

 private:
  std::vector<Ogenblik> tijden_;
};

}  // namespace beding::kern

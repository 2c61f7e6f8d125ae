// Which days are werkdagen: not Saturday or Sunday, not a Dutch public holiday (art. 3 Algemene termijnenwet), and not
// a day of closing that was announced.
#pragma once

#include <algorithm>
#include <vector>

#include "generate/kern/datum.h"

namespace beding::kern {

/// By the Gregorian algorithm of Meeus, Jones and Butcher; the letters are theirs.
constexpr Dag eerste_paasdag(int jaar) {
  const int a = jaar % 19, b = jaar / 100, c = jaar % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451, rest = h + l - 7 * m + 114;
  return ineen(jaar, rest / 31, rest % 31 + 1);
}
/// Monday is 0.
constexpr int weekdag(Dag dag) { return static_cast<int>(((dag + 3) % 7 + 7) % 7); }

/// Koningsdag or Koninginnedag: on a Sunday it moves to Saturday, and until 1979 to Monday.
constexpr Dag koningsdag(int jaar) {
  if (jaar < 1949) return ineen(jaar, 8, 31);
  const Dag dag = jaar < 2014 ? ineen(jaar, 4, 30) : ineen(jaar, 4, 27);
  return weekdag(dag) != 6 ? dag : jaar < 1980 ? dag + 1 : dag - 1;
}
constexpr bool is_feestdag(Dag dag) {
  const JaarMaandDag d = uiteen(dag);
  const Dag pasen = eerste_paasdag(d.jaar);
  const bool vast =
      (d.maand == 1 && d.dag == 1) || (d.maand == 5 && d.dag == 5) || (d.maand == 12 && (d.dag == 25 || d.dag == 26));
  return vast || dag == pasen - 2 || dag == pasen + 1 || dag == pasen + 39 || dag == pasen + 50 ||
         dag == koningsdag(d.jaar);
}

class Kalender {
 public:
  void sluit(Dag dag) { gesloten_.push_back(dag); }
  void leeg() { gesloten_.clear(); }

  bool is_werkdag(Dag dag) const {
    return weekdag(dag) < 5 && !is_feestdag(dag) &&
           std::find(gesloten_.begin(), gesloten_.end(), dag) == gesloten_.end();
  }
  /// The last day of a term; the day from which it is counted does not count itself.
  Dag einde(const Termijn& termijn, Dag vanaf) const {
    return termijn.in_werkdagen() ? tel(vanaf, termijn.aantal(), 1) : termijn.einde(vanaf);
  }
  Dag terug(const Termijn& termijn, Dag tot) const {
    return termijn.in_werkdagen() ? tel(tot, termijn.aantal(), -1) : termijn.terug(tot);
  }
  /// The last day of a period that starts on that day, so many times as long.
  Dag einde_periode(Dag eerste, const Termijn& termijn, std::int64_t keer) const {
    if (termijn.in_werkdagen()) return tel(eerste - 1, termijn.aantal() * keer, 1);
    const Dag volgende = termijn.maal(keer).einde(eerste);
    const bool past = uiteen(volgende).dag == uiteen(eerste).dag;  // a month that is too short ends the period
    return termijn.in_maanden() && !past ? volgende : volgende - 1;
  }

 private:
  Dag tel(Dag dag, std::int64_t aantal, int stap) const {
    while (aantal > 0 && dag > eerste_dag && dag < laatste_dag) {
      dag += stap;
      if (is_werkdag(dag)) --aantal;
    }
    return dag;
  }

  std::vector<Dag> gesloten_;
};

}  // namespace beding::kern

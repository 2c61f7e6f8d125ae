// Stretches in which duties stand still, and how far their terms move on.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "generate/kern/plicht.h"
#include "generate/kern/uitoefening.h"

namespace beding::kern {

/// A stretch in which duties stand still.
struct Stilstand {
  std::uint32_t gevolg;
  Partij partij;
  std::uint32_t door;
  std::uint32_t volgnummer;
  Dag van;
  Dag tot;
  Waarheid zeker;
  Twijfel twijfel;
  std::uint32_t exemplaar = 0;
  std::uint32_t tweede = 0;
};

/// All that stood or stands still.
class Stilstaan : protected Uitoefening {
 protected:
  template <class V, class Zin>
  Waarheid staat_stil(V& v, const Zin& zin) const {
    return er_is(v, stilstanden_, [&](const Stilstand& elk) {
      if (elk.tot != geen_dag || !zin.treft(elk)) return Waarheid::nee;
      if (elk.zeker == Waarheid::onbekend) herinner_vragen(v, elk.twijfel);
      return elk.zeker;
    });
  }
  /// From when until when; what overlaps counts once.
  struct Stuk {
    Dag van;
    Dag tot;
  };
  template <class Zin>
  std::vector<Stuk> stukken(const Zin& zin, bool misschien) const {
    std::vector<Stuk> alle, samen;
    for (const Stilstand& elk : stilstanden_)
      if ((misschien || elk.zeker == Waarheid::ja) && zin.treft(elk)) alle.push_back({elk.van, elk.tot});
    std::sort(alle.begin(), alle.end(), [](const Stuk& a, const Stuk& b) { return a.van < b.van; });
    for (const Stuk& elk : alle) {
      const bool sluit_aan = !samen.empty() && (samen.back().tot == geen_dag || elk.van <= samen.back().tot);
      if (!sluit_aan)
        samen.push_back(elk);
      else if (samen.back().tot != geen_dag && (elk.tot == geen_dag || elk.tot > samen.back().tot))
        samen.back().tot = elk.tot;
    }
    return samen;
  }
  template <class Zin>
  Dag stil_sinds(const Zin& zin) const {
    const std::vector<Stuk> alle = stukken(zin, false);
    return alle.empty() ? geen_dag : alle.back().van;
  }
  template <class Zin>
  std::vector<Stuk> stukken_sinds(const Zin& zin, Dag vanaf, bool misschien) const {
    std::vector<Stuk> alle = stukken(zin, misschien);
    alle.erase(std::remove_if(alle.begin(), alle.end(),
                              [&](const Stuk& elk) { return elk.tot != geen_dag && elk.tot < vanaf; }),
               alle.end());
    return alle;
  }
  /// A term in hours moves on by the seconds.
  template <class Zin>
  Uurstand uurstand(const Zin& zin, Uurmoment moment, Dag vanaf, bool misschien) const {
    const std::vector<Stuk> alle = stukken_sinds(zin, vanaf, misschien);
    if (alle.empty() || !moment.bekend()) return {moment};
    const Ogenblik einde = moment.waarde.eerst;
    const bool stil = alle.back().tot == geen_dag && begin_van_dag(alle.back().van) <= einde;
    Ogenblik verder = 0;
    for (const Stuk& elk : alle) {
      const Ogenblik van = begin_van_dag(std::max(vanaf, elk.van));
      if (van > einde + verder) break;
      verder += std::max<Ogenblik>(0, (elk.tot == geen_dag ? dit_uur() : begin_van_dag(elk.tot)) - van);
    }
    moment.waarde.eerst += verder;
    moment.waarde.laatst += verder;
    return {moment, stil};
  }
  /// A last day moves on by the days on which the duty stood still that began before it.
  template <class Zin>
  void verschuif_over(const Zin& zin, Termijnstand& termijn, Dag vanaf, bool misschien) const {
    const std::vector<Stuk> alle = stukken_sinds(zin, vanaf, misschien);
    if (alle.empty()) return;
    const Dag laatste = termijn.moment.waarde;
    termijn.stil = alle.back().tot == geen_dag && alle.back().van <= laatste;
    Dag dagen = 0;
    for (const Stuk& elk : alle) {
      const Dag van = std::max(vanaf, elk.van);
      if (van > laatste + dagen) break;
      dagen += std::max(0, (elk.tot == geen_dag ? nu_ : elk.tot) - van);
    }
    termijn.moment = Moment(laatste + dagen);
  }
  /// Whether something may stand still, with what is asked about that.
  template <class V>
  bool twijfel_over_stilstand(V& v) const {
    bool twijfel = false;
    for (const Stilstand& elk : stilstanden_) {
      if (elk.zeker != Waarheid::onbekend) continue;
      twijfel = true;
      herinner_vragen(v, elk.twijfel);
    }
    return twijfel;
  }

  std::vector<Stilstand> stilstanden_;
};

}  // namespace beding::kern

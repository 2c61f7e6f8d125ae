// Rights that lapse when they are not used in time, and what liability comes to under a cap.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "generate/kern/getal.h"
#include "generate/kern/status.h"
#include "generate/kern/uren.h"

namespace beding::kern {

struct RechtZin {
  static constexpr bool veronderstelt = false;  ///< a judgement that is assumed is among what it reads
  template <class V>
  Waarheid indien(V&) const {
    return Waarheid::ja;
  }
  template <class V>
  Waarheid gebruikt(V&) const {
    return Waarheid::nee;
  }
  template <class V>
  Waarheid vervalt(V&) const {
    return Waarheid::nee;
  }
  template <class V>
  Waarheid ongeldig(V&) const {
    return Waarheid::nee;
  }
  template <class V>
  Moment uiterlijk(V&) const {
    return {};
  }
  static constexpr bool in_uren = false;        ///< its term
  static constexpr bool zonder_gevolg = false;  ///< the text gives no lapse: only the term is shown
};

struct Recht {
  Status status = Status::onbekend;
  bool ontstaan = false;
  bool nooit_ontstaan = false;
  bool gesloten = false;
  Waarheid voorwaarde = Waarheid::ja;
  Dag vanaf = geen_dag;
  Dag uiterlijk = geen_dag;
  Dag sinds = geen_dag;
  Dag gewekt = geen_dag;
  Twijfel twijfel;
};

/// Of a term in hours.
struct UurRecht : Recht {
  Uurmoment termijn;
};

template <class Zin, class V>
bool ontsta(Recht& r, const Zin& zin, V& v) {
  if (r.ontstaan || r.nooit_ontstaan) return r.ontstaan;
  r.voorwaarde = zin.indien(v);
  r.nooit_ontstaan = r.voorwaarde == Waarheid::nee;
  r.ontstaan = !r.nooit_ontstaan;
  r.vanaf = v.moment();
  if (!r.ontstaan || (r.voorwaarde != Waarheid::onbekend && !zin.veronderstelt)) return r.ontstaan;
  Vraagt w{v.nu, v.slot, v.geheugen};
  zin.indien(w);
  r.twijfel = w.bewaar();
  return true;
}

inline void wordt(Recht& r, Status status, Dag sinds, bool gesloten = false) {
  if (status != r.status || sinds != geen_dag) r.sinds = sinds;
  r.status = status;
  r.gesloten = gesloten;
}

template <class Zin, class V>
Waarheid termijn_voorbij(const Zin& zin, V& v) {
  if constexpr (Zin::in_uren)
    return zin.uren_voorbij(v, zin.uurtermijn(v));
  else
    return voorbij(v, zin.uiterlijk(v));
}

template <class Zin, class V>
void beweeg(Recht& r, const Zin& zin, V& v) {
  if (!ontsta(r, zin, v) || r.gesloten) return;
  v.sinds = r.vanaf;
  const auto stand = v.stand();
  if (zin.ongeldig(v) == Waarheid::ja) {  // nothing lapses by a provision that is void
    r.ontstaan = false;
    r.nooit_ontstaan = true;
    return;
  }
  const Moment uiterlijk = zin.uiterlijk(v);
  r.uiterlijk = uiterlijk.bekend() ? uiterlijk.waarde : geen_dag;
  if constexpr (Zin::in_uren) static_cast<UurRecht&>(r).termijn = zin.uurtermijn(v);
  const Waarheid gebruikt = zin.gebruikt(v);
  v.vergeet(stand);
  if (gebruikt == Waarheid::ja) return wordt(r, Status::bestaat, v.moment(), true);
  if (r.voorwaarde == Waarheid::onbekend) {
    herinner(v, r.twijfel);
    return wordt(r, Status::onbekend, geen_dag);
  }
  const auto vervallen = [&] {
    return of(
        v, [&] { return zin.vervalt(v); }, [&] { return termijn_voorbij(zin, v); });
  };
  const Waarheid weg = en(v, vervallen, [&] { return niet(zin.gebruikt(v)); });
  if (Zin::zonder_gevolg || weg == Waarheid::nee) {
    v.terug(stand);
    return wordt(r, Status::bestaat, r.vanaf);
  }
  if (weg == Waarheid::onbekend) return wordt(r, Status::onbekend, geen_dag);
  wordt(r, Status::vervallen, v.moment(), true);
}

// ------------------------------------------------------------------------------------------------------------- caps

/// The damage of one event; those of one series count as one.
struct Schadegeval {
  Dag op = 0;
  Mogelijk<Getal> schade;
  std::optional<std::string_view> reeks;
};

struct Plafond {
  std::string_view sleutel;
  Waarheid telt;
  Mogelijk<Getal> per_geval;
  Mogelijk<Getal> per_jaar;
  Schadegeval geval;
  std::vector<Gevraagd> gevraagd;
  std::vector<Gevraagd> aangenomen{};

  bool zelfde_reeks(const Plafond& ander) const {
    if (geval.reeks || ander.geval.reeks) return geval.reeks == ander.geval.reeks;
    return sleutel == ander.sleutel;
  }
  int jaar() const { return uiteen(geval.op).jaar; }
};

inline Mogelijk<Getal> bedrag_van(Centen bedrag) { return getal(bedrag); }
inline Mogelijk<Getal> bedrag_van(const std::optional<Centen>& bedrag) {
  return bedrag ? Mogelijk<Getal>(getal(*bedrag)) : Mogelijk<Getal>();
}

/// What is left of the cap for the event, and of that for the year in which its series began, after earlier ones. In
/// the order of their days; nothing for those without a cap that is known.
inline std::vector<std::optional<Getal>> resten(const std::vector<Plafond>& plafonds) {
  struct Eerder {
    const Plafond* plafond;
    int jaar;
    Getal verbruikt;
  };
  std::vector<Eerder> eerder;
  std::vector<std::optional<Getal>> uit;
  for (const Plafond& elk : plafonds) {
    std::optional<Getal> over;
    if (elk.telt == Waarheid::nee) {
      uit.push_back(over);
      continue;
    }
    int jaar = elk.jaar();
    for (auto een = eerder.rbegin(); een != eerder.rend(); ++een)
      if (een->plafond->zelfde_reeks(elk)) jaar = een->jaar;
    Getal van_reeks, van_jaar;
    for (const Eerder& een : eerder) {
      if (een.plafond->zelfde_reeks(elk)) van_reeks = van_reeks + een.verbruikt;
      if (een.jaar == jaar) van_jaar = van_jaar + een.verbruikt;
    }
    const auto ten_hoogste = [&](const Mogelijk<Getal>& plafond, Getal verbruikt) {
      if (!plafond.bekend()) return;
      const Getal rest = std::max(Getal(), plafond.waarde - verbruikt);
      over = over ? std::min(*over, rest) : rest;
    };
    ten_hoogste(elk.per_geval, van_reeks);
    ten_hoogste(elk.per_jaar, van_jaar);
    uit.push_back(over);
    Getal verbruikt;
    if (elk.telt == Waarheid::ja && elk.geval.schade.bekend())
      verbruikt = over ? std::min(*over, elk.geval.schade.waarde) : elk.geval.schade.waarde;
    eerder.push_back({&elk, jaar, verbruikt});
  }
  return uit;
}

}  // namespace beding::kern
